import { fitPoints } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import type { Hit, Person } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { fitText } from '../fit.tsx'
import type { State } from '../mark.tsx'
import type { Sort } from './address.ts'
import type { ColumnId } from './column-choice.ts'

/** Orders of a column: the first click, and the second where there is one. */
const SORTED: Partial<Record<ColumnId, readonly Sort[]>> = {
  name: ['name'],
  age: ['age', '-age'],
  education: ['education'],
  updated: ['updated'],
  fit: ['fit'],
  likeness: ['likeness'],
}
const NUMBERS: readonly ColumnId[] = ['age', 'updated', 'likeness']

export const sortsOf = (id: ColumnId): readonly Sort[] => SORTED[id] ?? []
export const isNumber = (id: ColumnId) => NUMBERS.includes(id)

export function columnName(id: ColumnId): string {
  const { talents, person, pool } = t()
  const names: Record<ColumnId, string> = {
    ...{ name: talents.name, sex: talents.sex, age: talents.age, party: talents.party },
    ...{ education: talents.education, sources: talents.sources, status: talents.status },
    ...{ willingness: person.willingness },
    ...pool.column,
  }
  return names[id]
}

/** The words of a cell, for the clipboard. */
export function cellText(id: ColumnId, hit: Hit): string {
  switch (id) {
    case 'name':
      return personName(hit.name)
    case 'sex':
      return sexOf(hit)
    case 'age':
      return String(hit.age ?? t().unknown)
    case 'party':
      return partyOf(hit)
    case 'education':
      return educationOf(hit)
    case 'place':
      return [placeName(hit.homeVillage.name), workOf(hit)].filter(Boolean).join(' ')
    case 'skills':
      return hit.skills.map(({ words }) => say(words)).join(t().comma) || t().pool.result.noSkills
    case 'status':
      return t().talents.statuses[hit.status]
    case 'readiness':
      return t().pool.readiness[hit.readiness]
    case 'updated':
      return dayOf(hit.updatedAt)
    case 'sources':
      return hit.sources.map((source) => t().source[source]).join(t().comma) || t().unknown
    case 'bornOn':
      return hit.bornOn?.slice(0, 7) ?? t().unknown
    case 'willingness':
      return hit.willingness ? t().willingness[hit.willingness] : t().unknown
    case 'tags':
      return hit.tags.join(t().comma)
    case 'why':
      return hit.why.map(({ words }) => say(words)).join(t().comma)
    case 'eligibility':
      return hit.seat ? t().eligibility[hit.seat.eligibility] : t().unknown
    case 'fit':
      return hit.seat ? fitText(hit.seat) : t().unknown
    case 'likeness':
      return hit.likeness === undefined ? t().unknown : fitPoints(hit.likeness)
  }
}

export const sexOf = ({ sex }: Person) => (sex ? t().sex[sex] : t().unknown)
export const partyOf = ({ partyStatus }: Person) =>
  partyStatus ? t().partyStatus[partyStatus] : t().unknown
export const educationOf = ({ education }: Person) =>
  education ? t().education[education] : t().unknown

/** The office held, or else the occupation. */
export function workOf({ incumbency, occupation, homeVillage }: Person): string {
  if (!incumbency) return occupation ?? ''
  const posts = incumbency.posts.map((post) => t().post[post]).join(t().comma)
  const isAtHome = incumbency.village.code === homeVillage.code
  return isAtHome ? posts : `${placeName(incumbency.village.name)} ${posts}`
}

/** The day alone, without the year in the year of now. */
export function dayOf(iso: string | null): string {
  if (iso === null) return t().unknown
  const at = new Date(iso)
  const day = `${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
  return at.getFullYear() === new Date().getFullYear() ? day : `${at.getFullYear()}-${day}`
}

export const READINESS_STATES: Record<Hit['readiness'], State> = {
  eligible: 'met',
  relaxable: 'weak',
  'some-posts': 'weak',
  unknown: 'unknown',
  barred: 'missed',
}
export const ELIGIBILITY_STATES: Record<NonNullable<Hit['seat']>['eligibility'], State> = {
  eligible: 'met',
  relaxable: 'weak',
  unknown: 'unknown',
  barred: 'missed',
}

const pad = (n: number) => String(n).padStart(2, '0')
