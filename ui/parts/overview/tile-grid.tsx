import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { Overview } from '../../overview.ts'
import { t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { ColourLegend, markOf, saidOf } from './colours.tsx'

const w = () => t().overview

/** One tile a village in blocks of townships: where it is not ready is seen at a glance. */
export function TileGrid(props: { overview: Overview }) {
  const by = () => Map.groupBy(props.overview.villages, ({ township }) => township)
  return (
    <section class="card" aria-labelledby="tiles">
      <div class="card-head">
        <h2 id="tiles">{w().map}</h2>
        <span class="hint">{w().mapHint}</span>
        <span class="push">
          <ColourLegend />
        </span>
      </div>
      <div class="tile-map">
        <For each={props.overview.townships}>
          {(line) => (
            <section class="tile-block" aria-label={placeName(line.township.name)}>
              <h3>
                <A href={`/townships/${line.township.code}`}>{placeName(line.township.name)}</A>
              </h3>
              <p class="hint">
                {w().marksSay(
                  whole(line.red),
                  whole(line.yellow),
                  whole(line.green),
                  whole(line.villages - line.counted),
                )}
              </p>
              <ul>
                <For each={by().get(line.township.code)}>
                  {(one) => (
                    <li>
                      <A
                        class={`tile-village ${markOf(one.colour)}`}
                        href={`/villages/${one.code}`}
                        title={saidOf(one)}
                        aria-label={saidOf(one)}
                      >
                        <Mark state={markOf(one.colour)} />
                        <span>{placeName(one.name)}</span>
                      </A>
                    </li>
                  )}
                </For>
              </ul>
              <Show when={line.villages === 0}>
                <p class="hint">{w().noVillages}</p>
              </Show>
            </section>
          )}
        </For>
      </div>
    </section>
  )
}
