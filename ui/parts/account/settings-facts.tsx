import { For } from 'solid-js'
import type { Settings } from '../../types.ts'
import { t } from '../../words/index.ts'
import { wordsOf } from './settings-draft.ts'

/** The settings for those who only read them. */
export function SettingsFacts(props: { settings: Settings }) {
  const rows = (): [string, keyof Settings][] => [
    [t().settings.factor, 'secondFactorFor'],
    [t().settings.idleMinutes, 'idleMinutes'],
    [t().settings.sessionHours, 'sessionHours'],
    [t().settings.lockAfter, 'lockAfter'],
    [t().settings.lockMinutes, 'lockMinutes'],
    [t().settings.identity, 'identityCheck'],
    [t().settings.calendar, 'hasCalendarFile'],
  ]
  return (
    <section class="card settings-facts" aria-label={t().settings.title}>
      <dl>
        <For each={rows()}>
          {([name, setting]) => (
            <div>
              <dt>{name}</dt>
              <dd class="medium">{wordsOf(props.settings, setting)}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}
