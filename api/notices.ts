import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { findNotice, insertNotice } from '../db/notices.ts'
import { may } from './access.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { changedMeanwhile } from './if-match.ts'
import { Problem } from './problem.ts'
import { NoticeShape } from './shapes/record.ts'
import { valid } from './validate.ts'

const Text = z.string().trim().min(20).max(8000)
const Change = z.object({
  version: z.int().meta({ description: 'The version that the author saw' }),
  zh: Text,
  en: Text,
})

/** What people are told about their data (PIPL 17): open to everybody, written by the county, every version kept. */
export const notices = new Hono<Env>()
  .get(
    '/',
    describe('The notice in force', { schema: NoticeShape }, 404),
    may('public'),
    async (c) => {
      const notice = await noticeOf(c)
      if (!notice) throw noNotice()
      return c.json(notice)
    },
  )
  .put(
    '/',
    describe('Writes the next version of the notice', { schema: NoticeShape }, 412, 422),
    may('notice.write'),
    valid('json', Change),
    async (c) => {
      const { version: seen, ...words } = c.req.valid('json')
      const version = seen + 1
      const createdAt = c.var.clock().toISOString()
      const createdBy = c.var.session.account.id
      await changing(c, async (transaction, tell) => {
        const last = await findNotice(transaction, c.var.scope)
        if ((last?.version ?? 0) !== seen) throw changedMeanwhile()
        await insertNotice(transaction, c.var.scope, { version, ...words, createdAt, createdBy })
        tell({ action: 'notice.changed', detail: { version } })
      })
      return c.json({ version, ...words, createdAt })
    },
  )

/** The notice in force; null before a county has any. */
export async function noticeOf(c: Context<Env>) {
  const row = await findNotice(c.var.db, { countyCode: c.var.countyCode })
  if (!row) return null
  const { version, zh, en, createdAt } = row
  return { version, zh, en, createdAt }
}

/** Nobody consents to words that they did not see. */
export async function requireCurrentNotice(c: Context<Env>, seen: number): Promise<void> {
  if (seen === (await noticeOf(c))?.version) return
  throw new Problem('changed', {
    zh: '个人信息告知书已更新，请重新阅读当前版本后再确认。',
    en: 'The notice has changed: read the one in force and confirm again.',
  })
}

function noNotice(): Problem {
  return new Problem('not-found', {
    zh: '本县尚未写入个人信息告知书，请县委组织部先行填写。',
    en: 'The county has written no notice yet; the organisation department writes it.',
  })
}
