/**
 * How far the weights may be off: the standard deviation of a weight of average size, as a part of it. Ours. A judge
 * who says 4 where 3 or 5 was meant is off by a quarter on Saaty's scale.
 */
export const SLACK = 0.25

/**
 * Parameters of the Dirichlet distribution whose mean are the weights, so that the policy that was signed is what is
 * varied; all equal 1, the uniform distribution of the first SMAA, would say that nothing was decided. With
 * concentration c the variance of a weight w is w (1 − w) / (c + 1); c is such that an average weight 1/m varies by
 * `slack`. What counts nothing stays at nothing.
 */
export function alphasAround(weights: readonly number[], slack = SLACK): number[] {
  const counted = weights.filter((weight) => weight > 0).length
  const concentration = Math.max(1, (counted - 1) / slack ** 2 - 1)
  return weights.map((weight) => weight * concentration)
}
