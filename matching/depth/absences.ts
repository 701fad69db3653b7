import { PATTERNS } from '../pattern.ts'
import { evaluate, lackOf, placementsOf, seats } from '../plan/incumbent.ts'
import type { Instance } from '../plan/instance.ts'
import type { Column } from '../plan/master.ts'
import type { Solver } from '../plan/state.ts'
import { missOf } from '../targets/index.ts'
import { type Problem, TIERS } from '../types.ts'
import { type Local, localOf } from './local.ts'
import { createRepairModel } from './model.ts'
import { repairWithout } from './repair.ts'
import type { Seating } from './seating.ts'
import type { Absence, Broken } from './types.ts'

/** Everybody of a village taken out once, and the village solved again without them. */
export function absencesAt(seating: Seating, village: number, solver: Solver): Absence[] {
  const local = localOf(seating, village)
  if (local.team.length === 0) return []
  const now = { ...local, columns: local.team }
  const repair = createRepairModel(solver.highs, local.instance)
  try {
    return local.team.flatMap((gone) => {
      if (solver.shouldStop?.()) return []
      const instance = without(local.instance, gone.pair)
      const start = local.team.filter((column) => column !== gone)
      const { found, isProven } = repairWithout(repair, gone.pair, instance, start, solver)
      const then = { ...local, instance, columns: found.columns }
      return [absenceOf(seating.instance.problem, gone, now, then, isProven)]
    })
  } finally {
    repair.model.dispose()
  }
}

/** The village without one of its people: they neither sit nor stand by. */
export function without(instance: Instance, pair: number): Instance {
  const person = instance.person[pair]!
  const posts = instance.posts.slice()
  const patterns = instance.patterns.slice()
  posts[pair] = patterns[pair] = 0
  return {
    ...instance,
    posts,
    patterns,
    pinned: instance.pinned.filter((one) => one !== pair),
    availability: instance.availability.map((form) => ({
      ...form,
      people: form.people.filter((one) => one !== person),
    })),
  }
}

type Filled = Local & { columns: Column[] }

function absenceOf(
  problem: Problem,
  gone: Column,
  now: Filled,
  then: Filled,
  isProven: boolean,
): Absence {
  const before = evaluate(now.instance, now.columns)
  const after = evaluate(then.instance, then.columns)
  const breaks = brokenBy(problem, now, then)
  const talentOf = ({ pair }: Column) =>
    now.instance.problem.talents[now.instance.person[pair]!]!.id
  const stayed = new Set(now.columns.map(({ pair }) => pair))
  return {
    talent: talentOf(gone),
    village: now.instance.problem.villages[0]!.code,
    posts: [...PATTERNS[gone.pattern]!.posts],
    misses: {
      law: after.misses.law - before.misses.law,
      policy: after.misses.policy - before.misses.policy,
      wish: after.misses.wish - before.misses.wish,
    },
    fit: before.fit - after.fit,
    breaks,
    isSinglePoint: breaks.some(({ tier }) => tier !== 'wish'),
    comes: then.columns
      .filter(({ pair }) => !stayed.has(pair))
      .map((column) => ({
        talent: talentOf(column),
        posts: [...PATTERNS[column.pattern]!.posts],
      })),
    isProven,
  }
}

/** Every target with what it misses more, the heaviest tier first. */
function brokenBy({ villages }: Problem, now: Filled, then: Filled): Broken[] {
  const before = missesOf(now)
  const after = missesOf(then)
  const lines = [...now.instance.forms, ...now.instance.availability].map(
    ({ id, tier }, index) => ({
      id,
      tier,
      place: [...now.formPlaces, ...now.freePlaces][index]!,
      more: after[index]! - before[index]!,
    }),
  )
  return [...Map.groupBy(lines, ({ id, place }) => `${id} ${place}`).values()]
    .map((same) => ({
      target: same[0]!.id,
      tier: same[0]!.tier,
      village: same[0]!.place === null ? null : villages[same[0]!.place!]!.code,
      more: same.reduce((sum, { more }) => sum + more, 0),
    }))
    .filter(({ more }) => more > 1e-9)
    .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier))
}

/** By target, in the order of the forms and then of the targets of free people. */
function missesOf({ instance, columns }: Filled): number[] {
  const [team = []] = placementsOf(instance, columns)
  const seatedIn = seats(instance, columns)
  return [
    ...instance.forms.map((form) => missOf(form, team)),
    ...instance.availability.map((form) => lackOf(form, seatedIn)),
  ]
}
