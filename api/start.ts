import { readFileSync } from 'node:fs'
import { createServer as createSecureServer } from 'node:https'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { holdFolder } from '../db/lock.ts'
import { createApp } from './app.ts'
import { openAttachments } from './attachments/store.ts'
import { sweepAttachments } from './attachments/sweeping.ts'
import { keepHeads } from './audit-heads.ts'
import { scheduleBackups } from './backup-schedule.ts'
import { type Configuration, readConfiguration } from './configuration.ts'
import { recountLater } from './cultivation/recounting.ts'
import { type FirstAdministrator, firstAdministrator, openDatabase } from './database.ts'
import { dayInChina } from './days.ts'
import { createImportRuns, mendImports } from './imports/runs.ts'
import { installationOf } from './installation.ts'
import { addInterface } from './interface.ts'
import { createLog, type Log } from './log.ts'
import { oneTimePasswordText } from './one-time-password.ts'
import { createPlanRuns } from './plan-runs.ts'
import { createStandings } from './readiness/keeping.ts'
import { countyOf } from './remembered.ts'
import { finishRotation, type RotatingFrom } from './rotation.ts'
import { startSolver } from './solver/index.ts'
import { StartFailure } from './start-failure.ts'
import { warmSearch, warmUp } from './warm.ts'

/** Opens the database, listens, and stops gracefully on SIGINT and SIGTERM. */
export async function start(env: Record<string, string | undefined>): Promise<void> {
  const configuration = readConfiguration(env)
  const log = createLog(configuration.logLevel)
  const lock = { release: () => {} }
  const { db, countyCode, keyring } = await openDatabase(configuration, () => {
    lock.release = holdFolder(configuration.data)
  })
  const attachments = openAttachments(configuration.attachments)
  await finishKeys({ db, keyring, countyCode, attachments }, log)
  const county = await countyOf(db, { countyCode })
  const solver = startSolver(log)
  const today = () => dayInChina(new Date())
  const { auditHeads, origin } = configuration
  const given = {
    db,
    today,
    solver,
    countyCode,
    keyring,
    attachments,
    log,
    auditHeads,
    installation: installationOf(configuration),
    ...(origin && { origin }),
  }
  await sweepAttachments(given)
  await mendImports(given)
  const planRuns = createPlanRuns(given)
  const importRuns = createImportRuns(given)
  const standings = createStandings(given)
  const app = createApp({ ...given, planRuns, importRuns })
  addInterface(app, configuration.interface)
  const server = serverFor(app.fetch, configuration)
  await listen(server, configuration)
  await planRuns.resume()
  await importRuns.resume()
  recountLater(given)
  sayAddress(configuration)
  // Not before it listens: a start that fails must not make a password that nobody is told.
  const administrator = await firstAdministrator(db, keyring, countyCode)
  if (administrator) sayAdministrator(administrator)
  const keepLastHead = keepHeads(db, countyCode, auditHeads, log)
  const stopBackups = scheduleBackups(configuration, env, log)
  void warmSearch(given, log)
    .then(() => warmUp(county, solver, log))
    .then(() => standings.start())
  onStop(async () => {
    stopBackups()
    const closed = new Promise((resolve) => server.close(resolve))
    await standings.stop()
    await importRuns.stop()
    await planRuns.stop(configuration.stopSeconds)
    const giveUp = setTimeout(
      () => 'closeAllConnections' in server && server.closeAllConnections(),
      2000,
    )
    await closed
    clearTimeout(giveUp)
    await solver.close()
    await keepLastHead()
    await db.destroy()
    lock.release()
  })
}

async function listen(server: ServerType, { host, port }: Configuration): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject).listen(port, host, resolve)
  try {
    await promise
  } catch (error) {
    throw listenFailure(error, host, port)
  }
}

function listenFailure(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') {
    return new StartFailure({
      zh: `端口 ${port} 已被占用：雁阵可能已在运行，请打开 http://${host}:${port}，或换一个端口，如 PORT=${port + 1} npm start。一个数据目录只供一个服务使用：另开一个服务时，请同时用 YANZHEN_DATA 指定另一个目录。`,
      en: `Port ${port} is in use: Yanzhen may be running already, open http://${host}:${port}, or choose another port: PORT=${port + 1} npm start. One data folder serves one server: for a second one name another folder with YANZHEN_DATA, too.`,
    })
  }
  if (code === 'EACCES') {
    return new StartFailure({
      zh: `没有监听端口 ${port} 的权限。请用 1024 以上的端口，如 PORT=8080 npm start。`,
      en: `No permission to listen on port ${port}. Use one above 1024: PORT=8080 npm start.`,
    })
  }
  return error
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

/** Authenticated encryption with forward secrecy only, which every browser since 2015 has. */
const CIPHERS = [
  ...['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'],
  ...['ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384'],
  ...['ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305'],
  ...['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256'],
].join(':')

/** HTTPS where there is a certificate. */
function serverFor(fetch: Fetch, { certificate: files }: Configuration): ServerType {
  if (!files) return createAdaptorServer({ fetch })
  const serverOptions = {
    cert: readFileSync(files.certificate),
    key: readFileSync(files.key),
    minVersion: 'TLSv1.2' as const,
    ciphers: CIPHERS,
    honorCipherOrder: true,
  }
  return createAdaptorServer({ fetch, createServer: createSecureServer, serverOptions })
}

function sayAdministrator(administrator: FirstAdministrator): void {
  const title = '首位系统管理员 first administrator'
  process.stdout.write(`${oneTimePasswordText(title, administrator)}\n`)
}

/** A value that cannot be read keeps nobody out: it is told, and look-ups by number miss it until it is mended. */
async function finishKeys(opened: RotatingFrom, log: Log): Promise<void> {
  try {
    const renewed = await finishRotation(opened)
    if (renewed) log.info(renewed, 'a change of keys was finished')
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error
    log.error({ reason: error.words }, 'a change of keys is not finished')
  }
}

function sayAddress({ host, port, database, origin }: Configuration): void {
  const address = origin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  process.stdout.write(
    `\n雁阵已启动，请打开 ${address}\nYanzhen is running: open ${address}\n数据 data: ${database}\n停止 stop: Ctrl+C\n\n`,
  )
}

/** A terminal and the script above it may both pass on the same signal. */
const SAME_SIGNAL_MS = 1_000

/** The first signal ends in order, a later one at once. */
function onStop(stop: () => Promise<void>): void {
  let stoppedAt: number | null = null
  const hear = () => {
    if (stoppedAt !== null) {
      if (performance.now() - stoppedAt > SAME_SIGNAL_MS) process.exit(130)
      return
    }
    stoppedAt = performance.now()
    process.stdout.write('正在停止 stopping …\n')
    stop().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`${String(error).slice(0, 300)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', hear).on('SIGTERM', hear)
}
