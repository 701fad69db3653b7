import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../api/app.ts'
import { openAttachments } from '../../api/attachments/store.ts'
import { openDatabase } from '../../api/database.ts'
import { createLog } from '../../api/log.ts'
import { createStandings } from '../../api/readiness/keeping.ts'
import { startSolver } from '../../api/solver/index.ts'
import type { Db } from '../../db/connect.ts'
import { signedIn } from '../api/served.ts'
import { CITY_PEOPLE, CITY_VILLAGES, fillCity } from './overview/city.ts'
import { makeForms, makeReport } from './overview/papers.ts'
import { refreshes } from './overview/refreshes.ts'
import { millisecondsOf, quantile, round } from './timing.ts'

const TODAY = '2026-11-26'
const REQUESTS = 30
/** What a county of this size is held to: files of appointment forms in one archive. */
const FORMS = 3_000

/**
 * The term change on one screen: the first screen at the server for Shanting as the demonstration has it and for a city,
 * beside a bare read by an index of the same run; from one changed fact to the event that tells of the right colour,
 * with and without a plan of the county running; the report and the appointment forms of a whole county.
 */
export async function overviewBench() {
  const shanting = await opened()
  let figures: object
  try {
    const { app, db, countyCode, standings } = shanting
    const countingMs = await millisecondsOf(() => standings.settled())
    standings.start()
    const county = await signedIn(app, 'demo-county')
    const countyMs = await p95Of(async () => read(await county.get('/overview')))
    const indexedMs = await p95Of(() => indexedRead(db, countyCode))
    const quiet = await refreshes({ county, db, countyCode })
    const plan = await county.post('/plans', { township: null })
    const busy = await refreshes({ county, db, countyCode })
    const { id } = (await plan.json()) as { id: string }
    await county.post(`/plans/${id}/cancellation`)
    figures = {
      ...{ countyMs: round(countyMs, 1), countingSeconds: round(countingMs / 1000, 1) },
      refreshMs: { median: round(quantile(quiet, 0.5)), worst: round(Math.max(...quiet)) },
      refreshWhilePlanningMs: {
        median: round(quantile(busy, 0.5)),
        worst: round(Math.max(...busy)),
      },
      ...{ ratioToIndexedRead: round(countyMs / indexedMs, 1), indexedReadMs: round(indexedMs) },
      docxSeconds: await makeReport(county),
      lrmxSeconds: await makeForms(county, db, FORMS),
    }
  } finally {
    await shanting.close()
  }
  const city = await opened()
  try {
    const { app, db, countyCode, standings } = city
    await fillCity(db, countyCode)
    await standings.settled()
    const county = await signedIn(app, 'demo-county')
    const cityMs = await p95Of(async () => read(await county.get('/overview')))
    const size = { villages: CITY_VILLAGES, people: CITY_PEOPLE }
    return { ...figures, cityMs: round(cityMs, 1), city: size }
  } finally {
    await city.close()
  }
}

/** The program over a file of its own, as `npm start` makes it but without a port. */
async function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-bench-'))
  const source = { database: join(folder, 'data/bench.sqlite'), keyFile: join(folder, 'keys.json') }
  const { db, countyCode, keyring } = await openDatabase(source)
  const log = createLog('silent')
  const solver = startSolver(log)
  const attachments = openAttachments(join(folder, 'data/attachments'))
  const given = { ...{ db, solver, countyCode, keyring, attachments, log }, today: () => TODAY }
  const standings = createStandings(given)
  return {
    ...{ db, countyCode, standings, app: createApp(given) },
    close: async () => {
      await standings.stop()
      await solver.close()
      await db.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function read(answer: Response): Promise<void> {
  if (!answer.ok) throw new Error(await answer.text())
  await answer.arrayBuffer()
}

/** By the clock, of 30 requests once everything is warm. */
async function p95Of(ask: () => Promise<unknown>): Promise<number> {
  await ask()
  const spent: number[] = []
  for (let at = 0; at < REQUESTS; at++) spent.push(await millisecondsOf(ask))
  return quantile(spent, 0.95)
}

/** The standings of one village by the index and nothing more. */
function indexedRead(db: Db, countyCode: string) {
  return db
    .selectFrom('villageStandings')
    .selectAll()
    .where('countyCode', '=', countyCode)
    .where('villageCode', '=', '370406104218')
    .execute()
}
