import { Migrator } from 'kysely/migration'
import type { Db } from './connect.ts'
import { migrations } from './migrations/index.ts'
import { databaseProblem } from './problem.ts'

/** Brings the tables up to this program, all of it or nothing; throws a `DatabaseProblem`. */
export async function migrate(db: Db): Promise<void> {
  await refuseStrange(db)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw isForbidden(error) ? noPermission(error) : error
}

/** Whether the tables are exactly those of this program; throws when they are another program's or a newer one's. */
export async function isCurrent(db: Db): Promise<boolean> {
  await refuseStrange(db)
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  return tables.length > 0 && (await executed(db)).length === Object.keys(migrations).length
}

/** How far the tables are, and which change of them was the last. */
export async function schemaFacts(db: Db) {
  const names = await executed(db)
  return { applied: names.length, known: Object.keys(migrations).length, last: names.sort().at(-1) }
}

async function refuseStrange(db: Db) {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (tables.length === 0) return
  if (!tables.some((table) => table.name === 'kysely_migration')) throw notOurs()
  const unknown = (await executed(db)).find((name) => !(name in migrations))
  if (unknown !== undefined) throw newer(unknown)
}

async function executed(db: Db): Promise<string[]> {
  const rows = await db
    .withTables<{ kyselyMigration: { name: string } }>()
    .selectFrom('kyselyMigration')
    .select('name')
    .execute()
  return rows.map((row) => row.name)
}

/** PostgreSQL's insufficient_privilege. */
function isForbidden(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501'
}

function noPermission(cause: unknown) {
  return databaseProblem(
    'no-permission',
    {
      zh: '数据库用户没有建表的权限。请让该用户成为数据库的所有者，再重新启动。',
      en: 'The user of the database may not create tables. Make this user the owner of the database and start again.',
    },
    cause,
  )
}

function notOurs() {
  return databaseProblem('not-ours', {
    zh: '该数据库里有别的程序的表，未作任何改动。请为雁阵新建一个空数据库。',
    en: 'The database holds tables of another program; it was left as it is. Make an empty database for Yanzhen.',
  })
}

function newer(name: string) {
  return databaseProblem('newer', {
    zh: `数据库由更新版本的雁阵写成（${name}），未作任何改动。请升级本程序，或从备份恢复旧版数据库。`,
    en: `The database was written by a newer Yanzhen (${name}); it was left as it is. Upgrade this program, or restore an older database from a backup.`,
  })
}
