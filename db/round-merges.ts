import type { Transaction } from 'kysely'
import type { Database, NomineeTable } from './schema.ts'

type Tx = Transaction<Database>
type Joined = { kept: string; other: string; at: string }
type Row = Pick<NomineeTable, 'id' | 'talentId' | 'stage' | 'state' | 'createdAt'> & {
  procedure: string
}

/** Tables that name the person apart from the nominee; what was signed stays as it was, since its hash names both. */
const MOVED = [
  'nominees',
  'nominations',
  'attachments',
  'applications',
  'nominationDrafts',
] as const

/**
 * Nominees of one record become those of another of the same human being. Where both are in a round they become one
 * group: the one further along stays with all nominations and papers, and another that is open withdraws.
 */
export async function moveRounds(db: Tx, countyCode: string, merged: Joined): Promise<void> {
  const { kept, other } = merged
  const rows = await db
    .selectFrom('nominees')
    .innerJoin('rounds', (join) =>
      join
        .onRef('rounds.countyCode', '=', 'nominees.countyCode')
        .onRef('rounds.id', '=', 'nominees.roundId'),
    )
    .select(['nominees.id', 'roundId', 'talentId', 'stage', 'nominees.state'])
    .select(['nominees.createdAt', 'rounds.procedure'])
    .where('nominees.countyCode', '=', countyCode)
    .where('talentId', 'in', [kept, other])
    .execute()
  for (const [, of] of Map.groupBy(rows, ({ roundId }) => roundId))
    if (new Set(of.map(({ talentId }) => talentId)).size > 1)
      await joinGroup(db, countyCode, of, merged.at)
  for (const table of MOVED)
    await db
      .updateTable(table)
      .set({ talentId: kept })
      .where('countyCode', '=', countyCode)
      .where('talentId', '=', other)
      .execute()
}

async function joinGroup(db: Tx, countyCode: string, rows: Row[], at: string): Promise<void> {
  const [stays, ...rest] = rows.toSorted(furtherFirst)
  const ids = rest.map(({ id }) => id)
  const open = rest.filter(({ state }) => state === 'open').map(({ id }) => id)
  for (const table of ['nominations', 'attachments', 'applications', 'messages'] as const)
    await db
      .updateTable(table)
      .set({ nomineeId: stays!.id })
      .where('countyCode', '=', countyCode)
      .where('nomineeId', 'in', ids)
      .execute()
  await withdrawNominees(db, countyCode, open, at)
  // Whoever reads the group now has not seen these reasons.
  await db
    .updateTable('nominees')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('countyCode', '=', countyCode)
    .where('id', '=', stays!.id)
    .execute()
}

/** Off the way without an act of theirs: lists and departments have nothing to do with them any more. */
export async function withdrawNominees(
  db: Tx,
  countyCode: string,
  ids: readonly string[],
  at: string,
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('nominees')
    .set((eb) => ({
      ...{ state: 'withdrawn' as const, waitsFor: 'nobody' as const, dueOn: null },
      revision: eb('revision', '+', 1),
    }))
    .where('countyCode', '=', countyCode)
    .where('id', 'in', ids)
    .execute()
  await db
    .updateTable('reviewCases')
    .set({ closedAt: at })
    .where('countyCode', '=', countyCode)
    .where('nomineeId', 'in', ids)
    .where('closedAt', 'is', null)
    .execute()
}

const STATES: NomineeTable['state'][] = ['settled', 'open', 'stopped', 'withdrawn']

/** Settled before open before ended, then by stage, then who came first. */
function furtherFirst(a: Row, b: Row): number {
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    placeOf(b) - placeOf(a) ||
    (a.createdAt < b.createdAt ? -1 : 1)
  )
}

function placeOf({ stage, procedure }: Row): number {
  const { stages } = JSON.parse(procedure) as { stages: { id: string }[] }
  return stage === 'settled' ? stages.length : stages.findIndex(({ id }) => id === stage)
}
