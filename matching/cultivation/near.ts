import { assess, inReach, judge, ruleBook } from '../rules/index.ts'
import {
  type Day,
  EDUCATIONS,
  type Finding,
  type Level,
  POSTS,
  type Policy,
  type Post,
  type RuleId,
  type Talent,
  type Village,
  type Words,
} from '../types.ts'
import { educationWords } from '../words.ts'
import type { ItemKind } from './scheme.ts'

/** An item of a plan, or a trial post that runs, as far as it may mend what is missing. */
export type MendingItem = {
  id: string
  kind: ItemKind
  aim: string
  dueOn: Day
  /** Eligibility rules that it answers. */
  rules: readonly string[]
  /** `reported`: done, and waits for an office. */
  state: 'open' | 'reported'
}
/** Somebody under cultivation. */
export type Prospect = {
  talent: Talent
  /** The seat that the plan prepares for; no posts: any. */
  target: { village: string | null; posts: readonly string[] } | null
  items: readonly MendingItem[]
  /** The day on which probation in the Party is over, where the day of admission is known. */
  probationEndsOn: Day | null
}

export const THINGS = [
  'paper',
  'residence',
  'training',
  'full-member',
  'experience',
  'education',
  'other',
] as const
/** `other`: nothing that time, study or a paper mends. */
export type ThingKind = (typeof THINGS)[number]
/** One thing that stands between a person and a post. */
export type Thing = {
  kind: ThingKind
  rule: RuleId | null
  words: Words
  /** What the plan does about it, the earliest first. */
  items: MendingItem[]
  /** When it should be mended, as far as somebody said a day. */
  by: Day | null
}
export type NearSeat = {
  village: string
  post: Post
  /** Approvals that the rules ask besides; they are nothing that is missing. */
  approvals: Level[]
}
/** Seats for which a person lacks the same single thing. */
export type NearReady = { thing: Thing; seats: NearSeat[] }
export type Readiness = {
  /** Seats for which nothing is missing. */
  ready: NearSeat[]
  /** What is nearest first. */
  near: NearReady[]
}

/**
 * What a person under cultivation still lacks for the posts of villages: each rule that is not met or not known is one
 * thing, and so is each training that their plan asks for and that is not done. Ready lacks nothing, near ready one thing
 * that can be mended: a paper or answer, a training, the end of probation in the Party, months of experience, or one level
 * of education that the plan works at.
 */
export function readinessOf(
  prospect: Prospect,
  villages: readonly Village[],
  policy: Policy,
): Readiness {
  const judged = villages.flatMap((village) =>
    POSTS.filter((post) => isAsked(prospect, village, post)).map((post) => {
      const findings = findingsFor(prospect, village, post, policy)
      const seat = { village: village.code, post, approvals: approvalsIn(findings) }
      return { seat, things: thingsIn(findings, prospect, village, policy) }
    }),
  )
  const ready = judged.filter(({ things }) => things.length === 0).map(({ seat }) => seat)
  const near = judged.flatMap(({ seat, things: [thing, ...more] }) =>
    thing && more.length === 0 && thing.kind !== 'other' ? [{ seat, thing }] : [],
  )
  const alike = Map.groupBy(near, ({ thing }) => keyOf(thing))
  const grouped = [...alike.values()].map((all) => ({
    thing: all[0]!.thing,
    seats: all.map(({ seat }) => seat),
  }))
  return { ready, near: grouped.sort((a, b) => compareThings(a.thing, b.thing)) }
}

/** Everything that is missing for one post, in the order of the rules; none: ready. */
export function thingsMissing(
  prospect: Prospect,
  village: Village,
  post: Post,
  policy: Policy,
): Thing[] {
  return thingsIn(findingsFor(prospect, village, post, policy), prospect, village, policy)
}

/** What is mended soonest first: by day where one is said, then by kind. */
export function compareThings(
  a: Pick<Thing, 'kind' | 'by'>,
  b: Pick<Thing, 'kind' | 'by'>,
): number {
  const byDay = (a.by ?? '9999').localeCompare(b.by ?? '9999')
  return byDay || THINGS.indexOf(a.kind) - THINGS.indexOf(b.kind)
}

/**
 * Posts that exist, are in reach and not held already. Away from home only what the plan prepares for, Party posts, and
 * posts whose election committee has agreed: nobody's last step is the consent of a village that nobody thinks of.
 */
function isAsked({ talent, target }: Prospect, village: Village, post: Post): boolean {
  const { incumbency, homeVillage, consentedVillages } = talent
  if (seatsFor(village, post) === 0 || !inReach(talent, village)) return false
  if (incumbency?.village === village.code && incumbency.posts.includes(post)) return false
  const isPlanned = target?.village === village.code
  if (isPlanned && target.posts.length > 0) return target.posts.includes(post)
  if (isPlanned || homeVillage === village.code) return true
  const isOfParty = post === 'secretary' || post === 'party-member'
  return isOfParty || consentedVillages.includes(village.code)
}

