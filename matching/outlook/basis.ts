import { type Instance, prepare } from '../plan/instance.ts'
import { patternWeights } from '../targets/index.ts'
import type { Problem } from '../types.ts'

/**
 * Everything that the outlook of a village follows from, as text: of who may sit where and what law and policy count of
 * them, and then of wishes and fit, which decide between teams that miss as little. What stayed the same needs no search.
 */
export type Basis = { counted: string; preferred: string }

/** Of a problem of one village without pins or exclusions. */
export function basisOf(problem: Problem): Basis {
  const instance = prepare(problem)
  const { forms, availability } = instance
  const isWish = ({ tier }: { tier: string }) => tier === 'wish'
  const part = (wishes: boolean) => ({
    forms: forms.filter((form) => isWish(form) === wishes).map((form) => formIn(instance, form)),
    free: availability
      .filter((form) => isWish(form) === wishes)
      .map((form) => freeIn(instance, form)),
  })
  const { seats, hasMinorities } = problem.villages[0]!
  return {
    counted: JSON.stringify([
      seats,
      hasMinorities,
      pairsIn(instance),
      kinIn(instance),
      part(false),
    ]),
    preferred: JSON.stringify([part(true), [...instance.fit]]),
  }
}

const idsOf = ({ problem }: Instance, people: Iterable<number>) =>
  [...people].map((person) => problem.talents[person]!.id)

function pairsIn(instance: Instance) {
  return [idsOf(instance, instance.person), [...instance.posts]]
}

/** Families among those who may sit there; somebody's relative who may not bars nobody. */
function kinIn(instance: Instance): string[][] {
  const here = new Set(instance.person)
  return instance.cliques
    .map(({ members }) =>
      idsOf(
        instance,
        members.filter((person) => here.has(person)),
      ).sort(),
    )
    .filter(({ length }) => length > 1)
    .sort((a, b) => (a.join() < b.join() ? -1 : 1))
}

function formIn({ members, person }: Instance, form: Instance['forms'][number]) {
  const { id, tier, atLeast, isWhole, bound, perMember } = form
  const values = Array.from(person, (one) => perMember(members[one]!))
  return [id, tier, atLeast, isWhole, bound, [...patternWeights(form)], values]
}

function freeIn(instance: Instance, form: Instance['availability'][number]) {
  const { id, tier, post, people, seatedHereCounts, atLeast } = form
  return [id, tier, post, idsOf(instance, people), seatedHereCounts, atLeast]
}
