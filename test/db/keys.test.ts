import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases, type OpenDatabase } from '../databases.ts'

type Key = { table: string; columns: string[] }

/** Keys, foreign keys and indexes as the engine itself reports them, in column order. */
const keysOf: Record<string, (db: OpenDatabase['db']) => Promise<Key[]>> = {
  SQLite: async (db) => {
    const { rows } = await sql<{ table: string; column: string; part: string }>`
      select m.name as "table", 'key' as part, p.name as "column", p.pk as place
        from sqlite_schema m, pragma_table_info(m.name) p where m.type = 'table' and p.pk > 0
      union all
      select m.name, 'refers' || f.id, f."from", f.seq + 1
        from sqlite_schema m, pragma_foreign_key_list(m.name) f where m.type = 'table'
      union all
      select m.name, i.name, x.name, x.seqno + 1
        from sqlite_schema m, pragma_index_list(m.name) i, pragma_index_info(i.name) x
        where m.type = 'table'
      order by 1, 2, 4`.execute(db)
    return grouped(rows)
  },
  PostgreSQL: async (db) => {
    const { rows } = await sql<{ table: string; column: string; part: string }>`
      select t.relname as "table", c.conname as part, a.attname as "column", k.place
        from pg_constraint c join pg_class t on t.oid = c.conrelid
        cross join lateral unnest(c.conkey) with ordinality as k (attnum, place)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
        where c.contype in ('p', 'f') and t.relnamespace = 'public'::regnamespace
      union all
      select t.relname, i.relname, a.attname, k.place
        from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
        cross join lateral unnest(x.indkey) with ordinality as k (attnum, place)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
        where t.relnamespace = 'public'::regnamespace
      order by 1, 2, 4`.execute(db)
    return grouped(rows)
  },
}

/** Kysely's own, and full text, whose tables are SQLite's. */
const OTHER = /^(kysely|talent_texts)/

describe.each(databases)('every key on $engine', ({ engine, open }) => {
  let opened: OpenDatabase
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  test('begins with the county, so that counties stay apart and can be parted', async () => {
    const keys = (await keysOf[engine]!(opened.db)).filter(({ table }) => !OTHER.test(table))
    expect(new Set(keys.map((key) => key.table)).size).toBe(91)
    for (const key of keys) expect(key.columns[0], JSON.stringify(key)).toBe('county_code')
  })
})

function grouped(rows: { table: string; column: string; part: string }[]): Key[] {
  const groups = Map.groupBy(rows, (row) => `${row.table} ${row.part}`)
  return [...groups.values()].map((group) => ({
    table: group[0]!.table,
    columns: group.map((row) => row.column),
  }))
}
