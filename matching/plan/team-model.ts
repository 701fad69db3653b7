import type { Highs, Model } from 'highs'
import type { Entry } from './entries.ts'
import type { Choice, Room, Team } from './room.ts'
import { sparse } from './sparse.ts'

/** HiGHS' word for a point that keeps every row. */
const FEASIBLE = 2

/**
 * The team of least loss by branch and bound, for villages that a search in depth does not finish. `choices` are those
 * that may be in it. null when none keeps below the ceiling, undefined when it took too many
 * nodes (a count and no clock, so that the same question takes the same way).
 */
export function leastByModel(
  highs: Highs,
  room: Room,
  choices: readonly Choice[],
  ceiling: number,
  nodes: number,
): Team | null | undefined {
  const rows = rowsOf(room, choices)
  const columns = columnsOf(room, choices, rows)
  const model = modelOf(highs, rows, columns, true)
  try {
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-9,
      mip_max_nodes: nodes,
      ...WITHOUT_DIVES,
    })
    model.run()
    const { optimal } = highs.constants.modelStatus
    const status = model.getModelStatus()
    // An empty team keeps every row unless somebody is pinned: 'infeasible' proves nothing either.
    if (status !== optimal || model.info.get('primal_solution_status') !== FEASIBLE)
      return undefined
    const loss = columns.constant + model.getObjectiveValue()
    if (loss > ceiling) return null
    const { colValue } = model.getSolution()
    const taken = choices.filter((_, index) => colValue[index]! > 0.5)
    return { columns: taken.map(({ pair, pattern }) => ({ pair, pattern })), loss }
  } finally {
    model.dispose()
  }
}

/** Searches by HiGHS for better answers, which take longer here than to prove that there are none. */
export const WITHOUT_DIVES = {
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_root_reduced_cost: false,
}

export function modelOf(
  highs: Highs,
  rows: ReturnType<typeof rowsOf>,
  columns: ReturnType<typeof columnsOf>,
  isWhole: boolean,
): Model {
  const { integer, continuous } = highs.constants.variableType
  const [numCols, numRows] = [columns.cost.length, rows.lower.length]
  const types = columns.isWhole.map((whole) => (whole ? integer : continuous))
  return highs.createModel({
    numCols,
    numRows,
    colCost: Float64Array.from(columns.cost),
    colLower: new Float64Array(numCols),
    // Relaxed, the rows of people alone keep a choice at 1, and their duals carry the whole price.
    colUpper: isWhole ? Float64Array.from(columns.upper) : new Float64Array(numCols).fill(Infinity),
    rowLower: Float64Array.from(rows.lower),
    rowUpper: Float64Array.from(rows.upper),
    matrix: { format: 'csc', numCols, numRows, ...sparse(columns.entries) },
    ...(isWhole && { integrality: types }),
  })
}

/** Rows: seats of each post, forms, one per person, one per set of kin. */
export function rowsOf({ seats, forms, pinned }: Room, choices: readonly Choice[]) {
  const lower = [...seats.map(() => -Infinity), ...forms.atLeast]
  const upper = [...seats, ...Array.from(forms.atLeast, () => Infinity)]
  const rowOf = new Map<string, number>()
  const add = (key: string, least: number) => {
    if (rowOf.has(key)) return
    rowOf.set(key, lower.length)
    lower.push(least)
    upper.push(1)
  }
  for (const { person, cliques } of choices) {
    add(`person ${person}`, pinned.has(person) ? 1 : -Infinity)
    for (const clique of cliques) add(`clique ${clique}`, -Infinity)
  }
  return { lower, upper, rowOf, firstForm: seats.length }
}

/** Columns: a choice each, then what each form misses, and what it has too much where that costs. */
export function columnsOf(room: Room, choices: readonly Choice[], rows: ReturnType<typeof rowsOf>) {
  const { forms, emptySeat, seats, slack, slackOf } = room
  const cost: number[] = []
  const upper: number[] = []
  const isWhole: boolean[] = []
  const entries: Entry[][] = []
  // An empty seat loses its price, and a slack its own, unless a choice takes it.
  let constant = slack + seats.reduce((sum, count, post) => sum + count * emptySeat[post]!, 0)
  for (const { person, posts, cliques, loss, adds } of choices) {
    let own = loss - (slackOf.get(person) ?? 0)
    for (const post of posts) own -= emptySeat[post]!
    for (let form = 0; form < forms.count; form++) own += forms.surplus[form]! * adds[form]!
    cost.push(own)
    upper.push(1)
    isWhole.push(true)
    entries.push([
      ...posts.map((post): Entry => [post, 1]),
      ...Array.from(adds, (value, form): Entry => [rows.firstForm + form, value]).filter(
        ([, value]) => value !== 0,
      ),
      [rows.rowOf.get(`person ${person}`)!, 1],
      ...cliques.map((clique): Entry => [rows.rowOf.get(`clique ${clique}`)!, 1]),
    ])
  }
  for (let form = 0; form < forms.count; form++) {
    constant -= forms.surplus[form]! * forms.atLeast[form]!
    cost.push(forms.price[form]! + forms.surplus[form]!)
    upper.push(Infinity)
    isWhole.push(forms.isWhole[form] === 1)
    entries.push([[rows.firstForm + form, 1]])
  }
  return { cost, upper, isWhole, entries, constant }
}
