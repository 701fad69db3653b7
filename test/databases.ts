import pg from 'pg'
import { inject } from 'vitest'
import { connect, type Db } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'

export type OpenDatabase = { db: Db; close: () => Promise<void> }

/** Both engines for `describe.each(databases)('$engine', ({ open }) => …)`; each `open` is a fresh database. */
export const databases = [
  { engine: 'SQLite', open: () => migrated(openSqlite()), openEmpty: openSqlite },
  { engine: 'PostgreSQL', open: () => migrated(openPostgres()), openEmpty: openPostgres },
]

async function migrated(opening: Promise<OpenDatabase>): Promise<OpenDatabase> {
  const opened = await opening
  await migrate(opened.db)
  return opened
}

async function openSqlite(): Promise<OpenDatabase> {
  const db = await connect(':memory:')
  return { db, close: () => db.destroy() }
}

async function openPostgres(): Promise<OpenDatabase> {
  const server = inject('postgres')
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  await command(server, `create database ${name}`)
  const db = await connect(`${server}/${name}`)
  const close = async () => {
    await db.destroy()
    await command(server, `drop database ${name} with (force)`)
  }
  return { db, close }
}

async function command(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(statement)
  await client.end()
}
