import { describe, expect, test } from 'vitest'
import {
  agesOf,
  type Composition,
  type CompositionTeam,
  compositionOf,
  type FeatureId,
  type TeamGroupId,
} from '../../../matching/index.ts'
import { counted, holding, policy, team } from './people.ts'

const ages = agesOf(policy)
const of = (...teams: CompositionTeam[]) => compositionOf(teams, ages)
const ratio = (composition: Composition, id: FeatureId, group: TeamGroupId = 'all') =>
  composition.groups[group].features[id]

describe('what is counted of whom', () => {
  type Row = { why: string; ages: (number | null)[]; id: FeatureId; count: number; of: number }
  const AGES: Row[] = [
    { why: '30 is in the first band', ages: [30, 31], id: 'age.to-30', count: 1, of: 2 },
    { why: '31 and 35 in the second', ages: [30, 31, 35, 36], id: 'age.31-35', count: 2, of: 4 },
    { why: '36 and 45 in the third', ages: [35, 36, 45, 46], id: 'age.36-45', count: 2, of: 4 },
    { why: 'over 45 begins with 46', ages: [45, 46], id: 'age.over-45', count: 1, of: 2 },
    { why: 'young by the policy: 35', ages: [18, 35, 36], id: 'age.young', count: 2, of: 3 },
    { why: 'the core age by the policy', ages: [29, 30, 45, 46], id: 'age.core', count: 2, of: 4 },
    { why: 'nobody’s age is known', ages: [null, null], id: 'age.young', count: 0, of: 0 },
    { why: 'unknown ages: in neither count', ages: [30, null], id: 'age.young', count: 1, of: 1 },
  ]
  test.each(AGES)('$why', ({ ages: given, id, count, of: all }) => {
    expect(ratio(of(team(given.map((age) => ({ age })))), id)).toEqual({ count, of: all })
  })

  const FACTS: { why: string; about: object; id: FeatureId; count: number; of: number }[] = [
    {
      why: 'junior college is college',
      about: { education: 'junior-college' },
      id: 'education.college',
      count: 1,
      of: 1,
    },
    {
      why: 'senior secondary is not',
      about: { education: 'senior-secondary' },
      id: 'education.college',
      count: 0,
      of: 1,
    },
    {
      why: 'a postgraduate is above bachelor',
      about: { education: 'postgraduate' },
      id: 'education.bachelor-up',
      count: 1,
      of: 1,
    },
    {
      why: 'schooling not known',
      about: { education: null },
      id: 'education.college',
      count: 0,
      of: 0,
    },
    {
      why: 'a probationary member is no full one',
      about: { partyStatus: 'probationary' },
      id: 'party-members',
      count: 0,
      of: 1,
    },
    { why: 'sex not known', about: { sex: null }, id: 'women', count: 0, of: 0 },
    {
      why: 'two of the four sources are one person',
      about: { sources: ['veteran', 'returnee'] },
      id: 'source.four',
      count: 1,
      of: 1,
    },
    {
      why: 'a volunteer is of none of the four',
      about: { sources: ['volunteer'] },
      id: 'source.four',
      count: 0,
      of: 1,
    },
    {
      why: 'no experience is none at all',
      about: { experienceYears: 0 },
      id: 'no-experience',
      count: 1,
      of: 1,
    },
    {
      why: 'half a year is some',
      about: { experienceYears: 0.5 },
      id: 'no-experience',
      count: 0,
      of: 1,
    },
    {
      why: 'experience not known',
      about: { experienceYears: null },
      id: 'no-experience',
      count: 0,
      of: 0,
    },
  ]
  test.each(FACTS)('$why', ({ about, id, count, of: all }) => {
    expect(ratio(of(team([about])), id)).toEqual({ count, of: all })
  })
})

describe('who belongs to which group', () => {
  const VILLAGE = team([
    { ...holding('secretary', 'chair'), sex: 'female' },
    holding('party-member', 'committee-member'),
    holding('party-member'),
    holding('committee-member'),
  ])
  const GROUPS: { group: TeamGroupId; people: number; why: string }[] = [
    { group: 'all', people: 4, why: 'each person once' },
    { group: 'party', people: 3, why: 'its secretary and two members' },
    { group: 'committee', people: 3, why: 'its chair and two members' },
    { group: 'heads', people: 1, why: 'secretary and chair are one person' },
    { group: 'secretaries', people: 1, why: 'the secretary' },
    { group: 'combined', people: 1, why: 'who is both' },
  ]
  test.each(GROUPS)('$group has $people: $why', ({ group, people }) => {
    expect(of(VILLAGE).groups[group].people).toBe(people)
  })
  test('a cross-appointment is whoever sits on both committees, the combined role too', () => {
    expect(ratio(of(VILLAGE), 'cross')).toEqual({ count: 2, of: 4 })
    expect(of(VILLAGE).combined).toEqual({ count: 1, of: 1 })
    expect(ratio(of(VILLAGE), 'women', 'combined')).toEqual({ count: 1, of: 1 })
  })
  test('a seat is held for each post, and villages whose seats are not known are in neither count', () => {
    const unknown = { ...VILLAGE, seats: null }
    expect(of({ ...VILLAGE, seats: 8 }, unknown).seats).toEqual({ count: 6, of: 8 })
  })
  test('nobody at all is nobody: no share, no mean', () => {
    const empty = of()
    expect(empty.villages).toBe(0)
    expect(empty.groups.all).toMatchObject({ people: 0, years: { count: 0, of: 0 } })
  })
})

/** Beizhuang (domain §8): 21 villages, 78 members of party committees in all. */
test('the 78 members of Beizhuang’s 21 party committees are 3.7 a village, counted village by village', () => {
  const size = (at: number) => (at < 15 ? 4 : 3)
  const villages = Array.from({ length: 21 }, (_, at) =>
    team(counted(size(at), size(at), { ...holding('party-member'), age: 41 })),
  )
  const beizhuang = of(...villages)
  expect(beizhuang.villages).toBe(21)
  expect(beizhuang.groups.party.people).toBe(78)
  expect(beizhuang.groups.party.years).toEqual({ count: 41 * 78, of: 78 })
})
