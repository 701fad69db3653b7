import type { Transaction } from 'kysely'
import {
  type DerivedRow,
  listDerivedEvidence,
  listEntries,
  removeEvidenceOf,
} from '../../db/cultivation-entries.ts'
import { insertRows } from '../../db/insert.ts'
import { followTalents } from '../../db/pool.ts'
import type { Database } from '../../db/schema.ts'
import { type Cultivation, type Piece, piecesOf } from '../../matching/index.ts'
import { entriesByTalent } from './entries.ts'

type Counting = { countyCode: string; ids: readonly string[]; scheme: Cultivation }

/**
 * Works the evidence of people out anew from all their entries and stores what changed, with what search and rankings
 * read. The same entries give the same rows to the last bit, so that taking one back restores what was before.
 * Whoever asks, all of a person counts: the reach is the county's. Answers whose evidence moved.
 */
export async function recount(
  transaction: Transaction<Database>,
  { countyCode, ids, scheme }: Counting,
): Promise<string[]> {
  const scope = { countyCode }
  const entries = entriesByTalent(await listEntries(transaction, scope, ids))
  const now = ids.flatMap((id) => rowsOf(id, piecesOf(entries.get(id) ?? [], scheme)))
  const stored = await listDerivedEvidence(transaction, scope, ids)
  const before = new Map(stored.map(({ countyCode: _, ...row }) => [row.id, row]))
  const isSame = (row: DerivedRow) => sameRow(row, before.get(row.id))
  const fresh = now.filter((row) => !isSame(row))
  const kept = new Set(now.filter(isSame).map(({ id }) => id))
  const gone = stored.filter(({ id }) => !kept.has(id))
  await removeEvidenceOf(
    transaction,
    scope,
    gone.map(({ id }) => id),
  )
  const rows = fresh.map((row) => ({ ...row, countyCode }))
  await insertRows(transaction, scope, 'evidence', rows)
  const moved = [...new Set([...fresh, ...gone].map(({ talentId }) => talentId))]
  await followTalents(transaction, scope, moved)
  return moved
}

function rowsOf(talentId: string, pieces: readonly Piece[]): DerivedRow[] {
  return pieces.map(({ kind, entry, on, ...piece }) => ({
    ...piece,
    id: `${kind}/${talentId}/${entry}/${piece.criterion}`,
    ...{ talentId, datedOn: on, entryKind: kind, entryId: entry },
  }))
}

function sameRow(a: DerivedRow, b: DerivedRow | undefined): boolean {
  if (b === undefined) return false
  return (Object.keys(a) as (keyof DerivedRow)[]).every((key) => a[key] === b[key])
}
