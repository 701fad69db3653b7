import { ageOn } from '../age.ts'
import { type Day, EDUCATIONS, type Talent } from '../types.ts'

/** What a report tells people apart by. Nationality and religion are not among them. */
export const PARTS = ['sex', 'age', 'education', 'source', 'township'] as const
export type PartId = (typeof PARTS)[number]

/** Bands of completed years as the field's own tables have them; they show people and judge nobody. */
const AGE_BANDS = [
  { id: 'to-35', to: 35 },
  { id: '36-45', to: 45 },
  { id: '46-55', to: 55 },
  { id: 'from-56', to: Infinity },
] as const
const SEXES = ['female', 'male']

type Part = {
  id: PartId
  /** Groups in the order shown; null: those that occur, by their size. */
  groups: readonly string[] | null
  /** The groups of a person; none when it is not known. */
  of: (talent: Talent) => readonly string[]
}

export function partsOn(referenceOn: Day): Part[] {
  return [
    { id: 'sex', groups: SEXES, of: ({ sex }) => listed(sex) },
    {
      id: 'age',
      groups: AGE_BANDS.map(({ id }) => id),
      of: (one) => listed(bandOf(one, referenceOn)),
    },
    { id: 'education', groups: EDUCATIONS, of: ({ education }) => listed(education) },
    { id: 'source', groups: null, of: ({ sources }) => sources },
    { id: 'township', groups: null, of: ({ homeTownship }) => [homeTownship] },
  ]
}

const listed = (one: string | null) => (one === null ? [] : [one])

function bandOf({ bornOn }: Talent, referenceOn: Day): string | null {
  if (bornOn === null) return null
  const age = ageOn(bornOn, referenceOn)
  return AGE_BANDS.find(({ to }) => age <= to)!.id
}
