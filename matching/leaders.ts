import { appraise, appraiseFor, fitOf } from './criteria.ts'
import { inReach, judge } from './rules/index.ts'
import { POSTS, type Policy, type Post, type Talent, type Village } from './types.ts'
import { weightsOf } from './weights.ts'

type Leader = { talent: string; fit: number }
/** Who stands first for each post of a village; null when nobody may be seated. */
export type Leaders = Record<Post, string | null>

/**
 * Who `rank` would put first for each post of each village among these people, without the words: as fast as judging
 * and weighing allow, so that policies can be compared over a township.
 */
export function leadersOf(
  talents: readonly Talent[],
  villages: readonly Village[],
  policy: Policy,
): Map<string, Leaders> {
  const weights = POSTS.map((post) => weightsOf(policy.weights[post]).weights)
  const people = talents.map((talent) => ({ talent, appraisal: appraise(talent, policy) }))
  return new Map(villages.map((village) => [village.code, leadersIn(village)]))

  function leadersIn(village: Village): Leaders {
    const first: (Leader | null)[] = POSTS.map(() => null)
    for (const { talent, appraisal } of people) {
      if (!inReach(talent, village)) continue
      const here = appraiseFor(appraisal, talent, village)
      for (const [at, post] of POSTS.entries()) {
        const { fit } = fitOf(here, weights[at]!)
        if (isBehind(first[at]!, talent.id, fit)) continue
        if (maySit(talent, village, post, policy)) first[at] = { talent: talent.id, fit }
      }
    }
    return Object.fromEntries(POSTS.map((post, at) => [post, first[at]?.talent ?? null])) as Leaders
  }
}

/** The order of `rank`: by fit, then by id. */
function isBehind(first: Leader | null, talent: string, fit: number): boolean {
  if (first === null) return false
  return fit < first.fit || (fit === first.fit && talent > first.talent)
}

function maySit(talent: Talent, village: Village, post: Post, policy: Policy): boolean {
  const eligibility = judge(talent, village, post, policy)
  return eligibility === 'eligible' || eligibility === 'relaxable'
}
