import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPage } from '../../api/pool/find.ts'
import { poolOf } from '../../api/pool/pool.ts'
import type { Searching } from '../../api/pool/select.ts'
import type { Db } from '../../db/connect.ts'
import { peersOver } from './search/peers.ts'
import { makeCounties } from './search/portraits.ts'
import { CASES, type Case, type Question, questionFor, sampleOf } from './search/questions.ts'
import { recallIn } from './search/recall.ts'
import { millisecondsOf, quantile, round } from './timing.ts'

const COUNTY = '990001'
const PEERS = '990002'
const MILLION = '990003'
const PEOPLE = 20_000
/** Records that the other libraries are given. */
const PEER_RECORDS = 100_000
const RUNS = { county: 100, million: 50 }

/**
 * What a search takes from the question to the rows of the page, over a county of 20,000 and over many more than any
 * county has, in one file of SQLite; whether it finds who is meant; and what other libraries do with the same records.
 * Making the people and reading them into memory is told apart and not counted.
 */
export async function searchBench({ n = 1_000_000 }: { n?: number } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-search-'))
  try {
    const sizes = { [COUNTY]: PEOPLE, [PEERS]: Math.min(PEER_RECORDS, n), [MILLION]: n }
    const startedAt = performance.now()
    const db = await makeCounties(join(folder, 'search.sqlite'), sizes)
    const makingSeconds = (performance.now() - startedAt) / 1000
    const figures = await measure(db, sizes)
    await db.destroy()
    return { n, makingSeconds: round(makingSeconds, 1), ...figures }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(db: Db, sizes: Record<string, number>) {
  const read = async (code: string) =>
    round((await millisecondsOf(() => poolOf(db, code))) / 1000, 1)
  const readingSeconds = { county: await read(COUNTY), million: await read(MILLION) }
  const cases = [
    ...(await casesIn(db, COUNTY, sizes[COUNTY]!, 'county')),
    ...(await casesIn(db, MILLION, sizes[MILLION]!, 'million')),
  ]
  const recall = await recallIn(searchingIn(db, COUNTY), COUNTY, PEOPLE)
  const peakMB = Math.round(process.memoryUsage().rss / 2 ** 20)
  const peers = await peersOver(searchingIn(db, PEERS), PEERS, sizes[PEERS]!)
  return { readingSeconds, peakMB, cases, recall, peers }
}

async function casesIn(db: Db, code: string, count: number, where: keyof typeof RUNS) {
  const searching = searchingIn(db, code)
  const people = sampleOf(code, count, RUNS[where] * 3)
  const figures: { kind: Case; where: string; p50Ms: number; p99Ms: number }[] = []
  for (const kind of CASES) {
    const fitting = people.filter(
      ({ name, skills }) =>
        (kind !== 'one typing error' || name.length >= 3) &&
        (kind !== 'skill and village' || skills.length > 0),
    )
    const questions = fitting.slice(0, RUNS[where]).map((it, at) => questionFor(kind, it, at))
    figures.push({ kind, where, ...(await timesOf(searching, questions)) })
  }
  return figures
}

async function timesOf(searching: Searching, questions: readonly Question[]) {
  const ask = ({ asked, hasFacets = false }: Question) =>
    findPage(searching, asked, { limit: 20, hasFacets })
  for (const question of questions.slice(0, 5)) await ask(question)
  const times: number[] = []
  for (const question of questions) times.push(await millisecondsOf(() => ask(question)))
  return { p50Ms: round(quantile(times, 0.5), 1), p99Ms: round(quantile(times, 0.99), 1) }
}

function searchingIn(db: Db, countyCode: string): Searching {
  const county = () => Promise.reject(new Error('nobody asks for a seat'))
  return { db, scope: { countyCode }, today: '2026-11-25', county }
}
