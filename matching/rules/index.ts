import {
  type Eligibility,
  type Finding,
  type Outcome,
  POSTS,
  type Policy,
  type Post,
  type Talent,
  type Village,
} from '../types.ts'
import { ageMax, ageRetired, ageTerm } from './age.ts'
import { consent, fitness, willing } from './consent.ts'
import { educationMin } from './education.ts'
import { experienceMin } from './experience.ts'
import { kinship, oneplace, type PairRule } from './kinship.ts'
import { partyMember } from './party.ts'
import { residence } from './residence.ts'
import type { Rule } from './rule.ts'

export type { PairRule, Rule }

/** Every rule about one person, in reading order. Its ids are stable: stored, cited, never reused. */
export const ruleBook: readonly Rule[] = [
  consent,
  willing,
  fitness,
  ageMax,
  ageRetired,
  ageTerm,
  educationMin,
  experienceMin,
  partyMember,
  residence,
]

/** The rules about two people. */
export const pairRuleBook: readonly PairRule[] = [kinship, oneplace]

/**
 * Whether the person may take the post, without words and in half a microsecond: it stops at the
 * first rule that bars and leaves out those that only warn. The same answer as `eligibilityOf(assess(…))`.
 */
export function judge(talent: Talent, village: Village, post: Post, policy: Policy): Eligibility {
  let worst = 0
  for (const rule of BARS_FOR[village.kind][post]) {
    const rank = SEVERITY[rule.outcome(talent, village, post, policy)]
    if (rank === SEVERITY.breach) return 'barred'
    if (rank > worst) worst = rank
  }
  if (worst === SEVERITY.unknown) return 'unknown'
  return worst === SEVERITY.relaxable ? 'relaxable' : 'eligible'
}

/** All findings that are not `met`, worst first, each in words; none when there is nothing to say. */
export function assess(talent: Talent, village: Village, post: Post, policy: Policy): Finding[] {
  return RULES_FOR[village.kind][post]
    .filter((rule) => rule.outcome(talent, village, post, policy) !== 'met')
    .map((rule) => rule.finding(talent, village, post, policy))
    .sort((a, b) => SEVERITY[b.outcome] - SEVERITY[a.outcome])
}

/** The worst outcome: breach bars, then unknown, then relaxable; a caution never counts. */
export function eligibilityOf(findings: readonly Finding[]): Eligibility {
  const has = (outcome: Outcome) => findings.some((finding) => finding.outcome === outcome)
  if (has('breach')) return 'barred'
  if (has('unknown')) return 'unknown'
  return has('relaxable') ? 'relaxable' : 'eligible'
}

/**
 * Who is looked at for a village at all: its own people, those of the township unless they said
 * 'home village only' (no answer counts as reach: it is 'unknown'), and who would go anywhere in the county.
 * Nobody who left the pool.
 */
export function inReach(talent: Talent, village: Village): boolean {
  if (talent.status === 'left') return false
  if (talent.homeVillage === village.code || talent.willingness === 'county') return true
  return talent.homeTownship === village.township && talent.willingness !== 'village'
}

const SEVERITY: Record<Outcome, number> = {
  met: 0,
  caution: 1,
  relaxable: 2,
  unknown: 3,
  breach: 4,
}

/** Worked out once: which rules a post asks about depends on nobody. */
const RULES_FOR = rulesOf(ruleBook)
const BARS_FOR = rulesOf(ruleBook.filter(({ effect }) => effect === 'bar'))

function rulesOf(rules: readonly Rule[]) {
  return { village: byPost(rules, 'village'), community: byPost(rules, 'community') }
}

function byPost(rules: readonly Rule[], kind: Village['kind']): Record<Post, Rule[]> {
  const about = (post: Post) => rules.filter((rule) => rule.appliesTo(post, kind))
  return Object.fromEntries(POSTS.map((post) => [post, about(post)])) as Record<Post, Rule[]>
}
