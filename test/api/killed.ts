import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { SURROUNDINGS } from '../surroundings.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The real program over `folder`, once it listens; its end is the caller's. */
export async function listening(folder: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['api/main.ts'], {
    cwd: ROOT,
    env: {
      ...{ ...SURROUNDINGS, PORT: String(port), LOG_LEVEL: 'error' },
      ...{ YANZHEN_DATA: join(folder, 'data'), YANZHEN_INTERFACE: join(folder, 'dist') },
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
      child.emit('said')
    })
  while (!said.includes('停止 stop')) {
    if (child.exitCode !== null) throw new Error(said)
    await once(child, 'said')
  }
  return child
}

/** What lies in the database of the folder, whoever has it open. */
export function reading<T>(folder: string, read: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(join(folder, 'data/yanzhen.sqlite'), { readonly: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' ? address!.port : 0
}
