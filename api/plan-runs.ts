import type { Progress } from '../matching/types.ts'
import type { Dependencies } from './context.ts'
import { type Finish, finishPlan, listUnfinished, requeuePlan, startPlan } from './plan-records.ts'
import { Problem } from './problem.ts'
import { Cancelled } from './solver/endings.ts'

export type PlanEvent =
  | { event: 'progress'; data: Progress & { elapsedSeconds: number } }
  | { event: 'end'; data: { status: Finish['status'] | 'queued' | 'running' } }

/** The plans that run or wait in this process. What is stored decides; this only carries it out. */
export type PlanRuns = {
  /** Runs a stored plan once those before it are done. */
  take(id: string): void
  /** Tells of progress and the end; undefined when the plan does not run here (any more). */
  watch(id: string, tell: (event: PlanEvent) => void): (() => void) | undefined
  /** false when there is nothing to cancel any more. */
  cancel(id: string): boolean
  /** Takes up what an earlier process left queued or running. */
  resume(): Promise<void>
  /** Lets running plans finish within the limit; the rest stays stored as queued. */
  stop(limitSeconds: number): Promise<void>
}

type Run = {
  controller: AbortController
  startedAt: number
  listeners: Set<(event: PlanEvent) => void>
  lastProgress: PlanEvent | null
}

export function createPlanRuns(given: Dependencies): PlanRuns {
  const runs = new Map<string, Run>()
  let last: Promise<void> = Promise.resolve()
  let isStopping = false

  async function carryOut(id: string, run: Run): Promise<void> {
    if (isStopping) return tell(run, { event: 'end', data: { status: 'queued' } })
    const finish = await finishOf(given, id, run)
    const isUnfinished = isStopping && finish.status === 'cancelled'
    if (isUnfinished) await requeuePlan(given, id)
    else await finishPlan(given, id, finish)
    tell(run, { event: 'end', data: { status: isUnfinished ? 'queued' : finish.status } })
  }
  function take(id: string): void {
    if (isStopping) return
    const run = newRun()
    runs.set(id, run)
    last = last
      .then(() => carryOut(id, run))
      .catch((err) => given.log.error({ err, plan: id }, 'plan could not be stored'))
      .finally(() => runs.delete(id))
  }
  return {
    take,
    watch(id, listener) {
      const run = runs.get(id)
      if (!run) return undefined
      if (run.lastProgress) listener(run.lastProgress)
      run.listeners.add(listener)
      return () => run.listeners.delete(listener)
    },
    cancel(id) {
      runs.get(id)?.controller.abort()
      return runs.has(id)
    },
    async resume() {
      for (const id of await listUnfinished(given)) take(id)
    },
    async stop(limitSeconds) {
      isStopping = true
      const limit = AbortSignal.timeout(limitSeconds * 1000)
      const abortAll = () => {
        for (const { controller } of runs.values()) controller.abort()
      }
      limit.addEventListener('abort', abortAll)
      await last
      limit.removeEventListener('abort', abortAll)
    },
  }
}

function newRun(): Run {
  return {
    controller: new AbortController(),
    startedAt: performance.now(),
    listeners: new Set(),
    lastProgress: null,
  }
}

async function finishOf(given: Dependencies, id: string, run: Run): Promise<Finish> {
  try {
    run.controller.signal.throwIfAborted()
    run.startedAt = performance.now()
    const onProgress = (progress: Progress) => {
      const elapsedSeconds = (performance.now() - run.startedAt) / 1000
      run.lastProgress = { event: 'progress', data: { ...progress, elapsedSeconds } }
      tell(run, run.lastProgress)
    }
    const result = await startPlan(given, id, { signal: run.controller.signal, onProgress })
    return { status: 'done', result }
  } catch (error) {
    if (error instanceof Cancelled || run.controller.signal.aborted) return { status: 'cancelled' }
    given.log.error({ err: error, plan: id }, 'plan failed')
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
}
