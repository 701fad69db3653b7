import { type DemonstrationRows, demonstration } from '../db/seed/index.ts'
import { ageOn, defaultPolicy } from '../matching/index.ts'

/** The demonstration counted: what the tests hold within bounds and docs/demonstration.md prints. */
export const rows: DemonstrationRows = demonstration()
export type Row<Table extends keyof DemonstrationRows> = DemonstrationRows[Table][number]
export type Talent = Row<'talents'>

export const BEIZHUANG = '370406104'
const sitting = new Set(rows.incumbents.map(({ talentId }) => talentId))
export const incumbents = rows.talents.filter(({ id }) => sitting.has(id))
export const newcomers = rows.talents.filter(({ id }) => !sitting.has(id))

export const share = <T>(list: readonly T[], fits: (one: T) => boolean) =>
  list.filter(fits).length / list.length

export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

export function ageOf({ bornOn }: Talent): number | null {
  return bornOn ? ageOn(bornOn, defaultPolicy.referenceOn) : null
}

export const agesOf = (people: readonly Talent[]) => people.map(ageOf).filter((age) => age !== null)

export const isAged = (low: number, high: number) => (talent: Talent) => {
  const age = ageOf(talent)
  return age !== null && age >= low && age <= high
}

export const hasCollege = ({ education }: Talent) =>
  ['junior-college', 'bachelor', 'postgraduate'].includes(education ?? '')

export const isWoman = ({ sex }: Talent) => sex === 'female'
export const isFull = ({ partyStatus }: Talent) => partyStatus === 'full'

/** Villages' teams now: who is on which committee. */
export const teams = rows.villages.map(({ code }) => {
  const held = rows.incumbents.filter(({ villageCode }) => villageCode === code)
  const of = (...posts: string[]) =>
    new Set(held.filter(({ post }) => posts.includes(post)).map(({ talentId }) => talentId))
  const party = of('secretary', 'party-member')
  const committee = of('chair', 'committee-member')
  const isCombined = of('secretary').intersection(of('chair')).size === 1
  return { code, all: party.union(committee), both: party.intersection(committee), isCombined }
})

export const seatsIn = (township: string, posts: readonly string[]) =>
  rows.posts
    .filter(({ villageCode, post }) => villageCode.startsWith(township) && posts.includes(post))
    .reduce((sum, { seats }) => sum + seats, 0)

export const villageOf = (name: string) =>
  rows.villages.find((village) => village.name === name && village.townshipCode === BEIZHUANG)!

export const peopleOf = (village: string) =>
  rows.talents.filter(({ homeVillageCode }) => homeVillageCode === villageOf(village).code)

export function countBy<T>(list: readonly T[], key: (one: T) => string): Map<string, number> {
  const groups = [...Map.groupBy(list, key)].map(([name, ones]) => [name, ones.length] as const)
  return new Map(groups.sort(([, a], [, b]) => b - a))
}
