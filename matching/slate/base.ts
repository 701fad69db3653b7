import { type ConflictMember, RULES, type RuleId, TARGETS, type TargetId } from '../types.ts'
import { bitOfTarget, EVERYTHING, type Question } from './question.ts'
import { bitOfRule } from './reach.ts'
import type { Bits } from './sets.ts'
import type { Situation } from './situation.ts'

export type Group = Exclude<ConflictMember, TargetId>

/**
 * Everything that may clash over a target that is missed: the target, all that the team meets, what other targets
 * reach so far, and every rule and choice that keeps anybody here from anything.
 */
export type Base = {
  missed: TargetId
  members: readonly ConflictMember[]
  /** What the others that are missed are let off. */
  lowered: ReadonlyMap<TargetId, number>
}

export function baseOf(situation: Situation, missed: TargetId): Base {
  const others = situation.results.filter(({ id, met }) => id !== missed && met !== null)
  // How many are free depends on no seat that could be traded for it.
  const kept = others.filter(({ id, met }) => met || (id !== 'margin' && id !== 'depth'))
  return {
    missed,
    members: [missed, ...kept.map(({ id }) => id), ...groupsOf(situation)],
    lowered: new Map(kept.filter(({ met }) => !met).map(({ id, miss }) => [id, miss])),
  }
}

export const isTarget = (member: ConflictMember): member is TargetId =>
  (TARGETS as readonly string[]).includes(member)
export const isRule = (member: ConflictMember): member is RuleId =>
  (RULES as readonly string[]).includes(member)

/** Rules and choices that bar anybody here at all. */
function groupsOf({ crowd, problem }: Situation): Group[] {
  const inWay = crowd.neighbours.reduce(
    (bits, { blocks }) => blocks.reduce((sum, rules) => sum | rules, bits),
    0,
  )
  return [
    ...RULES.filter((rule) => (inWay & bitOfRule(rule)) !== 0),
    ...(crowd.kin.some((relatives) => relatives.length > 0) ? (['kinship'] as const) : []),
    ...(crowd.isElsewhere.includes(true) ? (['oneplace'] as const) : []),
    ...(problem.pins.length + problem.exclusions.length > 0 ? (['pins'] as const) : []),
  ]
}

/** The question whether these members of a base can hold together; `set` by index of its members. */
export function questionOf(base: Base, set: Bits): Question {
  return questionFor(base, membersOf(base, set))
}

export function membersOf({ members }: Base, set: Bits): ConflictMember[] {
  return members.filter((_, index) => ((set >> index) & 1) === 1)
}

export function questionFor({ lowered }: Base, members: readonly ConflictMember[]): Question {
  return {
    targets: members.filter(isTarget).reduce((bits, id) => bits | bitOfTarget(id), 0),
    rules: members.filter(isRule).reduce((bits, rule) => bits | bitOfRule(rule), 0),
    kinship: members.includes('kinship'),
    oneplace: members.includes('oneplace'),
    pins: members.includes('pins'),
    lowered,
  }
}

/** All of a base but these. */
export function questionWithout(base: Base, given: readonly ConflictMember[]): Question {
  const left = base.members.filter((member) => !given.includes(member))
  const question = questionFor(base, left)
  const dropped = given.filter(isRule).reduce((bits, rule) => bits | bitOfRule(rule), 0)
  return {
    ...EVERYTHING,
    targets: question.targets,
    lowered: base.lowered,
    rules: EVERYTHING.rules & ~dropped,
    kinship: !given.includes('kinship'),
    oneplace: !given.includes('oneplace'),
    pins: !given.includes('pins'),
  }
}
