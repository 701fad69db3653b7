import { For, Show } from 'solid-js'
import { t } from '../../words/index.ts'

/** `2019.07--2023.06  what`, as offices write it. */
const LINE =
  /^(\d{4}[./年-]?\d{0,2}月?\s*(?:--+|—+|－+|–|至|-|~)\s*(?:\d{4}[./年-]?\d{0,2}月?|今|至今)?)\s*(.*)$/

/** A résumé as its lines, time and what beside each other. */
export function ResumeLines(props: { text: string | null }) {
  const lines = () =>
    (props.text ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => LINE.exec(line) ?? [line, '', line])
  return (
    <Show when={lines().length > 0} fallback={<p class="hint">{t().portrait.noResume}</p>}>
      <ol class="resume">
        <For each={lines()}>
          {([, when, what]) => (
            <li>
              <span class="hint">{when?.replace(/\s*(--+|—+|－+|–|至(?!今)|-|~)\s*/, ' – ')}</span>
              <span>{what}</span>
            </li>
          )}
        </For>
      </ol>
    </Show>
  )
}
