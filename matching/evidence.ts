import { CRITERIA, type CriterionId, type Evidence, type Policy, type Talent } from './types.ts'
import { yearsBetween } from './years.ts'

/** Sums over the evidence of each criterion, in the order of `CRITERIA`. */
export type Sums = {
  weight: Float64Array
  /** Of `weight`, what stands proven. */
  proven: Float64Array
  /** Weight × value. */
  worth: Float64Array
}

/**
 * What a piece of evidence weighs on the reference day: its strength, less where it is only claimed,
 * half for every half-life of its criterion. Between 0 and 1.
 */
export function weightOf(piece: Evidence, { evidence, criteria, referenceOn }: Policy): number {
  const standing = piece.standing === 'proven' ? 1 : evidence.claimedShare
  const age = yearsBetween(piece.on, referenceOn)
  return piece.strength * standing * 0.5 ** (age / criteria[piece.criterion].halfLifeYears)
}

/** One pass over everything that is known of a person. */
export function sumsOf({ evidence }: Talent, policy: Policy): Sums {
  const sums = { weight: column(), proven: column(), worth: column() }
  for (const piece of evidence) {
    const at = INDEX[piece.criterion]
    const weight = weightOf(piece, policy)
    sums.weight[at]! += weight
    sums.worth[at]! += weight * piece.value
    if (piece.standing === 'proven') sums.proven[at]! += weight
  }
  return sums
}

/** The piece that weighs most for a criterion; undefined when there is none. */
export function strongestOf({ evidence }: Talent, criterion: CriterionId, policy: Policy) {
  const pieces = evidence.filter((piece) => piece.criterion === criterion)
  const heavier = (a: Evidence, b: Evidence) => {
    const difference = weightOf(b, policy) - weightOf(a, policy)
    return difference === 0 ? (a.id < b.id ? a : b) : difference > 0 ? b : a
  }
  return pieces.length === 0 ? undefined : pieces.reduce(heavier)
}

export function column(): Float64Array {
  return new Float64Array(CRITERIA.length)
}

const INDEX = Object.fromEntries(CRITERIA.map((criterion, index) => [criterion, index])) as Record<
  CriterionId,
  number
>
