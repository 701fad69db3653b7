import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkShortlist } from '../../matching/check/shortlist.ts'
import { defaultPolicy } from '../../matching/policy.ts'
import {
  groupsOf,
  type Listed,
  type MinShare,
  type Standing,
  shortlist,
  shortWords,
  standingOf,
} from '../../matching/shortlist/index.ts'
import type { Candidate } from '../../matching/shortlist/kinds.ts'
import type { ShortlistGroup, Talent } from '../../matching/types.ts'
import { cast, HONGMEN, hongmen, MAOZHAI, maozhai, talent } from '../cast.ts'
import { solver } from '../solver.ts'

const GROUPS: ShortlistGroup[] = ['women', 'young', 'college', 'newcomers']

/** `wy` is a woman and young; a capital says that it is not known. */
function somebody(at: number, points: number, belongs: string): Candidate {
  const known = (letter: string) => {
    if (belongs.includes(letter.toUpperCase())) return null
    return belongs.includes(letter)
  }
  const fit = points / 100
  const groups = {
    ...{ women: known('w'), young: known('y'), college: known('c'), newcomers: known('n') },
  }
  return { talent: `p${String(at).padStart(3, '0')}`, fit, low: fit, high: fit, groups }
}
const people = (...given: [points: number, belongs: string][]) =>
  given.map(([points, belongs], at) => somebody(at, points, belongs))
const ask = (candidates: Candidate[], size: number, shares: MinShare[]) =>
  shortlist({ candidates, size, shares }, solver())
const points = (list: { fit: number }[]) => list.map(({ fit }) => Math.round(fit * 100))
const women = (min: number): MinShare => ({ group: 'women', min })
const young = (min: number): MinShare => ({ group: 'young', min })
const college = (min: number): MinShare => ({ group: 'college', min })

describe('a shortlist with minimum shares', () => {
  const pool = people([90, ''], [80, ''], [70, ''], [60, 'w'], [50, 'y'], [40, 'wy'])

  test.each([
    { shares: [], size: 3, list: [90, 80, 70], why: 'no share: the order of fit' },
    { shares: [women(0)], size: 3, list: [90, 80, 70], why: 'a share of nothing asks for nothing' },
    {
      shares: [women(0.3)],
      size: 3,
      list: [90, 80, 70],
      why: 'three tenths of three are no person',
    },
    { shares: [women(0.34)], size: 3, list: [90, 80, 60], why: 'one of three' },
    { shares: [women(0.5)], size: 3, list: [90, 60, 80], why: 'one of the first two already' },
    { shares: [women(1)], size: 2, list: [60, 40], why: 'women alone' },
    {
      shares: [women(0.34), young(0.34)],
      size: 3,
      list: [90, 80, 40],
      why: 'one person fills both: 210 points, where a woman and a young person have 200',
    },
    {
      shares: [women(0.5), young(0.5)],
      size: 4,
      list: [90, 40, 60, 50],
      why: 'two of four each, and one each among the first two: 40 counts twice',
    },
  ])('$why', ({ shares, size, list }) => {
    const found = ask(pool, size, shares)
    expect(points(found.listed)).toEqual(list)
    expect(found.isProven).toBe(true)
  })

  test('costs fit, and says who came in for whom', () => {
    const found = ask(pool, 3, [women(0.34)])
    expect(found.exchanges).toEqual([
      { cameIn: 'p003', wentOut: 'p002', lost: expect.closeTo(0.1) },
    ])
    expect(found.fitAlone - found.fit).toBeCloseTo(0.1)
    expect(found.listed.map(({ placeByFit }) => placeByFit)).toEqual([1, 2, 4])
    expect(found.groups).toMatchObject([
      { required: 1, held: 1, heldAlone: 0, isAtWork: true, available: 2, short: [] },
    ])
  })

  test('leaves the fit of everybody as it was', () => {
    const found = ask(pool, 6, [women(1), young(1)])
    for (const { talent, fit } of found.listed)
      expect(fit).toBe(pool.find((one) => one.talent === talent)!.fit)
  })

  test('0.29 of 100 are 29, though 0.29 × 100 is a little less in binary', () => {
    const many = Array.from({ length: 200 }, (_, at) =>
      somebody(at, 99 - at / 4, at < 100 ? '' : 'w'),
    )
    expect(ask(many, 100, [women(0.29)]).groups[0]).toMatchObject({ required: 29, held: 29 })
  })
})

