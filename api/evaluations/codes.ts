import { randomInt } from 'node:crypto'
import type { Context } from 'hono'
import { findEvaluationCode } from '../../db/evaluations.ts'
import type { Keyring } from '../../db/keyring.ts'
import { record } from '../auditing.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'

/** 8 letters and digits that are not mistaken for one another, in two groups: about 40 bits, behind a limit of attempts. */
export function newEvaluationCode(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return `${group()}-${group()}`
}
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** All that is stored of a code, however it was typed. */
export function digestOfEvaluationCode(keyring: Keyring, code: string, version?: number): string {
  const signs = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return keyring.digest('evaluation-code', signs, version)
}

/** The row of a code that works or has; the address of wrong ones is slowed down, and not written down. */
export async function evaluationCodeOf(c: Context<Env>, code: string) {
  const { db, countyCode, keyring, limits, address } = c.var
  await limits.countAttempt(address)
  // Codes that were handed out before the key was changed go on working while the old one is kept.
  const digests = keyring.versions.map((of) => digestOfEvaluationCode(keyring, code, of))
  const row = await findEvaluationCode(db, { countyCode }, digests)
  if (row) {
    await limits.forgetAttempt(address)
    return row
  }
  await record(c, { action: 'evaluation.missed', outcome: 'failed' })
  throw new Problem('not-found', NO_CODE, [{ pointer: '#/code', detail: NO_CODE }])
}

const NO_CODE = {
  zh: '没有这个测评码，请对照纸条逐位核对。纸条遗失的，请与发放测评码的工作人员联系。',
  en: 'No such code: check it sign by sign. If the slip is lost, ask whoever handed it out.',
}
