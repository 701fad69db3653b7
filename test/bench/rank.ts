import { rank } from '../../matching/index.ts'
import { randomProblem } from '../problems.ts'
import { millisecondsOf, quantile, referenceMs, round } from './timing.ts'

/** Ranking one post over 3,200 people of whom about a third are in reach. */
export async function rankBench() {
  const { talents, villages, policy } = randomProblem({ villages: 2, people: 3200, seed: 1 })
  const milliseconds: number[] = []
  for (let run = 0; run < 30; run++) {
    const spent = await millisecondsOf(() =>
      rank({ talents, village: villages[0]!, post: 'chair', policy }),
    )
    if (run >= 10) milliseconds.push(spent)
  }
  const reference = referenceMs()
  return {
    people: talents.length,
    p50Ms: round(quantile(milliseconds, 0.5)),
    p95Ms: round(quantile(milliseconds, 0.95)),
    p50OverReference: round(quantile(milliseconds, 0.5) / reference, 3),
  }
}
