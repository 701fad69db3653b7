import { hastily } from '../../db/engine.ts'
import { countImportRows, pageOfImportRows, putImportRows } from '../../db/import-rows.ts'
import { findImport, updateImport } from '../../db/imports.ts'
import { poolRevisionOf } from '../../db/pool.ts'
import type { ImportState } from '../../db/schema/pool.ts'
import type { IncumbentValues, PlaceQuestion } from '../roster/types.ts'
import { createPace } from './batches.ts'
import { type Doubles, enter } from './doubles.ts'
import type { Job } from './job.ts'
import { type Judged, judgePeople, type Read } from './people.ts'
import { NO_FAULTS, type OpenRow, openRow, sealFaults, sealReading } from './sealed.ts'
import { type Setup, setupOf } from './setup.ts'
import { type Counts, type KindCount, NO_COUNTS, NO_ROWS, type RowCounts } from './types.ts'
import { understoodOf } from './understanding.ts'
import { type JudgedVillage, judgeVillages, type VillageLines } from './villages.ts'

/** Checks every row; then the import is asked about places or shows its preview. */
export async function checkImport(job: Job): Promise<void> {
  const row = await findImport(job.db, job.scope, job.id)
  if (row?.state !== 'checking') return
  const fresh = { ...job, row }
  try {
    const { counts, places, setup } = await checkRows(fresh, 'checking')
    const reading = sealReading(job.sealing, { ...setup.reading, places })
    const isOpen = places.some(({ text }) => setup.choices.places[text] === undefined)
    const change = { state: isOpen ? 'asking' : 'checked', reading, counts } as const
    await updateImport(job.db, job.scope, job.id, { from: ['checking'] }, change)
  } catch (error) {
    if (!job.signal.aborted) throw error
  }
}

/** Goes through all rows in the order of the file and stores what changed about them. */
export async function checkRows(job: Job, state: ImportState) {
  const { poolRevision } = await poolRevisionOf(job.db, { countyCode: job.countyCode })
  const setup = await setupOf(job)
  const checker = createChecker(job, setup)
  const pace = createPace()
  let after: number | undefined
  for (let done = 0; ; ) {
    job.signal.throwIfAborted()
    const startedAt = performance.now()
    const page = await pageOfImportRows(job.db, job.scope, job.id, { after, limit: pace.size() })
    if (page.length === 0) break
    await checker.check(page.map((row) => openRow(job.sealing, row)))
    after = page.at(-1)!.line
    done += page.length
    await job.progress(state, done, setup.reading.rows)
    await pace.after(startedAt)
  }
  if (setup.kind !== 'villages') job.doubles.set(job.id, checker.doubles)
  const counts = { ...NO_COUNTS, ...(await rowCounts(job)), ...checker.told(), poolRevision }
  return { counts, places: checker.places(), setup }
}

export async function rowCounts({ db, countyCode, id }: Pick<Job, 'db' | 'countyCode' | 'id'>) {
  const found = await countImportRows(db, { countyCode }, id)
  const counts: RowCounts = { ...NO_ROWS }
  for (const [state, count] of found) counts[state === 'left-out' ? 'leftOut' : state] = count
  return counts
}

/** Judges rows that come in the order of the file, and counts what is said about them. */
function createChecker(job: Job, setup: Setup) {
  const doubles: Doubles = new Map()
  const villages: VillageLines = new Map()
  const kinds = new Map<string, KindCount>()
  const places = new Map<string, PlaceQuestion>()
  let notices = 0
  return {
    doubles,
    places: () => [...places.values()],
    told: (): Pick<Counts, 'kinds' | 'notices'> => ({ kinds: [...kinds.values()], notices }),
    async check(rows: readonly OpenRow[]) {
      const open = rows.filter(({ state }) => state !== 'left-out')
      const read = open.map((row) => readRow(job, setup, row))
      for (const one of read) {
        for (const place of one.understood.places) places.set(place.text, place)
        enterRow(setup, one, { doubles, villages })
      }
      const judged = await judgeRows(job, setup, read, { doubles, villages })
      for (const { faults, state } of judged) {
        count(kinds, faults)
        if (state !== 'faulty' && faults.length > 0) notices += 1
      }
      await storeJudged(job, open, judged)
    },
  }
}

type Known = { doubles: Doubles; villages: VillageLines }
type AnyJudged = Judged | JudgedVillage

export function readRow({ keyring }: Pick<Job, 'keyring'>, setup: Setup, row: OpenRow): Read {
  const understood = understoodOf(setup, row)
  const { idNumber } = understood.values as IncumbentValues
  const digest = idNumber === undefined ? null : keyring.digest('id-number', idNumber)
  return { line: row.line, understood, digest }
}

export function judgeRows(
  job: Pick<Job, 'db' | 'countyCode' | 'scope'>,
  setup: Setup,
  read: readonly Read[],
  { doubles, villages }: Known,
): Promise<AnyJudged[]> {
  return setup.kind === 'villages'
    ? judgeVillages(job, setup, read, villages)
    : judgePeople(job, setup, read, doubles)
}

export function enterRow({ kind }: Setup, { line, understood, digest }: Read, known: Known): void {
  if (kind !== 'villages') {
    enter(known.doubles, { line, values: understood.values as IncumbentValues, digest })
    return
  }
  const { code } = understood.values as { code?: string }
  if (code !== undefined && !known.villages.has(code)) known.villages.set(code, line)
}

/** Most rows of a list are as they were entered: new, and nothing to say. */
export async function storeJudged(
  { db, scope, id, sealing }: Pick<Job, 'db' | 'scope' | 'id' | 'sealing'>,
  rows: readonly OpenRow[],
  judged: readonly AnyJudged[],
): Promise<void> {
  const changed = rows.flatMap((row, at) => {
    const { state, talentId, faults } = judged[at]!
    const isSame = row.state === state && row.talentId === talentId
    if (isSame && faults.length === 0 && row.faults.length === 0) return []
    const sealed = faults.length === 0 ? NO_FAULTS : sealFaults(sealing, row.line, faults)
    return { line: row.line, state, talentId, cells: row.sealedCells, faults: sealed }
  })
  if (changed.length > 0) await hastily(db, (it) => putImportRows(it, scope, id, changed))
}

function count(kinds: Map<string, KindCount>, faults: AnyJudged['faults']): void {
  for (const { kind, level } of new Map(faults.map((it) => [it.kind, it])).values()) {
    const known = kinds.get(kind) ?? { kind, level, rows: 0 }
    kinds.set(kind, { ...known, rows: known.rows + 1 })
  }
}
