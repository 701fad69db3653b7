import { aboutSome } from './about-some.ts'
import type { Db } from './connect.ts'
import type { AppraisalTable } from './schema/cultivation.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

export type Appraisal = Omit<AppraisalTable, 'countyCode' | 'grades'> & {
  grades: Record<string, string>
}
export type AppraisalKind = Appraisal['kind']
/** What one appraisal takes the place of: of mentors, only their own. */
export type Period = {
  talentId: string
  kind: AppraisalKind
  period: string
  accountId?: string | undefined
}

/** What stands of people in some periods; the kind says whose. */
export async function listAppraisals(
  db: Db,
  scope: Scope,
  asked: { talentIds: readonly string[]; kind: AppraisalKind; periods: readonly string[] },
): Promise<Appraisal[]> {
  if (asked.talentIds.length === 0 || asked.periods.length === 0) return []
  const rows = await db
    .selectFrom('appraisals')
    .selectAll()
    .where(aboutSome(scope, 'appraisals', asked))
    .where('kind', '=', asked.kind)
    .where('period', 'in', asked.periods)
    .where('supersededAt', 'is', null)
    .orderBy('signedAt')
    .orderBy('id')
    .execute()
  return rows.map(parsed)
}

/** All that was ever signed about somebody, what was superseded among it; the latest first. */
export async function listAppraisalsOf(
  db: Db,
  scope: Scope,
  talentId: string,
): Promise<Appraisal[]> {
  const rows = await appraisals(db, scope)
    .where('talentId', '=', talentId)
    .orderBy('signedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(parsed)
}

/** What stands of one period, if something does. */
export async function findAppraisal(
  db: Db,
  scope: Scope,
  { talentId, kind, period, accountId }: Period,
): Promise<Appraisal | undefined> {
  const row = await appraisals(db, scope)
    .where('talentId', '=', talentId)
    .where('kind', '=', kind)
    .where('period', '=', period)
    .where('supersededAt', 'is', null)
    .$if(accountId !== undefined, (it) => it.where('accountId', '=', accountId!))
    .executeTakeFirst()
  return row && parsed(row)
}

/**
 * Signs, in the place of the one that the author saw or as the first. False when another stands by now; the
 * transaction is to be rolled back then.
 */
export async function signAppraisal(
  db: Db,
  scope: Scope,
  { grades, ...row }: Omit<Appraisal, 'supersededAt'>,
  instead: string | null,
): Promise<boolean> {
  if (instead !== null && !(await supersede(db, scope, { row, instead }))) return false
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('appraisals')
    .values({
      ...{ ...row, countyCode: scope.countyCode },
      ...{ grades: JSON.stringify(grades), supersededAt: null },
    })
    // The index that allows one that stands.
    .onConflict((it) => it.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

async function supersede(
  db: Db,
  scope: Scope,
  { row, instead }: { row: Omit<Appraisal, 'supersededAt' | 'grades'>; instead: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('appraisals')
    .set({ supersededAt: row.signedAt })
    .where(aboutTalentsIn(scope, 'appraisals'))
    .where('id', '=', instead)
    .where('talentId', '=', row.talentId)
    .where('kind', '=', row.kind)
    .where('period', '=', row.period)
    .$if(row.kind === 'mentor', (it) => it.where('accountId', '=', row.accountId))
    .where('supersededAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function appraisals(db: Db, scope: Scope) {
  return db.selectFrom('appraisals').selectAll().where(aboutTalentsIn(scope, 'appraisals'))
}

function parsed({ countyCode: _, grades, ...row }: AppraisalTable): Appraisal {
  return { ...row, grades: JSON.parse(grades) as Record<string, string> }
}
