import { Worker } from 'node:worker_threads'
import type { Progress } from '../../matching/types.ts'
import type { Log } from '../log.ts'
import { Broken, Cancelled } from './endings.ts'
import type { Answer, Message, Question, Request } from './messages.ts'

export type Task = {
  question: Question
  onProgress?: ((progress: Progress) => void) | undefined
  /** Aborting asks the solver to stop, and ends the worker when it does not within the grace. */
  signal?: AbortSignal | undefined
}
export type Thread = {
  run(task: Task): Promise<Answer>
  close(): Promise<void>
  /** Ends the worker as a crash would; the next task gets a new one. */
  kill(): Promise<unknown>
}

/** Time a worker gets to come to an end by itself. */
const GRACE_MS = 2_000
/** Building, checking and explaining come on top of the solver's own limit. */
const OVERHEAD_MS = 120_000

/** One worker, one task at a time in the order they came; a worker that dies is replaced. */
export function startThread(log: Log): Thread {
  let isClosed = false
  let last: Promise<unknown> = Promise.resolve()
  let worker: Worker | null = start()

  function start(): Worker {
    const started = spawn(log)
    started.once('exit', () => {
      if (worker === started) worker = null
    })
    return started
  }
  async function attempt(task: Task): Promise<Answer> {
    if (task.signal?.aborted || isClosed) throw new Cancelled()
    worker ??= start()
    return await runOn(worker, task)
  }
  /** The fault may lie in what came before, so a task that broke off gets one new worker. */
  async function attemptTwice(task: Task): Promise<Answer> {
    try {
      return await attempt(task)
    } catch (error) {
      if (!(error instanceof Broken)) throw error
      log.warn({ reason: error.message }, 'solver broke off, trying once more')
      return attempt(task)
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

async function runOn(worker: Worker, { question, onProgress, signal }: Task): Promise<Answer> {
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
    if (message.type === 'failed') end(new Broken(message.message))
    if (message.type !== 'done') return
    if (signal?.aborted) reject(new Cancelled())
    else resolve(message.answer)
  }
  const timers: NodeJS.Timeout[] = []
  const cancel = () => {
    Atomics.store(stop, 0, 1)
    timers.push(setTimeout(() => end(new Cancelled()), GRACE_MS))
  }
  const exit = () => reject(ending ?? new Broken('the worker ended'))
  const limit = question.timeLimitSeconds * 1000 + OVERHEAD_MS
  timers.push(setTimeout(() => end(new Broken('the time limit passed')), limit))
  worker.on('message', hear).once('exit', exit).ref()
  signal?.addEventListener('abort', cancel)
  worker.postMessage({ question, stop } satisfies Request)
  try {
    return await promise
  } finally {
    timers.forEach(clearTimeout)
    worker.off('message', hear).off('exit', exit).unref()
    signal?.removeEventListener('abort', cancel)
  }
}
