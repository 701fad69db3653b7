import { isDatabaseProblem } from '../db/problem.ts'
import type { Words } from '../matching/types.ts'
import { Problem } from './problem.ts'

/** Why the program cannot start, in words that say how to mend it. */
export class StartFailure extends Error {
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}

/** Wrong arguments in the terminal. */
export function wrongUse(zh: string, en: string): StartFailure {
  return new StartFailure({
    zh: `${zh}用法见 npm run yanzhen -- help。`,
    en: `${en} See npm run yanzhen -- help.`,
  })
}

/** Node 26 runs the TypeScript sources as they are; older ones stop at the first type. */
export function requireNode(version: string): void {
  if (Number(version.split('.')[0]) >= 26) return
  throw new StartFailure({
    zh: `雁阵需要 Node 26 或更新版本，当前为 ${version}。请先运行 npm ci，再用 npm start 启动（随包带有所需的 Node）。`,
    en: `Yanzhen needs Node 26 or newer, this is ${version}. Run npm ci, then npm start (it brings the Node it needs).`,
  })
}

/** Says what went wrong in both languages and how to mend it, and sets exit code 1. */
export function sayFailure(error: unknown): void {
  const { zh, en } = wordsOf(error)
  process.stderr.write(`\n${zh}\n${en}\n`)
  process.exitCode = 1
}

function wordsOf(error: unknown): Words {
  if (error instanceof StartFailure || isDatabaseProblem(error)) return error.words
  return error instanceof Problem ? error.detail : unforeseen(error)
}

function unforeseen(error: unknown): Words {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 300)
  return {
    zh: `没有预料到的错误：${message}`,
    en: `An unforeseen error: ${message}`,
  }
}
