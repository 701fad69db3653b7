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
import { makeEntries } from './cultivation/entries.ts'
import { makePeople } from './cultivation/people.ts'
import { quantile, round } from './timing.ts'

const [PEOPLE, MENTORS, SESSIONS] = [20_000, 2_000, 200_000]
const REQUESTS = 30
/** Mentors who ask in turn, so that no page of the file is asked for twice in a row. */
const ASKING = 10
const TODAY = '2026-11-26'

/**
 * What the mentor's home, the township's board of a quarter and the county's overview take at the server, over a
 * county of 20,000 people, in a file of SQLite; beside a bare read by an index in the same run.
 */
export async function cultivationBench() {
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-bench-'))
  const source = { database: join(folder, 'data/bench.sqlite'), keyFile: join(folder, 'keys.json') }
  const { db, countyCode, keyring } = await openDatabase(source)
  const log = createLog('silent')
  const solver = startSolver(log)
  try {
    const made = await makePeople(db, countyCode, { people: PEOPLE, mentors: MENTORS })
    const entries = await makeEntries({ db, countyCode, made, today: TODAY }, SESSIONS)
    const attachments = openAttachments(join(folder, 'data/attachments'))
    const app = createApp({
      ...{ db, solver, countyCode, keyring, attachments, log },
      today: () => TODAY,
    })
    const sign = (name: string) => signedIn(app, name)
    const [county, township] = [await sign('demo-county'), await sign('demo-township')]
    const mentors = []
    for (let at = 0; at < ASKING; at++)
      mentors.push(await sign(at === 0 ? 'demo-mentor' : `mentor-${at}`))
    const read = (who: typeof county, path: string) => async () => {
      const answer = await who.get(path)
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
      await answer.arrayBuffer()
    }
    const mentorHome = await p95Of(mentors.map((mentor) => read(mentor, '/mentoring')))
    const board = await p95Of(
      [...['2026-Q4', '2026-Q3', '2026-Q3&state=open', '2026-Q4&q=李']].map((query) =>
        read(township, `/checks?quarter=${query}`),
      ),
    )
    const overview = await p95Of(
      [...['', '?quarter=2026-Q3', '?quarter=2026-Q2']].map((query) =>
        read(county, `/cultivation/overview${query}`),
      ),
    )
    const pulse = await p95Of([read(county, '/cultivation/pulse')])
    const toDo = await p95Of([county, township, mentors[0]!].map((who) => read(who, '/to-do')))
    const indexed = await p95Of(
      made.people
        .slice(0, ASKING)
        .map((talentId) => () => indexedRead(db, { countyCode, talentId })),
    )
    return {
      ...{ people: PEOPLE, mentors: MENTORS, sessions: entries.mentoringSessions },
      mentorHomeMs: round(mentorHome.wall, 1),
      townshipBoardMs: round(board.wall, 1),
      countyMs: round(overview.wall, 1),
      pulseMs: round(pulse.wall, 1),
      toDoMs: round(toDo.wall, 1),
      ratioToIndexedRead: round(mentorHome.wall / indexed.wall, 1),
      indexedReadMs: round(indexed.wall),
      cpuMs: {
        ...{ mentorHome: round(mentorHome.cpu, 1), townshipBoard: round(board.cpu, 1) },
        ...{ county: round(overview.cpu, 1), pulse: round(pulse.cpu, 1), toDo: round(toDo.cpu, 1) },
        indexedRead: round(indexed.cpu),
      },
      entries,
    }
  } finally {
    await solver.close()
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Of 30 requests, one kind after the other, once everything is warm: by the clock, and by the time of the processor,
 * which tells the same on a machine where others work.
 */
async function p95Of(kinds: (() => Promise<unknown>)[]): Promise<{ wall: number; cpu: number }> {
  for (const kind of kinds) await kind()
  const [wall, cpu]: [number[], number[]] = [[], []]
  for (let at = 0; at < REQUESTS; at++) {
    const [startedAt, used] = [performance.now(), process.cpuUsage()]
    await kinds[at % kinds.length]!()
    wall.push(performance.now() - startedAt)
    const { user, system } = process.cpuUsage(used)
    cpu.push((user + system) / 1000)
  }
  return { wall: quantile(wall, 0.95), cpu: quantile(cpu, 0.95) }
}

/** The last meetings of one person by the index and nothing more. */
function indexedRead(db: Db, { countyCode, talentId }: { countyCode: string; talentId: string }) {
  return db
    .selectFrom('mentoringSessions')
    .selectAll()
    .where('countyCode', '=', countyCode)
    .where('talentId', '=', talentId)
    .orderBy('heldOn', 'desc')
    .limit(10)
    .execute()
}
