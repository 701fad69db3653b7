import { BEIZHUANG } from './beizhuang.ts'
import { bornAt } from './dates.ts'
import { isClear, isFull, isWoman, type Person, regroup } from './person.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

type Wanted = { clear: number; women: number; young: number; members: number }

/**
 * Sees to it that a village has people to choose from, so that most law and policy targets can be met:
 * full members for the margin of the Party committee, two women, two people of 35 or under.
 */
export function deepen(
  place: Place,
  people: readonly Person[],
  random: Random,
  but: Partial<Wanted> = {},
): void {
  const wanted = { ...wantedIn(place), ...but }
  const everybody = random.shuffle(people)
  const newcomers = everybody.filter(({ posts }) => posts.length === 0)
  raise(newcomers, wanted.clear, isClear, (person) => clear(person, random))
  raise(newcomers.filter(isClear), wanted.women, isWoman, ({ talent }) => {
    talent.sex = 'female'
  })
  raise(newcomers.filter(isClear), wanted.young, isYoung, (person) => rejuvenate(person, random))
  raise(everybody.filter(isClear), wanted.members, isFull, ({ talent }) => {
    talent.partyStatus = 'full'
    if (place.township === BEIZHUANG) talent.willingness = 'village'
    else if (talent.willingness === 'county') talent.willingness = 'township'
  })
}

/** In Beizhuang no full member moves, so that each village needs its own (docs/demonstration.md). */
function wantedIn({ seats, township }: Place): Wanted {
  const margin = Math.ceil(1.2 * seats.party)
  const members = township === BEIZHUANG ? margin + 1 : seats.party
  return { clear: seats.committee > 3 ? 4 : 3, women: 1, young: 1, members }
}

/** Changes those who do not fit, one after another, until `count` do. */
function raise(
  people: readonly Person[],
  count: number,
  fits: (person: Person) => boolean,
  change: (person: Person) => void,
): void {
  const missing = Math.max(0, count - people.filter(fits).length)
  for (const person of people.filter((one) => !fits(one)).slice(0, missing)) change(person)
}

function clear(person: Person, random: Random): void {
  const { talent, place, age } = person
  talent.consent = 'given'
  talent.isFit = 1
  talent.willingness ??= 'village'
  talent.partyStatus ??= 'none'
  talent.bornOn ??= bornAt(age, random)
  if (place.kind === 'community') talent.education = 'bachelor'
  else if (!['junior-college', 'bachelor', 'postgraduate'].includes(talent.education ?? ''))
    talent.education = 'senior-secondary'
}

const isYoung = ({ age }: Person) => age <= 35

function rejuvenate(person: Person, random: Random): void {
  if (person.group === 'retired-official') regroup(person, 'returnee')
  person.age = random.integer(27, 34)
  person.talent.bornOn = bornAt(person.age, random)
}
