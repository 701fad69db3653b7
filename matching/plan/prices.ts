import { PATTERNS, postsOfPattern } from '../pattern.ts'
import { POSTS, TIERS, type Tier } from '../types.ts'
import { trackedEntries } from './entries.ts'
import { villagesInReach } from './layout.ts'
import type { Master, Stage } from './master.ts'
import { priceAt } from './price.ts'
import { firstPostOf, type Prices } from './room.ts'

/** Prices of the relaxation over choices, with those of the shared rows by the model over teams. */
export function dualFrom(
  master: Master,
  stage: Stage,
  ofChoices: Float64Array,
  shared: ReadonlyMap<number, number>,
): Float64Array {
  const { layout, instance, rowOfPerson } = master
  const dual = new Float64Array(master.lower.length)
  dual.set(ofChoices)
  villagesInReach(instance).forEach((places, person) => {
    if (places > 1 && rowOfPerson[person]! >= 0) dual[rowOfPerson[person]!] = 0
  })
  for (const [row, price] of shared) dual[row] = price
  const dearest = (tier: Tier) => stage.price[tier] + dual[layout.tierRow + TIERS.indexOf(tier)]!
  for (const form of layout.planForms) {
    const row = layout.formRow + form
    dual[row] = Math.min(0, Math.max(-dearest(instance.forms[form]!.tier), dual[row]!))
  }
  layout.liveFree.forEach((index, position) => {
    const row = layout.freeRow + position
    dual[row] = Math.max(0, Math.min(dearest(instance.availability[index]!.tier), dual[row]!))
  })
  return dual
}

/** Prices between two, `share` of the second. */
export function mixed(own: Float64Array, centre: Float64Array, share: number): Float64Array {
  return own.map((price, row) => (1 - share) * price + share * (centre[row] ?? 0))
}

/** Reduced costs at prices; where one is positive, its seat is made dearer, until none is. */
export function pricesAt(master: Master, stage: Stage, given: Float64Array): Prices {
  const { start, problem } = master.instance
  const dual = given.slice()
  const reduced = priceAt(master, stage, dual)
  const most = new Float64Array(POSTS.length)
  for (let village = 0; village < problem.villages.length; village++) {
    const [from, to] = [PATTERNS.length * start[village]!, PATTERNS.length * start[village + 1]!]
    for (const post of FILLED) {
      most[post] = 0
      for (let index = from; index < to; index++) {
        const cost = reduced[index]!
        if (cost > most[post]! && firstPostOf[index % PATTERNS.length] === post) most[post] = cost
      }
      if (most[post] === 0) continue
      dual[POSTS.length * village + post]! += most[post]!
      for (let index = from; index < to; index++)
        if (postsOfPattern[index % PATTERNS.length]!.includes(post)) reduced[index]! -= most[post]!
    }
  }
  return { dual, reduced }
}
const FILLED = [...new Set(firstPostOf)]

/** The Lagrangean bound: what the rows are worth at their prices, less what every village must lose. */
export function boundAt(master: Master, stage: Stage, { dual }: Prices, loss: number): number {
  const { lower, upper, layout } = master
  let worth = -loss
  for (let row = 0; row < dual.length; row++) {
    const price = dual[row]!
    if (price !== 0) worth += price * (price > 0 ? upper[row]! : lower[row]!)
  }
  trackedEntries(master).forEach((entries) => {
    const reduced = entries.reduce((sum, [row, value]) => sum - dual[row]! * value, 0)
    worth += Math.max(0, reduced)
  })
  return worth + residualMisses(master, stage, dual, layout)
}

/** Misses of a village's targets are never worth having at the prices; dust of the solver is added to be safe. */
function residualMisses(
  { instance }: Master,
  stage: Stage,
  dual: Float64Array,
  layout: Master['layout'],
): number {
  let dust = 0
  instance.forms.forEach(({ tier }, form) => {
    const ofTier = dual[layout.tierRow + TIERS.indexOf(tier)]!
    if (-dual[layout.formRow + form]! - ofTier - stage.price[tier] > 1e-7) dust = Infinity
  })
  return dust
}
