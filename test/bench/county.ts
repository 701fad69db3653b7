import { loadHighs } from '../../api/solver/highs.ts'
import { check, type Plan, solvePlan } from '../../matching/index.ts'
import { randomProblem } from '../problems.ts'
import { quantile, referenceMs, round } from './timing.ts'

type Size = { villages: number; people: number; seeds: number }
type Run = {
  seconds: number
  firstAnswerSeconds: number
  gap: number
  violations: number
  tiersProven: boolean
  stopped: Plan['stopped']
}

const GAP = 0.0005
const VILLAGES_PER_TOWNSHIP = 20

/**
 * A county from question to certificate in a warm process, as the server's worker solves it: seconds, certified gap,
 * violations found by the independent check, memory of HiGHS, and when the first whole plan was there.
 */
export async function countyBench({ villages, people, seeds }: Size) {
  const highs = await loadHighs()
  const reference = referenceMs()
  solveOnce(highs, { villages: 20, people: 1000, seed: 100 })
  const runs = Array.from({ length: seeds }, (_, index) =>
    solveOnce(highs, { villages, people, seed: index + 1 }),
  )
  const median = (value: (run: Run) => number) => quantile(runs.map(value), 0.5)
  const seconds = median((run) => run.seconds)
  return {
    villages,
    people,
    seconds: round(seconds, 2),
    secondsOverReference: round((1000 * seconds) / reference, 1),
    gap: median((run) => run.gap),
    violations: runs.reduce((sum, run) => sum + run.violations, 0),
    heapMB: round(highs.memoryBytes / 2 ** 20),
    firstAnswerSeconds: round(
      median((run) => run.firstAnswerSeconds),
      2,
    ),
    slowestSeconds: round(Math.max(...runs.map((run) => run.seconds)), 2),
    widestGap: Math.max(...runs.map((run) => run.gap)),
    tiersProven: runs.filter((run) => run.tiersProven).length / runs.length,
    stoppedByGap: runs.filter((run) => run.stopped === 'gap').length / runs.length,
    seeds,
  }
}

type Highs = Awaited<ReturnType<typeof loadHighs>>

function solveOnce(highs: Highs, size: { villages: number; people: number; seed: number }): Run {
  const townships = Math.max(1, Math.round(size.villages / VILLAGES_PER_TOWNSHIP))
  const problem = randomProblem({ ...size, townships })
  const begun = performance.now()
  const spent = () => (performance.now() - begun) / 1000
  let firstAnswerSeconds = Number.NaN
  const result = solvePlan(
    problem,
    { highs, gap: GAP, secondsLeft: () => 120 - spent() },
    ({ objective }) => {
      if (objective !== null && Number.isNaN(firstAnswerSeconds)) firstAnswerSeconds = spent()
    },
  )
  const seconds = spent()
  if (result.status !== 'solved') throw new Error('the county is impossible')
  const { plan } = result
  return {
    seconds,
    firstAnswerSeconds,
    gap: plan.gap,
    violations: check(problem, plan).length,
    tiersProven: plan.tiers.every(({ proven }) => proven),
    stopped: plan.stopped,
  }
}
