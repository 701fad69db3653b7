import { createAsync, revalidate } from '@solidjs/router'
import { Show } from 'solid-js'
import { systemOf } from '../administration.ts'
import { dayAndTime } from '../format.ts'
import { placeName } from '../names.ts'
import { createSending } from '../parts/account/sending.ts'
import { Icon } from '../parts/icon.tsx'
import { View } from '../parts/states.tsx'
import { AccountsCard } from '../parts/system/accounts-card.tsx'
import { AuditCard } from '../parts/system/audit-card.tsx'
import { BackupCard } from '../parts/system/backup-card.tsx'
import { DiskCard } from '../parts/system/disk-card.tsx'
import { NeedsCard } from '../parts/system/needs-card.tsx'
import { PlacesCard } from '../parts/system/places-card.tsx'
import { SettingsCard } from '../parts/system/settings-card.tsx'
import { WorkCard } from '../parts/system/work-card.tsx'
import { Title } from '../parts/title.tsx'
import type { SystemState } from '../types.ts'
import { t } from '../words/index.ts'

const w = () => t().system

/** The administrator's first screen: how the installation is, and what needs a look. Nobody of the pool is in it. */
export function System() {
  const answer = createAsync(() => systemOf())
  return (
    <View rows={14}>
      <Title text={w().title} />
      <Show when={answer.latest ?? answer()}>{(state) => <Screen state={state()} />}</Show>
    </View>
  )
}

function Screen(props: { state: SystemState }) {
  const checking = createSending(() => revalidate(systemOf.key))
  return (
    <>
      <div class="page-head wrap-head">
        <div class="titles row wrap">
          <h1>{w().title}</h1>
          <span class="hint">
            {w().facts(placeName(props.state.places.county.name), props.state.program.version)}
            {t().separator}
            {w().since(dayAndTime(props.state.program.startedAt))}
          </span>
        </div>
        <button
          type="button"
          class="button push"
          aria-disabled={checking.isBusy()}
          onClick={() => void checking.start()}
        >
          <Icon name="swap" />
          {checking.isBusy() ? w().checking : w().again}
        </button>
      </div>
      <NeedsCard needs={props.state.needs} />
      <div class="system-cards">
        <div class="system-column">
          <AccountsCard accounts={props.state.accounts} />
          <AuditCard audit={props.state.audit} />
          <WorkCard work={props.state.work} />
        </div>
        <div class="system-column">
          <BackupCard backups={props.state.backups} />
          <PlacesCard state={props.state} />
        </div>
        <div class="system-column">
          <DiskCard state={props.state} />
          <SettingsCard state={props.state} />
        </div>
      </div>
    </>
  )
}
