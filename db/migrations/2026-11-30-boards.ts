import { type Kysely, type SqlBool, sql } from 'kysely'

/** Boards and counts of thousands of people read these indexes alone and open no row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Of those alone who may be under cultivation: SQLite would walk through it for people named by their ids too.
  await db.schema
    .createIndex('talents_to_cultivate')
    .on('talents')
    .columns(['county_code', 'home_township_code', 'home_village_code', 'status'])
    .columns(['id', 'merged_into', 'import_id', 'erased_at'])
    .where(sql<SqlBool>`erased_at is null and status <> 'left'`)
    .execute()
  await widen(db, 'mentoring_sessions', {
    from: ['talent_id', 'held_on', 'taken_back_at'],
    by: ['mentor_id', 'minutes', 'progress'],
  })
  await widen(db, 'cultivation_items', {
    from: ['talent_id', 'state', 'due_on'],
    by: ['done_on', 'kind', 'grade'],
  })
}

async function widen(
  db: Kysely<unknown>,
  table: string,
  { from, by }: { from: string[]; by: string[] },
): Promise<void> {
  await db.schema.dropIndex(`${table}_by_${from.join('_')}`).execute()
  await db.schema
    .createIndex(`${table}_of_talent`)
    .on(table)
    .columns(['county_code', ...from, ...by])
    .execute()
}
