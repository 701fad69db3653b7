import {
  checkDigit,
  type IdentityFault,
  identityFault,
  normalIdentity,
} from '../../../db/identity-number.ts'
import type { RawCell } from '../types.ts'

export type IdentityRead =
  | { number: string; isOld?: true; endsInZeros?: true; fault?: IdentityFault }
  | { ruined: true }

/** An identity number as a list has it: as text, with an apostrophe, in full width, of 15 digits, or already ruined. */
export function readIdentityCell(raw: RawCell, text: string): IdentityRead {
  const isNumber = typeof raw === 'object' && raw !== null && 'n' in raw
  // A spreadsheet keeps 15 digits of a number; the rest became zeros and nobody can tell what it was.
  if (isNumber && Math.abs(raw.n) >= 1e15) return { ruined: true }
  if (/^\d(\.\d+)?[eE][+]?1\d$/.test(text.replace(/\s/g, ''))) return { ruined: true }
  const number = normalIdentity(text).replace(/^['‘’`]|[\s-]/g, '')
  if (/^\d{15}$/.test(number)) return ofFifteen(number)
  const fault = identityFault(number)
  const endsInZeros = /^\d{15}000$/.test(number)
  if (endsInZeros && fault !== null) return { ruined: true }
  return {
    number,
    ...(fault === null ? {} : { fault }),
    ...(endsInZeros ? { endsInZeros } : {}),
  }
}

/** Numbers of the first generation (to 1999) lack the century and the check digit: both follow (GB 11643-1999). */
function ofFifteen(number: string): IdentityRead {
  const digits = `${number.slice(0, 6)}19${number.slice(6)}`
  const whole = digits + checkDigit(digits)
  const fault = identityFault(whole)
  return fault === null ? { number: whole, isOld: true } : { number, fault: 'length' }
}

export const IDENTITY_FAULTS: Record<IdentityFault, { zh: string; en: string }> = {
  length: {
    zh: '身份证号应为 18 位。请核对是否漏写或多写。',
    en: 'an identity number has 18 signs. Check whether one is missing or too many.',
  },
  signs: {
    zh: '身份证号前 17 位应为数字，末位为数字或 X。请核对。',
    en: 'the first 17 signs are digits, the last is a digit or X. Check it.',
  },
  area: {
    zh: '前两位不是省级地区代码。请对照证件核对。',
    en: 'the first two digits are no code of a province. Check it against the card.',
  },
  date: {
    zh: '第 7 至 14 位不是存在的日期。请对照证件核对。',
    en: 'signs 7 to 14 are no day that exists. Check it against the card.',
  },
  'check-digit': {
    zh: '校验码不符，至少有一位写错。请对照证件核对。',
    en: 'the check digit does not fit, so at least one sign is wrong. Check it against the card.',
  },
}

export const RUINED = {
  zh: '身份证号按数字保存，第 16 位起已被表格改成 0，无法恢复。请把单元格格式设为“文本”，对照证件重新填写。',
  en: 'the number was kept as a figure, so its last digits are lost for good. Set the cell to text and type it again from the card.',
}
