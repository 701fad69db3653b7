import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { afterAll, beforeAll } from 'vitest'
import { runCommand } from '../../api/commands.ts'
import { StartFailure } from '../../api/start-failure.ts'
import { isDatabaseProblem } from '../../db/problem.ts'
import { SURROUNDINGS } from '../surroundings.ts'

export const root = join(import.meta.dirname, '../..')
export const HEAD =
  'province_code,province,city_code,city,county_code,county,township_code,township,village_code,village'
export const BEIZHUANG = '37,山东省,3704,枣庄市,370406,山亭区,370406104,北庄镇'
export const LINES = [
  HEAD,
  '37,山东省,3704,枣庄市,370406,山亭区,370406001,山城街道,370406001001,双山居委会',
  '37,山东省,3704,枣庄市,370406,山亭区,370406001,山城街道,370406001009,涧河社区居民委员会',
  `${BEIZHUANG},370406104200,北庄村委会`,
  `${BEIZHUANG},370406104218,洪门村村民委员会`,
  '37,山东省,3704,枣庄市,370404,峄城区,370404001,坛山街道,370404001001,仙坛居委会',
]
/** Everything that a test file writes; removed at its end. */
export const folder = mkdtempSync(join(tmpdir(), 'yanzhen-operations-'))
export const codes = join(folder, 'codes.csv')

/** A small county in the folder `base`, which tests copy. */
export function withCounty(): void {
  beforeAll(async () => {
    write('codes.csv', LINES.join('\r\n'))
    const made = await run(at('base'), 'set-up', '--county', '370406', '--divisions', codes)
    if (made.status !== 0) throw new Error(made.stderr)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
}

export type Env = Record<string, string> & { YANZHEN_DATA: string }

export function at(name: string): Env {
  return { ...SURROUNDINGS, YANZHEN_DATA: join(folder, name), LOG_LEVEL: 'error' }
}

/** A folder of its own with the database and keys of another. */
export function copied(from: string, name: string): Env {
  for (const end of ['', '-keys'])
    cpSync(join(folder, `${from}${end}`), join(folder, `${name}${end}`), { recursive: true })
  return at(name)
}

/** A fresh folder that opens with the keys of another and knows its heads. */
export function restored(name: string, from: Env): Env {
  return { ...at(name), YANZHEN_KEY_FILE: keysOf(from) }
}

export const databaseOf = ({ YANZHEN_DATA }: Env) => join(YANZHEN_DATA, 'yanzhen.sqlite')
export const keysOf = (env: Env) =>
  env.YANZHEN_KEY_FILE ?? join(`${env.YANZHEN_DATA}-keys`, 'keys.json')
export const keyIn = (env: Env): string => JSON.parse(readFileSync(keysOf(env), 'utf8'))['1']
export const manifestOf = (copy: string) => copy.replace(/\.sqlite$/, '.json')

/** The newest copy. */
export function copyOf({ YANZHEN_DATA }: Env): string {
  const copies = `${YANZHEN_DATA}-backups`
  const names = readdirSync(copies).filter((name) => name.endsWith('.sqlite'))
  return join(copies, names.sort().at(-1)!)
}

export function write(name: string, content: string | Buffer): string {
  // A file before this one in the same process removed the folder.
  mkdirSync(folder, { recursive: true })
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

/** A command as the terminal runs it, without the cost of a process. */
export async function run(env: Env, ...args: string[]) {
  const { write } = process.stdout
  const told = { status: 1, stdout: '', stderr: '' }
  process.stdout.write = (text: unknown) => {
    told.stdout += text
    return true
  }
  try {
    told.status = await runCommand(args, env)
  } catch (error) {
    if (!(error instanceof StartFailure || isDatabaseProblem(error))) throw error
    told.stderr = `${error.words.zh}\n${error.words.en}`
  } finally {
    process.stdout.write = write
  }
  return told
}

export async function running(env: Env, ...args: string[]) {
  const child = spawn(process.execPath, ['api/cli.ts', ...args], { cwd: root, env })
  const said = heard(child)
  const [status] = await once(child, 'close')
  return { stdout: said(), status }
}

export async function verified(env: Env) {
  return JSON.parse((await run(env, 'verify-audit', '--json')).stdout)
}

export function reading<T>(env: Env, read: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(databaseOf(env))
  try {
    return read(db)
  } finally {
    db.close()
  }
}
export const tampering = reading

export function ciphersOf(env: Env): string[] {
  return reading(env, (db) => [
    ...(db.prepare('select cipher from private_fields').pluck().all() as string[]),
    ...(db
      .prepare('select totp_secret from accounts where totp_secret is not null')
      .pluck()
      .all() as string[]),
  ])
}

export function heard(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
      child.emit('said')
    })
  return () => said
}

/** Another process that appends entry after entry, and tells each once it is stored. */
export async function writing(env: Env) {
  const text = `
    import { openExisting } from ${JSON.stringify(join(root, 'api/existing-database.ts'))}
    import { readConfiguration } from ${JSON.stringify(join(root, 'api/configuration.ts'))}
    import { entryBy } from ${JSON.stringify(join(root, 'api/auditing.ts'))}
    import { appendAudit } from ${JSON.stringify(join(root, 'db/audit.ts'))}
    const { db, keyring, countyCode } = await openExisting(readConfiguration(process.env))
    const entry = entryBy('terminal', { action: 'test.written' })
    for (;;) {
      const work = (it) => appendAudit(it, keyring, { countyCode }, [entry])
      process.stdout.write((await db.transaction().execute(work)) + '\\n')
      await new Promise((resolve) => setTimeout(resolve, 1))
    }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', text], { cwd: root, env })
  const said = heard(child)
  const last = () => Number(said().trimEnd().split('\n').at(-1))
  while (!(last() > 30)) {
    if (child.exitCode !== null) throw new Error(said())
    await once(child, 'said')
  }
  const stop = async () => {
    child.kill('SIGKILL')
    await once(child, 'close')
  }
  return { last, stop }
}

/** The real program on a port of its own. */
export async function serving(env: Env) {
  const dist = join(folder, 'dist')
  mkdirSync(dist, { recursive: true })
  writeFileSync(join(dist, 'index.html'), '<title>雁阵</title>')
  const port = await freePort()
  const child = spawn(process.execPath, ['api/main.ts'], {
    cwd: root,
    env: { ...env, PORT: String(port), YANZHEN_INTERFACE: dist },
  })
  const said = heard(child)
  while (!said().includes('停止 stop')) {
    if (child.exitCode !== null) throw new Error(said())
    await once(child, 'said')
  }
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'close')
  }
  return { address: `http://127.0.0.1:${port}`, said, stop }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' ? address!.port : 0
}
