import { BEIZHUANG } from './beizhuang.ts'
import { bornAt } from './dates.ts'
import { deepen } from './depth.ts'
import type { Link } from './families.ts'
import { isFull, isWoman, type Person, regroup } from './person.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

/** Villages of Beizhuang where something cannot be met, each for a reason that the data really hold. */
export const PLANTED = {
  三道峪村: '370406104203',
  毛宅村: '370406104201',
  上十河村: '370406104212',
  羊栏村: '370406104220',
  洪门村: '370406104218',
} as const

const CASES: Record<string, (place: Place, people: Person[], random: Random) => void> = {
  [PLANTED.三道峪村]: noneYoung,
  [PLANTED.毛宅村]: noWoman,
  [PLANTED.上十河村]: oneSecretary,
  [PLANTED.羊栏村]: oneFamily,
  [PLANTED.洪门村]: noMargin,
}

/** Plants the village's case, or sees to it that the village has people to choose from. */
export function settle(place: Place, people: Person[], random: Random): void {
  if (place.township === BEIZHUANG) stayAtHome(people)
  const plant = CASES[place.code]
  if (plant) plant(place, people, random)
  else deepen(place, people, random)
}

/** Full members of Beizhuang serve at home only, so that a village's want of them is not met by its neighbours. */
function stayAtHome(people: readonly Person[]): void {
  for (const { talent, age } of people.filter(isFull)) {
    if (talent.willingness === 'township' || age <= 35) talent.willingness = 'village'
  }
}

/** An outsider's recorded consent would undo a case. */
export function mayConsent(place: Place, person: Person): boolean {
  if (place.code === PLANTED.三道峪村) return person.age > 35
  if (place.code === PLANTED.毛宅村) return !isWoman(person)
  return true
}

/** (a) Nobody of 35 or under but one, who has not been asked yet. */
function noneYoung(place: Place, people: Person[], random: Random): void {
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
function noWoman(place: Place, people: Person[], random: Random): void {
  const [undeclared, unasked, ...others] = newcomers(people) as [Person, Person, ...Person[]]
  const leaving = people.find(({ posts }) => posts.includes('committee-member'))
  for (const person of [...others, ...incumbents(people)]) person.talent.sex = 'male'
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
    leaving.talent.sex = 'female'
  }
  fix(...people)
}

/** (c) One full member who can be secretary; another has not said how far he would go. */
function oneSecretary(place: Place, people: Person[], random: Random): void {
  const [only, silent] = newcomers(people) as [Person, Person]
  deepen(place, without(people, only, silent), random, { members: 0 })
  for (const person of incumbents(people).filter(isFull))
    setAge(person, random.integer(57, 62), random)
  for (const { talent } of newcomers(people))
    if (talent.partyStatus === 'full') talent.partyStatus = 'activist'
  setAge(only, 43, random)
  setAge(silent, 39, random)
  clearAs(only, { sex: 'male', education: 'junior-college', partyStatus: 'full' }, random)
  clearAs(silent, { sex: 'male', education: 'bachelor', partyStatus: 'full' }, random)
  silent.talent.willingness = null
  fix(...people)
}

/** (d) All full members who could sit are one family: two brothers, the elder one's son and his wife. */
function oneFamily(place: Place, people: Person[], random: Random): void {
  const family = newcomers(people).slice(0, 4)
  deepen(place, without(people, ...family), random, { members: 0 })
  for (const person of incumbents(people).filter(isFull))
    setAge(person, random.integer(57, 62), random)
  for (const { talent } of newcomers(people))
    if (talent.partyStatus === 'full') talent.partyStatus = 'none'
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
function noMargin(place: Place, people: Person[], random: Random): void {
  deepen(place, people, random, { members: 0 })
  for (const { talent } of people)
    if (talent.partyStatus === 'full') talent.partyStatus = 'activist'
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

function setAge(person: Person, age: number, random: Random): void {
  person.age = age
  person.talent.bornOn = bornAt(age, random)
  if (person.group === 'graduate' && age > 35) regroup(person, 'returnee')
}

function fix(...people: Person[]): void {
  for (const person of people) person.isFixed = true
}

const newcomers = (people: readonly Person[]) => people.filter(({ posts }) => posts.length === 0)
const incumbents = (people: readonly Person[]) => people.filter(({ posts }) => posts.length > 0)
const without = (people: readonly Person[], ...gone: Person[]) =>
  people.filter((person) => !gone.includes(person))

/** The family of case (d), each of its six pairs near enough to bar. */
export function plantedLinks(place: Place, people: readonly Person[]): Link[] {
  if (place.code !== PLANTED.羊栏村) return []
  const family = newcomers(people)
    .filter(isFull)
    .sort((a, b) => b.age - a.age)
  const [elder, brother, son, wife] = family as [Person, Person, Person, Person]
  return [
    { a: elder, b: brother, relation: 'sibling', hasOneSurname: true },
    { a: elder, b: son, relation: 'parent', hasOneSurname: true },
    { a: elder, b: wife, relation: 'in-law', hasOneSurname: false },
    { a: brother, b: son, relation: 'uncle', hasOneSurname: true },
    { a: brother, b: wife, relation: 'in-law', hasOneSurname: false },
    { a: son, b: wife, relation: 'spouse', hasOneSurname: false },
  ]
}
