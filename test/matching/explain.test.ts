import { describe, expect, test } from 'vitest'
import {
  defaultPolicy,
  explainMisses,
  type Miss,
  nextBest,
  type Plan,
  type Problem,
  type SeatExplanation,
  solvePlan,
  type Talent,
  type Village,
} from '../../matching/index.ts'
import { talent, village } from '../cast.ts'
import { randomProblem } from '../problems.ts'
import { solver } from '../solver.ts'

const place = village({ seats: { party: 2, committee: 3, supervision: 0 } })
const people = (about: readonly Partial<Talent>[]) =>
  about.map((one, index) =>
    talent({ id: `p${index}`, name: `人${index}`, bornOn: '1990-05-01', ...one }),
  )
const problemOf = (talents: Talent[], about: Partial<Problem> = {}): Problem => ({
  level: 'village',
  villages: [place],
  talents,
  kin: [],
  policy: defaultPolicy,
  pins: [],
  exclusions: [],
  ...about,
})

describe('a miss is explained by its cause, its clash and what would mend it', () => {
  const woman = { sex: 'female', isFit: null, name: '孙桂兰' } as const
  const lacksPaper = explained(problemOf(people([{}, {}, {}, {}, {}, woman])))
  const women = lacksPaper.misses.find(({ target }) => target === 'women.min')!

  test('the only woman has not declared that she is able to serve: the cause counts her', () => {
    expect(women.cause.zh).toContain('可计入的 1 人，符合资格的 0 人')
    expect(women.cause.zh).toContain('1 人因“正常履职”')
  })

  test('the clash is the target with that rule alone', () => {
    expect(women.conflicts.map(({ members }) => members)).toEqual([['women.min', 'fitness']])
  })

  test('the remedy names her and the paper, and was tried', () => {
    const [first] = women.remedies
    expect(first).toMatchObject({ kind: 'paper', talent: 'p5', actions: 1, isAllowed: true })
    expect(first!.words.zh).toContain('孙桂兰')
    expect(first!.effect.zh).toContain('达标')
  })

  test('the law is named as what cannot be relaxed', () => {
    expect(women.remedies.at(-1)).toMatchObject({ kind: 'relax', isAllowed: false })
  })

  test('the missing person is described without a name', () => {
    expect(women.profile?.zh).toBe(
      '女、55 岁及以下、高中（中专）及以上、本村村民，或有选举委员会同意',
    )
  })
})

test.each([
  {
    why: 'the only woman is kin of all the men, so she would sit alone',
    talents: people([{}, {}, {}, {}, { sex: 'female' }]),
    kin: [0, 1, 2, 3].map((other) => ({ a: 'p4', b: `p${other}`, relation: 'sibling' })),
    target: 'women.min',
    members: ['women.min', 'seats.law', 'kinship'],
  },
  {
    why: 'nobody is a Party member',
    talents: people([{}, {}, {}, { sex: 'female' }]).map((one) => ({
      ...one,
      partyStatus: 'none' as const,
    })),
    kin: [],
    target: 'margin',
    members: ['margin', 'party.member'],
  },
  {
    why: 'an exclusion took the only woman away',
    talents: people([{}, {}, {}, {}, { sex: 'female' }]),
    kin: [],
    exclusions: [{ talent: 'p4', village: place.code, post: null }],
    target: 'women.min',
    members: ['women.min', 'pins'],
  },
])('$target clashes with $members: $why', ({ talents, kin, target, members, exclusions = [] }) => {
  const { misses } = explained(problemOf(talents, { kin, exclusions }))
  const miss = misses.find((one) => one.target === target)
  const sets = miss?.conflicts.map((conflict) => [...conflict.members].sort())
  expect(sets).toContainEqual([...members].sort())
})

test('too few reserves: who of the village could become one is counted and named', () => {
  const six = people([{}, {}, {}, {}, {}, { sex: 'female' }, { status: 'reserve' }])
  const miss = explained(problemOf(six)).misses.find(({ target }) => target === 'depth')!
  expect(miss.cause.zh).toMatch(/另有 \d 人/)
  expect(miss.remedies[0]).toMatchObject({ kind: 'reserve', actions: 1 })
  expect(miss.remedies[0]!.effect.zh).toContain('达标')
})

test('with nobody in the pool, every cause says so', () => {
  const { misses } = explained(problemOf([]))
  expect(misses.length).toBeGreaterThan(0)
  for (const { target, cause } of misses.filter((one) => one.target !== 'depth'))
    expect(cause.zh, target).toMatch(/ 0 人/)
})

test('a clash is smallest: what cannot hold alone is not told as clashing with another', () => {
  const old = people([{}, {}, {}, {}]).map((one) => ({ ...one, bornOn: '1975-05-01' }))
  const { misses } = explained(problemOf(old))
  const sets = misses.flatMap(({ conflicts }) => conflicts.map(({ members }) => members))
  const alone = ['women.min', 'young.min'] as const
  for (const id of alone) expect(sets).toContainEqual([id])
  for (const set of sets) expect(alone.filter((id) => set.includes(id)).length).toBeLessThan(2)
})

test('what village and county decide is told apart: a policy target may be relaxed by the county', () => {
  const old = people([{}, {}, {}, {}, { sex: 'female' }]).map((one) => ({
    ...one,
    bornOn: '1975-05-01',
  }))
  const miss = explained(problemOf(old)).misses.find(({ target }) => target === 'young.min')!
  expect(miss.remedies.at(-1)).toMatchObject({
    kind: 'relax',
    approvedBy: 'county',
    isAllowed: true,
  })
})

describe('the next two people for a seat', () => {
  const problem = randomProblem({ villages: 1, people: 40, seed: 4 })
  const { seats } = explained(problem)

  test('everybody seated has next people, none of them seated here', () => {
    const seated = seats.map((seat) => seat.talent)
    expect(seats.length).toBeGreaterThan(0)
    for (const { next } of seats) for (const one of next) expect(seated).not.toContain(one.talent)
  })

  test('differ by their fit over the same posts, the nearest first, and say why they are not chosen', () => {
    for (const { next } of seats) {
      expect(next.map(({ fit }) => fit)).toEqual(next.map(({ fit }) => fit).sort((a, b) => b - a))
      for (const one of next) expect(one.whyNot.zh).not.toBe('')
    }
  })

  test('one who fits better is held back by a target, and it is named', () => {
    const better = seats.flatMap(({ next }) => next).filter(({ difference }) => difference > 0.005)
    for (const one of better) expect(one.changes.length).toBeGreaterThan(0)
  })
})

test('people seated in another village of the plan are named with it', () => {
  const problem = randomProblem({ villages: 3, people: 60, seed: 8 })
  const plan = planOf(problem)
  const seats = plan.slates.flatMap(({ village: code }) => nextBest(problem, plan, code))
  const elsewhere = seats
    .flatMap(({ next }) => next)
    .filter(({ whyNot }) => whyNot.zh.startsWith('已列'))
  const sitting = new Set(plan.slates.flatMap((slate) => slate.seats.map((seat) => seat.talent)))
  for (const one of elsewhere) expect(sitting.has(one.talent)).toBe(true)
})

function explained(problem: Problem): { seats: SeatExplanation[]; misses: Miss[] } {
  const [first] = problem.villages as [Village]
  const plan = planOf(problem)
  return {
    seats: nextBest(problem, plan, first.code),
    misses: explainMisses(problem, plan, first.code, solver()),
  }
}

function planOf(problem: Problem): Plan {
  const result = solvePlan(problem, solver())
  if (result.status !== 'solved') throw new Error('impossible')
  return result.plan
}
