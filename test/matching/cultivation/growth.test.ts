import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changeSince,
  defaultPolicy,
  endOfLastQuarter,
  fitOver,
  growthOf,
  type Policy,
  quarterEnds,
  type Talent,
  weightsOf,
} from '../../../matching/index.ts'
import { evidence, hongmen, talent } from '../../cast.ts'
import { anyTalent } from '../any.ts'

/** Half known at 0.5, so that a piece of strength 0.5 makes half of a criterion known; nothing fades but what says so. */
const STILL: Policy = {
  ...defaultPolicy,
  evidence: { prior: 0.5, halfKnownAt: 0.5, claimedShare: 0.5 },
  criteria: { ...defaultPolicy.criteria, coordination: { halfLifeYears: 1e9 } },
}
const FADING: Policy = {
  ...STILL,
  criteria: { ...STILL.criteria, coordination: { halfLifeYears: 1 } },
}
const YEAR = { from: '2025-09-30', to: '2026-09-30' }
const piece = (id: string, on: string, value: number, strength = 0.5) =>
  evidence('coordination', { id, on, value, strength })

const of = (who: Talent, policy = STILL, span = YEAR) =>
  growthOf(who, policy, span).find(({ criterion }) => criterion === 'coordination')!

describe('growth of a criterion', () => {
  test.each([
    {
      why: 'without evidence it stays at the prior, 0.5, and anything is possible',
      pieces: [],
      line: ['2025-09-30 0.5 0–1', '2025-12-31 0.5 0–1', '2026-09-30 0.5 0–1'],
      steps: [],
    },
    {
      why: 'z = 0.5 ÷ (0.5 + 0.5) = ½: from 0.5 to ½ × 0.9 + ½ × 0.5 = 0.7, the day counted before and after',
      pieces: [piece('a', '2026-02-10', 0.9)],
      line: [
        '2025-12-31 0.5 0–1',
        '2026-02-10 0.5 0–1',
        '2026-02-10 0.7 0.45–0.95',
        '2026-03-31 0.7 0.45–0.95',
      ],
      steps: ['a +0.2'],
    },
    {
      why: 'the second piece: W = 1, z = ⅔, mean (0.9 + 0.3) ÷ 2 = 0.6: ⅔ × 0.6 + ⅓ × 0.5 = 0.567, less by 0.133',
      pieces: [piece('a', '2026-02-10', 0.9), piece('b', '2026-05-20', 0.3)],
      line: ['2026-05-20 0.7 0.45–0.95', '2026-05-20 0.567 0.4–0.733'],
      steps: ['a +0.2', 'b -0.133'],
    },
    {
      why: 'two pieces of one day step one after the other in order of ids, and the curve shows what they come to',
      pieces: [piece('b', '2026-02-10', 0.3), piece('a', '2026-02-10', 0.9)],
      line: ['2026-02-10 0.5 0–1', '2026-02-10 0.567 0.4–0.733', '2026-03-31 0.567 0.4–0.733'],
      steps: ['a +0.2', 'b -0.133'],
    },
    {
      why: 'what is dated before the span is where it begins, and what is dated on its first day belongs to it',
      pieces: [piece('a', '2025-09-30', 0.9)],
      line: ['2025-09-30 0.7 0.45–0.95', '2025-12-31 0.7 0.45–0.95'],
      steps: [],
    },
    {
      why: 'what is dated after the span is not known yet',
      pieces: [piece('a', '2026-10-01', 0.9)],
      line: ['2026-06-30 0.5 0–1', '2026-09-30 0.5 0–1'],
      steps: [],
    },
  ])('$why', ({ pieces, line, steps }) => {
    const growth = of(talent({ evidence: pieces }))
    const said = growth.points.map(
      ({ on, value, low, high }) => `${on} ${short(value)} ${short(low)}–${short(high)}`,
    )
    expect(said).toEqual(expect.arrayContaining(line))
    expect(growth.steps.map((step) => `${step.evidence} ${signed(step.change)}`)).toEqual(steps)
  })

  test('fades to the prior: after one half-life z = 0.25 ÷ 0.75 = ⅓, ⅓ × 0.9 + ⅔ × 0.5 = 0.633', () => {
    const growth = of(talent({ evidence: [piece('a', '2025-09-30', 0.9)] }), FADING)
    expect(growth.points.at(-1)!.value).toBeCloseTo(0.6333, 4)
    expect(growth.steps).toEqual([])
    expect(growth.faded).toBeCloseTo(0.6333 - 0.7, 4)
  })

  test('of one criterion is untouched by what is said of another', () => {
    const growth = of(talent({ evidence: [evidence('record', { on: '2026-02-10' })] }))
    expect(growth.points.map(({ on }) => on)).toEqual([
      '2025-09-30',
      '2025-12-31',
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
    ])
  })
})

