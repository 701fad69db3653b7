import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paperStrengths } from '../../api/portrait/papers.ts'
import { defaultPolicy } from '../../matching/policy.ts'
import { rank } from '../../matching/rank.ts'
import { BLOCK, type Question, weightsDrawn } from '../../matching/robust/draws.ts'
import { robustnessOf } from '../../matching/robust/index.ts'
import { orderByScore, placesFor } from '../../matching/robust/places.ts'
import { tallyOf } from '../../matching/robust/smaa.ts'
import { UNSETTLED_ABOVE } from '../../matching/robust/unsettled.ts'
import { alphasAround, SLACK } from '../../matching/robust/weights.ts'
import type { Talent } from '../../matching/types.ts'
import { cast, hongmen, talent } from '../cast.ts'
import { anyTalent } from './any.ts'

const SAMPLES = 10_000

/** An interval, or what is known exactly; `value` is its middle when not given. */
type Belief = number | { low: number; high: number; value?: number }

/** People by criteria. */
function question(people: Belief[][], alphas: number[], seed = 1): Question {
  const all = people.flat().map((one) => (typeof one === 'number' ? { low: one, high: one } : one))
  const column = (of: (one: (typeof all)[number]) => number) => Float64Array.from(all, of)
  const beliefs = {
    people: people.length,
    criteria: alphas.length,
    low: column(({ low }) => low),
    high: column(({ high }) => high),
    value: column((one) => ('value' in one ? one.value! : (one.low + one.high) / 2)),
  }
  return { beliefs, alphas, seed }
}

/** Four standard errors: by chance a right answer is outside one time in 16,000, and the seed is fixed. */
const near = (share: number, samples = SAMPLES) => 4 * Math.sqrt((share * (1 - share)) / samples)

describe('how often each comes first, against integrals by hand', () => {
  const OPEN = { low: 0, high: 1 }
  const UNDECIDED = [1, 1]
  test.each<{ why: string; people: Belief[][]; alphas: number[]; first: number[] }>([
    { why: 'all is known', people: [[0.6], [0.5]], alphas: [1], first: [1, 0] },
    {
      why: 'one is open around the other',
      people: [[0.5], [OPEN]],
      alphas: [1],
      first: [0.5, 0.5],
    },
    {
      why: 'uniform over 0 to 1 against uniform over ½ to 1: ∫ (1 − x) 2 dx from ½ = ¼',
      people: [[OPEN], [{ low: 0.5, high: 1 }]],
      alphas: [1],
      first: [0.25, 0.75],
    },
    {
      why: 'three of whom nothing is known',
      people: [[OPEN], [OPEN], [OPEN]],
      alphas: [1],
      first: [1 / 3, 1 / 3, 1 / 3],
    },
    {
      why: 'a value of 0.8 in the interval: the mean is kept, so 0.8 of the draws lie above it',
      people: [[0.8], [{ low: 0, high: 1, value: 0.8 }]],
      alphas: [1],
      first: [0.2, 0.8],
    },
    {
      why: 'each best in one of two criteria, nothing decided of the weights',
      people: [
        [1, 0],
        [0, 1],
      ],
      alphas: UNDECIDED,
      first: [0.5, 0.5],
    },
    {
      why: 'half as good in the second: first where w > (1 − w) / 2, so above ⅓',
      people: [
        [1, 0],
        [0, 0.5],
      ],
      alphas: UNDECIDED,
      first: [2 / 3, 1 / 3],
    },
    {
      why: 'Dirichlet (2, 1): the first weight has the density 2w, so 1 − (½)²',
      people: [
        [1, 0],
        [0, 1],
      ],
      alphas: [2, 1],
      first: [0.75, 0.25],
    },
    {
      why: 'a compromise, SMAA’s case: 0.6 and 0.6 lies above both where 0.4 < w < 0.6',
      people: [
        [1, 0],
        [0, 1],
        [0.6, 0.6],
      ],
      alphas: UNDECIDED,
      first: [0.4, 0.4, 0.2],
    },
    {
      why: 'people who are equal everywhere share by lot',
      people: [[0.7], [0.7], [0.7], [0.7]],
      alphas: [1],
      first: [0.25, 0.25, 0.25, 0.25],
    },
    {
      why: 'a criterion that counts nothing',
      people: [
        [0.5, 1],
        [0.6, 0],
      ],
      alphas: [1, 0],
      first: [0, 1],
    },
  ])('$why', ({ people, alphas, first }) => {
    const tally = tallyOf(question(people, alphas), SAMPLES, 1)
    first.forEach((share, at) => {
      expect(Math.abs(tally.first[at]! / SAMPLES - share)).toBeLessThanOrEqual(near(share))
    })
  })
})