function seatsFor({ seats }: Village, post: Post): number {
  switch (post) {
    case 'secretary':
      return Math.min(1, seats.party)
    case 'party-member':
      return Math.max(0, seats.party - 1)
    case 'chair':
      return Math.min(1, seats.committee)
    case 'committee-member':
      return Math.max(0, seats.committee - 1)
    case 'supervision-head':
      return Math.min(1, seats.supervision)
    case 'supervisor':
      return Math.max(0, seats.supervision - 1)
  }
}

/** Most are eligible for most posts, and need no words. */
function findingsFor({ talent }: Prospect, village: Village, post: Post, policy: Policy) {
  const isEligible = judge(talent, village, post, policy) === 'eligible'
  return isEligible ? [] : assess(talent, village, post, policy)
}

function approvalsIn(findings: readonly Finding[]): Level[] {
  const levels = findings.flatMap(({ outcome, approvedBy }) =>
    outcome === 'relaxable' && approvedBy ? [approvedBy] : [],
  )
  return [...new Set(levels)]
}

function thingsIn(
  findings: readonly Finding[],
  prospect: Prospect,
  village: Village,
  policy: Policy,
): Thing[] {
  const rules = findings
    .filter(({ outcome }) => outcome === 'unknown' || outcome === 'breach')
    .filter((finding, _, all) => !isSamePaper(finding, all))
    .sort((a, b) => ORDER.get(a.rule)! - ORDER.get(b.rule)!)
    .map((finding) => thingOf(finding, prospect, village, policy))
  const training = prospect.items
    .filter(({ kind }) => kind === 'training')
    .map((item) => thing('training', null, trainingWords(item), [item]))
  return [...rules, ...training]
}

const ORDER = new Map(ruleBook.map(({ id }, place) => [id, place]))

/** Proof of the birth settles the age limit and retirement at once. */
function isSamePaper({ rule, outcome }: Finding, all: readonly Finding[]): boolean {
  const isOpen = (one: Finding) => one.rule === 'age.max' && one.outcome === 'unknown'
  return rule === 'age.retired' && outcome === 'unknown' && all.some(isOpen)
}

function thingOf(finding: Finding, prospect: Prospect, village: Village, policy: Policy): Thing {
  const { rule, outcome, missing, words } = finding
  const items = itemsFor(rule, prospect)
  if (outcome === 'unknown' && missing)
    return thing(rule === 'residence' ? 'residence' : 'paper', rule, paperWords(missing), items)
  return mending(rule, prospect, village, policy, items) ?? thing('other', rule, words, items)
}

/** Breaches that time or study mends; a withdrawn consent, an age or 'unfit' it does not. */
function mending(
  rule: RuleId,
  { talent, probationEndsOn }: Prospect,
  village: Village,
  policy: Policy,
  items: MendingItem[],
): Thing | null {
  const { partyStatus, experienceYears, education } = talent
  if (rule === 'party.member' && partyStatus === 'probationary')
    return { ...thing('full-member', rule, FULL_MEMBER, items), by: probationEndsOn }
  if (rule === 'experience.min' && experienceYears !== null) {
    const months = Math.ceil((policy.experience.communityYears - experienceYears) * 12)
    return thing('experience', rule, monthsWords(months), items)
  }
  const least = policy.education[village.kind]
  const isNext = education && EDUCATIONS.indexOf(least) - EDUCATIONS.indexOf(education) === 1
  if (rule === 'education.min' && isNext && items.length > 0)
    return thing('education', rule, educationTo(educationWords[least]), items)
  return null
}

/** Kinds of items that answer a rule where they do not name it. */
const BY_KIND: Partial<Record<RuleId, readonly ItemKind[]>> = {
  'education.min': ['degree'],
  'experience.min': ['trial-post', 'posting'],
}

function itemsFor(rule: RuleId, { items }: Prospect): MendingItem[] {
  return items.filter(
    (item) => item.rules.includes(rule) || (BY_KIND[rule]?.includes(item.kind) ?? false),
  )
}

function thing(kind: ThingKind, rule: RuleId | null, words: Words, given: MendingItem[]): Thing {
  const items = given.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
  return { kind, rule, words, items, by: items[0]?.dueOn ?? null }
}

const keyOf = ({ kind, rule, words }: Thing) => `${kind} ${rule} ${words.zh}`

const paperWords = (missing: Words): Words => ({
  zh: `补${missing.zh}`,
  en: `obtain ${missing.en}`,
})
const FULL_MEMBER: Words = { zh: '预备党员按期转正', en: 'full membership after probation' }
const monthsWords = (months: number): Words => ({
  zh: `村（社区）工作经历还差 ${months} 个月`,
  en: `${months} more ${months === 1 ? 'month' : 'months'} of village or community work`,
})
const educationTo = (level: Words): Words => ({
  zh: `学历提升到${level.zh}（在读）`,
  en: `reach ${level.en}, being studied for`,
})
const trainingWords = ({ aim, state }: MendingItem): Words =>
  state === 'reported'
    ? { zh: `培训“${aim}”待确认`, en: `the training “${aim}” waits to be confirmed` }
    : { zh: `完成培训“${aim}”`, en: `the training “${aim}”` }
