import type { Log } from '../../api/log.ts'
import { Cancelled } from '../../api/solver/endings.ts'
import { type SolverThreads, startSolver } from '../../api/solver/index.ts'

let shared: SolverThreads | undefined

/**
 * The solver of this process: its threads take longer to start, and to become quick, than most tests run. It is ended
 * with the server that closes while something is asked of it, and the next server gets a new one.
 */
export function sharedSolver(log: Log): SolverThreads {
  shared ??= startSolver(log)
  const threads = shared
  let running = 0
  let isClosed = false
  const counted =
    <Given extends unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      if (isClosed) throw new Cancelled()
      running++
      return ask(...given).finally(() => running--)
    }
  return {
    slate: counted(threads.slate),
    misses: counted(threads.misses),
    alternatives: counted(threads.alternatives),
    costs: counted(threads.costs),
    shortlist: counted(threads.shortlist),
    plan: counted(threads.plan),
    gaps: counted(threads.gaps),
    depth: counted(threads.depth),
    planCosts: counted(threads.planCosts),
    outlook: counted(threads.outlook),
    kill: threads.kill,
    close: async () => {
      isClosed = true
      if (running === 0) return
      if (shared === threads) shared = undefined
      await threads.close()
    },
  }
}
