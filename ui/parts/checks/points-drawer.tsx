import { A, createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { cardOf, type PointsRow } from '../../checks.ts'
import { plainNumber, signed } from '../../format.ts'
import { personName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Drawer } from '../layers.tsx'
import { View } from '../states.tsx'

/** The growth card of one person: each indicator with the entries that it counts. */
export function PointsDrawer(props: { row: PointsRow | null; quarter: string; close: () => void }) {
  return (
    <Drawer
      isOpen={props.row !== null}
      onClose={props.close}
      title={t().growthPoints.cardTitle(personName(props.row?.talent.name ?? ''))}
    >
      <Show when={props.row?.talent.id} keyed>
        {(id) => (
          <View rows={6}>
            <Card id={id} quarter={props.quarter} />
          </View>
        )}
      </Show>
    </Drawer>
  )
}

function Card(props: { id: string; quarter: string }) {
  const card = createAsync(() => cardOf(props.id, props.quarter))
  return (
    <>
      <Show
        when={card() && card()!.points !== null}
        fallback={<p class="note">{t().growthPoints.cardEmpty}</p>}
      >
        <ol class="lines points-lines">
          <For each={card()?.lines}>
            {(line) => (
              <li>
                <span class="row">
                  <span class="medium">{say(line.words)}</span>
                  <b class="push">{signed(line.points)}</b>
                </span>
                <p class="hint">
                  {[
                    t().growthPoints.each(plainNumber(line.each)),
                    t().growthPoints.times(plainNumber(line.times)),
                    ...(line.isCapped ? [t().growthPoints.capped] : []),
                  ].join(t().separator)}
                </p>
                <ul>
                  <For each={line.from}>
                    {({ on, words }) => (
                      <li class="second">
                        <span class="hint">{on.slice(5)}</span> {say(words)}
                      </li>
                    )}
                  </For>
                </ul>
              </li>
            )}
          </For>
        </ol>
        <p class="row points-total">
          <b>{t().growthPoints.total}</b>
          <b class="push">{plainNumber(card()?.points ?? 0)}</b>
        </p>
      </Show>
      <A class="button slim" href={`/talents/${props.id}`}>
        {t().growthPoints.portrait}
      </A>
    </>
  )
}
