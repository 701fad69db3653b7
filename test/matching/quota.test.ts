import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Quota,
  type QuotaProblem,
  type QuotaResult,
  quotaFaults,
  solveQuota,
} from '../../matching/quota/index.ts'
import { randomFrom } from '../problems.ts'
import { solver } from '../solver.ts'

describe('on small pools', () => {
  test('a choice is the best of all choices, and impossible only where none keeps the quotas', () => {
    let impossible = 0
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const best = bruteForce(problem)
        const found = solveQuota(problem, solver())
        if (best === null) {
          impossible++
          expect(found).toMatchObject({ status: 'impossible', objective: null, selected: [] })
          return
        }
        expect(found.status).toBe('solved')
        expect(found.objective).toBeCloseTo(best, 9)
        expect(found.bound).toBeCloseTo(best, 9)
        expect(quotaFaults(problem, found.selected)).toEqual([])
        expect(weightOf(problem, found.selected)).toBeCloseTo(best, 9)
      }),
      { numRuns: 60, seed: 5 },
    )
    expect(impossible).toBeGreaterThan(10)
  })

  test('conflicts are all the smallest sets of quotas that clash, no more and no less', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        if (bruteForce(problem) !== null) return
        const { conflicts, isEveryConflict } = solveQuota(problem, solver())
        expect(isEveryConflict).toBe(true)
        expect(sorted(conflicts)).toEqual(sorted(clashesOf(problem)))
      }),
      { numRuns: 40, seed: 6 },
    )
  })

  test('the first remedy is the smallest change there is, and every remedy mends', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        if (bruteForce(problem) !== null) return
        const { remedies } = solveQuota(problem, solver())
        for (const { changes } of remedies)
          expect(bruteForce(changed(problem, changes))).not.toBeNull()
        const fewest = remedies.find(({ kind }) => kind === 'fewest')!
        expect(fewest.seats).toBe(fewestSeats(problem))
        expect(remedies[0]!.seats).toBeLessThanOrEqual(fewest.seats)
      }),
      { numRuns: 40, seed: 7 },
    )
  })
})

/** Quotas of a panel of ten, and a pool in which nothing is short. */
const quota = (feature: string, value: string, min: number, max: number): Quota => ({
  feature,
  value,
  min,
  max,
})
const GENDERS = [quota('gender', 'female', 5, 5), quota('gender', 'male', 5, 5)]
const TOWNS = [quota('home', 'north', 4, 6), quota('home', 'south', 4, 6)]
const people = (counts: [number, string, string][]) =>
  counts
    .flatMap(([count, ...values]) => Array.from({ length: count }, () => values))
    .map((values, index) => ({ id: `p${index}`, values, weight: 1 }))
const panel = (about: Partial<QuotaProblem> = {}): QuotaProblem => ({
  select: 10,
  features: ['gender', 'home'],
  quotas: [...GENDERS, ...TOWNS],
  people: people([
    [8, 'female', 'north'],
    [8, 'female', 'south'],
    [8, 'male', 'north'],
    [8, 'male', 'south'],
  ]),
  ...about,
})

test('of people alike the first given are chosen, and again the same', () => {
  const alike = panel({ quotas: GENDERS })
  const { selected } = solveQuota(alike, solver())
  expect(quotaFaults(alike, selected)).toEqual([])
  for (const gender of ['female', 'male'])
    for (const home of ['north', 'south']) {
      const kind = alike.people.filter(({ values }) => `${values}` === `${[gender, home]}`)
      const chosen = kind.filter(({ id }) => selected.includes(id))
      expect(chosen).toEqual(kind.slice(0, chosen.length))
    }
  expect(solveQuota(alike, solver()).selected).toEqual(selected)
})

test('the heaviest are chosen as far as the quotas let them', () => {
  const heavy = panel()
  const weighted = heavy.people.map((one, index) => ({ ...one, weight: index < 16 ? 3 : 1 }))
  expect(solveQuota({ ...heavy, people: weighted }, solver())).toMatchObject({
    status: 'solved',
    objective: 5 * 3 + 5,
    bound: 5 * 3 + 5,
  })
})

