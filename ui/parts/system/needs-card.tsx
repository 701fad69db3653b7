import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { SystemState } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { StateWord } from '../mark.tsx'

type Need = SystemState['needs'][number]

const w = () => t().system

/** Where it is mended, or where its facts stand. */
const HREF_OF: Record<Need['kind'], string> = {
  ...{ locked: '/accounts?state=locked', pending: '/accounts?state=pending' },
  ...{ 'factor-missing': '/accounts?state=no-factor', 'free-skills': '/dictionaries?of=skills' },
  ...{ 'backup-none': '#backups', 'backup-late': '#backups', 'backup-unfinished': '#backups' },
  ...{ 'backup-unscheduled': '#backups', 'disk-full': '#disk', 'disk-low': '#disk' },
  ...{ 'backup-unreadable': '#backups', 'disk-unreadable': '#disk' },
  ...{ 'audit-broken': '#audit', 'audit-unverified': '#audit', 'heads-behind': '#audit' },
}

export function NeedsCard(props: { needs: Need[] }) {
  return (
    <section class="card" aria-labelledby="needs">
      <div class="card-head">
        <h2 id="needs">{w().needs}</h2>
      </div>
      <Show
        when={props.needs.length > 0}
        fallback={
          <p class="note done system-quiet">
            <Icon name="check" />
            <span>{w().needsNone}</span>
          </p>
        }
      >
        <ul class="rail-list system-needs" aria-labelledby="needs">
          <For each={props.needs}>{(need) => <Line need={need} />}</For>
        </ul>
      </Show>
    </section>
  )
}

function Line(props: { need: Need }) {
  const href = () => HREF_OF[props.need.kind]
  const label = () => `${w().open}${t().colon}${say(props.need.words)}`
  return (
    <li>
      <span class="system-state">
        <StateWord state={props.need.isUrgent ? 'missed' : 'weak'}>
          {props.need.isUrgent ? w().urgent : w().look}
        </StateWord>
      </span>
      <span class="rail-text">{say(props.need.words)}</span>
      <Show
        when={href().startsWith('#')}
        fallback={
          <A class="button slim" href={href()} aria-label={label()}>
            {w().open}
          </A>
        }
      >
        <a class="button slim" href={href()} aria-label={label()}>
          {w().open}
        </a>
      </Show>
    </li>
  )
}
