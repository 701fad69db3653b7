import { workbookOf } from '../exports/workbook.ts'
import type { FormsAsked, PaperAsked, PartAsked, TableAsked } from './asked.ts'
import type { Ask } from './asking.ts'
import type { Circumstances } from './circumstances.ts'
import { reportBytes } from './report/index.ts'
import { REPORT_STEPS } from './report/steps.ts'
import type { Making, Wanted } from './runs.ts'
import { TABLES } from './tables/index.ts'
import { sheetsOf } from './tables/workbook.ts'
import { type PaperFile, zipOf } from './zip.ts'

export type Given = {
  /** Forms of people one after the other. */
  forms: (asked: FormsAsked) => AsyncIterable<{ name: string; bytes: Uint8Array }>
  ask: Ask
  made: Circumstances
  /** The template that a report is filled into. */
  template: () => Promise<Uint8Array>
  /** Who is named goes into the audit before the first byte goes out. */
  tell: (subjects: readonly string[], detail?: Record<string, unknown>) => Promise<void>
}
type Made = Pick<Wanted, 'kind' | 'file' | 'total' | 'make'>

/** How a paper that was asked for is made: its name, how many steps, and its bytes as they come. */
export function makerOf(given: Given, asked: PaperAsked): Made {
  if (asked.kind === 'lrmx')
    return {
      kind: 'lrmx',
      file: { name: `干部任免审批表-${given.made.on}.zip`, format: 'zip' },
      total: asked.talents.length,
      make: (making) => zipOf(formsOf(given, asked, making)),
    }
  if (asked.kind !== 'batch') return makerOfPart(given, asked)
  const { parts } = asked
  return {
    kind: 'batch',
    file: { name: `${given.made.county}换届材料-${given.made.on}.zip`, format: 'zip' },
    total: parts.reduce((sum, part) => sum + makerOfPart(given, part).total, 0),
    make: (making) => zipOf(filesOf(given, parts, making)),
  }
}

function makerOfPart(given: Given, part: PartAsked): Made {
  const { county, on } = given.made
  if (part.kind === 'report')
    return {
      kind: 'report',
      file: { name: `${county}换届分析报告-${on}.docx`, format: 'docx' },
      total: REPORT_STEPS,
      make: (making) => reportBytes(given, part, making),
    }
  const named = part.tables.map(({ table }) => TABLES[table].name.zh)
  const title = named.length === 1 ? named[0] : `${county}换届表格`
  return {
    kind: 'tables',
    file: { name: `${title}-${on}.xlsx`, format: 'xlsx' },
    total: part.tables.length,
    make: (making) => tableBytes(given, part.tables, making),
  }
}

async function* tableBytes(
  { ask, made, tell }: Given,
  tables: readonly TableAsked[],
  { signal, step }: Making,
): AsyncGenerator<Uint8Array> {
  const read = []
  for (const { table, filters } of tables) {
    signal.throwIfAborted()
    const { name, read: readTable } = TABLES[table]
    read.push({ name: name.zh, read: await readTable(ask, filters) })
    step(read.length)
  }
  const subjects = [...new Set(read.flatMap((one) => one.read.subjects))]
  const rows = read.reduce((sum, one) => sum + one.read.rows.length, 0)
  await tell(subjects, { tables: tables.map(({ table }) => table), rows })
  yield* workbookOf(sheetsOf(read, made))
}

async function* formsOf(
  { forms, tell }: Given,
  asked: FormsAsked,
  { signal, step }: Making,
): AsyncGenerator<PaperFile> {
  await tell(asked.talents, { unmasked: asked.idNumbers ? ['id-number'] : [] })
  let done = 0
  for await (const { name, bytes } of forms(asked)) {
    signal.throwIfAborted()
    yield { name, kind: 'lrmx', bytes }
    step(++done)
  }
}

/** The parts one after the other; each counts its own steps on from those before. */
async function* filesOf(
  given: Given,
  parts: readonly PartAsked[],
  { signal, step }: Making,
): AsyncGenerator<PaperFile> {
  const names = new Set<string>()
  let before = 0
  for (const part of parts) {
    const { kind, file, total, make } = makerOfPart(given, part)
    const from = before
    const bytes = await whole(make({ signal, step: (done) => step(from + done) }))
    before += total
    yield { name: distinct(file.name, names), kind, bytes }
  }
}

async function whole(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(parts))
}

function distinct(name: string, taken: Set<string>): string {
  const [, stem, extension] = /^(.*)(\.\w+)$/.exec(name)!
  let own = name
  for (let at = 2; taken.has(own); at++) own = `${stem}-${at}${extension}`
  taken.add(own)
  return own
}