describe('a share that cannot be had is a result', () => {
  test.each([
    { size: 0, listed: 0, why: 'a list of nobody' },
    { size: 50, listed: 4, why: 'a list longer than the pool' },
  ])('$why', ({ size, listed }) => {
    const found = ask(people([9, 'w'], [8, ''], [7, 'w'], [6, '']), size, [women(0.5)])
    expect(found.listed).toHaveLength(listed)
    expect(found.groups[0]).toMatchObject({ short: [], required: listed / 2 })
    expect(found.isProven).toBe(true)
  })

  test('nobody at all', () => {
    const found = ask([], 10, [women(0.5)])
    expect(found).toMatchObject({ listed: [], exchanges: [], fit: 0 })
    expect(found.groups[0]).toMatchObject({ required: 0, available: 0, short: [] })
  })

  test('a group of nobody: which, by how many, at which places, and of how many it is not known', () => {
    const found = ask(people([9, ''], [8, 'W'], [7, ''], [6, ''], [5, '']), 4, [women(0.5)])
    expect(points(found.listed)).toEqual([9, 8, 7, 6])
    expect(found.groups).toEqual([
      {
        ...{ group: 'women', min: 0.5, required: 2, held: 0, available: 0, unknown: 1 },
        ...{ heldAlone: 0, isAtWork: true },
        short: [
          { from: 2, to: 3, by: 1 },
          { from: 4, to: 4, by: 2 },
        ],
      },
    ])
    expect(found.exchanges).toEqual([])
  })

  test('a group that is too small is listed whole, as early as it is asked for', () => {
    const found = ask(people([9, ''], [8, ''], [7, ''], [2, 'w'], [6, '']), 4, [women(0.5)])
    expect(points(found.listed)).toEqual([9, 2, 8, 7])
    expect(found.groups[0]).toMatchObject({
      held: 1,
      available: 1,
      short: [{ from: 4, to: 4, by: 1 }],
    })
  })

  test('shares above 1 of groups that do not overlap: as little lacks as can be', () => {
    const pool = people([9, 'w'], [8, 'w'], [7, 'w'], [6, 'y'], [5, 'y'], [4, 'y'])
    const found = ask(pool, 4, [women(0.75), young(0.75)])
    const lacks = found.groups.flatMap(({ short }) =>
      short.map(({ from, to, by }) => by * (to - from + 1)),
    )
    expect(lacks.reduce((sum, one) => sum + one, 0)).toBe(3)
    expect(found.groups.reduce((sum, { held }) => sum + held, 0)).toBe(4)
  })

  test('the higher share counts where a group stands twice', () => {
    const found = ask(people([9, ''], [8, ''], [1, 'w'], [2, 'w']), 2, [women(0.1), women(1)])
    expect(points(found.listed)).toEqual([2, 1])
  })

  test('enough people of each group and no order that keeps every place', () => {
    // Half of each: the first two need all three groups, and so do the first four; p002 can do it once.
    const pool = people([9, 'w'], [8, 'w'], [7, 'yc'], [6, 'y'], [5, 'c'])
    const found = ask(pool, 5, [women(0.5), young(0.5), college(0.5)])
    const short = found.groups.flatMap((group) => group.short)
    expect(short.reduce((sum, { from, to, by }) => sum + by * (to - from + 1), 0)).toBe(1)
  })
})