describe('what cannot be is explained', () => {
  test.each<{ why: string; problem: QuotaProblem; conflicts: string[][]; first: string }>([
    {
      why: 'a value that nobody has',
      problem: panel({ quotas: [...GENDERS, ...TOWNS, quota('home', 'island', 1, 2)] }),
      conflicts: [['home=island min 1']],
      first: 'lower the min of home=island from 1 to 0',
    },
    {
      why: 'minimums of one feature above the number to choose',
      problem: panel({ quotas: [quota('gender', 'female', 6, 8), quota('gender', 'male', 6, 8)] }),
      conflicts: [['gender=female min 6', 'gender=male min 6']],
      first: 'lower the min of gender=',
    },
    {
      why: 'maximums of one feature below it',
      problem: panel({ quotas: [quota('gender', 'female', 0, 4), quota('gender', 'male', 0, 4)] }),
      conflicts: [['gender=female max 4', 'gender=male max 4']],
      first: 'raise the max of gender=',
    },
    {
      why: 'features that clash only together: every woman is from the north',
      problem: panel({
        people: people([
          [9, 'female', 'north'],
          [9, 'male', 'north'],
          [3, 'male', 'south'],
        ]),
      }),
      conflicts: [['home=south min 4'], ['home=north max 6']],
      first: 'raise the max of home=north from 6 to 7; lower the min of home=south from 4 to 3',
    },
    {
      why: 'two conflicts at once',
      problem: panel({
        quotas: [
          ...GENDERS,
          quota('home', 'north', 0, 3),
          quota('home', 'south', 0, 3),
          quota('home', 'island', 2, 5),
        ],
      }),
      conflicts: [['home=island min 2'], ['home=north max 3', 'home=south max 3']],
      first: '; lower the min of home=island from 2 to 0',
    },
    {
      why: 'more to choose than people',
      problem: panel({ select: 40, quotas: [] }),
      conflicts: [['select 40']],
      first: 'select 32 instead of 40',
    },
  ])('$why', ({ problem, conflicts, first }) => {
    const found = solveQuota(problem, solver())
    expect(found.status).toBe('impossible')
    expect(sorted(found.conflicts)).toEqual(sorted(conflicts))
    expect(found.remedies[0]!.words.en).toContain(first)
    expect(found.remedies[0]!.words.zh).not.toBe('')
  })

  test('with what would do within one feature, and what another number to choose would', () => {
    const found = solveQuota(
      panel({ quotas: [quota('gender', 'female', 6, 8), quota('gender', 'male', 6, 8), ...TOWNS] }),
      solver(),
    )
    expect(found.remedies.map(({ kind, seats }) => ({ kind, seats }))).toEqual([
      { kind: 'fewest', seats: 2 },
      { kind: 'size', seats: 2 },
    ])
    expect(found.remedies[1]!.words).toEqual({
      zh: '选取人数由 10 改为 12',
      en: 'select 12 instead of 10',
    })
  })
})

test('a value that nobody has is no matter while its minimum is 0', () => {
  const problem = panel({ quotas: [...GENDERS, quota('home', 'island', 0, 2)] })
  expect(solveQuota(problem, solver()).status).toBe('solved')
})

test('when time is out before anything is known, that is said', () => {
  const clashing = panel({ quotas: [quota('home', 'island', 1, 2), ...GENDERS] })
  const { isEveryConflict } = solveQuota(clashing, solver({ secondsLeft: () => 0 }))
  expect(isEveryConflict).toBe(false)
})

