import { describe, expect, test } from 'vitest'
import {
  type Depth,
  defaultPolicy,
  depthOf,
  type Plan,
  type Problem,
  solvePlan,
  type TargetId,
  TIERS,
} from '../../matching/index.ts'
import { hasPattern, PATTERNS, patternOf } from '../../matching/pattern.ts'
import { evaluate, type Incumbent, isBetter } from '../../matching/plan/incumbent.ts'
import { type Instance, prepare } from '../../matching/plan/instance.ts'
import type { Column } from '../../matching/plan/master.ts'
import { HONGMEN, talent, village } from '../cast.ts'
import { randomProblem } from '../problems.ts'
import { solver } from '../solver.ts'

function planOf(problem: Problem): Plan {
  const result = solvePlan(problem, solver())
  if (result.status !== 'solved') throw new Error('impossible')
  return result.plan
}
const depthIn = (problem: Problem, plan = planOf(problem)): Depth =>
  depthOf(problem, plan, solver())

const SEATS = { party: 1, committee: 2, supervision: 0 }
const man = (id: string) => talent({ id, name: id, willingness: 'village' })
const woman = (id: string) => ({ ...man(id), sex: 'female' as const })

/** One village of a township: a secretary and two seats of the villagers' committee. */
function problemOf(talents: Problem['talents'], ids: TargetId[], about: Partial<Problem> = {}) {
  const targets = Object.fromEntries(
    Object.entries(defaultPolicy.targets).map(([id, target]) => [
      id,
      { ...target, isOn: ids.includes(id as TargetId) },
    ]),
  ) as Problem['policy']['targets']
  return {
    level: 'township',
    villages: [village({ seats: SEATS })],
    talents,
    kin: [],
    policy: { ...defaultPolicy, targets },
    pins: [],
    exclusions: [],
    ...about,
  } satisfies Problem
}

describe('a single point of failure', () => {
  type Row = { why: string; talents: Problem['talents']; singles: string[]; breaks: TargetId[] }
  const rows: Row[] = [
    {
      why: 'the only woman carries a target of the law',
      talents: [man('a'), man('b'), man('c'), woman('w')],
      singles: ['w'],
      breaks: ['women.min'],
    },
    {
      why: 'with a second woman free, nobody is one',
      talents: [man('a'), man('b'), woman('v'), woman('w')],
      singles: [],
      breaks: [],
    },
  ]
  test.each(rows)('$why', ({ talents, singles, breaks }) => {
    const { absences } = depthIn(problemOf(talents, ['seats', 'women.min']))
    const found = absences.filter(({ isSinglePoint }) => isSinglePoint)
    expect(found.map((one) => one.talent)).toEqual(singles)
    expect(found.flatMap((one) => one.breaks.map(({ target }) => target))).toEqual(breaks)
  })

  test('a wish that breaks makes nobody one, and is told', () => {
    const young = { ...man('y'), bornOn: '1996-06-15' }
    const { absences } = depthIn(
      problemOf([man('a'), man('b'), man('c'), young], ['seats', 'age30.min']),
    )
    const own = absences.find(({ talent }) => talent === 'y')!
    expect(own).toMatchObject({ isSinglePoint: false, misses: { law: 0, policy: 0, wish: 1 } })
    expect(own.breaks).toEqual([{ target: 'age30.min', tier: 'wish', village: HONGMEN, more: 1 }])
  })

  test('stands before everybody else, the law before policy', () => {
    const { absences } = depthIn(randomProblem({ villages: 6, people: 60, seed: 2 }))
    const weight = absences.map(({ isSinglePoint, misses }) => [Number(isSinglePoint), misses.law])
    expect(weight).toEqual([...weight].sort((a, b) => b[0]! - a[0]! || b[1]! - a[1]!))
  })

  test('somebody pinned can go as well', () => {
    const pins = [{ talent: 'w', village: HONGMEN, post: 'chair' as const }]
    const talents = [man('a'), man('b'), man('c'), woman('w')]
    const { absences } = depthIn(problemOf(talents, ['seats', 'women.min'], { pins }))
    expect(absences[0]).toMatchObject({ talent: 'w', isSinglePoint: true })
  })
})

describe('the repair is the best there is with all other villages as they are', () => {
  /** Every team of the village that the free people and its own could make, counted with the whole plan around it. */
  test.each([1, 2, 3, 4, 5, 6])('seed %i', (seed) => {
    const seats = { party: 2, committee: 1, supervision: 1 }
    const problem = randomProblem({ villages: 3, people: 14, seed, seats })
    const plan = planOf(problem)
    const { absences } = depthIn(problem, plan)
    expect(absences.length).toBeGreaterThan(2)
    const before = evaluate(prepare(problem), columnsIn(prepare(problem), plan))
    for (const { talent: gone, village: code, misses, fit, isProven } of absences) {
      expect(isProven).toBe(true)
      const talents = problem.talents.filter(({ id }) => id !== gone)
      const best = bestBy(prepare({ ...problem, talents }), plan, gone, code)
      expect(round({ ...misses, fit })).toEqual(
        round({
          law: best.misses.law - before.misses.law,
          policy: best.misses.policy - before.misses.policy,
          wish: best.misses.wish - before.misses.wish,
          fit: before.fit - best.fit,
        }),
      )
    }
  })

  test.each([7, 8])('a plan made anew without the person is never worse (seed %i)', (seed) => {
    const problem = randomProblem({ villages: 3, people: 30, seed })
    const plan = planOf(problem)
    const was = missesOf(plan)
    for (const { talent: gone, misses } of depthIn(problem, plan).absences.slice(0, 6)) {
      const talents = problem.talents.filter(({ id }) => id !== gone)
      const anew = missesOf(planOf({ ...problem, talents }))
      const more = TIERS.map((tier, at) => anew[at]! - was[at]! - misses[tier])
      expect(more.find((one) => Math.abs(one) > 1e-6) ?? 0).toBeLessThanOrEqual(0)
    }
  })
})

