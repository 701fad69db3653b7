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
  TARGETS,
  type Talent,
  type Village,
} from '../../matching/index.ts'
import { HONGMEN, MAOZHAI, talent, village } from '../cast.ts'
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
    expect(women.cause.zh).toContain('可计入的 1 人，最后可用的 0 人，需要 1 人')
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

describe('people are counted down to who can be had', () => {
  const women = people([
    { sex: 'female', isFit: null },
    { sex: 'female', isFit: null, consent: 'withdrawn' },
    { sex: 'female', homeVillage: MAOZHAI, willingness: 'village' },
    { sex: 'female', homeVillage: MAOZHAI },
  ])
  const men = [4, 5, 6, 7].map((index) => talent({ id: `p${index}`, name: `人${index}` }))
  const miss = explained(problemOf([...women, ...men])).misses.find(
    ({ target }) => target === 'women.min',
  )!

  test('in reach, then rule by rule in reading order, each with how many it takes out', () => {
    expect(miss.counts!.steps.map(({ step, left, out }) => [step, left, out])).toEqual([
      ['near', 4, 0],
      ['reach', 3, 1],
      ['consent', 2, 1],
      ['fitness', 1, 1],
      ['residence', 0, 1],
    ])
    expect(miss.counts!.needed).toBe(1)
  })

  test('and said in a sentence: how many of those in reach can be had, and how many it takes', () => {
    expect(miss.counts!.words.zh).toBe('可考虑范围内可计入的 3 人，最后可用的 0 人，需要 1 人')
    expect(miss.counts!.words.en).toBe('0 of 3 in reach who would count can be had; 1 needed')
  })

  test('every clash of the target is told: the paper of one, the residence of the other', () => {
    expect(miss.conflicts.map(({ members }) => members)).toEqual([
      ['women.min', 'fitness', 'residence'],
    ])
  })

  test('either is mended by one person, and the one who lives here comes first', () => {
    const [first, second] = miss.remedies
    expect(first).toMatchObject({ kind: 'paper', talent: 'p0', actions: 1, approvedBy: null })
    expect(second).toMatchObject({ kind: 'residence', talent: 'p3', actions: 1 })
  })

  test('each says who would come in, for which post, and who would leave', () => {
    const { change } = miss.remedies[0]!
    expect(change!.members).toEqual(['fitness'])
    expect(change!.comes.map((one) => one.talent)).toContain('p0')
    expect(change!.comes.flatMap(({ posts }) => posts)).not.toEqual([])
  })
})

describe('a remedy costs what it takes: steps, then the level that approves, then the tier', () => {
  const old = people([{}, {}, {}, { sex: 'female' }, {}, {}]).map((one) => ({
    ...one,
    bornOn: '1978-05-01',
  }))
  const young = talent({ id: 'y', name: '小林', bornOn: '2000-05-01', homeVillage: MAOZHAI })
  const two = explained(
    problemOf([...old, { ...young, partyStatus: 'none', willingness: 'village' }]),
  )
  const remedies = two.misses.find(({ target }) => target === 'young.min')!.remedies

  test('asking the county for less is one step with its approval, two answers are two steps without', () => {
    expect(remedies.map(({ kind, actions, approvedBy }) => [kind, actions, approvedBy])).toEqual([
      ['relax', 1, 'county'],
      ['willingness', 2, null],
    ])
  })

  test('how far a target gives way is said', () => {
    expect(remedies[0]!.words.zh).toBe('放宽“35 岁及以下”：允许缺 1 人')
  })

  test('both answers are named, with the person', () => {
    expect(remedies[1]!.words.zh).toMatch(
      /小林：征求到洪门村任职的意愿；小林：补村（居）民选举委员会/,
    )
    expect(remedies[1]!.change!.people).toEqual(['y'])
  })
})

test('somebody on another village’s slate is freed with the approval of the township that has both', () => {
  const here = village({ seats: { party: 0, committee: 3, supervision: 0 } })
  const there = village({ ...here, code: MAOZHAI, name: '毛宅村' })
  const woman = talent({ id: 'w', name: '孙桂兰', sex: 'female', consentedVillages: [MAOZHAI] })
  const men = people([{}, {}, {}, {}, {}, {}]).map((one, at) => ({
    ...one,
    homeVillage: at < 3 ? HONGMEN : MAOZHAI,
    willingness: 'village' as const,
  }))
  const problem: Problem = {
    ...problemOf([woman, ...men]),
    level: 'township',
    villages: [here, there],
  }
  const pinned = { ...problem, pins: [{ talent: 'w', village: MAOZHAI, post: 'chair' as const }] }
  const misses = explainMisses(problem, planOf(pinned), HONGMEN, solver())
  const miss = misses.find(({ target }) => target === 'women.min')!
  expect(miss.conflicts.map(({ members }) => members)).toContainEqual(['women.min', 'oneplace'])
  expect(miss.remedies[0]).toMatchObject({ kind: 'move', talent: 'w', approvedBy: 'township' })
  expect(miss.remedies[0]!.words.zh).toBe('从毛宅村方案调剂孙桂兰')
})

