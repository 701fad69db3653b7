import { COMMITTEE_OF, seatsOf } from '../pattern.ts'
import { ruleBook } from '../rules/index.ts'
import { type CountStep, type Counts, POSTS, RULES, type TargetId, type Words } from '../types.ts'
import { ALL_POSTS, bitOfRule, type Neighbour, openPosts, postsCounted } from './reach.ts'
import type { Situation } from './situation.ts'

/**
 * The people who would count towards a target, from everybody near down to who is free: where they drop out, rule by
 * rule in reading order. A rule takes out who is left without a post in which they would count.
 */
export function countsOf(situation: Situation, id: TargetId): Counts {
  const counts = countingFor(situation, id)
  let left = situation.crowd.neighbours.filter((one) => counts(one, ALL_POSTS))
  const steps: CountStep[] = [{ step: 'near', left: left.length, out: 0, words: NEAR }]
  const keep = (step: CountStep['step'], words: Words, holds: (one: Neighbour) => boolean) => {
    const after = left.filter(holds)
    const out = left.length - after.length
    left = after
    if (out > 0 || step === 'reach') steps.push({ step, left: after.length, out, words })
  }
  keep('reach', REACH, ({ isInReach }) => isInReach)
  let kept = 0
  for (const rule of RULES) {
    kept |= bitOfRule(rule)
    const rules = kept
    keep(rule, titleOf(rule), (one) => counts(one, openPosts(one.blocks, rules)))
  }
  keepChoices(situation, keep, counts, kept)
  if (id === 'depth') keep('reserve', RESERVE, ({ talent }) => talent.status === 'reserve')
  const needed = neededFor(situation, id)
  return { steps, needed, words: summaryOf(steps, needed) }
}

function keepChoices(
  { crowd, elsewhere }: Situation,
  keep: (step: CountStep['step'], words: Words, holds: (one: Neighbour) => boolean) => void,
  counts: Counting,
  kept: number,
) {
  const indexOf = new Map(crowd.neighbours.map((one, index) => [one, index]))
  keep('pins', EXCLUDED, (one) =>
    counts(one, openPosts(one.blocks, kept) & ~crowd.excluded[indexOf.get(one)!]!),
  )
  keep('oneplace', ELSEWHERE, ({ talent }) => !elsewhere.has(talent.id))
}

const NEAR: Words = {
  zh: '可计入（本镇的人，及愿来本村的人）',
  en: 'would count, of the township or willing to come',
}
const REACH: Words = { zh: '在可考虑范围内', en: 'in reach' }
const EXCLUDED: Words = { zh: '未被排除', en: 'not excluded by hand' }
const ELSEWHERE: Words = { zh: '未列其他村方案', en: 'on no other village’s slate' }
const RESERVE: Words = { zh: '已是本村后备', en: 'a reserve of the village already' }

const titleOf = (id: (typeof RULES)[number]) => ruleBook.find((rule) => rule.id === id)!.title

type Counting = (one: Neighbour, posts: number) => boolean

/** Whether somebody with these posts open would count towards the target. */
function countingFor({ crowd, slate }: Situation, id: TargetId): Counting {
  const { village, forms } = crowd
  if (id === 'margin') return (_, posts) => (posts & bitsOf(['party'])) !== 0
  if (id === 'depth')
    return ({ talent }, posts) =>
      talent.homeVillage === village.code && (posts & bitsOf(['party', 'committee'])) !== 0
  const vacant = vacantPosts(slate.seats, village)
  if (id === 'seats') return (_, posts) => (posts & vacant & bitsOf(['party', 'committee'])) !== 0
  if (id === 'seats.law') return (_, posts) => (posts & vacant & bitsOf(['committee'])) !== 0
  if (id === 'supervision.seats')
    return (_, posts) => (posts & vacant & bitsOf(['supervision'])) !== 0
  const form = forms.find((one) => one.id === id)
  if (form === undefined) return () => false
  return ({ member }, posts) => postsCounted(form, member, posts) !== 0
}

function bitsOf(committees: readonly (typeof COMMITTEE_OF)[keyof typeof COMMITTEE_OF][]): number {
  return POSTS.reduce(
    (bits, post, index) => (committees.includes(COMMITTEE_OF[post]) ? bits | (1 << index) : bits),
    0,
  )
}

function vacantPosts(
  seats: Situation['slate']['seats'],
  village: Situation['crowd']['village'],
): number {
  return POSTS.reduce((bits, post, index) => {
    const held = seats.filter((seat) => seat.post === post).length
    return held < seatsOf(village, post) ? bits | (1 << index) : bits
  }, 0)
}

/** People the target takes, where it counts people; seats that stand empty where it counts seats. */
function neededFor({ results, crowd }: Situation, id: TargetId): number | null {
  const result = results.find((one) => one.id === id)
  if (result === undefined) return null
  if (id === 'margin' || id === 'depth') return result.bound
  if (id === 'seats' || id === 'seats.law' || id === 'supervision.seats') return result.miss
  const form = crowd.forms.find((one) => one.id === id)
  const isCount = form?.isWhole === true && !IN_SHARES.includes(id)
  return isCount ? Math.ceil(form.atLeast) : null
}

const IN_SHARES: readonly TargetId[] = ['age.core', 'age.mean', 'college.share']

function summaryOf(steps: readonly CountStep[], needed: number | null): Words {
  const reach = steps[1]!.left
  const left = steps.at(-1)!.left
  const need =
    needed === null ? { zh: '', en: '' } : { zh: `，需要 ${needed} 人`, en: `; ${needed} needed` }
  return {
    zh: `可考虑范围内可计入的 ${reach} 人，最后可用的 ${left} 人${need.zh}`,
    en: `${left} of ${reach} in reach who would count can be had${need.en}`,
  }
}

/** The two steps that take most people out, in words; empty when nobody drops out. */
export function dropsOf({ steps }: Counts): { rule: Words; out: number }[] {
  return steps
    .filter(({ step, out }) => out > 0 && step !== 'reach')
    .sort((a, b) => b.out - a.out)
    .slice(0, 2)
    .map(({ step, words, out }) => ({ rule: OUT[step] ?? words, out }))
}

const OUT: Partial<Record<CountStep['step'], Words>> = {
  pins: { zh: '手工排除', en: 'exclusion by hand' },
  oneplace: { zh: '已列其他村方案', en: 'a place on another village’s slate' },
  reserve: { zh: '未列后备', en: 'not being a reserve' },
}
