import { thingsMissing } from '../cultivation/near.ts'
import { profileOf } from '../gaps/profiles.ts'
import { profileWords } from '../gaps/words.ts'
import { rankOne } from '../rank.ts'
import { assess, inReach, judge, ruleBook } from '../rules/index.ts'
import type { Finding, Fit, Level, Policy, Post, RuleId, Talent, Village, Words } from '../types.ts'

/** The two posts that one person holds in the combined role (一肩挑). */
export const COMBINED_POSTS: readonly Post[] = ['secretary', 'chair']

/** Somebody who could take the combined role, with what stands in between. */
export type NearestPerson = Fit & {
  talent: string
  /** At home in the village, in its township, or further away. */
  from: 'village' | 'township' | 'county'
  /** What is still to be done, each once; none: ready. */
  steps: Words[]
  /** Approvals that the rules ask besides. */
  approvals: Level[]
}
type Around = {
  talents: Iterable<Talent>
  village: Village
  policy: Policy
  /** On the way to a seat of another village, or on its list. */
  taken: ReadonlySet<string>
}

/** People named for one village, at most. */
const NAMED = 5

/**
 * Who in reach is nearest to the combined role: the fewest steps, then who lives nearer, then fit. Nobody whom a rule
 * bars for good, as by age, or who withdrew.
 */
export function nearestOf({ talents, village, policy, taken }: Around): NearestPerson[] {
  const found = [...talents].flatMap((talent) => {
    if (taken.has(talent.id) || !inReach(talent, village)) return []
    const steps = stepsOf(talent, village, policy)
    return steps === null ? [] : [{ talent, steps, from: distanceOf(talent, village) }]
  })
  const most = found.map((it) => it.steps.length).sort((a, b) => a - b)[NAMED - 1] ?? Infinity
  return found
    .filter(({ steps }) => steps.length <= most)
    .map(({ talent, steps, from }) => ({
      ...{ talent: talent.id, steps, from },
      ...fitOf(talent, village, policy),
      approvals: approvalsOf(talent, village, policy),
    }))
    .sort(byNearness)
    .slice(0, NAMED)
}

/** The kind of person whom such a village lacks, and why nobody of its own is that. */
export type ListGap = {
  profile: Words
  /** People of the pool at home there. */
  people: number
  /** Of them, whom nothing but a place among the reserves or a nomination separates from the list. */
  ready: number
  /** How many of them each rule bars, or leaves open. */
  rules: { rule: RuleId; words: Words; barred: number; unknown: number }[]
}

export function listGapOf(talents: Iterable<Talent>, village: Village, policy: Policy): ListGap {
  const own = [...talents].filter(
    ({ homeVillage, status }) => homeVillage === village.code && status !== 'left',
  )
  const found = own.map((talent) => findingsOf(talent, village, policy))
  const with_ = (rule: RuleId, outcome: 'breach' | 'unknown') =>
    found.filter((of) => of.some((it) => it.rule === rule && it.outcome === outcome)).length
  const rules = ruleBook.map(({ id, title }) => ({
    ...{ rule: id, words: title, barred: with_(id, 'breach'), unknown: with_(id, 'unknown') },
  }))
  return {
    profile: PROFILE,
    people: own.length,
    ready: own.filter((talent) => isOpenTo(talent, village, policy)).length,
    rules: rules
      .filter(({ barred, unknown }) => barred + unknown > 0)
      .sort((a, b) => b.barred + b.unknown - a.barred - a.unknown),
  }
}

/** What rules bar or leave open for either post, each rule once. */
export function openFindings(talent: Talent, village: Village, policy: Policy): Finding[] {
  const open = findingsOf(talent, village, policy).filter(
    ({ outcome }) => outcome === 'breach' || outcome === 'unknown',
  )
  return [...new Map(open.map((one) => [one.rule, one])).values()]
}

/** Eligible, or so with an approval, for both posts. */
export function isOpenTo(talent: Talent, village: Village, policy: Policy): boolean {
  return COMBINED_POSTS.every((post) => {
    const answer = judge(talent, village, post, policy)
    return answer === 'eligible' || answer === 'relaxable'
  })
}

/** A full member of the Party who lives there: what the rules ask of a secretary and of a chair. */
const PROFILE = profileWords(
  profileOf(
    { sex: null, nationality: null, ages: null, education: null, sources: [] },
    { isPartyMember: true, isResident: true, isReserve: false },
  ),
)

function findingsOf(talent: Talent, village: Village, policy: Policy) {
  return COMBINED_POSTS.flatMap((post) => assess(talent, village, post, policy))
}

/** Null where something stands in between that neither time, study nor a paper mends. */
function stepsOf(talent: Talent, village: Village, policy: Policy): Words[] | null {
  const prospect = { talent, target: null, items: [], probationEndsOn: null }
  const things = COMBINED_POSTS.flatMap((post) => thingsMissing(prospect, village, post, policy))
  if (things.some(({ kind }) => kind === 'other')) return null
  return [...new Map(things.map(({ words }) => [words.zh, words])).values()]
}

/** Of a person with both posts the mean of the two. */
function fitOf(talent: Talent, village: Village, policy: Policy): Fit {
  const fits = COMBINED_POSTS.map((post) => rankOne(talent, { village, post, policy }))
  const mean = (of: (fit: Fit) => number) =>
    fits.reduce((sum, fit) => sum + of(fit), 0) / fits.length
  return { fit: mean((it) => it.fit), low: mean((it) => it.low), high: mean((it) => it.high) }
}

function approvalsOf(talent: Talent, village: Village, policy: Policy): Level[] {
  const levels = findingsOf(talent, village, policy).flatMap(({ outcome, approvedBy }) =>
    outcome === 'relaxable' && approvedBy ? [approvedBy] : [],
  )
  return [...new Set(levels)]
}

function distanceOf(talent: Talent, village: Village): NearestPerson['from'] {
  if (talent.homeVillage === village.code) return 'village'
  return talent.homeTownship === village.township ? 'township' : 'county'
}

const DISTANCE = { village: 0, township: 1, county: 2 } as const

function byNearness(a: NearestPerson, b: NearestPerson): number {
  return (
    a.steps.length - b.steps.length ||
    DISTANCE[a.from] - DISTANCE[b.from] ||
    b.fit - a.fit ||
    (a.talent < b.talent ? -1 : 1)
  )
}
