import type { FamilyLinkTable } from '../schema.ts'
import type { Person } from './person.ts'
import type { Random } from './random.ts'

export type Relation = 'spouse' | 'parent' | 'sibling' | 'uncle' | 'cousin' | 'in-law' | 'distant'
/** `hasOneSurname`: the two share a father's line. */
export type Link = { a: Person; b: Person; relation: Relation; hasOneSurname: boolean }
type Pairing = { relation: Relation; fits: (elder: Person, younger: Person) => boolean }

const gap = (elder: Person, younger: Person) => elder.age - younger.age
const isMan = ({ talent }: Person) => talent.sex === 'male'
const differInSex = (a: Person, b: Person) => isMan(a) !== isMan(b)
const isWithin = (low: number, value: number, high: number) => low <= value && value <= high

const PAIRINGS: readonly Pairing[] = [
  { relation: 'spouse', fits: (a, b) => differInSex(a, b) && gap(a, b) <= 5 && b.age >= 25 },
  { relation: 'parent', fits: (a, b) => isWithin(21, gap(a, b), 31) },
  { relation: 'sibling', fits: (a, b) => isWithin(1, gap(a, b), 9) },
  { relation: 'uncle', fits: (a, b) => isWithin(12, gap(a, b), 30) },
  { relation: 'cousin', fits: (a, b) => gap(a, b) <= 16 },
  { relation: 'in-law', fits: (a, b) => gap(a, b) <= 30 },
]
const WEIGHTS = { spouse: 22, parent: 30, sibling: 24, uncle: 14, cousin: 18, 'in-law': 9 }

/** Families among the people of one village: mostly pairs, sometimes three together. */
export function familiesOf(people: readonly Person[], random: Random): Link[] {
  const free = people.filter((person) => !person.isFixed)
  const count = Number(random.weighted({ 0: 30, 1: 43, 2: 22, 3: 5 }))
  const links: Link[] = []
  for (let i = 0; i < count; i++) {
    const link = findLink(free, random)
    if (!link) continue
    links.push(link, ...thirdOf(link, free, random))
    for (const { a, b } of links) remove(free, a, b)
  }
  return random.chance(0.25) ? [...links, ...distantOf(people, links, random)] : links
}

/** Everybody of one line shares the surname of its root. */
export function surnameRoots(links: readonly Link[]): (person: Person) => Person {
  const parents = new Map<Person, Person>()
  const root = (person: Person): Person => {
    const parent = parents.get(person)
    return parent ? root(parent) : person
  }
  for (const { a, b, hasOneSurname } of links) {
    const [one, other] = [root(a), root(b)]
    if (hasOneSurname && one !== other) parents.set(other, one)
  }
  return root
}

export function familyRow({ a, b, relation }: Link): FamilyLinkTable {
  const [talentId, relativeId] = [a.talent.id, b.talent.id].sort() as [string, string]
  const isBarred = relation === 'distant' ? 0 : 1
  return { countyCode: a.talent.countyCode, talentId, relativeId, relation, isBarred }
}

/** Near relatives do not sit together now either, so a new link joins two incumbents never. */
function findLink(people: readonly Person[], random: Random): Link | undefined {
  const relation = random.weighted(WEIGHTS)
  const { fits } = PAIRINGS.find((pairing) => pairing.relation === relation)!
  for (let tries = 0; tries < 40 && people.length > 1; tries++) {
    const [a, b] = byAge(random.pick(people), random.pick(people))
    if (a === b || (a.posts.length > 0 && b.posts.length > 0) || !fits(a, b)) continue
    return { a, b, relation, hasOneSurname: sharesSurname(relation, a, random) }
  }
  return undefined
}

function sharesSurname(relation: Relation, elder: Person, random: Random): boolean {
  if (relation === 'sibling') return true
  if (relation === 'parent') return isMan(elder)
  if (relation === 'uncle') return isMan(elder) && random.chance(0.7)
  return relation === 'cousin' && random.chance(0.5)
}

/** The couple's brother or sister, or the father's brother, with the links that follow from it. */
function thirdOf(link: Link, people: readonly Person[], random: Random): Link[] {
  if (!['spouse', 'parent'].includes(link.relation) || !random.chance(0.3)) return []
  const head = link.relation === 'spouse' ? (isMan(link.a) ? link.a : link.b) : link.a
  const other = head === link.a ? link.b : link.a
  const third = people.find(
    (person) =>
      person !== head &&
      person !== other &&
      ![person, head, other].every(({ posts }) => posts.length > 0) &&
      person.posts.length === 0 &&
      isWithin(1, Math.abs(gap(person, head)), 9),
  )
  if (!third) return []
  const relation = link.relation === 'spouse' ? 'in-law' : 'uncle'
  const hasOneSurname = relation === 'uncle' && isMan(head)
  return [
    { a: head, b: third, relation: 'sibling', hasOneSurname: true },
    { a: third, b: other, relation, hasOneSurname },
  ]
}

/** Of one clan further back: known, and no bar. */
function distantOf(people: readonly Person[], links: readonly Link[], random: Random): Link[] {
  const [a, b] = random.shuffle(people)
  if (!a || !b || a.isFixed || b.isFixed) return []
  const isLinked = links.some(
    (link) => [link.a, link.b].includes(a) && [link.a, link.b].includes(b),
  )
  return isLinked ? [] : [{ a, b, relation: 'distant', hasOneSurname: false }]
}

const byAge = (one: Person, other: Person): [Person, Person] =>
  one.age >= other.age ? [one, other] : [other, one]

function remove(people: Person[], ...gone: Person[]): void {
  for (const person of gone) {
    const index = people.indexOf(person)
    if (index >= 0) people.splice(index, 1)
  }
}
