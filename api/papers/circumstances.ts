import type { Context } from 'hono'
import { findCounty } from '../../db/counties.ts'
import type { Env } from '../context.ts'
import { policyVersionOf } from '../remembered.ts'

/** Who had a paper made, when, what for and under which policy: every paper says it. */
export type Circumstances = {
  county: string
  who: string
  /** By the clock of China, where the paper is read. */
  at: string
  /** The day of it. */
  on: string
  purpose: string
  policyVersion: number
}

export async function circumstancesOf(c: Context<Env>, purpose: string): Promise<Circumstances> {
  const { db, countyCode, clock, session } = c.var
  const { account } = session
  const county = await findCounty(db, { countyCode })
  return {
    county: county?.name ?? '',
    who: `${account.name}（${account.username}）`,
    at: clock().toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false }),
    on: c.var.today(),
    purpose,
    policyVersion: await policyVersionOf(db, countyCode),
  }
}
