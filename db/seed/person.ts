import { BLANK_FACTS, NEW_RECORD } from '../blank.ts'
import type { PostTable, TalentSkillTable, TalentTable } from '../schema.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'
import type { SkillId } from './skills.ts'

/** Groups that people come from; a person's first source. */
export const GROUPS = [
  'returnee',
  'graduate',
  'veteran',
  'wealth-creator',
  'cooperative-head',
  'merchant',
  'doctor-or-teacher',
  'social-worker',
  'womens-federation',
  'volunteer',
  'retired-official',
  'posted-in',
  'degree-official',
  'incumbent',
] as const
export type Group = (typeof GROUPS)[number]
export type Education =
  | 'primary'
  | 'junior-secondary'
  | 'senior-secondary'
  | 'junior-college'
  | 'bachelor'
  | 'postgraduate'

/** A person while being invented: the row of `talents`, and what only the generator has to know. */
export type Person = {
  talent: TalentTable
  /** True age on the last day of the reference year, also where the pool does not know the birth. */
  age: number
  place: Place
  group: Group
  sources: Group[]
  /** Posts held now. */
  posts: PostTable['post'][]
  skills: (Pick<TalentSkillTable, 'level' | 'standing'> & { skill: SkillId })[]
  /** Villages whose election committee recorded its consent. */
  consentedVillages: string[]
  /** A case that was planted or cast: later steps leave it as it is. */
  isFixed: boolean
}

/** Somebody of whom nothing is known yet but home and group. */
export function blankPerson(id: string, place: Place, group: Group, age: number): Person {
  const talent: TalentTable = {
    countyCode: place.countyCode,
    id,
    name: '',
    pinyin: '',
    initials: '',
    ...BLANK_FACTS,
    ...NEW_RECORD,
    status: 'registered',
    channel: 'recommended',
    homeTownshipCode: place.township,
    homeVillageCode: place.code,
  }
  const lists = { sources: [group], posts: [], skills: [], consentedVillages: [] }
  return { talent, age, place, group, ...lists, isFixed: false }
}

/**
 * Nothing in the way and nothing missing for a seat at home. The generator's own reckoning,
 * only to see to it that villages have people to choose from; the rules themselves are matching's.
 */
export function isClear({ talent, age, place, posts }: Person): boolean {
  const minimum = place.kind === 'community' ? COLLEGE : SCHOOLED
  const isSchooled = posts.length > 0 || (minimum as readonly unknown[]).includes(talent.education)
  const isKnown = talent.bornOn && talent.education && talent.partyStatus && talent.willingness
  return (
    Boolean(isKnown) && isSchooled && age <= 54 && talent.consent === 'given' && talent.isFit === 1
  )
}

const COLLEGE = ['bachelor', 'postgraduate'] satisfies Education[]
const SCHOOLED = ['senior-secondary', 'junior-college', ...COLLEGE] satisfies Education[]

export const isFull = ({ talent }: Person) => talent.partyStatus === 'full'
export const isWoman = ({ talent }: Person) => talent.sex === 'female'

export function regroup(person: Person, group: Group): void {
  person.group = group
  person.sources = [group]
}

/** Only women head or serve on the women's federation. */
export function setSex(person: Person, sex: 'female' | 'male'): void {
  person.talent.sex = sex
  if (sex === 'female') return
  person.sources = person.sources.filter((group) => group !== 'womens-federation')
  if (person.group === 'womens-federation') regroup(person, 'returnee')
}

/** A value, or null where the pool does not know it. */
export const unlessUnknown = <T>(value: T, share: number, random: Random): T | null =>
  random.chance(share) ? null : value
