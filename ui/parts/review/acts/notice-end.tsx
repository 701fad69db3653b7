import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { deadlineOf } from '../../../review.ts'
import { say, t } from '../../../words/index.ts'
import { Icon } from '../../icon.tsx'
import { shortDay } from '../say.ts'
import { type ActDraft, countOf } from './field.ts'

/** The last day of a notice by the county's calendar, with the days off on the way. */
export function NoticeEnd(props: { draft: ActDraft }) {
  const asked = () => {
    const from = props.draft.startsOn ?? ''
    const days = countOf(props.draft, 'days')
    return /^20\d\d-\d\d-\d\d$/.test(from) && days !== null && days >= 1 && days <= 60
      ? { from, days }
      : null
  }
  const deadline = createAsync(
    async () => {
      const of = asked()
      return of && (await deadlineOf(of.from, of.days).catch(() => null))
    },
    { initialValue: null },
  )
  return (
    <div role="status">
      <Show when={asked() && deadline.latest}>
        {(known) => (
          <p class="note accent">
            <Icon name="clock" />
            <span>
              <b>{t().review.sum.noticeEnds(known().endsOn)}</b>
              <For each={known().passed}>
                {({ day, isWorking, name }) => (
                  <>
                    {t().clause}
                    {t().review.sum.dayOff(shortDay(day), say(name), isWorking)}
                  </>
                )}
              </For>
              <Show when={!known().isConfirmed}>
                {t().clause}
                {t().review.sum.unconfirmed}
              </Show>
            </span>
          </p>
        )}
      </Show>
    </div>
  )
}
