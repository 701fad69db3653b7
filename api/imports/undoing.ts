import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { type AuditEntry, appendAudit } from '../../db/audit.ts'
import {
  listChangedSince,
  listImportSubjects,
  pageOfImportChanges,
  removeImportChanges,
} from '../../db/import-changes.ts'
import { keepPeople, listIdsInPlans, listUsedOfImport } from '../../db/import-people.ts'
import { findImport, type Import, updateImport } from '../../db/imports.ts'
import { rebuildPool } from '../../db/pool.ts'
import type { Database } from '../../db/schema.ts'
import { changing, entryFor } from '../auditing.ts'
import type { Env } from '../context.ts'
import { forgetCounty } from '../remembered.ts'
import { putBack, VILLAGE } from './before.ts'
import type { Job } from './job.ts'
import { ownOf } from './mending.ts'
import { notNow } from './refusals.ts'
import { putAllBack, removeCreated } from './taking-back.ts'
import { type Counts, type Left, NO_COUNTS } from './types.ts'

/**
 * From here on everybody whom the import brought is hidden, but those who were changed or used since: they stay, and are
 * named. Villages are put back at once; people follow in the background.
 */
export async function beginUndo(c: Context<Env>, row: Import): Promise<void> {
  const { clock, countyCode, importRuns } = c.var
  const own = { ...ownOf(c.var, row), now: () => clock().toISOString() }
  const scope = { countyCode }
  await changing(c, async (transaction, tell) => {
    const villages = await putVillagesBack(own, transaction)
    const left = await leftOf(own, transaction)
    const ids = new Set(left.map(({ id }) => id))
    await keepPeople(transaction, scope, [...ids])
    await removeImportChanges(transaction, scope, row.id, [...ids])
    const people = (await listImportSubjects(transaction, scope, row.id)).filter(
      ({ subject }) => !subject.includes(':'),
    )
    const removed = people.filter(({ act }) => act === 'created').length
    const undone = {
      removed,
      restored: people.length - removed + villages.restored,
      left: [...left, ...villages.left],
    }
    const counts: Counts = { ...NO_COUNTS, ...(row.counts as Counts), undone }
    const change = { state: 'undoing', counts } as const
    if (!(await updateImport(transaction, c.var.scope, row.id, { from: ['done'] }, change)))
      throw notNow((await findImport(transaction, c.var.scope, row.id))?.state ?? row.state)
    await rebuildPool(transaction, scope)
    const detail = { removed, restored: undone.restored, left: undone.left.length }
    tell({ action: 'import.undoing', subjects: [row.id, ...ids], detail })
  })
  forgetCounty(c.var.db)
  importRuns.undo(row.id, await entryFor(c, { action: 'import.undone', subjects: [row.id] }))
}

/** Takes away and puts back what an undo is about; begun again after a stop it goes on. */
export async function undoImport(job: Job, entry: AuditEntry): Promise<void> {
  const { db, countyCode, keyring, id } = job
  const scope = { countyCode }
  await putAllBack(job, 'undoing', 'done')
  await removeCreated(job, 'undoing')
  const row = (await findImport(db, scope, id))!
  const counts: Counts = { ...NO_COUNTS, ...(row.counts as Counts), progress: null }
  const { removed = 0, restored = 0, left = [] } = counts.undone ?? {}
  const people = left.flatMap((it) => (it.id.includes('-') ? it.id : []))
  await db.transaction().execute(async (transaction) => {
    const change = { state: 'undone', counts, finishedAt: job.now() } as const
    if (!(await updateImport(transaction, scope, id, { from: ['undoing'] }, change))) return
    await rebuildPool(transaction, scope)
    const detail = { removed, restored, left: left.length }
    const told = { ...entry, at: job.now(), subjects: [id, ...people], detail }
    await appendAudit(transaction, keyring, scope, [told])
  })
  forgetCounty(db)
}

type Own = Pick<Job, 'id' | 'db' | 'countyCode' | 'keyring' | 'scope' | 'sealing' | 'row' | 'now'>

/** Villages that are as the import left them get their seats, terms and offices back. */
async function putVillagesBack(own: Own, transaction: Transaction<Database>) {
  const scope = { countyCode: own.countyCode }
  const page = { act: 'updated', after: VILLAGE, limit: 100_000 } as const
  const acts = (await pageOfImportChanges(transaction, scope, own.id, page)).filter(({ subject }) =>
    subject.startsWith(VILLAGE),
  )
  const left: Left[] = []
  for (const act of acts)
    if (!(await putBack(own, transaction, act, 'done')))
      left.push({ id: act.subject.slice(VILLAGE.length), why: 'changed' })
  await removeImportChanges(
    ...([transaction, scope, own.id] as const),
    acts.map(({ subject }) => subject),
  )
  return { restored: acts.length - left.length, left }
}

async function leftOf({ countyCode, id }: Own, transaction: Transaction<Database>) {
  const scope = { countyCode }
  const changed = await listChangedSince(transaction, scope, id)
  const used = new Set(await listUsedOfImport(transaction, scope, id))
  const planned = await listIdsInPlans(transaction, scope)
  const brought = (await listImportSubjects(transaction, scope, id)).filter(
    ({ act, subject }) => act === 'created' && (used.has(subject) || planned.has(subject)),
  )
  const left = new Map<string, Left>(changed.map(({ id }) => [id, { id, why: 'changed' }]))
  for (const { subject } of brought)
    if (!left.has(subject)) left.set(subject, { id: subject, why: 'used' })
  return [...left.values()]
}
