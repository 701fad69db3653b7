import { appraise, appraiseFor } from '../criteria.ts'
import type { Policy, Talent, Village } from '../types.ts'

/** What is known of a person for a village, one number a criterion in the order of `CRITERIA`. */
export function valuesOf(talent: Talent, village: Village, policy: Policy): Float64Array {
  return appraiseFor(appraise(talent, policy), talent, village).value
}
