import { createAsync } from '@solidjs/router'
import { createSignal, For, Show, Suspense } from 'solid-js'
import { deadlineOf } from '../../papers.ts'
import { say, t } from '../../words/index.ts'
import { Field, TextField } from '../account/fields.tsx'
import { Icon } from '../icon.tsx'
import { today, weekdayName } from './days.ts'

const MOST_DAYS = 250
/** A public notice takes five working days or more. */
const NOTICE_DAYS = '5'

/** Where a term of working days ends, and what on the way makes it so. */
export function Term() {
  const words = () => t().papers.calendar
  const [from, setFrom] = createSignal(today())
  const [days, setDays] = createSignal(NOTICE_DAYS)
  const count = () => (/^\d{1,3}$/.test(days().trim()) ? Number(days()) : 0)
  const isSound = () => count() >= 1 && count() <= MOST_DAYS
  return (
    <section class="card" aria-labelledby="term">
      <div class="card-head">
        <h2 id="term">{words().deadline}</h2>
        <span class="hint">{words().deadlineHint}</span>
      </div>
      <div class="card-body form">
        <div class="term-fields">
          <Field label={words().from}>
            {(given) => (
              <input
                {...given()}
                class="input"
                type="date"
                name="from"
                min="2004-01-01"
                max="2099-12-31"
                value={from()}
                onInput={(event) => setFrom(event.currentTarget.value)}
              />
            )}
          </Field>
          <TextField
            label={words().days}
            error={isSound() ? undefined : words().wrongDays}
            name="days"
            value={days()}
            set={setDays}
            inputmode="numeric"
            maxlength={3}
          />
        </div>
        <Show when={isSound() && from()}>
          {(from) => (
            <Suspense fallback={<p class="hint">{t().shell.loading}</p>}>
              <Ends from={from()} days={count()} />
            </Suspense>
          )}
        </Show>
      </div>
    </section>
  )
}

function Ends(props: { from: string; days: number }) {
  const words = () => t().papers.calendar
  const answer = createAsync(() => deadlineOf(props.from, props.days))
  return (
    <Show when={answer()}>
      {(known) => (
        <div class="form" role="status">
          <p class="term-end">
            <b>{words().endsOn(known().endsOn, weekdayName(known().endsOn))}</b>
          </p>
          <Show
            when={known().passed.length > 0}
            fallback={<p class="hint">{words().passedNone}</p>}
          >
            <p class="hint">
              {words().passed}
              {t().colon}
              <For each={known().passed}>
                {({ day, isWorking, name }, at) => (
                  <>
                    {at() > 0 ? t().comma : ''}
                    {day.slice(5)} {say(name)}
                    {isWorking ? '' : ` (${words().off})`}
                  </>
                )}
              </For>
            </p>
          </Show>
          <Show when={!known().isConfirmed}>
            <p class="note weak">
              <Icon name="warning" />
              <span>{words().notConfirmed}</span>
            </p>
          </Show>
        </div>
      )}
    </Show>
  )
}
