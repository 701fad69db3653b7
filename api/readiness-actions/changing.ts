import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { holdCounty } from '../../db/import-people.ts'
import {
  findReadinessAction,
  insertReadinessActions,
  listOpenActionsAbout,
  listReadinessActionsOf,
  type ReadinessAction,
  updateReadinessAction,
} from '../../db/readiness-actions.ts'
import type { Database } from '../../db/schema.ts'
import { listVillages } from '../../db/villages.ts'
import { changing, recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { daysAfter, isDay, isPast } from '../days.ts'
import { changedMeanwhile, revisionOf } from '../if-match.ts'
import { Problem } from '../problem.ts'
import { touchVillages } from '../readiness/touched.ts'
import { requireImpersonal } from '../reasons.ts'
import type {
  ActionAssigned,
  ActionChanged,
  ActionLogged,
  Closing,
  Closings,
  Droppings,
} from '../shapes/readiness-work.ts'
import { invalid } from '../validate.ts'
import { assigneeOf, nameOf } from './assignees.ts'
import * as words from './words.ts'

/** What was done longer ago closes no warning of today. */
const YEAR = 366

export type Assigned = {
  made: { id: string; revision: number; village: string }[]
  /** Villages for which the same to the same is open already. */
  passedOver: string[]
}

/** Assigns one thing for each village where it is not open yet; where it is open everywhere, that is refused. */
export async function assignActions(c: Context<Env>, given: ActionAssigned): Promise<Assigned> {
  const villages = await villagesGiven(c, given.villages)
  requireDue(c, given.dueOn)
  const assignee = await assigneeOf(c, given.assignee, villages)
  const rows = villages.map((code) => ({
    ...begun(c, code, given),
    ...assignee,
    dueOn: given.dueOn,
  }))
  const made = await insert(c, rows, 'readiness-action.assigned', (it) => newOf(it, c, rows))
  const done = new Set(made.map(({ villageCode }) => villageCode))
  return {
    made: made.map(({ id, revision, villageCode: village }) => ({ id, revision, village })),
    passedOver: villages.filter((code) => !done.has(code)),
  }
}

/** What was done already, logged at once by whoever did it or learned of it. */
export async function logActions(c: Context<Env>, given: ActionLogged): Promise<string[]> {
  const villages = await villagesGiven(c, given.villages)
  requireDone(c, given.doneOn)
  const { id, ...account } = c.var.session.account
  const self = { assigneeId: id, assigneeName: nameOf(account), dueOn: null }
  const rows = villages.map((code) => ({ ...begun(c, code, given), ...self, ...closed(c, given) }))
  const made = await insert(c, rows, 'readiness-action.closed', (it) => unlogged(it, c, rows))
  return made.map(({ id }) => id)
}

export async function changeAction(
  c: Context<Env>,
  id: string,
  { what, dueOn, assignee }: ActionChanged,
): Promise<void> {
  const revision = revisionOf(c)
  const action = await openAction(c, id)
  if (dueOn !== action.dueOn) requireDue(c, dueOn)
  const isSame = 'account' in assignee && assignee.account === action.assigneeId
  const who = isSame ? {} : await assigneeOf(c, assignee, [action.villageCode])
  await changing(c, async (transaction, tell) => {
    const change = { what, dueOn, ...who }
    if (!(await updateReadinessAction(transaction, c.var.scope, { id, revision }, change)))
      throw changedMeanwhile()
    tell({ action: 'readiness-action.changed', detail: detailOf(action) })
  })
}

/** Logs that it was done: online the warning closes once the facts are mended, too. */
export async function closeAction(c: Context<Env>, id: string, given: Closing): Promise<void> {
  await end(c, id, () => {
    requireDone(c, given.doneOn)
    return { action: 'readiness-action.closed', change: closed(c, given) }
  })
}

/** Nothing is to be done any more; that closes no warning. */
export async function dropAction(c: Context<Env>, id: string, reason: string): Promise<void> {
  requireImpersonal(reason, '')
  const change = { ...signed(c), doneOn: null, result: reason, isDropped: 1 as const }
  await end(c, id, () => ({ action: 'readiness-action.dropped', change, reason }))
}

/** Several with the same result; answers how many, and those that somebody changed or closed meanwhile. */
export async function closeActions(
  c: Context<Env>,
  given: Closings,
): Promise<{ done: number; changed: string[] }> {
  requireDone(c, given.doneOn)
  const ids = [...new Map(given.actions.map((one) => [one.id, one])).values()]
  const rows: ReadinessAction[] = []
  for (const { id } of ids) rows.push(await actionOf(c, id))
  const changed: string[] = []
  await changing(c, async (transaction, tell) => {
    for (const one of ids)
      if (!(await updateReadinessAction(transaction, c.var.scope, one, closed(c, given))))
        changed.push(one.id)
    const villages = rows.flatMap((row) => (changed.includes(row.id) ? [] : row.villageCode))
    const outcome = villages.length > 0 ? 'done' : 'failed'
    const detail = { villages, doneOn: given.doneOn }
    tell({ action: 'readiness-action.closed', outcome, detail })
  })
  touchVillages(c.var.db, [...new Set(rows.map(({ villageCode }) => villageCode))])
  return { done: rows.length - changed.length, changed }
}

/** All of them or none: what somebody logged or changed meanwhile keeps the others from being dropped. */
export async function dropActions(
  c: Context<Env>,
  { actions, reason }: Droppings,
): Promise<number> {
  requireImpersonal(reason, '')
  const ids = [...new Map(actions.map((one) => [one.id, one])).values()]
  const rows: ReadinessAction[] = []
  for (const { id } of ids) rows.push(await actionOf(c, id))
  const change = { ...signed(c), doneOn: null, result: reason, isDropped: 1 as const }
  await changing(c, async (transaction, tell) => {
    for (const one of ids)
      if (!(await updateReadinessAction(transaction, c.var.scope, one, change)))
        throw new Problem('conflict', words.NOT_ALL)
    const villages = rows.map(({ villageCode }) => villageCode)
    tell({ action: 'readiness-action.dropped', detail: { villages }, reason })
  })
  touchVillages(c.var.db, [...new Set(rows.map(({ villageCode }) => villageCode))])
  return rows.length
}

/** An action of the scope, or a 404; the attempt is written down. */
export async function actionOf(c: Context<Env>, id: string): Promise<ReadinessAction> {
  const found = await findReadinessAction(c.var.db, c.var.scope, id)
  if (found) return found
  await recordMiss(c, 'readiness-action.missed', id)
  throw new Problem('not-found', words.NO_ACTION)
}

type Ending = {
  action: string
  change: Parameters<typeof updateReadinessAction>[3]
  reason?: string
}

async function end(c: Context<Env>, id: string, endingOf: () => Ending): Promise<void> {
  const revision = revisionOf(c)
  const row = await openAction(c, id)
  const { action, change, reason } = endingOf()
  await changing(c, async (transaction, tell) => {
    if (!(await updateReadinessAction(transaction, c.var.scope, { id, revision }, change)))
      throw changedMeanwhile()
    tell({ action, detail: detailOf(row), ...(reason && { reason }) })
  })
  touchVillages(c.var.db, [row.villageCode])
}

async function openAction(c: Context<Env>, id: string): Promise<ReadinessAction> {
  const action = await actionOf(c, id)
  if (action.closedAt !== null) throw new Problem('conflict', words.CLOSED)
  return action
}

type Choose = (transaction: Transaction<Database>) => Promise<ReadinessAction[]>

/** Stores those that `choose` leaves, and answers them. */
async function insert(
  c: Context<Env>,
  rows: readonly ReadinessAction[],
  action: string,
  choose: Choose,
): Promise<ReadinessAction[]> {
  const { indicator } = rows[0]!
  const codesOf = (some: ReadinessAction[]) => some.map(({ villageCode }) => villageCode)
  const made = await changing(c, async (transaction, tell) => {
    await holdCounty(transaction, c.var.scope)
    const chosen = await choose(transaction)
    await insertReadinessActions(transaction, c.var.scope, chosen)
    tell({ action, detail: { villages: codesOf(chosen), indicator } })
    return chosen
  })
  touchVillages(c.var.db, codesOf(made))
  return made
}

function begun(
  c: Context<Env>,
  villageCode: string,
  { indicator, what }: Pick<ActionAssigned, 'indicator' | 'what'>,
) {
  return {
    ...{ id: newId(), villageCode, indicator, what, doneOn: null, result: null },
    ...{ assignedAt: c.var.clock().toISOString(), assignedBy: c.var.session.account.id },
    ...{ closedAt: null, closedBy: null, isDropped: 0 as const, revision: 1 },
  }
}

function closed(c: Context<Env>, { doneOn, result }: Closing) {
  return { ...signed(c), doneOn, result, isDropped: 0 as const }
}

function signed(c: Context<Env>) {
  return { closedAt: c.var.clock().toISOString(), closedBy: c.var.session.account.id }
}

function detailOf({ id, villageCode, indicator }: ReadinessAction) {
  return { readinessAction: id, village: villageCode, indicator }
}

/** Each once; a village that is not in the scope, or was merged away, is none. */
export async function villagesGiven(c: Context<Env>, codes: readonly string[]): Promise<string[]> {
  const known = new Set((await listVillages(c.var.db, c.var.scope)).map(({ code }) => code))
  const errors = codes.flatMap((code, at) =>
    known.has(code) ? [] : [{ pointer: `#/villages/${at}`, detail: words.noVillage(code) }],
  )
  if (errors.length > 0) throw invalid(errors)
  return [...new Set(codes)]
}

function requireDue(c: Context<Env>, dueOn: string | null): void {
  if (dueOn === null || (isDay(dueOn) && dueOn >= c.var.today())) return
  throw invalid([{ pointer: '#/dueOn', detail: words.NO_DUE }])
}

function requireDone(c: Context<Env>, doneOn: string): void {
  const today = c.var.today()
  if (isDay(doneOn) && isPast(doneOn, today) && doneOn > daysAfter(today, -YEAR)) return
  throw invalid([{ pointer: '#/doneOn', detail: words.NO_DONE }])
}

/** The same to the same for the same village, still open, is a second click: where all are, it is refused. */
async function newOf(
  transaction: Transaction<Database>,
  c: Context<Env>,
  rows: readonly ReadinessAction[],
): Promise<ReadinessAction[]> {
  const codes = rows.map(({ villageCode }) => villageCode)
  const about = { codes, indicator: rows[0]!.indicator }
  const open = await listOpenActionsAbout(transaction, c.var.scope, about)
  const found = rows.filter((row) => !open.some((one) => isSameAction(one, row)))
  if (found.length === 0) throw new Problem('conflict', words.TWICE)
  return found
}

function isSameAction(one: ReadinessAction, other: ReadinessAction): boolean {
  return (
    one.villageCode === other.villageCode &&
    one.indicator === other.indicator &&
    one.what === other.what &&
    one.assigneeName === other.assigneeName
  )
}

/** The same result of the same day, logged for the same village, is a second click. */
async function unlogged(
  transaction: Transaction<Database>,
  c: Context<Env>,
  rows: ReadinessAction[],
): Promise<ReadinessAction[]> {
  for (const row of rows) {
    const known = await listReadinessActionsOf(transaction, c.var.scope, row.villageCode)
    const isSame = known.some(
      (one) =>
        one.indicator === row.indicator &&
        one.what === row.what &&
        one.doneOn === row.doneOn &&
        one.result === row.result,
    )
    if (isSame) throw new Problem('conflict', words.LOGGED_TWICE)
  }
  return rows
}
