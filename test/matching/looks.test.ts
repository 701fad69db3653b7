import { describe, expect, test } from 'vitest'
import { prepare } from '../../matching/plan/instance.ts'
import type { Problem } from '../../matching/types.ts'
import { randomProblem } from '../problems.ts'

const base = randomProblem({ villages: 1, people: 120, seed: 7 })
const { villages, talents, policy } = base
const code = villages[0]!.code
const seat = () => {
  const { person } = prepare({ ...base })
  return { talent: talents[person[0]!]!.id, village: code, post: 'committee-member' as const }
}

type Row = { why: string; next: () => Problem }

/** Questions about the village after a first one; each must be answered as if it were the first. */
const rows: Row[] = [
  { why: 'the same once more', next: () => ({ ...base }) },
  { why: 'somebody is pinned', next: () => ({ ...base, pins: [seat()] }) },
  {
    why: 'somebody is excluded',
    next: () => ({ ...base, exclusions: [{ ...seat(), post: null }] }),
  },
  { why: 'a plan before is to be kept', next: () => ({ ...base, incumbents: [seat()] }) },
  {
    why: 'somebody’s record changed: another object of the same id',
    next: () => ({
      ...base,
      talents: talents.map((one, at) =>
        at < 30 ? { ...one, consent: 'withdrawn' as const } : one,
      ),
    }),
  },
  { why: 'somebody is gone', next: () => ({ ...base, talents: talents.slice(1) }) },
  {
    why: 'people stand in another order',
    next: () => ({ ...base, talents: talents.toReversed() }),
  },
  {
    why: 'the policy is another',
    next: () => ({ ...base, policy: { ...policy, age: { ...policy.age, max: 40 } } }),
  },
]

describe('what was found out about a village is used again', () => {
  test.each(rows)('and makes no difference when $why', ({ next }) => {
    const question = next()
    prepare({ ...base })
    const warm = prepare(question)
    // Another object of the village: nothing is known of it.
    const cold = prepare({ ...question, villages: question.villages.map((one) => ({ ...one })) })
    for (const part of ['person', 'start', 'posts', 'patterns', 'fit', 'pinned'] as const)
      expect(warm[part], part).toEqual(cold[part])
  })
})
