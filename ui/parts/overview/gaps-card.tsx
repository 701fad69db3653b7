import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { Gap, Overview } from '../../overview.ts'
import { say, t } from '../../words/index.ts'
import { hrefOf } from './address.ts'

const w = () => t().overview
const FIRST = 6
/** Townships that are named beside a gap. */
const NAMED = 3

/** What villages cannot meet with the people of today, and where. */
export function GapsCard(props: { overview: Overview; planHref: string; base?: string }) {
  const [isWhole, setWhole] = createSignal(false)
  const gaps = () => props.overview.gaps
  const shown = () => (isWhole() ? gaps() : gaps().slice(0, FIRST))
  const isNotYet = () =>
    props.overview.total.unsolved + uncounted() === props.overview.total.villages
  const uncounted = () => props.overview.total.villages - props.overview.total.counted
  return (
    <section class="card" aria-labelledby="gaps">
      <div class="card-head">
        <h2 id="gaps">{w().gaps}</h2>
        <span class="hint">{w().gapsHint}</span>
        <Show when={props.overview.structure.plan}>
          <A class="push small" href={props.planHref}>
            {w().gapsAll}
          </A>
        </Show>
      </div>
      <Show
        when={gaps().length > 0}
        fallback={<p class="card-body hint">{isNotYet() ? w().gapsNotYet : w().gapsNone}</p>}
      >
        <section class="scroll" tabindex="0" aria-labelledby="gaps">
          <table class="table small-rows" aria-labelledby="gaps">
            <thead>
              <tr>
                <th scope="col">{w().gap}</th>
                <th scope="col" class="number">
                  {w().gapVillages}
                </th>
                <th scope="col">{w().gapTownships}</th>
              </tr>
            </thead>
            <tbody>
              <For each={shown()}>{(gap) => <Row gap={gap} base={props.base} />}</For>
            </tbody>
          </table>
        </section>
        <Show when={gaps().length > FIRST}>
          <button
            type="button"
            class="button slim show-all"
            onClick={() => setWhole((now) => !now)}
          >
            {isWhole() ? w().gapsLess : w().gapsMore(gaps().length - FIRST)}
          </button>
        </Show>
      </Show>
    </section>
  )
}

function Row(props: { gap: Gap; base: string | undefined }) {
  const count = () => whole(props.gap.villages.length)
  const where = () =>
    props.gap.townships
      .slice(0, NAMED)
      .map(({ name, villages }) => w().townshipCount(placeName(name), whole(villages)))
      .join(t().separator)
  return (
    <tr>
      <th scope="row">
        {say(props.gap.words)} <span class="chip">{w().gapTier[props.gap.tier]}</span>
      </th>
      <td class="number strong">
        <A
          class="opens"
          href={
            props.base
              ? `${props.base}?${new URLSearchParams({ gap: props.gap.words.zh })}`
              : hrefOf({ gap: props.gap.words.zh })
          }
          aria-label={w().gapOpen(say(props.gap.words), count())}
        >
          {count()}
        </A>
      </td>
      <td class="second small">{where()}</td>
    </tr>
  )
}
