import { Worker } from 'node:worker_threads'
import type { Progress } from '../../matching/types.ts'
import type { Log } from '../log.ts'
import { Broken, Cancelled } from './endings.ts'
import type { Advance, Answer, Message, Question, Request } from './messages.ts'
import { createPacker } from './people-once.ts'

export type Task = {
  question: Question
  onProgress?: ((progress: Progress) => void) | undefined
  onAdvance?: ((advance: Advance) => void) | undefined
  /** Aborting asks the solver to come to an end and answer the best it has. */
  stop?: AbortSignal | undefined
  /** Aborting ends the task: the worker with it, unless it comes to an end within the grace. */
  signal?: AbortSignal | undefined
  /** 0 when not given: the worker is ended at once. */
  graceMs?: number | undefined
  /** What is asked when the worker died of the question; the same again when not given. */
  smaller?: Question | undefined
  /** The worker died, and the question is asked once more. */
  onRestart?: ((reason: Broken) => void) | undefined
}
export type Thread = {
  run(task: Task): Promise<Answer>
  close(): Promise<void>
  /** Ends the worker as a crash would; the next task gets a new one. */
  kill(): Promise<unknown>
}

/** Building, checking and explaining come on top of the solver's own limit. */
const OVERHEAD_MS = 120_000

/** One worker, one task at a time in the order they came; a worker that dies is replaced. */
export function startThread(log: Log): Thread {
  let isClosed = false
  let last: Promise<unknown> = Promise.resolve()
  let worker: Worker | null = start()

  function start(): Worker {
    const started = spawn(log)
    let isReady = false
    started.once('message', () => {
      isReady = true
    })
    // The next is started at once, so that it is warm when it is needed; not after one that could not even start.
    started.once('exit', () => {
      if (worker === started) worker = isReady && !isClosed ? start() : null
    })
    return started
  }
  async function attempt(task: Task): Promise<Answer> {
    if (task.signal?.aborted || isClosed) throw new Cancelled()
    worker ??= start()
    return await runOn(worker, task)
  }
  /** The fault may lie in what came before, or in the size: a task that broke off gets one new worker. */
  async function attemptTwice(task: Task): Promise<Answer> {
    try {
      return await attempt(task)
    } catch (error) {
      if (!(error instanceof Broken)) throw error
      log.warn({ reason: error.message }, 'solver broke off, trying once more')
      task.onRestart?.(error)
      return attempt({ ...task, question: task.smaller ?? task.question })
    }
  }
  return {
    run(task) {
      const answer = last.then(() => attemptTwice(task))
      last = answer.catch(() => undefined)
      return answer
    },
    async close() {
      isClosed = true
      await worker?.terminate()
    },
    kill: async () => worker?.terminate(),
  }
}

/** stderr is read by us: an aborted HiGHS prints its whole source there. */
function spawn(log: Log): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { stdout: true, stderr: true })
  worker.stderr.on('data', (chunk) => log.warn({ stderr: String(chunk).slice(0, 300) }, 'solver'))
  worker.stdout.resume()
  worker.on('error', (error) => log.warn({ reason: String(error).slice(0, 300) }, 'solver died'))
  worker.unref()
  return worker
}

const packers = new WeakMap<Worker, ReturnType<typeof createPacker>>()

/** A worker that was replaced takes what it knew of people along. */
function packerOf(worker: Worker) {
  const packer = packers.get(worker) ?? createPacker()
  packers.set(worker, packer)
  return packer
}

async function runOn(worker: Worker, task: Task): Promise<Answer> {
  const { question, onProgress, onAdvance, stop: stopping, signal, graceMs = 0 } = task
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  // The task ends when the worker has, so that the next one is never handed to a worker on its way out.
  let ending: Error | null = null
  const end = (error: Error) => {
    ending = error
    void worker.terminate()
  }
  const hear = (message: Message) => {
    if (message.type === 'progress') onProgress?.(message.progress)
    if (message.type === 'advance') onAdvance?.(message)
    if (message.type === 'failed') end(new Broken(message.message))
    if (message.type !== 'done') return
    if (signal?.aborted) reject(new Cancelled())
    else resolve(message.answer)
  }
  const timers: NodeJS.Timeout[] = []
  const settle = () => void Atomics.store(stop, 0, 1)
  const cancel = () => {
    settle()
    if (graceMs === 0) end(new Cancelled())
    else timers.push(setTimeout(() => end(new Cancelled()), graceMs))
  }
  const exit = () => reject(ending ?? new Broken('the worker ended'))
  const limit = question.timeLimitSeconds * 1000 + OVERHEAD_MS
  timers.push(setTimeout(() => end(new Broken('the time limit passed')), limit))
  worker.on('message', hear).once('exit', exit).ref()
  signal?.addEventListener('abort', cancel)
  stopping?.addEventListener('abort', settle)
  if (stopping?.aborted) settle()
  worker.postMessage({ packed: packerOf(worker)(question), stop } satisfies Request)
  try {
    return await promise
  } finally {
    timers.forEach(clearTimeout)
    worker.off('message', hear).off('exit', exit).unref()
    signal?.removeEventListener('abort', cancel)
    stopping?.removeEventListener('abort', settle)
  }
}
