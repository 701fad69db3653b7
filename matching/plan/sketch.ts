import { evaluate, isBetter } from './incumbent.ts'
import type { Column, Stage } from './master.ts'
import { pricesAt } from './prices.ts'
import type { Search } from './state.ts'
import { teamSearch } from './team.ts'

const LIMITS = { ceiling: 1e6, steps: 1_000 }

/**
 * A plan before anything is relaxed: one village after the other, key villages first, chooses its best team from those
 * who are left. Keeps it when it is better than the best so far.
 */
export function sketch(state: Search, stage: Stage) {
  const { master, memory, instance } = state
  const prices = pricesAt(master, stage, new Float64Array(master.lower.length))
  const search = teamSearch(master, stage, prices, memory)
  const isUrgent = (village: number) => Number(!instance.problem.villages[village]!.isKey)
  const villages = [...instance.problem.villages.keys()].sort((a, b) => isUrgent(a) - isUrgent(b))
  const taken = new Set<number>()
  const columns = villages.flatMap((village): Column[] => {
    const { team } = search.best(village, { isFree: (person) => !taken.has(person), ...LIMITS })
    for (const { pair } of team?.columns ?? []) taken.add(instance.person[pair]!)
    return team?.columns ?? []
  })
  const plan = evaluate(instance, columns)
  if (!isBetter(plan, state.best)) return
  state.best = plan
  state.report('search')
}
