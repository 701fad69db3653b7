import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { Overview } from '../../overview.ts'
import { say, t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { ColourWord, STATE_OF } from '../overview/colours.tsx'
import { shareDone } from '../overview/strip.tsx'
import { Marks } from '../overview/township-table.tsx'
import { LINES } from './pages.ts'

const w = () => t().overview

export function ReadinessPage(props: { overview: Overview }) {
  const total = () => props.overview.total
  return (
    <div class="big-figures">
      <For each={['red', 'yellow', 'green'] as const}>
        {(colour) => (
          <p class="big-figure">
            <Mark state={STATE_OF[colour]} />
            <b>{whole(total()[colour])}</b>
            <span>{w().colourSays[colour]}</span>
          </p>
        )}
      </For>
      <p class="big-line">{t().bigScreen.ofVillages(whole(total().villages))}</p>
      <Figure
        name={w().depth}
        value={whole(total().deep)}
        of={w().depthAsked(whole(total().counted), props.overview.reservesAsked)}
      />
      <Figure
        name={w().reach}
        value={whole(total().reachable)}
        of={w().reachOf(whole(total().counted))}
      />
      <Figure
        name={w().review}
        value={total().asked > 0 ? shareDone(total().answered, total().asked) : t().dash}
        of={
          total().asked > 0
            ? w().reviewOf(whole(total().answered), whole(total().asked))
            : w().reviewNone
        }
      />
    </div>
  )
}

export function Figure(props: { name: string; value: string; of: string }) {
  return (
    <p class="big-figure small-figure">
      <span>{props.name}</span>
      <b>{props.value}</b>
      <span>{props.of}</span>
    </p>
  )
}

export function TownshipsPage(props: { overview: Overview; from: number }) {
  const by = () => Map.groupBy(props.overview.villages, ({ township }) => township)
  const shown = () => props.overview.townships.slice(props.from, props.from + LINES)
  return (
    <table class="big-table" aria-label={w().table}>
      <thead>
        <tr>
          <th scope="col">{w().township}</th>
          <th scope="col">{w().marks}</th>
          <For each={['red', 'yellow', 'green'] as const}>
            {(colour) => <th scope="col">{w().colour[colour]}</th>}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={shown()}>
          {(line) => (
            <tr>
              <th scope="row">{placeName(line.township.name)}</th>
              <td>
                <Marks line={line} villages={by().get(line.township.code) ?? []} />
              </td>
              <For each={['red', 'yellow', 'green'] as const}>
                {(colour) => <td class={`${colour}-figure`}>{whole(line[colour])}</td>}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

/** The facts of the place; whoever is proposed there is not named. */
export function WorstPage(props: { overview: Overview }) {
  const worst = () =>
    props.overview.worst.flatMap(
      (code) => props.overview.villages.find((one) => one.code === code) ?? [],
    )
  const townshipOf = (code: string) =>
    props.overview.townships.find(({ township }) => township.code === code)?.township.name ?? ''
  return (
    <ol class="big-list">
      <For each={worst()}>
        {(one) => (
          <li>
            <b>
              {placeName(one.name)} <small>{placeName(townshipOf(one.township))}</small>
            </b>
            <ColourWord colour={one.colour} />
            <Show when={one.words}>{(words) => <p>{say(words())}</p>}</Show>
          </li>
        )}
      </For>
    </ol>
  )
}
