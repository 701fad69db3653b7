import { randomUUID } from 'node:crypto'
import type { Dependencies } from '../context.ts'
import type { ProblemType } from '../problem.ts'
import { Problem } from '../problem.ts'
import { failureOf } from './failures.ts'
import { noRoomForPapers, tooManyPapers } from './refusals.ts'
import { createSpool, type Spool } from './spool.ts'

export type PaperState = 'waiting' | 'working' | 'done' | 'failed' | 'cancelled'
export type PaperFormat = 'docx' | 'xlsx' | 'zip'
/** What a maker tells while it works, and hears. */
export type Making = { signal: AbortSignal; step(done: number, total?: number): void }
export type Wanted = {
  kind: string
  file: { name: string; format: PaperFormat }
  /** Steps until it is made: people, villages, tables. */
  total: number
  /** Whoever asked, what they saw when they asked, and what for. */
  account: string
  scope: string
  purpose: string
  make: (making: Making) => AsyncIterable<Uint8Array>
}
export type PaperEvent =
  | { event: 'progress'; data: { done: number; total: number } }
  | { event: 'end'; data: { state: PaperState } }
type Listener = (event: PaperEvent) => void
type Failure = { type: ProblemType; detail: { zh: string; en: string } }
export type Run = Wanted & {
  id: string
  askedAt: string
  state: PaperState
  done: number
  failure: Failure | null
  spool: Spool
  controller: AbortController
  listeners: Set<Listener>
  /** When somebody last asked about it, in milliseconds. */
  seenAt: number
}
export type PaperRuns = ReturnType<typeof createPaperRuns>

export const PAPER_LIMITS = {
  /** Made at the same moment, whoever asked. */
  atOnce: 2,
  /** Of one account: not finished; kept. */
  unfinished: 5,
  kept: 8,
  /** Bytes of a file that are kept for somebody to take. */
  bytes: 24 * 1024 ** 2,
  /** Of all accounts together, those that are being made counted as full. */
  total: 400 * 1024 ** 2,
  /** So long a reader may take nothing. */
  patienceMs: 60_000,
  /** After so long nobody comes for it. */
  idleMs: 15 * 60_000,
}

