import { type Member, memberOf } from '../member.ts'
import { PATTERNS, seatsOf } from '../pattern.ts'
import { hasPattern, patternsWithin } from '../plan/instance.ts'
import { inReach, ruleBook } from '../rules/index.ts'
import type { TargetForm } from '../targets/index.ts'
import {
  POSTS,
  type Policy,
  type Problem,
  type RuleId,
  type Talent,
  type Village,
} from '../types.ts'

/** A person near a village with the rules that stand in the way of each post (by index of `POSTS`). */
export type Neighbour = { talent: Talent; member: Member; blocks: readonly (readonly RuleId[])[] }

/** People one would think of for a village: those in reach, and the rest of its township. */
export function neighboursOf({ talents, policy }: Problem, village: Village): Neighbour[] {
  return talents
    .filter((talent) => talent.status !== 'left')
    .filter((talent) => talent.homeTownship === village.township || inReach(talent, village))
    .map((talent) => ({
      talent,
      member: memberOf(talent, policy.referenceOn),
      blocks: POSTS.map((post) =>
        ruleBook
          .filter(
            (rule) =>
              rule.appliesTo(post, village.kind) && blocks(rule, talent, village, post, policy),
          )
          .map(({ id }) => id),
      ),
    }))
}

function blocks(
  rule: (typeof ruleBook)[number],
  talent: Talent,
  village: Village,
  post: (typeof POSTS)[number],
  policy: Policy,
): boolean {
  const outcome = rule.outcome(talent, village, post, policy)
  return outcome === 'breach' || outcome === 'unknown'
}

/** Posts open to a neighbour as bits when only some rules are kept. */
export function postsOpen(
  { blocks: by }: Neighbour,
  village: Village,
  isKept: (rule: RuleId) => boolean,
): number {
  return POSTS.reduce(
    (bits, post, index) =>
      seatsOf(village, post) > 0 && !by[index]!.some(isKept) ? bits | (1 << index) : bits,
    0,
  )
}

/** Posts in which a person would count towards the target, as bits: by themselves, or only held together. */
export function postsCounted(form: TargetForm, member: Member, posts: number): number {
  const open = patternsWithin(posts)
  const counting = PATTERNS.filter(
    (pattern, index) =>
      hasPattern(open, index) && form.perPattern(pattern) * form.perMember(member) > 0,
  )
  const alone = counting.filter((pattern) => pattern.posts.length === 1)
  return (alone.length > 0 ? alone : counting)
    .flatMap((pattern) => pattern.posts)
    .reduce((bits, post) => bits | (1 << POSTS.indexOf(post)), 0)
}
