import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pairRuleBook, ruleBook } from '../matching/index.ts'
import type { Plan } from '../matching/types.ts'

/** What a plan was made of and how it ended: enough to ask the same again and to see whether anything differed. */
export type PlanCertificate = {
  policyVersion: number
  /** By a draft that began from that version. */
  isDraft: boolean
  /** SHA-256 of the rules' ids, titles and sources and of the program's version. */
  ruleBook: string
  /** The pool's revision, and SHA-256 of the whole question. */
  data: { revision: number; hash: string }
  program: string
  seed: number
  /** As asked for. */
  gap: number
  timeLimitSeconds: number
  stopped: Plan['stopped']
  seconds: number
}

const PACKAGE = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'))
export const PROGRAM_VERSION: string = PACKAGE.version

export const RULE_BOOK_HASH = createHash('sha256')
  .update(
    JSON.stringify([
      PROGRAM_VERSION,
      ...[...ruleBook, ...pairRuleBook].map(({ id, title, source }) => [id, title, source]),
    ]),
  )
  .digest('hex')
