import { identityBirth, identitySex } from '../../../db/identity-number.ts'
import type { Sex } from '../../../matching/types.ts'
import type { Cell, Row } from '../row.ts'
import type { PersonValues } from '../types.ts'
import { DAY_FAULTS, firstDay, readDay, yearsBetween } from '../values/dates.ts'
import { readSex } from '../values/fixed-words.ts'
import { IDENTITY_FAULTS, RUINED, readIdentityCell } from '../values/identity.ts'

type Known = Pick<PersonValues, 'idNumber' | 'sex' | 'bornOn'>

/** Identity number, sex and birth, each held against the others; what is missing follows from a sound number, and is said. */
export function readIdentity(row: Row): Known {
  const { number, isSound } = readNumber(row)
  const sound = number !== undefined && isSound ? number : null
  const sex = sexOf(row, sound)
  const bornOn = birthOf(row, sound)
  return {
    ...(number === undefined ? {} : { idNumber: number }),
    ...(sex === null ? {} : { sex }),
    ...(bornOn === null ? {} : { bornOn }),
  }
}

function readNumber(row: Row): { number?: string; isSound: boolean } {
  const cell = row.one('idNumber')
  if (cell === null) return { isSound: false }
  const read = readIdentityCell(cell.raw, cell.text)
  if ('ruined' in read) {
    row.wrong(cell, 'id-number.ruined', RUINED.zh, RUINED.en)
    return { isSound: false }
  }
  if (read.isOld) oldNumber(row, cell)
  if (read.endsInZeros) zeros(row, cell)
  if (read.fault === undefined) return { number: read.number, isSound: true }
  const words = IDENTITY_FAULTS[read.fault]
  const isUnusable = read.fault === 'length' || read.fault === 'signs'
  const level = row.context.identityCheck === 'warn' && !isUnusable ? 'notice' : 'error'
  row.wrong(cell, `id-number.${read.fault}`, words.zh, words.en, level)
  return level === 'notice' ? { number: read.number, isSound: false } : { isSound: false }
}

function sexOf(row: Row, number: string | null): Sex | null {
  const cell = row.one('sex')
  const own = number === null ? null : identitySex(number)
  if (cell === null) {
    if (own !== null) taken(row, 'sex', own === 'male' ? '男' : '女', own)
    else if (row.has('sex')) unknownSex(row)
    return own
  }
  const sex = readSex(cell.text)
  if (sex === null)
    row.wrong(cell, 'sex.unknown', '应填“男”或“女”。', 'write 男 (male) or 女 (female).')
  else if (own !== null && own !== sex)
    differs(row, cell, 'sex.differs', own === 'male' ? '男' : '女', own)
  return sex
}

function birthOf(row: Row, number: string | null): string | null {
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

function taken(row: Row, field: 'sex' | 'bornOn', zh: string, en: string) {
  const isSex = field === 'sex'
  row.missing(
    field,
    isSex ? 'sex.taken' : 'born-on.taken',
    {
      zh: `没有填写${isSex ? '性别' : '出生日期'}，按身份证号登记为 ${zh}。`,
      en: `${isSex ? 'The sex' : 'The birth'} is missing and was taken from the identity number: ${en}.`,
    },
    'notice',
  )
}

/** Registers may differ from the card; the county's strictness says whether that holds the row up. */
function differs(row: Row, cell: Cell, kind: string, zh: string, en: string) {
  const level = row.context.identityCheck === 'warn' ? 'notice' : 'error'
  row.wrong(
    cell,
    kind,
    `与身份证号不一致，身份证号为 ${zh}。请对照证件核对，改正其中一处。`,
    `the identity number says ${en}. Check the card and mend one of them.`,
    level,
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

function unknownSex(row: Row) {
  row.missing(
    'sex',
    'sex.missing',
    {
      zh: '没有填写性别，也没有可用的身份证号，登记为未知。',
      en: 'The sex is missing and no sound identity number tells it: it is kept as not known.',
    },
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

function oldNumber(row: Row, cell: Cell) {
  row.wrong(
    cell,
    'id-number.old',
    '是 15 位旧号码，已按规则补成 18 位。请对照证件核对。',
    'a number of 15 digits, made 18 by the rule. Please check it against the card.',
    'notice',
  )
}

function zeros(row: Row, cell: Cell) {
  row.wrong(
    cell,
    'id-number.zeros',
    '以 000 结尾，可能被表格改过。请对照证件核对。',
    'it ends with 000 and may have been changed by the spreadsheet. Please check it against the card.',
    'notice',
  )
}
