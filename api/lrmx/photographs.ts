import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import {
  findPhotograph,
  insertPhotograph,
  markPhotograph,
  type StoredPhotograph,
} from '../../db/photographs.ts'
import type { Database } from '../../db/schema.ts'
import { endOf } from '../attachments/naming.ts'
import { keepFile } from '../attachments/receiving.ts'
import { hashOf } from '../attachments/sealed.ts'
import type { Env } from '../context.ts'
import type { Kept } from '../portrait/changes.ts'
import type { Picture } from './photograph.ts'

type Add = (transaction: Transaction<Database>) => Promise<Kept[]>
const NOTHING: Add = async () => []

/**
 * Runs work that enters a photograph of a person among others: its bytes lie there before, and go when the work fails.
 * The same photograph once more is none.
 */
export async function withPhotograph<T>(
  c: Context<Env>,
  talentId: string,
  picture: Picture | null,
  work: (add: Add) => Promise<T>,
): Promise<T> {
  const known = await findPhotograph(c.var.db, c.var.scope, talentId)
  if (!picture || known?.contentHash === hashOf(picture.bytes)) return work(NOTHING)
  const row = rowOf(c, talentId, picture)
  let done: { value: T } | undefined
  await keepFile(c, { id: row.id, bytes: picture.bytes }, async () => {
    done = { value: await work((transaction) => enter(c, transaction, row)) }
  })
  return done!.value
}

/** The one before counts as removed. */
async function enter(
  c: Context<Env>,
  transaction: Transaction<Database>,
  row: StoredPhotograph,
): Promise<Kept[]> {
  const { scope } = c.var
  const before = await findPhotograph(transaction, scope, row.talentId)
  const removal = { removedAt: row.addedAt, removedBy: row.addedBy }
  if (before) await markPhotograph(transaction, scope, before.id, removal)
  await insertPhotograph(transaction, scope, row)
  return [{ field: 'photograph', before: before?.name ?? null, after: row.name }]
}

function rowOf(c: Context<Env>, talentId: string, { bytes, media }: Picture): StoredPhotograph {
  const addedAt = c.var.clock().toISOString()
  return {
    ...{ id: newId(), talentId, name: `照片-${addedAt.slice(0, 10)}.${endOf(media)}`, media },
    ...{ size: bytes.length, contentHash: hashOf(bytes) },
    ...{ addedAt, addedBy: c.var.session.account.id, removedAt: null, removedBy: null },
  }
}
