import { describe, expect, test } from 'vitest'
import { alternativesOf, check, checkApart, type Plan, type Problem } from '../../matching/index.ts'
import { isBetter } from '../../matching/plan/incumbent.ts'
import { randomProblem } from '../problems.ts'
import { solver } from '../solver.ts'
import { everyTeam, peopleOf, SMALL } from './every-team.ts'

describe('alternatives of a village', () => {
  test.each([
    { people: 60, differ: 1, why: 'a handful to choose from, one change is enough' },
    { people: 60, differ: 3, why: 'half of the team' },
    { people: 400, differ: 4, why: 'many to choose from' },
    { people: 2000, differ: 2, why: 'the largest pool a village has' },
  ])('are clean teams of which any two differ in at least $differ people: $why', (row) => {
    for (const seed of [1, 2, 3]) {
      const problem = randomProblem({ villages: 1, people: row.people, seed })
      const teams = teamsFor(problem, 3, row.differ)
      expect(teams).toHaveLength(3)
      expect(teams.flatMap((team) => check(problem, team))).toEqual([])
      expect(checkApart(teams, row.differ)).toEqual([])
      expect(teams.every(({ tiers }) => tiers.every(({ proven }) => proven))).toBe(true)
    }
  })

  test.each([1, 2, 3, 4, 5, 6].map((seed) => ({ seed })))(
    'are each the best of all teams that differ enough from those before: as trying every team says, pool $seed',
    ({ seed }) => {
      const problem = randomProblem({ villages: 1, people: 18, seed, seats: SMALL })
      for (const differ of [1, 2]) {
        const teams = teamsFor(problem, 3, differ)
        const expected = byTryingAll(problem, 3, differ)
        expect(teams.map(({ objective }) => objective)).toEqual(
          expected.map(({ fit }) => expect.closeTo(fit, 6)),
        )
        expect(teams.map(({ tiers }) => tiers.map(({ misses }) => misses))).toEqual(
          expected.map(({ misses }) =>
            Object.values(misses).map((miss) => expect.closeTo(miss, 6)),
          ),
        )
      }
    },
  )

  test('keep what is pinned, and differ in the others', () => {
    const problem = randomProblem({ villages: 1, people: 80, seed: 5 })
    const [first] = teamsFor(problem, 1, 1)
    const { talent, post } = first!.slates[0]!.seats[0]!
    const pinned = { ...problem, pins: [{ talent, post, village: 'v0' }] }
    const teams = teamsFor(pinned, 3, 2)
    expect(teams).toHaveLength(3)
    for (const { slates } of teams)
      expect(slates[0]!.seats).toContainEqual(expect.objectContaining({ talent, post }))
  })

  test('are as many teams of the same worth where everybody has the same fit', () => {
    const problem = alike(randomProblem({ villages: 1, people: 60, seed: 2 }))
    const teams = teamsFor(problem, 3, 3)
    expect(new Set(teams.map(({ objective }) => objective.toFixed(6))).size).toBe(1)
    expect(checkApart(teams, 3)).toEqual([])
  })
})

