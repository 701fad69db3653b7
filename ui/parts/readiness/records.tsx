import { For, Show } from 'solid-js'
import type { VillageReadiness, WarningView } from '../../readiness.ts'
import { useRoles } from '../../session.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { StateWord } from '../mark.tsx'
import { dayOf } from '../talent/when.ts'
import { ActionTable } from './action-table.tsx'
import { STATES } from './states.ts'

const w = () => t().readiness

/** What was assigned and done, what warned, and how colour and list changed. */
export function Records(props: { known: VillageReadiness; say: (text: string) => void }) {
  const has = useRoles()
  const open = () => props.known.actions.filter(({ closed }) => closed === null)
  const closed = () => props.known.actions.filter(({ closed: of }) => of !== null)
  const mayAssign = () => has('county') || has('township')
  return (
    <>
      <Show when={open().length > 0}>
        <h3 class="card-part">{t().readiness.actions.title}</h3>
        <ActionTable rows={open()} isOfVillage mayAssign={mayAssign()} say={props.say} />
      </Show>
      <details class="readiness-records">
        <summary>
          <Icon name="right" />
          {w().showRecord}
        </summary>
        <Warnings known={props.known} />
        <Show when={closed().length > 0}>
          <h3 class="card-part">{t().readiness.actions.states.done}</h3>
          <ActionTable rows={closed()} isOfVillage mayAssign={false} say={props.say} />
        </Show>
        <History known={props.known} />
      </details>
    </>
  )
}

function Warnings(props: { known: VillageReadiness }) {
  return (
    <Show
      when={props.known.warnings.length > 0}
      fallback={
        <p class="hint card-body">
          {w().noWarnings}
          {t().clause}
          {w().noWarningsText}
        </p>
      }
    >
      <section class="scroll" tabindex="0" aria-label={w().warnings}>
        <table class="table" aria-label={w().warnings}>
          <thead>
            <tr>
              <th scope="col">{w().indicator}</th>
              <th scope="col">{w().warned}</th>
              <th scope="col">{w().raised}</th>
              <th scope="col">{w().cleared}</th>
              <th scope="col">{w().closed}</th>
              <th scope="col">{w().byAction}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.known.warnings}>
              {(one) => <Warning one={one} known={props.known} />}
            </For>
          </tbody>
        </table>
      </section>
    </Show>
  )
}

function Warning(props: { one: WarningView; known: VillageReadiness }) {
  const one = () => props.one
  const name = () => props.known.indicators.find(({ id }) => id === one().indicator)?.name
  const action = () => props.known.actions.find(({ id }) => id === one().closedBy)
  const by = () => {
    if (one().closedAt === null) return t().dash
    const result = action()?.closed?.result
    return result ?? w().byFacts
  }
  return (
    <tr>
      <th scope="row" class="medium nowrap">
        {name() ? say(name()!) : t().township.indicator[one().indicator]}
      </th>
      <td>
        <StateWord state={STATES[one().colour]}>{w().colour[one().colour]}</StateWord>{' '}
        {say(one().words)}
        <Show when={one().isReopened}>
          <span class="pill">{w().reopened}</span>
        </Show>
      </td>
      <td class="second nowrap">{dayOf(one().raisedAt)}</td>
      <td class="second nowrap">{one().clearedAt ? dayOf(one().clearedAt!) : closedOr(one())}</td>
      <td class="second nowrap">{one().closedAt ? dayOf(one().closedAt!) : w().notYet}</td>
      <td>{by()}</td>
    </tr>
  )
}

/** What closed at once was mended on that day. */
const closedOr = ({ closedAt }: WarningView) => (closedAt ? dayOf(closedAt) : w().stillOpen)

function History(props: { known: VillageReadiness }) {
  return (
    <>
      <h3 class="card-part">{w().history}</h3>
      <ul class="plain readiness-history">
        <For each={props.known.history} fallback={<li class="hint">{w().noHistory}</li>}>
          {(one) => (
            <li>
              <span class="second nowrap">{dayOf(one.at)}</span>{' '}
              {changeOf(one.colourBefore, one.colour, w().colour)}
              {t().separator}
              {changeOf(one.listBefore, one.list, w().lists.names)}
              <span class="second"> {say(one.words)}</span>
            </li>
          )}
        </For>
      </ul>
    </>
  )
}

function changeOf<Id extends string>(before: Id | null, after: Id, names: Record<Id, string>) {
  if (before === null) return w().began(names[after])
  return before === after ? names[after] : w().from(names[before], names[after])
}
