import type { AuditEntry } from '../../db/audit.ts'
import { removeLeftRows } from '../../db/import-rows.ts'
import { findImport, listUnfinishedImports, updateImport } from '../../db/imports.ts'
import type { ImportState } from '../../db/schema/pool.ts'
import { entryBy } from '../auditing.ts'
import type { Dependencies } from '../context.ts'
import { checkImport } from './checking.ts'
import type { Doubles } from './doubles.ts'
import { createJob, type Job } from './job.ts'
import { readImport } from './reading.ts'
import { tooManyWaiting } from './refusals.ts'
import { removeRows, takeBack } from './taking-back.ts'
import { undoImport } from './undoing.ts'
import { INTERRUPTED, READING_INTERRUPTED, STOPPED, UNFORESEEN } from './words.ts'
import { writeImport } from './writing.ts'

export type ImportEvent =
  | { event: 'progress'; data: { state: ImportState; done: number; of: number } }
  | { event: 'end'; data: { state: ImportState } }
type Listener = (event: ImportEvent) => void
type Step =
  | { kind: 'read'; bytes: Uint8Array; sheet?: string | undefined }
  | { kind: 'check' }
  | { kind: 'write' | 'undo'; entry: AuditEntry }
  | { kind: 'discard' }
type Run = {
  id: string
  step: Step
  controller: AbortController
  listeners: Set<Listener>
  last: ImportEvent | null
}

/** The imports that this process works at, one after the other. What is stored decides; this carries it out. */
export type ImportRuns = ReturnType<typeof createImportRuns>

/** Files wait in memory; those that come at once from one account. */
const [MOST_WAITING, MOST_COMING] = [4, 2]

export function createImportRuns(given: Dependencies) {
  const runs = new Map<string, Run>()
  /** Accounts whose files are on their way. */
  const coming: string[] = []
  const files = new Map<string, Uint8Array>()
  const doubles = new Map<string, Doubles>()
  const queue = { last: Promise.resolve() as Promise<unknown>, isStopping: false }
  const take = (id: string, step: Step) => {
    const before = runs.get(id)
    const listeners = before?.listeners ?? new Set<Listener>()
    const run: Run = { id, step, controller: new AbortController(), listeners, last: null }
    runs.set(id, run)
    queue.last = queue.last.then(() => carryOut(run))
  }
  const carryOut = async (run: Run) => {
    const state = await stateAfter(run).catch((error: unknown) => fail(run, error))
    if (runs.get(run.id) === run) {
      runs.delete(run.id)
      tell(run, { event: 'end', data: { state } })
      run.listeners.clear()
    }
    // Nobody needs to wait until the rows of a file that is in the pool are gone.
    if (run.step.kind === 'write' && state === 'done') {
      const scope = { countyCode: given.countyCode }
      await removeRows({ db: given.db, scope, id: run.id }).catch(() => undefined)
    }
  }
  const stateAfter = async (run: Run): Promise<ImportState> => {
    const { step, id, controller } = run
    const onProgress = (data: { state: ImportState; done: number; of: number }) =>
      tell(run, { event: 'progress', data })
    const job = await createJob(given, { id, signal: controller.signal, onProgress, doubles })
    if (!job) return 'cancelled'
    if (!queue.isStopping || step.kind === 'discard') await perform(job, step, { files, queue })
    return (await findImport(given.db, { countyCode: given.countyCode }, id))?.state ?? 'cancelled'
  }
  const fail = async (run: Run, error: unknown): Promise<ImportState> => {
    given.log.error({ err: error, import: run.id, step: run.step.kind }, 'import failed')
    const from = ['reading', 'checking', 'asking'] as const
    const change = { state: 'failed', problem: UNFORESEEN, reading: null } as const
    const { db, countyCode } = given
    const scope = { countyCode }
    if (await updateImport(db, scope, run.id, { from }, change).catch(() => false))
      await removeRows({ db, scope, id: run.id }).catch(() => undefined)
    return (await findImport(db, { countyCode }, run.id).catch(() => null))?.state ?? 'failed'
  }
  return {
    /** Keeps a place from before the first byte comes; an account that sends slowly leaves some to others. */
    async inRoom<T>(account: string, work: () => Promise<T>): Promise<T> {
      const waiting = [...runs.values()].filter(({ step }) => step.kind === 'read')
      if (coming.filter((it) => it === account).length >= MOST_COMING)
        throw tooManyWaiting(MOST_COMING)
      if (waiting.length + coming.length >= MOST_WAITING) throw tooManyWaiting(MOST_WAITING)
      coming.push(account)
      try {
        return await work()
      } finally {
        coming.splice(coming.indexOf(account), 1)
      }
    },
    read: (id: string, bytes: Uint8Array) => take(id, { kind: 'read', bytes }),
    /** False when the file is not kept any more. */
    readSheet(id: string, sheet: string): boolean {
      const bytes = files.get(id)
      if (bytes) take(id, { kind: 'read', bytes, sheet })
      return bytes !== undefined
    },
    hasFile: (id: string) => files.has(id),
    check: (id: string) => take(id, { kind: 'check' }),
    write: (id: string, entry: AuditEntry) => take(id, { kind: 'write', entry }),
    undo: (id: string, entry: AuditEntry) => take(id, { kind: 'undo', entry }),
    stopWriting: (id: string) => runs.get(id)?.controller.abort(),
    discard(id: string) {
      runs.get(id)?.controller.abort()
      files.delete(id)
      doubles.delete(id)
      take(id, { kind: 'discard' })
    },
    /** Undefined when nothing is done about it here. */
    watch(id: string, listener: Listener): (() => void) | undefined {
      const run = runs.get(id)
      if (!run) return undefined
      if (run.last) listener(run.last)
      run.listeners.add(listener)
      return () => run.listeners.delete(listener)
    },
    doubles,
    /** Takes up what an earlier process left in a state that can go on by itself. */
    async resume() {
      const { db, countyCode } = given
      for (const { id, state } of await listUnfinishedImports(db, { countyCode })) {
        if (state === 'checking') take(id, { kind: 'check' })
        if (state === 'undoing')
          take(id, { kind: 'undo', entry: entryBy('system', { action: 'import.undone' }) })
      }
    },
    /** Ends what runs: a writing is taken back, a reading fails, the rest goes on at the next start. */
    async stop() {
      queue.isStopping = true
      for (const { controller, step } of runs.values()) if (step.kind !== 'undo') controller.abort()
      await queue.last
    },
  }
}

