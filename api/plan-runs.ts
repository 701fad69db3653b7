import type { AuditEntry } from '../db/audit.ts'
import type { Progress, Words } from '../matching/types.ts'
import type { Dependencies } from './context.ts'
import { type Finish, finishPlan, listUnfinished, requeuePlan } from './plan-records.ts'
import type { ProgressPoint, StoredPlan } from './plan-solving.ts'
import { STOPPED_EARLY, startPlan } from './plan-starting.ts'
import { Problem } from './problem.ts'
import { Cancelled } from './solver/endings.ts'

export type PlanEvent =
  /** So many plans come first. */
  | { event: 'waiting'; data: { ahead: number } }
  | { event: 'progress'; data: Progress & { elapsedSeconds: number } }
  /** The solver died and works once more. */
  | { event: 'restarted'; data: { words: Words } }
  | { event: 'end'; data: { status: Finish['status'] | 'queued' | 'running' } }
type Listener = (event: PlanEvent) => void

/** The plans that run or wait in this process. What is stored decides; this only carries it out. */
export type PlanRuns = {
  /** Runs a stored plan once those before it are done. */
  take(id: string): void
  /** Tells what happened so far, then progress and the end; undefined when the plan does not run here (any more). */
  watch(id: string, listener: Listener): (() => void) | undefined
  /** How many plans come before this one; null when it does not wait. */
  ahead(id: string): number | null
  /** Asks a running plan to come to an end with the best so far; one that waits has nothing yet and is cancelled. */
  settle(id: string): Promise<boolean>
  /** Stores the plan as cancelled, running or waiting; false when it had finished already. */
  cancel(id: string, entry: AuditEntry): Promise<boolean>
  /** Takes up what an earlier process left queued or running. */
  resume(): Promise<void>
  /** Lets running plans finish within the limit; the rest stays stored as queued. */
  stop(limitSeconds: number): Promise<void>
}

type Run = {
  id: string
  isBegun: boolean
  /** Ends it with nothing; ends it with what it has. */
  controller: AbortController
  stopper: AbortController
  listeners: Set<Listener>
  /** All that was told, for whoever comes late. */
  told: PlanEvent[]
}
type Queue = {
  /** In the order they came. */
  runs: Map<string, Run>
  /** Settles when the plan that came last is done. */
  last: Promise<unknown>
  isStopping: boolean
}
/** Points of a chart that are kept: more than it has room for. */
const MOST_TOLD = 400

export function createPlanRuns(given: Dependencies): PlanRuns {
  const queue: Queue = { runs: new Map(), last: Promise.resolve(), isStopping: false }
  return {
    take: (id) => take(given, queue, id),
    watch: (id, listener) => watch(queue, id, listener),
    ahead: (id) => ahead(queue, id),
    settle: (id) => settle(given, queue, id),
    cancel: (id, entry) => cancel(given, queue, id, { status: 'cancelled' }, entry),
    async resume() {
      for (const id of await listUnfinished(given)) take(given, queue, id)
    },
    stop: (limitSeconds) => stop(queue, limitSeconds),
  }
}

function take(given: Dependencies, queue: Queue, id: string): void {
  if (queue.isStopping) return
  const run: Run = {
    ...{ id, isBegun: false, listeners: new Set(), told: [] },
    ...{ controller: new AbortController(), stopper: new AbortController() },
  }
  queue.runs.set(id, run)
  queue.last = queue.last
    .then(() => carryOut(given, queue, run))
    .catch((err) => {
      given.log.error({ err, plan: id }, 'plan could not be stored')
      tell(run, { event: 'end', data: { status: 'failed' } })
    })
    .finally(() => leave(queue, id))
}

function watch(queue: Queue, id: string, listener: Listener): (() => void) | undefined {
  const run = queue.runs.get(id)
  if (!run) return undefined
  const waits = ahead(queue, id) ?? 0
  if (waits > 0) listener({ event: 'waiting', data: { ahead: waits } })
  for (const event of run.told) listener(event)
  run.listeners.add(listener)
  return () => run.listeners.delete(listener)
}

function ahead({ runs }: Queue, id: string): number | null {
  const run = runs.get(id)
  return !run || run.isBegun ? null : [...runs.keys()].indexOf(id)
}

