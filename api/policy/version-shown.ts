import type { Context } from 'hono'
import { findAccount } from '../../db/accounts.ts'
import type { listPolicies } from '../../db/policies.ts'
import type { Env } from '../context.ts'
import { completed } from '../stored-policy.ts'
import { contentHashOf } from './canonical.ts'
import { changesOf } from './changes.ts'
import type { Departments } from './said.ts'

type Row = Awaited<ReturnType<typeof listPolicies>>[number]

/** A version as lists show it, with what it changed against the one before. */
export async function versionOf(
  c: Context<Env>,
  row: Row,
  before: Row | undefined,
  departments: Departments,
) {
  const { version, createdAt, note, contentHash } = row
  return {
    ...{ version, createdAt, note, contentHash },
    createdBy: await signerOf(c, row.createdBy),
    isIntact: contentHash === null ? null : contentHashOf(row.body) === contentHash,
    changes: before ? changesOf(objectOf(before.body), objectOf(row.body), departments) : [],
  }
}

/** Officers sign by name and position; the seed and the terminal are no accounts. */
async function signerOf(c: Context<Env>, id: string) {
  const account = await findAccount(c.var.db, { countyCode: c.var.countyCode }, id)
  return account ? { id, name: account.name, position: account.position } : null
}

/** As it is read today: with the defaults of what was added after it. */
export function objectOf(body: unknown): Record<string, unknown> {
  const whole = completed(body)
  return typeof whole === 'object' && whole !== null ? { ...whole } : {}
}
