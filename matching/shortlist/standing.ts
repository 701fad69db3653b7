import { appraise, appraiseFor, fitOf } from '../criteria.ts'
import { inReach, judge } from '../rules/index.ts'
import type { Policy, Post, Talent, Village } from '../types.ts'
import { weightsOf } from '../weights.ts'
import { groupsOf } from './groups.ts'
import { byFit, type Candidate } from './kinds.ts'

/** Where everybody stands for a post, by id. */
export type Standing = {
  /** Eligible, or so with a relaxation, best fit first: who may be listed. */
  candidates: Candidate[]
  /** Those of them who need an approval. */
  relaxable: string[]
  unknown: string[]
  barred: string[]
  /** Not looked at for that place, or left the pool. */
  away: string[]
}
type Question = {
  talents: readonly Talent[]
  post: Post
  policy: Policy
  /** The village that a person is judged for; null when there is none. */
  villageFor: (talent: Talent) => Village | null
}

/** Eligibility and fit of each person, at the village that the question gives for the person. */
export function standingOf({ talents, post, policy, villageFor }: Question): Standing {
  const { weights } = weightsOf(policy.weights[post])
  const standing: Standing = { candidates: [], relaxable: [], unknown: [], barred: [], away: [] }
  for (const talent of talents) {
    const village = villageFor(talent)
    if (village === null || !inReach(talent, village)) standing.away.push(talent.id)
    else {
      const eligibility = judge(talent, village, post, policy)
      if (eligibility === 'unknown' || eligibility === 'barred') {
        standing[eligibility].push(talent.id)
        continue
      }
      if (eligibility === 'relaxable') standing.relaxable.push(talent.id)
      const fit = fitOf(appraiseFor(appraise(talent, policy), talent, village), weights)
      standing.candidates.push({ talent: talent.id, ...fit, groups: groupsOf(talent, policy) })
    }
  }
  standing.candidates.sort(byFit)
  return standing
}
