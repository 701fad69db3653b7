import { readFileSync } from 'node:fs'
import { type CsvError, parse } from 'csv-parse/sync'
import type { Divisions } from '../db/divisions.ts'
import { placeName } from '../db/seed/places.ts'
import {
  COLUMNS,
  countyFault,
  type Fault,
  faultsIn,
  formFault,
  type Line,
  type Numbered,
} from './division-faults.ts'
import { StartFailure } from './start-failure.ts'

/** Faults that are told at once; a wrong column makes thousands. */
const MOST_TOLD = 20

/**
 * Reads the townships and villages of one county from a table of the statistics bureau's codes; lines of other counties
 * are passed over. All that is wrong is told with its line, and nothing is answered then.
 */
export function readDivisions(file: string, countyCode: string, name?: string): Divisions {
  const { lines, faults } = parsed(file)
  const counties = new Map(lines.map(({ line }) => [line.county_code, line.county]))
  const own = lines.filter(({ line }) => line.county_code === countyCode)
  const all = [...faults, ...lines.flatMap(countyFault), ...faultsIn(own, countyCode)]
  if (all.length > 0) throw wrongLines(file, all)
  const [first] = own
  if (!first) throw noCounty(file, countyCode, counties)
  const { county, province } = first.line
  return {
    county: { code: countyCode, name: name ?? county, province },
    townships: [...new Map(own.map(({ line }) => [line.township_code, line.township]))].map(
      ([code, township]) => ({ code, name: township }),
    ),
    villages: own.map(({ line }) => ({
      ...{ code: line.village_code, townshipCode: line.township_code },
      ...placeName(line.village),
    })),
  }
}

function parsed(file: string): { lines: Numbered[]; faults: Fault[] } {
  const faults: Fault[] = []
  const skip = (error: CsvError | undefined) => {
    if (error) faults.push(formFault(error))
    return undefined
  }
  let header: string[] = []
  const rows = parse(decoded(file), {
    columns: (names: string[]) => {
      header = names
      return names
    },
    ...{ bom: true, trim: true, skip_empty_lines: true, info: true },
    ...{ skip_records_with_error: true, on_skip: skip },
  }) as unknown as { record: Line; info: { lines: number } }[]
  const missing = COLUMNS.filter((column) => !header.includes(column))
  if (missing.length > 0) throw noColumns(file, missing)
  return { lines: rows.map(({ record, info }) => ({ line: record, at: info.lines })), faults }
}

/** UTF-8, or else GB 18030, which spreadsheets on Chinese Windows write. */
function decoded(file: string): string {
  const bytes = read(file)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
  throw new StartFailure({
    zh: `${file} 的文字编码无法识别。请用表格软件另存为“CSV UTF-8（逗号分隔）”再试。`,
    en: `The encoding of ${file} is not known. Save it as “CSV UTF-8 (comma delimited)” and try again.`,
  })
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const cause = String(error instanceof Error ? error.message : error).slice(0, 200)
    throw new StartFailure({
      zh: `无法读取 ${file}（${cause}）。请用 --divisions 指定区划代码 CSV 文件。`,
      en: `Cannot read ${file} (${cause}). Name the CSV file of codes with --divisions.`,
    })
  }
}

function wrongLines(file: string, faults: Fault[]): StartFailure {
  const sorted = faults.toSorted((a, b) => a.at - b.at)
  const told = sorted.slice(0, MOST_TOLD)
  const rest = sorted.length - told.length
  const list = (one: (fault: Fault) => string) => told.map((it) => `\n  ${one(it)}`).join('')
  return new StartFailure({
    zh: `${file} 有 ${sorted.length} 处错误，没有写入任何数据：${list(({ at, words }) => `第 ${at} 行：${words.zh}`)}${rest > 0 ? `\n  ……另有 ${rest} 处` : ''}\n请改正后重试。`,
    en: `${file} has ${sorted.length} mistakes, and nothing was written:${list(({ at, words }) => `line ${at}: ${words.en}`)}${rest > 0 ? `\n  … and ${rest} more` : ''}\nCorrect them and try again.`,
  })
}

function noColumns(file: string, missing: readonly string[]): StartFailure {
  return new StartFailure({
    zh: `${file} 缺少列 ${missing.join('、')}。第一行应为列名，须有：${COLUMNS.join('、')}；用逗号分隔。`,
    en: `${file} lacks the columns ${missing.join(', ')}. The first line names the columns, with commas between: ${COLUMNS.join(', ')}.`,
  })
}

function noCounty(file: string, code: string, counties: Map<string, string>): StartFailure {
  const known = [...counties].slice(0, MOST_TOLD).map((county) => county.join(' '))
  const rest = counties.size > known.length ? ' …' : ''
  return new StartFailure({
    zh: `${file} 中没有代码为 ${code} 的县（市、区）。文件中有：${known.join('、') || '没有任何行'}${rest}。请核对 --county。`,
    en: `${file} has no county ${code}. It has: ${known.join(', ') || 'no lines'}${rest}. Check --county.`,
  })
}
