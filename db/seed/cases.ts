import { bornAt } from './dates.ts'
import { deepen } from './depth.ts'
import { isFull, type Person, regroup, setSex } from './person.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

/** (a) Nobody of 35 or under but one, who has not been asked yet. */
export function noneYoung(place: Place, people: Person[], random: Random): void {
  const asked = newcomers(people)[0]!
  for (const person of people.filter((one) => one !== asked && one.age <= 35))
    setAge(person, random.integer(37, 43), random)
  deepen(place, without(people, asked), random, { young: 0 })
  setAge(asked, 29, random)
  clearAs(asked, { sex: 'female', education: 'bachelor', partyStatus: 'activist' }, random)
  asked.talent.willingness = null
  fix(...people)
}

/** (b) No woman for the villagers' committee: of two, one paper each is missing; the woman in office is too old. */
export function noWoman(place: Place, people: Person[], random: Random): void {
  const [undeclared, unasked, ...others] = newcomers(people) as [Person, Person, ...Person[]]
  const leaving = people.find(({ posts }) => posts.includes('committee-member'))
  for (const person of [...others, ...incumbents(people)]) setSex(person, 'male')
  deepen(place, without(people, undeclared, unasked), random, { women: 0 })
  setAge(undeclared, 34, random)
  setAge(unasked, 41, random)
  clearAs(undeclared, { sex: 'female', education: 'junior-college', partyStatus: 'none' }, random)
  clearAs(
    unasked,
    { sex: 'female', education: 'senior-secondary', partyStatus: 'activist' },
    random,
  )
  undeclared.talent.isFit = null
  unasked.talent.consent = null
  if (leaving) {
    setAge(leaving, 57, random)
    setSex(leaving, 'female')
  }
  fix(...people)
}

/** (c) One full member who can be secretary; another has not said how far he would go. */
export function oneSecretary(place: Place, people: Person[], random: Random): void {
  const [only, silent] = newcomers(people) as [Person, Person]
  deepen(place, without(people, only, silent), random, { members: 0 })
  for (const person of incumbents(people).filter(isFull))
    setAge(person, random.integer(57, 62), random)
  demote(newcomers(people), 'activist')
  setAge(only, 43, random)
  setAge(silent, 39, random)
  clearAs(only, { sex: 'male', education: 'junior-college', partyStatus: 'full' }, random)
  clearAs(silent, { sex: 'male', education: 'bachelor', partyStatus: 'full' }, random)
  silent.talent.willingness = null
  fix(...people)
}

/** (d) All full members who could sit are one family: two brothers, the elder one's son and his wife. */
export function oneFamily(place: Place, people: Person[], random: Random): void {
  const family = newcomers(people).slice(0, 4)
  deepen(place, without(people, ...family), random, { members: 0 })
  for (const person of incumbents(people).filter(isFull))
    setAge(person, random.integer(57, 62), random)
  demote(newcomers(people), 'none')
  for (const [index, age] of [53, 46, 29, 28].entries()) {
    const person = family[index]!
    setAge(person, age, random)
    const sex = index === 3 ? 'female' : 'male'
    const education = index < 2 ? 'senior-secondary' : 'junior-college'
    clearAs(person, { sex, education, partyStatus: 'full' }, random)
  }
  fix(...people)
}

/** (e) Three full members for three seats, and the fourth has not been asked: the cast brings them all. */
export function noMargin(place: Place, people: Person[], random: Random): void {
  deepen(place, people, random, { members: 0 })
  demote(people, 'activist')
}

type Clear = Pick<Person['talent'], 'sex' | 'education' | 'partyStatus'>

function clearAs(person: Person, fields: Clear, random: Random): void {
  regroup(person, 'returnee')
  Object.assign(person.talent, fields, {
    consent: 'given',
    isFit: 1,
    willingness: 'village',
    nationality: 'han',
    isFullTimeEducation: 1,
    experienceYears: random.integer(1, 5),
  })
}

/** Somebody posted in, or retired from an office, is a full member: they become returnees. */
function demote(people: readonly Person[], status: 'activist' | 'none'): void {
  for (const person of people) {
    if (!isFull(person) && person.talent.partyStatus !== null) continue
    person.talent.partyStatus = status
    if (['posted-in', 'retired-official'].includes(person.group)) regroup(person, 'returnee')
  }
}

function setAge(person: Person, age: number, random: Random): void {
  person.age = age
  person.talent.bornOn = bornAt(age, random)
  if (person.group === 'graduate' && age > 35) regroup(person, 'returnee')
}

function fix(...people: Person[]): void {
  for (const person of people) person.isFixed = true
}

export const newcomers = (people: readonly Person[]) =>
  people.filter(({ posts }) => posts.length === 0)
const incumbents = (people: readonly Person[]) => people.filter(({ posts }) => posts.length > 0)
const without = (people: readonly Person[], ...gone: Person[]) =>
  people.filter((person) => !gone.includes(person))
