import { describe, expect, test } from 'vitest'
import {
  defaultReadiness,
  type IndicatorResult,
  type IndicatorState,
  READINESS_INDICATORS,
  type ReadinessIndicator,
  type ReadinessScheme,
  villageReadinessOf,
} from '../../../matching/index.ts'

const words = { zh: '词', en: 'words' }

/** All green but for what is named. */
function results(states: Partial<Record<ReadinessIndicator, IndicatorState>>): IndicatorResult[] {
  return READINESS_INDICATORS.map((id) => ({
    ...{ id, state: states[id] ?? 'green', value: null, short: words, source: words, next: null },
    ...{ on: null, words: { zh: id, en: id } },
  }))
}

const ALL_UNKNOWN = Object.fromEntries(READINESS_INDICATORS.map((id) => [id, 'unknown'])) as Record<
  ReadinessIndicator,
  IndicatorState
>

describe('the colour of a village', () => {
  test.each<{
    states: Partial<Record<ReadinessIndicator, IndicatorState>>
    colour: string
    why: string
  }>([
    { states: {}, colour: 'green', why: 'everything is ready' },
    { states: { overhaul: 'not-applicable' }, colour: 'green', why: 'one is not concerned' },
    { states: { review: 'unknown' }, colour: 'yellow', why: 'what is unknown keeps it from green' },
    { states: ALL_UNKNOWN, colour: 'yellow', why: 'nothing is known: neither red nor green' },
    { states: { depth: 'yellow' }, colour: 'yellow', why: 'one is yellow' },
    { states: { audit: 'red' }, colour: 'red', why: 'an indicator that decides is red' },
    { states: { list: 'red' }, colour: 'red', why: 'none suitable makes a village red (S3.5)' },
    { states: { review: 'red' }, colour: 'yellow', why: 'one that does not decide is red' },
    {
      states: { review: 'red', satisfaction: 'red' },
      ...{ colour: 'yellow', why: 'two that do not decide, the score is high' },
    },
    {
      states: { ...ALL_UNKNOWN, review: 'red' },
      ...{ colour: 'red', why: 'all that is known is red: the score is 0' },
    },
  ])('$colour: $why', ({ states, colour }) => {
    expect(villageReadinessOf(results(states), defaultReadiness).colour).toBe(colour)
  })
})

describe('the score: weighted share of what is known; green 1, yellow a half, red nothing', () => {
  test.each<{
    states: Partial<Record<ReadinessIndicator, IndicatorState>>
    score: number | null
    why: string
  }>([
    { states: {}, score: 1, why: 'all green' },
    { states: ALL_UNKNOWN, score: null, why: 'nothing known is no score, not 0' },
    { states: { audit: 'yellow' }, score: 0.9, why: 'half of 2 of 10 is lost' },
    { states: { overhaul: 'not-applicable', audit: 'red' }, score: 7 / 9, why: '2 of 9' },
    { states: { ...ALL_UNKNOWN, depth: 'yellow' }, score: 0.5, why: 'one is known' },
  ])('$score: $why', ({ states, score }) => {
    expect(villageReadinessOf(results(states), defaultReadiness).score).toEqual(score)
  })

  test('a village exactly at the policy’s score is not red', () => {
    const nothingDecides = without('decides')
    const at = { ...ALL_UNKNOWN, audit: 'green', list: 'red', depth: 'red' } as const
    const score = villageReadinessOf(results(at), nothingDecides).score
    expect(score).toBeCloseTo(0.4)
    expect(villageReadinessOf(results(at), nothingDecides).colour).toBe('yellow')
    const above = { ...nothingDecides, redBelow: 0.41 }
    expect(villageReadinessOf(results(at), above).colour).toBe('red')
  })

  test('weights of nothing give no score, and no division by zero', () => {
    const scheme = without('weight')
    const answer = villageReadinessOf(results({ depth: 'yellow' }), scheme)
    expect([answer.score, answer.colour]).toEqual([null, 'yellow'])
  })
})

test('the sentence says the worst first and leaves out what is ready', () => {
  const states = { depth: 'yellow', review: 'unknown', list: 'red' } as const
  const answer = villageReadinessOf(results(states), defaultReadiness)
  expect(answer.words).toEqual({ zh: 'list；depth；review', en: 'list; depth; review' })
})

function without(part: 'decides' | 'weight'): ReadinessScheme {
  const entries = READINESS_INDICATORS.map((id) => {
    const own = defaultReadiness.indicators[id]
    return [id, part === 'decides' ? { ...own, decides: false } : { ...own, weight: 0 }]
  })
  return { ...defaultReadiness, indicators: Object.fromEntries(entries) }
}
