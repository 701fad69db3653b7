import { bornAt } from './dates.ts'
import { groupWeights, PROFILES } from './groups.ts'
import { blankPerson, type Education, type Group, type Person, unlessUnknown } from './person.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

type Newcomer = Exclude<Group, 'incumbent'>
type Willingness = 'village' | 'township' | 'county'

/** The people of a place who hold no seat now. */
export function newcomersOf(
  place: Place,
  count: number,
  id: () => string,
  random: Random,
): Person[] {
  const groups = newcomerGroups(place, count, random)
  return groups.map((group) => createNewcomer(place, group, id(), random))
}

/** Every village knows its graduate and its returnee; the other groups come as they do. */
function newcomerGroups(place: Place, count: number, random: Random): Newcomer[] {
  const weights = groupWeights(place.kind)
  const known: Newcomer[] = ['graduate', 'returnee']
  const others = Array.from({ length: count - 2 }, () => random.weighted(weights))
  return [...known, ...others]
}

export function createNewcomer(place: Place, group: Newcomer, id: string, random: Random): Person {
  const profile = PROFILES[group]
  const { mean, deviation, low, high } = profile.age
  const age = Math.round(random.normal(mean, deviation, low, high))
  const person = blankPerson(id, place, group, age)
  const { talent } = person
  talent.sex = random.chance(profile.women) ? 'female' : 'male'
  setBirth(person, random, 0.01)
  setEducation(person, collegeChance(age) + profile.schooling, random, 0.02)
  talent.partyStatus = unlessUnknown(partyOf(age, profile.full, random), 0.02, random)
  setNationality(person, random)
  setWill(person, random)
  talent.channel = random.chance(0.6)
    ? profile.channel
    : random.pick(['self', 'recommended', 'discovered'] as const)
  person.sources = [group, ...secondSource(group, age, random)]
  return person
}

export function setBirth(person: Person, random: Random, unknownShare: number): void {
  const { talent, age } = person
  talent.bornOn = unlessUnknown(bornAt(age, random), unknownShare, random)
}

/** Chance of junior college or above by age, as schooling spread. */
export function collegeChance(age: number): number {
  if (age <= 30) return 0.36
  if (age <= 35) return 0.36
  if (age <= 45) return 0.33
  return age <= 55 ? 0.18 : 0.1
}

export function setEducation(
  person: Person,
  college: number,
  random: Random,
  unknownShare: number,
): void {
  const { talent, age } = person
  const education = random.chance(college) ? higher(age, random) : school(age, random)
  const isHigher = ['junior-college', 'bachelor', 'postgraduate'].includes(education)
  const isFullTime = random.chance(isHigher ? (age <= 35 ? 0.75 : 0.35) : 0.97)
  talent.education = unlessUnknown(education, unknownShare, random)
  talent.isFullTimeEducation = unlessUnknown(isFullTime ? 1 : 0, 0.05, random)
}

function higher(age: number, random: Random): Education {
  if (age <= 35) return random.weighted({ 'junior-college': 50, bachelor: 46, postgraduate: 4 })
  return random.weighted({ 'junior-college': 72, bachelor: 27, postgraduate: 1 })
}

function school(age: number, random: Random): Education {
  if (age <= 35) return random.weighted({ 'senior-secondary': 90, 'junior-secondary': 10 })
  if (age <= 50) return random.weighted({ 'senior-secondary': 78, 'junior-secondary': 22 })
  return random.weighted({ 'senior-secondary': 66, 'junior-secondary': 31, primary: 3 })
}

function partyOf(age: number, full: number, random: Random): Person['talent']['partyStatus'] {
  if (random.chance(full)) return 'full'
  if (age <= 28) return random.weighted({ probationary: 12, activist: 24, league: 46, none: 18 })
  return random.weighted({ probationary: 9, activist: 21, none: 70 })
}

export function setNationality(person: Person, random: Random): void {
  const share = person.place.hasMinorities ? 0.35 : 0.006
  person.talent.nationality = random.chance(share) ? 'minority' : 'han'
}

function setWill(person: Person, random: Random): void {
  const { talent } = person
  talent.consent = consentOf(random)
  talent.isFit = fitnessOf(random)
  talent.willingness = willingnessOf(talent.partyStatus === 'full', random)
}

export function consentOf(random: Random): 'given' | 'withdrawn' | null {
  const answer = random.weighted({ given: 91, unknown: 6.5, withdrawn: 2.5 })
  return answer === 'unknown' ? null : answer
}

export function fitnessOf(random: Random): 0 | 1 | null {
  const answer = random.weighted({ yes: 93.5, unknown: 5, no: 1.5 })
  return answer === 'unknown' ? null : answer === 'yes' ? 1 : 0
}

/** Who will go anywhere in the county is young and not yet a full member: a planted trait (docs/demonstration.md). */
function willingnessOf(isFull: boolean, random: Random): Willingness | null {
  const answer = random.weighted(
    isFull
      ? { village: 54, township: 34, unknown: 12 }
      : { village: 48, township: 30, county: 12, unknown: 12 },
  )
  return answer === 'unknown' ? null : answer
}

function secondSource(group: Newcomer, age: number, random: Random): Group[] {
  if (!random.chance(0.24)) return []
  const seconds: Partial<Record<Newcomer, Partial<Record<Group, number>>>> = {
    returnee: {
      'wealth-creator': 4,
      'cooperative-head': 4,
      graduate: age <= 35 ? 3 : 0,
      merchant: 1,
    },
    graduate: { volunteer: 4, returnee: 3, 'social-worker': 1 },
    veteran: { volunteer: 2, 'wealth-creator': 2, returnee: 3 },
    'wealth-creator': { 'cooperative-head': 4, veteran: 1 },
    'cooperative-head': { 'wealth-creator': 5, veteran: 1 },
    merchant: { 'wealth-creator': 2, returnee: 2 },
    'social-worker': { graduate: age <= 30 ? 4 : 0, volunteer: 4 },
    'womens-federation': { volunteer: 4, 'wealth-creator': 2 },
    'degree-official': { graduate: age <= 35 ? 3 : 0, volunteer: 1 },
  }
  const weights = seconds[group]
  return weights ? [random.weighted(weights)] : []
}
