import type { Context } from 'hono'
import type { z } from 'zod'
import {
  findImportRow,
  pageOfFaults,
  pageOfImportRows,
  putImportRows,
} from '../../db/import-rows.ts'
import { findImport, type Import, updateImport } from '../../db/imports.ts'
import { namesOfTalents } from '../../db/talents.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { FIELDS } from '../roster/fields.ts'
import { isMasked } from '../roster/guard.ts'
import type { IncumbentValues } from '../roster/types.ts'
import type { RowChange } from '../shapes/import.ts'
import { invalid } from '../validate.ts'
import { createPace } from './batches.ts'
import { enterRow, judgeRows, readRow, rowCounts, storeJudged } from './checking.ts'
import { claim, type Doubles, sharing, take } from './doubles.ts'
import type { Job } from './job.ts'
import type { Read } from './people.ts'
import { noLine, notNow } from './refusals.ts'
import { isPrivate, rowShown } from './rows-shown.ts'
import { kindsOf, type OpenRow, openRow, sealCells, sealFaults } from './sealed.ts'
import { type Setup, setupOf } from './setup.ts'
import { countsShown } from './shown.ts'
import { type Counts, type KindCount, NO_COUNTS } from './types.ts'
import type { VillageLines } from './villages.ts'

type Vars = Pick<
  Env['Variables'],
  'db' | 'countyCode' | 'keyring' | 'scope' | 'today' | 'importRuns'
>
type Own = Pick<Job, 'id' | 'db' | 'countyCode' | 'keyring' | 'scope' | 'today' | 'row' | 'sealing'>

/** Mends cells of a row, or takes it out or in again; it and the rows that it doubles are checked at once. */
export async function mend(
  c: Context<Env>,
  row: Import,
  line: number,
  asked: z.infer<typeof RowChange>,
) {
  if (row.state !== 'checked') throw notNow(row.state)
  const own = ownOf(c.var, row)
  const stored = await findImportRow(own.db, own.scope, row.id, line)
  if (!stored) throw noLine(line)
  const setup = await setupOf(own)
  requireFields(setup, asked)
  const known = await knownOf(c.var, own, setup)
  const before = openRow(own.sealing, stored)
  const after = changed(own, before, asked)
  const shared = replace(own, setup, known, { before, after })
  const judged = await judgeOne(own, setup, known, after)
  await changing(c, async (transaction, tell) => {
    const outcome = judged ?? { state: 'left-out' as const, talentId: null, faults: before.faults }
    const { state, talentId } = outcome
    const faults = sealFaults(own.sealing, line, outcome.faults)
    const cells = after.sealedCells
    await putImportRows(transaction, own.scope, row.id, [{ line, state, talentId, cells, faults }])
    const fields = 'cells' in asked ? Object.keys(asked.cells) : []
    const isLeftOut = after.state === 'left-out'
    tell({ action: 'import.mended', subjects: [row.id], detail: { line, fields, isLeftOut } })
  })
  if (setup.kind === 'villages') await recheckDoubles(c.var, row, [])
  else await recheckLines(own, setup, known, shared)
  const counts = await countsNow(c.var, row.id)
  const fresh = openRow(own.sealing, (await findImportRow(own.db, own.scope, row.id, line))!)
  return { row: await rowShown(own, setup, fresh), ...counts }
}

/** Rows that doubled one that went are judged anew. */
export async function recheckDoubles(vars: Vars, row: Import, leftOut: readonly number[]) {
  const own = ownOf(vars, row)
  const setup = await setupOf(own)
  if (leftOut.length > 0) vars.importRuns.doubles.delete(row.id)
  const known = await knownOf(vars, own, setup)
  const pace = createPace()
  for (let after: number | undefined; ; ) {
    const startedAt = performance.now()
    const filter = { states: ['faulty'], kind: 'row.doubled', after, limit: pace.size() } as const
    const page = await pageOfImportRows(own.db, own.scope, row.id, filter)
    if (page.length === 0) return
    const open = page.map((it) => openRow(own.sealing, it))
    const read = open.map((it) => readRow(own, setup, it))
    await storeJudged(own, open, await judgeRows(own, setup, read, known))
    after = page.at(-1)!.line
    await pace.after(startedAt)
  }
}

/** Counts as the rows are now, stored beside them. */
export async function countsNow(vars: Vars, id: string) {
  const row = (await findImport(vars.db, vars.scope, id))!
  const own = ownOf(vars, row)
  const counts: Counts = {
    ...NO_COUNTS,
    ...(row.counts as Counts | null),
    ...(await rowCounts(own)),
    ...(await kindCounts(own)),
  }
  await updateImport(own.db, own.scope, id, { from: ['checked'] }, { counts })
  const { revision } = (await findImport(own.db, own.scope, id))!
  const left = counts.undone?.left.map((it) => it.id) ?? []
  const shown = countsShown(counts, await namesOfTalents(own.db, own.scope, left))!
  return { counts: shown, revision }
}

