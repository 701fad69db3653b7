import { yearsBetween } from './day.ts'
import { CRITERIA, type CriterionId, type Evidence, type Policy, type Talent } from './types.ts'

/** What all evidence of a criterion comes to, in the order of `CRITERIA`. */
export type Sums = {
  weight: Float64Array
  /** Of `weight`, what stands proven. */
  proven: Float64Array
  /** Weight × value. */
  worth: Float64Array
  /** The piece that weighs most. */
  strongest: (Evidence | null)[]
}

/** One pass over everything that is known of a person. */
export function sumsOf({ evidence }: Pick<Talent, 'evidence'>, policy: Policy): Sums {
  const strongest: (Evidence | null)[] = CRITERIA.map(() => null)
  const sums = { weight: column(), proven: column(), worth: column(), strongest }
  const heaviest = column()
  for (const piece of evidence) {
    const at = INDEX[piece.criterion]
    const weight = weightOf(piece, policy)
    sums.weight[at]! += weight
    sums.worth[at]! += weight * piece.value
    if (piece.standing === 'proven') sums.proven[at]! += weight
    const isHeavier = weight > heaviest[at]! || strongest[at] === null
    if (isHeavier || (weight === heaviest[at] && piece.id < strongest[at]!.id)) {
      heaviest[at] = weight
      strongest[at] = piece
    }
  }
  return sums
}

export function column(): Float64Array {
  return new Float64Array(CRITERIA.length)
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

/** Places in `CRITERIA`, looked up once a piece. */
const INDEX: Record<CriterionId, number> = {
  political: 0,
  development: 1,
  coordination: 2,
  service: 3,
  conduct: 4,
  expertise: 5,
  tie: 6,
  record: 7,
  reputation: 8,
  potential: 9,
}
