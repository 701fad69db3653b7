import pino from 'pino'
import { startSolver } from '../../api/solver/index.ts'
import type { PlanResult } from '../../matching/types.ts'
import { randomProblem } from '../problems.ts'
import { millisecondsOf, quantile, referenceMs, round } from './timing.ts'

const POOLS = [50, 200, 1000, 2000]
const WARM_UP = 8
const RUNS = 30

/**
 * A village's slate from question to checked answer with who comes next, through the warm worker that the server uses.
 * `p95Ms` is of a question about people whom the worker has looked at before, as it has from the second question about
 * a village on (a pin, another weight); `firstP95Ms` of the first, which takes the people across.
 */
export async function villageBench() {
  const solver = startSolver(pino({ level: 'silent' }))
  const reference = referenceMs()
  const cases = []
  for (const pool of POOLS) {
    const first: number[] = []
    const again: number[] = []
    let proven = 0
    for (let run = 0; run < WARM_UP + RUNS; run++) {
      const problem = randomProblem({ villages: 1, people: pool, seed: run + 1 })
      const village = problem.villages[0]!.code
      const question = { kind: 'slate', problem, village, timeLimitSeconds: 10, gap: 1e-6 } as const
      const results: PlanResult[] = []
      const ask = () =>
        millisecondsOf(async () => {
          results.push((await solver.slate(question)).result)
        })
      const spent = [await ask(), await ask()] as const
      if (run < WARM_UP) continue
      first.push(spent[0])
      again.push(spent[1])
      if (results.every(isProven)) proven++
    }
    cases.push({
      pool,
      p50Ms: round(quantile(again, 0.5)),
      p95Ms: round(quantile(again, 0.95)),
      proven: proven / RUNS,
      firstP50Ms: round(quantile(first, 0.5)),
      firstP95Ms: round(quantile(first, 0.95)),
      p50OverReference: round(quantile(again, 0.5) / reference, 3),
    })
  }
  await solver.close()
  return { referenceMs: round(reference), cases }
}

function isProven(result: PlanResult): boolean {
  if (result.status !== 'solved') return false
  const { gap, tiers } = result.plan
  return gap <= 1e-4 && tiers.every((tier) => tier.proven)
}
