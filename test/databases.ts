import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import { connect, type Db } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'

export type OpenDatabase = { db: Db; close: () => Promise<void> }

/** What a database holds at first. Filled once in a process under its key; every further one is a copy of that. */
export type Filling = { key: string; fill: (db: Db) => Promise<void> }
export type Open = (filling?: Filling) => Promise<OpenDatabase>

const NOTHING: Filling = { key: '', fill: async () => {} }

/**
 * Both engines for `describe.each(databases)('$engine', ({ open }) => …)`; each `open` is a fresh database with all
 * tables, and each `openEmpty` one without any.
 */
export const databases = [
  {
    engine: 'SQLite',
    open: copying(openSqlite, bytesOf, openSqlite),
    openEmpty: () => openSqlite(),
  },
  {
    engine: 'PostgreSQL',
    open: copying(openPostgres, nameOf, openPostgres),
    openEmpty: () => openPostgres(),
  },
]

/** Tables and rows take seconds to make and a moment to copy, on either engine; rows come into a copy of the tables. */
function copying<Original>(
  openEmpty: () => Promise<OpenDatabase>,
  keep: (opened: OpenDatabase) => Promise<Original>,
  copy: (original: Original) => Promise<OpenDatabase>,
): Open {
  const originals = new Map<string, Promise<Original>>()
  const open: Open = async (filling = NOTHING) => {
    const original = originals.get(filling.key) ?? make(filling)
    originals.set(filling.key, original)
    return copy(await original)
  }
  const make = async (filling: Filling) => {
    const opened = await (filling === NOTHING ? openEmpty() : open())
    await (filling === NOTHING ? migrate(opened.db) : filling.fill(opened.db))
    return keep(opened)
  }
  return open
}

async function openSqlite(bytes?: Buffer): Promise<OpenDatabase> {
  const db = await connect(bytes ?? ':memory:')
  return { db, close: () => db.destroy() }
}

async function bytesOf({ db, close }: OpenDatabase): Promise<Buffer> {
  const file = join(tmpdir(), `yanzhen-${randomUUID()}.sqlite`)
  await sql`vacuum into ${file}`.execute(db)
  await close()
  const bytes = readFileSync(file)
  rmSync(file)
  return bytes
}

async function openPostgres(original = 'template1'): Promise<OpenDatabase> {
  const server = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await command(server, `create database ${name} template ${original} strategy file_copy`)
  const db = await connect(`${server}/${name}`)
  const close = async () => {
    await db.destroy()
    await command(server, `drop database ${name} with (force)`)
  }
  return { db, close }
}

/** Nobody may be connected to a database while it is copied. It goes with the server. */
async function nameOf({ db }: OpenDatabase): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  await sql`vacuum analyze`.execute(db)
  await db.destroy()
  return rows[0]!.name
}

async function command(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(statement)
  await client.end()
}
