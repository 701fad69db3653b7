import type { Member } from './member.ts'
import { isCombined, isCross, isOfTwo, type Pattern } from './pattern.ts'
import type { Structure } from './types.ts'

/** One person on the team of one village with the posts held. */
export type Placement = { village: string; member: Member; pattern: Pattern }

/** Structure of the two committees of one or many teams, each person of a village once. Ages that are not known are left out of the mean. */
export function structureOf(everybody: readonly Placement[]): Structure {
  const team = everybody.filter(({ pattern }) => isOfTwo(pattern))
  const count = (holds: (placement: Placement) => boolean) => team.filter(holds).length
  const ages = team.flatMap(({ member }) => (member.age === null ? [] : [member.age]))
  return {
    people: team.length,
    meanAge: ages.length === 0 ? null : ages.reduce((sum, age) => sum + age, 0) / ages.length,
    agesKnown: ages.length,
    aged35OrUnder: ages.filter((age) => age <= 35).length,
    collegeOrAbove: count(({ member }) => member.isCollege),
    women: count(({ member }) => member.isWoman),
    partyMembers: count(({ member }) => member.isPartyMember),
    combinedRole: count(({ pattern }) => isCombined(pattern)),
    crossAppointed: count(({ pattern }) => isCross(pattern)),
  }
}

/** Structures of several places together; null when none is known. The mean age is weighted by the people whose age is known. */
export function sumStructures(structures: readonly (Structure | null)[]): Structure | null {
  const known = structures.filter((structure) => structure !== null)
  if (known.length === 0) return null
  const sum = (value: (structure: Structure) => number) =>
    known.reduce((total, structure) => total + value(structure), 0)
  const agesKnown = sum((structure) => structure.agesKnown)
  const years = sum((structure) => structure.agesKnown * (structure.meanAge ?? 0))
  return {
    people: sum((structure) => structure.people),
    meanAge: agesKnown === 0 ? null : years / agesKnown,
    agesKnown,
    aged35OrUnder: sum((structure) => structure.aged35OrUnder),
    collegeOrAbove: sum((structure) => structure.collegeOrAbove),
    women: sum((structure) => structure.women),
    partyMembers: sum((structure) => structure.partyMembers),
    combinedRole: sum((structure) => structure.combinedRole),
    crossAppointed: sum((structure) => structure.crossAppointed),
  }
}
