import { PATTERNS } from '../pattern.ts'
import { evaluate, type Incumbent, isBetter, placementsOf } from '../plan/incumbent.ts'
import { type Instance, prepare } from '../plan/instance.ts'
import { resultsAt } from '../plan/results.ts'
import { glimpse } from '../plan/search.ts'
import { judge } from '../rules/index.ts'
import type { Change, Level, Problem, TargetResult } from '../types.ts'
import type { Base } from './base.ts'
import { supposing } from './candidates.ts'
import type { Relief } from './relief.ts'
import type { Situation } from './situation.ts'

/** The village solved with a relief done: what its targets come to, who comes in and who leaves. */
export type Outcome = {
  results: TargetResult[]
  change: Change
  /** Who must approve a relaxation that somebody coming in needs. */
  approvals: Level[]
}

export function outcomeOf(situation: Situation, base: Base, relief: Relief): Outcome {
  const instance = instanceWith(situation, base, relief)
  const { columns, fit } = bestOf(situation, instance, relief)
  const { talents } = instance.problem
  const seated = columns.map(({ pair, pattern }) => ({
    talent: talents[instance.person[pair]!]!,
    posts: PATTERNS[pattern]!.posts,
  }))
  const staying = new Set(seated.map(({ talent }) => talent.id))
  const coming = seated.filter(({ talent }) => !situation.here.has(talent.id))
  const village = instance.problem.villages[0]!
  const { policy } = instance.problem
  return {
    results: resultsAt(instance, columns, placementsOf(instance, columns), 0),
    change: {
      members: [...relief.given],
      people: peopleOf(situation, relief),
      comes: coming.map(({ talent, posts }) => ({ talent: talent.id, posts: [...posts] })),
      leaves: [...situation.here].filter((talent) => !staying.has(talent)),
      fit,
    },
    approvals: coming.flatMap(({ talent, posts }) =>
      posts.some((post) => judge(talent, village, post, policy) === 'relaxable')
        ? Object.values(policy.relaxations)
        : [],
    ),
  }
}

/** A search for the fittest team, as long as it is quick; never worse than the team that is known to be possible. */
function bestOf({ solver, crowd }: Situation, instance: Instance, { team }: Relief): Incumbent {
  const until = solver.secondsLeft() - SECONDS
  const limited = { ...solver, gap: 0.02, secondsLeft: () => solver.secondsLeft() - until }
  const searched = glimpse(instance, limited)
  const pairOf = new Map(
    Array.from(instance.person, (person, pair) => [instance.problem.talents[person]!.id, pair]),
  )
  const known = team.flatMap(({ person, pattern }) => {
    const pair = pairOf.get(crowd.neighbours[person]!.talent.id)
    return pair === undefined ? [] : [{ pair, pattern }]
  })
  const possible = evaluate(instance, known)
  return isBetter(possible, searched) ? possible : searched
}

/** Of one search at most, so that a page with many remedies stays quick. */
const SECONDS = 0.15

function peopleOf({ crowd }: Situation, { people, takenBack }: Relief): string[] {
  const persons = [...people.map(({ person }) => person), ...takenBack]
  return [...new Set(persons.map((person) => crowd.neighbours[person]!.talent.id))]
}

/**
 * The village with the relief done. What the relief lets hold is asked for first of all, the other misses as far as they
 * are now, so that room made for one target is not used for another.
 */
function instanceWith(situation: Situation, base: Base, relief: Relief): Instance {
  const { problem, crowd } = situation
  const supposed = new Map(relief.people.map((candidate) => [candidate.person, candidate]))
  const back = new Set(relief.takenBack.map((person) => crowd.neighbours[person]!.talent.id))
  const talents = problem.talents.flatMap((talent, person) => {
    const candidate = supposed.get(person)
    const isAway = crowd.isElsewhere[person]! && !candidate?.supposed.isFreed
    return isAway ? [] : [candidate === undefined ? talent : supposing(talent, candidate, problem)]
  })
  const changed: Problem = {
    ...problem,
    talents,
    pins: problem.pins.filter(({ talent }) => !back.has(talent)),
    exclusions: problem.exclusions.filter(({ talent }) => !back.has(talent)),
  }
  const instance = prepare(changed)
  const eased = <Form extends Eased>(forms: readonly Form[]) =>
    forms.map((form) => ({ ...form, atLeast: form.atLeast - (relief.lowered.get(form.id) ?? 0) }))
  const forms = eased(instance.forms)
  const isHeld = ({ id }: Eased) =>
    base.members.includes(id) && (!relief.given.includes(id) || relief.lowered.has(id))
  const held = forms.filter(isHeld).map((form) => ({
    ...form,
    atLeast: form.atLeast - (base.lowered.get(form.id) ?? 0),
    tier: 'law' as const,
  }))
  const availability = eased(instance.availability).map((form) =>
    isHeld(form) ? { ...form, tier: 'law' as const } : form,
  )
  return { ...instance, forms: [...forms, ...held], availability }
}
type Eased = Instance['forms'][number] | Instance['availability'][number]