describe('pools as they are published', () => {
  // github.com/pgoelz/citizensassemblies-replication, data/example_small_20: one conservative woman, 99 liberal ones,
  // 100 conservative men; 20 seats, at least 9 of each gender and leaning. She alone lets both be kept nearly apart.
  test('the small example of Flanigan et al. (Nature 596, 2021)', () => {
    const example: QuotaProblem = {
      select: 20,
      features: ['gender', 'leaning'],
      quotas: ['female', 'male']
        .map((value) => quota('gender', value, 9, 20))
        .concat(['liberal', 'conservative'].map((value) => quota('leaning', value, 9, 20))),
      people: people([
        [1, 'female', 'conservative'],
        [99, 'female', 'liberal'],
        [100, 'male', 'conservative'],
      ]),
    }
    const found = solveQuota(example, solver())
    expect(found).toMatchObject({ status: 'solved', objective: 20, bound: 20 })
    expect(quotaFaults(example, found.selected)).toEqual([])
  })

  // Sizes of the ten panels in the paper's table 1; the pools themselves are not public, these are drawn alike.
  test.each([
    { name: 'sf(a)', pool: 312, select: 35, features: [2, 4, 4, 3, 6, 3] },
    { name: 'sf(b)', pool: 250, select: 20, features: [2, 4, 4, 3, 5, 3] },
    { name: 'sf(c)', pool: 161, select: 44, features: [2, 4, 4, 3, 6, 3, 2] },
    { name: 'sf(d)', pool: 404, select: 40, features: [2, 4, 4, 3, 6, 3] },
    { name: 'sf(e)', pool: 1727, select: 110, features: [2, 5, 4, 3, 9, 3, 3] },
    { name: 'of a county', pool: 10_000, select: 150, features: [2, 5, 4, 3, 9, 3, 3, 6] },
  ])('a pool like $name: $pool people, $select to choose', ({ pool, select, features }) => {
    const drawn = drawnAlike(pool, select, features)
    const found = solveQuota(drawn, solver())
    expect(found.status).toBe('solved')
    expect(quotaFaults(drawn, found.selected)).toEqual([])
    expect(found.bound! - found.objective!).toBeLessThan(1e-6 * found.bound!)
  })
})

test.each([
  {
    why: 'somebody left out',
    wrong: (ids: string[]) => ids.slice(1),
    says: '9 are chosen, not 10',
  },
  { why: 'somebody twice', wrong: (ids: string[]) => [ids[0]!, ...ids.slice(0, 9)], says: 'twice' },
  { why: 'a stranger', wrong: (ids: string[]) => ['nobody', ...ids.slice(1)], says: 'nobody' },
  {
    why: 'women for men',
    wrong: () =>
      panel()
        .people.slice(0, 10)
        .map(({ id }) => id),
    says: 'gender=female: 10, not 5 to 5',
  },
])('a choice is counted again: $why', ({ wrong, says }) => {
  const { selected } = solveQuota(panel(), solver())
  expect(quotaFaults(panel(), selected)).toEqual([])
  expect(quotaFaults(panel(), wrong(selected)).join()).toContain(says)
})

const VALUES = { gender: ['female', 'male'], age: ['young', 'middle', 'old'] }

/** Up to nine people of two features, with quotas that often clash. */
const anyProblem: fc.Arbitrary<QuotaProblem> = fc
  .record({
    select: fc.integer({ min: 1, max: 5 }),
    people: fc.array(
      fc.record({
        gender: fc.constantFrom(...VALUES.gender),
        age: fc.constantFrom(...VALUES.age),
        weight: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 50, noNaN: true })),
      }),
      { minLength: 5, maxLength: 9 },
    ),
    bounds: fc.array(
      fc.record({ min: fc.integer({ min: 0, max: 3 }), more: fc.integer({ min: 0, max: 3 }) }),
      { minLength: 5, maxLength: 5 },
    ),
  })
  .map(({ select, people, bounds }) => ({
    select,
    features: ['gender', 'age'],
    quotas: Object.entries(VALUES)
      .flatMap(([feature, values]) => values.map((value) => ({ feature, value })))
      .map((named, index) => {
        const { min, more } = bounds[index]!
        return { ...named, min, max: min + more }
      }),
    people: people.map(({ gender, age, weight }, index) => ({
      id: `p${index}`,
      values: [gender, age],
      weight,
    })),
  }))

/** The most that any choice weighs, every choice tried; null when none keeps the quotas. */
function bruteForce(problem: QuotaProblem): number | null {
  const kept = choicesOf(problem).filter((chosen) => excess(problem, chosen, problem.quotas) === 0)
  return kept.length === 0 ? null : Math.max(...kept.map((chosen) => weightOf(problem, chosen)))
}

