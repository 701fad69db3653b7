import type { IncumbentTable, PostTable, TermTable } from '../schema.ts'
import { two } from './dates.ts'
import { collegeChance, consentOf, setBirth, setEducation, setNationality } from './people.ts'
import { blankPerson, type Person } from './person.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

type Posts = PostTable['post'][]

/** Those who sit on the two committees of a place now: older, fewer women and fewer graduates than is wanted. */
export function incumbentsOf(place: Place, id: () => string, random: Random): Person[] {
  const seatings = seatingsOf(place, random)
  const women = womenAmong(seatings, place, random)
  const people = seatings.map((posts, index) =>
    createIncumbent(place, posts, women.has(index), id(), random),
  )
  if (place.kind === 'village') schoolLess(people)
  return people
}

/** In no village do more than two in three have been to college: such a team could hardly be matched. */
function schoolLess(people: readonly Person[]): void {
  const schooled = people.filter(({ talent }) =>
    /college|bachelor|post/.test(talent.education ?? ''),
  )
  for (const { talent } of schooled.slice(Math.ceil((people.length * 2) / 3)))
    talent.education = 'senior-secondary'
}

/** Who holds which posts: combined roles first, then people on both committees, then the rest; some seats fell vacant. */
function seatingsOf({ seats, kind }: Place, random: Random): Posts[] {
  const isCombined = random.chance(0.5)
  const most = Math.min(seats.party, seats.committee) - 1
  const both = Math.min(
    most,
    Number(random.weighted({ 0: 22, 1: 50, 2: kind === 'village' ? 28 : 60 })),
  )
  const heads: Posts[] = isCombined ? [['secretary', 'chair']] : [['secretary'], ['chair']]
  const crossing = times(both, ['party-member', 'committee-member'])
  const party = times(seats.party - 1 - both, ['party-member'])
  const committee = times(seats.committee - 1 - both, ['committee-member'])
  return [...heads, ...crossing, ...party, ...committee].filter(
    (posts) => posts.length > 1 || /secretary|chair/.test(posts[0]!) || !random.chance(0.08),
  )
}

const times = (count: number, posts: Posts): Posts[] =>
  Array.from({ length: count }, () => [...posts])

/** One woman on most villagers' committees (LAW 6), seldom two. */
function womenAmong(seatings: readonly Posts[], place: Place, random: Random): Set<number> {
  const indices = seatings.map((_, index) => index)
  const members = indices.filter((index) => seatings[index]!.includes('committee-member'))
  const others = indices.filter((index) => !seatings[index]!.includes('committee-member'))
  const women = new Set<number>()
  if (members.length > 0 && random.chance(0.86)) women.add(random.pick(members))
  if (place.kind === 'community') for (const i of members.slice(-3)) women.add(i)
  for (const index of others) if (random.chance(0.1)) women.add(index)
  return women
}

function createIncumbent(
  place: Place,
  posts: Posts,
  isWoman: boolean,
  id: string,
  random: Random,
): Person {
  const isTown = place.kind === 'community'
  const mean = (posts.includes('secretary') ? 52 : 50.5) - (isWoman ? 3 : 0) - (isTown ? 5 : 0)
  const age = Math.round(random.normal(mean, 7.5, 29, 64))
  const person = blankPerson(id, place, 'incumbent', age)
  const { talent } = person
  person.posts = posts
  person.sources = ['incumbent', ...(random.chance(0.25) ? [secondSource(isWoman, random)] : [])]
  talent.sex = isWoman ? 'female' : 'male'
  setBirth(person, random, 0.004)
  setEducation(person, collegeChance(age) + (isTown ? 0.4 : 0.19), random, 0.005)
  talent.partyStatus = partyOf(posts, random)
  setNationality(person, random)
  talent.consent = consentOf(random)
  talent.isFit = random.chance(0.97) ? 1 : null
  const will = random.weighted({ village: 90, township: 5, unknown: 5 })
  talent.willingness = will === 'unknown' ? null : will
  talent.status = 'appointed'
  return person
}

function secondSource(isWoman: boolean, random: Random) {
  if (isWoman && random.chance(0.7)) return 'womens-federation' as const
  return random.pick(['wealth-creator', 'veteran', 'cooperative-head', 'returnee'] as const)
}

function partyOf(posts: Posts, random: Random): Person['talent']['partyStatus'] {
  if (posts.includes('secretary') || posts.includes('party-member')) return 'full'
  const isChair = posts.includes('chair')
  return random.weighted({ full: isChair ? 80 : 28, probationary: 5, activist: 17, none: 50 })
}

/** The term that began in spring 2021 (S3), in office until the term change of the reference year. */
export function termOf(place: Place, id: string, random: Random): TermTable {
  const { countyCode, code } = place
  return {
    countyCode,
    id,
    villageCode: code,
    startedOn: `2021-03-${two(random.integer(6, 28))}`,
    endsOn: '2026-12-31',
    turnout: Math.round(random.normal(0.86, 0.04, 0.75, 0.95) * 1000) / 1000,
    rounds: random.chance(0.93) ? 1 : 2,
  }
}

/** One row a post; one in eight came in by a by-election later in the term. */
export function incumbentRows(person: Person, term: TermTable, random: Random): IncumbentTable[] {
  const { countyCode, id: termId, villageCode, startedOn } = term
  const isLater = !person.isFixed && random.chance(0.12)
  const later = `${random.integer(2022, 2024)}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`
  const tookOfficeOn = isLater ? later : startedOn
  const talentId = person.talent.id
  return person.posts.map((post) => ({
    countyCode,
    termId,
    post,
    talentId,
    villageCode,
    tookOfficeOn,
  }))
}
