import { readFileSync } from 'node:fs'
import { type CsvError, parse } from 'csv-parse/sync'
import type { Words } from '../../matching/types.ts'
import { formFault } from '../division-faults.ts'
import { StartFailure } from '../start-failure.ts'

/** A row by the names of the header, with its line in the file. */
export type Row = { at: number; cells: Record<string, string> }
export type Table = { file: string; header: string[]; rows: Row[] }
export type Fault = { at: number; words: Words }

/** Faults that are told at once; a wrong column makes thousands. */
const MOST_TOLD = 20

/** A CSV file with a header: UTF-8, with or without a mark, or GB 18030. Blanks around cells do not count. */
export function readTable(file: string): Table {
  const faults: Fault[] = []
  const skip = (error: CsvError | undefined) => {
    if (error) faults.push(formFault(error))
    return undefined
  }
  let header: string[] = []
  const records = parse(decoded(file), {
    columns: (names: string[]) => {
      header = names.map(tidy)
      return header
    },
    ...{ bom: true, trim: true, skip_empty_lines: true, info: true },
    ...{ skip_records_with_error: true, on_skip: skip },
  }) as unknown as { record: Record<string, string>; info: { lines: number } }[]
  requireOnce(file, header)
  requireNone(file, faults)
  const rows = records.map(({ record, info }) => ({
    at: info.lines,
    cells: Object.fromEntries(Object.entries(record).map(([name, cell]) => [name, tidy(cell)])),
  }))
  return { file, header, rows }
}

/** So that the same text typed in two ways is the same. */
const tidy = (text: string) => text.trim().normalize('NFC')

function decoded(file: string): string {
  const bytes = read(file)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
  throw new StartFailure({
    zh: `${file} 的文字编码无法识别。请另存为“CSV UTF-8（逗号分隔）”再试。`,
    en: `The encoding of ${file} is not known. Save it as “CSV UTF-8 (comma delimited)” and try again.`,
  })
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const cause = String(error instanceof Error ? error.message : error).slice(0, 200)
    throw new StartFailure({
      zh: `无法读取 ${file}（${cause}）。`,
      en: `Cannot read ${file} (${cause}).`,
    })
  }
}

function requireOnce(file: string, header: readonly string[]): void {
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) < index)
  if (twice === undefined) return
  throw new StartFailure({
    zh: `${file} 的表头有两列都叫“${twice}”。请改名或删去一列。`,
    en: `${file} has two columns named “${twice}”. Rename one or take it out.`,
  })
}

/** Tells every fault with its line, and stops. */
export function requireNone(file: string, faults: readonly Fault[]): void {
  if (faults.length === 0) return
  const told = faults.toSorted((a, b) => a.at - b.at).slice(0, MOST_TOLD)
  const rest = faults.length - told.length
  const list = (one: (fault: Fault) => string) => told.map((it) => `\n  ${one(it)}`).join('')
  const more = rest > 0 ? { zh: `\n  ……另有 ${rest} 处`, en: `\n  … and ${rest} more` } : null
  throw new StartFailure({
    zh: `${file} 有 ${faults.length} 处错误：${list(({ at, words }) => `第 ${at} 行：${words.zh}`)}${more?.zh ?? ''}`,
    en: `${file} has ${faults.length} ${faults.length === 1 ? 'mistake' : 'mistakes'}:${list(({ at, words }) => `line ${at}: ${words.en}`)}${more?.en ?? ''}`,
  })
}

/** The first of these names that the header has, in whatever case. */
export function columnOf({ header }: Table, names: readonly string[]): string | undefined {
  const found = names.flatMap((name) => header.filter((one) => one.toLowerCase() === name))
  return found[0]
}

export function noColumn({ file, header }: Table, name: string): StartFailure {
  const known = header.join('、')
  return new StartFailure({
    zh: `${file} 缺少列“${name}”。第一行应为列名，用逗号分隔；现有：${known}。`,
    en: `${file} lacks the column “${name}”. The first line names the columns, with commas between; it has: ${header.join(', ')}.`,
  })
}
