import { closeSync, openSync, writeFileSync } from 'node:fs'
import { mpsOf, type Problem } from '../matching/index.ts'

/** Signs written at once. */
const PIECE = 1 << 20

/** Writes the full model of a problem for outsiders; that of a county is too long for one string. */
export function writeMps(file: string, problem: Problem): void {
  const handle = openSync(file, 'w')
  try {
    let waiting: string[] = []
    let length = 0
    for (const text of mpsOf(problem)) {
      waiting.push(text)
      length += text.length
      if (length < PIECE) continue
      writeFileSync(handle, waiting.join(''))
      waiting = []
      length = 0
    }
    writeFileSync(handle, waiting.join(''))
  } finally {
    closeSync(handle)
  }
}
