import { describe, expect, test } from 'vitest'
import {
  defaultPolicy,
  POSTS,
  type Post,
  type Structure,
  type TargetId,
} from '../../matching/index.ts'
import type { Member } from '../../matching/member.ts'
import { patternOf } from '../../matching/pattern.ts'
import { type Placement, structureOf, sumStructures } from '../../matching/structure.ts'
import { missOf, targetForms, targets } from '../../matching/targets/index.ts'
import type { Village } from '../../matching/types.ts'
import { hongmen, maozhai, village } from '../cast.ts'

const last: Structure = {
  people: 6,
  meanAge: 47,
  agesKnown: 6,
  aged35OrUnder: 0,
  collegeOrAbove: 2,
  women: 1,
  partyMembers: 4,
  combinedRole: 0,
  crossAppointed: 1,
}

const sits = (posts: Post[], about: Partial<Member> = {}): Placement => ({
  village: hongmen.code,
  pattern: patternOf(posts)!,
  member: {
    talent: 'somebody',
    age: 50,
    isWoman: false,
    isMinority: false,
    isCollege: false,
    isPartyMember: true,
    isFromFourSources: false,
    ...about,
  },
})
const member = (about: Partial<Member> = {}) => sits(['committee-member'], about)
const inParty = (about: Partial<Member> = {}) => sits(['party-member'], about)
const head = (about: Partial<Member> = {}) => sits(['secretary', 'chair'], about)

const withThree = { party: 3, committee: 5, supervision: 3 }

type Row = { team: Placement[]; miss: number; why: string; at?: Partial<Village> }
type Table = { id: TargetId; rows: Row[] }

const ofVillage: Table[] = [
  {
    id: 'seats.law',
    rows: [
      {
        team: [member(), member(), head()],
        miss: 0,
        why: 'three on the committee, the chair among them',
      },
      { team: [member(), inParty()], miss: 2, why: 'the Party committee does not count' },
    ],
  },
  {
    id: 'seats',
    rows: [
      { team: [], miss: 8, why: '3 and 5 seats, nobody sits' },
      {
        team: [head(), sits(['party-member', 'committee-member'])],
        miss: 4,
        why: 'a person in two posts fills two seats',
      },
    ],
  },
  {
    id: 'women.min',
    rows: [
      { team: [member({ isWoman: true })], miss: 0, why: 'a woman on the committee' },
      {
        team: [inParty({ isWoman: true })],
        miss: 1,
        why: 'a woman on the Party committee alone is not what LAW 6 asks',
      },
    ],
  },
  {
    id: 'minority.min',
    rows: [
      {
        team: [member()],
        at: { hasMinorities: true },
        miss: 1,
        why: 'several nationalities live there',
      },
      {
        team: [member({ isMinority: true })],
        at: { hasMinorities: true },
        miss: 0,
        why: 'one of them sits',
      },
    ],
  },
  {
    id: 'young.min',
    rows: [
      { team: [inParty({ age: 35 })], miss: 0, why: '35 is 35 or under, on either committee' },
      { team: [inParty({ age: 36 })], miss: 1, why: '36 is not' },
      {
        team: [inParty({ age: null })],
        miss: 1,
        why: 'an age that is not known counts towards nothing',
      },
    ],
  },
  {
    id: 'age30.min',
    rows: [
      { team: [member({ age: 28 })], miss: 0, why: '28 is about 30' },
      { team: [member({ age: 27 }), member({ age: 33 })], miss: 1, why: '27 and 33 are not' },
    ],
  },
  {
    id: 'age.core',
    rows: [
      {
        team: [member({ age: 30 }), member({ age: 60 })],
        miss: 1,
        why: 'half is not more than half',
      },
      {
        team: [member({ age: 30 }), member({ age: 45 }), member({ age: 46 })],
        miss: 0,
        why: 'two of three, 30 and 45 included',
      },
    ],
  },
  {
    id: 'age.mean',
    rows: [
      {
        team: [member({ age: 40 }), member({ age: 50 })],
        miss: 0,
        why: '45 on average is at most 45',
      },
      {
        team: [member({ age: 44 }), member({ age: 50 })],
        miss: 4,
        why: 'two people, 94 years against 90',
      },
    ],
  },
  {
    id: 'college.share',
    rows: [
      {
        team: [member({ isCollege: true }), member(), member()],
        miss: 0,
        why: 'a third, as last term',
      },
      {
        team: [member({ isCollege: true }), member(), member(), member()],
        miss: 1,
        why: 'one of four is less than two of six',
      },
    ],
  },
  {
    id: 'combined',
    rows: [
      { team: [head()], miss: 0, why: 'secretary and chair are one person' },
      { team: [sits(['secretary']), sits(['chair'])], miss: 1, why: 'two people' },
    ],
  },
  {
    id: 'supervision.seats',
    rows: [
      {
        team: [],
        at: { seats: withThree },
        miss: 3,
        why: 'a head and two supervisors, nobody sits',
      },
      {
        team: [sits(['party-member', 'supervision-head']), sits(['supervisor'])],
        at: { seats: withThree },
        miss: 1,
        why: 'the discipline member heads it and takes one of its seats',
      },
      { team: [], miss: 0, why: 'the village has no seats for it' },
    ],
  },
  {
    id: 'supervision.head',
    rows: [
      {
        team: [sits(['supervision-head'])],
        at: { seats: withThree },
        miss: 1,
        why: 'its head is in principle the discipline member of the Party committee (S3.4)',
      },
      {
        team: [sits(['party-member', 'supervision-head'])],
        at: { seats: withThree },
        miss: 0,
        why: 'a Party committee member heads it',
      },
    ],
  },
]

