import { expect, test } from 'vitest'
import { COMPARED_FROM, defaultPolicy, effectOf, type Policy } from '../../../matching/index.ts'
import { evidence } from '../../cast.ts'

/** Nothing fades; a piece of strength 0.5 makes half of a criterion known. */
const policy: Policy = {
  ...defaultPolicy,
  evidence: { prior: 0.5, halfKnownAt: 0.5, claimedShare: 0.5 },
  criteria: {
    ...defaultPolicy.criteria,
    ...{ service: { halfLifeYears: 1e9 }, coordination: { halfLifeYears: 1e9 } },
  },
}
const asked = { criteria: ['service', 'coordination'] as const, today: '2026-11-26' }
const seen = (on: string, value: number) =>
  evidence('service', { id: on, on, value, strength: 0.5 })
const mentee = (id: string, since: string, value: number) => ({
  ...{ id, since },
  evidence: [seen('2026-09-01', value)],
})
const nobody = { evidence: [] }

test('before and now are means over the criteria: (0.7 + 0.5) ÷ 2 = 0.6 after a piece of 0.9', () => {
  const { mentees, change } = effectOf([mentee('a', '2026-03-02', 0.9)], [], policy, asked)
  expect(mentees[0]!.before).toBeCloseTo(0.5)
  expect(mentees[0]!.now).toBeCloseTo(0.6)
  expect(change).toBeCloseTo(0.1)
})

test('the change is the mean over the mentees: (0.1 − 0.1) ÷ 2 = 0', () => {
  const both = [mentee('a', '2026-03-02', 0.9), mentee('b', '2026-03-02', 0.1)]
  expect(effectOf(both, [], policy, asked).change).toBeCloseTo(0)
})

test('what was known when it began is no effect', () => {
  expect(effectOf([mentee('a', '2026-09-01', 0.9)], [], policy, asked).change).toBeCloseTo(0)
})

test('nobody looked after: nothing is said', () => {
  expect(effectOf([], [nobody], policy, asked)).toEqual({ mentees: [], change: null, others: null })
})

test('others are compared over the spans of all mentees: (0 + 0.1) ÷ 2 = 0.05', () => {
  const both = [mentee('a', '2026-10-01', 0.9), mentee('b', '2026-03-02', 0.9)]
  const others = Array.from({ length: COMPARED_FROM }, () => ({
    evidence: [seen('2026-09-01', 0.9)],
  }))
  const effect = effectOf(both, others, policy, asked)
  expect(effect.others!.people).toBe(5)
  expect(effect.others!.change).toBeCloseTo(0.05)
})

test('fewer than five others are not compared with: a mean of four could be read back to one', () => {
  const four = Array.from({ length: COMPARED_FROM - 1 }, () => nobody)
  expect(effectOf([mentee('a', '2026-03-02', 0.9)], four, policy, asked).others).toBeNull()
})
