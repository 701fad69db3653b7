import type { Words } from '../../matching/types.ts'
import { isDayOrMonth } from '../days.ts'

/**
 * A résumé as the form of appointment has it: lines `2019.07--2023.06  what`, the end left open for today. Other
 * dashes and signs of years are taken; study in service stands in lines （其间：…） of its own. Answers the text as it
 * is stored, or what is wrong with the first line that cannot be read.
 */
export function readResume(typed: string): { text: string } | { detail: Words } {
  const lines = typed
    .split(/\r?\n|<br\s*\/?>/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = lines.map(readLine)
  const at = read.indexOf(null)
  return at < 0 ? { text: read.join('\n') } : { detail: noLine(at + 1, lines[at]!) }
}

const MONTH = String.raw`(\d{4})\s*[.年/-]\s*(\d{1,2})\s*月?`
const LINE = new RegExp(
  `^${MONTH}\\s*(?:--|—+|–|－+|-|~|～|至)\\s*(?:${MONTH}|今|至今|现在)?\\s*(\\S.*)$`,
)
const MEANWHILE = /^[（(]?其间/

function readLine(line: string): string | null {
  if (MEANWHILE.test(line)) return line
  const found = LINE.exec(line)
  if (!found) return null
  const [, fromYear, fromMonth, toYear, toMonth, what] = found
  const from = monthOf(fromYear!, fromMonth!)
  const to = toYear === undefined ? '' : monthOf(toYear, toMonth!)
  if (from === null || to === null || (to !== '' && to < from)) return null
  return `${from}--${to}  ${what!.trim()}`
}

function monthOf(year: string, month: string): string | null {
  const two = month.padStart(2, '0')
  return isDayOrMonth(`${year}-${two}`) ? `${year}.${two}` : null
}

function noLine(line: number, text: string): Words {
  const start = [...text].slice(0, 20).join('')
  return {
    zh: `简历第 ${line} 行“${start}”读不出起止年月，请写成“2019.07--2023.06  某村会计”，至今的不填结束年月。`,
    en: `Line ${line} of the résumé (“${start}”) has no period: write “2019.07--2023.06  what”, and leave the end open for today.`,
  }
}
