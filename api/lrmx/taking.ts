import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import { listAppointmentForms, putAppointmentForm } from '../../db/appointment-forms.ts'
import { listRelativesOf } from '../../db/relatives.ts'
import type { Database } from '../../db/schema.ts'
import { findTalent, updateTalent } from '../../db/talents.ts'
import type { Words } from '../../matching/types.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { renameAccounts } from '../corrected.ts'
import { requireNobodyAlike } from '../portrait/alike.ts'
import { changeTalent, type Kept } from '../portrait/changes.ts'
import { faultsOf } from '../portrait/checks.ts'
import { differing, keptOf as keptFacts } from '../portrait/editing.ts'
import { readPerson, storePerson } from '../portrait/entering.ts'
import { columnsOf } from '../portrait/values.ts'
import { mask, readIdentity, revealedOf, storePrivate } from '../private-values.ts'
import { forgetCounty } from '../remembered.ts'
import type { FormTaking } from '../shapes/appointment-forms.ts'
import { invalid } from '../validate.ts'
import { FORM_FIELDS, type FormField } from './fields.ts'
import { keptOf, readField, textsOf } from './keeping.ts'
import { withPhotograph } from './photographs.ts'
import { type Form, type ReadForm, readForm } from './reading.ts'
import { sealForm } from './sealed.ts'
import { takeRelatives } from './taking-relatives.ts'
import type { Known, Taken } from './types.ts'

type Asked = z.infer<typeof FormTaking>
type NewOne = NonNullable<Asked['person']>
type Done = { id: string; revision: number; isEntered: boolean; warnings: Words[] }

/** Writes what was chosen of a form: of somebody in the pool, or of somebody who is entered by it. */
export async function takeForm(c: Context<Env>, asked: Asked): Promise<Done> {
  const { bytes, picture } = asked.file
  const read = await readForm({
    bytes: Buffer.from(bytes, 'base64'),
    picture: picture === undefined ? undefined : Buffer.from(picture, 'base64'),
  })
  if ('fault' in read) throw invalid([{ pointer: '#/file', detail: read.fault }])
  const { talent, person } = asked
  if ((talent === undefined) === (person === undefined)) throw invalid([WHO])
  return talent === undefined
    ? enterByForm(c, person!, { read, asked })
    : changeByForm(c, talent, { read, asked })
}

type Work = { read: ReadForm; asked: Asked }

async function changeByForm(c: Context<Env>, id: string, { read, asked }: Work): Promise<Done> {
  const { form } = read
  const act = { id, action: 'appointment-form.taken' }
  const number = await numberOf(c, id, { read, asked })
  const picture = asked.take.includes('photograph') ? read.picture : null
  const { revision } = await withPhotograph(c, id, picture, (addPhotograph) =>
    changeTalent(c, act, async (transaction, row) => {
      const facts = differing(factsOf(form, asked.take, row), row)
      const faults = faultsOf(facts, row, c.var.today())
      if (faults.length > 0) throw invalid(faults)
      const change = await columnsOf(transaction, c.var.scope, facts, row)
      const kept = [
        ...(await keptFacts(c, transaction, facts, row)),
        ...(await takeRelatives(c, transaction, { talentId: id, form, rows: asked.relatives })),
        ...(await putNumber(c, transaction, id, number)),
        ...(await addPhotograph(transaction)),
        ...(await putForm(
          c,
          transaction,
          { id, form, row: { ...row, ...change } as Known },
          asked,
        )),
      ]
      if (facts.name) await renameAccounts(c, transaction, id, facts.name)
      return { kept, change }
    }),
  )
  return { id, revision, isEntered: false, warnings: number?.warnings ?? [] }
}

async function enterByForm(c: Context<Env>, person: NewOne, work: Work): Promise<Done> {
  const known = await enteredBefore(c, person.id)
  if (known) return known
  const { read, asked } = work
  const { take } = asked
  const facts = factsOf(read.form, take, null)
  const { name } = facts
  if (name === undefined) throw invalid([NO_NAME])
  const idNumber = take.includes('idNumber') && read.idNumber !== '' ? read.idNumber : undefined
  const { given, read: numbers } = await readPerson(c, {
    ...{ ...facts, ...person, name },
    ...(idNumber !== undefined && { idNumber }),
  })
  if (!given.isNew) await requireNobodyAlike(c, given, numbers.idNumber)
  try {
    const revision = await storeEntered(c, work, { id: person.id, given, read: numbers })
    forgetCounty(c.var.db)
    return { id: person.id, revision, isEntered: true, warnings: numbers.warnings }
  } catch (error) {
    // The same request, sent twice at once: the other one was first.
    const other = await enteredBefore(c, person.id)
    if (!other) throw error
    return other
  }
}