describe('weights that are drawn', () => {
  const weights = [0.4, 0.3, 0.2, 0.1, 0]
  const alphas = alphasAround(weights)
  const drawn = (block: number) => weightsDrawn(question([], alphas), block)
  const blocks = Array.from({ length: 40 }, (_, block) => drawn(block))
  const of = (criterion: number) =>
    blocks.flatMap((block) => [...block.subarray(criterion * BLOCK, (criterion + 1) * BLOCK)])
  const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

  test('sum to 1, and what counts nothing counts nothing', () => {
    for (let sample = 0; sample < BLOCK; sample++) {
      const sum = weights.reduce((total, _, at) => total + blocks[0]![at * BLOCK + sample]!, 0)
      expect(sum).toBeCloseTo(1, 12)
      expect(blocks[0]![4 * BLOCK + sample]).toBe(0)
    }
  })

  test('are the policy’s on average, with the variance of the Dirichlet distribution', () => {
    const concentration = alphas.reduce((sum, alpha) => sum + alpha, 0)
    weights.slice(0, 4).forEach((weight, criterion) => {
      const numbers = of(criterion)
      const variance = mean(numbers.map((one) => (one - weight) ** 2))
      expect(mean(numbers)).toBeCloseTo(weight, 2)
      expect(variance / ((weight * (1 - weight)) / (concentration + 1))).toBeCloseTo(1, 1)
    })
  })

  test('a weight of average size varies by the slack', () => {
    const even = alphasAround(Array.from({ length: 10 }, () => 0.1))
    const concentration = even.reduce((sum, alpha) => sum + alpha, 0)
    expect(Math.sqrt((0.1 * 0.9) / (concentration + 1))).toBeCloseTo(0.1 * SLACK, 12)
  })

  test('one criterion alone is all there is', () => {
    expect(weightsDrawn(question([], alphasAround([0, 1])), 0).subarray(BLOCK)).toEqual(
      new Float64Array(BLOCK).fill(1),
    )
  })
})

describe('the order of a sample', () => {
  test('is that of a sort, whatever the scores', () => {
    const score = fc.double({ min: -10, max: 10, noNaN: true })
    fc.assert(
      fc.property(fc.array(score, { maxLength: 80 }), (list) => {
        const scores = Float64Array.from(list)
        const places = placesFor(scores.length)
        orderByScore(scores, places)
        const sorted = scores.toSorted().toReversed()
        expect([...places.order].map((at) => scores[at])).toEqual([...sorted])
        expect([...places.order].toSorted((a, b) => a - b)).toEqual([...scores.keys()])
      }),
    )
  })
})

