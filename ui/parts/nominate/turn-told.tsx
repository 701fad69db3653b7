import { For, type JSX, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { Turned } from '../../nominate.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** So many lines are read at a glance. */
const FEW = 20

/** Whom it would nominate, and where candidates lack. */
export function Told(props: { seen: Turned }) {
  const of = (as: string) => props.seen.nominated.filter((one) => one.as === as).length
  const joins = () => props.seen.nominated.filter(({ isInGroup }) => isInGroup).length
  const villages = () => new Set(props.seen.nominated.map(({ village }) => village)).size
  const short = () => props.seen.villages.filter(({ margin }) => margin.candidates < margin.needed)
  const alone = () => props.seen.villages.filter((one) => one.alone.length > 0)
  const posts = (one: Turned['villages'][number]) =>
    one.alone.map((post) => t().post[post]).join(t().comma)
  return (
    <>
      <p class="turn-counts">
        {t().nominate.turn.counts(of('seat'), count(props.seen) - of('seat'), villages())}
        <Show when={joins() > 0}> {t().nominate.turn.joins(joins())}</Show>
      </p>
      <Lines
        title={t().nominate.turn.shown}
        count={props.seen.nominated.length}
        isOpen={count(props.seen) <= FEW}
      >
        <For each={props.seen.nominated}>
          {(one) => (
            <li>
              <span class="medium">{personName(one.name)}</span>
              <span>
                {t().nominate.for(
                  nameIn(props.seen, one.village),
                  one.posts.map((post) => t().post[post]).join(t().comma),
                )}
              </span>
              <span class="chip push">{t().nominate.turn.as[one.as]}</span>
            </li>
          )}
        </For>
      </Lines>
      <Show when={short().length > 0}>
        <Lines title={t().nominate.turn.short(short().length)} isWeak>
          <For each={short()}>
            {({ village, margin }) => (
              <li>
                {t().nominate.turn.shortOf(
                  placeName(village.name),
                  margin.candidates,
                  margin.needed,
                )}
              </li>
            )}
          </For>
        </Lines>
      </Show>
      <Show when={alone().length > 0}>
        <Lines
          title={t().nominate.turn.alone(alone().length)}
          isWeak
          hint={t().nominate.turn.aloneText}
        >
          <For each={alone()}>
            {(one) => <li>{t().nominate.turn.aloneOf(placeName(one.village.name), posts(one))}</li>}
          </For>
        </Lines>
      </Show>
    </>
  )
}

const count = ({ nominated }: Turned) => nominated.length
const nameIn = ({ villages }: Turned, code: string) =>
  placeName(villages.find(({ village }) => village.code === code)?.village.name ?? code)

/** Who is left out, each with the reason. */
export function Skipped(props: { seen: Turned }) {
  return (
    <Show when={props.seen.skipped.length > 0}>
      <Lines
        title={t().nominate.turn.skippedCount(props.seen.skipped.length)}
        isOpen={props.seen.skipped.length <= 6}
      >
        <For each={props.seen.skipped}>
          {(one) => (
            <li>
              <span class="medium">{personName(one.name) || t().unknown}</span>
              <span class="hint">{nameIn(props.seen, one.village)}</span>
              <span class="why-skipped">{say(one.words)}</span>
            </li>
          )}
        </For>
      </Lines>
    </Show>
  )
}

function Lines(props: {
  title: string
  count?: number
  hint?: string
  isOpen?: boolean
  isWeak?: boolean
  children: JSX.Element
}) {
  return (
    <details class="turn-lines" open={props.isOpen ?? false}>
      <summary classList={{ weak: props.isWeak ?? false }}>
        <Show when={props.isWeak}>
          <Icon name="warning" />
        </Show>
        {props.title}
        <Show when={props.count !== undefined}>
          <span class="count">{props.count}</span>
        </Show>
      </summary>
      <Show when={props.hint}>
        <p class="hint">{props.hint}</p>
      </Show>
      <section class="turn-scroll" tabindex="0" aria-label={props.title}>
        <ul>{props.children}</ul>
      </section>
    </details>
  )
}
