import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { BLANK_FACTS, NEW_RECORD } from '../../db/blank.ts'
import { identityBirth, identityFault, identitySex } from '../../db/identity-number.ts'
import { findNotice } from '../../db/notices.ts'
import { pinyinOf } from '../../db/pinyin.ts'
import type { ConsentTable, Database, TalentTable } from '../../db/schema.ts'
import { putTags } from '../../db/tags.ts'
import { putSources } from '../../db/talent-sources.ts'
import { findTalent, insertTalents, updateTalent } from '../../db/talents.ts'
import { mayRole } from '../access.ts'
import { changing, type Told } from '../auditing.ts'
import { storeConsent } from '../consents.ts'
import type { Env } from '../context.ts'
import { readIdentity, readPhone, storePrivate } from '../private-values.ts'
import { Problem, type ProblemError } from '../problem.ts'
import { requireImpersonal } from '../reasons.ts'
import { forgetCounty } from '../remembered.ts'
import type { NewPerson } from '../shapes/portrait-input.ts'
import { invalid } from '../validate.ts'
import { requireNobodyAlike } from './alike.ts'
import { faultsOf } from './checks.ts'
import { keptUntil } from './keeping.ts'
import { columnsOf } from './values.ts'

type Given = z.infer<typeof NewPerson>
type Private = { idNumber: string | null; phone: string | null }

/** Enters a person with what is known; asked twice under the same id, it is the same person. */
export async function enterPerson(c: Context<Env>, asked: Given) {
  const id = asked.id ?? newId()
  const known = asked.id && (await knownRevision(c, id))
  if (known) return { id, revision: known, warnings: [], isThere: true }
  const { given, read } = await readPerson(c, asked)
  if (!given.isNew) await requireNobodyAlike(c, given, read.idNumber)
  const { warnings } = read
  try {
    const revision = await insertPerson(c, id, given, read)
    forgetCounty(c.var.db)
    return { id, revision, warnings, isThere: false }
  } catch (error) {
    // The same request, sent twice at once: the other one was first.
    const other = asked.id && (await knownRevision(c, id))
    if (!other) throw error
    return { id, revision: other, warnings, isThere: true }
  }
}

/** What was typed of a person with what follows from it, or the words for what is wrong. */
export async function readPerson(c: Context<Env>, asked: Given) {
  const read = await readPrivate(c, asked)
  const given = { ...asked, ...toldBy(read.idNumber, asked) }
  await requireSound(c, given)
  return { given, read }
}

/** Of somebody who was entered under this id before; an id that is taken elsewhere is refused. */
async function knownRevision(c: Context<Env>, id: string): Promise<number | undefined> {
  const own = await findTalent(c.var.db, c.var.scope, id)
  if (own && own.erasedAt === null) return own.revision
  if (own || (await findTalent(c.var.db, { countyCode: c.var.countyCode }, id))) throw idTaken()
  return undefined
}

/** Birth and sex that a sound identity number says, where nobody said them. */
function toldBy(idNumber: string | null, { bornOn, sex }: Given) {
  if (idNumber === null || identityFault(idNumber) !== null) return {}
  return {
    ...((bornOn ?? null) === null && { bornOn: identityBirth(idNumber) }),
    ...((sex ?? null) === null && { sex: identitySex(idNumber) }),
  }
}

async function requireSound(c: Context<Env>, given: Given): Promise<void> {
  const faults = [...faultsOf(given, null, c.var.today()), ...(await basisFaults(c, given))]
  if (faults.length > 0) throw invalid(faults)
  if (given.reason !== undefined) requireImpersonal(given.reason, given.name)
}

/** Consent is recorded by an office, by a notice that there is. */
async function basisFaults(c: Context<Env>, given: Given): Promise<ProblemError[]> {
  if (given.basis === 'duty') return []
  if (!mayRole(c.var.session.account.role, 'consent.record')) return [NO_CONSENT]
  const scope = { countyCode: c.var.countyCode }
  const version = given.noticeVersion
  return version !== undefined && (await findNotice(c.var.db, scope, version)) ? [] : [NO_NOTICE]
}

async function readPrivate(c: Context<Env>, { idNumber, phone, ...given }: Given) {
  requirePrivate(c, idNumber ?? phone)
  const known = { bornOn: given.bornOn ?? null, sex: given.sex ?? null }
  const number =
    idNumber === undefined ? null : await readIdentity(c, idNumber, known, '#/idNumber')
  return {
    idNumber: number?.value ?? null,
    phone: phone === undefined ? null : readPhone(phone, '#/phone'),
    warnings: number?.warnings ?? [],
  }
}