test('a pin that keeps the only woman out is named, and taking it back is a remedy', () => {
  const place2 = village({ seats: { party: 0, committee: 1, supervision: 0 } })
  const problem = problemOf(people([{}, { sex: 'female' }]), {
    villages: [place2],
    pins: [{ talent: 'p0', village: place2.code, post: 'chair' }],
  })
  const miss = explained(problem).misses.find(({ target }) => target === 'women.min')!
  expect(miss.conflicts.map(({ members }) => members)).toContainEqual(['women.min', 'pins'])
  expect(miss.remedies[0]).toMatchObject({ kind: 'pin', talent: 'p0', actions: 1 })
  expect(miss.remedies[0]!.change).toMatchObject({ leaves: ['p0'] })
  expect(miss.remedies[0]!.change!.comes.map((one) => one.talent)).toEqual(['p1'])
})

test('so is an exclusion', () => {
  const problem = problemOf(people([{}, {}, {}, { sex: 'female' }]), {
    exclusions: [{ talent: 'p3', village: place.code, post: null }],
  })
  const miss = explained(problem).misses.find(({ target }) => target === 'women.min')!
  expect(miss.remedies[0]).toMatchObject({ kind: 'exclusion', talent: 'p3', actions: 1 })
  expect(miss.remedies[0]!.words.zh).toBe('取消对人3的排除')
})

test('kinship is named as what no level may relax', () => {
  const talents = people([{}, {}, {}, {}, { sex: 'female' }])
  const kin = [0, 1, 2, 3].map((other) => ({ a: 'p4', b: `p${other}`, relation: 'sibling' }))
  const miss = explained(problemOf(talents, { kin })).misses.find(
    ({ target }) => target === 'women.min',
  )!
  const forbidden = miss.remedies.filter(({ isAllowed }) => !isAllowed)
  expect(forbidden.map(({ words }) => words.zh)).toContain('放宽“近亲属回避”')
})

test('what a remedy promises holds: the target is met, and nothing else gets worse', () => {
  let promised = 0
  for (let seed = 1; seed <= 12; seed++) {
    const { misses } = explained(randomProblem({ villages: 1, people: 14, seed }))
    for (const { remedies } of misses)
      for (const { change, effect, isAllowed } of remedies) {
        if (change === undefined) continue
        promised++
        expect(isAllowed).toBe(true)
        expect(effect.zh, `seed ${seed}`).toMatch(/达标/)
        const isRelaxing = change.members.some((member) => TARGETS.includes(member as never))
        if (!isRelaxing) expect(effect.zh, `seed ${seed}`).not.toMatch(/变差/)
      }
  }
  expect(promised).toBeGreaterThan(10)
})

test.each([
  { why: 'a pool of three', problem: () => problemOf(people([{}, {}, { sex: 'female' }])) },
  {
    why: 'a village without seats',
    problem: () =>
      problemOf(people([{}]), {
        villages: [village({ seats: { party: 0, committee: 0, supervision: 0 } })],
      }),
  },
  {
    why: 'everybody pinned',
    problem: () =>
      problemOf(people([{}, {}]), {
        villages: [village({ seats: { party: 1, committee: 1, supervision: 0 } })],
        pins: [
          { talent: 'p0', village: HONGMEN, post: 'secretary' as const },
          { talent: 'p1', village: HONGMEN, post: 'chair' as const },
        ],
      }),
  },
  {
    why: 'two people with the same fit everywhere',
    problem: () => problemOf([talent({ id: 'a' }), talent({ id: 'b' })]),
  },
  {
    why: 'tiers that contradict each other: nobody over 20, and everybody 60 or more',
    problem: () =>
      problemOf(people([{}, {}, { sex: 'female' }]), {
        policy: {
          ...defaultPolicy,
          targets: {
            ...defaultPolicy.targets,
            'age.mean': { isOn: true, tier: 'law', bound: 20 },
            'young.min': { isOn: true, tier: 'wish', bound: 5, ages: { from: 60, to: 99 } },
          },
        },
      }),
  },
])('$why is explained, never an error', ({ problem }) => {
  const { misses } = explained(problem())
  for (const { cause, remedies, counts } of misses) {
    expect(cause.zh).not.toMatch(/undefined|NaN/)
    expect(counts!.words.en).not.toMatch(/undefined|NaN/)
    for (const { words, effect } of remedies)
      expect(`${words.zh}${words.en}${effect.zh}${effect.en}`).not.toMatch(/undefined|NaN/)
  }
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
