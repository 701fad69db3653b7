import pino from 'pino'
import { startSolver } from '../../api/solver/index.ts'
import { randomProblem } from '../problems.ts'
import { millisecondsOf, quantile, referenceMs, round } from './timing.ts'

const POOLS = [50, 200, 1000, 2000]
const WARM_UP = 8
const RUNS = 30

/** A village's slate from question to checked answer, through the warm worker that the server uses. */
export async function villageBench() {
  const solver = startSolver(pino({ level: 'silent' }))
  const reference = referenceMs()
  const cases = []
  for (const pool of POOLS) {
    const milliseconds: number[] = []
    let proven = 0
    for (let run = 0; run < WARM_UP + RUNS; run++) {
      const problem = randomProblem({ villages: 1, people: pool, seed: run + 1 })
      const question = {
        kind: 'plan',
        problem,
        timeLimitSeconds: 10,
        gap: 1e-6,
        explainSeconds: 0,
      } as const
      let isProven = false
      const spent = await millisecondsOf(async () => {
        const { result } = await solver.plan(question)
        isProven =
          result.status === 'solved' &&
          result.plan.gap <= 1e-4 &&
          result.plan.tiers.every((tier) => tier.proven)
      })
      if (run < WARM_UP) continue
      milliseconds.push(spent)
      if (isProven) proven++
    }
    cases.push({
      pool,
      p50Ms: round(quantile(milliseconds, 0.5)),
      p95Ms: round(quantile(milliseconds, 0.95)),
      proven: proven / RUNS,
      p50OverReference: round(quantile(milliseconds, 0.5) / reference, 3),
    })
  }
  await solver.close()
  return { referenceMs: round(reference), cases }
}
