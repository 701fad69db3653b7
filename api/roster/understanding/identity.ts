import { identitySex } from '../../../db/identity-number.ts'
import type { Sex } from '../../../matching/types.ts'
import type { Cell, Row } from '../row.ts'
import type { PersonValues } from '../types.ts'
import { readSex } from '../values/fixed-words.ts'
import { IDENTITY_FAULTS, RUINED, readIdentityCell } from '../values/identity.ts'
import { differs, taken } from './agreeing.ts'
import { birthOf } from './birth.ts'

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
