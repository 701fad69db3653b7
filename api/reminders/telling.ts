import type { Context } from 'hono'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { insertMessages, listTold, type Message } from '../../db/messages.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { lateDays } from '../nominees/shown.ts'
import type { RemindersAnswer } from '../shapes/to-do.ts'
import { type Row, whomToRemind } from './whom.ts'

type Answer = z.infer<typeof RemindersAnswer>
type Why = Answer['skipped'][number]['why']

/** Writes to everybody who has to act and was not told today; one audit entry for all of it. */
export async function remind(c: Context<Env>, rows: readonly Row[]): Promise<Answer> {
  const { countyCode } = c.var
  const open = rows.filter(({ state }) => state === 'open')
  const whom = await whomToRemind(c, open)
  return changing(c, async (transaction, tell) => {
    const nomineeIds = rows.map(({ id }) => id)
    const told = await listTold(transaction, c.var.scope, {
      ...{ kind: 'reminder', nomineeIds, since: startOfDay(c) },
    })
    const known = new Set(told.map(({ nomineeId, accountId }) => `${nomineeId} ${accountId}`))
    const due = open.flatMap((row) => messagesFor(c, row, { whom: whom.get(row.id), known }))
    await insertMessages(transaction, { countyCode }, due)
    const reminded = new Set(due.map(({ nomineeId }) => nomineeId))
    const skipped = rows
      .filter(({ id }) => !reminded.has(id))
      .map((row) => ({ nominee: row.id, why: whySkipped(row, whom.get(row.id)) }))
    const answer = {
      told: new Set(due.map(({ accountId }) => accountId)).size,
      ...{ nominees: reminded.size, skipped },
    }
    const subjects = rows
      .filter(({ id }) => reminded.has(id))
      .flatMap((row) => [row.talentId, row.id])
    const detail = { told: answer.told, nominees: answer.nominees, skipped: skipped.length }
    tell({ action: 'nominee.reminded', subjects, detail })
    return answer
  })
}

type Told = { whom: { id: string }[] | null | undefined; known: Set<string> }

function messagesFor(c: Context<Env>, row: Row, { whom, known }: Told): Message[] {
  const detail = { stage: row.stage, lateDays: lateDays(row.dueOn, c.var.today()) }
  return (whom ?? [])
    .filter(({ id }) => !known.has(`${row.id} ${id}`))
    .map(({ id: accountId }) => ({
      ...{ id: newId(), accountId, kind: 'reminder', nomineeId: row.id, detail },
      ...{ at: c.var.clock().toISOString(), readAt: null },
    }))
}

function whySkipped({ state }: Row, whom: { id: string }[] | null | undefined): Why {
  if (state !== 'open') return 'ended'
  if (!whom) return 'not-below'
  return whom.length === 0 ? 'nobody' : 'told-today'
}

/** Midnight UTC, when offices in China open: 8 in the morning. */
function startOfDay(c: Context<Env>): string {
  return `${c.var.clock().toISOString().slice(0, 10)}T00:00:00.000Z`
}
