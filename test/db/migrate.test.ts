import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { databases, type OpenDatabase } from '../databases.ts'

/** Kysely's own, and full text, whose tables are SQLite's. */
const OTHER = /^(kysely|talent_texts)/

describe.each(databases)('migrations on $engine', ({ openEmpty }) => {
  let opened: OpenDatabase
  beforeEach(async () => {
    opened = await openEmpty()
  })
  afterEach(() => opened.close())

  const tables = () => opened.db.introspection.getTables({ withInternalKyselyTables: true })
  const names = async () => (await tables()).map((table) => table.name).sort()

  test('bring an empty database up, and find nothing to do the second time', async () => {
    await migrate(opened.db)
    const first = await tables()
    await migrate(opened.db)
    expect(await tables()).toEqual(first)
    expect(first.filter(({ name }) => !OTHER.test(name))).toHaveLength(91)
  })

  test('take text, integer and double precision only', async () => {
    await migrate(opened.db)
    const own = (await tables()).filter(({ name }) => !OTHER.test(name))
    const types = own.flatMap((table) => table.columns.map((it) => it.dataType.toLowerCase()))
    const allowed = ['text', 'integer', 'double precision', 'int4', 'float8']
    expect([...new Set(types)].filter((type) => !allowed.includes(type))).toEqual([])
  })

  test('refuse a database that a newer program wrote, and leave it', async () => {
    await migrate(opened.db)
    await sql`insert into kysely_migration values ('2999-01-01-later', '2999-01-01')`.execute(
      opened.db,
    )
    const before = await tables()
    const problem = await migrate(opened.db).catch((error: unknown) => error)
    expect(problem).toMatchObject({ code: 'newer' })
    expect(String(problem)).toContain('2999-01-01-later')
    expect(await tables()).toEqual(before)
  })

  test('refuse a database with the tables of another program, and leave it', async () => {
    await sql`create table tracks (id integer primary key)`.execute(opened.db)
    await expect(migrate(opened.db)).rejects.toMatchObject({ code: 'not-ours' })
    expect(await names()).toEqual(['tracks'])
  })

  test('that fail half way leave no table behind', async () => {
    await migratorOf({}).migrateToLatest()
    await sql`create table plans (stands text)`.execute(opened.db)
    await expect(migrate(opened.db), 'the last table is there already').rejects.toThrow()
    expect((await names()).filter((name) => !name.startsWith('kysely'))).toEqual(['plans'])
  })

  function migratorOf(known: Record<string, Migration>) {
    return new Migrator({ db: opened.db, provider: { getMigrations: async () => known } })
  }
})
