import type { TalentTable } from '../schema.ts'
import { ROLES, type Role } from './cast-roles.ts'
import { CAST_STORIES } from './cast-stories.ts'
import { REFERENCE_YEAR } from './dates.ts'
import type { Story } from './evidence.ts'
import type { Link } from './families.ts'
import { blankPerson, type Person } from './person.ts'
import type { Place } from './places.ts'
import { PLANTED } from './planted.ts'

/** The villages whose incumbents are all written by hand. */
export const isCastVillage = (place: Place) => place.code === PLANTED.洪门村

export function castOf(place: Place, id: () => string): Person[] {
  return ROLES.filter(({ village }) => PLANTED[village] === place.code).map((role) =>
    createMember(role, place, id()),
  )
}

export function castStories({ talent, place }: Person): readonly Story[] | undefined {
  const isCast = ROLES.some(
    ({ name, village }) => name === talent.name && PLANTED[village] === place.code,
  )
  return isCast ? CAST_STORIES[talent.name] : undefined
}

/** 刘思敏 and 张立群 are cousins. */
export function castLinks(people: readonly Person[]): Link[] {
  const find = (name: string) => people.find(({ talent }) => talent.name === name)
  const [a, b] = [find('张立群'), find('刘思敏')]
  return a && b ? [{ a, b, relation: 'cousin', hasOneSurname: false }] : []
}

function createMember(role: Role, place: Place, id: string): Person {
  const { name, sex, bornOn, education, partyStatus, sources, occupation } = role
  const person = blankPerson(id, place, sources[0], REFERENCE_YEAR - Number(bornOn.slice(0, 4)))
  Object.assign(person, {
    sources,
    posts: role.posts ?? [],
    consentedVillages: role.consentedVillages ?? [],
    skills: role.skills.map(([skill, level, standing]) => ({ skill, level, standing })),
    isFixed: true,
  } satisfies Partial<Person>)
  Object.assign(person.talent, {
    name,
    sex,
    bornOn,
    education,
    partyStatus,
    occupation,
    isFullTimeEducation: education === 'bachelor' ? 1 : 0,
    nationality: 'han',
    consent: 'given',
    willingness: 'village',
    isFit: 1,
    status: role.posts ? 'appointed' : 'in-pool',
    ...role.fields,
  } satisfies Partial<TalentTable>)
  return person
}
