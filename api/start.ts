import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { holdFolder } from '../db/lock.ts'
import { createApp } from './app.ts'
import { countyOf } from './candidacies.ts'
import { type Configuration, readConfiguration } from './configuration.ts'
import { openDatabase } from './database.ts'
import { addInterface } from './interface.ts'
import { createLog } from './log.ts'
import { createPlanRuns } from './plan-runs.ts'
import { startSolver } from './solver/index.ts'
import { StartFailure } from './start-failure.ts'
import { warmUp } from './warm.ts'

/** Opens the database, listens, and stops gracefully on SIGINT and SIGTERM. */
export async function start(env: Record<string, string | undefined>): Promise<void> {
  const configuration = readConfiguration(env)
  const log = createLog(configuration.logLevel)
  const lock = { release: () => {} }
  const { db, countyCode } = await openDatabase(configuration.database, () => {
    lock.release = holdFolder(configuration.data)
  })
  const county = await countyOf(db, countyCode)
  const solver = startSolver(log)
  const today = () => new Date().toISOString().slice(0, 10)
  const given = { db, today, solver, countyCode, log }
  const planRuns = createPlanRuns(given)
  const app = createApp({ ...given, planRuns })
  addInterface(app, configuration.interface)
  const server = createAdaptorServer({ fetch: app.fetch })
  await listen(server, configuration)
  await planRuns.resume()
  sayAddress(configuration)
  void warmUp(county, solver, log)
  onStop(async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    await planRuns.stop(configuration.stopSeconds)
    const giveUp = setTimeout(
      () => 'closeAllConnections' in server && server.closeAllConnections(),
      2000,
    )
    await closed
    clearTimeout(giveUp)
    await solver.close()
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

function sayAddress({ host, port, database }: Configuration): void {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
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
