import type { Member } from '../member.ts'
import { isCombined, isOfTwo, type Pattern } from '../pattern.ts'
import type { Placement } from '../structure.ts'
import type { Policy } from '../types.ts'
import type { Linear, Measured, Place } from './target.ts'

export type AgeTarget = 'young.min' | 'age30.min' | 'age.core'

/** Of the two committees: whoever only supervises is in none of the figures. */
export const anyPost = (pattern: Pattern) => (isOfTwo(pattern) ? 1 : 0)
export const inCommittee = (pattern: Pattern) => (pattern.committee === null ? 0 : 1)
export const everyone = () => 1
export const counts = (holds: (member: Member) => boolean) => (member: Member) =>
  holds(member) ? 1 : 0
/** Whether a target about ages counts somebody; an age that is not known counts towards nothing. */
export const isAged = ({ age }: Member, { targets }: Policy, id: AgeTarget) =>
  age !== null && age >= (targets[id].ages?.from ?? 0) && age <= (targets[id].ages?.to ?? Infinity)

/** At least `bound` people of a kind, on either committee or on the villagers' committee alone. */
export function atLeast(
  holds: (member: Member, policy: Policy) => boolean,
  perPattern: (pattern: Pattern) => number,
) {
  return {
    form: ({ bound, policy }: Place): Linear => ({
      perPattern,
      perMember: counts((member) => holds(member, policy)),
      atLeast: bound,
      isWhole: true,
    }),
    value: (team: readonly Placement[], { policy }: Measured) =>
      team.filter(({ member, pattern }) => perPattern(pattern) > 0 && holds(member, policy)).length,
  }
}

export const minority = atLeast((member) => member.isMinority, inCommittee)

/** People of a kind over all people. */
export function share(
  holds: (placement: Placement, policy: Policy) => boolean,
  of: (placement: Placement) => boolean = () => true,
) {
  return (team: readonly Placement[], { policy }: Measured) => {
    const whole = team.filter((placement) => isOfTwo(placement.pattern) && of(placement))
    const part = whole.filter((placement) => holds(placement, policy))
    return whole.length === 0 ? null : part.length / whole.length
  }
}

export const seatsHeld = (team: readonly Placement[]) =>
  team.reduce((sum, { pattern }) => sum + seatsOfTwo(pattern), 0)
export const seatsOfTwo = ({ party, committee }: Pattern) =>
  (party === null ? 0 : 1) + (committee === null ? 0 : 1)
export const committeeSeatsHeld = (team: readonly Placement[]) =>
  team.reduce((sum, { pattern }) => sum + inCommittee(pattern), 0)
export const meanAge = (team: readonly Placement[]) => {
  const ages = team.flatMap(({ member, pattern }) =>
    member.age === null || !isOfTwo(pattern) ? [] : [member.age],
  )
  return ages.length === 0 ? null : ages.reduce((sum, age) => sum + age, 0) / ages.length
}
export const combinedRoles = (team: readonly Placement[]) =>
  team.filter(({ pattern }) => isCombined(pattern)).length

/** The structure of the last term to compare with: of the village, or of all villages whose last term is known. */
export function lastTerm({ village, villages }: Place) {
  const known = (village === null ? villages : [village]).flatMap(
    ({ lastTerm: last }) => last ?? [],
  )
  const people = known.reduce((sum, last) => sum + last.people, 0)
  if (people === 0 || known.length < (village === null ? villages.length : 1)) return null
  const aged = known.reduce((sum, last) => sum + last.agesKnown, 0)
  const years = known.reduce((sum, last) => sum + (last.meanAge ?? 0) * last.agesKnown, 0)
  return {
    meanAge: aged === 0 ? null : years / aged,
    collegeShare: known.reduce((sum, last) => sum + last.collegeOrAbove, 0) / people,
  }
}
