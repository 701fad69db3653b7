import type { VillageTeam } from './combination.ts'
import type { Column, Stage } from './master.ts'
import type { Relaxation } from './price.ts'
import type { Team } from './room.ts'
import { goesOn, type Search } from './state.ts'
import { type TeamSearch, teamSearch } from './team.ts'

/** Teams of each village to begin with, how much more than the best they may lose, and those that a round adds. */
const SEEDS = { count: 25, ceiling: 0.03, steps: 2_500 }
const NEAR = { count: 6, ceiling: 0.01, steps: 1_500 }
export const EXACT = { isFree: () => true, ceiling: 1e6, steps: 4_000, byModel: 300 }
/** A village by itself: a search of whole choices comes after it, which keeps caps as well and takes longer. */
export const ALONE = { ...EXACT, steps: 6_000, byModel: 0 }

/** The best team of a village; its loss is 0 where the search was cut off, which is safe. */
export type Found = { team: Team | null; loss: number; isWhole: boolean }

export function bestTeams(
  state: Search,
  search: TeamSearch,
  asked = EXACT,
  known: readonly (Found | null)[] = [],
): Found[] {
  const { instance } = state
  return instance.problem.villages.map((_, village) => {
    const before = known[village]
    if (before) return before
    if (!goesOn(state)) return { team: null, loss: 0, isWhole: false }
    const { team, isWhole } = search.best(village, asked)
    return { team, loss: isWhole && team !== null ? team.loss : 0, isWhole }
  })
}

export const lossOf = (found: readonly Found[]) => found.reduce((sum, { loss }) => sum + loss, 0)

/** Teams to begin with: those that lose little, the same leaning to what the relaxation chooses, and the best plan's. */
export function firstTeams(
  state: Search,
  stage: Stage,
  relaxed: Relaxation,
  search: TeamSearch,
  found: readonly Found[],
): VillageTeam[] {
  const leaning = { ...relaxed, reduced: leaningTo(relaxed) }
  const lean = teamSearch(state.master, stage, leaning, state.memory)
  return [
    ...several(state, search, found, SEEDS),
    ...several(state, lean, bestTeams(state, lean, { ...EXACT, byModel: 0 }), SEEDS),
    ...teamsOf(state),
  ]
}

/** The teams that lose little at the prices of a round, where any has moved. */
export function nearTeams(
  state: Search,
  search: TeamSearch,
  found: readonly Found[],
  known: readonly (Found | null)[],
): VillageTeam[] {
  return several(state, search, found, NEAR, known)
}

function several(
  state: Search,
  search: TeamSearch,
  found: readonly Found[],
  { count, ceiling, steps }: typeof SEEDS,
  known: readonly (Found | null)[] = [],
): VillageTeam[] {
  return state.instance.problem.villages.flatMap((_, village) => {
    if (known[village] || !goesOn(state)) return []
    const { team, loss } = found[village]!
    const asked = { isFree: EXACT.isFree, ceiling: loss + ceiling, steps }
    const teams = search.several(village, count, asked)
    return [...(team === null ? [] : [team]), ...teams].map(({ columns }) => ({ village, columns }))
  })
}

function teamsOf({ instance, best }: Search): VillageTeam[] {
  const columns = instance.problem.villages.map((): Column[] => [])
  for (const column of best.columns) columns[instance.village[column.pair]!]!.push(column)
  return columns.map((own, village) => ({ village, columns: own }))
}

/** What a choice that the relaxation does not make costs, so that of teams alike those that it leans to are taken. */
const LEANING = 0.01

/** Reduced costs by which the choices that a relaxation makes come before others that cost the same. */
function leaningTo({ chosen, reduced }: Relaxation): Float64Array {
  const leaning = reduced.map((cost) => cost - LEANING)
  for (const { index, part } of chosen) leaning[index]! += LEANING * Math.min(1, part)
  return leaning
}
