import type { Context } from 'hono'
import type { VillageEntryKind } from '../../../matching/readiness/entries.ts'
import type { Words } from '../../../matching/types.ts'
import type { Env } from '../../context.ts'
import type { EntryGiven, EntrySheetRow } from '../../shapes/village-entries.ts'
import { cautionsAbout } from '../cautions-of.ts'
import { KIND_WORDS } from '../field-words.ts'
import { entriesOfVillages } from '../stored.ts'
import { isSame, type Placed } from '../writing.ts'
import { placesOf } from './places.ts'
import { type Cells, type ReadRow, readCells } from './rows.ts'

type Line = { line: number; cells: Cells }
type Judged = Line & ReadRow

/** Rows beside what is on record, and beside each other: new, there already, or faulty. */
export async function judgeRows(c: Context<Env>, kind: VillageEntryKind, lines: readonly Line[]) {
  const places = await placesOf(c)
  const today = c.var.today()
  const defaultSource = `${KIND_WORDS[kind].zh}登记表`
  const read = lines.map(
    (line): Judged => ({
      ...line,
      ...readCells(line.cells, { kind, places, today, defaultSource }),
    }),
  )
  markDoubles(read)
  const sound = read.filter(isSound)
  const placed = sound.map(({ village, entry }): Placed => ({ village: village.code, entry }))
  const cautions = await cautionsAbout(c, placed)
  const cautionsOf = new Map(sound.map(({ line }, at) => [line, cautions[at]!]))
  const codes = [...new Set(placed.map(({ village }) => village))]
  const known = Map.groupBy(
    await entriesOfVillages(c.var.db, c.var.scope, codes),
    ({ villageCode }) => villageCode,
  )
  const isThere = (village: string, entry: EntryGiven) =>
    (known.get(village) ?? []).some((it) => isSame(it, entry))
  const rows = read.map((row): EntrySheetRow => {
    const { line, cells, village, faults, former } = row
    const shown = {
      line,
      cells,
      faults,
      village: village && { code: village.code, name: village.name },
    }
    if (!isSound(row)) return { ...shown, state: 'faulty', entry: null, cautions: [] }
    const state = isThere(row.village.code, row.entry) ? 'same' : 'new'
    const own = state === 'same' ? [] : cautionsOf.get(line)!
    const renamed = former === null ? [] : [becamePart(former, row.village.name)]
    return { ...shown, state, entry: row.entry, cautions: [...renamed, ...own] }
  })
  const of = (state: EntrySheetRow['state']) => rows.filter((it) => it.state === state).length
  return { rows, counts: { new: of('new'), same: of('same'), faulty: of('faulty') } }
}

type Sound = Judged & { village: NonNullable<Judged['village']>; entry: EntryGiven }

function isSound(row: Judged): row is Sound {
  return row.faults.length === 0 && row.village !== null && row.entry !== null
}

/** The same twice in one file is an oversight; two entries of a day that differ are said as a caution later. */
function markDoubles(rows: Judged[]): void {
  const seen: Sound[] = []
  for (const row of rows.filter(isSound)) {
    const twin = seen.find(
      (it) => it.village.code === row.village.code && isSame(it.entry, row.entry),
    )
    if (twin) row.faults.push({ field: null, words: twice(twin.line) })
    else seen.push(row)
  }
}

const twice = (line: number): Words => ({
  zh: `与第 ${line} 行完全相同。请改正，或不写入这一行。`,
  en: `The same as row ${line}: mend it, or leave it out.`,
})
const becamePart = (former: string, now: string): Words => ({
  zh: `“${former}”已并入“${now}”，将记在“${now}”名下。`,
  en: `“${former}” became part of “${now}”, in whose record it will stand.`,
})
