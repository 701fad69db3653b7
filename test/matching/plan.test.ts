import { describe, expect, test } from 'vitest'
import {
  check,
  judge,
  type Plan,
  type PlanResult,
  type Problem,
  solvePlan,
  TIERS,
  type Tier,
} from '../../matching/index.ts'
import { hasPattern, PATTERNS, seatsOf } from '../../matching/pattern.ts'
import { evaluate, type Incumbent, isBetter } from '../../matching/plan/incumbent.ts'
import { type Instance, prepare } from '../../matching/plan/instance.ts'
import type { Column } from '../../matching/plan/master.ts'
import { POSTS } from '../../matching/types.ts'
import { randomProblem } from '../problems.ts'
import { solver } from '../solver.ts'

describe('the best slate of a small village is the best of all slates', () => {
  test('on 200 random villages, tier by tier and in total fit', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const problem = randomProblem({
        villages: 1,
        people: 7,
        seed,
        seats: { party: 2, committee: 3, supervision: 0 },
      })
      const best = bruteForce(problem)
      const plan = solved(solvePlan(problem, solver()))
      expect(misses(plan), `misses, seed ${seed}`).toEqual(best.misses)
      expect(plan.objective, `fit, seed ${seed}`).toBeCloseTo(best.fit, 6)
      expect(
        plan.tiers.every(({ proven }) => proven),
        `proof, seed ${seed}`,
      ).toBe(true)
      expect(plan.bound, `bound, seed ${seed}`).toBeGreaterThanOrEqual(best.fit - 1e-9)
      expect(check(problem, plan), `check, seed ${seed}`).toEqual([])
    }
  })

  test('also when somebody who is eligible is pinned, on 40 random villages', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const free = randomProblem({
        villages: 1,
        people: 7,
        seed,
        seats: { party: 2, committee: 3, supervision: 0 },
      })
      const [village] = free.villages
      const someone = free.talents.find(
        (one) => judge(one, village!, 'committee-member', free.policy) === 'eligible',
      )
      if (someone === undefined) continue
      const pins = [
        { talent: someone.id, village: village!.code, post: 'committee-member' as const },
      ]
      const problem = { ...free, pins }
      const best = bruteForce(problem)
      const plan = solved(solvePlan(problem, solver()))
      expect(misses(plan), `misses, seed ${seed}`).toEqual(best.misses)
      expect(plan.objective, `fit, seed ${seed}`).toBeCloseTo(best.fit, 6)
    }
  })

  test('and of two villages that share people, on 25 random pairs', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const problem = randomProblem({
        villages: 2,
        people: 7,
        seed,
        seats: { party: 1, committee: 2, supervision: 0 },
      })
      const best = bruteForce(problem)
      const plan = solved(solvePlan(problem, solver()))
      expect(misses(plan), `misses, seed ${seed}`).toEqual(best.misses)
      expect(plan.objective, `fit, seed ${seed}`).toBeCloseTo(best.fit, 6)
      expect(plan.bound, `bound, seed ${seed}`).toBeGreaterThanOrEqual(best.fit - 1e-9)
      for (const { tier, bound } of plan.tiers)
        expect(bound, `${tier} bound, seed ${seed}`).toBeLessThanOrEqual(best.misses[tier] + 1e-6)
    }
  })
})

test('supervision joins the team: the best of all slates, on 60 random villages', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const problem = randomProblem({
      villages: 1,
      people: 6,
      seed,
      seats: { party: 2, committee: 1, supervision: 2 },
    })
    const best = bruteForce(problem)
    const plan = solved(solvePlan(problem, solver()))
    expect(misses(plan), `misses, seed ${seed}`).toEqual(best.misses)
    expect(plan.objective, `fit, seed ${seed}`).toBeCloseTo(best.fit, 6)
    // Supervisors are not free any more either: a row that overlooks them leaves the bound above what can be had.
    expect(plan.bound, `proof, seed ${seed}`).toBeCloseTo(best.fit, 5)
    expect(check(problem, plan), `check, seed ${seed}`).toEqual([])
  }
})

