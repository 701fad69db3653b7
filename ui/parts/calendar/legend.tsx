import { For } from 'solid-js'
import { t } from '../../words/index.ts'
import { type Mark, signOf } from './days.ts'

const MARKS: Exclude<Mark, 'plain'>[] = [
  'holiday',
  'make-up',
  'statutory',
  'off',
  'working',
  'weekend',
]

/** What the signs mean; the sign says it without its colour. */
export function Legend(props: { isPublished: boolean }) {
  const shown = () =>
    MARKS.filter((mark) =>
      props.isPublished ? mark !== 'statutory' : mark !== 'holiday' && mark !== 'make-up',
    )
  return (
    <ul class="day-legend" aria-label={t().papers.calendar.legend}>
      <For each={shown()}>
        {(mark) => (
          <li>
            <span class={`day ${mark}`} aria-hidden="true">
              <span class="sign">{signOf(mark)}</span>
            </span>
            {t().papers.calendar.says[mark]}
          </li>
        )}
      </For>
    </ul>
  )
}
