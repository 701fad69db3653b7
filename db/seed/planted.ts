import { BEIZHUANG } from './beizhuang.ts'
import { newcomers, noMargin, noneYoung, noWoman, oneFamily, oneSecretary } from './cases.ts'
import { deepen } from './depth.ts'
import type { Link } from './families.ts'
import { isFull, isWoman, type Person } from './person.ts'
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
