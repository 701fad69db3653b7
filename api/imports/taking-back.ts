import { appendAudit } from '../../db/audit.ts'
import { hastily } from '../../db/engine.ts'
import {
  type ImportAct,
  pageOfImportChanges,
  removeImportChanges,
} from '../../db/import-changes.ts'
import {
  keepPeople,
  listUsedOfImport,
  removeFreeSkills,
  removePeople,
} from '../../db/import-people.ts'
import { removeImportRows } from '../../db/import-rows.ts'
import { findImport, updateImport } from '../../db/imports.ts'
import { followTalents, rebuildPool } from '../../db/pool.ts'
import type { ImportState } from '../../db/schema/pool.ts'
import type { Words } from '../../matching/types.ts'
import { entryBy } from '../auditing.ts'
import { forgetCounty } from '../remembered.ts'
import { createPace } from './batches.ts'
import { putBack, VILLAGE } from './before.ts'
import type { Job } from './job.ts'
import { type Counts, NO_COUNTS } from './types.ts'
import { TAKEN_BACK } from './words.ts'

/** Everything that a writing did goes, whatever ended it, and the import is checked again, as it was before. */
export async function takeBack(job: Job, words: Words = TAKEN_BACK): Promise<void> {
  const { db, countyCode, keyring, id } = job
  const scope = { countyCode }
  if ((await findImport(db, scope, id))?.state !== 'writing') return
  await putAllBack(job, 'writing', 'written')
  await removeCreated(job, 'writing')
  const row = await findImport(db, scope, id)
  const counts = { ...NO_COUNTS, ...(row?.counts as Counts | null), progress: null }
  await db.transaction().execute(async (transaction) => {
    const change = { state: 'checked', problem: words, counts } as const
    if (!(await updateImport(transaction, scope, id, { from: ['writing'] }, change))) return
    await rebuildPool(transaction, scope)
    const entry = entryBy('system', { action: 'import.taken-back', subjects: [id] })
    await appendAudit(transaction, keyring, scope, [entry])
  })
  forgetCounty(db)
}

/** People who were known get their old values back; how many. */
export async function putAllBack(
  job: Job,
  state: ImportState,
  how: 'written' | 'done',
): Promise<number> {
  let restored = 0
  await eachAct(job, 'updated', async (acts) => {
    await job.db.transaction().execute(async (transaction) => {
      for (const act of acts) restored += (await putBack(job, transaction, act, how)) ? 1 : 0
      const people = acts.flatMap(({ subject }) => (subject.startsWith(VILLAGE) ? [] : subject))
      await followTalents(transaction, { countyCode: job.countyCode }, people)
      await removeImportChanges(
        ...([transaction, job.scope, job.id] as const),
        acts.map(({ subject }) => subject),
      )
    })
    await job.progress(state, restored, restored)
  })
  return restored
}

/** People and words of the dictionary that the import brought; how many people. */
export async function removeCreated(job: Job, state: ImportState): Promise<number> {
  const scope = { countyCode: job.countyCode }
  let removed = 0
  // Somebody may have found a way to use one of them: such a person stays, and is nobody's any more.
  const used = new Set(await listUsedOfImport(job.db, scope, job.id))
  await keepPeople(job.db, scope, [...used])
  await eachAct(job, 'created', async (acts) => {
    const subjects = acts.map(({ subject }) => subject)
    const people = subjects.filter((it) => !used.has(it) && !it.includes(':'))
    await hastily(job.db, async (transaction) => {
      await removePeople(transaction, scope, people)
      await removeWords(transaction, scope, subjects)
      await removeImportChanges(transaction, scope, job.id, subjects)
    })
    removed += people.length
    await job.progress(state, removed, removed)
  })
  return removed
}

/** The rows of a file that wait go, some at a time. */
export async function removeRows(job: Pick<Job, 'db' | 'scope' | 'id'>): Promise<void> {
  const pace = createPace(500)
  for (;;) {
    const startedAt = performance.now()
    const removed = await hastily(job.db, (it) =>
      removeImportRows(it, job.scope, job.id, pace.size()),
    )
    await pace.after(startedAt)
    if (removed === 0) return
  }
}

async function eachAct(
  job: Job,
  act: ImportAct['act'],
  work: (acts: ImportAct[]) => Promise<void>,
): Promise<void> {
  const pace = createPace(50)
  for (let after = ''; ; ) {
    const startedAt = performance.now()
    const scope = { countyCode: job.countyCode }
    const acts = await pageOfImportChanges(job.db, scope, job.id, {
      act,
      after,
      limit: pace.size(),
    })
    if (acts.length === 0) return
    await work(acts)
    after = acts.at(-1)!.subject
    await pace.after(startedAt)
  }
}

/** Subject of a word that came into the dictionary with the import. */
export const SKILL = 'skill:'

async function removeWords(db: Job['db'], scope: { countyCode: string }, subjects: string[]) {
  const ids = subjects.flatMap((it) => (it.startsWith(SKILL) ? it.slice(SKILL.length) : []))
  await removeFreeSkills(db, scope, ids)
}
