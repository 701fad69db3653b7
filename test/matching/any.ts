import fc from 'fast-check'
import {
  CRITERIA,
  EDUCATIONS,
  type Evidence,
  type Skill,
  type Talent,
} from '../../matching/types.ts'
import { HONGMEN, MAOZHAI, TOWNSHIP, talent } from '../cast.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const standing = fc.constantFrom('proven' as const, 'claimed' as const)
const day = fc
  .record({
    year: fc.integer({ min: 2010, max: 2027 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${twoDigits(month)}-${twoDigits(day)}`)

const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  id: fc.uuid(),
  criterion: fc.constantFrom(...CRITERIA),
  value: share,
  strength: share,
  standing,
  on: day,
  source: fc.constant('镇党委'),
  note: fc.constant('年度考核'),
})

const anySkill: fc.Arbitrary<Skill> = fc.record({
  skill: fc.constantFrom('e-commerce', 'grape-growing', 'mediation', 'forestry'),
  level: share,
  standing,
})

/** Anybody, known well or hardly, of one township or the next. */
export const anyTalent: fc.Arbitrary<Talent> = fc
  .record({
    id: fc.uuid(),
    sex: fc.constantFrom('female', 'male', null),
    bornOn: fc.oneof(
      fc.constant(null),
      fc.integer({ min: 1955, max: 2005 }).map((year) => `${year}-05`),
    ),
    education: fc.constantFrom(...EDUCATIONS, null),
    nationality: fc.constantFrom('han', 'minority', null),
    partyStatus: fc.constantFrom('full', 'probationary', 'none', null),
    homeVillage: fc.constantFrom(HONGMEN, MAOZHAI, '370406105201'),
    willingness: fc.constantFrom('village', 'township', 'county', null),
    consent: fc.constantFrom('given', 'withdrawn', null),
    isFit: fc.constantFrom(true, false, null),
    skills: fc.array(anySkill, { maxLength: 3 }),
    evidence: fc.array(anyEvidence, { maxLength: 8 }),
  })
  .map((about) =>
    talent({
      ...about,
      homeTownship: about.homeVillage.startsWith(TOWNSHIP) ? TOWNSHIP : '370406105',
    }),
  )

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
