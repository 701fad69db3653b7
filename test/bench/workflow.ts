import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../api/app.ts'
import { openAttachments } from '../../api/attachments/store.ts'
import { openDatabase } from '../../api/database.ts'
import { createLog } from '../../api/log.ts'
import { startSolver } from '../../api/solver/index.ts'
import type { Db } from '../../db/connect.ts'
import { signedIn } from '../api/served.ts'
import { millisecondsOf, quantile, round } from './timing.ts'
import { makeRound } from './workflow/round.ts'

const NOMINEES = 5000
const REQUESTS = 30
const PAGE = 50

/** Each asks for another part of the queue: tabs, late pages, places, posts, names by characters, pinyin and initials. */
const QUERIES = [
  ...['tab=open', 'tab=open&page=40', 'tab=mine', 'tab=objection', 'tab=expiring', 'tab=late'],
  ...['tab=late&page=5', 'tab=ended', 'tab=ended&page=8', 'stage=joint-review', 'post=secretary'],
  ...['township=370406104', 'q=李', 'q=wang', 'q=lwb'],
]

/**
 * What a page of the queue and the board of a round take at the server, over a round of 5,000 people with all that was
 * signed about them, in a file of SQLite; beside the bare read of a page of rows by an index in the same run.
 */
export async function workflowBench() {
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-bench-'))
  const source = { database: join(folder, 'data/bench.sqlite'), keyFile: join(folder, 'keys.json') }
  const { db, countyCode, keyring } = await openDatabase(source)
  const log = createLog('silent')
  const solver = startSolver(log)
  try {
    const id = await makeRound(db, countyCode, NOMINEES)
    const attachments = openAttachments(join(folder, 'data/attachments'))
    const today = () => '2026-11-25'
    const app = createApp({ db, today, solver, countyCode, keyring, attachments, log })
    const county = await signedIn(app, 'demo-county')
    const township = await signedIn(app, 'demo-township')
    const read = (who: typeof county, path: string) => async () => {
      const answer = await who.get(path)
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
      await answer.arrayBuffer()
    }
    const queue = QUERIES.map((query) => read(county, `/nominees?round=${id}&${query}`))
    const queueMs = await p95Of(queue)
    const townshipQueueMs = await p95Of(
      QUERIES.map((query) => read(township, `/nominees?round=${id}&${query}`)),
    )
    const boardMs = await p95Of([read(county, `/rounds/${id}/board`)])
    const indexedReadMs = await p95Of([() => indexedRead(db, { countyCode, id, limit: PAGE })])
    const indexedReadAllMs = await p95Of([
      () => indexedRead(db, { countyCode, id, limit: NOMINEES }),
    ])
    return {
      ...{ nominees: NOMINEES, acts: await countOf(db, 'reviewActs') },
      ...{ queueMs: round(queueMs, 1), boardMs: round(boardMs, 1) },
      townshipQueueMs: round(townshipQueueMs, 1),
      ratioToIndexedRead: round(queueMs / indexedReadMs, 1),
      ...{ indexedReadMs: round(indexedReadMs), indexedReadAllMs: round(indexedReadAllMs, 1) },
      boardToIndexedReadOfAll: round(boardMs / indexedReadAllMs, 1),
    }
  } finally {
    await solver.close()
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Of 30 requests, one kind after the other, once everything is warm. */
async function p95Of(kinds: (() => Promise<unknown>)[]): Promise<number> {
  for (const kind of kinds) await kind()
  const times: number[] = []
  for (let at = 0; at < REQUESTS; at++) times.push(await millisecondsOf(kinds[at % kinds.length]!))
  return quantile(times, 0.95)
}

/** As many rows by the index of the queue and nothing more. */
function indexedRead(
  db: Db,
  { countyCode, id, limit }: { countyCode: string; id: string; limit: number },
) {
  return db
    .selectFrom('nominees')
    .selectAll()
    .where('countyCode', '=', countyCode)
    .where('roundId', '=', id)
    .where('state', '=', 'open')
    .orderBy('dueOn')
    .limit(limit)
    .execute()
}

async function countOf(db: Db, table: 'reviewActs'): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
