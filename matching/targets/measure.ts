import type { Member } from '../member.ts'
import { isCombined, type Pattern } from '../pattern.ts'
import type { Placement } from '../structure.ts'
import type { Linear, Place } from './target.ts'

export const anyPost = () => 1
export const inCommittee = (pattern: Pattern) => (pattern.committee === null ? 0 : 1)
export const everyone = () => 1
export const counts = (holds: (member: Member) => boolean) => (member: Member) =>
  holds(member) ? 1 : 0
export const aged = (from: number, to: number) => (member: Member) =>
  member.age !== null && member.age >= from && member.age <= to

/** At least `bound` people of a kind, on either committee or on the villagers' committee alone. */
export function atLeast(
  holds: (member: Member) => boolean,
  perPattern: (pattern: Pattern) => number,
) {
  return {
    form: ({ bound }: Place): Linear => ({
      perPattern,
      perMember: counts(holds),
      atLeast: bound,
      isWhole: true,
    }),
    value: (team: readonly Placement[]) =>
      team.filter(({ member, pattern }) => perPattern(pattern) > 0 && holds(member)).length,
  }
}

export const minority = atLeast((member) => member.isMinority, inCommittee)

/** People of a kind over all people. */
export function share(
  holds: (placement: Placement) => boolean,
  of: (placement: Placement) => boolean = () => true,
) {
  return (team: readonly Placement[]) => {
    const whole = team.filter(of)
    return whole.length === 0 ? null : whole.filter(holds).length / whole.length
  }
}

export const seatsHeld = (team: readonly Placement[]) =>
  team.reduce((sum, { pattern }) => sum + pattern.posts.length, 0)
export const committeeSeatsHeld = (team: readonly Placement[]) =>
  team.reduce((sum, { pattern }) => sum + inCommittee(pattern), 0)
export const meanAge = (team: readonly Placement[]) => {
  const ages = team.flatMap(({ member }) => (member.age === null ? [] : [member.age]))
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
  const years = known.reduce((sum, last) => sum + (last.meanAge ?? Number.NaN) * last.people, 0)
  return {
    meanAge: Number.isNaN(years) ? null : years / people,
    collegeShare: known.reduce((sum, last) => sum + last.collegeOrAbove, 0) / people,
  }
}