function requirePrivate(c: Context<Env>, value: string | undefined): void {
  const { role } = c.var.session.account
  if (value !== undefined && !mayRole(role, 'private.write')) throw invalid([NO_PRIVATE])
}

function insertPerson(c: Context<Env>, id: string, given: Given, read: Private): Promise<number> {
  return changing(c, (transaction, tell) =>
    storePerson(c, transaction, { id, given, read, channel: 'paper' }, tell),
  )
}

type Entering = { id: string; given: Given; read: Private; channel: ConsentTable['channel'] }

/** A person whom `readPerson` found sound, in the caller's transaction; answers the revision. */
export async function storePerson(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { id, given, read, channel }: Entering,
  tell: (told: Told) => void,
): Promise<number> {
  const { scope } = c.var
  await insertTalents(transaction, scope, [await rowOf(c, transaction, id, given)])
  await putSources(transaction, scope, id, [...new Set(given.sources)])
  await putTags(transaction, scope, new Map([[id, [...new Set(given.tags)]]]))
  await storeNumbers(c, transaction, id, read)
  const detail = { basis: given.basis, isNew: given.isNew }
  const { reason } = given
  tell({ action: 'talent.entered', subjects: [id], detail, ...(reason && { reason }) })
  const { noticeVersion } = given
  if (given.basis === 'consent' && noticeVersion !== undefined) {
    const signed = { act: 'given', channel, noticeVersion } as const
    tell(await storeConsent(c, transaction, id, signed))
  }
  const updatedAt = c.var.clock().toISOString()
  await updateTalent(transaction, scope, id, { updatedAt })
  return (await findTalent(transaction, scope, id))!.revision
}

async function storeNumbers(
  c: Context<Env>,
  transaction: Transaction<Database>,
  talentId: string,
  { idNumber, phone }: Private,
): Promise<void> {
  const { keyring, scope } = c.var
  const store = (field: 'id-number' | 'phone', value: string | null) =>
    value !== null && storePrivate(transaction, keyring, scope, { talentId, field, value })
  await store('id-number', idNumber)
  await store('phone', phone)
}

async function rowOf(
  c: Context<Env>,
  transaction: Transaction<Database>,
  id: string,
  given: Given,
): Promise<TalentTable> {
  const { id: _, basis, noticeVersion, idNumber: __, phone: ___, isNew: ____, ...rest } = given
  const { reason: _____, sources: ______, tags: _______, ...facts } = rest
  const columns = await columnsOf(transaction, c.var.scope, facts, null)
  const at = c.var.clock().toISOString()
  return {
    ...BLANK_FACTS,
    ...NEW_RECORD,
    ...{ countyCode: c.var.countyCode, id, status: 'registered', ...pinyinOf(given.name) },
    ...(columns as TalentTable),
    // A consent that is recorded with its paper sets the basis itself.
    ...{ basis: basis === 'duty' ? basis : null, noticeVersion: noticeVersion ?? null },
    ...{ keepUntil: keptUntil(c.var.today()), createdAt: at, updatedAt: at },
  }
}

function idTaken(): Problem {
  return new Problem('conflict', {
    zh: '这个编号已用于另一份记录，请重新打开登记页面后再提交。',
    en: 'This id belongs to another record: open the form anew and send it again.',
  })
}

const NO_PRIVATE = {
  pointer: '#/idNumber',
  detail: {
    zh: '本账号不登记身份证号和电话，请留空，由乡镇（街道）组织办公室补录。',
    en: 'Your account records no identity or telephone number: leave them out; the township adds them.',
  },
}
const NO_CONSENT = {
  pointer: '#/basis',
  detail: {
    zh: '书面同意由乡镇（街道）或县级组织部门登记；村级账号请选择“法定职责”。',
    en: 'A consent on paper is recorded by the township or the county: choose the statutory duty.',
  },
}
const NO_NOTICE = {
  pointer: '#/noticeVersion',
  detail: {
    zh: '以本人同意为依据时，请填写本人签字时所见告知书的版本号，须为已有版本。',
    en: 'Where consent is the basis, give the version of the notice that was signed; it must exist.',
  },
}
