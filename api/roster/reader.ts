import { Worker } from 'node:worker_threads'
import { RosterProblem, tooMuch } from './problems.ts'
import type { RawLine, Reading } from './types.ts'
import type { Job, Said } from './worker.ts'

export type OnLines = (lines: RawLine[]) => Promise<void> | void

/** Larger than a list of 200,000 people; the route refuses more as well. */
const MOST_BYTES = 60 * 1024 ** 2
/** A file that needs more memory than this inside is no list. */
const MOST_MEMORY_MB = 512
/** A hundred times what the largest list needs before its first rows; others wait behind it. */
const MOST_SILENCE_MS = 300_000

/**
 * Reads a spreadsheet or CSV in a thread of its own. Rows of data come in batches, the next when the promise of the last is
 * kept; headers, footers and blank lines are in the reading. Refuses by `RosterProblem`.
 */
export async function readRoster(
  bytes: Uint8Array,
  fileName: string,
  { sheet }: { sheet?: string | undefined },
  onLines: OnLines,
  signal: AbortSignal,
): Promise<Reading> {
  if (signal.aborted) throw cancelled()
  if (bytes.length > MOST_BYTES) throw tooLarge(fileName)
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { bytes, sheet } satisfies Job,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB, maxYoungGenerationSizeMb: 8 },
  })
  const { promise, resolve, reject } = Promise.withResolvers<Reading>()
  const cancel = () => reject(cancelled())
  // One batch after the other, whatever the receiver takes its time for.
  let taken: Promise<unknown> = Promise.resolve()
  const more = () => {
    worker.postMessage('more')
    silence.refresh()
  }
  const silence = setTimeout(() => reject(tooMuch()), MOST_SILENCE_MS)
  worker.on('message', (said: Said) => {
    silence.refresh()
    if (said.type === 'lines') taken = taken.then(() => onLines(said.lines)).then(more, reject)
    else if (said.type === 'done') taken.then(() => resolve(said.reading))
    else reject(problemOf(said))
  })
  worker.on('error', (error) => reject(problemOfError(error)))
  // What it still said before it ended is heard first.
  worker.on('exit', () => setImmediate(() => reject(new Error('the reader ended'))))
  signal.addEventListener('abort', cancel)
  try {
    return await promise
  } finally {
    clearTimeout(silence)
    signal.removeEventListener('abort', cancel)
    await worker.terminate()
  }
}

function problemOf(said: Exclude<Said, { type: 'lines' | 'done' }>): Error {
  return said.type === 'refused'
    ? new RosterProblem(said.kind, said.words)
    : new Error(`a file could not be read: ${said.message.slice(0, 300)}`)
}

function problemOfError(error: unknown): unknown {
  const isMemory =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (!isMemory) return error
  return new RosterProblem('too-much-inside', {
    zh: '文件内容过大，读取时内存不足。请按乡镇拆成几个文件，分别导入。',
    en: 'There is too much in the file to be read at once. Part the list by township into several files.',
  })
}

const cancelled = () =>
  new RosterProblem('cancelled', {
    zh: '读取已取消，没有写入任何内容。',
    en: 'Reading was cancelled; nothing was written.',
  })

const tooLarge = (name: string) =>
  new RosterProblem('too-large', {
    zh: `文件“${name}”超过 60 MB，不像名册。请删去图片和无关的工作表，或按乡镇拆成几个文件，再重新选择。`,
    en: `“${name}” is larger than 60 MB. Delete pictures and other sheets, or part the list by township into several files.`,
  })