describe('that there is no further team is said as a result', () => {
  test.each<{ problem: Problem; differ: number; zh: RegExp; why: string }>([
    {
      problem: randomProblem({ villages: 1, people: 3, seed: 1 }),
      differ: 1,
      zh: /可任职的共 2 人，已经没有/,
      why: 'a pool of three',
    },
    {
      problem: randomProblem({ villages: 1, people: 0, seed: 1 }),
      differ: 1,
      zh: /没有人在席/,
      why: 'nobody in the pool',
    },
    {
      problem: randomProblem({
        ...{ villages: 1, people: 50, seed: 1 },
        seats: { party: 0, committee: 0, supervision: 0 },
      }),
      differ: 1,
      zh: /没有人在席/,
      why: 'a village without a seat',
    },
    {
      problem: randomProblem({ villages: 1, people: 100, seed: 1 }),
      differ: 40,
      zh: /不可能相差 40 人/,
      why: 'more people than a team has',
    },
    {
      problem: allPinned(randomProblem({ villages: 1, people: 100, seed: 1 })),
      differ: 1,
      zh: /已固定 \d+ 人，最多只能相差 0 人/,
      why: 'everybody is pinned',
    },
  ])('$why', ({ problem, differ, zh }) => {
    const answer = alternativesOf(problem, solver(), { count: 3, differ })
    if (answer.status !== 'solved') throw new Error('the pins cannot stand')
    expect(answer.teams).toHaveLength(1)
    expect(answer.end?.zh).toMatch(zh)
    expect(answer.end?.en).toMatch(/^[\x20-\x7e’“”]+$/)
  })

  test('and not when the time was over: then it is not known', () => {
    const problem = randomProblem({ villages: 1, people: 200, seed: 1 })
    const late = solver({ secondsLeft: () => 0 })
    const answer = alternativesOf(problem, late, { count: 3, differ: 1 })
    if (answer.status !== 'solved') throw new Error('the pins cannot stand')
    expect(answer.end?.en ?? '').not.toMatch(/no further team can be made/)
  })

  test('pins that cannot stand are the answer, as for a slate', () => {
    const problem = randomProblem({ villages: 1, people: 20, seed: 1 })
    const pins = [{ talent: 'nobody', village: 'v0', post: 'chair' as const }]
    const answer = alternativesOf({ ...problem, pins }, solver(), { count: 3, differ: 1 })
    expect(answer).toMatchObject({ status: 'impossible', conflicts: [{ pins }] })
  })
})

describe('the checker of differences', () => {
  const team = (...talents: string[]) => ({
    slates: [{ seats: talents.map((talent) => ({ talent })) }],
  })
  test.each([
    { teams: [team('a', 'b', 'c'), team('a', 'x', 'y')], differ: 2, faults: 0, why: 'two others' },
    { teams: [team('a', 'b', 'c'), team('a', 'b', 'y')], differ: 2, faults: 1, why: 'one other' },
    {
      teams: [team('a', 'b', 'c', 'd'), team('a', 'b')],
      ...{ differ: 2, faults: 1 },
      why: 'two left and nobody came',
    },
    {
      teams: [team('a', 'a', 'b'), team('a', 'a', 'c')],
      ...{ differ: 2, faults: 1 },
      why: 'two seats of one person are one person',
    },
    {
      teams: [team('a', 'b'), team('c', 'd'), team('a', 'e')],
      ...{ differ: 2, faults: 1 },
      why: 'the third is too near the first, though far from the second',
    },
  ])('finds $faults where $why', ({ teams, differ, faults }) => {
    expect(checkApart(teams, differ)).toHaveLength(faults)
  })
})

function teamsFor(problem: Problem, count: number, differ: number): Plan[] {
  const answer = alternativesOf(problem, solver(), { count, differ })
  if (answer.status !== 'solved') throw new Error('the pins cannot stand')
  return answer.teams
}

/** Same evidence for all: nobody fits better than anybody else. */
function alike(problem: Problem): Problem {
  const { evidence, skills } = problem.talents[0]!
  const home = { homeVillage: 'v0', willingness: 'village' as const }
  return {
    ...problem,
    talents: problem.talents.map((talent) => ({ ...talent, ...home, evidence, skills })),
  }
}

function allPinned(problem: Problem): Problem {
  const [first] = teamsFor(problem, 1, 1)
  const pins = first!.slates[0]!.seats.map(({ talent, post }) => ({ talent, post, village: 'v0' }))
  return { ...problem, pins }
}

/** The same chain of teams by trying every team there is. */
function byTryingAll(problem: Problem, count: number, differ: number) {
  const all = everyTeam(problem).sort((a, b) => (isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : 0))
  const chosen: typeof all = []
  for (const team of all) {
    if (chosen.length === count) break
    const people = peopleOf(team)
    const isApart = chosen.every((other) => {
      const shared = peopleOf(other).intersection(people).size
      return Math.min(people.size, peopleOf(other).size) - shared >= differ
    })
    if (isApart) chosen.push(team)
  }
  return chosen
}
