import { existsSync, statSync } from 'node:fs'
import type { Context } from 'hono'
import { findAuditHead } from '../../db/audit.ts'
import { findLastAudit, listAudit } from '../../db/audit-reading.ts'
import type { Env } from '../context.ts'
import type { SystemAudit } from '../shapes/system.ts'

/** How long the audit is, and when somebody last walked it from end to end. */
export async function auditFacts(c: Context<Env>): Promise<SystemAudit> {
  const { db, countyCode, auditHeads } = c.var
  const scope = { countyCode }
  const head = await findAuditHead(db, scope)
  const [last] = await listAudit(db, scope, { limit: 1 })
  const headsKeptAt = keptAt(auditHeads)
  return {
    entries: head?.sequence ?? 0,
    lastAt: last?.at ?? null,
    headsKeptAt,
    isHeadBehind: auditHeads !== undefined && (await isBehind(c, headsKeptAt)),
    verified: await lastVerification(c),
  }
}

/** By an account; what the terminal verifies it writes down nowhere. */
export async function lastVerification({
  var: { db, countyCode },
}: Context<Env>): Promise<SystemAudit['verified']> {
  const found = await findLastAudit(db, { countyCode }, 'audit.verified')
  if (!found) return null
  const { entries } = found.detail
  return {
    at: found.at,
    isWhole: found.outcome === 'done',
    entries: typeof entries === 'number' ? entries : null,
  }
}

/** The head is kept each minute; so much later an entry must have been followed by one that was. */
const KEEPING_MS = 10 * 60_000

/** `keptAt` is null where the head was never kept. */
async function isBehind(
  { var: { db, countyCode, clock } }: Context<Env>,
  keptAt: string | null,
): Promise<boolean> {
  const until = new Date(clock().getTime() - KEEPING_MS).toISOString()
  const later = await listAudit(db, { countyCode }, { from: keptAt ?? undefined, until, limit: 1 })
  return later.length > 0
}

function keptAt(file: string | undefined): string | null {
  if (file === undefined || !existsSync(file)) return null
  return statSync(file).mtime.toISOString()
}
