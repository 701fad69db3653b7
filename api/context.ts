import type { Db } from '../db/connect.ts'
import type { County } from './candidacies.ts'
import type { Log } from './log.ts'
import type { PlanRuns } from './plan-runs.ts'
import type { SolverThreads } from './solver/index.ts'

/** All that the application is given. */
export type Dependencies = {
  db: Db
  /** The day it is, as ISO text. */
  today: () => string
  solver: SolverThreads
  countyCode: string
  log: Log
  planRuns?: PlanRuns
}

export type Env = {
  Variables: {
    db: Db
    today: () => string
    solver: SolverThreads
    planRuns: PlanRuns
    log: Log
    requestId: string
    countyCode: string
    /** Everything about the county that matching needs, from memory. */
    county: () => Promise<County>
  }
}