describe('a plan made anew disturbs no more seats than it is worth', () => {
  const problem = randomProblem({ villages: 4, people: 80, seed: 4 })
  const before = solved(solvePlan(problem, solver()))
  const seats = before.slates.flatMap(({ village, seats }) =>
    seats.map(({ talent, post }) => ({ talent, village, post })),
  )
  const gone = seats[0]!.talent
  const without: Problem = {
    ...problem,
    incumbents: seats,
    talents: problem.talents.map((one) =>
      one.id === gone ? { ...one, consent: 'withdrawn' } : one,
    ),
  }
  const priced = (pricePerChange: number) =>
    solved(
      solvePlan(
        { ...without, policy: { ...problem.policy, replan: { pricePerChange } } },
        solver(),
      ),
    )

  test('with nobody gone, nothing changes', () => {
    const same = solved(solvePlan({ ...problem, incumbents: seats }, solver()))
    expect(same.changes).toBe(0)
    expect(same.objective).toBeCloseTo(before.objective, 6)
  })

  test('the dearer a change, the fewer of them; each is paid for in the objective', () => {
    const [free, dear] = [priced(0), priced(10)]
    expect(dear.changes).toBeLessThanOrEqual(free.changes)
    expect(dear.changes).toBeGreaterThanOrEqual(
      seats.filter(({ talent }) => talent === gone).length,
    )
    const fit = dear.slates.flatMap((slate) => slate.seats).reduce((sum, seat) => sum + seat.fit, 0)
    expect(dear.objective).toBeCloseTo(fit - 10 * dear.changes, 6)
    expect(
      check({ ...without, policy: { ...problem.policy, replan: { pricePerChange: 10 } } }, dear),
    ).toEqual([])
  })
})

describe('a township of 8 villages', () => {
  const problem = randomProblem({ villages: 8, people: 120, seed: 5 })
  const plan = solved(solvePlan(problem, solver({ gap: 0.001 })))

  test('is clean when checked apart, and says how close to the best it is', () => {
    expect(check(problem, plan)).toEqual([])
    expect(plan.gap).toBeLessThanOrEqual(0.001)
    expect(plan.tiers.find(({ tier }) => tier === 'law')?.proven).toBe(true)
  })

  test('comes out the same when run again', () => {
    expect(solved(solvePlan(problem, solver({ gap: 0.001 })))).toEqual(plan)
  })

  test('comes out as good when people are given in another order', () => {
    const turned = { ...problem, talents: [...problem.talents].reverse() }
    const other = solved(solvePlan(turned, solver({ gap: 0.001 })))
    expect(misses(other)).toEqual(misses(plan))
    expect(Math.abs(other.objective - plan.objective) / plan.objective).toBeLessThan(0.002)
  })
})

describe('check finds what is wrong with a plan', () => {
  const problem = randomProblem({ villages: 2, people: 40, seed: 3 })
  const plan = solved(solvePlan(problem, solver()))
  const first = plan.slates[0]!
  const barred = problem.talents.find(({ partyStatus }) => partyStatus === 'none')!
  const withSeats = (seats: typeof first.seats): Plan => ({
    ...plan,
    slates: [{ ...first, seats }, ...plan.slates.slice(1)],
  })
  const secretary = first.seats.find(({ post }) => post === 'secretary')!

  test.each([
    { why: 'a seat left out', wrong: withSeats(first.seats.slice(1)) },
    {
      why: 'somebody who is no Party member as secretary',
      wrong: withSeats([{ ...secretary, talent: barred.id }, ...first.seats.slice(1)]),
    },
    {
      why: 'two secretaries',
      wrong: withSeats(first.seats.map((seat) => ({ ...seat, post: 'secretary' as const }))),
    },
    {
      why: 'the same person in two villages',
      wrong: {
        ...plan,
        slates: [first, { ...plan.slates[1]!, seats: first.seats }],
      },
    },
    {
      why: 'a stranger',
      wrong: withSeats([{ ...secretary, talent: 'nobody' }, ...first.seats.slice(1)]),
    },
    {
      why: 'a total that is not the sum of the seats',
      wrong: { ...plan, objective: plan.objective + 1 },
    },
    { why: 'a bound below the total', wrong: { ...plan, bound: plan.objective - 1 } },
    {
      why: 'a miss that is not owned up to',
      wrong: {
        ...plan,
        tiers: plan.tiers.map((tier) => ({ ...tier, misses: tier.misses + 1 })),
      },
    },
    {
      why: 'a count of women that is wrong',
      wrong: { ...plan, after: { ...plan.after, women: 0 } },
    },
  ])('$why', ({ wrong }) => {
    expect(check(problem, plan)).toEqual([])
    expect(check(problem, wrong)).not.toEqual([])
  })

  test('two relatives together', () => {
    const [one, other] = [...new Set(first.seats.map(({ talent }) => talent))]
    const related = { ...problem, kin: [{ a: one!, b: other!, relation: 'sibling' }] }
    expect(check(related, plan).map(({ what }) => what)).toContain(`${one} and ${other} are kin`)
  })

  test('a pin that is not kept, an exclusion that is not', () => {
    const { talent } = secretary
    const pinned = {
      ...problem,
      pins: [{ talent: barred.id, village: 'v0', post: 'chair' as const }],
    }
    const excluded = { ...problem, exclusions: [{ talent, village: 'v0', post: null }] }
    expect(check(pinned, plan)).not.toEqual([])
    expect(check(excluded, plan)).not.toEqual([])
  })
})