/**
 * Before the server listens: a reading or writing that was cut short comes to a clean end, so that the pool is as it was
 * before; how many there were.
 */
export async function mendImports(given: Dependencies): Promise<number> {
  const { db, countyCode, log } = given
  const scope = { countyCode }
  await removeLeftRows(db, scope)
  const cut = (await listUnfinishedImports(db, scope)).filter(
    ({ state }) => state === 'reading' || state === 'writing',
  )
  for (const { id, state } of cut) {
    log.warn({ import: id, state }, 'an import was cut short and is taken back')
    const job = (await createJob(given, { id }))!
    if (state === 'writing') await takeBack(job, INTERRUPTED)
    else {
      const change = {
        state: 'failed',
        problem: READING_INTERRUPTED,
        finishedAt: now(given),
      } as const
      await updateImport(db, scope, id, { from: ['reading'] }, change)
      await removeRows(job)
    }
  }
  return cut.length
}

type Kept = { files: Map<string, Uint8Array>; queue: { isStopping: boolean } }

async function perform(job: Job, step: Step, { files, queue }: Kept): Promise<void> {
  if (step.kind === 'discard') return removeRows(job)
  if (step.kind === 'read') {
    await readImport(job, step, files)
    await checkImport(job)
  }
  if (step.kind === 'check') await checkImport(job)
  if (step.kind === 'undo') await undoImport(job, step.entry)
  if (step.kind === 'write') {
    files.delete(job.id)
    job.doubles.delete(job.id)
    await writeImport(job, step.entry).catch(async (error: unknown) => {
      const isWanted = job.signal.aborted
      if (!isWanted) job.log.error({ err: error, import: job.id }, 'import not written')
      await takeBack(job, isWanted ? (queue.isStopping ? INTERRUPTED : STOPPED) : undefined)
    })
  }
}

function tell(run: Run, event: ImportEvent): void {
  run.last = event
  for (const listener of run.listeners) listener(event)
}

const now = ({ clock = () => new Date() }: Dependencies) => clock().toISOString()
