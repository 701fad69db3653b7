import type { Db } from './connect.ts'
import { followTalents } from './pool.ts'
import type { TalentTable } from './schema.ts'
import { type Scope, talentsIn } from './scope.ts'

export type StatusChange = { talent: string; status: TalentTable['status'] }
/** Ids that one statement names. */
const AT_ONCE = 500

/** New statuses of people, and a new revision of those whose office alone changed: search reads all of them anew. */
export async function changeStatuses(
  db: Db,
  scope: Scope,
  changes: readonly StatusChange[],
  { same, updatedAt }: { same: readonly string[]; updatedAt: string },
): Promise<void> {
  const byStatus = Map.groupBy(changes, ({ status }) => status)
  for (const [status, own] of byStatus)
    await set(
      db,
      scope,
      own.map(({ talent }) => talent),
      { status, updatedAt },
    )
  await set(db, scope, same, { updatedAt })
  await followTalents(db, scope, [...changes.map(({ talent }) => talent), ...same])
}

/** What a field of people's records was before something that happened at a moment, with the status as it is now. */
export function listFieldBefore(
  db: Db,
  scope: Scope,
  { field, at }: { field: string; at: string },
) {
  return db
    .selectFrom('talentHistory')
    .innerJoin('talents', (join) =>
      join
        .onRef('talents.countyCode', '=', 'talentHistory.countyCode')
        .onRef('talents.id', '=', 'talentHistory.talentId'),
    )
    .select(['talentHistory.talentId', 'talentHistory.before', 'talentHistory.after'])
    .select('talents.status')
    .where(talentsIn(scope))
    .where('talentHistory.field', '=', field)
    .where('talentHistory.at', '=', at)
    .execute()
}

async function set(
  db: Db,
  scope: Scope,
  ids: readonly string[],
  change: { status?: TalentTable['status']; updatedAt: string },
): Promise<void> {
  for (let start = 0; start < ids.length; start += AT_ONCE)
    await db
      .updateTable('talents')
      .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
      .where(talentsIn(scope))
      .where('id', 'in', ids.slice(start, start + AT_ONCE))
      .execute()
}
