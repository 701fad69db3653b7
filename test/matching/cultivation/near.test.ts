import { describe, expect, test } from 'vitest'
import {
  defaultPolicy,
  type MendingItem,
  type Prospect,
  readinessOf,
  type Talent,
  thingsMissing,
} from '../../../matching/index.ts'
import { HONGMEN, hongmen, MAOZHAI, maozhai, talent, village } from '../../cast.ts'

const community = village({ code: MAOZHAI, name: '毛宅社区', kind: 'community' })
const item = (about: Partial<MendingItem> = {}): MendingItem => ({
  ...{ id: 'item', kind: 'task', aim: '走访', dueOn: '2026-12-20', rules: [], state: 'open' },
  ...about,
})
const prospect = (about: Partial<Talent>, more: Partial<Prospect> = {}): Prospect => ({
  talent: talent({ status: 'reserve', willingness: 'village', ...about }),
  ...{ target: null, items: [], probationEndsOn: null },
  ...more,
})
const at = (who: Prospect, where = [hongmen]) => readinessOf(who, where, defaultPolicy)
const said = ({ near }: ReturnType<typeof at>) =>
  near.map(
    ({ thing, seats }) =>
      `${thing.kind} ${thing.by ?? '-'} ${seats.map(({ post }) => post).join()}`,
  )

const PARTY = 'secretary,party-member'
const LOCAL = 'chair,committee-member'

describe('who is one thing short of a post', () => {
  test.each([
    { why: 'nothing is missing', who: prospect({}), near: [], ready: `${PARTY},${LOCAL}` },
    {
      why: 'a probationary member becomes a full one a year after admission; posts of the committee ask for none',
      who: prospect({ partyStatus: 'probationary' }, { probationEndsOn: '2027-03-01' }),
      near: [`full-member 2027-03-01 ${PARTY}`],
      ready: LOCAL,
    },
    {
      why: 'an applicant is two steps from a full member: not near',
      who: prospect({ partyStatus: 'activist' }),
      near: [],
      ready: LOCAL,
    },
    {
      why: 'one paper that is missing is one thing for every post',
      who: prospect({ education: null }),
      near: [`paper - ${PARTY},${LOCAL}`],
      ready: '',
    },
    {
      why: 'an unknown birth is one paper, though two rules wait for it',
      who: prospect({ bornOn: null }),
      near: [`paper - ${PARTY},${LOCAL}`],
      ready: '',
    },
    {
      why: 'two papers are two things',
      who: prospect({ education: null, isFit: null }),
      near: [],
      ready: '',
    },
    {
      why: 'what nobody can mend is no last step',
      who: prospect({ consent: 'withdrawn' }),
      near: [],
      ready: '',
    },
    {
      why: 'a training that the plan asks for is one thing, by the day it is due',
      who: prospect({}, { items: [item({ kind: 'training', aim: '纪检委员培训' })] }),
      near: [`training 2026-12-20 ${PARTY},${LOCAL}`],
      ready: '',
    },
    {
      why: 'two trainings are two things',
      who: prospect(
        {},
        {
          items: [
            item({ id: 'a', kind: 'training', aim: '甲' }),
            item({ id: 'b', kind: 'training', aim: '乙' }),
          ],
        },
      ),
      near: [],
      ready: '',
    },
    {
      why: 'tasks move criteria and stand in nobody’s way',
      who: prospect({}, { items: [item({ kind: 'urgent-task' })] }),
      near: [],
      ready: `${PARTY},${LOCAL}`,
    },
    {
      why: 'one level of education short counts while it is studied for',
      who: prospect(
        { education: 'junior-secondary' },
        { items: [item({ kind: 'degree', dueOn: '2027-07-01' })] },
      ),
      near: [`education 2027-07-01 ${PARTY},${LOCAL}`],
      ready: '',
    },
    {
      why: 'and is no last step while nobody studies',
      who: prospect({ education: 'junior-secondary' }),
      near: [],
      ready: '',
    },
    {
      why: 'a post that is held already is none to prepare for',
      who: prospect({ incumbency: { village: HONGMEN, posts: ['chair'] } }),
      near: [],
      ready: `${PARTY},committee-member`,
    },
  ])('$why', ({ who, near, ready }) => {
    const found = at(who)
    expect(said(found)).toEqual(near)
    expect(found.ready.map(({ post }) => post).join()).toBe(ready)
  })

  test('months of experience are counted up: 2 − 1.6 years are 4.8, so 5 months, mended by the trial post', () => {
    const who = prospect(
      { ...{ homeVillage: MAOZHAI, isFullTimeEducation: false, experienceYears: 1.6 } },
      { items: [item({ kind: 'trial-post', dueOn: '2027-05-01' })] },
    )
    const [only] = at(who, [community]).near
    expect(only!.thing).toMatchObject({ kind: 'experience', by: '2027-05-01' })
    expect(only!.thing.words.zh).toContain('还差 5 个月')
  })

  test('a relaxation is an approval, nothing that is missing', () => {
    const who = prospect({ homeVillage: MAOZHAI, experienceYears: 1 })
    const { ready, near } = at(who, [community])
    expect(near).toEqual([])
    expect(ready[0]).toMatchObject({ approvals: ['township'] })
  })

  test('the nearest day comes first, without a day last', () => {
    const who = prospect(
      { partyStatus: 'probationary', homeVillage: MAOZHAI, willingness: 'township' },
      {
        ...{ probationEndsOn: null, target: { village: HONGMEN, posts: ['chair'] } },
        items: [item({ rules: ['residence'], dueOn: '2026-12-01' })],
      },
    )
    expect(said(at(who, [hongmen, maozhai]))).toEqual([
      'residence 2026-12-01 chair',
      `full-member - ${PARTY}`,
    ])
  })
})

describe('in which villages', () => {
  const willing = { homeVillage: MAOZHAI, willingness: 'township' as const }
  const seats = (who: Prospect) =>
    at(who, [hongmen, maozhai])
      .ready.filter((seat) => seat.village === HONGMEN)
      .map(({ post }) => post)
      .join()

  test.each([
    { why: 'home only is home only', who: prospect({ homeVillage: MAOZHAI }), away: '' },
    {
      why: 'in the township Party posts, which ask for no residence',
      who: prospect(willing),
      away: PARTY,
    },
    {
      why: 'and posts of the committee where its election committee has agreed',
      who: prospect({ ...willing, consentedVillages: [HONGMEN] }),
      away: `${PARTY},${LOCAL}`,
    },
    {
      why: 'where the plan names posts, those alone',
      who: prospect(willing, { target: { village: HONGMEN, posts: ['secretary'] } }),
      away: 'secretary',
    },
  ])('$why', ({ who, away }) => {
    expect(seats(who)).toBe(away)
  })

  test('seats that a village does not have are none', () => {
    expect(at(prospect({})).ready.map(({ post }) => post)).not.toContain('supervisor')
  })
})

test('everything that is missing is named, what nothing mends in the words of its rule', () => {
  const who = prospect({ partyStatus: 'none', isFit: null })
  const things = thingsMissing(who, hongmen, 'secretary', defaultPolicy)
  expect(things.map(({ kind, rule }) => `${kind} ${rule}`)).toEqual([
    'paper fitness',
    'other party.member',
  ])
  expect(things[1]!.words.zh).toContain('正式党员')
})
