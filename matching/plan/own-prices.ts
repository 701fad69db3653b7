import type { Highs } from 'highs'
import { type Choice, choiceOf, firstPostOf, type Room, spreadOf, type Team } from './room.ts'
import { columnsOf, modelOf, rowsOf } from './team-model.ts'

/** A village at prices of its own. */
export type Repriced = {
  /** What every team loses at least. */
  floor: number
  /** The same village; its teams lose what is left above the floor. */
  room: Room
  /** The best team where the relaxation comes upon one. */
  team: Team | null
}

/**
 * Prices of a village's own rows that its linear relaxation finds, given what it pays for what villages share. Those that
 * a county's relaxation leaves behind fit it badly once the shared prices have moved: much is lost whoever is chosen, and
 * a search in depth sees it late. At its own prices no choice of small loss is idle, and the search ends soon. null when
 * the relaxation has no answer.
 */
export function atOwnPrices(highs: Highs, room: Room, choices: readonly Choice[]): Repriced | null {
  const rows = rowsOf(room, choices)
  const columns = columnsOf(room, choices, rows)
  const model = modelOf(highs, rows, columns, false)
  try {
    model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: PRIMAL })
    model.run()
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null
    const { colValue, rowDual, colDual } = model.getSolution()
    const loss = columns.constant + model.getObjectiveValue()
    const isWhole = columns.isWhole.every(
      (whole, at) => !whole || Math.abs(colValue[at]! - Math.round(colValue[at]!)) < 1e-7,
    )
    const taken = choices.filter((_, index) => colValue[index]! > 0.5)
    return {
      floor: loss - residual(room, choices, colDual),
      room: pricedBy(room, choices, rows, { rowDual, colDual }),
      team: isWhole
        ? { columns: taken.map(({ pair, pattern }) => ({ pair, pattern })), loss }
        : null,
    }
  } finally {
    model.dispose()
  }
}

/** HiGHS' word for the simplex method that needs no dual feasible start. */
const PRIMAL = 4

/** Reduced costs count as no less than nothing: what a team may gain by that, since the solver leaves float dust. */
function residual({ seats }: Room, choices: readonly Choice[], colDual: Float64Array): number {
  const most = seats.map(() => 0)
  choices.forEach(({ pattern }, at) => {
    const post = firstPostOf[pattern]!
    most[post] = Math.max(most[post]!, -colDual[at]!)
  })
  return seats.reduce((sum, count, post) => sum + count * most[post]!, 0)
}

function pricedBy(
  room: Room,
  choices: readonly Choice[],
  { rowOf, firstForm }: ReturnType<typeof rowsOf>,
  { rowDual, colDual }: { rowDual: Float64Array; colDual: Float64Array },
): Room {
  const { forms, seats } = room
  const byPost: Choice[][] = seats.map(() => [])
  choices.forEach((choice, at) => {
    const loss = Math.max(0, colDual[at]!)
    byPost[firstPostOf[choice.pattern]!]!.push(choiceOf(choice, loss))
  })
  for (const own of byPost) own.sort((a, b) => a.loss - b.loss || a.pair - b.pair)
  return {
    ...room,
    emptySeat: seats.map((_, post) => Math.max(0, -rowDual[post]!)),
    byPost,
    forms: {
      ...forms,
      price: forms.price.map((_, form) => Math.max(0, colDual[choices.length + form]!)),
      surplus: forms.surplus.map((_, form) => Math.max(0, rowDual[firstForm + form]!)),
      ...spreadOf(byPost, forms.count),
    },
    ...slackBy(room, choices, (key) => Math.max(0, -rowDual[rowOf.get(key)!]!)),
  }
}

/** What people and kin pay for their rows; a pinned person is in every team, whatever the row costs. */
function slackBy({ pinned }: Room, choices: readonly Choice[], priceOf: (key: string) => number) {
  const slackOf = new Map<number, number>()
  const cliques = new Set<number>()
  const people = new Set<number>()
  let slack = 0
  for (const { person, cliques: own } of choices) {
    if (people.has(person)) continue
    people.add(person)
    let price = pinned.has(person) ? 0 : priceOf(`person ${person}`)
    slack += price
    for (const clique of own) {
      const ofKin = priceOf(`clique ${clique}`)
      price += ofKin
      if (!cliques.has(clique)) slack += ofKin
      cliques.add(clique)
    }
    if (price > 0) slackOf.set(person, price)
  }
  return { slack, slackOf }
}