/** Papers on their way, in memory alone: a restart forgets them. Those of one account never hold up everybody's. */
export function createPaperRuns({ log }: Pick<Dependencies, 'log'>, limits = PAPER_LIMITS) {
  const runs = new Map<string, Run>()
  const ofAccount = (account: string) => [...runs.values()].filter((it) => it.account === account)
  const sweeper = setInterval(() => sweep(), Math.min(60_000, limits.idleMs)).unref()
  const sweep = () => {
    for (const run of runs.values()) {
      const isWatched = run.listeners.size > 0 || run.spool.readers() > 0
      if (isWatched) run.seenAt = Date.now()
      if (Date.now() - run.seenAt >= limits.idleMs) leave(run)
    }
    beginNext()
  }
  const leave = (run: Run) => {
    runs.delete(run.id)
    end(run, 'cancelled')
    beginNext()
  }
  const hasRoom = () => {
    const reserved = ({ state, spool }: Run) =>
      state === 'working' ? Math.max(spool.held(), limits.bytes) : spool.held()
    const kept = [...runs.values()].reduce((sum, run) => sum + reserved(run), 0)
    return kept + limits.bytes <= limits.total
  }
  const beginNext = () => {
    if (!hasRoom()) return
    const all = [...runs.values()]
    // One whose file waits for somebody to take it does not work.
    const working = all.filter((it) => it.state === 'working' && !isHeldUp(it, limits.bytes))
    if (working.length >= limits.atOnce) return
    const waiting = all.filter(({ state }) => state === 'waiting')
    const load = (account: string) => working.filter((it) => it.account === account).length
    const next = waiting.toSorted((a, b) => load(a.account) - load(b.account))[0]
    if (!next) return
    void carryOut(next).finally(beginNext)
    beginNext()
  }
  const carryOut = async (run: Run) => {
    run.state = 'working'
    const { signal } = run.controller
    const step = (done: number, total = run.total) => {
      Object.assign(run, { done, total })
      tell(run, { event: 'progress', data: { done, total } })
    }
    try {
      for await (const part of run.make({ signal, step })) {
        signal.throwIfAborted()
        const held = run.spool.push(part)
        if (isHeldUp(run, limits.bytes)) beginNext()
        await held
        signal.throwIfAborted()
      }
      step(run.total)
      end(run, 'done')
    } catch (error) {
      if (signal.aborted) return end(run, 'cancelled')
      if (!(error instanceof Problem)) log.error({ err: error, paper: run.id }, 'paper failed')
      run.failure = failureOf(error)
      end(run, 'failed')
    }
  }
  return {
    /** Refuses when the account has too many on their way. */
    take(wanted: Wanted, askedAt: string): Run {
      const own = ofAccount(wanted.account)
      if (own.filter(isUnfinished).length >= limits.unfinished)
        throw tooManyPapers(limits.unfinished)
      const finished = own.filter((it) => !isUnfinished(it) && it.spool.readers() === 0)
      for (const old of finished.slice(0, Math.max(0, own.length - limits.kept + 1)))
        runs.delete(old.id)
      if (!hasRoom()) throw noRoomForPapers(limits.total)
      const spool = createSpool(limits.bytes, limits.patienceMs)
      const run: Run = {
        ...wanted,
        ...{ id: randomUUID(), askedAt, state: 'waiting', done: 0, failure: null, spool },
        ...{ controller: new AbortController(), listeners: new Set(), seenAt: Date.now() },
      }
      runs.set(run.id, run)
      beginNext()
      return run
    },
    /** Of whoever asked for it, seeing what they saw then; nobody else's. */
    find(id: string, account: string, scope: string): Run | undefined {
      const run = runs.get(id)
      if (run?.account !== account || run.scope !== scope) return undefined
      run.seenAt = Date.now()
      return run
    },
    /** How many of all accounts together are on their way. */
    atWork() {
      const states = [...runs.values()].map(({ state }) => state)
      const of = (state: PaperState) => states.filter((one) => one === state).length
      return { waiting: of('waiting'), running: of('working') }
    },
    list: (account: string, scope: string) => ofAccount(account).filter((it) => it.scope === scope),
    watch(run: Run, listener: Listener): () => void {
      if (isUnfinished(run)) run.listeners.add(listener)
      const { done, total } = run
      listener({ event: 'progress', data: { done, total } })
      if (!isUnfinished(run)) listener({ event: 'end', data: { state: run.state } })
      return () => void run.listeners.delete(listener)
    },
    /** Ends it if it is on its way, and forgets it. */
    leave,
    /** After a reader went: what was taken in part and is not whole any more is of no use to anybody. */
    leaveTorn(run: Run) {
      if (isUnfinished(run) && !run.spool.isWhole()) leave(run)
      else beginNext()
    },
    stop() {
      clearInterval(sweeper)
      for (const run of runs.values()) end(run, 'cancelled')
      runs.clear()
    },
  }
}

export function isUnfinished({ state }: Pick<Run, 'state'>): boolean {
  return state === 'waiting' || state === 'working'
}

const isHeldUp = ({ spool }: Run, most: number) => spool.readers() === 0 && spool.bytes() > most

function end(run: Run, state: 'done' | 'failed' | 'cancelled'): void {
  if (!isUnfinished(run)) return
  run.state = state
  run.controller.abort()
  run.spool.end(state === 'done' ? undefined : new Error(`paper ${state}`))
  tell(run, { event: 'end', data: { state } })
  run.listeners.clear()
}

function tell({ listeners }: Run, event: PaperEvent): void {
  for (const listener of listeners) listener(event)
}
