import { type Member, memberOf } from '../member.ts'
import { hasPattern, PATTERNS, patternsWithin } from '../pattern.ts'
import { inReach, ruleBook } from '../rules/index.ts'
import type { TargetForm } from '../targets/index.ts'
import {
  type Outcome,
  POSTS,
  type Problem,
  RULES,
  type RuleId,
  type Talent,
  type Village,
} from '../types.ts'

/** A person near a village with the rules that stand in the way of each post (bits of `RULES`, by index of `POSTS`). */
export type Neighbour = {
  talent: Talent
  member: Member
  isInReach: boolean
  blocks: readonly number[]
  /** Of these, whose paper or answer can still be obtained. */
  obtainable: readonly number[]
}

export const ALL_RULES = (1 << RULES.length) - 1
export const ALL_POSTS = (1 << POSTS.length) - 1
export const bitOfRule = (rule: RuleId) => 1 << RULES.indexOf(rule)
export const rulesOf = (bits: number) => RULES.filter((_, index) => ((bits >> index) & 1) === 1)
export const countBits = (bits: number) => {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}

/** People one would think of for a village: those in reach, and the rest of its township. */
export function neighboursOf({ talents, policy }: Problem, village: Village): Neighbour[] {
  const asked = POSTS.map((post) =>
    ruleBook.filter((rule) => rule.effect === 'bar' && rule.appliesTo(post, village.kind)),
  )
  return talents
    .filter((talent) => talent.status !== 'left')
    .filter((talent) => talent.homeTownship === village.township || inReach(talent, village))
    .map((talent) => {
      const blocks = POSTS.map(() => 0)
      const obtainable = POSTS.map(() => 0)
      POSTS.forEach((post, index) => {
        for (const rule of asked[index]!) {
          const outcome = rule.outcome(talent, village, post, policy)
          if (outcome !== 'breach' && outcome !== 'unknown') continue
          blocks[index]! |= bitOfRule(rule.id)
          if (canBeObtained(rule.id, outcome)) obtainable[index]! |= bitOfRule(rule.id)
        }
      })
      const member = memberOf(talent, policy.referenceOn)
      return { talent, member, isInReach: inReach(talent, village), blocks, obtainable }
    })
}

/** Papers and answers that may still come. An age would have to be guessed; a withdrawn consent and 'unfit' are answers. */
const PAPERS: readonly RuleId[] = [
  'consent',
  'willing',
  'fitness',
  'education.min',
  'experience.min',
  'party.member',
  'residence',
]

/** Somebody who would rather stay at home can be asked again. */
function canBeObtained(rule: RuleId, outcome: Outcome): boolean {
  return rule === 'willing' || (outcome === 'unknown' && PAPERS.includes(rule))
}

/** Posts in which nothing of the kept rules stands in the way, as bits. */
export function openPosts(blocks: readonly number[], kept: number): number {
  let bits = 0
  for (let post = 0; post < blocks.length; post++)
    if ((blocks[post]! & kept) === 0) bits |= 1 << post
  return bits
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
