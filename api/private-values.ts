import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import type { Db } from '../db/connect.ts'
import { identityBirth, identityFault, identitySex, normalIdentity } from '../db/identity-number.ts'
import type { Keyring } from '../db/keyring.ts'
import {
  listPrivateFields,
  listPrivateFieldsIn,
  putPrivateField,
  removePrivateField,
} from '../db/private-fields.ts'
import type { Database, PrivateField } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'
import type { Words } from '../matching/types.ts'
import type { Env } from './context.ts'
import { settingsOf } from './county-settings.ts'
import { invalid } from './validate.ts'

/** What everybody who sees the portrait sees: 370***********1234; null is 'not known'. */
export type Masked = { idNumber: string | null; phone: string | null }

export async function maskedOf(
  db: Db,
  keyring: Keyring,
  scope: Scope,
  talentId: string,
): Promise<Masked> {
  const values = await valuesOf(db, keyring, scope, talentId)
  const of = (field: PrivateField) => mask(values.get(field) ?? null)
  return { idNumber: of('id-number'), phone: of('phone') }
}

/** The same of everybody in the scope, by person, in one statement. */
export async function maskedIn(
  db: Db,
  keyring: Keyring,
  scope: Scope,
  field: PrivateField,
): Promise<Map<string, string | null>> {
  const rows = await listPrivateFieldsIn(db, scope, field)
  return new Map(
    rows.map(({ talentId, cipher }) => [
      talentId,
      mask(keyring.decrypt(cipher, placeOf(scope, talentId, field))),
    ]),
  )
}

/** In the clear: only after a reason was written down. */
export async function revealedOf(
  c: Context<Env>,
  talentId: string,
  field: PrivateField,
): Promise<string | null> {
  const { db, keyring, scope } = c.var
  return (await valuesOf(db, keyring, scope, talentId)).get(field) ?? null
}

export function mask(value: string | null): string | null {
  if (value === null) return null
  const [head, tail] = [3, 4]
  if (value.length <= head + tail) return '*'.repeat(value.length)
  return value.slice(0, head) + '*'.repeat(value.length - head - tail) + value.slice(-tail)
}

/** Stores a value encrypted, or takes it away. */
export async function storePrivate(
  transaction: Transaction<Database>,
  keyring: Keyring,
  scope: Scope,
  { talentId, field, value }: { talentId: string; field: PrivateField; value: string | null },
): Promise<void> {
  if (value === null) return removePrivateField(transaction, scope, talentId, field)
  const place = placeOf(scope, talentId, field)
  const hidden = { cipher: keyring.encrypt(value, place), digest: keyring.digest(field, value) }
  await putPrivateField(transaction, scope, { talentId, field, ...hidden })
}

export function placeOf({ countyCode }: Scope, talentId: string, field: PrivateField): string {
  return `${countyCode}/${talentId}/${field}`
}

/** What was typed, as it is stored, with what is odd about it; refuses what is wrong where the county says so. */
export async function readIdentity(
  c: Context<Env>,
  typed: string,
  known: { bornOn: string | null; sex: 'female' | 'male' | null },
  pointer = '#/value',
): Promise<{ value: string; warnings: Words[] }> {
  const value = normalIdentity(typed)
  const fault = identityFault(value)
  const { settings } = await settingsOf(c.var.db, c.var.countyCode)
  if (fault !== null) {
    const detail = FAULTS[fault]
    if (settings.identityCheck === 'refuse' || fault === 'length' || fault === 'signs')
      throw invalid([{ pointer, detail }])
    return { value, warnings: [detail] }
  }
  const isOtherBirth = known.bornOn !== null && !identityBirth(value).startsWith(known.bornOn)
  const isOtherSex = known.sex !== null && identitySex(value) !== known.sex
  const warnings = [...(isOtherBirth ? [OTHER_BIRTH] : []), ...(isOtherSex ? [OTHER_SEX] : [])]
  return { value, warnings }
}

const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/

export function readPhone(typed: string, pointer = '#/value'): string {
  const value = typed.replace(/\s/g, '')
  if (PHONE.test(value)) return value
  throw invalid([
    {
      pointer,
      detail: {
        zh: '电话应为 11 位手机号，或带区号的固定电话，如 0632-1234567。',
        en: 'A mobile number of 11 digits or a number with its area code is expected.',
      },
    },
  ])
}

async function valuesOf(db: Db, keyring: Keyring, scope: Scope, talentId: string) {
  const rows = await listPrivateFields(db, scope, talentId)
  return new Map(
    rows.map(({ field, cipher }) => [
      field,
      keyring.decrypt(cipher, placeOf(scope, talentId, field)),
    ]),
  )
}

const FAULTS = {
  length: {
    zh: '身份证号应为 18 位，请核对是否漏写或多写。',
    en: 'An identity number has 18 signs: check whether one is missing or too many.',
  },
  signs: {
    zh: '身份证号前 17 位应为数字，末位为数字或 X。',
    en: 'The first 17 signs are digits, the last is a digit or X.',
  },
  area: {
    zh: '身份证号前两位不是省级地区代码，请核对。',
    en: 'The first two digits are no code of a province.',
  },
  date: {
    zh: '身份证号第 7 至 14 位不是有效的出生日期，请核对。',
    en: 'Digits 7 to 14 are no valid birth date.',
  },
  'check-digit': {
    zh: '身份证号末位校验码不对，可能有一位写错，请逐位核对。',
    en: 'The check digit at the end does not fit: one of the digits may be wrong.',
  },
} satisfies Record<string, Words>

const OTHER_BIRTH = {
  zh: '与档案中的出生日期不一致，请核对。',
  en: 'It differs from the birth date on record.',
}
const OTHER_SEX = {
  zh: '与档案中的性别不一致，请核对。',
  en: 'It differs from the sex on record.',
}
