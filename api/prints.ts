import { randomInt } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { listNomineesById } from '../db/nominees.ts'
import { namesOfTalents } from '../db/talents.ts'
import { listVillages } from '../db/villages.ts'
import { may } from './access.ts'
import { changing, record, recordMiss } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { filingOf } from './prints/filing.ts'
import { noticeOf } from './prints/notice.ts'
import { Problem } from './problem.ts'
import { Reason, requireImpersonal } from './reasons.ts'
import { Filing, NoticeText, Printed, SHEETS } from './shapes/prints.ts'
import { valid } from './validate.ts'

/** A county has some hundreds of villages, and a sheet of a village some fifteen people. */
const MOST = 5000
const Request = z.object({
  paper: z.enum(SHEETS),
  subjects: z
    .array(z.string().min(1).max(64))
    .min(1)
    .max(MOST)
    .meta({ description: 'Ids of people and of nominees, codes of villages' }),
  purpose: Reason,
})
const Round = z.object({ round: z.string().max(64) })

/** Sheets on paper: each printing is written down with what for, and has a number of its own. */
export const prints = new Hono<Env>()
  .post(
    '/',
    describe(
      'Writes down that sheets are printed; the number goes on every page',
      { schema: Printed },
      404,
      422,
    ),
    may('papers.print'),
    valid('json', Request),
    async (c) => {
      const { paper, subjects, purpose } = c.req.valid('json')
      const known = await knownOf(c, [...new Set(subjects)])
      for (const name of ['', ...known.names]) requireImpersonal(purpose, name, '#/purpose')
      const copy = newCopy()
      await changing(c, async (_, tell) => {
        const detail = { paper, copy }
        tell({ action: 'paper.printed', subjects: [copy, ...known.ids], reason: purpose, detail })
      })
      const { clock, session } = c.var
      return c.json({ copy, at: clock().toISOString(), by: session.account.name })
    },
  )
  .get(
    '/filings/:round',
    describe('Secretaries of a round who were elected or appointed', { schema: Filing }, 404),
    may('papers.make'),
    valid('param', Round),
    async (c) => {
      const filing = await filingOf(c, c.req.valid('param').round)
      await tellLook(c, filing.secretaries, 'filing')
      return c.json(filing)
    },
  )
  .get(
    '/notices/:round',
    describe('Nominees of a round in their public notice', { schema: NoticeText }, 404),
    may('papers.make'),
    valid('param', Round),
    async (c) => {
      const notice = await noticeOf(c, c.req.valid('param').round)
      await tellLook(c, notice.people, 'notice')
      return c.json(notice)
    },
  )

/** People, nominees with whom they are, villages; whoever asks for another is told that there is nothing. */
async function knownOf(c: Context<Env>, subjects: string[]) {
  const { db, scope } = c.var
  const people = await namesOfTalents(db, scope, subjects)
  const nominees = new Map(
    (await listNomineesById(db, scope, subjects)).map(({ id, talentId }) => [id, talentId]),
  )
  const villages = new Set((await listVillages(db, scope)).map(({ code }) => code))
  const missed = subjects.find((id) => !people.has(id) && !nominees.has(id) && !villages.has(id))
  if (missed !== undefined) {
    await recordMiss(c, 'paper.missed', missed)
    throw outOfReach()
  }
  return { ids: [...new Set([...subjects, ...nominees.values()])], names: people.values() }
}

function tellLook(
  c: Context<Env>,
  people: readonly { nominee: string; person: { id: string } }[],
  filter: string,
): Promise<void> {
  const subjects = people.flatMap(({ nominee, person }) => [person.id, nominee])
  return record(c, { action: 'nominees.listed', subjects, detail: { filter } })
}

/** Without those that are taken for each other on paper: 0 O, 1 I L. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Eight signs: read out over the telephone, typed into the search of the audit. */
function newCopy(): string {
  const signs = Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)])
  return `${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`
}

function outOfReach(): Problem {
  return new Problem('not-found', {
    zh: '要打印的人员或村（社区）不在您的范围，或已合并、移出。请返回重新选择。',
    en: 'Somebody, or a village, of the sheet is outside your scope, merged or gone. Go back and choose again.',
  })
}
