import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { writeMps } from '../../api/mps-file.ts'
import { startSolver } from '../../api/solver/index.ts'
import type { Plan, Problem } from '../../matching/index.ts'
import { mpsPrices } from '../../matching/mps/index.ts'
import { randomProblem } from '../problems.ts'
import { isPresent, type Peer, type Reached, viaCbc, viaGlpsol, viaHighs } from './peer-runs.ts'
import { quantile, round } from './timing.ts'

const MODELS = [
  { model: 'township 20 × 1,000', seeds: 5, size: { villages: 20, people: 1000 } },
  { model: 'county 100 × 5,000', seeds: 5, size: { villages: 100, people: 5000, townships: 5 } },
  {
    model: 'county 300 × 20,000',
    seeds: 1,
    size: { villages: 300, people: 20_000, townships: 15 },
  },
]
/** Of total fit. Where a peer's best plan misses more than the least, its gap counts each miss at the price of the file. */
const GAP = 0.0005
const SECONDS = 60

type Run = Reached & { solver: string }
type Case = ReturnType<typeof caseOf>

/**
 * The full models of a township and of counties, as MPS files, to CBC and glpsol (side by side, a core each) and to
 * HiGHS without anything of ours: time to the gap that is asked of us, or the gap after a minute. Reading the file is
 * part of the time of the others as making the instance is of ours; the medians are over as many seeds as are said.
 */
export async function peersBench({ seeds }: { seeds: number | null }) {
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-bench-'))
  const skipped = ['cbc', 'glpsol'].filter((name) => !isPresent(name))
  for (const name of skipped)
    process.stderr.write(
      `peers: ${name} is not installed and left out (Debian coinor-cbc, glpk-utils)\n`,
    )
  const cases: Case[] = []
  try {
    for (const { model, size, seeds: usual } of MODELS) {
      const runs: Run[] = []
      for (let seed = 1; seed <= (seeds ?? usual); seed++) {
        process.stderr.write(`peers: ${model}, seed ${seed}\n`)
        runs.push(...(await compared(randomProblem({ ...size, seed }), folder)))
      }
      for (const [solver, own] of Map.groupBy(runs, (run) => run.solver))
        cases.push(caseOf(model, solver, own))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { gapAsked: GAP, limitSeconds: SECONDS, skipped, cases }
}

async function compared(problem: Problem, folder: string): Promise<Run[]> {
  const { plan, reached } = await ours(problem)
  const file = join(folder, 'model.mps')
  writeMps(file, problem)
  const priced = plan.tiers.reduce(
    (sum, { tier, misses }) => sum + mpsPrices[tier] * misses,
    -plan.objective,
  )
  const peer: Peer = { file, seconds: SECONDS, gap: GAP, fit: plan.objective, priced }
  const natives = { cbc: viaCbc, glpsol: viaGlpsol }
  const sideBySide = await Promise.all(
    Object.entries(natives)
      .filter(([name]) => isPresent(name))
      .map(async ([solver, run]) => ({ solver, ...(await run(peer)) })),
  )
  return [
    { solver: 'ours', ...reached },
    ...sideBySide,
    { solver: 'highs', ...(await viaHighs(peer)) },
  ]
}

async function ours(problem: Problem): Promise<{ plan: Plan; reached: Reached }> {
  const solver = startSolver(pino({ level: 'silent' }))
  const ask = (asked: Problem) =>
    solver.plan({
      kind: 'plan',
      problem: asked,
      timeLimitSeconds: SECONDS,
      gap: GAP,
      explainSeconds: 0,
    })
  try {
    // The server's thread is warm, too.
    await ask(randomProblem({ villages: 4, people: 100, seed: 1 }))
    const startedAt = performance.now()
    const { result } = await ask(problem)
    if (result.status !== 'solved') throw new Error('no plan')
    const seconds = (performance.now() - startedAt) / 1000
    return {
      plan: result.plan,
      reached: { seconds, gap: result.plan.gap, end: result.plan.stopped },
    }
  } finally {
    await solver.close()
  }
}

/** A gap of null is no plan at all; one that failed is told as it ended. */
function caseOf(model: string, solver: string, runs: readonly Run[]) {
  const gaps = runs.flatMap(({ gap }) => gap ?? [])
  return {
    model,
    solver,
    seconds: round(
      quantile(
        runs.map(({ seconds }) => seconds),
        0.5,
      ),
    ),
    gap:
      gaps.length * 2 > runs.length
        ? round(
            quantile(
              runs.map(({ gap }) => gap ?? Infinity),
              0.5,
            ),
            6,
          )
        : null,
    seeds: runs.length,
    withoutPlan: runs.length - gaps.length,
    slowest: round(Math.max(...runs.map(({ seconds }) => seconds))),
    ends: [...new Set(runs.map(({ end }) => end))],
  }
}
