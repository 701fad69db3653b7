import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { readBytes } from '../../api/roster/bytes.ts'
import { recognise } from '../../api/roster/recognise.ts'
import type {
  Context,
  RawCell,
  RawLine,
  Reading,
  RosterKind,
  Understood,
} from '../../api/roster/types.ts'
import { understand } from '../../api/roster/understand.ts'
import { createPlaces } from '../../db/seed/places.ts'
import { SKILLS } from '../../db/seed/skills.ts'

const { townships, villages } = createPlaces(1)

export const BEIZHUANG = '370406104'

/** The demonstration's 280 villages, its skills and groups, on 25 November 2026. */
export const CONTEXT: Context = {
  today: '2026-11-25',
  referenceOn: '2026-12-31',
  townshipCode: null,
  townships: townships.map(({ code, name }) => ({ code, name })),
  villages: villages.map(({ code, name, townshipCode }) => ({ code, name, townshipCode })),
  skills: Object.entries(SKILLS).map(([id, words]) => ({ id, ...words })),
  sources: [
    { id: 'wealth-creator', zh: '致富能手', en: 'Wealth creator' },
    { id: 'returnee', zh: '返乡人员', en: 'Returnee' },
    { id: 'graduate', zh: '本土大学生', en: 'Local graduate' },
    { id: 'veteran', zh: '退役军人', en: 'Veteran' },
    { id: 'cooperative-head', zh: '合作社负责人', en: 'Head of a cooperative' },
    { id: 'incumbent', zh: '现任两委', en: 'Incumbent' },
    { id: 'retired-official', zh: '退休、退居二线干部', en: 'Retired official' },
  ],
  places: {},
  identityCheck: 'refuse',
  columns: [],
}

export type Read = { reading: Reading; lines: RawLine[] }

/** As the thread reads it (`reader.test.ts`), without starting one. */
export async function read(bytes: Uint8Array, sheet?: string): Promise<Read> {
  const lines: RawLine[] = []
  const reading = await readBytes(bytes, sheet, async (more) => void lines.push(...more))
  return { reading, lines }
}

/** Every row of a list as it is understood, with what the columns were taken for. */
export function understandAll(
  { reading, lines }: Read,
  given: Partial<Context> = {},
  kind: RosterKind = 'people',
) {
  const { mapping, questions } = recognise(kind, reading.columns, lines)
  const context = { ...CONTEXT, ...given, columns: reading.columns }
  const rows = lines.map((line) => ({
    line: line.line,
    ...understand(kind, mapping, line, context),
  }))
  return { mapping, questions, rows }
}

/** One row under headers, as `understand` answers: `{ 姓名: '王伟' }`. */
export function rowOf<K extends RosterKind = 'people'>(
  cells: Record<string, RawCell>,
  given: Partial<Context> = {},
  kind: K = 'people' as K,
): Understood<K> {
  const columns = Object.keys(cells).map((header, at) => ({ at, header, samples: ['…'] }))
  const line = { line: 2, cells: Object.values(cells) }
  const { mapping } = recognise(kind, columns, [line])
  return understand(kind, mapping, line, { ...CONTEXT, ...given, columns })
}

/** A row that lacks nothing, with these cells put in or changed. */
export function personRow(cells: Record<string, RawCell>, given: Partial<Context> = {}) {
  return rowOf(
    { 姓名: '秦明远', 所在村: '北庄村', ...cells },
    { townshipCode: BEIZHUANG, ...given },
  )
}

export const kindsOf = ({ faults }: Pick<Understood, 'faults'>, level?: 'error' | 'notice') =>
  faults.filter((it) => it.level === (level ?? it.level)).map(({ kind }) => kind)

type Rows = readonly (readonly (string | number | Date | null)[])[]

/** A workbook as Excel would save it; `shape` merges, hides and sets styles. */
export async function xlsx(rows: Rows, shape: (sheet: Worksheet) => void = () => {}) {
  return book({ 名册: rows }, (sheets) => shape(sheets[0]!))
}

export async function book(
  sheets: Readonly<Record<string, Rows>>,
  shape: (sheets: Worksheet[]) => void = () => {},
): Promise<Uint8Array> {
  const workbook = new Workbook()
  const made = Object.entries(sheets).map(([name, rows]) => {
    const sheet = workbook.addWorksheet(name)
    for (const row of rows) sheet.addRow([...row])
    return sheet
  })
  shape(made)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

export const csv = (rows: readonly string[]) => new TextEncoder().encode(rows.join('\r\n'))
