import { type AuditEntry, appendAudit, keepSubjects, setOf } from '../../db/audit.ts'
import { hastily } from '../../db/engine.ts'
import { listImportSubjects } from '../../db/import-changes.ts'
import { findImport, updateImport } from '../../db/imports.ts'
import { poolRevisionOf, rebuildPool } from '../../db/pool.ts'
import { forgetCounty } from '../remembered.ts'
import { inBatches } from './batches.ts'
import { checkRows, rowCounts } from './checking.ts'
import type { Job } from './job.ts'
import { setupOf } from './setup.ts'
import { type Counts, NO_COUNTS } from './types.ts'
import { POOL_CHANGED } from './words.ts'
import { putOffices, writePeople } from './writing-people.ts'
import { putVillages, readVillages } from './writing-villages.ts'

/**
 * Writes all rows. People who are new stay hidden until the last step shows them together; whoever is known has the old
 * values kept. Throws when it could not be finished: the caller takes back what was done.
 */
export async function writeImport(job: Job, entry: AuditEntry): Promise<void> {
  const row = (await findImport(job.db, job.scope, job.id))!
  if (row.state !== 'writing') return
  const fresh = { ...job, row }
  if (await isStale(fresh)) return
  const setup = await setupOf(fresh)
  if (setup.kind === 'villages') {
    const states = await readVillages(fresh, setup)
    await reveal(fresh, entry, (transaction) => putVillages(fresh, transaction, states))
  } else {
    const offices = await writePeople(fresh, setup)
    await reveal(fresh, entry, (transaction) => putOffices(fresh, transaction, offices))
  }
}

/** The pool may have changed since the check: rows are checked again, and a new fault ends the writing before it begins. */
async function isStale(job: Job): Promise<boolean> {
  const scope = { countyCode: job.countyCode }
  const before = job.row.counts as Counts
  if (before.poolRevision === (await poolRevisionOf(job.db, scope)).poolRevision) return false
  const { counts } = await checkRows(job, 'writing')
  const isFaulty = counts.faulty > 0
  const change = isFaulty
    ? ({ state: 'checked', counts, problem: POOL_CHANGED } as const)
    : ({ counts } as const)
  await updateImport(job.db, job.scope, job.id, { from: ['writing'] }, change)
  return isFaulty
}

/** One transaction in which everything shows, with its one entry in the audit. */
async function reveal(
  job: Job,
  entry: AuditEntry,
  work: (transaction: Job['db'] & Parameters<typeof appendAudit>[0]) => Promise<void>,
): Promise<void> {
  const { db, countyCode, keyring, id, signal } = job
  const scope = { countyCode }
  const touched = await listImportSubjects(db, scope, id)
  const people = touched.flatMap(({ subject }) => (subject.includes(':') ? [] : subject))
  const subjects = [id, ...people]
  const subjectSet = setOf(subjects)
  await inBatches(subjects, signal, (part) =>
    hastily(db, (it) => keepSubjects(it, scope, subjectSet, part)),
  )
  signal.throwIfAborted()
  const before = job.row.counts as Counts
  const counts: Counts = { ...NO_COUNTS, ...before, ...(await rowCounts(job)), progress: null }
  const { kinds: _, progress: __, undone: ___, poolRevision: ____, ...detail } = counts
  await db.transaction().execute(async (transaction) => {
    await work(transaction)
    // What is kept of the file is what a list of imports shows: no values of it.
    const change = { state: 'done', counts, reading: null, problem: null } as const
    const finishedAt = job.now()
    const isRight = await updateImport(
      ...([transaction, scope, id, { from: ['writing'] }, { ...change, finishedAt }] as const),
    )
    if (!isRight) throw new Error('an import that is no longer being written')
    await rebuildPool(transaction, scope)
    const told = { ...entry, at: finishedAt, subjects, detail: { kind: job.row.kind, ...detail } }
    await appendAudit(transaction, keyring, scope, [told])
  })
  forgetCounty(db)
}
