import type { Context } from 'hono'
import { Hono } from 'hono'
import { findAuditHead } from '../db/audit.ts'
import { type AuditQuery, countAuditByActor } from '../db/audit-reading.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { dayInChina, daysAfter } from './days.ts'
import { describe } from './describe.ts'
import { AuditSummary } from './shapes/audit.ts'
import { lastVerification } from './system/audit.ts'

/** What an auditor asks first: is it whole, what went out, who looked unusually often. */
export const auditSummary = new Hono<Env>().get(
  '/summary',
  describe('The last seven days in figures, and whether the audit was found whole', {
    schema: AuditSummary,
  }),
  may('audit.read'),
  async (c) => {
    const { db, countyCode, clock } = c.var
    const from = new Date(`${daysAfter(dayInChina(clock()), 1 - DAYS)}T00:00:00+08:00`)
    const head = await findAuditHead(db, { countyCode })
    const answer = {
      verified: await lastVerification(c),
      entries: head?.sequence ?? 0,
      from: from.toISOString(),
      exports: await totalOf(c, { action: EXPORTS }, from),
      reveals: await totalOf(c, { action: ['private.revealed'] }, from),
      // What the role may not do, and what was not in the scope.
      denied: await totalOf(c, { outcome: 'denied' }, from),
      refused: await totalOf(c, { action: ['session.refused'] }, from),
      looks: await looksOf(c, from),
    }
    await record(c, { action: 'audit.read', detail: { filter: ['summary'] } })
    return c.json(answer)
  },
)

/** With today, from the first hour of the first of them. */
const DAYS = 7
const WEEK_MS = DAYS * 86_400_000
/** Weeks before, by which a week is measured. */
const WEEKS_BEFORE = 4
/** Fewer are never unusual: one township has more villages than that. */
const LEAST_UNUSUAL = 30
const TIMES_USUAL = 3
/** As many as these, and everybody whose use is unusual. */
const SHOWN = 5

/** What leaves the program as a file or on paper. */
export const EXPORTS = [
  ...['talents.exported', 'appointment-form.exported', 'plan.exported', 'course.exported'],
  ...['training.exported', 'import.faults-exported', 'paper.taken', 'paper.printed'],
  'audit.exported',
]
const LOOKS = ['portrait.read']

type What = Pick<AuditQuery, 'action' | 'outcome'>

async function totalOf(c: Context<Env>, what: What, from: Date) {
  const counts = await countsIn(c, what, from)
  return { count: sum([...counts.values()]), accounts: counts.size }
}

/** Accounts by how many portraits they opened, against what was usual for them: facts about use, not about people. */
async function looksOf(c: Context<Env>, from: Date) {
  const week = await countsIn(c, { action: LOOKS }, from)
  const start = new Date(from.getTime() - WEEKS_BEFORE * WEEK_MS)
  const before = await countsIn(c, { action: LOOKS }, start, from)
  const accounts = [...week]
    .map(([actor, count]) => {
      const usual = (before.get(actor) ?? 0) / WEEKS_BEFORE
      return { actor, count, usual, isUnusual: isUnusual(count, usual) }
    })
    .sort((a, b) => Number(b.isUnusual) - Number(a.isUnusual) || b.count - a.count)
  const unusual = accounts.filter((one) => one.isUnusual).length
  return {
    count: sum([...week.values()]),
    unusual,
    accounts: accounts.slice(0, Math.max(SHOWN, unusual)),
    rule: { least: LEAST_UNUSUAL, times: TIMES_USUAL, weeks: WEEKS_BEFORE },
  }
}

function isUnusual(count: number, usual: number): boolean {
  return count >= LEAST_UNUSUAL && count >= usual * TIMES_USUAL
}

/** Until now where `until` is left out, as the list has it. */
function countsIn(c: Context<Env>, what: What, from: Date, until?: Date) {
  const span = { ...what, from: from.toISOString(), until: until?.toISOString() }
  return countAuditByActor(c.var.db, c.var.scope, span)
}

const sum = (counts: number[]) => counts.reduce((total, one) => total + one, 0)
