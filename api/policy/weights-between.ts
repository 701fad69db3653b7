import { weightsOf } from '../../matching/index.ts'
import { POSTS, type Policy, type Post } from '../../matching/types.ts'

type Weighed = ReturnType<typeof weightsOf>
export type WeightEffect = { before: Weighed; after: Weighed }

export function weightsBetween(before: Policy, after: Policy): Record<Post, WeightEffect> {
  return Object.fromEntries(
    POSTS.map((post) => [
      post,
      { before: weightsOf(before.weights[post]), after: weightsOf(after.weights[post]) },
    ]),
  ) as Record<Post, WeightEffect>
}
