import { evaluate, type Incumbent, isBetter } from '../plan/incumbent.ts'
import type { Instance } from '../plan/instance.ts'
import type { Column } from '../plan/master.ts'
import type { Solver } from '../plan/state.ts'
import { POSTS } from '../types.ts'
import type { RepairModel } from './model.ts'

export type Repair = { found: Incumbent; isProven: boolean }

/** The best team without one pair, counted as `without` has it; `start` is what is left of the team. */
export function repairWithout(
  repair: RepairModel,
  pair: number,
  without: Instance,
  start: Column[],
  { highs, ...solver }: Solver,
): Repair {
  const { model, columns, firstChoice } = repair
  const own = columns.flatMap((column, index) => (column.pair === pair ? [index] : []))
  const bound = (most: number) => {
    for (const index of own) model.changeColBounds(firstChoice + index, 0, most)
  }
  const isPinned = repair.instance.pinned.includes(pair)
  const row = POSTS.length + repair.instance.forms.length + repair.instance.person[pair]!
  bound(0)
  if (isPinned) model.changeRowBounds(row, 0, 1)
  narrowFree(repair, repair.instance.person[pair]!, 1)
  model.options.set({
    mip_rel_gap: 0,
    mip_abs_gap: 1e-6,
    time_limit: Math.max(0.1, solver.secondsLeft()),
    random_seed: solver.seed ?? 0,
  })
  model.run()
  const isProven = model.getModelStatus() === highs.constants.modelStatus.optimal
  const { colValue } = model.getSolution()
  const chosen = columns.filter((_, index) => colValue[firstChoice + index]! > 0.5)
  bound(1)
  if (isPinned) model.changeRowBounds(row, 1, 1)
  narrowFree(repair, repair.instance.person[pair]!, 0)
  const before = evaluate(without, start)
  const found = evaluate(without, chosen)
  return { found: isBetter(before, found) ? before : found, isProven }
}

/** Who is gone stands by no more. */
function narrowFree({ model, free, freeRow }: RepairModel, person: number, gone: number) {
  free.forEach(({ people, most }, index) => {
    if (people.has(person)) model.changeRowBounds(freeRow + index, -Infinity, most - gone)
  })
}
