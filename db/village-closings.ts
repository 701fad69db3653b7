import type { Transaction } from 'kysely'
import type { Database } from './schema.ts'
import { ofCounty, type Scope } from './scope.ts'
import type { Moved } from './village-moves.ts'

type Tx = Transaction<Database>
type Closing = { at: string; by: string; on: string; reason: string }

/** What is open about the village ends with the reason: a decision, an action, a warning of a place that is no more. */
export async function closeVillage(
  db: Tx,
  scope: Scope,
  { decisions, actions, warnings }: Pick<Moved, 'decisions' | 'actions' | 'warnings'>,
  { at, by, reason }: Closing,
): Promise<void> {
  await db
    .updateTable('listDecisions')
    .set({ takenBackAt: at, takenBackBy: by, takenBackReason: reason })
    .where(ofCounty(scope, 'listDecisions'))
    .where('id', 'in', [...decisions, ''])
    .execute()
  await db
    .updateTable('readinessActions')
    .set((eb) => ({
      ...{ closedAt: at, closedBy: by, result: reason, isDropped: 1 as const },
      revision: eb('revision', '+', 1),
    }))
    .where(ofCounty(scope, 'readinessActions'))
    .where('id', 'in', [...actions, ''])
    .execute()
  await db
    .updateTable('warnings')
    .set({ closedAt: at })
    .where(ofCounty(scope, 'warnings'))
    .where('id', 'in', [...warnings, ''])
    .execute()
}

/** The other way round. */
export async function reopenVillage(
  db: Tx,
  scope: Scope,
  { decisions, actions, warnings }: Pick<Moved, 'decisions' | 'actions' | 'warnings'>,
): Promise<void> {
  await db
    .updateTable('listDecisions')
    .set({ takenBackAt: null, takenBackBy: null, takenBackReason: null })
    .where(ofCounty(scope, 'listDecisions'))
    .where('id', 'in', [...decisions, ''])
    .execute()
  await db
    .updateTable('readinessActions')
    .set((eb) => ({
      ...{ closedAt: null, closedBy: null, result: null, isDropped: 0 as const },
      revision: eb('revision', '+', 1),
    }))
    .where(ofCounty(scope, 'readinessActions'))
    .where('id', 'in', [...actions, ''])
    .execute()
  await db
    .updateTable('warnings')
    .set({ closedAt: null })
    .where(ofCounty(scope, 'warnings'))
    .where('id', 'in', [...warnings, ''])
    .execute()
}

/** Standing and team of a village that is no more. */
export async function forgetStandingOf(db: Tx, scope: Scope, code: string): Promise<void> {
  for (const table of ['villageStandings', 'villageTeams'] as const)
    await db
      .deleteFrom(table)
      .where(ofCounty(scope, table))
      .where('villageCode', '=', code)
      .execute()
}

/** Ids of what is open about a village. */
export async function listOpenAt(db: Tx, scope: Scope, code: string) {
  const open = (table: 'readinessActions' | 'warnings') =>
    db
      .selectFrom(table)
      .select('id')
      .where(ofCounty(scope, table))
      .where('villageCode', '=', code)
      .where('closedAt', 'is', null)
      .orderBy('id')
      .execute()
  const decisions = await db
    .selectFrom('listDecisions')
    .select('id')
    .where(ofCounty(scope, 'listDecisions'))
    .where('villageCode', '=', code)
    .where('takenBackAt', 'is', null)
    .orderBy('id')
    .execute()
  return {
    decisions: idsOf(decisions),
    actions: idsOf(await open('readinessActions')),
    warnings: idsOf(await open('warnings')),
  }
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