const candidate = fc.record({
  points: fc.integer({ min: 0, max: 30 }),
  mask: fc.integer({ min: 0, max: 7 }),
})
const threeShares = fc.tuple(
  ...GROUPS.slice(0, 3).map((group) =>
    fc.constantFrom(0, 0.2, 0.25, 1 / 3, 0.5, 0.7, 1).map((min) => ({ group, min })),
  ),
)
const asPeople = (given: { points: number; mask: number }[]) =>
  given.map(({ points, mask }, at) =>
    somebody(at, points, [...'wyc'].filter((_, bit) => (mask >> bit) & 1).join('')),
  )

test('no list lacks less, and none that lacks as little has more fit: against every list of small pools', () => {
  const small = fc.array(candidate, { minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(small, fc.integer({ min: 1, max: 5 }), threeShares, (given, size, shares) => {
      const pool = asPeople(given)
      const found = ask(pool, size, shares)
      const [lacks, fit] = bestOf(pool, Math.min(size, pool.length), shares)
      expect(found.isProven).toBe(true)
      expect(lackingOf(found.listed, shares)).toBe(lacks)
      expect(found.fit).toBeCloseTo(fit, 9)
    }),
    { numRuns: 250 },
  )
})

test('a model that HiGHS takes for impossible when it presolves it is proven all the same', () => {
  const pool = people([0, 'wyc'], [0, ''], [0, 'w'], [0, 'wyc'], [0, 'yc'])
  const found = ask(pool, 3, [women(1), young(0), college(1)])
  expect(found.isProven).toBe(true)
  expect(lackingOf(found.listed, [women(1), young(0), college(1)])).toBe(1)
})

test('what is said of the list is so', () => {
  const some = fc.array(candidate, { minLength: 0, maxLength: 60 })
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 25 }), threeShares, (given, size, shares) => {
      const pool = asPeople(given)
      const { listed, groups, exchanges, fit, fitAlone } = ask(pool, size, shares)
      expect(new Set(listed.map((one) => one.talent)).size).toBe(Math.min(size, pool.length))
      const told = groups.flatMap((one) =>
        one.short.map(({ from, to, by }) => by * (to - from + 1)),
      )
      expect(told.reduce((sum, one) => sum + one, 0)).toBe(lackingOf(listed, shares))
      const lost = exchanges.reduce((sum, one) => sum + one.lost, 0)
      expect(lost).toBeCloseTo(fitAlone - fit, 9)
      for (const one of exchanges) expect(one.lost).toBeGreaterThanOrEqual(0)
      // Nobody fitter could change places with somebody in front without more lacking.
      listed.forEach((one, at) => {
        for (let behind = at + 1; behind < listed.length; behind++) {
          if (one.fit >= listed[behind]!.fit) continue
          const turned = listed.with(at, listed[behind]!).with(behind, one)
          expect(lackingOf(turned, shares)).toBeGreaterThan(lackingOf(listed, shares))
        }
      })
    }),
    { numRuns: 150 },
  )
})