describe('pins and exclusions', () => {
  const problem = randomProblem({ villages: 2, people: 60, seed: 11 })
  const plan = solved(solvePlan(problem, solver()))
  const { talent } = plan.slates[0]!.seats.find(({ post }) => post === 'secretary')!
  const other = problem.talents.find(
    (one) =>
      one.id !== talent &&
      one.homeVillage === 'v0' &&
      judge(one, problem.villages[0]!, 'party-member', problem.policy) === 'eligible',
  )!

  test('an excluded person does not sit there, and the plan is still clean', () => {
    const asked = { ...problem, exclusions: [{ talent, village: 'v0', post: null }] }
    const answer = solved(solvePlan(asked, solver()))
    expect(answer.slates[0]!.seats.map((seat) => seat.talent)).not.toContain(talent)
    expect(check(asked, answer)).toEqual([])
  })

  test('a pinned person sits where pinned, and the plan is still clean', () => {
    const asked = {
      ...problem,
      pins: [{ talent: other.id, village: 'v0', post: 'party-member' as const }],
    }
    const answer = solved(solvePlan(asked, solver()))
    expect(answer.slates[0]!.seats).toContainEqual(
      expect.objectContaining({ talent: other.id, post: 'party-member' }),
    )
    expect(check(asked, answer)).toEqual([])
  })

  const pin = (id: string, village: string, post: 'secretary' | 'chair' | 'party-member') => ({
    talent: id,
    village,
    post,
  })
  const notMember = problem.talents.find(({ partyStatus }) => partyStatus === 'none')!
  const members = problem.talents.filter(
    ({ partyStatus, homeVillage, consent }) =>
      partyStatus === 'full' && homeVillage === 'v0' && consent === 'given',
  )
  test.each([
    {
      why: 'no Party member as secretary',
      pins: [pin(notMember.id, notMember.homeVillage, 'secretary')],
    },
    {
      why: 'more pins than seats',
      pins: members.slice(0, 2).map(({ id }) => pin(id, 'v0', 'secretary')),
    },
    {
      why: 'two posts of one committee',
      pins: [pin(other.id, 'v0', 'secretary'), pin(other.id, 'v0', 'party-member')],
    },
    { why: 'a village that is not in the plan', pins: [pin(other.id, 'elsewhere', 'chair')] },
    { why: 'a person who is not in the pool', pins: [pin('nobody', 'v0', 'chair')] },
  ])('$why is answered with the conflict in words', ({ pins }) => {
    const answer = solvePlan({ ...problem, pins }, solver())
    expect(answer.status).toBe('impossible')
    if (answer.status === 'impossible') expect(answer.conflicts[0]!.words.zh).not.toBe('')
  })

  test('two relatives pinned together are answered with both their names', () => {
    const [a, b] = members
    const kin = [{ a: a!.id, b: b!.id, relation: 'spouse' }]
    const pins = [pin(a!.id, 'v0', 'secretary'), pin(b!.id, 'v0', 'party-member')]
    const answer = solvePlan({ ...problem, kin, pins }, solver())
    expect(answer.status === 'impossible' && answer.conflicts[0]!.words.zh).toContain(a!.name)
  })
})

test('a county is never worse than its townships side by side', () => {
  const county = randomProblem({ villages: 6, people: 70, seed: 21, townships: 2 })
  const plan = solved(solvePlan(county, solver({ gap: 0.001 })))
  expect(check(county, plan)).toEqual([])
  const townships = [...Map.groupBy(county.villages, ({ township }) => township).values()]
  const apart = townships.map((villages) =>
    misses(solved(solvePlan({ ...county, level: 'township', villages }, solver({ gap: 0.001 })))),
  )
  const law = apart.reduce((sum, one) => sum + one.law, 0)
  expect(misses(plan).law).toBeLessThanOrEqual(law)
  expect(plan.targets.map(({ id }) => id)).toContain('sources.share')
})

