import type { CsvError } from 'csv-parse/sync'
import type { Words } from '../matching/types.ts'

export const COLUMNS = [
  ...['province', 'county_code', 'county', 'township_code', 'township'],
  ...['village_code', 'village'],
] as const
export type Line = Record<(typeof COLUMNS)[number], string>
/** A line of the table with its number in the file. */
export type Numbered = { line: Line; at: number }
export type Fault = { at: number; words: Words }

/** Without the code of a county nobody knows whose line it is. */
export function countyFault({ line, at }: Numbered): Fault[] {
  return /^\d{6}$/.test(line.county_code) ? [] : [codeFault(at, 'county_code', line, 6)]
}

/** What is wrong with the lines of one county, one fault a line at most. */
export function faultsIn(own: Numbered[], countyCode: string): Fault[] {
  const townships = new Map<string, string>()
  const villages = new Map<string, number>()
  const { county, province } = own[0]?.line ?? {}
  return own.flatMap(({ line, at }) => {
    const { township_code, township, village_code } = line
    const known = townships.get(township_code) ?? township
    townships.set(township_code, known)
    const earlier = villages.get(village_code)
    villages.set(village_code, earlier ?? at)
    const faults = [
      ...COLUMNS.filter((column) => line[column] === '').map((column) => emptyFault(at, column)),
      line.county !== county && otherFault(at, 'county', line.county, county!),
      line.province !== province && otherFault(at, 'province', line.province, province!),
      known !== township && otherFault(at, 'township', township, known),
      !isCode(township_code, 9, countyCode) && codeFault(at, 'township_code', line, 9, countyCode),
      !isCode(village_code, 12, township_code) &&
        codeFault(at, 'village_code', line, 12, township_code),
      earlier !== undefined && twiceFault(at, village_code, earlier),
    ].filter((fault) => fault !== false)
    return faults.slice(0, 1)
  })
}

/** What the reader of the table itself cannot read. */
export function formFault(error: CsvError): Fault {
  const at = Number(error.lines ?? 0)
  if (error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS')
    return {
      at,
      words: {
        zh: '列数与表头不同，名称中的逗号须加引号',
        en: 'has another number of columns than the header; a comma within a name needs quotes',
      },
    }
  return { at, words: { zh: '引号不成对，无法读取', en: 'has quotes that do not match' } }
}

function isCode(code: string, length: number, beginning: string): boolean {
  return code.length === length && /^\d+$/.test(code) && code.startsWith(beginning)
}

function codeFault(at: number, column: keyof Line, line: Line, length: number, beginning = '') {
  const value = line[column]
  const isRounded = /^[\d.]+E\+?\d+$/i.test(value)
  const start = beginning && { zh: `、以 ${beginning} 开头`, en: `, beginning with ${beginning}` }
  const zh = isRounded ? '；像是被表格软件改成了科学计数法，请把该列设为文本后重新取数' : ''
  const en = isRounded ? '; a spreadsheet seems to have rounded it, take the column as text' : ''
  return {
    at,
    words: {
      zh: `${column}“${value}”应为 ${length} 位数字${start ? start.zh : ''}${zh}`,
      en: `${column} “${value}” should have ${length} digits${start ? start.en : ''}${en}`,
    },
  }
}

function emptyFault(at: number, column: string): Fault {
  return { at, words: { zh: `${column} 为空`, en: `${column} is empty` } }
}

function otherFault(at: number, column: string, value: string, known: string): Fault {
  return {
    at,
    words: {
      zh: `${column}“${value}”与前面同一代码的“${known}”不一致`,
      en: `${column} “${value}” differs from “${known}” of the same code above`,
    },
  }
}

function twiceFault(at: number, code: string, earlier: number): Fault {
  return {
    at,
    words: {
      zh: `village_code ${code} 与第 ${earlier} 行重复`,
      en: `village_code ${code} is that of line ${earlier}`,
    },
  }
}
