import { For, Show } from 'solid-js'
import { wholePercent } from '../../format.ts'
import type { GroupHeld, ShortlistAnswer } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { StateWord } from '../mark.tsx'
import { finePoints, groupLabel } from './words.ts'

/** What was demanded, what is held, and what it cost. */
export function GroupsCard(props: { answer: ShortlistAnswer }) {
  const asked = () => props.answer.groups.filter(({ min }) => min > 0)
  return (
    <Show when={asked().length > 0}>
      <section class="card" aria-labelledby="groups">
        <div class="card-head">
          <h2 id="groups">{t().shortlist.groups}</h2>
          <Show when={props.answer.isProven}>
            <span class="hint">
              {asked().some(({ short }) => short.length > 0)
                ? t().shortlist.provenShort
                : t().shortlist.proven}
            </span>
          </Show>
        </div>
        <div class="groups-grid">
          <section class="scroll" tabindex="0" aria-label={t().shortlist.groups}>
            <GroupTable groups={asked()} />
          </section>
          <Cost answer={props.answer} />
        </div>
        <Unmet groups={asked()} isProven={props.answer.isProven} />
      </section>
    </Show>
  )
}

function GroupTable(props: { groups: readonly GroupHeld[] }) {
  return (
    <table class="table" data-density="compact" aria-labelledby="groups">
      <thead>
        <tr>
          <th scope="col">{t().shortlist.group}</th>
          <th scope="col" class="number">
            {t().shortlist.least}
          </th>
          <th scope="col" class="number">
            {t().shortlist.required}
          </th>
          <th scope="col" class="number">
            {t().shortlist.heldAlone}
          </th>
          <th scope="col" class="number">
            {t().shortlist.held}
          </th>
          <th scope="col">{t().shortlist.state}</th>
          <th scope="col">{t().shortlist.available}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.groups}>
          {(held) => (
            <tr>
              <th scope="row" class="nowrap">
                {groupLabel(held.name)}
              </th>
              <td class="number">{wholePercent(held.min)}</td>
              <td class="number">{held.required}</td>
              <td class="number second">{held.heldAlone}</td>
              <td class="number strong">{held.held}</td>
              <td class="nowrap">
                <StateWord state={held.short.length > 0 ? 'missed' : 'met'}>
                  {held.short.length > 0
                    ? t().shortlist.short(Math.max(0, held.required - held.held))
                    : t().shortlist.met}
                </StateWord>
              </td>
              <td class="nowrap">
                {t().people(held.available)}{' '}
                <Show when={held.unknown > 0}>
                  <span class="chip open">{t().shortlist.openPeople(held.unknown)}</span>
                </Show>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

function Cost(props: { answer: ShortlistAnswer }) {
  const people = () => props.answer.exchanges.length
  const isTurned = () => props.answer.listed.some(({ place, placeByFit }) => place !== placeByFit)
  const text = () => {
    const { fit, fitAlone } = props.answer
    if (people() > 0) return t().shortlist.costText(people(), finePoints(fitAlone - fit))
    return isTurned() ? t().shortlist.costOrder : t().shortlist.costNothing
  }
  return (
    <div class="share-cost">
      <h3>{t().shortlist.cost}</h3>
      <p class="medium">{text()}</p>
      <Show when={people() > 0}>
        <p class="hint">
          {t().shortlist.costOf(finePoints(props.answer.fit), finePoints(props.answer.fitAlone))}
        </p>
      </Show>
    </div>
  )
}

/** Which group could not be met, by how many, and at which places. */
function Unmet(props: { groups: readonly GroupHeld[]; isProven: boolean }) {
  const told = () => props.groups.flatMap(({ words }) => words ?? [])
  return (
    <Show when={told().length > 0 || !props.isProven}>
      <ul class="unmet">
        <For each={told()}>
          {(words) => (
            <li class="note missed">
              <Icon name="warning" />
              <span>{say(words)}</span>
            </li>
          )}
        </For>
        <Show when={!props.isProven}>
          <li class="note weak">
            <Icon name="warning" />
            <span>{t().shortlist.unproven}</span>
          </li>
        </Show>
      </ul>
    </Show>
  )
}
