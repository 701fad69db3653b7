import type { TargetId, Words } from '../../matching/types.ts'
import { type Field, figure, UNITS } from './field.ts'

const at = (id: TargetId) => `#/targets/${id}/bound`
const atCounty = (id: TargetId) => `#/targets/${id}/countyBound`
const LEAST: Words = { zh: '至少', en: 'At least' }
const COUNTY: Words = { zh: '全县比上届', en: 'County, against last term' }
const shareOf = (id: TargetId, words = LEAST) =>
  figure(at(id), { unit: UNITS.percent, scale: 100, max: 100, step: 0.1 }, words)
const peopleOf = (id: TargetId) => figure(at(id), { unit: UNITS.people, max: 20 }, LEAST)

/** Fields of the bound; a target without any asks for all seats, or for yes or no. */
export const BOUNDS: { [Id in TargetId]?: Field[] } = {
  'seats.law': [figure(at('seats.law'), { unit: UNITS.seats, max: 9 }, LEAST)],
  'women.min': [peopleOf('women.min')],
  'minority.min': [peopleOf('minority.min')],
  'young.min': [peopleOf('young.min')],
  'age30.min': [peopleOf('age30.min')],
  'age.core': [shareOf('age.core', { zh: '超过', en: 'More than' })],
  'age.mean': [
    figure(
      at('age.mean'),
      { unit: UNITS.yearsOfAge, min: 18, max: 80, step: 0.1 },
      { zh: '各村不超过', en: 'A village, at most' },
    ),
    figure(atCounty('age.mean'), { unit: UNITS.yearsOfAge, min: -20, max: 20, step: 0.1 }, COUNTY),
  ],
  'college.share': [
    figure(
      at('college.share'),
      { unit: UNITS.points, scale: 100, max: 100, step: 0.1 },
      { zh: '各村比上届高', en: 'A village, above last term by' },
    ),
    figure(
      atCounty('college.share'),
      { unit: UNITS.points, scale: 100, min: -100, max: 100, step: 0.1 },
      { zh: '全县比上届高', en: 'County, above last term by' },
    ),
  ],
  'combined.share': [shareOf('combined.share')],
  'cross.share': [shareOf('cross.share')],
  'women.share': [shareOf('women.share')],
  'sources.share': [shareOf('sources.share')],
  margin: [
    figure(
      at('margin'),
      { unit: UNITS.times, min: 1, max: 5, step: 0.05 },
      { zh: '人选与职数之比', en: 'People to seats' },
    ),
  ],
  depth: [
    figure(
      at('depth'),
      { unit: UNITS.people, max: 20 },
      { zh: '每村至少', en: 'A village, at least' },
    ),
  ],
}

const AGED: readonly TargetId[] = ['young.min', 'age30.min', 'age.core']

export function agesOf(id: TargetId): Field[] {
  if (!AGED.includes(id)) return []
  const ends = { unit: UNITS.age, min: 18, max: 100 }
  return [
    figure(`#/targets/${id}/ages/from`, ends, { zh: '年龄从', en: 'Ages from' }),
    figure(`#/targets/${id}/ages/to`, ends, { zh: '年龄到', en: 'Ages to' }),
  ]
}
