import { without } from '../depth/absences.ts'
import { localOf } from '../depth/local.ts'
import { createRepairModel, type RepairModel } from '../depth/model.ts'
import { repairWithout } from '../depth/repair.ts'
import { seatingOf } from '../depth/seating.ts'
import { hasPattern } from '../pattern.ts'
import { evaluate, type Incumbent } from '../plan/incumbent.ts'
import type { Instance } from '../plan/instance.ts'
import type { Column } from '../plan/master.ts'
import type { Solver } from '../plan/state.ts'
import type { Plan, Problem, Tier } from '../types.ts'

/** People of a village's best team without whom law or policy would be missed more, whoever came in; in order of id. */
export function singlesOf(problem: Problem, plan: Plan, solver: Solver): string[] {
  const { instance: whole, team } = localOf(seatingOf(problem, plan), 0)
  const instance = binding(whole)
  const before = evaluate(instance, team)
  let repair: RepairModel | null = null
  const isSingle = (gone: Column) => {
    const rest = without(instance, gone.pair)
    const stay = team.filter((column) => column !== gone)
    if (isReplaced(rest, stay, gone.pattern, before)) return false
    repair ??= createRepairModel(solver.highs, instance)
    return missesMore(repairWithout(repair, gone.pair, rest, stay, solver).found, before)
  }
  try {
    const { talents } = instance.problem
    return team
      .filter(isSingle)
      .map(({ pair }) => talents[instance.person[pair]!]!.id)
      .sort()
  } finally {
    // `repair` is set by a function that the compiler does not follow.
    ;(repair as RepairModel | null)?.model.dispose()
  }
}

/** Without wishes and fit, which decide nothing here and make a search long. */
function binding(instance: Instance): Instance {
  const binds = ({ tier }: { tier: Tier }) => tier !== 'wish'
  return {
    ...instance,
    fit: new Float64Array(instance.fit.length),
    forms: instance.forms.filter(binds),
    availability: instance.availability.filter(binds),
  }
}

/** Whether one of those who are free takes the same posts and nothing more is missed, which needs no search. */
function isReplaced(instance: Instance, stay: Column[], pattern: number, before: Incumbent) {
  const { person, patterns, cliquesOfPerson } = instance
  const seated = new Set(stay.map(({ pair }) => person[pair]!))
  const taken = new Set([...seated].flatMap((someone) => cliquesOfPerson[someone]!))
  return patterns.some((open, pair) => {
    const someone = person[pair]!
    if (!hasPattern(open, pattern) || seated.has(someone)) return false
    if (cliquesOfPerson[someone]!.some((clique) => taken.has(clique))) return false
    return !missesMore(evaluate(instance, [...stay, { pair, pattern }]), before)
  })
}

const BINDING: readonly Tier[] = ['law', 'policy']

function missesMore({ misses }: Incumbent, before: Incumbent): boolean {
  for (const tier of BINDING) {
    const more = misses[tier] - before.misses[tier]
    if (Math.abs(more) > 1e-6) return more > 0
  }
  return false
}
