import { describe, expect, test } from 'vitest'
import { loadHighs } from '../../api/solver/highs.ts'
import { crowdOf } from '../../matching/slate/crowd.ts'
import { teamFor } from '../../matching/slate/holds.ts'
import { isMetBy } from '../../matching/slate/met-by.ts'
import type { Question } from '../../matching/slate/question.ts'
import { ALL_RULES, neighboursOf } from '../../matching/slate/reach.ts'
import { type Bits, isWithin, sizeOf, smallestSets } from '../../matching/slate/sets.ts'
import type { Situation } from '../../matching/slate/situation.ts'
import { type Problem, RULES, TARGETS } from '../../matching/types.ts'
import { randomFrom, randomProblem } from '../problems.ts'
import { solver } from '../solver.ts'
import { canBeMet } from './whole-program.ts'

const highs = await loadHighs()

describe('whether a team can be found is answered as a whole-number program over everybody answers it', () => {
  const cases = Array.from({ length: 300 }, (_, at) => at + 1)
  const verdicts = { found: 0, none: 0 }

  test.each([0, 1, 2, 3, 4, 5])('in fifty random villages, part %i', (part) => {
    for (const seed of cases.slice(50 * part, 50 * (part + 1))) {
      const situation = randomSituation(seed)
      const random = randomFrom(seed * 31)
      for (const question of [askedOf(random), askedOf(random), askedOf(random)]) {
        const team = teamFor(situation, question)
        const isFound = canBeMet(situation, question, highs)
        expect(team !== null, `seed ${seed}: ${JSON.stringify(question)}`).toBe(isFound)
        if (team !== null) expect(isMetBy(situation.crowd, question, team)).toBe(true)
        verdicts[isFound ? 'found' : 'none']++
      }
    }
  })

  test('and both answers came up often, so that the comparison says something', () => {
    expect(verdicts.found).toBeGreaterThan(100)
    expect(verdicts.none).toBeGreaterThan(100)
  })
})

describe('all smallest clashes and corrections of a family of sets', () => {
  test.each([
    {
      why: 'two clashes that share a member are mended by it alone, or by one of each',
      clashes: [0b0011, 0b0101],
      corrections: [0b0001, 0b0110],
    },
    { why: 'one that cannot hold by itself', clashes: [0b1000], corrections: [0b1000] },
    { why: 'everything holds: nothing has to give way', clashes: [], corrections: [0] },
    { why: 'not even nothing holds', clashes: [0], corrections: [] },
    {
      why: 'apart from each other: one of each',
      clashes: [0b0011, 0b1100],
      corrections: [0b0101, 0b0110, 0b1001, 0b1010],
    },
  ])('$why', ({ clashes, corrections }) => {
    const found = smallestSets(4, holdOf(clashes), () => true)
    expect(sorted(found.clashes)).toEqual(sorted(clashes))
    expect(sorted(found.corrections)).toEqual(sorted(corrections))
    expect(found.isComplete).toBe(true)
  })

  test('are what walking every set finds, over nine members at random', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomFrom(seed)
      const some = Array.from({ length: 1 + Math.floor(6 * random()) }, () =>
        Math.floor(512 * random()),
      )
      const clashes = smallest(some)
      const found = smallestSets(9, holdOf(clashes), () => true)
      expect(sorted(found.clashes)).toEqual(sorted(clashes))
      expect(sorted(found.corrections)).toEqual(sorted(walked(clashes)))
    }
  })

  test('a budget that runs out is said', () => {
    expect(smallestSets(9, holdOf([3, 12, 48]), () => false).isComplete).toBe(false)
  })
})

const sorted = (sets: readonly Bits[]) => [...sets].sort((a, b) => a - b)
const holdOf = (clashes: readonly Bits[]) => (set: Bits) =>
  clashes.some((clash) => isWithin(clash, set)) ? null : set
const smallest = (sets: readonly Bits[]) =>
  [...new Set(sets)].filter((set) => !sets.some((one) => one !== set && isWithin(one, set)))

/** Every set whose complement holds and that has no smaller one, by looking at all. */
function walked(clashes: readonly Bits[]): Bits[] {
  const mends = (set: Bits) => clashes.every((clash) => (clash & set) !== 0)
  const all = Array.from({ length: 512 }, (_, set) => set).filter(mends)
  const found: Bits[] = []
  for (const set of all.sort((a, b) => sizeOf(a) - sizeOf(b)))
    if (!found.some((one) => isWithin(one, set))) found.push(set)
  return found
}

/** Few people and many relatives, so that teams are hard to find. */
function randomSituation(seed: number): Situation {
  const random = randomFrom(seed * 77)
  const problem = randomProblem({ villages: 1, people: 4 + Math.floor(26 * random()), seed })
  const [village] = problem.villages as [Problem['villages'][number]]
  const pick = () => problem.talents[Math.floor(random() * problem.talents.length)]!.id
  if (random() < 0.3)
    problem.talents = problem.talents.map((one) => ({
      ...one,
      sex: random() < 0.1 ? 'female' : 'male',
    }))
  if (random() < 0.3)
    problem.talents = problem.talents.map((one) => ({
      ...one,
      bornOn: `${1966 + Math.floor(random() * 20)}-05`,
    }))
  if (random() < 0.5)
    problem.kin.push(...problem.talents.map(() => ({ a: pick(), b: pick(), relation: 'sibling' })))
  if (random() < 0.3) problem.exclusions.push({ talent: pick(), village: village.code, post: null })
  if (random() < 0.2) village.seats = { ...village.seats, supervision: 0 }
  const near = neighboursOf(problem, village)
  const own = { ...problem, talents: near.map(({ talent }) => talent) }
  const elsewhere = new Set(own.talents.filter(() => random() < 0.1).map(({ id }) => id))
  return {
    problem: own,
    crowd: crowdOf(own, near, elsewhere),
    slate: { village: village.code, seats: [], targets: [] },
    results: [],
    here: new Set(),
    elsewhere: new Map([...elsewhere].map((id) => [id, '别村'])),
    solver: solver(),
  }
}

function askedOf(random: () => number): Question {
  const some = (share: number, count: number) =>
    Array.from({ length: count }, (_, bit) => (random() < share ? 1 << bit : 0)).reduce(
      (bits, bit) => bits | bit,
      0,
    )
  return {
    targets: some(0.5, TARGETS.length),
    rules: ALL_RULES & ~some(0.2, RULES.length),
    kinship: random() < 0.7,
    oneplace: random() < 0.7,
    pins: random() < 0.7,
  }
}
