import { oneDecimal, percent, shareOf } from '../format.ts'
import type { Structure } from '../types.ts'
import { t } from '../words/index.ts'

/** Counts of people add up; the mean age is weighted by the people whose age is known. What is not known is left out and counted. */
export function sumOf(structures: (Structure | null)[]): {
  sum: Structure | null
  unknown: number
} {
  const known = structures.filter((one) => one !== null)
  const unknown = structures.length - known.length
  if (known.length === 0) return { sum: null, unknown }
  const total = (pick: (one: Structure) => number) => known.reduce((sum, one) => sum + pick(one), 0)
  const agesKnown = total((one) => one.agesKnown)
  const years = total((one) => (one.meanAge ?? 0) * one.agesKnown)
  return {
    unknown,
    sum: {
      people: total((one) => one.people),
      meanAge: agesKnown === 0 ? null : years / agesKnown,
      agesKnown,
      aged35OrUnder: total((one) => one.aged35OrUnder),
      collegeOrAbove: total((one) => one.collegeOrAbove),
      women: total((one) => one.women),
      partyMembers: total((one) => one.partyMembers),
      combinedRole: total((one) => one.combinedRole),
      crossAppointed: total((one) => one.crossAppointed),
    },
  }
}

export const meanAgeOf = (structure: Structure | null) =>
  structure?.meanAge == null ? t().unknown : oneDecimal(structure.meanAge)

type Count = 'aged35OrUnder' | 'collegeOrAbove' | 'women'

/** One village has few people, so the count comes first; a township prints the percentage. */
export const shareIn = (structure: Structure | null, what: Count) =>
  structure === null ? t().unknown : shareOf(structure[what], structure.people)

export const percentIn = (structure: Structure | null, what: Count) =>
  structure === null || structure.people === 0
    ? t().unknown
    : percent(structure[what] / structure.people)
