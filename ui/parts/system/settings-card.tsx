import { Show } from 'solid-js'
import { dayAndTime } from '../../format.ts'
import type { SystemState } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Fact, FactCard } from './fact.tsx'

const w = () => t().system.settings

export function SettingsCard(props: { state: SystemState }) {
  const settings = () => props.state.settings
  const roles = () => settings().secondFactorFor.map((role) => t().role[role])
  return (
    <FactCard
      id="settings"
      title={w().title}
      link={{ href: '/settings', text: t().settings.title }}
    >
      <Fact name={w().version}>
        {w().versionOf(settings().version)}
        <Show when={settings().changedAt}>
          {(at) => `${t().separator}${w().changed} ${dayAndTime(at())}`}
        </Show>
      </Fact>
      <Fact name={w().factor} href="/settings">
        {roles().join(t().comma) || w().nobody}
      </Fact>
      <Fact name={w().secure}>{props.state.program.isSecure ? w().https : w().local}</Fact>
      <Fact name={w().messages}>{w().messagesOf}</Fact>
      <Fact name={w().calendar} href="/settings">
        {settings().hasCalendarFile ? t().settings.on : t().settings.off}
      </Fact>
    </FactCard>
  )
}
