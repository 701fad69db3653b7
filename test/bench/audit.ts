import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../api/app.ts'
import { openAttachments } from '../../api/attachments/store.ts'
import { openDatabase } from '../../api/database.ts'
import { createLog } from '../../api/log.ts'
import { startSolver } from '../../api/solver/index.ts'
import { findAuditHead } from '../../db/audit.ts'
import { signedIn } from '../api/served.ts'
import { quantile, round } from './timing.ts'

const ROUNDS = 7
const SECONDS = 1.5
/** Readers who wait for an answer before they ask again: an office in the weeks of a term change. */
const READERS = 32

/**
 * A signed-in read of a portrait with its audit entry on disk before the answer, against the same read that writes
 * nothing; both over one file-based database, in turns, so that a busy machine slows both. `alone` is a single reader,
 * whose entries share a commit with nobody's.
 */
export async function auditBench() {
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-bench-'))
  const source = { database: join(folder, 'data/bench.sqlite'), keyFile: join(folder, 'keys.json') }
  const { db, countyCode, keyring } = await openDatabase(source)
  const log = createLog('silent')
  const solver = startSolver(log)
  const attachments = openAttachments(join(folder, 'data/attachments'))
  const given = { db, today: () => '2026-11-25', solver, countyCode, keyring, attachments, log }
  const silently = { ...given, audit: { record: async () => {} } }
  const pair = {
    writing: await signedIn(createApp(given), 'demo-county'),
    silent: await signedIn(createApp(silently), 'demo-county'),
    head: async () => (await findAuditHead(db, { countyCode }))?.sequence ?? 0,
  }
  const together = await compare(pair, READERS)
  const alone = await compare(pair, 1)
  await solver.close()
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
  return { ...together, readers: READERS, alone }
}

type Reader = Awaited<ReturnType<typeof signedIn>>
type Pair = { writing: Reader; silent: Reader; head: () => Promise<number> }

async function compare({ writing, silent, head }: Pair, readers: number) {
  const { people } = await (await writing.get('/talents?limit=200')).json()
  const ids: string[] = people.map(({ id }: { id: string }) => id)
  const runs: { withAudit: number; without: number }[] = []
  for (let run = 0; run < ROUNDS; run++) {
    const measured = { withAudit: 0, without: 0 }
    const kinds = ['withAudit', 'without'] as const
    // Each comes first in turn, since whatever comes second finds the garbage of the first.
    for (const kind of run % 2 === 0 ? kinds : kinds.toReversed()) {
      const before = await head()
      const isWriting = kind === 'withAudit'
      const { answers, perSecond } = await readFor(isWriting ? writing : silent, ids, readers)
      const written = (await head()) - before
      if (written !== (isWriting ? answers : 0)) throw new Error(`${written} entries, ${answers}`)
      measured[kind] = perSecond
    }
    if (run > 0) runs.push(measured)
  }
  const middle = (numbers: number[]) => quantile(numbers, 0.5)
  return {
    ratio: round(middle(runs.map(({ withAudit, without }) => withAudit / without)), 3),
    withPerSecond: Math.round(middle(runs.map(({ withAudit }) => withAudit))),
    withoutPerSecond: Math.round(middle(runs.map(({ without }) => without))),
  }
}

async function readFor(reader: Reader, ids: string[], readers: number) {
  const startedAt = performance.now()
  const until = startedAt + SECONDS * 1000
  let answers = 0
  const read = async (first: number) => {
    for (let at = first; performance.now() < until; at += readers) {
      const answer = await reader.get(`/talents/${ids[at % ids.length]}`)
      if (answer.status !== 200) throw new Error(`portrait answered ${answer.status}`)
      await answer.text()
      answers++
    }
  }
  await Promise.all(Array.from({ length: readers }, (_, at) => read(at)))
  return { answers, perSecond: answers / ((performance.now() - startedAt) / 1000) }
}