test('a county large enough to begin with its townships is proven, and pins of its own plan leave it as good', () => {
  const county = randomProblem({ villages: 60, people: 2400, seed: 8, townships: 3 })
  const gap = 0.001
  const plan = solved(solvePlan(county, solver({ gap })))
  const seats = plan.slates.flatMap(({ village, seats }) =>
    seats.map(({ talent, post }) => ({ talent, village, post })),
  )
  const pins = seats.filter((_, index) => index % 40 === 0)
  const again = solved(solvePlan({ ...county, pins }, solver({ gap })))
  for (const one of [plan, again]) {
    expect(check(county, one)).toEqual([])
    expect(one.tiers.every(({ proven }) => proven)).toBe(true)
    expect(one.gap).toBeLessThanOrEqual(gap)
  }
  expect(misses(again)).toEqual(misses(plan))
  expect(again.bound).toBeGreaterThanOrEqual(plan.objective - 1e-6)
})

test.each([
  { why: 'time is up before it began', given: { secondsLeft: () => 0 } },
  { why: 'it is stopped at once', given: { shouldStop: () => true } },
])('a search answers with a clean plan and an honest bound when $why', ({ given }) => {
  const problem = randomProblem({ villages: 4, people: 80, seed: 6 })
  const plan = solved(solvePlan(problem, solver(given)))
  expect(check(problem, plan)).toEqual([])
  expect(plan.bound).toBeGreaterThan(plan.objective)
})

test('an empty pool gives empty teams and says every seat that is missing', () => {
  const problem = { ...randomProblem({ villages: 2, people: 1, seed: 1 }), talents: [], kin: [] }
  const plan = solved(solvePlan(problem, solver()))
  const seats = problem.villages.reduce(
    (sum, { seats: { party, committee } }) => sum + party + committee,
    0,
  )
  expect(plan.after.people).toBe(0)
  expect(
    plan.slates
      .flatMap(({ targets }) => targets.filter(({ id }) => id === 'seats'))
      .reduce((sum, { miss }) => sum + miss, 0),
  ).toBe(seats)
  expect(check(problem, plan)).toEqual([])
})

function solved(result: PlanResult): Plan {
  if (result.status !== 'solved') throw new Error(`impossible: ${result.conflicts[0]?.words.en}`)
  return result.plan
}

function misses(plan: Plan): Record<Tier, number> {
  const found = { law: 0, policy: 0, wish: 0 }
  for (const tier of TIERS) found[tier] = plan.tiers.find((one) => one.tier === tier)!.misses
  return found
}

/** Every way to seat the people, one after the other; the best by tiers and fit. */
function bruteForce(problem: Problem): Incumbent {
  const instance = prepare(problem)
  const kin = new Set(problem.kin.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
  const pinned = new Set(instance.pinned)
  let best: Incumbent | null = null
  const tryPerson = (person: number, columns: Column[]) => {
    if (person === problem.talents.length) {
      if (columns.filter(({ pair }) => pinned.has(pair)).length < pinned.size) return
      const found = evaluate(instance, [...columns])
      if (best === null || isBetter(found, best)) best = found
      return
    }
    tryPerson(person + 1, columns)
    for (const column of choicesOf(instance, person)) {
      if (!fits(instance, columns, column, kin)) continue
      columns.push(column)
      tryPerson(person + 1, columns)
      columns.pop()
    }
  }
  tryPerson(0, [])
  return best!
}

function choicesOf({ person, patterns }: Instance, someone: number): Column[] {
  return [...person.keys()]
    .filter((pair) => person[pair] === someone)
    .flatMap((pair) =>
      PATTERNS.flatMap((_, pattern) =>
        hasPattern(patterns[pair]!, pattern) ? [{ pair, pattern }] : [],
      ),
    )
}

function fits(
  instance: Instance,
  columns: readonly Column[],
  column: Column,
  kin: Set<string>,
): boolean {
  const { problem, person, village } = instance
  const here = columns.filter(({ pair }) => village[pair] === village[column.pair])
  const place = problem.villages[village[column.pair]!]!
  const idOf = ({ pair }: Column) => problem.talents[person[pair]!]!.id
  const hasRoom = POSTS.every((post) => {
    const held = [...here, column].filter(({ pattern }) =>
      PATTERNS[pattern]!.posts.includes(post),
    ).length
    return held <= seatsOf(place, post)
  })
  return hasRoom && here.every((one) => !kin.has(`${idOf(one)} ${idOf(column)}`))
}
