import { describe, expect, test } from 'vitest'
import {
  BLOCK,
  middleOf,
  partsInto,
  type Question,
  roomOf,
  scoresInto,
  skewed,
  weightsDrawn,
} from '../../matching/robust/draws.ts'
import { type Piece, settling } from '../../matching/robust/settling.ts'
import { tallyOf } from '../../matching/robust/smaa.ts'

const BLOCKS = 4

function settle(question: Question, k: number, pieces: Piece[]) {
  const steps = settling(question, tallyOf(question, BLOCKS * BLOCK, k), pieces)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

function of(low: number[], high: number[], alphas: number[], value?: number[]): Question {
  const people = low.length / alphas.length
  const middle = low.map((from, at) => (from + high[at]!) / 2)
  const beliefs = {
    ...{ people, criteria: alphas.length },
    low: Float64Array.from(low),
    high: Float64Array.from(high),
    value: Float64Array.from(value ?? middle),
  }
  return { beliefs, alphas, seed: 3 }
}

describe('one open interval against a known one', () => {
  const question = of([0.5, 0], [0.5, 1], [1])
  const piece = { person: 1, criterion: 0 }

  test('nobody knows who is first: draws disagree every other time', () => {
    expect(settle(question, 1, []).now).toBeCloseTo(0.5, 2)
  })

  test('a paper that closes all settles it in four cases of five; in the fifth they are equal', () => {
    const { gains } = settle(question, 1, [{ ...piece, closes: 1 }])
    expect(gains[0]).toBeCloseTo(0.5 - 0.5 / 5, 2)
  })

  test('a paper that closes nothing gains nothing', () => {
    expect(settle(question, 1, [{ ...piece, closes: 0 }]).gains).toEqual([0])
  })

  test('a paper that closes half gains less', () => {
    const { gains } = settle(question, 1, [
      { ...piece, closes: 0.5 },
      { ...piece, closes: 1 },
    ])
    expect(gains[0]).toBeGreaterThan(0)
    expect(gains[0]).toBeLessThan(gains[1]!)
  })
})

/** The same from the start: every score drawn, the one changed, everybody sorted, places counted. */
function byHand(question: Question, k: number, { person, criterion, closes }: Piece): number {
  const { beliefs } = question
  const at = person * beliefs.criteria + criterion
  const mean = middleOf(beliefs, at)
  const uncertainty = (said: number | null) => {
    const held = new Map<string, number>()
    for (let block = 0; block < BLOCKS; block++) {
      const weights = weightsDrawn(question, block)
      const scores = Array.from({ length: beliefs.people }, (_, who) => {
        const own = new Float64Array(BLOCK)
        scoresInto(own, question, weights, { person: who, block }, roomOf())
        return own
      })
      const parts = new Float64Array(BLOCK)
      partsInto(parts, question, { person, criterion, block }, roomOf().chance)
      for (let sample = 0; sample < BLOCK; sample++) {
        const fits = scores.map((own) => own[sample]!)
        if (said !== null) {
          const open = closes * (beliefs.high[at]! - beliefs.low[at]!)
          fits[person]! += weights[criterion * BLOCK + sample]! * open * (said - parts[sample]!)
        }
        const order = [...fits.keys()].sort((a, b) => fits[b]! - fits[a]!)
        for (const [place, who] of order.slice(0, k).entries())
          held.set(`${place} ${who}`, (held.get(`${place} ${who}`) ?? 0) + 1)
      }
    }
    const samples = BLOCKS * BLOCK
    return k - [...held.values()].reduce((sum, times) => sum + (times / samples) ** 2, 0)
  }
  const cases = [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => uncertainty(skewed(part, mean)))
  return uncertainty(null)! - cases.reduce((sum, one) => sum + one, 0) / cases.length
}

describe('only the one score changes, yet the answer is that of ranking everybody anew', () => {
  const low = [0.3, 0.2, 0.25, 0.1, 0.4, 0, 0.2, 0.35, 0.5, 0.1, 0.3, 0.05]
  const high = [0.9, 0.8, 0.75, 0.95, 0.6, 1, 0.9, 0.7, 0.5, 0.9, 0.8, 0.6]
  const value = low.map((from, at) => from + (high[at]! - from) * (0.3 + (at % 5) / 10))
  const question = of(low, high, [5, 4], value)

  test.each([1, 2, 3, 5, 6])('of six people, for the first %d', (k) => {
    const pieces = [0, 1, 2, 3, 4, 5].flatMap((person) => [
      { person, criterion: 0, closes: 0.7 },
      { person, criterion: 1, closes: 1 },
    ])
    const open = pieces.filter(({ person, criterion }) => {
      const at = person * 2 + criterion
      return high[at]! > low[at]!
    })
    const { gains } = settle(question, k, open)
    open.forEach((piece, at) => {
      expect(gains[at]).toBeCloseTo(byHand(question, k, piece), 10)
    })
  })
})
