import { kernelFor } from '../../api/scoring-kernel.ts'
import { createScores, putValues, topOf } from '../../matching/index.ts'
import { chanceOf, uniform } from '../../matching/robust/chance.ts'
import { mlMatrix, type Question, sorted, sqlite } from './rank/peers.ts'
import { streams } from './rank/stream.ts'
import { quantile, round } from './timing.ts'

const SIZES = [20_000, 200_000, 1_000_000]
const CRITERIA = 16
const K = 20
const SEEDS = [1, 2, 3, 4, 5]

type Timed = { ms: number; cpuMs: number }
type Run = {
  seed: number
  ours: Timed
  /** Reading the bytes that the pass reads, and the same values as 32-bit floating-point numbers. */
  stream: Timed
  floats: Timed
  exactLoop: Timed
  mlMatrix: Timed
  sqlite: Timed
  exact: boolean
}

/**
 * The first 20 of many people by a weighted sum of 16 criteria, against reading as many bytes, a matrix product of
 * ml-matrix and an ORDER BY of SQLite, all in the same run; everybody must answer the same 20 as a sort of exact sums.
 */
export async function rankBench() {
  const cases = []
  for (const n of SIZES)
    cases.push(
      caseOf(
        n,
        SEEDS.map((seed) => runOf(n, seed)),
      ),
    )
  return { cases }
}

function runOf(n: number, seed: number): Run {
  const question = questionOf(n, seed)
  const scores = createScores(CRITERIA, kernelFor(CRITERIA))
  for (let at = 0; at < n; at++)
    putValues(scores, at, question.values.subarray(at * CRITERIA, (at + 1) * CRITERIA))
  const expected = sorted(question).join()
  const stream = streams(n * CRITERIA)
  const matrix = mlMatrix(question)
  const table = sqlite(question)
  const plain = { ...scores, kernel: null }
  const first = (of: typeof scores) =>
    topOf(of, question.weights, question.k)
      .map(({ at }) => at)
      .join()
  const answers = [first(scores), first(plain), matrix.ask().join(), table.ask().join()]
  const run = {
    seed,
    ours: timeOf(() => first(scores), n),
    stream: timeOf(stream.bytes, n),
    floats: timeOf(stream.floats, n),
    exactLoop: timeOf(() => first(plain), n * 8),
    mlMatrix: timeOf(matrix.ask, n * 100),
    sqlite: timeOf(table.ask, n * 100),
    exact: answers.every((one) => one === expected),
  }
  table.close()
  return run
}

/** Values and weights alike between 0 and 1; the weights add up to 1. */
function questionOf(n: number, seed: number): Question {
  const chance = chanceOf(seed, -11)
  const values = Float64Array.from({ length: n * CRITERIA }, () => uniform(chance))
  const parts = Array.from({ length: CRITERIA }, () => uniform(chance))
  const sum = parts.reduce((total, part) => total + part, 0)
  return { values, weights: Float64Array.from(parts, (part) => part / sum), k: K }
}

/** Work that a measurement should take in all, so that short ones are repeated. */
const WORK = 60_000_000

/** The median of repeated runs, after some that are not counted. */
function timeOf(work: () => unknown, size: number): Timed {
  const many = Math.max(3, Math.min(400, Math.round(WORK / size)))
  for (let run = 0; run < Math.min(50, many); run++) work()
  const before = process.cpuUsage()
  const times = Array.from({ length: many }, () => {
    const startedAt = performance.now()
    work()
    return performance.now() - startedAt
  })
  const { user, system } = process.cpuUsage(before)
  return { ms: quantile(times, 0.5), cpuMs: (user + system) / 1000 / many }
}

function caseOf(n: number, runs: readonly Run[]) {
  const median = (of: (run: Run) => number) => quantile(runs.map(of), 0.5)
  const ratio = (to: 'stream' | 'floats' | 'exactLoop' | 'mlMatrix' | 'sqlite') =>
    round(
      median((run) => run.ours.ms / run[to].ms),
      5,
    )
  const nanoseconds = ({ ms }: Timed) => round((ms * 1e6) / n, 3)
  return {
    n,
    nsPerCandidate: round((median(({ ours }) => ours.ms) * 1e6) / n, 3),
    ratioToStream: ratio('stream'),
    ratioToMlMatrix: ratio('mlMatrix'),
    ratioToSqlite: ratio('sqlite'),
    exact: runs.every(({ exact }) => exact),
    /** Of the same values as 32-bit floating-point numbers, four times the bytes. */
    ratioToFloatStream: ratio('floats'),
    ratioToExactLoop: ratio('exactLoop'),
    cpuMs: round(
      median(({ ours }) => ours.cpuMs),
      4,
    ),
    worstRatioToStream: round(Math.max(...runs.map((run) => run.ours.ms / run.stream.ms))),
    runs: runs.map(({ seed, exact, ...of }) => ({
      ...{ seed, exact, ns: nanoseconds(of.ours), streamNs: nanoseconds(of.stream) },
      ...{ floatStreamNs: nanoseconds(of.floats), exactLoopNs: nanoseconds(of.exactLoop) },
      ...{ mlMatrixNs: nanoseconds(of.mlMatrix), sqliteNs: nanoseconds(of.sqlite) },
    })),
  }
}
