import { describe, expect, test } from 'vitest'
import type { County } from '../../api/candidacies.ts'
import { toldChanges } from '../../api/plan-change-words.ts'
import { pinsLetGo, villageChanges } from '../../api/plan-changes.ts'
import {
  defaultPolicy,
  type Exclusion,
  type Kin,
  type Pin,
  type Plan,
  type Post,
  type Talent,
} from '../../matching/index.ts'
import { HONGMEN, MAOZHAI, talent, village } from '../cast.ts'

type Seat = [talent: string, post: Post]
type World = { talents?: Partial<Talent>[]; kin?: Kin[] }
const A = 'a'
const B = 'b'
const CHAIR: Seat = [A, 'chair']

/** Two people of 洪门村, as they are now. */
function county({ talents = [], kin = [] }: World = {}): County {
  const people = [{ id: A }, { id: B }, ...talents].map((about) => talent(about))
  const places = [village(), village({ code: MAOZHAI, name: '毛宅村' })]
  return {
    ...{ code: '370406', name: '山亭区', policy: defaultPolicy, kin },
    townships: new Map(),
    talents: new Map(people.map((one) => [one.id, one])),
    people: new Map(people.map((one) => [one.id, { ...one, name: `人${one.id}` }])) as never,
    villages: new Map(
      places.map((matching) => [matching.code, { ...matching, matching }]),
    ) as never,
  }
}

function plan(hongmen: Seat[], maozhai: Seat[] = [], missed = 0): Plan {
  const slate = (code: string, seats: Seat[]) => ({
    village: code,
    seats: seats.map(([id, post]) => ({ talent: id, post, fit: 0, low: 0, high: 0 })),
    targets: [{ id: 'women.min', miss: code === HONGMEN ? missed : 0 }],
  })
  return { slates: [slate(HONGMEN, hongmen), slate(MAOZHAI, maozhai)] } as unknown as Plan
}

describe('why somebody left a team', () => {
  type Case = {
    why: string
    world?: World
    before?: Plan
    after?: Plan
    pins?: Pin[]
    exclusions?: Exclusion[]
    says: string
  }
  const without = (id: string): County => {
    const now = county()
    now.talents.delete(id)
    now.people.delete(id)
    return now
  }
  test.each<Case>([
    {
      why: 'the person withdrew consent',
      world: { talents: [{ id: A, consent: 'withdrawn' }] },
      says: '本人撤回同意',
    },
    {
      why: 'the person left the pool',
      world: { talents: [{ id: A, status: 'left' }] },
      says: '已不在人才库',
    },
    {
      why: 'the person was kept out of the village',
      exclusions: [{ talent: A, village: HONGMEN, post: null }],
      says: '按要求排除',
    },
    {
      why: 'an exclusion from another post is no cause',
      exclusions: [{ talent: A, village: HONGMEN, post: 'secretary' }],
      says: '适配合计提高，超过变动代价',
    },
    {
      why: 'the person was pinned elsewhere',
      pins: [{ talent: A, village: MAOZHAI, post: 'chair' }],
      after: plan([], [CHAIR]),
      says: '按固定安排在毛宅村',
    },
    {
      why: 'the person is too old by what is known now',
      world: { talents: [{ id: A, bornOn: '1950-01-01' }] },
      says: '不再符合资格：',
    },
    {
      why: 'a relative came in',
      world: { kin: [{ a: A, b: B, relation: 'sibling' }] },
      after: plan([[B, 'committee-member']]),
      says: '与新进班子的人b有亲属关系，须回避',
    },
    {
      why: 'somebody was pinned to the seat',
      pins: [{ talent: B, village: HONGMEN, post: 'chair' }],
      after: plan([[B, 'chair']]),
      says: '为固定的人b让出岗位',
    },
    {
      why: 'the person is needed in another village',
      after: plan([], [CHAIR]),
      says: '改到毛宅村任职',
    },
    {
      why: 'the village meets a target by it',
      before: plan([CHAIR], [], 1),
      after: plan([[B, 'chair']]),
      says: '为达到结构目标：村委会女性',
    },
    {
      why: 'nothing but the fit speaks for it',
      after: plan([[B, 'chair']]),
      says: '适配合计提高，超过变动代价',
    },
  ])('$why', ({ world, before = plan([CHAIR]), after = plan([]), says, ...asked }) => {
    const now = county(world)
    const { pins = [], exclusions = [] } = asked
    const told = wordsOf(now, villageChanges({ before, after, county: now, pins, exclusions }))
    expect(told.find(({ kind, talent }) => kind === 'left' && talent === A)?.zh).toContain(says)
  })

  test('who is erased has no name any more', () => {
    const gone = without(A)
    const asked = { pins: [], exclusions: [], county: gone }
    const changes = villageChanges({ before: plan([CHAIR]), after: plan([[B, 'chair']]), ...asked })
    expect(wordsOf(gone, changes).map(({ zh }) => zh)).toEqual([
      '已不在人才库',
      '接替已移出人才库的人',
    ])
  })
})

describe('why somebody came or moved', () => {
  test.each([
    {
      why: 'a seat became free',
      after: plan([[B, 'chair']]),
      pins: [],
      says: { kind: 'came', zh: '接替人a' },
    },
    {
      why: 'the person is pinned',
      after: plan([[B, 'chair']]),
      pins: [{ talent: B, village: HONGMEN, post: 'chair' as const }],
      says: { kind: 'came', zh: '按固定安排在洪门村' },
    },
    {
      why: 'a member takes the chair of who left',
      before: plan([CHAIR, [B, 'committee-member']]),
      after: plan([[B, 'chair']]),
      pins: [],
      says: { kind: 'moved', zh: '接替人a' },
    },
  ])('$why', ({ before = plan([CHAIR]), after, pins, says }) => {
    const now = county()
    const told = wordsOf(now, villageChanges({ before, after, county: now, pins, exclusions: [] }))
    expect(told).toContainEqual({ ...says, talent: B })
  })

  test('a team that stays is not told of', () => {
    const asked = { county: county(), pins: [], exclusions: [] }
    expect(villageChanges({ before: plan([CHAIR]), after: plan([CHAIR]), ...asked })).toEqual([])
  })
})

test.each([
  { why: 'the person may still take the post', about: {}, pins: 0 },
  { why: 'the person withdrew consent', about: { consent: 'withdrawn' as const }, pins: 1 },
  { why: 'the person left the pool', about: { status: 'left' as const }, pins: 1 },
])('of the pins taken over, $pins are let go of when $why', ({ about, pins }) => {
  const pin: Pin = { talent: A, village: HONGMEN, post: 'chair' }
  const now = county({ talents: [{ id: A, ...about }] })
  expect(pinsLetGo(now, defaultPolicy, [pin], [pin])).toHaveLength(pins)
  expect(pinsLetGo(now, defaultPolicy, [pin], []), 'a new pin is the reader’s own').toEqual([])
})

function wordsOf(now: County, villages: ReturnType<typeof villageChanges>) {
  const told = toldChanges({ basedOn: 'p', seats: 0, price: 0, letGo: [], villages }, now)
  return told.villages.flatMap(({ left, came, moved }) => [
    ...left.map(({ talent, words }) => ({ kind: 'left', talent, zh: words.zh })),
    ...came.map(({ talent, words }) => ({ kind: 'came', talent, zh: words.zh })),
    ...moved.map(({ talent, words }) => ({ kind: 'moved', talent, zh: words.zh })),
  ])
}
