import { chanceOf, gamma, uniform } from '../../matching/robust/chance.ts'
import type { Question } from '../../matching/robust/draws.ts'
import { tallyOf } from '../../matching/robust/smaa.ts'
import { alphasAround } from '../../matching/robust/weights.ts'
import { millisecondsOf, quantile, round } from './timing.ts'

const SAMPLES = 10_000
const PEOPLE = 200
const CRITERIA = 16
const SEEDS = [1, 2, 3, 4, 5]
const K = 3

/**
 * SMAA of 200 people by 16 criteria in 10,000 samples, every interval open, against the same as anybody would write it
 * down. Both must agree within their standard errors.
 */
export async function robustBench() {
  const runs: Awaited<ReturnType<typeof runOf>>[] = []
  for (const seed of SEEDS) runs.push(await runOf(seed))
  const median = (of: (run: (typeof runs)[number]) => number) => quantile(runs.map(of), 0.5)
  return {
    ms: round(median(({ ms }) => ms)),
    ...{ samples: SAMPLES, people: PEOPLE, criteria: CRITERIA, k: K },
    cpuMs: round(median(({ cpuMs }) => cpuMs)),
    slowestMs: round(Math.max(...runs.map(({ ms }) => ms))),
    plainMs: round(median(({ plainMs }) => plainMs)),
    ratioToPlain: round(
      median(({ ms, plainMs }) => ms / plainMs),
      3,
    ),
    /** Of the share in the first three, in standard errors of a difference; above 4 something is wrong. */
    furthestFromPlain: round(Math.max(...runs.map(({ furthest }) => furthest))),
    runs: runs.map(({ seed, ms, cpuMs, plainMs }) => ({
      ...{ seed, ms: round(ms), cpuMs: round(cpuMs), plainMs: round(plainMs) },
    })),
  }
}

async function runOf(seed: number) {
  const question = questionOf(seed)
  // Compiled first: a server has answered before.
  tallyOf(question, SAMPLES / 10, K)
  let tally = tallyOf(question, 1, K)
  const before = process.cpuUsage()
  const ms = await millisecondsOf(() => {
    tally = tallyOf(question, SAMPLES, K)
  })
  const { user, system } = process.cpuUsage(before)
  let plain: number[] = []
  const plainMs = await millisecondsOf(() => {
    plain = plainTops(question)
  })
  const apart = plain.map((times, at) => apartOf(times / SAMPLES, tally.top[at]! / SAMPLES))
  return { seed, ms, cpuMs: (user + system) / 1000, plainMs, furthest: Math.max(...apart) }
}

function apartOf(one: number, other: number): number {
  const mean = (one + other) / 2
  const error = Math.sqrt((2 * mean * (1 - mean)) / SAMPLES)
  return error === 0 ? 0 : Math.abs(one - other) / error
}

/** People whose every criterion is open to some part, and weights that differ. */
function questionOf(seed: number): Question {
  const chance = chanceOf(seed, -9)
  const [low, high] = [new Float64Array(PEOPLE * CRITERIA), new Float64Array(PEOPLE * CRITERIA)]
  for (let at = 0; at < low.length; at++) {
    const known = uniform(chance)
    low[at] = known * uniform(chance)
    high[at] = low[at]! + 1 - known
  }
  const value = low.map((from, at) => (from + high[at]!) / 2)
  const parts = Array.from({ length: CRITERIA }, () => 1 + 8 * uniform(chance))
  const sum = parts.reduce((total, part) => total + part, 0)
  const beliefs = { people: PEOPLE, criteria: CRITERIA, value, low, high }
  return { beliefs, alphas: alphasAround(parts.map((part) => part / sum)), seed }
}

/** Sample by sample, person by person, criterion by criterion, and a sort. */
function plainTops({ beliefs, alphas, seed }: Question): number[] {
  const chance = chanceOf(seed, -10)
  const tops = Array.from({ length: PEOPLE }, () => 0)
  for (let sample = 0; sample < SAMPLES; sample++) {
    const parts = alphas.map((alpha) => gamma(chance, alpha))
    const sum = parts.reduce((total, part) => total + part, 0)
    const scored = []
    for (let person = 0; person < PEOPLE; person++) {
      let score = 0
      for (let criterion = 0; criterion < CRITERIA; criterion++) {
        const at = person * CRITERIA + criterion
        const value = beliefs.low[at]! + (beliefs.high[at]! - beliefs.low[at]!) * uniform(chance)
        score += (parts[criterion]! / sum) * value
      }
      scored.push({ person, score })
    }
    scored.sort((a, b) => b.score - a.score)
    for (const { person } of scored.slice(0, K)) tops[person]!++
  }
  return tops
}
