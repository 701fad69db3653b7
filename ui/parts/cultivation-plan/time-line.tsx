import { createSignal, For, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { inOrder, TIMELINE_KINDS, type TimelineEvent, type TimelineKind } from './time-line.ts'

/** Shown at once; the rest comes on demand. */
const STEP = 20

/** Everything of a person's cultivation in order of time, all of it or one kind. */
export function TimeLine(props: { events: readonly TimelineEvent[] }) {
  const [kind, setKind] = createSignal<TimelineKind | null>(null)
  const [most, setMost] = createSignal(STEP)
  const known = () => TIMELINE_KINDS.filter((one) => props.events.some((it) => it.kind === one))
  const shown = () =>
    inOrder(props.events.filter((event) => kind() === null || event.kind === kind()))
  const words = () => t().cultivationPlan.timeline
  return (
    <section class="card" aria-labelledby="cultivation-line">
      <div class="card-head">
        <h2 id="cultivation-line">{words().title}</h2>
        <Show when={known().length > 1}>
          <select
            class="input filter push"
            aria-label={words().filter}
            onChange={({ currentTarget: { value } }) =>
              setKind(TIMELINE_KINDS.find((one) => one === value) ?? null)
            }
          >
            <option value="" selected={kind() === null}>
              {words().all}
            </option>
            <For each={known()}>
              {(one) => (
                <option value={one} selected={kind() === one}>
                  {words().kinds[one]}
                </option>
              )}
            </For>
          </select>
        </Show>
      </div>
      <ol class="cultivation-line">
        <For each={shown().slice(0, most())} fallback={<li class="hint none">{words().empty}</li>}>
          {(event) => (
            <li>
              <time class="hint when" dateTime={event.on}>
                {event.on}
              </time>
              <div>
                <p>
                  <span class="chip">{words().kinds[event.kind]}</span> {event.title}
                </p>
                <Show when={event.text}>
                  <p class="hint">{event.text}</p>
                </Show>
              </div>
            </li>
          )}
        </For>
      </ol>
      <Show when={shown().length > most()}>
        <div class="card-body">
          <button type="button" class="button slim" onClick={() => setMost(most() + STEP)}>
            {words().more(Math.min(STEP, shown().length - most()))}
          </button>
        </div>
      </Show>
    </section>
  )
}
