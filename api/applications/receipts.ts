import { randomInt } from 'node:crypto'
import type { Context } from 'hono'
import { type Application, findApplicationOf } from '../../db/applications.ts'
import { record } from '../auditing.ts'
import type { Env } from '../context.ts'
import { digestOfCode } from '../invitations.ts'
import { Problem } from '../problem.ts'
import { addressDigest } from '../sign-in.ts'

/** 12 letters and digits that are not mistaken for one another, in groups: about 59 bits, to be read out by telephone. */
export function newReceipt(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return [group(), group(), group()].join('-')
}
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** All that is stored of a receipt, however it was typed. */
export const digestOfReceipt = digestOfCode

/** What was handed in under a receipt; the address of wrong ones is slowed down like that of invitation codes. */
export async function applicationOfReceipt(c: Context<Env>, receipt: string): Promise<Application> {
  const { db, countyCode, limits, address } = c.var
  await limits.countAttempt(address)
  const row = await findApplicationOf(db, { countyCode }, digestOfReceipt(receipt))
  if (row) {
    await limits.forgetAttempt(address)
    return row
  }
  const detail = { address: addressDigest(c) }
  await record(c, { action: 'application.missed', outcome: 'failed', detail })
  throw new Problem('not-found', NO_RECEIPT, [{ pointer: '#/receipt', detail: NO_RECEIPT }])
}

const NO_RECEIPT = {
  zh: '没有这个收件号，请逐位核对。收件号遗失的，请到报名村所在乡镇（街道）组织办公室查询。',
  en: 'No such receipt: check it sign by sign. If it is lost, ask at the organisation office of the township.',
}
