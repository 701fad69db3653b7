import type { Solver } from '../plan/state.ts'
import { demanded, type MinShare, totalShortfall } from './demand.ts'
import { byFit, type Candidate, type Kind, kindsOf } from './kinds.ts'
import { type Aim, modelOf } from './model.ts'

export type Tools = Pick<Solver, 'highs' | 'secondsLeft'>
/** People in an order in which what lacks is least; `isProven` that no other choice lacks less or fits better. */
export type Choice = { list: Candidate[]; isProven: boolean }

/**
 * Who makes the list: what lacks, summed over groups and places, is least, and then total fit is most. The order of
 * fit stands where it lacks nothing. Else exact, by branch and bound over the number of people of each kind: first
 * with every demand kept, at the places where one rises; only where that cannot be, what lacks is made least first.
 */
export function choose(
  ordered: readonly Candidate[],
  shares: readonly MinShare[],
  size: number,
  tools: Tools,
): Choice {
  const plain = ordered.slice(0, size)
  if (totalShortfall(plain, shares) === 0) return { list: plain, isProven: true }
  const kinds = kindsOf(ordered, shares, size)
  const aim: Aim = { kinds, shares, places: rises(shares, size), isShort: false, mostShort: null }
  const kept = unavoidable(kinds, shares, size) === 0 ? solve(aim, tools) : 'impossible'
  if (kept !== 'impossible') return kept ?? { list: plain, isProven: false }
  const everywhere = { ...aim, places: plain.map((_, at) => at + 1) }
  const least = solve({ ...everywhere, isShort: true }, tools)
  if (least === null || least === 'impossible') return { list: plain, isProven: false }
  const mostShort = totalShortfall(least.list, shares) - unavoidable(kinds, shares, size)
  const best = solve({ ...everywhere, mostShort }, tools)
  if (best === null || best === 'impossible') return { ...least, isProven: false }
  return { list: best.list, isProven: best.isProven && least.isProven }
}

/** Places at which some demand grows, and the last. */
function rises(shares: readonly MinShare[], size: number): number[] {
  const grows = (place: number) =>
    shares.some((share) => demanded(share, place) > demanded(share, place - 1))
  return Array.from({ length: size }, (_, at) => at + 1).filter(
    (place) => place === size || grows(place),
  )
}

/** What lacks of groups that are too small, whoever is chosen. */
function unavoidable(kinds: readonly Kind[], shares: readonly MinShare[], size: number): number {
  let lacks = 0
  for (const share of shares) {
    const people = kinds.reduce(
      (sum, kind) => (kind.groups.has(share.group) ? sum + kind.people.length : sum),
      0,
    )
    for (let place = 1; place <= size; place++)
      lacks += Math.max(0, demanded(share, place) - people)
  }
  return lacks
}

/**
 * null when the time ended before any answer. HiGHS 1.15 takes some models that can be met for impossible when it
 * presolves them, so that an answer of that kind is asked for once more without.
 */
function solve(aim: Aim, tools: Tools): Choice | 'impossible' | null {
  const found = solved(aim, tools, 'on')
  return found === 'impossible' ? solved(aim, tools, 'off') : found
}

function solved(
  aim: Aim,
  { highs, secondsLeft }: Tools,
  presolve: 'on' | 'off',
): Choice | 'impossible' | null {
  const model = highs.createModel()
  try {
    model.options.set({
      ...{ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-9, presolve },
      time_limit: Math.max(0.1, secondsLeft()),
    })
    model.passModel(modelOf(aim, highs))
    model.run()
    const { modelStatus } = highs.constants
    const status = model.getModelStatus()
    if (status === modelStatus.infeasible) return 'impossible'
    const values = model.getSolution().colValue
    const isFound = model.info.get('primal_solution_status') === FEASIBLE
    if (!isFound || values === undefined) return null
    return { list: listOf(aim, values), isProven: status === modelStatus.optimal }
  } finally {
    model.dispose()
  }
}

/** HiGHS' word for a point that keeps every row. */
const FEASIBLE = 2

/** From place to place, the next fittest of each kind; those who come in together in the order of fit. */
function listOf({ kinds, places }: Aim, values: ArrayLike<number>): Candidate[] {
  return places.flatMap((_, place) =>
    kinds
      .flatMap(({ people }, kind) => {
        const count = (at: number) =>
          at < 0 ? 0 : Math.round(values[kind * places.length + at] ?? 0)
        return people.slice(count(place - 1), count(place))
      })
      .sort(byFit),
  )
}
