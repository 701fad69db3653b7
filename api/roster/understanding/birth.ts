import { identityBirth } from '../../../db/identity-number.ts'
import type { Cell, Row } from '../row.ts'
import { DAY_FAULTS, firstDay, readDay, yearsBetween } from '../values/dates.ts'
import { differs, taken } from './agreeing.ts'

/** The birth that a list gives, held against the identity number; null when neither tells it. */
export function birthOf(row: Row, number: string | null): string | null {
  const cell = row.one('bornOn')
  const own = number === null ? null : identityBirth(number)
  if (cell === null) {
    if (own === null) {
      if (row.has('bornOn')) unknownBirth(row)
      return null
    }
    taken(row, 'bornOn', own, own)
    return isPlausible(row, null, own) ? own : null
  }
  const day = dayOf(row, cell, own)
  if (day === null || !isPlausible(row, cell, day)) return null
  checkAge(row, day)
  if (own !== null && !own.startsWith(day.slice(0, 7)))
    differs(row, cell, 'born-on.differs', own, own)
  else if (own !== null && day.length === 10 && own !== day) otherDay(row, cell, own)
  return day
}

function dayOf(row: Row, cell: Cell, own: string | null): string | null {
  const read = readDay(cell.raw, cell.text)
  if ('day' in read) {
    if (read.isSerial)
      row.wrong(
        cell,
        'born-on.serial',
        `按表格的日期序号读作 ${read.day}，请核对。`,
        `taken for a day by its serial number: ${read.day}. Please check.`,
        'notice',
      )
    return read.day
  }
  const month = read.months?.find((it) => own?.startsWith(it))
  if (month) {
    row.wrong(
      cell,
      'born-on.month-taken',
      `按身份证号读作 ${month}。`,
      `read as ${month}, as the identity number has it.`,
      'notice',
    )
    return month
  }
  row.wrong(cell, `born-on.${read.fault}`, DAY_FAULTS[read.fault].zh, DAY_FAULTS[read.fault].en)
  return null
}

/** Nobody on these lists is a child or older than ninety: the year was mistyped. */
function isPlausible(row: Row, cell: Cell | null, day: string): boolean {
  const age = yearsBetween(day, row.context.referenceOn)
  if (age >= YOUNGEST && age <= OLDEST) return true
  const zh =
    age < 0
      ? '出生日期在今天之后，请核对年份。'
      : `按此计算为 ${age} 岁，不在 ${YOUNGEST} 至 ${OLDEST} 岁之间。请核对年份。`
  const en =
    age < 0
      ? 'the birth lies in the future. Check the year.'
      : `that makes the age ${age}, which is not between ${YOUNGEST} and ${OLDEST}. Check the year.`
  const kind = age < YOUNGEST ? 'born-on.too-young' : 'born-on.too-old'
  if (cell) row.wrong(cell, kind, zh, en)
  else
    row.missing('bornOn', kind, {
      zh: `身份证号上的出生日期有误：${zh}`,
      en: `The birth in the identity number is wrong: ${en}`,
    })
  return false
}

const YOUNGEST = 16
const OLDEST = 90

/** An age that the list gives beside the birth: a year more or less is how it was counted. */
function checkAge(row: Row, day: string) {
  const cell = row.one('age')
  const given = Number(cell?.text.match(/\d+/)?.[0])
  const age = yearsBetween(day, row.context.referenceOn)
  if (cell === null || !Number.isFinite(given) || Math.abs(given - age) <= 1) return
  row.wrong(
    cell,
    'age.differs',
    `按出生日期（${firstDay(day).slice(0, 7)}）计算为 ${age} 岁。以出生日期为准，请核对。`,
    `by the birth (${firstDay(day).slice(0, 7)}) it is ${age}. The birth counts; please check.`,
    'notice',
  )
}

function otherDay(row: Row, cell: Cell, own: string) {
  row.wrong(
    cell,
    'born-on.other-day',
    `与身份证号的日期（${own}）不同，年月一致。按填写登记，请核对。`,
    `the identity number has another day (${own}) of that month. It was kept as written; please check.`,
    'notice',
  )
}

function unknownBirth(row: Row) {
  row.missing(
    'bornOn',
    'born-on.missing',
    {
      zh: '没有填写出生日期，也没有可用的身份证号，登记为未知；年龄资格将无法判断。',
      en: 'The birth is missing and no sound identity number tells it: it is kept as not known, and rules about age cannot be judged.',
    },
    'notice',
  )
}
