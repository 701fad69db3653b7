import { For, Show } from 'solid-js'
import { dayAndTime } from '../../format.ts'
import type { Calendar } from '../../papers.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { otherwise } from './day-dialog.tsx'
import { cellOf, weekdayName } from './days.ts'

/** Days of the year on which the county differs, each with the way back. */
export function OwnDays(props: {
  calendar: Calendar
  mayWrite: boolean
  isBusy: boolean
  change: (day: string) => void
  follow: (day: string) => void
}) {
  const words = () => t().papers.calendar
  const own = () => props.calendar.days.filter(({ kind }) => kind === 'own')
  return (
    <section class="card" aria-labelledby="own-days">
      <div class="card-head">
        <h2 id="own-days">{words().ownTitle}</h2>
        <span class="hint">{words().ownCount(own().length)}</span>
      </div>
      <Show when={own().length > 0} fallback={<NoDays mayWrite={props.mayWrite} />}>
        <ul class="own-days">
          <For each={own()}>
            {(one) => (
              <li>
                <div>
                  <b>
                    {one.day} {weekdayName(one.day)}
                    {t().separator}
                    {one.isWorking ? words().working : words().off}
                  </b>
                  <span>{say(one.name)}</span>
                  <span class="hint">
                    {otherwise(cellOf(one.day, one))}
                    <Show when={one.own}>
                      {(by) =>
                        `${t().separator}${by().changedBy ?? t().unknown} ${dayAndTime(by().changedAt)}`
                      }
                    </Show>
                  </span>
                </div>
                <Show when={props.mayWrite}>
                  <button
                    type="button"
                    class="button plain icon-only push"
                    aria-label={words().change(one.day)}
                    title={words().change(one.day)}
                    onClick={() => props.change(one.day)}
                  >
                    <Icon name="pencil" />
                  </button>
                  <button
                    type="button"
                    class="button plain icon-only"
                    aria-label={`${words().follow} ${one.day}`}
                    title={words().follow}
                    aria-disabled={props.isBusy}
                    onClick={() => props.follow(one.day)}
                  >
                    <Icon name="undo" />
                  </button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

function NoDays(props: { mayWrite: boolean }) {
  const words = () => t().papers.calendar
  return (
    <p class="card-body hint">
      {words().ownEmpty}
      {t().clause}
      {words().ownEmptyText} {props.mayWrite ? words().ownEmptyWrite : ''}
    </p>
  )
}
