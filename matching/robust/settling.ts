import {
  BLOCK,
  middleOf,
  partsInto,
  type Question,
  roomOf,
  scoresInto,
  skewed,
  weightsDrawn,
} from './draws.ts'
import { type Counts, countsOf, type Leaders, leadersOf, move, uncertaintyOf } from './leaders.ts'
import type { Tally } from './smaa.ts'

/** One more paper: whose, on which criterion, and the part (0 to 1) of the open interval that it would close. */
export type Piece = { person: number; criterion: number; closes: number }

/** What the paper may say: the middles of so many equally likely cases. */
const CASES = 5
/** Enough to tell papers apart: both sides of a difference use the same samples. */
const MOST_BLOCKS = 16

/**
 * By how much each paper would lower the uncertainty of the first k places, on average over what it may say; negative
 * where it may as well open the question again. Yields after each.
 *
 * A paper that closes the part c of an interval moves a draw r in it (0 low, 1 high) to (1 − c) r + c y when it says y:
 * this is what `appraise` makes of the new evidence. The draws stay the same, only the one score changes, so what is
 * played through is the ranking that will be shown when the paper is in.
 */
export function* settling(question: Question, tally: Tally, pieces: readonly Piece[]) {
  const blocks = Math.min(MOST_BLOCKS, Math.floor(tally.samples / BLOCK))
  const leaders = leadersOf(tally, blocks * BLOCK)
  const counts = countsOf(leaders, question.beliefs.people)
  const now = uncertaintyOf(counts, leaders)
  const weights = Array.from({ length: blocks }, (_, block) => weightsDrawn(question, block))
  const scores = new Map<number, Float64Array>()
  const gains: number[] = []
  for (const piece of pieces) {
    const own = scores.get(piece.person) ?? ownScores(question, weights, piece.person)
    scores.set(piece.person, own)
    const after = casesOf(question, piece).map((said) =>
      uncertaintyAfter(question, leaders, counts, { weights, own, piece, said }),
    )
    gains.push(now - after.reduce((sum, one) => sum + one, 0) / CASES)
    yield
  }
  return { now, gains }
}

function casesOf({ beliefs }: Question, { person, criterion }: Piece): number[] {
  const mean = middleOf(beliefs, person * beliefs.criteria + criterion)
  return Array.from({ length: CASES }, (_, at) => skewed((at + 0.5) / CASES, mean))
}

/** The fits of one person in every sample, drawn again. */
function ownScores(question: Question, weights: Float64Array[], person: number): Float64Array {
  const room = roomOf()
  const scores = new Float64Array(weights.length * BLOCK)
  weights.forEach((drawn, block) => {
    const part = scores.subarray(block * BLOCK, (block + 1) * BLOCK)
    scoresInto(part, question, drawn, { person, block }, room)
  })
  return scores
}

type Case = { weights: Float64Array[]; own: Float64Array; piece: Piece; said: number }

function uncertaintyAfter(
  question: Question,
  leaders: Leaders,
  before: Counts,
  given: Case,
): number {
  const { weights, own, piece, said } = given
  const { beliefs } = question
  const { person, criterion, closes } = piece
  const at = person * beliefs.criteria + criterion
  const closed = (beliefs.high[at]! - beliefs.low[at]!) * closes
  const { chance, draws } = roomOf()
  const counts = { ...before, held: before.held.slice() }
  weights.forEach((drawn, block) => {
    partsInto(draws, question, { person, criterion, block }, chance)
    for (let one = 0; one < BLOCK; one++) {
      const sample = block * BLOCK + one
      const weight = drawn[criterion * BLOCK + one]!
      const score = own[sample]! + weight * closed * (said - draws[one]!)
      move(counts, leaders, sample, person, score)
    }
  })
  return uncertaintyOf(counts, leaders)
}
