import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Application } from '../../db/applications.ts'
import { listPrivateFields } from '../../db/private-fields.ts'
import type { Database, PrivateField } from '../../db/schema.ts'
import { findTalent } from '../../db/talents.ts'
import { recordMiss, type Told } from '../auditing.ts'
import { GIVEN, storeConsent } from '../consents.ts'
import type { Env } from '../context.ts'
import { keepOld } from '../portrait/changes.ts'
import { readPerson, storePerson } from '../portrait/entering.ts'
import { mask, storePrivate } from '../private-values.ts'
import { Problem } from '../problem.ts'
import { NewPerson } from '../shapes/portrait-input.ts'
import type { Typed } from './sealed.ts'
import { personOfNumber } from './viewing.ts'

type Given = { row: Application; typed: Typed }
/** Stores the person in the transaction of the acceptance and answers who it is. */
type Store = (transaction: Transaction<Database>, tell: (told: Told) => void) => Promise<string>

/** Somebody whom the pool does not have, with the consent that was given on the page. */
export async function newPerson(c: Context<Env>, { row, typed }: Given): Promise<Store> {
  const known = await personOfNumber(c, typed.idNumber)
  if (known) throw alreadyInPool(known)
  const sound = await readPerson(c, personOf(row, typed))
  return async (transaction, tell) => {
    const id = newId()
    await storePerson(c, transaction, { id, ...sound, channel: 'self' }, tell)
    return id
  }
}

function personOf({ villageCode, noticeVersion }: Application, typed: Typed) {
  const { posts: _, reason: __, education, educationKind, ...facts } = typed
  return NewPerson.parse({
    ...{ ...facts, homeVillage: villageCode, channel: 'self', basis: 'consent', noticeVersion },
    [educationKind === 'full-time' ? 'fullTimeEducation' : 'inServiceEducation']: education,
    // The clerk has seen whoever looks the same.
    isNew: true,
  })
}

/** Somebody of the pool: of this number, or of none yet and within the reach of the clerk who checked. */
export async function knownPerson(
  c: Context<Env>,
  { row: { noticeVersion }, typed }: Given,
  id: string,
): Promise<Store> {
  const isOfNumber = (await personOfNumber(c, typed.idNumber))?.id === id
  const lacking = isOfNumber ? [] : await lackingOf(c, typed, id)
  const scope = { countyCode: c.var.countyCode }
  return async (transaction, tell) => {
    if (lacking.length > 0) {
      const kept = lacking.map(({ field, value }) => ({ field, before: null, after: mask(value) }))
      await keepOld(c, transaction, id, kept)
      for (const one of lacking)
        await storePrivate(transaction, c.var.keyring, scope, { talentId: id, ...one })
      const detail = { fields: lacking.map(({ field }) => field) }
      tell({ action: 'private.changed', subjects: [id], detail })
    }
    tell(await storeConsent(c, transaction, id, { ...GIVEN, noticeVersion }))
    return id
  }
}

/** Numbers that the record has not and the application has; another number is another person. */
async function lackingOf(c: Context<Env>, typed: Typed, id: string) {
  const { db, scope } = c.var
  const talent = await findTalent(db, scope, id)
  if (!talent || talent.erasedAt !== null) {
    await recordMiss(c, 'portrait.missed', id)
    throw new Problem('not-found', NO_PERSON)
  }
  const other = await personOfNumber(c, typed.idNumber)
  if (other) throw alreadyInPool(other)
  const fields = (await listPrivateFields(db, scope, id)).map(({ field }) => field)
  if (fields.includes('id-number')) throw new Problem('conflict', OTHER_NUMBER)
  const all: { field: PrivateField; value: string }[] = [
    { field: 'id-number', value: typed.idNumber },
    { field: 'phone', value: typed.phone },
  ]
  return all.filter(({ field }) => !fields.includes(field))
}

function alreadyInPool({ name, homeVillage }: { name: string; homeVillage: { name: string } }) {
  return new Problem('duplicate-person', {
    zh: `此身份证号已在库：${name}（${homeVillage.name}）。请改选“关联库中人员”。`,
    en: `The pool has this identity number: ${name} (${homeVillage.name}). Link the application to that person.`,
  })
}

const NO_PERSON = {
  zh: '没有这位库中人员，或不在您的范围。请在页面列出的人员中选择。',
  en: 'The pool has no such person, or not in your scope. Choose among those on the page.',
}
const OTHER_NUMBER = {
  zh: '所选人员登记的是另一个身份证号，不是同一人。请核对后重新选择，或按新人登记。',
  en: 'The person on record has another identity number and is somebody else. Choose again, or enter a new person.',
}
