import type { Policy, Post, Weights } from '../matching/types.ts'

export type WeightsByPost = { [P in Post]?: Weights | undefined }

/** The policy with weights of the moment in place of its own; matching brings them to a sum of 1. */
export function withWeights(policy: Policy, weights: WeightsByPost = {}): Policy {
  const given = Object.entries(weights).flatMap(([post, of]) =>
    of ? [[post, { method: 'direct', weights: of }]] : [],
  )
  return { ...policy, weights: { ...policy.weights, ...Object.fromEntries(given) } }
}