test('on a partition it keeps what DetConstSort keeps, with at least its fit', () => {
  const some = fc.array(candidate, { minLength: 8, maxLength: 40 })
  fc.assert(
    fc.property(
      some,
      fc.integer({ min: 1, max: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (given, size, min) => {
        const pool = given.map(({ points, mask }, at) => somebody(at, points, mask % 2 ? 'w' : 'n'))
        const shares: MinShare[] = [women(min), { group: 'newcomers', min: 1 - min }]
        fc.pre(
          shares.every(({ group }) => pool.filter(({ groups }) => groups[group]).length >= size),
        )
        const theirs = detConstSort(pool, shares, size)
        const ours = ask(pool, size, shares)
        expect(lackingOf(theirs, shares)).toBe(0)
        expect(lackingOf(ours.listed, shares)).toBe(0)
        expect(ours.fit).toBeGreaterThanOrEqual(sum(theirs) - 1e-9)
      },
    ),
    { numRuns: 100 },
  )
})

test('the same people in another order make the same list, and it survives JSON', () => {
  const some = fc.array(candidate, { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(some, threeShares, (given, shares) => {
      const pool = asPeople(given)
      const found = ask(pool, 8, shares)
      expect(ask(pool.toReversed(), 8, shares)).toEqual(found)
      expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    }),
    { numRuns: 60 },
  )
})

describe('the independent check of a list', () => {
  const candidates = people([9, ''], [8, 'w'], [7, ''], [6, 'w'], [5, ''])
  const question = { candidates, size: 4, shares: [women(0.5)] }
  const sound = ask(candidates, 4, question.shares)
  const [first, second, ...rest] = sound.listed

  test('finds nothing in a sound one', () => expect(checkShortlist(question, sound)).toEqual([]))

  test.each<{ listed: Listed[]; why: string }>([
    { listed: rest, why: 'people are left out' },
    { listed: [first!, first!, ...rest], why: 'somebody stands twice' },
    { listed: [{ ...first!, fit: 0.95 }, second!, ...rest], why: 'a fit that was changed' },
    { listed: [{ ...first!, talent: 'stranger' }, second!, ...rest], why: 'a stranger' },
    { listed: [second!, first!, ...rest], why: 'places that are not as said' },
  ])('finds that $why', ({ listed }) => {
    expect(checkShortlist(question, { ...sound, listed })).not.toEqual([])
  })

  test.each([
    { short: [{ from: 2, to: 2, by: 1 }], why: 'a lack that is none' },
    { short: [], why: 'a lack that is not said', isShort: true },
  ])('finds $why', ({ short, isShort }) => {
    const asked = { ...question, ...(isShort && { shares: [women(1)] }) }
    const groups = ask(candidates, 4, asked.shares).groups.map((held) => ({ ...held, short }))
    expect(checkShortlist(asked, { ...sound, groups })).not.toEqual([])
  })
})

describe('a share that is not met, in words', () => {
  const held = { group: 'women', min: 0.5, held: 1, heldAlone: 0, isAtWork: true } as const
  test.each([
    {
      about: { required: 2, available: 1, unknown: 3, short: [{ from: 4, to: 5, by: 1 }] },
      zh: '女性：名单应有 2 人，列入 1 人；第 4 至 5 位缺 1 人。可列入的人中此类只有 1 人；另有 3 人是否属于此类未知。',
    },
    {
      about: { required: 1, available: 9, unknown: 0, short: [{ from: 2, to: 2, by: 1 }] },
      zh: '女性：名单应有 1 人，列入 1 人；第 2 位缺 1 人。可列入的人中此类有 9 人，但与其他比例不能同时在每一位上满足。',
    },
  ])('$zh', ({ about, zh }) => expect(shortWords({ ...held, ...about }, 35)?.zh).toBe(zh))

  test('and nothing of one that is', () =>
    expect(
      shortWords({ ...held, required: 1, available: 1, unknown: 0, short: [] }, 35),
    ).toBeNull())
})

describe('who may be listed', () => {
  const atHome = (one: { homeVillage: string }) =>
    one.homeVillage === HONGMEN ? hongmen : one.homeVillage === MAOZHAI ? maozhai : null
  const asked = { post: 'committee-member', policy: defaultPolicy, villageFor: atHome } as const

  test('whoever is eligible at home, with what is known of the groups', () => {
    const { candidates } = standingOf({ talents: cast, ...asked })
    const song = candidates.find((one) => one.talent === 'song-yanan')
    expect(song?.groups).toEqual({ women: true, young: true, college: true, newcomers: true })
    const zhao = candidates.find((one) => one.talent === 'zhao-qinghe')
    expect(zhao?.groups).toEqual({ women: false, young: false, college: false, newcomers: false })
  })

  test.each<{ about: Partial<Talent>; where: Exclude<keyof Standing, 'candidates'>; why: string }>([
    { about: { consent: 'withdrawn' }, where: 'barred', why: 'no consent' },
    { about: { consent: null }, where: 'unknown', why: 'nobody has asked' },
    {
      about: {
        bornOn: '1969-01-01',
        honours: [{ level: 'city', name: '市劳动模范', on: '2024-05-01' }],
      },
      where: 'relaxable',
      why: 'two years too old, with an honour of the city',
    },
    { about: { status: 'left' }, where: 'away', why: 'left the pool' },
    { about: { homeVillage: '370406104999' }, where: 'away', why: 'no village to be judged for' },
  ])('$where: $why', ({ about, where }) => {
    const standing = standingOf({ talents: [talent({ id: 'one', ...about })], ...asked })
    expect(standing[where]).toEqual(['one'])
    expect(standing.candidates).toHaveLength(where === 'relaxable' ? 1 : 0)
  })

  test('what is not known of a person is no group, and is not taken for no', () => {
    const one = talent({ sex: null, bornOn: null, education: null })
    expect(groupsOf(one, defaultPolicy)).toEqual({
      ...{ women: null, young: null, college: null, newcomers: true },
    })
  })

  test.each([
    { bornOn: '1991-12-31', young: true, why: '35 on the reference day' },
    { bornOn: '1990-12-31', young: false, why: '36' },
    { bornOn: '1991-01', young: true, why: 'a birth known by month counts as its first day' },
  ])('young: $why', ({ bornOn, young }) =>
    expect(groupsOf(talent({ bornOn }), defaultPolicy).young).toBe(young),
  )

  test('young is what the policy says of the target', () => {
    const { targets } = defaultPolicy
    const young = { ...targets['young.min'], ages: { from: 18, to: 40 } }
    const policy = { ...defaultPolicy, targets: { ...targets, 'young.min': young } }
    expect(groupsOf(talent({ bornOn: '1986-12-31' }), policy).young).toBe(true)
  })
})

const sum = (list: { fit: number }[]) => list.reduce((total, { fit }) => total + fit, 0)

/** Counted anew, by the definition. */
function lackingOf(list: Pick<Candidate, 'groups'>[], shares: readonly MinShare[]): number {
  let lacks = 0
  for (let places = 1; places <= list.length; places++)
    for (const { group, min } of shares) {
      const held = list.slice(0, places).filter(({ groups }) => groups[group] === true).length
      lacks += Math.max(0, Math.floor(min * places + 1e-9) - held)
    }
  return lacks
}

/** Least that lacks, then most fit, over every ordered list. */
function bestOf(pool: Candidate[], size: number, shares: readonly MinShare[]): [number, number] {
  let best: [number, number] = [Infinity, 0]
  const walk = (list: Candidate[]) => {
    if (list.length < size) {
      for (const one of pool) if (!list.includes(one)) walk([...list, one])
      return
    }
    const [lacks, fit] = [lackingOf(list, shares), sum(list)]
    if (lacks < best[0] || (lacks === best[0] && fit > best[1])) best = [lacks, fit]
  }
  walk([])
  return best
}

/** Algorithm 3 of Geyik, Ambler and Kenthapadi (KDD 2019), as printed. */
function detConstSort(pool: Candidate[], shares: MinShare[], size: number): Candidate[] {
  const byShare = shares.map(({ group }) =>
    pool.filter(({ groups }) => groups[group]).sort((a, b) => b.fit - a.fit),
  )
  const counts = shares.map(() => 0)
  let least = shares.map(() => 0)
  const list: Candidate[] = []
  const latest: number[] = []
  for (let k = 1; list.length < size; k++) {
    const now = shares.map(({ min }) => Math.floor(min * k + 1e-9))
    const next = (at: number) => byShare[at]![counts[at]!]!
    const changed = shares.flatMap((_, at) => (least[at]! < now[at]! ? at : []))
    changed.sort((a, b) => next(b).fit - next(a).fit)
    for (const at of changed) {
      list.push(next(at))
      latest.push(k)
      for (let start = list.length - 1; start > 0; start--) {
        const isFree = latest[start - 1]! > start && list[start - 1]!.fit < list[start]!.fit
        if (!isFree) break
        ;[list[start - 1], list[start]] = [list[start]!, list[start - 1]!]
        ;[latest[start - 1], latest[start]] = [latest[start]!, latest[start - 1]!]
      }
      counts[at]!++
    }
    least = now
  }
  return list.slice(0, size)
}