async function enteredBefore(c: Context<Env>, id: string): Promise<Done | undefined> {
  const row = await findTalent(c.var.db, c.var.scope, id)
  if (!row || row.erasedAt !== null) return undefined
  return { id, revision: row.revision, isEntered: true, warnings: [] }
}

type Entering = { id: string } & Omit<Parameters<typeof storePerson>[2], 'id' | 'channel'>

function storeEntered(c: Context<Env>, { read, asked }: Work, entering: Entering): Promise<number> {
  const { id } = entering
  const { form } = read
  const picture = asked.take.includes('photograph') ? read.picture : null
  return withPhotograph(c, id, picture, (addPhotograph) =>
    changing(c, async (transaction, tell) => {
      await storePerson(c, transaction, { ...entering, channel: 'paper' }, tell)
      await takeRelatives(c, transaction, { talentId: id, form, rows: asked.relatives })
      await addPhotograph(transaction)
      const row = (await findTalent(transaction, c.var.scope, id))!
      await putForm(c, transaction, { id, form, row }, asked)
      const detail = { fields: asked.take, relatives: asked.relatives.length }
      tell({ action: 'appointment-form.taken', subjects: [id], detail })
      await updateTalent(transaction, c.var.scope, id, { updatedAt: c.var.clock().toISOString() })
      return (await findTalent(transaction, c.var.scope, id))!.revision
    }),
  )
}

/** Values of the chosen fields; one that cannot be read was not to be chosen. */
function factsOf(form: Form, take: Asked['take'], known: Known | null): Taken {
  const texts = textsOf(form)
  const values = take.filter(isField).map((field) => {
    const read = readField(field, texts)
    if (read && 'values' in read) return read.values
    throw invalid([{ pointer: '#/take', detail: read?.caution ?? NOTHING_THERE }])
  })
  const facts: Taken = Object.assign({}, ...values)
  // The form has one date for members and probationary ones.
  const isStill = facts.partyStatus === 'full' && known?.partyStatus === 'probationary'
  return { ...facts, ...(isStill && { partyStatus: 'probationary' }) }
}

function isField(one: Asked['take'][number]): one is FormField {
  return (FORM_FIELDS as readonly string[]).includes(one)
}

type Number = { value: string; before: string | null; warnings: Words[] }

async function numberOf(c: Context<Env>, id: string, { read, asked }: Work) {
  if (!asked.take.includes('idNumber')) return null
  const row = await findTalent(c.var.db, c.var.scope, id)
  if (!row) return null
  const facts = { ...row, ...factsOf(read.form, asked.take, row) }
  const known = { bornOn: facts.bornOn ?? null, sex: facts.sex ?? null }
  const { value, warnings } = await readIdentity(c, read.idNumber, known, '#/take')
  return { value, warnings, before: await revealedOf(c, id, 'id-number') }
}

async function putNumber(
  c: Context<Env>,
  transaction: Transaction<Database>,
  talentId: string,
  number: Number | null,
): Promise<Kept[]> {
  if (!number || number.value === number.before) return []
  const { keyring, scope } = c.var
  const { value, before } = number
  await storePrivate(transaction, keyring, scope, { talentId, field: 'id-number', value })
  return [{ field: 'id-number', before: mask(before), after: mask(value) }]
}

/** What the form says beside the portrait as it is by now. */
async function putForm(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { id, form, row }: { id: string; form: Form; row: Known },
  { file }: Asked,
): Promise<Kept[]> {
  const { scope, keyring, countyCode, clock, session } = c.var
  const [before] = await listAppointmentForms(transaction, scope, [id])
  const relatives = await listRelativesOf(transaction, scope, id)
  const kept = keptOf(form, { row, relatives })
  const cipher = sealForm({ keyring, countyCode }, id, kept)
  const readAt = clock().toISOString()
  await putAppointmentForm(transaction, scope, {
    ...{ talentId: id, cipher, readAt, readBy: session.account.id },
  })
  const earlier = before ? before.readAt.slice(0, 10) : null
  return [{ field: 'appointmentForm', before: earlier, after: file.name }]
}

const WHO = {
  pointer: '#/talent',
  detail: {
    zh: '请选择库中的人，或填写新登记人员的信息，二者只取其一。',
    en: 'Name a person of the pool or somebody to be entered: one of the two.',
  },
}
const NO_NAME = {
  pointer: '#/take',
  detail: {
    zh: '新登记人员须采用审批表中的姓名；文件里没有姓名的，请先补填。',
    en: 'Somebody who is entered needs the name of the form.',
  },
}
const NOTHING_THERE = {
  zh: '审批表中没有填写这一项，请重新读取文件后再选。',
  en: 'The form leaves this open: read the file again and choose anew.',
}