const ofWhole: Table[] = [
  {
    id: 'combined.share',
    rows: [
      { team: [head()], miss: 1, why: 'one of two villages is less than 70 %: one more is needed' },
      { team: [head(), head()], miss: 0, why: 'two of two' },
    ],
  },
  {
    id: 'women.share',
    rows: [
      {
        team: [member({ isWoman: true }), member(), member()],
        miss: 0,
        why: 'a third is over 30 %',
      },
      {
        team: [member({ isWoman: true }), member(), member(), member()],
        miss: 1,
        why: '1.2 women are two people',
      },
    ],
  },
  {
    id: 'cross.share',
    rows: [
      {
        team: [sits(['party-member', 'committee-member']), member(), member()],
        miss: 0,
        why: 'one of three sits on both',
      },
      { team: [member(), inParty()], miss: 1, why: 'nobody sits on both' },
    ],
  },
  {
    id: 'sources.share',
    rows: [
      {
        team: [head({ isFromFourSources: true }), head()],
        miss: 1,
        why: 'a half is less than 53.3 % of secretaries',
      },
      {
        team: [head({ isFromFourSources: true }), member()],
        miss: 0,
        why: 'only secretaries are counted',
      },
    ],
  },
]

describe.each(ofVillage)('target $id of a village', ({ id, rows }) => {
  test.each(rows)('misses $miss: $why', ({ team, miss, at }) => {
    const villages = [{ ...hongmen, lastTerm: last, ...at }]
    const forms = targetForms({ level: 'village', villages, policy: defaultPolicy })
    expect(missOf(forms.find((form) => form.id === id)!, team)).toBe(miss)
  })
})

describe.each(ofWhole)('target $id of a county', ({ id, rows }) => {
  test.each(rows)('misses $miss: $why', ({ team, miss }) => {
    const villages = [hongmen, maozhai]
    const forms = targetForms({ level: 'county', villages, policy: defaultPolicy })
    expect(missOf(forms.find((form) => form.id === id && form.village === null)!, team)).toBe(miss)
  })
})

test('whoever only supervises is in none of the figures of the two committees', () => {
  const team = [head({ age: 40 }), sits(['supervisor'], { age: 60, isWoman: true })]
  expect(structureOf(team)).toEqual(structureOf(team.slice(0, 1)))
  for (const target of targets.filter(({ id }) => !id.startsWith('supervision')))
    expect(target.value(team, { villages: 1, policy: defaultPolicy }), target.id).toEqual(
      target.value(team.slice(0, 1), { villages: 1, policy: defaultPolicy }),
    )
})

test('every target has a table', () => {
  const covered = [...ofVillage, ...ofWhole].map(({ id }) => id)
  expect(targets.map(({ id }) => id).filter((id) => !covered.includes(id))).toEqual([])
})

describe('a target that does not apply is not asked', () => {
  const idsFor = (places: Village[], level: 'village' | 'township' | 'county' = 'village') =>
    targetForms({ level, villages: places, policy: defaultPolicy }).map(({ id }) => id)

  test.each([
    { id: 'minority.min', at: village(), why: 'few people of smaller nationalities live there' },
    { id: 'minority.min', at: village({ hasMinorities: null }), why: 'it is not known' },
    { id: 'college.share', at: village(), why: 'last term is not known' },
  ])('$id: $why', ({ id, at }) => {
    expect(idsFor([at])).not.toContain(id)
  })

  test('the share of sources is the county’s alone', () => {
    expect(idsFor([hongmen], 'township')).not.toContain('sources.share')
    expect(idsFor([hongmen], 'county')).toContain('sources.share')
  })

  test('a target that the county switched off', () => {
    const off = {
      ...defaultPolicy.targets,
      'young.min': { ...defaultPolicy.targets['young.min'], isOn: false },
    }
    const policy = { ...defaultPolicy, targets: off }
    expect(
      targetForms({ level: 'village', villages: [hongmen], policy }).map(({ id }) => id),
    ).not.toContain('young.min')
  })

  test('the county compares with last term: at least 0.1 years younger, 4 points more schooled', () => {
    const villages = [
      { ...hongmen, lastTerm: last },
      { ...maozhai, lastTerm: last },
    ]
    const forms = targetForms({ level: 'county', villages, policy: defaultPolicy }).filter(
      (form) => form.village === null,
    )
    expect(forms.find(({ id }) => id === 'age.mean')?.bound).toBeCloseTo(46.9)
    expect(forms.find(({ id }) => id === 'college.share')?.bound).toBeCloseTo(1 / 3 + 0.04)
  })
})

describe('structure', () => {
  const team = [
    head({ age: 40, isCollege: true }),
    member({ age: 35, isWoman: true, isPartyMember: false }),
    member({ age: null }),
  ]

  test('counts each person once and leaves unknown ages out of the mean', () => {
    expect(structureOf(team)).toEqual({
      people: 3,
      meanAge: 37.5,
      agesKnown: 2,
      aged35OrUnder: 1,
      collegeOrAbove: 1,
      women: 1,
      partyMembers: 2,
      combinedRole: 1,
      crossAppointed: 1,
    })
  })

  test('of several villages weights ages by people, and is not known when none is', () => {
    expect(
      sumStructures([last, { ...last, people: 3, agesKnown: 2, meanAge: 39 }, null])?.meanAge,
    ).toBe((6 * 47 + 2 * 39) / 8)
    expect(sumStructures([null])).toBeNull()
  })

  test('a person holds one post of each committee at most', () => {
    expect(patternOf(['secretary', 'party-member'])).toBeUndefined()
    for (const post of POSTS) expect(patternOf([post])?.posts).toEqual([post])
  })
})
