import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Database, TalentTable } from '../../db/schema.ts'
import { insertHistories } from '../../db/talent-history.ts'
import { changeStatuses, type StatusChange } from '../../db/term-people.ts'
import type { Env } from '../context.ts'

type Status = TalentTable['status']
export type Moved = { talent: string; status: Status; to: Status; reason: string }

/**
 * Statuses after people came into office or left it. Whoever was not taken on stays in the pool (domain §6); everybody whose
 * office changed is read anew by search. The history has the status as it was under the moment of the term, which its undo asks for.
 */
export async function moveStatuses(
  c: Context<Env>,
  transaction: Transaction<Database>,
  moved: readonly Moved[],
  { others = [], at }: { others?: readonly string[]; at: string },
): Promise<void> {
  const changed = moved.filter(({ status, to }) => status !== to)
  const accountId = c.var.session.account.id
  const history = changed.flatMap(({ talent: talentId, status, to, reason }) =>
    [
      { field: 'status', before: status, after: to },
      { field: 'statusReason', before: null, after: reason },
    ].map((kept) => ({ id: newId(), talentId, ...kept, at, accountId })),
  )
  await insertHistories(transaction, c.var.scope, history)
  const rows: StatusChange[] = changed.map(({ talent, to }) => ({ talent, status: to }))
  const same = [...new Set([...others, ...moved.map(({ talent }) => talent)])].filter(
    (id) => !changed.some(({ talent }) => talent === id),
  )
  await changeStatuses(transaction, { countyCode: c.var.countyCode }, rows, { same, updatedAt: at })
}
