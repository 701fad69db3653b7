import type { Db } from './connect.ts'
import type { EvidenceTable } from './schema.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

type Origin = 'entryKind' | 'entryId'
export type EvidenceFacts = Omit<EvidenceTable, 'countyCode' | 'id' | 'talentId' | Origin>

/** Evidence about one person, the latest first. */
export function listEvidenceOf(db: Db, scope: Scope, talentId: string) {
  return db
    .selectFrom('evidence')
    .selectAll()
    .where(aboutTalentsIn(scope, 'evidence'))
    .where('talentId', '=', talentId)
    .orderBy('datedOn', 'desc')
    .orderBy('id')
    .execute()
}

export async function insertEvidence(
  db: Db,
  { countyCode }: Scope,
  row: EvidenceFacts & { id: string; talentId: string } & Partial<Pick<EvidenceTable, Origin>>,
): Promise<void> {
  await db
    .insertInto('evidence')
    .values({ ...row, countyCode })
    .execute()
}

/** False when the person has no such piece, or is not in the scope. */
export async function updateEvidence(
  db: Db,
  scope: Scope,
  { talentId, id }: { talentId: string; id: string },
  facts: EvidenceFacts,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('evidence')
    .set(facts)
    .where(aboutTalentsIn(scope, 'evidence'))
    .where('talentId', '=', talentId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function removeEvidence(
  db: Db,
  scope: Scope,
  { talentId, id }: { talentId: string; id: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('evidence')
    .where(aboutTalentsIn(scope, 'evidence'))
    .where('talentId', '=', talentId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
