import { appraiseFor, fitOf } from '../criteria.ts'
import { appraisalOf, weightsFor } from '../plan/appraisal.ts'
import { type TargetForm, targetForms } from '../targets/index.ts'
import {
  POSTS,
  type Post,
  type Problem,
  type RuleId,
  type Talent,
  type TargetId,
  type Village,
} from '../types.ts'
import type { Situation } from './conflicts.ts'
import { type Neighbour, postsCounted, postsOpen } from './reach.ts'

/** Somebody whose coming might mend a miss, and what it would take. */
export type Candidate = {
  neighbour: Neighbour
  /** Rules whose paper or answer is still to be obtained. */
  rules: RuleId[]
  /** Sits on another village's slate. */
  isElsewhere: boolean
  /** Would have to be made a reserve of the village. */
  isReserve: boolean
  fit: number
}

/** People tried for a miss, at most; every trial costs a solve of the village. */
const TRIED = 5
/** Rules whose answer is a paper or a word that can still be obtained. */
const OBTAINABLE: readonly RuleId[] = ['consent', 'willing', 'fitness', 'residence']

/** Steps of work that a candidate takes. */
export function stepsOf({ rules, isElsewhere, isReserve }: Candidate): number {
  return rules.length + Number(isElsewhere) + Number(isReserve)
}

/** People who would count towards the target if what can be obtained were; the fewest steps first, then who lives here, then fit. */
export function candidatesFor(
  { problem, neighbours, here, elsewhere }: Situation,
  missed: TargetId,
): Candidate[] {
  const village = problem.villages[0]!
  const form = targetForms(problem).find(({ id }) => id === missed)
  const found = [...neighbours.values()].flatMap((neighbour): Candidate[] => {
    const isKept = (rule: RuleId) => !canBeObtained(neighbour.talent, rule)
    const posts = countedPosts(form, neighbour, postsOpen(neighbour, village, isKept))
    if (posts.length === 0) return []
    const rules = fewestRules(neighbour, posts)
    const isElsewhere = elsewhere.has(neighbour.talent.id)
    const isReserve = missed === 'depth' && mayBeReserve(neighbour.talent, village, here)
    if (rules.length === 0 && !isElsewhere && !isReserve) return []
    const appraisal = appraiseFor(
      appraisalOf(neighbour.talent, problem.policy),
      neighbour.talent,
      village,
    )
    const { fit } = fitOf(appraisal, weightsFor(posts[0]!, problem.policy))
    return [{ neighbour, rules, isElsewhere, isReserve, fit }]
  })
  const isAway = ({ neighbour }: Candidate) =>
    neighbour.talent.homeVillage === village.code ? 0 : 1
  return found
    .sort((a, b) => stepsOf(a) - stepsOf(b) || isAway(a) - isAway(b) || b.fit - a.fit)
    .slice(0, TRIED)
}

/** Somebody of the village who neither sits nor is a reserve yet. */
function mayBeReserve(talent: Talent, village: Village, here: ReadonlySet<string>): boolean {
  const isHome = talent.homeVillage === village.code
  return isHome && talent.status !== 'reserve' && !here.has(talent.id)
}

/** Withdrawn consent and 'unfit' are answers, not gaps. Somebody who would stay at home can be asked again. */
function canBeObtained(talent: Talent, rule: RuleId): boolean {
  if (rule === 'consent') return talent.consent === null
  if (rule === 'fitness') return talent.isFit === null
  return OBTAINABLE.includes(rule)
}

function countedPosts(form: TargetForm | undefined, { member }: Neighbour, open: number): Post[] {
  const bits = form === undefined ? open : postsCounted(form, member, open)
  return POSTS.filter((_, index) => ((bits >> index) & 1) === 1)
}

function fewestRules({ blocks }: Neighbour, posts: readonly Post[]): RuleId[] {
  const sets = posts.map((post) => [...blocks[POSTS.indexOf(post)]!])
  return sets.reduce((fewest, set) => (set.length < fewest.length ? set : fewest))
}

/** The village with what this person lacks supposed to be in order. */
export function supposing(
  { problem }: Situation,
  { neighbour, rules, isReserve }: Candidate,
): Problem {
  const village = problem.villages[0]!
  const { talent } = neighbour
  const supposed: Talent = {
    ...talent,
    status: isReserve ? 'reserve' : talent.status,
    consent: rules.includes('consent') ? 'given' : talent.consent,
    isFit: rules.includes('fitness') ? true : talent.isFit,
    willingness: rules.includes('willing') ? 'county' : talent.willingness,
    consentedVillages: rules.includes('residence')
      ? [...talent.consentedVillages, village.code]
      : talent.consentedVillages,
  }
  return { ...problem, talents: problem.talents.map((one) => (one === talent ? supposed : one)) }
}
