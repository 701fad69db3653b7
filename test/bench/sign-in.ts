import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { createApp } from '../../api/app.ts'
import { openAttachments } from '../../api/attachments/store.ts'
import { openDatabase } from '../../api/database.ts'
import { createLog } from '../../api/log.ts'
import { hashPassword } from '../../api/passwords.ts'
import { startSolver } from '../../api/solver/index.ts'
import { send, signedIn } from '../api/served.ts'
import { millisecondsOf, quantile, round } from './timing.ts'

const SECONDS = 4

/**
 * What somebody at work feels while a stranger fails to sign in a hundred times: the time of a portrait read each 20 ms,
 * and the longest wait of the event loop, quiet and under attack; and the same while passwords are hashed without end.
 */
export async function signInBench() {
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-bench-'))
  const source = { database: join(folder, 'data/bench.sqlite'), keyFile: join(folder, 'keys.json') }
  const { db, countyCode, keyring } = await openDatabase(source)
  const log = createLog('silent')
  const solver = startSolver(log)
  const attachments = openAttachments(join(folder, 'data/attachments'))
  const today = () => '2026-11-25'
  const app = createApp({ db, today, solver, countyCode, keyring, attachments, log })
  const reader = await signedIn(app, 'demo-county')
  const { people } = await (await reader.get('/talents?limit=1')).json()
  const read = () => reader.get(`/talents/${people[0].id}`)
  await measure(read, async () => {})
  const quiet = await measure(read, async () => {})
  const statuses: number[] = []
  const attacked = await measure(read, async (isOver) => {
    for (let count = 0; count < 100 && !isOver(); count++) {
      const body = { username: 'demo-township', password: `guess ${count}` }
      statuses.push((await send(app, 'POST', '/session', body)).status)
      await wait((SECONDS * 1000) / 110)
    }
  })
  let hashes = 0
  const hashing = await measure(read, async (isOver) => {
    for (; !isOver(); hashes++) await hashPassword('three quiet geese')
  })
  await solver.close()
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
  return {
    ratio: round(quiet.medianMs / attacked.medianMs, 2),
    quiet,
    attacked,
    hashing: { ...hashing, perSecond: round(hashes / SECONDS, 1) },
    failures: statuses.filter((status) => status === 401).length,
    refusedAsLocked: statuses.filter((status) => status === 429).length,
  }
}

async function measure(
  read: () => Promise<Response> | Response,
  meanwhile: (isOver: () => boolean) => Promise<void>,
) {
  const until = performance.now() + SECONDS * 1000
  const isOver = () => performance.now() > until
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const busy = meanwhile(isOver)
  const times: number[] = []
  while (!isOver()) {
    times.push(await millisecondsOf(read))
    await wait(20)
  }
  await busy
  delay.disable()
  return {
    medianMs: round(quantile(times, 0.5)),
    p95Ms: round(quantile(times, 0.95)),
    loopP99Ms: round(delay.percentile(99) / 1e6),
    loopMaxMs: round(delay.max / 1e6),
  }
}
