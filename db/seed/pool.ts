import type { Database } from '../schema.ts'
import { abilityRows, setAbilities } from './abilities.ts'
import { BEIZHUANG } from './beizhuang.ts'
import { setCareer } from './careers.ts'
import { castLinks, castOf, castStories, isCastVillage } from './cast.ts'
import { evidenceOf, storyRow } from './evidence.ts'
import { familiesOf, familyRow, type Link, surnameRoots } from './families.ts'
import { createIds } from './ids.ts'
import { incumbentRows, incumbentsOf, termOf } from './incumbents.ts'
import { givenName, isKnownName, setName, surnamesOf } from './names.ts'
import { newcomersOf } from './people.ts'
import type { Person } from './person.ts'
import type { Place } from './places.ts'
import { plantedLinks, settle } from './planted.ts'
import { createRandom, type Random } from './random.ts'
import { relativesOf } from './relatives.ts'
import { residenceRows, setResidences } from './residence.ts'
import { setRights } from './rights.ts'
import { honoursOf, setQualifications, setStatuses, sourceRows } from './standing.ts'
import { setWork } from './work.ts'

type Tables =
  | 'terms'
  | 'talents'
  | 'incumbents'
  | 'talentSources'
  | 'talentSkills'
  | 'honours'
  | 'evidence'
  | 'familyLinks'
  | 'residenceConsents'
  | 'relatives'
type Rows = { [Table in Tables]: Database[Table][] }

/** Everybody in the pool with all that hangs on them, village by village; talents first, as keys ask. */
export function createPeople(seed: number, places: readonly Place[]): Rows {
  const random = (label: string) => createRandom(seed, label)
  const talentId = createIds(seed, 'talents')
  const villages = places.map((place) => createVillage(place, talentId, random(place.code)))
  const people = villages.flatMap((village) => village.people)
  setResidences(people, places, random('residence'))
  people.forEach(setRights)
  const careers = random('careers')
  for (const person of people) setCareer(person, careers)
  return {
    ...personRows(seed, people),
    ...officeRows(seed, villages),
    familyLinks: villages.flatMap(({ links }) => links.map(familyRow)),
    relatives: relativeRows(seed, villages),
  }
}

type Village = { place: Place; people: Person[]; links: Link[] }

function createVillage(place: Place, id: () => string, random: Random): Village {
  const cast = castOf(place, id)
  const sitting = isCastVillage(place) ? [] : incumbentsOf(place, id, random)
  const invented = [...sitting, ...newcomersOf(place, newcomerCount(place, random), id, random)]
  settle(place, invented, random)
  const people = [...cast, ...invented]
  const links = [
    ...castLinks(people),
    ...plantedLinks(place, people),
    ...familiesOf(people, random),
  ]
  nameEverybody(place, people, links, random)
  for (const person of people) finish(person, random)
  setStatuses(people, random)
  return { place, people, links }
}

function newcomerCount(place: Place, random: Random): number {
  if (place.kind === 'community') return random.integer(12, 15)
  return place.township === BEIZHUANG ? random.integer(9, 12) : random.integer(4, 6)
}

/** One surname a father's line, no name twice in a village. */
function nameEverybody(
  place: Place,
  people: readonly Person[],
  links: readonly Link[],
  random: Random,
): void {
  const surname = surnamesOf(place.name, random)
  const root = surnameRoots(links)
  const surnames = new Map<Person, string>()
  const taken = new Set(people.map(({ talent }) => talent.name))
  for (const person of people) {
    const head = root(person)
    if (!surnames.has(head)) surnames.set(head, head.talent.name ? head.talent.name[0]! : surname())
    setName(person, person.talent.name || freshName(person, surnames.get(head)!, taken, random))
  }
}

function freshName(person: Person, surname: string, taken: Set<string>, random: Random): string {
  const { talent, age } = person
  for (;;) {
    const name = surname + givenName(talent.sex ?? 'male', age, random)
    if (taken.has(name) || isKnownName(name)) continue
    taken.add(name)
    return name
  }
}

function finish(person: Person, random: Random): void {
  setAbilities(person, random)
  setWork(person, random)
  setQualifications(person, random)
}

function officeRows(
  seed: number,
  villages: readonly Village[],
): Pick<Rows, 'terms' | 'incumbents'> {
  const random = createRandom(seed, 'offices')
  const id = createIds(seed, 'terms')
  const terms = villages.map(({ place }) => termOf(place, id(), random))
  const incumbents = villages.flatMap(({ people }, index) =>
    people.flatMap((person) => incumbentRows(person, terms[index]!, random)),
  )
  return { terms, incumbents }
}

function relativeRows(seed: number, villages: readonly Village[]): Rows['relatives'] {
  const random = createRandom(seed, 'relatives')
  const id = createIds(seed, 'relatives')
  return villages.flatMap(({ people, links }) => relativesOf(people, links, id, random))
}

type PersonTables =
  | 'talents'
  | 'talentSources'
  | 'talentSkills'
  | 'honours'
  | 'evidence'
  | 'residenceConsents'

function personRows(seed: number, people: readonly Person[]): Pick<Rows, PersonTables> {
  const random = createRandom(seed, 'portraits')
  const evidenceId = createIds(seed, 'evidence')
  const honourId = createIds(seed, 'honours')
  return {
    talents: people.map(({ talent }) => talent),
    talentSources: people.flatMap(sourceRows),
    talentSkills: people.flatMap(abilityRows),
    honours: people.flatMap((person) => honoursOf(person, honourId, random)),
    evidence: people.flatMap(
      (person) =>
        castStories(person)?.map((story) => storyRow(person, story, evidenceId())) ??
        evidenceOf(person, evidenceId, random),
    ),
    residenceConsents: people.flatMap((person) => residenceRows(person, random)),
  }
}
