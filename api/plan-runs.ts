import type { AuditEntry } from '../db/audit.ts'
import type { Progress } from '../matching/types.ts'
import type { Dependencies } from './context.ts'
import { type Finish, finishPlan, listUnfinished, requeuePlan, startPlan } from './plan-records.ts'
import { Problem } from './problem.ts'
import { Cancelled } from './solver/endings.ts'

export type PlanEvent =
  | { event: 'progress'; data: Progress & { elapsedSeconds: number } }
  | { event: 'end'; data: { status: Finish['status'] | 'queued' | 'running' } }
type Listener = (event: PlanEvent) => void

/** The plans that run or wait in this process. What is stored decides; this only carries it out. */
export type PlanRuns = {
  /** Runs a stored plan once those before it are done. */
  take(id: string): void
  /** Tells of progress and the end; undefined when the plan does not run here (any more). */
  watch(id: string, listener: Listener): (() => void) | undefined
  /** Stores the plan as cancelled, running or waiting; false when it had finished already. */
  cancel(id: string, entry: AuditEntry): Promise<boolean>
  /** Takes up what an earlier process left queued or running. */
  resume(): Promise<void>
  /** Lets running plans finish within the limit; the rest stays stored as queued. */
  stop(limitSeconds: number): Promise<void>
}

type Run = {
  id: string
  controller: AbortController
  listeners: Set<Listener>
  lastProgress: PlanEvent | null
}
type Queue = {
  runs: Map<string, Run>
  /** Settles when the plan that came last is done. */
  last: Promise<unknown>
  isStopping: boolean
}

export function createPlanRuns(given: Dependencies): PlanRuns {
  const queue: Queue = { runs: new Map(), last: Promise.resolve(), isStopping: false }
  return {
    take: (id) => take(given, queue, id),
    watch: (id, listener) => watch(queue.runs.get(id), listener),
    cancel: (id, entry) => cancel(given, queue, id, entry),
    async resume() {
      for (const id of await listUnfinished(given)) take(given, queue, id)
    },
    stop: (limitSeconds) => stop(queue, limitSeconds),
  }
}

function take(given: Dependencies, queue: Queue, id: string): void {
  if (queue.isStopping) return
  const controller = new AbortController()
  const run: Run = { id, controller, listeners: new Set(), lastProgress: null }
  queue.runs.set(id, run)
  queue.last = queue.last
    .then(() => carryOut(given, queue, run))
    .catch((err) => {
      given.log.error({ err, plan: id }, 'plan could not be stored')
      tell(run, { event: 'end', data: { status: 'failed' } })
    })
    .finally(() => queue.runs.delete(id))
}

function watch(run: Run | undefined, listener: Listener): (() => void) | undefined {
  if (!run) return undefined
  if (run.lastProgress) listener(run.lastProgress)
  run.listeners.add(listener)
  return () => run.listeners.delete(listener)
}

/** Stored first: what was acknowledged must survive whatever happens to this process. */
async function cancel(
  given: Dependencies,
  queue: Queue,
  id: string,
  entry: AuditEntry,
): Promise<boolean> {
  if (!(await finishPlan(given, id, { status: 'cancelled' }, entry))) return false
  const run = queue.runs.get(id)
  if (!run) return true
  queue.runs.delete(id)
  run.controller.abort()
  tell(run, { event: 'end', data: { status: 'cancelled' } })
  return true
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
  const finish = await finishOf(given, run)
  const isUnfinished = queue.isStopping && finish.status === 'cancelled'
  if (isUnfinished) await requeuePlan(given, run.id)
  else await finishPlan(given, run.id, finish)
  tell(run, { event: 'end', data: { status: isUnfinished ? 'queued' : finish.status } })
}

async function finishOf(given: Dependencies, run: Run): Promise<Finish> {
  const { signal } = run.controller
  const startedAt = performance.now()
  const onProgress = (progress: Progress) => {
    const elapsedSeconds = (performance.now() - startedAt) / 1000
    run.lastProgress = { event: 'progress', data: { ...progress, elapsedSeconds } }
    tell(run, run.lastProgress)
  }
  try {
    signal.throwIfAborted()
    return { status: 'done', result: await startPlan(given, run.id, { signal, onProgress }) }
  } catch (error) {
    if (error instanceof Cancelled || signal.aborted) return { status: 'cancelled' }
    given.log.error({ err: error, plan: run.id }, 'plan failed')
    return { status: 'failed', failure: failureOf(error) }
  }
}

function failureOf(error: unknown) {
  if (error instanceof Problem) return { type: error.type, detail: error.detail }
  const detail = {
    zh: '系统遇到没有预料的错误，已记入日志。请重新运行。',
    en: 'An unforeseen error was logged. Run the plan again.',
  }
  return { type: 'unforeseen' as const, detail }
}

function tell(run: Run, event: PlanEvent): void {
  for (const listener of run.listeners) listener(event)
  if (event.event === 'end') run.listeners.clear()
}
