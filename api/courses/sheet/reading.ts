import type { Context } from 'hono'
import { listPeopleCalled } from '../../../db/course-participants.ts'
import type { Course } from '../../../db/courses.ts'
import type { Words } from '../../../matching/types.ts'
import type { Env } from '../../context.ts'
import { placeNames } from '../../people-by-id.ts'
import { Problem } from '../../problem.ts'
import { RosterProblem } from '../../roster/problems.ts'
import { readRoster } from '../../roster/reader.ts'
import type { RawLine, Reading } from '../../roster/types.ts'
import type { SheetPreview, SheetRow } from '../../shapes/courses.ts'
import { mayChange, partsOf } from '../course-of.ts'
import { courseShown } from '../shown.ts'
import { type Known, understandColumns } from './columns.ts'
import { matchRows, type Person } from './matching.ts'
import { type ReadRow, readRow } from './rows.ts'

/** Rows that one course can have; a list of a county is chosen by mistake. */
const MOST_ROWS = 1_000

/** What a spreadsheet would change of a course: nothing is written. */
export async function previewOf(
  c: Context<Env>,
  course: Course,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
): Promise<SheetPreview> {
  const { reading, lines } = await readFile(c, bytes, fileName)
  const parts = await partsOf(c.var.db, c, course.id)
  const columns = understandColumns(reading.columns, parts)
  requireColumns(columns)
  const given = { columns, parts, today: c.var.today() }
  const read = lines.map((line) => readRow(line, given))
  markCertificates(read)
  const shown = await courseShown(c, course)
  const participants = shown.participants.map((it) => ({ ...it, ...it.talent }))
  const pool = mayChange(c, course) ? await peopleCalled(c, read) : null
  const rows = matchRows(read, { participants, pool })
  const found = new Set(
    rows.flatMap(({ person, choices }) => [person, ...choices].map((it) => it?.id)),
  )
  return {
    fileName,
    sheet: reading.sheet,
    columns: columns.map(({ header, words }) => ({ header, meaning: words })),
    notes: [...reading.notes, ...leftOutNotes(reading)],
    rows,
    notInFile: participants.filter(({ id }) => !found.has(id)).map(({ name }) => name),
    counts: countsOf(rows),
  }
}

async function readFile(c: Context<Env>, bytes: Uint8Array, fileName: string) {
  const lines: RawLine[] = []
  const enough = new AbortController()
  const signal = AbortSignal.any([c.req.raw.signal, enough.signal])
  try {
    const take = (more: RawLine[]) => {
      lines.push(...more)
      if (lines.length > MOST_ROWS) enough.abort()
    }
    return { reading: await readRoster(bytes, fileName, {}, take, signal), lines }
  } catch (error) {
    if (enough.signal.aborted) throw refused(TOO_MANY_ROWS)
    if (error instanceof RosterProblem) throw refused(SAID[error.kind] ?? error.words)
    throw error
  }
}

/** Where the words of a list of the pool would mislead. */
const SAID: Partial<Record<RosterProblem['kind'], Words>> = {
  'no-header': {
    zh: '没有找到表头。请使用本班的模板；自己的表格请在数据上方写一行栏目名称，如“姓名、村（社区）、考勤、考核结果、证书编号”。',
    en: 'No header was found. Use the template of the course; a sheet of your own needs a row of column names above the data, such as 姓名, 村（社区）, 考勤, 考核结果, 证书编号.',
  },
}

function requireColumns(columns: readonly Known[]) {
  const kinds = new Set(columns.map(({ meaning }) => meaning?.kind))
  if (!kinds.has('name') && !kinds.has('id')) throw refused(NO_NAMES)
  const says = (['part', 'all', 'result', 'certificate'] as const).some((it) => kinds.has(it))
  if (!says && kinds.has('stale')) throw refused(ONLY_STALE)
}

/** A number that two rows give is a fault of both. */
function markCertificates(rows: readonly ReadRow[]) {
  const byNumber = Map.groupBy(
    rows.filter(({ certificate }) => certificate !== null),
    ({ certificate }) => certificate!,
  )
  for (const [number, same] of byNumber)
    if (same.length > 1)
      for (const row of same)
        row.faults.push(
          sameNumber(
            number,
            same.filter((it) => it !== row).map(({ line }) => line),
          ),
        )
}

async function peopleCalled(c: Context<Env>, rows: readonly ReadRow[]): Promise<Person[]> {
  const { db, scope } = c.var
  const names = [...new Set(rows.map(({ name }) => name).filter((name) => name !== ''))]
  const places = await placeNames(c)
  const found = await listPeopleCalled(db, scope, names)
  return found.map(({ talentId: id, name, homeVillageCode, homeTownshipCode }) => ({
    ...{ id, name, village: places.get(homeVillageCode) ?? homeVillageCode },
    township: places.get(homeTownshipCode) ?? homeTownshipCode,
  }))
}

function countsOf(rows: readonly SheetRow[]): SheetPreview['counts'] {
  const of = (...states: SheetRow['state'][]) =>
    rows.filter(({ state }) => states.includes(state)).length
  const same = rows.filter(({ state, changes }) => state === 'matched' && changes === 0).length
  return {
    ready: of('matched') - same,
    toAdd: of('to-add'),
    open: of('ambiguous', 'not-on-list', 'unknown'),
    faulty: of('faulty'),
    same,
  }
}

function leftOutNotes({ leftOut }: Reading): Words[] {
  const notes = leftOut.filter(({ why }) => why !== 'blank')
  if (notes.length === 0) return []
  const lines = notes.slice(0, 5).map(({ line, text }) => `${line}“${text}”`)
  return [
    {
      zh: `第 ${lines.join('、')} 行不是人员，没有读取。`,
      en: `Rows ${lines.join(', ')} are nobody and were not read.`,
    },
  ]
}

function refused(words: Words): Problem {
  return new Problem('invalid', words, [{ pointer: '#', detail: words }])
}

const sameNumber = (number: string, lines: readonly number[]): Words => ({
  zh: `证书编号“${number}”与第 ${lines.join('、')} 行重复。每人一个编号，请核对。`,
  en: `The certificate “${number}” is that of row ${lines.join(', ')} as well: each person has one of their own.`,
})
const TOO_MANY_ROWS = {
  zh: `表中超过 ${MOST_ROWS} 行，不像一个培训班的名单，没有读取。请确认没有选错文件，并删去多余的行。`,
  en: `There are more than ${MOST_ROWS} rows, which is no list of one course; nothing was read. Make sure it is the right file, and delete rows that do not belong.`,
}
const NO_NAMES = {
  zh: '表中没有“姓名”一栏，无法对应到人。请补上姓名，或使用本班的模板。',
  en: 'There is no column of names (姓名), so nobody can be found. Add it, or use the template of the course.',
}
const ONLY_STALE = {
  zh: '表头里的课次与现在的课程安排都对不上，课程可能调整过。请重新下载模板填写。',
  en: 'None of the parts in the header is one of the course as it is now. Download the template again.',
}
