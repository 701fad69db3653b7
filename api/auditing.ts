import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { type AuditEntry, appendAudit } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import type { Keyring } from '../db/keyring.ts'
import type { Database } from '../db/schema.ts'
import { ruleBook } from '../matching/index.ts'
import type { Env } from './context.ts'
import { isOfRounds, touchVillages } from './readiness/touched.ts'
import { policyVersionOf } from './remembered.ts'

/** What a handler tells of an action; who, when, where and under which rules is added. */
export type Told = Pick<AuditEntry, 'action'> &
  Partial<Pick<AuditEntry, 'subjects' | 'reason' | 'detail' | 'outcome'>>

export type Audit = {
  /** Answers once the entry is stored. Entries of the same moment share a commit. */
  record(entry: AuditEntry): Promise<void>
}

type Waiting = { entry: AuditEntry; resolve: () => void; reject: (error: unknown) => void }
/** One statement carries 14 values an entry. */
const MOST_AT_ONCE = 200

export function createAudit(db: Db, keyring: Keyring, countyCode: string): Audit {
  let waiting: Waiting[] = []
  let isWriting = false
  const write = async () => {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_AT_ONCE)
      waiting = waiting.slice(MOST_AT_ONCE)
      const entries = batch.map(({ entry }) => entry)
      await db
        .transaction()
        .execute((transaction) => appendAudit(transaction, keyring, { countyCode }, entries))
        .then(
          () => {
            for (const { resolve } of batch) resolve()
          },
          (error) => {
            for (const { reject } of batch) reject(error)
          },
        )
    }
    isWriting = false
  }
  return {
    record: (entry) =>
      new Promise((resolve, reject) => {
        waiting.push({ entry, resolve, reject })
        // Whatever asks in the same turn of the loop goes along.
        if (!isWriting) {
          isWriting = true
          setImmediate(() => void write())
        }
      }),
  }
}

/** Writes down a look at people before it is answered. */
export async function record(c: Context<Env>, told: Told): Promise<void> {
  await c.var.audit.record(await entryFor(c, told))
}

/** The entry of whoever asks. */
export async function entryFor(c: Context<Env>, told: Told): Promise<AuditEntry> {
  return { ...entryBy('nobody', told), ...(await circumstancesOf(c)) }
}

/** A signed-in account tried what its role may not. */
export async function recordDenial(c: Context<Env>, action: string): Promise<void> {
  const detail = { action, method: c.req.method }
  await record(c, { action: 'access.denied', outcome: 'denied', detail })
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** What was asked for is not there, or not in the scope. Only what looks like an id is kept: the rest may be a name. */
export async function recordMiss(c: Context<Env>, action: string, id: string): Promise<void> {
  await record(c, { action, outcome: 'denied', subjects: UUID.test(id) ? [id] : [] })
}

/**
 * A change and what it tells of itself, in one transaction: both stand or neither. A change that tells nothing is a
 * defect.
 */
export async function changing<T>(
  c: Context<Env>,
  work: (transaction: Transaction<Database>, tell: (told: Told) => void) => Promise<T>,
): Promise<T> {
  const { db, keyring, countyCode } = c.var
  const circumstances = await circumstancesOf(c)
  const told: Told[] = []
  const done = await db.transaction().execute(async (transaction) => {
    const result = await work(transaction, (one) => told.push(one))
    if (told.length === 0) throw new Error('a change without an audit entry')
    const entries = told.map((one) => ({ ...entryBy('nobody', one), ...circumstances }))
    await appendAudit(transaction, keyring, { countyCode }, entries)
    return result
  })
  if (isOfRounds(told)) touchVillages(db, 'rounds')
  return done
}

/** An entry by somebody who is no account: the program itself or its terminal. */
export function entryBy(
  actor: 'system' | 'terminal' | 'nobody',
  { action, subjects = [], reason = null, detail = {}, outcome = 'done' }: Told,
): AuditEntry {
  return {
    ...{ at: new Date().toISOString(), actor, role: null, action, outcome, subjects, scope: {} },
    ...{ reason, policyVersion: null, ruleBook: RULE_BOOK, requestId: null, detail },
  }
}

/** Who asks, when, in which scope, under which policy. */
async function circumstancesOf(c: Context<Env>) {
  const { db, countyCode, clock, requestId } = c.var
  const account = c.var.session?.account
  const { countyCode: _, ...scope } = c.var.scope ?? { countyCode }
  const who = { actor: account?.id ?? 'nobody', role: account?.role ?? null }
  const policyVersion = await policyVersionOf(db, countyCode)
  return { ...who, at: clock().toISOString(), scope, requestId, policyVersion }
}

/** Names the rules that the program judges by: changes with any of them. */
export const RULE_BOOK = createHash('sha256')
  .update(
    JSON.stringify(ruleBook.map(({ id, source, says, effect }) => [id, source, says, effect])),
  )
  .digest('hex')
  .slice(0, 12)
