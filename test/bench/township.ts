import pino from 'pino'
import { startSolver } from '../../api/solver/index.ts'
import { check, type Plan, type Problem } from '../../matching/index.ts'
import { evaluate, placementsOf } from '../../matching/plan/incumbent.ts'
import { prepare } from '../../matching/plan/instance.ts'
import { resultsAt } from '../../matching/plan/results.ts'
import { randomProblem } from '../problems.ts'
import { naivePlan } from './naive.ts'
import { millisecondsOf, quantile, referenceMs, round } from './timing.ts'

const SEEDS = [1, 2, 3, 4, 5]
/** Where solvers of such models say ‘optimal’: the default tolerance of HiGHS and CBC, of total fit. */
const OPTIMAL = 1e-4

type Greedy = { fit: number; villagesMissing: number }
type Run = Greedy & { seconds: number; gap: number; violations: number; greedy: Greedy }

/** Of a question that is asked first, since code that has not run yet is several times slower; no other has this one. */
const COLD = 100

/**
 * A township of 20 villages and 1,000 people through the worker that the server uses, warm as after its first plan
 * (which is told apart, `coldSeconds`), against teams put together village by village, best first.
 */
export async function townshipBench() {
  const solver = startSolver(pino({ level: 'silent' }))
  const reference = referenceMs()
  const cold = await planned(solver, COLD)
  const runs: Run[] = []
  for (const seed of SEEDS) {
    const { problem, plan, seconds } = await planned(solver, seed)
    runs.push({
      seconds,
      gap: plan.gap,
      violations: check(problem, plan).length,
      fit: plan.objective,
      villagesMissing: plan.slates.filter(({ targets }) => targets.some(isMissed)).length,
      greedy: greedyOf(problem),
    })
  }
  await solver.close()
  const median = (value: (run: Run) => number) => quantile(runs.map(value), 0.5)
  return {
    seconds: round(median(({ seconds }) => seconds)),
    coldSeconds: round(cold.seconds),
    secondsOverReference: round((1000 * median(({ seconds }) => seconds)) / reference, 1),
    gap: Math.max(...runs.map(({ gap }) => gap)),
    violations: runs.reduce((sum, { violations }) => sum + violations, 0),
    fit: round(
      median(({ fit }) => fit),
      3,
    ),
    villagesMissing: median(({ villagesMissing }) => villagesMissing),
    greedy: {
      fit: round(
        median(({ greedy }) => greedy.fit),
        3,
      ),
      villagesMissing: median(({ greedy }) => greedy.villagesMissing),
    },
    seeds: SEEDS.length,
  }
}

async function planned(solver: ReturnType<typeof startSolver>, seed: number) {
  const problem = randomProblem({ villages: 20, people: 1000, seed })
  const limits = { timeLimitSeconds: 60, gap: OPTIMAL, explainSeconds: 0 }
  let plan: Plan | undefined
  const spent = await millisecondsOf(async () => {
    const { result } = await solver.plan({ kind: 'plan', problem, ...limits })
    if (result.status === 'solved') plan = result.plan
  })
  if (plan === undefined) throw new Error('no plan')
  return { problem, plan, seconds: spent / 1000 }
}

/** Villages count as missing when a target of law or policy is missed. */
const isMissed = ({ met, tier }: Plan['slates'][number]['targets'][number]) =>
  met === false && tier !== 'wish'

function greedyOf(problem: Problem): Greedy {
  const instance = prepare(problem)
  const columns = naivePlan(instance)
  const teams = placementsOf(instance, columns)
  const missing = problem.villages.filter((_, village) =>
    resultsAt(instance, columns, teams, village).some(isMissed),
  )
  return { fit: evaluate(instance, columns).fit, villagesMissing: missing.length }
}
