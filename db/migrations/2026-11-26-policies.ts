import { type Kysely, sql } from 'kysely'
import { notNull, refers, table } from './build.ts'

/** Versions of the policy that say why they were made and what was signed, and what accounts write on the next. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['note', 'content_hash'])
    await sql`alter table policies add column ${sql.raw(column)} text`.execute(db)
  await table(db, 'policy_drafts', ['account_id'])
    .addColumn('account_id', 'text', notNull)
    .addColumn('based_on', 'integer', notNull)
    .addColumn('body', 'text', notNull)
    .addColumn('revision', 'integer', notNull)
    .addColumn('updated_at', 'text', notNull)
    .$call(refers('policy_drafts', ['account_id'], 'accounts', ['id']))
    .execute()
}