export function ownOf(vars: Vars, row: Import): Own {
  const { db, countyCode, keyring, today } = vars
  const { townshipCode } = row
  const scope = townshipCode === null ? { countyCode } : { countyCode, townshipCode }
  const sealing = { keyring, countyCode, importId: row.id }
  return { id: row.id, row, db, countyCode, keyring, today, scope, sealing }
}

function requireFields({ kind }: Setup, asked: z.infer<typeof RowChange>): void {
  if (!('cells' in asked)) return
  const known = new Set(FIELDS[kind].map(({ id }) => id))
  const strange = Object.keys(asked.cells).filter((field) => !known.has(field))
  if (strange.length === 0) return
  throw invalid(
    strange.map((field) => ({
      pointer: `#/cells/${field}`,
      detail: { zh: '没有这个字段。', en: 'There is no such field.' },
    })),
  )
}

function changed({ sealing }: Own, before: OpenRow, asked: z.infer<typeof RowChange>): OpenRow {
  if ('leftOut' in asked) {
    return { ...before, state: asked.leftOut ? 'left-out' : 'faulty' }
  }
  const after = {
    ...before,
    state: 'faulty' as const,
    mended: { ...before.mended, ...withoutMasks(asked.cells) },
  }
  return { ...after, sealedCells: sealCells(sealing, after) }
}

/** A number that is shown masked and sent back so is the one that stands there. */
function withoutMasks(cells: Record<string, string>): Record<string, string> {
  const given = Object.entries(cells).filter(
    ([field, text]) => !(isPrivate(field) && isMasked(text)),
  )
  return Object.fromEntries(given)
}

type Known = { doubles: Doubles; villages: VillageLines }

function replace(
  own: Own,
  setup: Setup,
  known: Known,
  { before, after }: { before: OpenRow; after: OpenRow },
): number[] {
  const old = namedIn(readRow(own, setup, before))
  const read = readRow(own, setup, after)
  take(known.doubles, old, before.talentId)
  if (after.state !== 'left-out') enterRow(setup, read, known)
  const lines = [
    ...sharing(known.doubles, old, before.talentId),
    ...sharing(known.doubles, namedIn(read), null),
  ]
  return [...new Set(lines)]
}

const namedIn = ({ line, understood, digest }: Read) => ({
  ...{ line, digest, values: understood.values as IncumbentValues },
})

/** Rows that name the same person as one that was mended, taken out or in. */
async function recheckLines(
  own: Own,
  setup: Setup,
  known: Known,
  lines: readonly number[],
): Promise<void> {
  for (const line of lines) {
    const stored = await findImportRow(own.db, own.scope, own.id, line)
    if (!stored || stored.state === 'left-out') continue
    const row = openRow(own.sealing, stored)
    const read = readRow(own, setup, row)
    await storeJudged(own, [row], await judgeRows(own, setup, [read], known))
  }
}

async function judgeOne(own: Own, setup: Setup, known: Known, row: OpenRow) {
  if (row.state === 'left-out') return null
  return (await judgeRows(own, setup, [readRow(own, setup, row)], known))[0]!
}

/** From the check, or read anew when the program was started since. */
async function knownOf({ importRuns }: Vars, own: Own, setup: Setup): Promise<Known> {
  const kept = importRuns.doubles.get(own.id)
  if (kept && setup.kind !== 'villages') return { doubles: kept, villages: new Map() }
  const known: Known = { doubles: new Map(), villages: new Map() }
  const pace = createPace()
  for (let after: number | undefined; ; ) {
    const startedAt = performance.now()
    const page = await pageOfImportRows(own.db, own.scope, own.id, { after, limit: pace.size() })
    if (page.length === 0) break
    for (const stored of page) {
      if (stored.state === 'left-out') continue
      const row = openRow(own.sealing, stored)
      enterRow(setup, readRow(own, setup, row), known)
      if (row.talentId !== null) claim(known.doubles, row.talentId, row.line)
    }
    after = page.at(-1)!.line
    await pace.after(startedAt)
  }
  if (setup.kind !== 'villages') importRuns.doubles.set(own.id, known.doubles)
  return known
}

/** How many rows have each kind of fault; those that are left out do not count. */
async function kindCounts({ db, scope, id }: Own) {
  const kinds = new Map<string, KindCount>()
  let notices = 0
  const pace = createPace(2_000)
  for (let after: number | undefined; ; ) {
    const startedAt = performance.now()
    const page = await pageOfFaults(db, scope, id, after, pace.size())
    if (page.length === 0) break
    for (const { state, faults } of page) {
      const { errors, notices: said } = kindsOf(faults)
      if (state !== 'faulty') notices += 1
      for (const kind of errors) add(kinds, kind, 'error')
      for (const kind of said) add(kinds, kind, 'notice')
    }
    after = page.at(-1)!.line
    await pace.after(startedAt)
  }
  return { kinds: [...kinds.values()], notices }
}

function add(kinds: Map<string, KindCount>, kind: string, level: KindCount['level']): void {
  kinds.set(kind, { kind, level, rows: (kinds.get(kind)?.rows ?? 0) + 1 })
}
