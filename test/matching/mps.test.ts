import { describe, expect, test } from 'vitest'
import { type Plan, type Post, type Problem, solvePlan } from '../../matching/index.ts'
import { mpsOf, mpsPrices } from '../../matching/mps/index.ts'
import { randomProblem } from '../problems.ts'
import { solver } from '../solver.ts'

const SIZES = [
  { villages: 1, people: 30, townships: 1, why: 'a village' },
  { villages: 2, people: 40, townships: 1, why: 'a township' },
  { villages: 4, people: 60, townships: 2, why: 'a county' },
  { villages: 3, people: 15, townships: 1, why: 'villages with too few people' },
]

describe.each(SIZES)('the full model of $why, read by another reader of MPS', (size) => {
  test.each([1, 2, 3])('has the optimum that the search proves, seed %i', (seed) => {
    const problem = randomProblem({ ...size, seed })
    const plan = solved(problem)
    expect(plan.tiers.every(({ proven }) => proven)).toBe(true)
    expect(optimumOf(problem).objective).toBeCloseTo(pricedOf(plan), 5)
  })
})

describe('the choices of an optimum', () => {
  const problem = randomProblem({ villages: 3, people: 60, seed: 4 })
  const { objective, seats } = optimumOf(problem)

  test('are a plan, seat for seat, with the misses and the fit that the model counts', () => {
    expect(pricedOf(solved({ ...problem, pins: seats }))).toBeCloseTo(objective, 5)
  })

  test.each([
    { why: 'a relative of somebody seated', related: true },
    { why: 'nobody', related: false },
  ])('change with kinship: $why', ({ related }) => {
    const [a, b] = seats.filter(({ village }) => village === seats[0]!.village)
    const kin = related
      ? [...problem.kin, { a: a!.talent, b: b!.talent, relation: '配偶' }]
      : problem.kin
    const other = optimumOf({ ...problem, kin })
    const together = [a, b].every((seat) =>
      other.seats.some((one) => one.talent === seat!.talent && one.village === seat!.village),
    )
    expect(together).toBe(!related)
    expect(other.objective > objective + 1e-6).toBe(related)
  })

  test('keep pins, and leave out who is excluded', () => {
    const [first] = seats
    const excluded = { ...problem, exclusions: [{ ...first!, post: null }] }
    expect(optimumOf(excluded).seats).not.toContainEqual(first)
    const pinned = { ...problem, pins: [first!] }
    expect(optimumOf(pinned).objective).toBeCloseTo(objective, 5)
    const chair = seats.find(({ post }) => post === 'committee-member')!
    const other = { ...problem, pins: [{ ...chair, post: 'chair' as const }] }
    expect(optimumOf(other).objective).toBeCloseTo(pricedOf(solved(other)), 5)
  })
})

describe('the text', () => {
  const problem = randomProblem({ villages: 1, people: 30, seed: 1 })
  const text = textOf(problem)

  test.each([
    { line: /^ L seats\.v0\.secretary$/m, why: 'a row for the seats of each post' },
    { line: /^ G target\.women\.min\.v0$/m, why: 'one for each target' },
    { line: /^ L free\.margin\.v0$/m, why: 'one for each count of free people' },
    { line: /^ x\.p0000\.v0\.\S+ cost -0\.\d+/m, why: 'the fit of a choice, to be minimised' },
    { line: /^ miss\.women\.min\.v0 cost 10000 /m, why: 'the price of a miss by law' },
    { line: /^ UP bound x\.p0000\.v0\.\S+ 1$/m, why: 'the bound of a whole column, said' },
    { line: /^ENDATA\n$/m, why: 'an end' },
  ])('names $why', ({ line }) => {
    expect(text).toMatch(line)
  })

  test('says what it is and how to read it, and is plain ASCII for any reader', () => {
    expect(text).toMatch(
      /^\* Committees[\s\S]*glpsol --freemps[\s\S]*law 10000, policy 300, wish 10/,
    )
    expect(text).toMatch(/^\p{ASCII}*$/u)
  })

  test('takes numbers for names where an id has a sign that a name cannot have', () => {
    const talents = problem.talents.map((one) => ({ ...one, id: `${one.id} 号` }))
    const kin = problem.kin.map(({ a, b, relation }) => ({ a: `${a} 号`, b: `${b} 号`, relation }))
    const renamed = { ...problem, talents, kin }
    expect(textOf(renamed)).toMatch(/^\p{ASCII}*$/u)
    expect(optimumOf(renamed).objective).toBeCloseTo(optimumOf(problem).objective, 5)
  })

  test('of a village without anybody is a model all the same: every seat is missing', () => {
    const empty = { ...problem, talents: [], kin: [] }
    expect(optimumOf(empty).objective).toBeCloseTo(pricedOf(solved(empty)), 5)
  })
})

function textOf(problem: Problem): string {
  return [...mpsOf(problem)].join('')
}

/** Read by HiGHS' own reader of MPS and solved without anything of ours. */
function optimumOf(problem: Problem) {
  const { highs } = solver()
  const model = highs.createModel({
    format: 'mps',
    data: new TextEncoder().encode(textOf(problem)),
  })
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-7 })
    model.run()
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
      throw new Error('no optimum')
    const { colValue } = model.getSolution()
    const chosen = [...colValue.keys()].filter((column) => colValue[column]! > 0.5)
    const seats = chosen.flatMap((column) => seatsIn(model.getColName(column)))
    return { objective: model.getObjectiveValue(), seats }
  } finally {
    model.dispose()
  }
}

function seatsIn(name: string) {
  const [kind, talent, village, posts] = name.split('.')
  if (kind !== 'x') return []
  return posts!
    .split('+')
    .map((post) => ({ talent: talent!, village: village!, post: post as Post }))
}

function solved(problem: Problem): Plan {
  const result = solvePlan(problem, solver())
  if (result.status !== 'solved') throw new Error(result.conflicts[0]!.words.en)
  return result.plan
}

/** Total misses at the file's prices, minus total fit. */
function pricedOf({ tiers, objective }: Plan): number {
  return tiers.reduce((sum, { tier, misses }) => sum + mpsPrices[tier] * misses, -objective)
}
