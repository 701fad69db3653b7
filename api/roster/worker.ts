import { parentPort, workerData } from 'node:worker_threads'
import { readBytes } from './bytes.ts'
import { RosterProblem } from './problems.ts'
import type { RawLine } from './types.ts'

export type Job = { bytes: Uint8Array; sheet: string | undefined }
export type Said =
  | { type: 'lines'; lines: RawLine[] }
  | { type: 'done'; reading: Awaited<ReturnType<typeof readBytes>> }
  | { type: 'refused'; kind: RosterProblem['kind']; words: RosterProblem['words'] }
  | { type: 'failed'; message: string }

const port = parentPort!
const { bytes, sheet } = workerData as Job
const say = (message: Said) => port.postMessage(message)

/** Batches on their way that nobody has taken yet: reading goes on meanwhile, but not far ahead. */
const AHEAD = 2
let [waiting, wake] = [0, () => {}]
port.on('message', () => {
  waiting--
  wake()
})

async function send(lines: RawLine[]) {
  say({ type: 'lines', lines })
  waiting++
  while (waiting >= AHEAD) await new Promise<void>((resolve) => (wake = resolve))
}

try {
  const reading = await readBytes(bytes, sheet, send)
  while (waiting > 0) await new Promise<void>((resolve) => (wake = resolve))
  say({ type: 'done', reading })
} catch (error) {
  if (error instanceof RosterProblem) say({ type: 'refused', kind: error.kind, words: error.words })
  else say({ type: 'failed', message: String(error) })
}