describe('for any beliefs', () => {
  const belief = fc
    .record({
      low: fc.double({ min: 0, max: 1, noNaN: true }),
      span: fc.double({ min: 0, max: 1, noNaN: true }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ low, span, part }) => {
      const high = low + span * (1 - low)
      return { low, high, value: low + part * (high - low) }
    })
  const people = fc.array(fc.array(belief, { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 9,
  })
  const asked = fc.record({ people, seed: fc.nat(), k: fc.integer({ min: 1, max: 4 }) })

  test('every place is held once a sample', () => {
    fc.assert(
      fc.property(asked, ({ people, seed, k }) => {
        const tally = tallyOf(question(people, [2, 3, 5], seed), 300, k)
        const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, one) => all + one, 0)
        const n = people.length
        expect(tally.samples).toBe(300)
        expect(sum(tally.first)).toBe(300)
        expect(sum(tally.top)).toBe(300 * Math.min(k, n))
        expect(sum(tally.places)).toBe((300 * n * (n + 1)) / 2)
      }),
      { numRuns: 30 },
    )
  })

  test('the same seed gives the same counts, to the last one', () => {
    fc.assert(
      fc.property(asked, ({ people, seed, k }) => {
        const run = () => tallyOf(question(people, [2, 3, 5], seed), 300, k)
        expect(run()).toEqual(run())
      }),
      { numRuns: 10 },
    )
  })

  test('who is at least as good at worst as another at best is never behind', () => {
    fc.assert(
      fc.property(people, fc.nat(), (others, seed) => {
        const best = [{ low: 1, high: 1 }, 1, 1]
        const tally = tallyOf(question([best, ...others.slice(0, 1)], [2, 3, 5], seed), 300, 1)
        const isEqual = others[0]!.every(({ high, low }) => low === 1 && high === 1)
        expect(isEqual || tally.first[0]! === 300).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})

test('another seed moves shares by no more than their standard errors tell', () => {
  const people = Array.from({ length: 8 }, (_, at) => [
    { low: 0.3, high: 0.7 + at / 40 },
    { low: 0.2, high: 0.9 },
  ])
  const [one, other] = [1, 2].map((seed) => tallyOf(question(people, [4, 6], seed), SAMPLES, 3))
  expect(one!.first).not.toEqual(other!.first)
  for (let at = 0; at < 8; at++) {
    const share = one!.top[at]! / SAMPLES
    expect(Math.abs(share - other!.top[at]! / SAMPLES)).toBeLessThanOrEqual(
      near(share) * Math.SQRT2,
    )
  }
})

describe('a ranking of the cast in 洪门村', () => {
  const robustness = (talents: Talent[], { k = 2, samples = 2000, seed = 7 } = {}) => {
    const given = { talents, village: hongmen, policy: defaultPolicy }
    const ranking = rank({ ...given, post: 'secretary' })
    return robustnessOf({ ...given, ranking, strengths: paperStrengths, k, samples, seed })
  }
  const known = robustness(cast)

  test('people stand in the order of the ranking, with standard errors', () => {
    expect(known.people.map(({ talent }) => talent)).toEqual([
      'li-wenbo',
      'song-yanan',
      'zhao-qinghe',
    ])
    const { first, top, expectedRank } = known.people[0]!
    expect(first.error).toBe(Math.sqrt((first.share * (1 - first.share)) / 2000))
    expect(top.share).toBeGreaterThanOrEqual(first.share)
    expect(expectedRank).toBeGreaterThanOrEqual(1)
  })

  test('a pair is named when it stands the other way round in more than a third of the samples', () => {
    for (const { share } of known.unsettled) expect(share).toBeGreaterThan(UNSETTLED_ABOVE)
    const twins = robustness([cast[0]!, { ...cast[0]!, id: 'li-wenbo-2' }])
    expect(twins.unsettled).toHaveLength(1)
    const [pair] = twins.unsettled
    expect(pair).toMatchObject({ a: 'li-wenbo', b: 'li-wenbo-2' })
    expect(Math.abs(pair!.share - 0.5)).toBeLessThanOrEqual(near(0.5, 2000))
  })

  test('the second opinion orders the same people', () => {
    const [topsis] = known.methods
    expect(topsis!.order.toSorted()).toEqual(known.people.map(({ talent }) => talent).toSorted())
    expect(Math.abs(topsis!.tau!)).toBeLessThanOrEqual(1)
  })

  test('it survives JSON', () => expect(JSON.parse(JSON.stringify(known))).toEqual(known))

  test('a pool of one is settled, and nobody need be asked for anything', () => {
    const alone = robustness([cast[0]!], { k: 3 })
    expect(alone.people[0]).toMatchObject({
      first: { share: 1, error: 0 },
      top: { share: 1, error: 0 },
      expectedRank: 1,
    })
    expect(alone).toMatchObject({ k: 1, unsettled: [], settles: [], uncertainty: 0 })
    expect(alone.methods[0]!.tau).toBeNull()
  })

  test('nobody to rank is an empty answer', () => {
    expect(robustness([])).toMatchObject({ people: [], unsettled: [], settles: [], uncertainty: 0 })
  })

  test('whoever is in the pool, shares are shares and papers lower the uncertainty', () => {
    const pool = fc.uniqueArray(anyTalent, { selector: ({ id }) => id, maxLength: 12 })
    fc.assert(
      fc.property(pool, (people) => {
        const sure = people.map((one) =>
          talent({ ...one, consent: 'given', isFit: true, partyStatus: 'full' }),
        )
        const { people: told, settles, uncertainty, k } = robustness(sure, { samples: 512 })
        for (const { first, top } of told) {
          expect(first.share).toBeLessThanOrEqual(top.share)
          expect(top.share).toBeLessThanOrEqual(1)
        }
        for (const { gain } of settles) {
          expect(gain).toBeGreaterThan(0)
          expect(gain).toBeLessThanOrEqual(uncertainty)
        }
        expect(uncertainty).toBeLessThanOrEqual(k)
      }),
      { numRuns: 20 },
    )
  })
})
