import { describe, expect, test } from 'vitest'
import {
  type Costs,
  check,
  costsIn,
  costsOf,
  type Problem,
  solvePlan,
  type TargetCost,
} from '../../matching/index.ts'
import { placementsOf } from '../../matching/plan/incumbent.ts'
import { prepare } from '../../matching/plan/instance.ts'
import { missOf } from '../../matching/targets/index.ts'
import { randomProblem } from '../problems.ts'
import { solver } from '../solver.ts'
import { everyTeam, SMALL } from './every-team.ts'

describe('what a target costs', () => {
  test.each([1, 2, 3, 4].map((seed) => ({ seed })))(
    'is the fit that the best team without it has more, the others missing no more: as trying every team says, pool $seed',
    ({ seed }) => {
      const problem = onlyLinear(randomProblem({ villages: 1, people: 18, seed, seats: SMALL }))
      const { costs } = solved(costsOf(problem, solver()))
      expect(costs.length).toBeGreaterThan(5)
      for (const { id, gain, atMost } of costs) {
        expect({ id, gain }).toEqual({ id, gain: expect.closeTo(byTryingAll(problem, id), 5) })
        expect(atMost).toBeCloseTo(gain, 5)
      }
    },
  )

  test('is dearest first, with the people who would come in and who would go, and by the unit', () => {
    const dear = [1, 2, 3, 4, 5, 6].flatMap((seed) => {
      const problem = randomProblem({ villages: 1, people: 200, seed })
      const { costs, plan } = solved(costsOf(problem, solver()))
      expect(check(problem, plan)).toEqual([])
      expect(costs.map(({ gain }) => gain)).toEqual(
        costs.map(({ gain }) => gain).sort((a, b) => b - a),
      )
      return costs.filter(({ gain }) => gain > 0)
    })
    expect(dear.length).toBeGreaterThan(5)
    for (const { units, firstUnit, gain, moves } of dear) {
      expect(units).toBeGreaterThan(0)
      expect(firstUnit).toBeGreaterThan(0)
      expect(firstUnit! - gain).toBeLessThanOrEqual(1e-6)
      expect(moves.length).toBeGreaterThan(0)
    }
  })

  test('is nothing where nobody would sit differently, and then no unit is priced', () => {
    const { costs } = solved(costsOf(randomProblem({ villages: 1, people: 50, seed: 1 }), solver()))
    for (const { units, firstUnit, moves } of costs.filter(({ gain }) => gain === 0))
      expect({ units, firstUnit, moves }).toEqual({ units: 0, firstUnit: null, moves: [] })
  })

  test.each([
    { people: 0, why: 'nobody in the pool' },
    { people: 3, why: 'a pool of three' },
  ])('is told all the same: $why', ({ people }) => {
    const { costs } = solved(costsOf(randomProblem({ villages: 1, people, seed: 1 }), solver()))
    expect(costs.every(({ gain }) => gain >= 0)).toBe(true)
  })

  test('pins that cannot stand are the answer', () => {
    const problem = randomProblem({ villages: 1, people: 20, seed: 1 })
    const pins = [{ talent: 'nobody', village: 'v0', post: 'chair' as const }]
    expect(costsOf({ ...problem, pins }, solver()).status).toBe('impossible')
  })

  test('in a plan it is told of what counts over the whole, with a bound on what it could be', () => {
    const problem = randomProblem({ villages: 4, people: 120, seed: 3 })
    const result = solvePlan(problem, solver())
    if (result.status !== 'solved') throw new Error('no plan')
    const costs = costsIn(problem, result.plan, solver())
    expect(costs.map(({ id }) => id).sort()).toEqual(
      ['combined.share', 'cross.share', 'women.share'].sort(),
    )
    expect(costs.every(({ gain, atMost }) => atMost >= gain)).toBe(true)
  })
})

function solved(costs: Costs) {
  if (costs.status !== 'solved') throw new Error('the pins cannot stand')
  return costs
}

/** Margin and depth count people who do not sit, which trying teams does not. */
function onlyLinear(problem: Problem): Problem {
  const { margin, depth } = problem.policy.targets
  const off = { margin: { ...margin, isOn: false }, depth: { ...depth, isOn: false } }
  return {
    ...problem,
    policy: { ...problem.policy, targets: { ...problem.policy.targets, ...off } },
  }
}

function byTryingAll(problem: Problem, id: TargetCost['id']): number {
  const instance = prepare(problem)
  const { plan } = solved(costsOf(problem, solver()))
  const missesOf = (team: ReturnType<typeof everyTeam>[number]) =>
    instance.forms.map((form) => missOf(form, placementsOf(instance, team.columns)[0]!))
  const said = new Map(plan.slates[0]!.targets.map((target) => [target.id, target.miss]))
  const allowed = everyTeam(problem).filter((team) =>
    missesOf(team).every((miss, at) => {
      const form = instance.forms[at]!
      return form.id === id || miss <= said.get(form.id)! + 1e-6
    }),
  )
  return Math.max(...allowed.map(({ fit }) => fit)) - plan.objective
}