const fewestSeats = (problem: QuotaProblem) =>
  Math.min(...choicesOf(problem).map((chosen) => excess(problem, chosen, problem.quotas)))

/** Every set of as many people as are to be chosen. */
function choicesOf({ people, select }: QuotaProblem): string[][] {
  return subsetsOf(people.map(({ id }) => id)).filter(({ length }) => length === select)
}

function subsetsOf<T>(items: readonly T[]): T[][] {
  return Array.from({ length: 2 ** items.length }, (_, bits) =>
    items.filter((_, at) => ((bits >> at) & 1) === 1),
  )
}

/** Seats by which a choice is outside of quotas. */
function excess({ people, features }: QuotaProblem, chosen: string[], quotas: readonly Quota[]) {
  return quotas.reduce((sum, { feature, value, min, max }) => {
    const at = features.indexOf(feature)
    const count = people.filter(
      ({ id, values }) => chosen.includes(id) && values[at] === value,
    ).length
    return sum + Math.max(0, min - count, count - max)
  }, 0)
}

/** Every set of sides of quotas that no choice keeps while all its parts can be kept. */
function clashesOf(problem: QuotaProblem): string[][] {
  const choices = choicesOf(problem)
  const sides = problem.quotas.flatMap((one) => [
    { ...one, max: Infinity, words: `${one.feature}=${one.value} min ${one.min}` },
    { ...one, min: 0, words: `${one.feature}=${one.value} max ${one.max}` },
  ])
  const binding = sides.filter((side) =>
    choices.some((chosen) => excess(problem, chosen, [side]) > 0),
  )
  const clashing: (typeof sides)[] = []
  for (const set of subsetsOf(binding).sort((a, b) => a.length - b.length)) {
    if (clashing.some((smaller) => smaller.every((side) => set.includes(side)))) continue
    if (choices.every((chosen) => excess(problem, chosen, set) > 0)) clashing.push(set)
  }
  return clashing.map((set) => set.map(({ words }) => words))
}

function changed(problem: QuotaProblem, changes: QuotaResult['remedies'][number]['changes']) {
  const mended = structuredClone(problem)
  for (const { feature, value, bound, to } of changes)
    if (bound === 'select') mended.select = to
    else mended.quotas.find((one) => one.feature === feature && one.value === value)![bound] = to
  return mended
}

function weightOf({ people }: QuotaProblem, chosen: readonly string[]): number {
  return people.reduce((sum, { id, weight }) => (chosen.includes(id) ? sum + weight : sum), 0)
}

const sorted = (sets: readonly string[][]) => sets.map((set) => [...set].sort().join(', ')).sort()

/** People drawn by shares of their own, and quotas around the shares of a population that is somewhat another. */
function drawnAlike(pool: number, select: number, sizes: readonly number[]): QuotaProblem {
  const random = randomFrom(pool)
  const shares = sizes.map((size) => sharesOf(Array.from({ length: size }, () => 0.4 + random())))
  const features = sizes.map((_, at) => `feature ${at}`)
  const draw = (of: readonly number[]) => {
    const drawn = random()
    const at = of.findIndex((_, end) => sum(of.slice(0, end + 1)) > drawn)
    return at === -1 ? of.length - 1 : at
  }
  return {
    select,
    features,
    quotas: shares.flatMap((own, at) =>
      sharesOf(own.map((share) => share * (0.7 + 0.6 * random()))).map((share, value) => ({
        feature: features[at]!,
        value: `${value}`,
        min: Math.floor(share * select),
        max: Math.ceil(share * select) + 1,
      })),
    ),
    people: Array.from({ length: pool }, (_, index) => ({
      id: `p${index}`,
      values: shares.map((own) => `${draw(own)}`),
      weight: Math.round(1000 * random()) / 1000,
    })),
  }
}

const sharesOf = (numbers: readonly number[]) => numbers.map((number) => number / sum(numbers))
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
