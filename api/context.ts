import type { Db } from '../db/connect.ts'
import type { Keyring } from '../db/keyring.ts'
import type { Scope } from '../db/scope.ts'
import type { AttachmentStore } from './attachments/store.ts'
import type { Audit } from './auditing.ts'
import type { County } from './candidacies.ts'
import type { ImportRuns } from './imports/runs.ts'
import type { Installation } from './installation.ts'
import type { Log } from './log.ts'
import type { PaperRuns } from './papers/runs.ts'
import type { PlanRuns } from './plan-runs.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import type { SignedIn } from './signed-in.ts'
import type { SolverThreads } from './solver/index.ts'

/** All that the application is given. */
export type Dependencies = {
  db: Db
  /** The day it is, as ISO text. */
  today: () => string
  /** The instant it is: sessions, locks and codes count by it. */
  clock?: () => Date
  solver: SolverThreads
  countyCode: string
  keyring: Keyring
  /** Papers of nominees, outside the database. */
  attachments: AttachmentStore
  /** Where the heads of the audit chain are kept outside the database; none are when not given. */
  auditHeads?: string
  /** The address that people open it by, when it is not this machine alone. */
  origin?: string
  /** What the operator of the machine set; nothing is known of it when not given. */
  installation?: Installation
  log: Log
  planRuns?: PlanRuns
  importRuns?: ImportRuns
  paperRuns?: PaperRuns
  audit?: Audit
}

export type Env = {
  Variables: {
    db: Db
    today: () => string
    clock: () => Date
    solver: SolverThreads
    planRuns: PlanRuns
    importRuns: ImportRuns
    paperRuns: PaperRuns
    /** The application itself, asked as a browser asks it. */
    request: (address: URL, init: { headers: Record<string, string> }) => Promise<Response>
    log: Log
    requestId: string
    countyCode: string
    keyring: Keyring
    attachments: AttachmentStore
    auditHeads: string | undefined
    installation: Installation | undefined
    audit: Audit
    limits: SignInLimits
    /** Reached by HTTPS. */
    isSecure: boolean
    /** Of the peer, whatever a header says; null where there is no connection (tests). */
    address: string | null
    /** Set by `may`: who asks, and whose data they may touch. */
    session: SignedIn
    scope: Scope
    /** What the scope sees of the county, as matching needs it, from memory. */
    county: () => Promise<County>
  }
}
