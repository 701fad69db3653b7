import { type Appraisal, appraise } from '../criteria.ts'
import type { Policy, Post, Talent, Weighting, Weights } from '../types.ts'
import { weightsOf } from '../weights.ts'

const appraisals = new WeakMap<Policy, WeakMap<Talent, Appraisal>>()
const weights = new WeakMap<Weighting, Weights>()

/** The appraisal of a person under a policy, worked out once: explanations ask again for hundreds of questions. */
export function appraisalOf(talent: Talent, policy: Policy): Appraisal {
  const byTalent = remembered(appraisals, policy, () => new WeakMap<Talent, Appraisal>())
  return remembered(byTalent, talent, () => appraise(talent, policy))
}

/** The weights of a post, worked out once a policy. */
export function weightsFor(post: Post, policy: Policy): Weights {
  const weighting = policy.weights[post]
  return remembered(weights, weighting, () => weightsOf(weighting).weights)
}

function remembered<Key extends WeakKey, Value>(
  memory: WeakMap<Key, Value>,
  key: Key,
  work: () => Value,
): Value {
  const known = memory.get(key)
  if (known !== undefined) return known
  const value = work()
  memory.set(key, value)
  return value
}
