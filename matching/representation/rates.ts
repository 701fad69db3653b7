import { wilson } from './wilson.ts'

/** How many of a group a stage selects out of those of the stage before. */
export type Rate = {
  selected: number
  of: number
  rate: number
  /** Wilson's interval of 95 %. */
  low: number
  high: number
  /** To the highest rate of the part's groups; null for people of whom it is not known, and where all rates are 0. */
  ratio: number | null
  /** Whose rate the others are measured against. */
  isHighest: boolean
  /** Too few to say: fewer than `FEW` people, or fewer than `FEW_EXPECTED` selected if all groups were alike. */
  isSmall: boolean
  /** Under four fifths of the highest, and neither is small. */
  isLow: boolean
}
/** A rate of fewer people moves by several points with one of them. */
export const FEW = 30
/** Cochran, Some methods for strengthening the common χ² tests, Biometrics 10 (1954) 417–451. */
export const FEW_EXPECTED = 5
/**
 * The rule of thumb of the Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR 1607.4 D of the United
 * States, which leaves out differences of small numbers. It is no law in China and no verdict.
 */
export const FOUR_FIFTHS = [4, 5] as const

export function rateOf(selected: number, of: number, overall: number): Rate | null {
  if (of === 0) return null
  return {
    ...{ selected, of, rate: selected / of, ...wilson(selected, of) },
    ...{ ratio: null, isHighest: false, isLow: false },
    isSmall: of < FEW || of * overall < FEW_EXPECTED,
  }
}

/**
 * Measured against the highest rate. A group that is too small to say anything is no measure while there is another;
 * people of whom it is not known are no group.
 */
export function compared(
  rates: readonly (Rate | null)[],
  isGroup: readonly boolean[],
): (Rate | null)[] {
  const all = rates.filter((rate, at) => rate !== null && isGroup[at])
  const sound = all.filter((rate) => !rate!.isSmall)
  const highest = (sound.length > 0 ? sound : all).reduce(
    (best, rate) => (best === null || rate!.rate > best.rate ? rate : best),
    null,
  )
  return rates.map((rate, at) => {
    if (rate === null || highest === null || !isGroup[at] || highest.rate === 0) return rate
    const ratio = rate.rate / highest.rate
    const isLow = isUnder(rate, highest) && !rate.isSmall && !highest.isSmall
    return { ...rate, ratio, isHighest: rate === highest, isLow }
  })
}

/** In whole people: 48 of 100 against 60 of 100 are four fifths, and a little less in binary. */
function isUnder(rate: Rate, highest: Rate): boolean {
  const [numerator, denominator] = FOUR_FIFTHS
  return rate.selected * highest.of * denominator < numerator * highest.selected * rate.of
}
