import { type Chance, chanceOf, fillUniform, gamma, reseed } from './chance.ts'

/** What is believed of each person by each criterion, person after person; all between 0 and 1. */
export type Beliefs = {
  people: number
  criteria: number
  /** The mean of what may be true, between `low` and `high`. */
  value: Float64Array
  low: Float64Array
  high: Float64Array
}
/** Beliefs in the order of the ranking, with the parameters of the weights' Dirichlet distribution. */
export type Question = { beliefs: Beliefs; alphas: readonly number[]; seed: number }

/** Samples that are drawn and ranked at once, so that their scores stay near the processor. */
export const BLOCK = 256

/** Weights of one block, criterion after criterion; each sample's sum to 1. */
export function weightsDrawn({ alphas, seed }: Question, block: number): Float64Array {
  const chance = chanceOf(seed, WEIGHTS, block)
  const drawn = new Float64Array(alphas.length * BLOCK)
  for (let sample = 0; sample < BLOCK; sample++) {
    let sum = 0
    for (let at = 0; at < alphas.length; at++) {
      const alpha = alphas[at]!
      const part = alpha > 0 ? gamma(chance, alpha) : 0
      drawn[at * BLOCK + sample] = part
      sum += part
    }
    for (let at = 0; at < alphas.length; at++) drawn[at * BLOCK + sample]! /= sum
  }
  return drawn
}

/** Keys apart from those of people, which are 0 and more. */
const [WEIGHTS, LOTS] = [-2, -3]

/** Beneath every difference of fit that evidence makes, above rounding: who are equal share their places by lot. */
const LOT = 1e-9

/** Room for one block, used again and again. */
export type Room = { chance: Chance; draws: Float64Array }
export const roomOf = (): Room => ({ chance: new Int32Array(4), draws: new Float64Array(BLOCK) })

/** Fits of one person in the samples of a block: Σ weight × what may be true. */
export function scoresInto(
  scores: Float64Array,
  question: Question,
  weights: Float64Array,
  { person, block }: { person: number; block: number },
  { chance, draws }: Room,
): void {
  const { beliefs, seed } = question
  reseed(chance, seed, LOTS, person, block)
  fillUniform(chance, draws)
  for (let sample = 0; sample < BLOCK; sample++) scores[sample] = LOT * draws[sample]!
  for (let criterion = 0; criterion < beliefs.criteria; criterion++) {
    const at = person * beliefs.criteria + criterion
    const [low, high] = [beliefs.low[at]!, beliefs.high[at]!]
    const from = criterion * BLOCK
    if (high > low) {
      partsInto(draws, question, { person, criterion, block }, chance)
      const span = high - low
      for (let sample = 0; sample < BLOCK; sample++)
        scores[sample]! += weights[from + sample]! * (low + span * draws[sample]!)
    } else for (let s = 0; s < BLOCK; s++) scores[s]! += weights[from + s]! * low
  }
}

/**
 * Where in its interval each sample puts a criterion, 0 low and 1 high. Evenly on both sides of the value, so many of
 * them below that the mean is the value: uniform where the value is the middle. So the mean fit of the samples is the
 * fit that is shown, and nothing is assumed beyond interval and value.
 */
export function partsInto(
  parts: Float64Array,
  { beliefs, seed }: Question,
  { person, criterion, block }: { person: number; criterion: number; block: number },
  chance: Chance,
): void {
  reseed(chance, seed, person, criterion, block)
  fillUniform(chance, parts)
  const middle = middleOf(beliefs, person * beliefs.criteria + criterion)
  if (Math.abs(middle - 0.5) < 1e-9) return
  for (let at = 0; at < parts.length; at++) parts[at] = skewed(parts[at]!, middle)
}

/** The value as a part of its interval. */
export function middleOf({ value, low, high }: Beliefs, at: number): number {
  return (value[at]! - low[at]!) / (high[at]! - low[at]!)
}

/** A uniform draw turned to one of this mean: below the mean by the chance 1 − mean. */
export function skewed(draw: number, mean: number): number {
  const below = 1 - mean
  return draw < below ? (draw / below) * mean : mean + ((draw - below) / mean) * below
}