const missesOf = ({ tiers }: Plan) =>
  TIERS.map((tier) => tiers.find((one) => one.tier === tier)!.misses)

function columnsIn(instance: Instance, { slates }: Plan, without = ''): Column[] {
  const { problem, person, village } = instance
  return slates.flatMap((slate) =>
    [...Map.groupBy(slate.seats, ({ talent }) => talent)].flatMap(([id, own]) => {
      if (id === without) return []
      const pair = person.findIndex(
        (someone, at) =>
          problem.talents[someone]!.id === id &&
          problem.villages[village[at]!]!.code === slate.village,
      )
      return [{ pair, pattern: PATTERNS.indexOf(patternOf(own.map(({ post }) => post))!) }]
    }),
  )
}

/** Tries every way to fill one village while all other teams stay. */
function bestBy(instance: Instance, plan: Plan, gone: string, code: string): Incumbent {
  const { problem, start, person, patterns, cliquesOfPerson } = instance
  const place = problem.villages.findIndex((one) => one.code === code)
  const all = columnsIn(instance, plan, gone)
  const others = all.filter(({ pair }) => instance.village[pair] !== place)
  const seated = new Set(others.map(({ pair }) => person[pair]!))
  const pairs = [...person.keys()].filter(
    (pair) => pair >= start[place]! && pair < start[place + 1]! && !seated.has(person[pair]!),
  )
  const seats = { secretary: 1, 'party-member': 1, chair: 1, 'supervision-head': 1 } as Record<
    string,
    number
  >
  let best = evaluate(instance, [...others])
  const fill = (at: number, team: Column[], left: Record<string, number>, kin: Set<number>) => {
    if (at === pairs.length) {
      const found = evaluate(instance, [...others, ...team])
      if (isBetter(found, best)) best = found
      return
    }
    fill(at + 1, team, left, kin)
    const pair = pairs[at]!
    const own = cliquesOfPerson[person[pair]!]!
    if (own.some((clique) => kin.has(clique))) return
    PATTERNS.forEach(({ posts }, pattern) => {
      if (!hasPattern(patterns[pair]!, pattern) || posts.some((post) => !(left[post]! > 0))) return
      const less = { ...left }
      for (const post of posts) less[post]!--
      fill(at + 1, [...team, { pair, pattern }], less, new Set([...kin, ...own]))
    })
  }
  fill(0, [], seats, new Set())
  return best
}

const round = (values: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, Math.round(value * 1e6) / 1e6 + 0]),
  )

describe('seats, margins and reserves', () => {
  test('every seat has who comes next, with the difference of fit, or nobody', () => {
    const problem = problemOf([man('a'), man('b'), man('c')], ['seats'])
    const { seats } = depthIn(problem)
    expect(seats).toHaveLength(3)
    for (const { talent, next } of seats) expect(next === null || next.talent !== talent).toBe(true)
  })

  test('candidates and reserves are counted also where the policy does not ask, without a bound', () => {
    const reserve = { ...man('r'), status: 'reserve' as const }
    const { villages } = depthIn(problemOf([man('a'), man('b'), reserve], ['seats']))
    expect(villages).toMatchObject([
      {
        village: HONGMEN,
        candidates: { have: 3, asked: null, isShort: false },
        reserves: { have: 1, asked: null, isShort: false },
      },
    ])
  })

  test('a committee of one asks for two candidates (1.2 × 1, rounded up), and says who lacks', () => {
    const { villages } = depthIn(problemOf([man('a')], ['seats', 'margin', 'depth']))
    expect(villages[0]).toMatchObject({
      candidates: { have: 1, asked: 2, isShort: true },
      reserves: { have: 0, asked: 2, isShort: true },
      withoutRunnerUp: ['secretary', 'chair', 'committee-member'],
    })
  })
})

describe('whatever is asked', () => {
  test('a village that nobody sits in has no absences', () => {
    expect(depthIn(problemOf([], ['seats'])).absences).toEqual([])
  })

  test('the answer survives JSON', () => {
    const depth = depthIn(randomProblem({ villages: 2, people: 24, seed: 4 }))
    expect(JSON.parse(JSON.stringify(depth))).toEqual(depth)
  })

  test('a reader who stops gets what there is, and is told', () => {
    const problem = problemOf([man('a'), man('b')], ['seats'])
    const plan = planOf(problem)
    const depth = depthOf(problem, plan, solver({ shouldStop: () => true }))
    expect(depth).toMatchObject({ absences: [], isWhole: false })
  })

  test('tells how far it is', () => {
    const problem = randomProblem({ villages: 3, people: 24, seed: 4 })
    const heard: number[][] = []
    depthOf(problem, planOf(problem), solver(), (done, total) => heard.push([done, total]))
    expect(heard).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
  })
})