async function settle(given: Dependencies, queue: Queue, id: string): Promise<boolean> {
  const run = queue.runs.get(id)
  if (!run) return false
  if (!run.isBegun) return cancel(given, queue, id, NOTHING_YET)
  run.stopper.abort()
  return true
}

const NOTHING_YET: Finish = {
  status: 'cancelled',
  failure: { type: 'stopped-early', detail: STOPPED_EARLY },
}

/** Stored first: what was acknowledged must survive whatever happens to this process. */
async function cancel(
  given: Dependencies,
  queue: Queue,
  id: string,
  finish: Finish,
  entry?: AuditEntry,
): Promise<boolean> {
  if (!(await finishPlan(given, id, finish, entry))) return false
  const run = queue.runs.get(id)
  if (!run) return true
  leave(queue, id)
  run.controller.abort()
  tell(run, { event: 'end', data: { status: 'cancelled' } })
  return true
}

/** Whoever waits behind moves up. */
function leave(queue: Queue, id: string): void {
  if (!queue.runs.delete(id)) return
  for (const [other, run] of queue.runs) {
    const waits = ahead(queue, other)
    if (waits !== null) tell(run, { event: 'waiting', data: { ahead: waits } })
  }
}

async function stop(queue: Queue, limitSeconds: number): Promise<void> {
  queue.isStopping = true
  const abortAll = () => {
    for (const { controller } of queue.runs.values()) controller.abort()
  }
  const limit = setTimeout(abortAll, limitSeconds * 1000)
  await queue.last
  clearTimeout(limit)
}

async function carryOut(given: Dependencies, queue: Queue, run: Run): Promise<void> {
  if (queue.isStopping) return tell(run, { event: 'end', data: { status: 'queued' } })
  run.isBegun = true
  const finish = await finishOf(given, run)
  const isUnfinished =
    queue.isStopping && finish.status === 'cancelled' && run.controller.signal.aborted
  if (isUnfinished) await requeuePlan(given, run.id)
  else await finishPlan(given, run.id, finish)
  tell(run, { event: 'end', data: { status: isUnfinished ? 'queued' : finish.status } })
}

async function finishOf(given: Dependencies, run: Run): Promise<Finish> {
  const { signal } = run.controller
  const startedAt = performance.now()
  const onProgress = (progress: Progress) => {
    const elapsedSeconds = (performance.now() - startedAt) / 1000
    note(run, { event: 'progress', data: { ...progress, elapsedSeconds } })
  }
  const onRestart = (words: Words) => note(run, { event: 'restarted', data: { words } })
  const watch = { signal, stop: run.stopper.signal, onProgress, onRestart }
  try {
    signal.throwIfAborted()
    const result = await startPlan(given, run.id, watch)
    return { status: 'done', result: withProgress(result, run) }
  } catch (error) {
    if (error instanceof Cancelled || signal.aborted) return { status: 'cancelled' }
    if (error instanceof Problem && error.type === 'stopped-early') return NOTHING_YET
    given.log.error({ err: error, plan: run.id }, 'plan failed')
    return { status: 'failed', failure: failureOf(error) }
  }
}

/** The chart of a finished plan stays readable after the page is closed. */
function withProgress(result: StoredPlan, { told }: Run): StoredPlan {
  if (result.status === 'impossible') return result
  const progress = told.flatMap((one): ProgressPoint[] => {
    if (one.event !== 'progress') return []
    const { elapsedSeconds, objective, bound, misses } = one.data
    return [{ elapsedSeconds, objective, bound, misses }]
  })
  return { ...result, progress }
}

function failureOf(error: unknown) {
  if (error instanceof Problem) return { type: error.type, detail: error.detail }
  const detail = {
    zh: '系统遇到没有预料的错误，已记入日志。请重新运行。',
    en: 'An unforeseen error was logged. Run the plan again.',
  }
  return { type: 'unforeseen' as const, detail }
}

/** Tells it now and to whoever comes late; of many, the newest. */
function note(run: Run, event: PlanEvent): void {
  run.told.push(event)
  if (run.told.length > MOST_TOLD)
    run.told = run.told.filter((_, at) => at % 2 === 0 || at === run.told.length - 1)
  tell(run, event)
}

function tell(run: Run, event: PlanEvent): void {
  for (const listener of run.listeners) listener(event)
  if (event.event === 'end') run.listeners.clear()
}
