import { loadHighs } from '../api/solver/highs.ts'
import type { Solver } from '../matching/index.ts'

const highs = await loadHighs()

/** HiGHS in this process, without a limit of time unless the test is about one. */
export function solver(options: Partial<Solver> = {}): Solver {
  return { highs, gap: 0, secondsLeft: () => 60, ...options }
}
