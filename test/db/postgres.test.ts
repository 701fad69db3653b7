import { sql } from 'kysely'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { listCounties } from '../../db/counties.ts'
import { databases } from '../databases.ts'

test('a server that drops idle connections neither ends the program nor fails the next query', async () => {
  const { db, close } = await databases.find(({ engine }) => engine === 'PostgreSQL')!.open()
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const client = new pg.Client({ connectionString: `${inject('postgres')}/postgres` })
  await client.connect()
  const ended = await client.query(
    'select pg_terminate_backend(pid, 5000) as ended from pg_stat_activity where datname = $1',
    [rows[0]?.name],
  )
  expect(ended.rows.length).toBeGreaterThan(0)
  await client.end()
  await expect.poll(() => listCounties(db).catch(() => 'broken')).toEqual([])
  await close()
})
