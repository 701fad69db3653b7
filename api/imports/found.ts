import type { Context } from 'hono'
import { findImport, type Import } from '../../db/imports.ts'
import { recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { noImport } from './refusals.ts'

/** The import of that id in the scope, or a 404; the attempt is written down. */
export async function importOf(c: Context<Env>, id: string): Promise<Import> {
  const row = await findImport(c.var.db, c.var.scope, id)
  if (row) return row
  await recordMiss(c, 'import.missed', id)
  throw noImport(id)
}
