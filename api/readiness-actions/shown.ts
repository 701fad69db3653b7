import type { Context } from 'hono'
import { listAccountsAmong } from '../../db/accounts.ts'
import type { ReadinessAction } from '../../db/readiness-actions.ts'
import { listOpenWarnings } from '../../db/warnings.ts'
import type { ReadinessIndicator } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { lateDays } from '../nominees/shown.ts'
import { placeNames } from '../people-by-id.ts'
import type { ActionView } from '../shapes/readiness-work.ts'

/** Actions as people read them: with places, names of accounts, and what the indicator warns now. */
export async function actionsShown(
  c: Context<Env>,
  rows: readonly ReadinessAction[],
): Promise<ActionView[]> {
  const { db, scope } = c.var
  const codes = [...new Set(rows.map(({ villageCode }) => villageCode))]
  const warnings = rows.length === 0 ? [] : await listOpenWarnings(db, scope, codes)
  const colours = new Map(warnings.map((one) => [keyOf(one), one.colour]))
  const ids = rows.flatMap(({ assignedBy, closedBy }) => [assignedBy, closedBy ?? []].flat())
  const accounts = await listAccountsAmong(db, scope, ids)
  const names = await placeNames(c)
  const place = (code: string) => ({ code, name: names.get(code) ?? code })
  const by = (id: string | null) => (id === null ? null : (accounts.get(id)?.name ?? null))
  return rows.map((row) => ({
    ...{ id: row.id, revision: row.revision, what: row.what },
    ...{ village: place(row.villageCode), township: place(row.villageCode.slice(0, 9)) },
    indicator: row.indicator as ReadinessIndicator,
    assignee: {
      ...{ id: row.assigneeId, name: row.assigneeName },
      isSelf: row.assigneeId === c.var.session.account.id,
    },
    ...{ dueOn: row.dueOn, lateDays: row.closedAt ? 0 : lateDays(row.dueOn, c.var.today()) },
    assigned: { at: row.assignedAt, by: by(row.assignedBy) },
    closed: row.closedAt === null ? null : closedOf(row, row.closedAt, by(row.closedBy)),
    warning: colours.get(keyOf(row)) ?? null,
  }))
}

function closedOf({ isDropped, doneOn, result }: ReadinessAction, at: string, by: string | null) {
  return { at, by, isDropped: isDropped === 1, doneOn, result }
}

const keyOf = ({ villageCode, indicator }: { villageCode: string; indicator: string }) =>
  `${villageCode} ${indicator}`
