import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { VillageListView } from '../../readiness.ts'
import { say, t } from '../../words/index.ts'
import { factsOf } from '../person-line.tsx'
import { Blank } from '../states.tsx'

const w = () => t().readiness.lists

/** Whom the village lacks, who is nearest, and the three remedies. */
export function ListGap(props: { known: VillageListView }) {
  return (
    <>
      <Missing gap={props.known.gap} />
      <Nearest known={props.known} />
      <section aria-labelledby="list-remedies">
        <h3 id="list-remedies">{w().remedies}</h3>
        <ol class="list-remedies">
          <For each={props.known.remedies}>
            {(one) => (
              <li>
                <b>{say(one.words)}</b>{' '}
                <Show when={one.people !== null}>
                  <span class="pill">{w().remedyPeople(one.people!)}</span>
                </Show>
                <p class="second">{say(one.says)}</p>
              </li>
            )}
          </For>
        </ol>
      </section>
    </>
  )
}

function Missing(props: { gap: VillageListView['gap'] }) {
  const missed = () => props.gap.missed
  return (
    <section aria-labelledby="list-gap">
      <h3 id="list-gap">{w().gap}</h3>
      <p>{say(props.gap.profile)}</p>
      <p class="second">
        {w().gapPeople(props.gap.people)}
        <Show when={props.gap.ready > 0}>
          {t().clause}
          {w().gapReady(props.gap.ready)}
        </Show>
      </p>
      <Show when={props.gap.rules.length > 0}>
        <table class="table" aria-labelledby="list-gap">
          <thead>
            <tr>
              <th scope="col">{w().gapRule}</th>
              <th scope="col" class="number">
                {w().gapBarred}
              </th>
              <th scope="col" class="number">
                {w().gapUnknown}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.gap.rules}>
              {({ words, barred, unknown }) => (
                <tr>
                  <th scope="row">{say(words)}</th>
                  <td class="number">{barred}</td>
                  <td class="number">{unknown}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <Show when={missed()} fallback={<p class="second">{w().missedUnknown}</p>}>
        {(known) => (
          <Show when={known().length > 0} fallback={<p class="second">{w().missedNone}</p>}>
            <p class="second">
              {w().missed}
              {t().colon}
              {known().map(say).join(t().clause)}
            </p>
          </Show>
        )}
      </Show>
      <p class="hint">{say(props.gap.besides)}</p>
    </section>
  )
}

function Nearest(props: { known: VillageListView }) {
  return (
    <section aria-labelledby="list-nearest">
      <h3 id="list-nearest">{w().nearest}</h3>
      <p class="hint">{w().nearestHint}</p>
      <Show
        when={props.known.nearest.length > 0}
        fallback={<Blank icon="people" title={w().noNearest} text={w().noNearestText} />}
      >
        <ol class="plain list-people">
          <For each={props.known.nearest}>
            {(near) => (
              <li>
                <A href={`/talents/${near.person.id}`}>{personName(near.person.name)}</A>{' '}
                <span class="pill">
                  {near.steps.length === 0 ? w().ready : w().steps(near.steps.length)}
                </span>{' '}
                <span class="second">
                  {w().from[near.from]}
                  {t().separator}
                  {factsOf(near.person)}
                  {t().separator}
                  {w().fit(points(near.fit), points(near.low), points(near.high))}
                </span>
                <Show when={near.steps.length + near.approvals.length > 0}>
                  <p class="second">
                    {[
                      ...near.steps.map(say),
                      ...near.approvals.map((level) => w().approval[level]),
                    ].join(t().clause)}
                  </p>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  )
}

const points = (share: number) => String(Math.round(share * 100))
