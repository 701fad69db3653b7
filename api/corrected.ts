import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { listAccountsOfTalent, updateAccount } from '../db/accounts.ts'
import { pinyinOf } from '../db/pinyin.ts'
import type { CorrectionTable, Database } from '../db/schema.ts'
import { insertHistory } from '../db/talent-history.ts'
import { findTalent, type TalentChange, updateTalent } from '../db/talents.ts'
import type { Words } from '../matching/types.ts'
import type { Env } from './context.ts'
import type { educationParts } from './portrait/education.ts'
import { mask, maskedOf, readPhone, storePrivate } from './private-values.ts'
import { PersonShape } from './shapes/people.ts'
import type { CorrectedField } from './shapes/record.ts'
import { invalid } from './validate.ts'

export type Field = z.infer<typeof CorrectedField>
type Row = Pick<CorrectionTable, 'id' | 'talentId' | 'field' | 'proposed'>

/** The proposed value as it is stored, or a 422 that says what the field takes. */
export function readProposed(field: Field, typed: string, today: string): string {
  const refuse = (detail: Words) => invalid([{ pointer: '#/proposed', detail }])
  if (field === 'phone') return readPhone(typed, '#/proposed')
  if (field === 'bornOn' && !isBirth(typed, today)) throw refuse(NO_BIRTH)
  if (field === 'name' && !NAME.test(typed)) throw refuse(NO_NAME)
  if (field === 'occupation' && typed.length > 100) throw refuse(TOO_LONG)
  const isListed = field === 'education' || field === 'partyStatus' || field === 'willingness'
  if (isListed && !isOption(field, typed)) throw refuse(notListed(field))
  return typed
}

/** A telephone number waits for its answer encrypted, as it does in the record. */
export function sealed(
  c: Context<Env>,
  { id, field, proposed }: { id: string; field: string; proposed: string },
): string {
  return field === 'phone'
    ? c.var.keyring.encrypt(proposed, proposalPlace(c.var.countyCode, id))
    : proposed
}

/** Ties the encrypted number to its request. */
export function proposalPlace(countyCode: string, id: string): string {
  return `${countyCode}/corrections/${id}`
}

/** What was proposed, in the clear. */
export function proposedOf(
  c: Context<Env>,
  { id, field, proposed }: Omit<Row, 'talentId'>,
): string {
  if (field !== 'phone' || proposed === '') return proposed
  return c.var.keyring.decrypt(proposed, proposalPlace(c.var.countyCode, id))
}

/** What the record says now, a telephone number masked; null is not known. */
export async function currentOf(
  c: Context<Env>,
  talentId: string,
  field: Field,
): Promise<string | null> {
  const { db, keyring, scope } = c.var
  if (field === 'other') return null
  if (field === 'phone') return (await maskedOf(db, keyring, scope, talentId)).phone
  return (await findTalent(db, scope, talentId))?.[field] ?? null
}

/** Changes the record as proposed and keeps the old value; what is `other` the officer changes by hand. */
export async function applyCorrection(
  c: Context<Env>,
  transaction: Transaction<Database>,
  row: Row,
): Promise<void> {
  const { keyring, scope } = c.var
  const { talentId } = row
  const field = row.field as Field
  if (field === 'other') return
  const value = proposedOf(c, row)
  if (field === 'phone') {
    const { phone: before } = await maskedOf(transaction, keyring, scope, talentId)
    await keepOld(c, transaction, { talentId, field, before, after: mask(value) })
    await updateTalent(transaction, scope, talentId, {})
    return storePrivate(transaction, keyring, scope, { talentId, field, value })
  }
  const record = await findTalent(transaction, scope, talentId)
  const before = record?.[field] ?? null
  await keepOld(c, transaction, { talentId, field, before, after: value })
  const parts = field === 'education' && record ? correctedParts(record, value) : {}
  await updateTalent(transaction, scope, talentId, { ...changeOf(field, value), ...parts })
  if (field === 'name') await renameAccounts(c, transaction, talentId, value)
}

function changeOf(field: Exclude<Field, 'phone' | 'other'>, value: string): TalentChange {
  return field === 'name' ? { name: value, ...pinyinOf(value) } : { [field]: value }
}

/** The highest education is the one that is corrected, full-time or in service; which it is stays as it was. */
function correctedParts(record: Parameters<typeof educationParts>[0], value: string): TalentChange {
  if (record.isFullTimeEducation === 1) return { fullTimeEducation: value }
  return record.isFullTimeEducation === 0 ? { inServiceEducation: value } : {}
}

/** The account of a person bears the name of the record. */
export async function renameAccounts(
  c: Context<Env>,
  transaction: Transaction<Database>,
  talentId: string,
  name: string,
): Promise<void> {
  const scope = { countyCode: c.var.countyCode }
  for (const account of await listAccountsOfTalent(transaction, scope, talentId))
    await updateAccount(transaction, scope, account.id, { name })
}

async function keepOld(
  c: Context<Env>,
  transaction: Transaction<Database>,
  change: { talentId: string; field: string; before: string | null; after: string | null },
): Promise<void> {
  const at = c.var.clock().toISOString()
  const accountId = c.var.session.account.id
  await insertHistory(transaction, c.var.scope, { id: newId(), ...change, at, accountId })
}

/** Hanzi with the dot of some names of smaller nationalities, or Latin letters. */
const NAME = /^(?=.{1,50}$)\p{L}[\p{L}·• ]*$/u

/** A real day or month of the last 120 years or so, not of the future. */
function isBirth(text: string, today: string): boolean {
  const [, year, month, day = '01'] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  return isReal && text > '1900' && text <= today
}

type Listed = 'education' | 'partyStatus' | 'willingness'

function optionsOf(field: Listed): readonly string[] {
  return PersonShape.shape[field].unwrap().options
}

function isOption(field: Listed, value: string): boolean {
  return optionsOf(field).includes(value)
}

function notListed(field: Listed): Words {
  const options = optionsOf(field)
  return {
    zh: `请从选项中选择：${options.join('、')}。`,
    en: `Choose one of ${options.join(', ')}.`,
  }
}

const NO_BIRTH = {
  zh: '出生日期应写作 1990-05-01，只知道月份时写作 1990-05，且不晚于今天。',
  en: 'A birth is written 1990-05-01, or 1990-05 where only the month is known, and is not in the future.',
}
const NO_NAME = {
  zh: '姓名只能由文字组成（少数民族姓名可用间隔号“·”），最多 50 个字。',
  en: 'A name has letters, and dots or spaces between them; 50 at most.',
}
const TOO_LONG = { zh: '最多 100 个字。', en: '100 characters at most.' }
