import type { Weighting } from '../../policy.ts'
import { CRITERIA, type Weights } from '../../types.ts'
import type { Matrix } from './scale.ts'

export type Method = Weighting['method']
export const METHODS = ['direct', 'ahp', 'judges', 'swing'] as const satisfies readonly Method[]

/** The same weights told by another method, as near as its scale allows: where somebody begins to change it. */
export function asMethod(
  method: Method,
  from: Weighting,
  weights: Weights,
  judge: string,
): Weighting {
  if (method === from.method) return from
  if (method === 'direct') return { method, weights: perCriterion((id) => rounded(weights[id])) }
  if (method === 'swing') return { method, points: pointsOf(weights) }
  const comparisons = comparisonsIn(from) ?? comparisonsOf(weights)
  if (method === 'ahp') return { method, comparisons }
  return { method, judges: [{ name: judge, comparisons }] }
}

/** Every criterion as important as every other. */
export function evenMatrix(): Matrix {
  return CRITERIA.map(() => CRITERIA.map(() => 1))
}

/** Comparisons that one person made; those of the first of several. */
function comparisonsIn(weighting: Weighting): Matrix | undefined {
  if (weighting.method === 'ahp') return weighting.comparisons
  return weighting.method === 'judges' ? weighting.judges[0]?.comparisons : undefined
}

/** A whole number of Saaty's scale, 1 to 9, for each ratio of two weights. */
function comparisonsOf(weights: Weights): Matrix {
  const step = (ratio: number) => Math.min(9, Math.max(1, Math.round(ratio)))
  return CRITERIA.map((a) =>
    CRITERIA.map((b) => {
      const ratio = weights[b] > 0 ? weights[a] / weights[b] : 9
      return ratio >= 1 ? step(ratio) : 1 / step(1 / Math.max(ratio, 1 / 9))
    }),
  )
}

function pointsOf(weights: Weights) {
  const most = Math.max(...CRITERIA.map((id) => weights[id]))
  return perCriterion((id) => (most > 0 ? Math.round((weights[id] / most) * 100) : 100))
}

/** To a thousandth: a tenth of a percent. */
const rounded = (weight: number) => Math.round(weight * 1000) / 1000

function perCriterion(figure: (id: (typeof CRITERIA)[number]) => number): Weights {
  return Object.fromEntries(CRITERIA.map((id) => [id, figure(id)])) as Weights
}