describe('whatever is known of a person', () => {
  const span = { from: '2024-09-30', to: '2026-11-26' }

  test('steps and fading add up to the change of every criterion', () => {
    fc.assert(
      fc.property(anyTalent, (who) => {
        for (const { points, steps, faded } of growthOf(who, defaultPolicy, span)) {
          const stepped = steps.reduce((sum, { change }) => sum + change, 0)
          expect(stepped + faded).toBeCloseTo(points.at(-1)!.value - points[0]!.value, 10)
        }
      }),
    )
  })

  test('nothing steps but on the day of a piece, and every piece of the span steps once', () => {
    fc.assert(
      fc.property(anyTalent, (who) => {
        const steps = growthOf(who, defaultPolicy, span).flatMap((growth) => growth.steps)
        const expected = who.evidence
          .filter(({ on }) => on > span.from && on <= span.to)
          .filter(({ criterion }) => criterion !== 'expertise' && criterion !== 'tie')
        expect(steps.map((step) => `${step.evidence} ${step.on}`).toSorted()).toEqual(
          expected.map(({ id, on }) => `${id} ${on}`).toSorted(),
        )
      }),
    )
  })

  test('taking a piece back restores the series to the last bit', () => {
    fc.assert(
      fc.property(anyTalent, fc.integer({ min: 1, max: 780 }), (who, day) => {
        const on = new Date(Date.UTC(2024, 8, 30 + day)).toISOString().slice(0, 10)
        const more = { ...who, evidence: [piece('added', on, 0.9), ...who.evidence] }
        const back = { ...more, evidence: more.evidence.filter(({ id }) => id !== 'added') }
        expect(growthOf(more, defaultPolicy, span)).not.toEqual(growthOf(who, defaultPolicy, span))
        expect(growthOf(back, defaultPolicy, span)).toEqual(growthOf(who, defaultPolicy, span))
      }),
    )
  })
})

describe('how a fit moved since the last quarter', () => {
  const { weights } = weightsOf({
    method: 'direct',
    weights: { ...zero(), coordination: 0.6, record: 0.4 },
  })
  const change = (who: Talent, policy = STILL) => changeSince(who, weights, policy, '2026-09-30')

  test.each([
    { why: 'nothing new, nothing moves', pieces: [piece('a', '2026-09-30', 0.9)], change: 0 },
    {
      why: '0.6 × (0.7 − 0.5) = 0.12 by the first piece of a criterion',
      pieces: [piece('a', '2026-10-01', 0.9)],
      change: 0.12,
    },
    {
      why: 'what came before counts: 0.6 × (0.567 − 0.7) = −0.08',
      pieces: [piece('a', '2026-09-30', 0.9), piece('b', '2026-10-11', 0.3)],
      change: -0.08,
    },
  ])('$why', ({ pieces, change: expected }) => {
    expect(change(talent({ evidence: pieces })).change).toBeCloseTo(expected, 3)
  })

  test('fading moves nothing: both sides are weighted on the reference day', () => {
    const who = talent({ evidence: [piece('a', '2020-01-01', 0.9)] })
    expect(change(who, FADING)).toEqual({ change: 0, steps: [] })
  })

  test('its steps add up to it, and it is the difference of two fits', () => {
    fc.assert(
      fc.property(anyTalent, (who) => {
        const found = changeSince(who, weights, defaultPolicy, '2025-06-30')
        const sum = found.steps.reduce((total, step) => total + step.change, 0)
        expect(sum).toBeCloseTo(found.change, 12)
        const fitNow = (one: Talent) =>
          fitOver(one, hongmen, weights, defaultPolicy, {
            ...{ from: defaultPolicy.referenceOn, to: defaultPolicy.referenceOn },
          })[0]!.fit
        const past = who.evidence.filter(({ on }) => on <= '2025-06-30')
        const all = who.evidence.filter(({ on }) => on <= defaultPolicy.referenceOn)
        if (all.length === who.evidence.length)
          expect(found.change).toBeCloseTo(fitNow(who) - fitNow({ ...who, evidence: past }), 12)
      }),
    )
  })
})

test.each([
  { today: '2026-11-26', end: '2026-09-30', why: 'within a quarter the one before is the last' },
  { today: '2026-10-01', end: '2026-09-30', why: 'the first day of a quarter' },
  { today: '2026-09-30', end: '2026-06-30', why: 'the last day of a quarter is not over' },
  { today: '2027-01-15', end: '2026-12-31', why: 'over the turn of the year' },
])('the last full quarter on $today ended on $end: $why', ({ today, end }) => {
  expect(endOfLastQuarter(today)).toBe(end)
})

test('ends of quarters lie within a span, its own ends left out', () => {
  expect(quarterEnds({ from: '2025-12-31', to: '2026-06-30' })).toEqual(['2026-03-31'])
  expect(quarterEnds({ from: '2026-06-01', to: '2026-06-29' })).toEqual([])
})

function zero() {
  return {
    ...{ political: 0, development: 0, coordination: 0, service: 0, conduct: 0 },
    ...{ expertise: 0, tie: 0, record: 0, reputation: 0, potential: 0 },
  }
}
const short = (value: number) => Number(value.toFixed(3))
const signed = (value: number) => `${value >= 0 ? '+' : ''}${short(value)}`
