import type { findTalent, TalentChange } from '../../db/talents.ts'
import type { MergedField } from '../shapes/portrait-input.ts'
import { type Kept, textOf } from './changes.ts'
import { type EducationParts, educationOf, educationParts } from './education.ts'
import { nationalityOf } from './ethnicities.ts'
import { typedOf } from './values.ts'

type Row = NonNullable<Awaited<ReturnType<typeof findTalent>>>
/** Taken with all that hangs on the record, or with the private values. */
type Elsewhere = 'sources' | 'tags' | 'phone' | 'idNumber'

/** What the record that stays takes from the other, with what follows from it, and its own old values. */
export function takenOf(
  take: readonly MergedField[],
  { kept, other, names }: { kept: Row; other: Row; names: ReadonlyMap<string, string> },
) {
  const [mine, others] = [typedOf(kept), typedOf(other)]
  const fields = [...new Set(take)]
    .filter(isFact)
    .filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(others[field]))
  const said = (field: keyof typeof mine, value: unknown) =>
    field === 'homeVillage' ? (names.get(String(value)) ?? String(value)) : textOf(value)
  const history = fields.map((field): Kept => {
    return { field, before: said(field, mine[field]), after: said(field, others[field]) }
  })
  return { change: changeOf(fields, other, kept), history }
}

function changeOf(fields: Exclude<MergedField, Elsewhere>[], other: Row, kept: Row): TalentChange {
  const others = { ...other, ...educationParts(other), homeVillage: other.homeVillageCode }
  const taken = Object.fromEntries(fields.map((field) => [field, others[field]]))
  const { homeVillage, qualifications, ...plain } = taken
  const parts = { ...educationParts(kept), ...pick(taken) }
  const hasEducation = fields.includes('fullTimeEducation') || fields.includes('inServiceEducation')
  return {
    ...plain,
    ...(fields.includes('ethnicity') && { nationality: nationalityOf(others.ethnicity) }),
    ...(hasEducation && { ...parts, ...educationOf(parts) }),
    ...(homeVillage !== undefined && {
      homeVillageCode: others.homeVillageCode,
      homeTownshipCode: others.homeTownshipCode,
    }),
    ...(qualifications !== undefined && { qualifications: JSON.stringify(qualifications) }),
  } as TalentChange
}

function pick(taken: Partial<EducationParts>) {
  const { fullTimeEducation, inServiceEducation } = taken
  return {
    ...(fullTimeEducation !== undefined && { fullTimeEducation }),
    ...(inServiceEducation !== undefined && { inServiceEducation }),
  }
}

const ELSEWHERE: readonly string[] = ['sources', 'tags', 'phone', 'idNumber'] satisfies Elsewhere[]
function isFact(field: MergedField): field is Exclude<MergedField, Elsewhere> {
  return !ELSEWHERE.includes(field)
}
