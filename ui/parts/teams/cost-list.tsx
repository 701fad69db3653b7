import { For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { TargetCost } from '../../types.ts'
import { t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { amountText, unitOf } from '../target.ts'
import { partsOf, pointsText } from './differences.ts'

type Named = { id: string; name: string }

/** Targets that take something from total fit, the dearest first, each with who would sit instead. */
export function CostList(props: { costs: TargetCost[]; people: Named[] }) {
  const dear = () => props.costs.filter(({ gain }) => gain > 0)
  const most = () => dear()[0]?.gain ?? 1
  const nameOf = (id: string) =>
    personName(props.people.find((person) => person.id === id)?.name ?? id)
  return (
    <Show
      when={dear().length > 0}
      fallback={
        <p role="status">
          {props.costs.length === 0 ? t().teams.costs.noTargets : noneText(props.costs)}
        </p>
      }
    >
      <ol class="costs" aria-label={t().teams.costs.list}>
        <For each={dear()}>{(cost) => <Cost cost={cost} most={most()} nameOf={nameOf} />}</For>
      </ol>
      <Show when={props.costs.length > dear().length}>
        <p class="hint">{othersText(props.costs)}</p>
      </Show>
    </Show>
  )
}

/** What is not proven to be nothing says how much it could be. */
function othersText(costs: TargetCost[]): string {
  const others = costs.filter(({ gain }) => gain === 0)
  const bound = Math.max(...others.map(({ atMost }) => atMost))
  return bound < DUST
    ? t().teams.costs.others(others.length)
    : t().teams.costs.othersAtMost(others.length, pointsText(bound))
}

const noneText = (costs: TargetCost[]) =>
  costs.every(({ atMost }) => atMost < DUST)
    ? t().teams.costs.none
    : t().teams.costs.noneFound(
        costs.length,
        pointsText(Math.max(...costs.map(({ atMost }) => atMost))),
      )

/** Bounds nearer than a hundredth of a point are the same figure. */
const DUST = 1e-4

function Cost(props: { cost: TargetCost; most: number; nameOf: (id: string) => string }) {
  const isProven = () => props.cost.atMost - props.cost.atLeast < DUST
  const points = () => pointsText(props.cost.gain)
  return (
    <li>
      <div class="row">
        <b>{targetName(props.cost.id)}</b>
        <span class="hint">{t().tier[props.cost.tier]}</span>
        <span class="push strong">{isProven() ? points() : t().teams.costs.about(points())}</span>
      </div>
      <span class="cost-bar" aria-hidden="true">
        <i style={{ width: `${(100 * props.cost.gain) / props.most}%` }} />
      </span>
      <p class="small second">
        {sentenceOf(props.cost, props.nameOf)}
        <Show when={!isProven()}>
          {' '}
          <span class="hint">
            {t().teams.costs.between(pointsText(props.cost.atLeast), pointsText(props.cost.atMost))}
          </span>
        </Show>
      </p>
    </li>
  )
}

/** Names of a sentence; the rest are counted. */
const NAMED = 6

/** Who would sit instead, and what the target would lose by it. */
function sentenceOf(
  { id, gain, units, firstUnit, moves }: TargetCost,
  nameOf: (id: string) => string,
): string {
  const words = t().teams.costs
  const { comes, goes, moves: moved } = partsOf(moves)
  const names = (some: { talent: string }[]) => {
    const first = some
      .slice(0, NAMED)
      .map(({ talent }) => nameOf(talent))
      .join(t().comma)
    return some.length > NAMED ? words.andOthers(first, some.length) : first
  }
  const unit = words.unit[unitOf(id)]
  const clauses = [
    ...(comes.length > 0 ? [words.comes(names(comes))] : []),
    ...(goes.length > 0 ? [words.goes(names(goes))] : []),
    ...(moved.length > 0 ? [words.moves(names(moved))] : []),
    ...(units > 1 ? [words.units(amountText(id, units))] : []),
    ...(units > 1 && firstUnit !== null ? [words.first(unit, pointsText(firstUnit))] : []),
    ...(units > 1 && firstUnit === null ? [words.each(unit, pointsText(gain / units))] : []),
  ]
  return `${words.without}${t().colon}${clauses.join(t().clause)}`
}
