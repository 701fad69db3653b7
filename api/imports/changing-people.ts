import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { insertConsent } from '../../db/consents.ts'
import { insertImportChanges } from '../../db/import-changes.ts'
import { changePerson, type KnownPerson, replaceOfPerson } from '../../db/import-people.ts'
import { insertRows } from '../../db/insert.ts'
import type { Database } from '../../db/schema.ts'
import { mask, placeOf, storePrivate } from '../private-values.ts'
import type { Context } from '../roster/types.ts'
import { named, type PersonBefore } from './before.ts'
import type { PersonChange } from './difference.ts'
import type { Job } from './job.ts'
import { consentRow } from './new-people.ts'
import { textChanges } from './rows-shown.ts'
import { sealBefore } from './sealed.ts'
import type { SkillWords } from './words-of-skills.ts'

type How = {
  change: PersonChange
  words: SkillWords
  context: Context
  noticeVersion: number | null
}

/** Changes somebody who is known, keeping what was there before; `followTalents` comes after. */
export async function changeKnown(
  job: Job,
  transaction: Transaction<Database>,
  person: KnownPerson,
  { change: given, words, context, noticeVersion }: How,
): Promise<void> {
  const { countyCode, sealing, id: importId } = job
  const scope = { countyCode }
  const change = withIds(given, words)
  const numbers = await changeNumbers(job, transaction, person, change)
  await changeLists(countyCode, transaction, person.id, change)
  const facts = Object.entries(change.facts).map(([column, { after }]) => [column, after])
  const columns = Object.fromEntries(facts) as Partial<Database['talents']>
  const name = columns.name === undefined ? {} : named(columns.name)
  const consent = await signConsent(job, transaction, person.id, { change, noticeVersion })
  const notice = consent === null ? {} : { noticeVersion }
  const all = { ...columns, ...name, ...notice, updatedAt: job.now() }
  const revision = await changePerson(transaction, job.scope, person.id, all)
  if (revision === undefined) throw new Error('somebody went out of reach while an import wrote')
  const history = await tellHistory(job, transaction, person, { change, numbers, context, words })
  const { private: _, ...rest } = change
  const before: PersonBefore = {
    ...{ change: rest, private: numbers, history },
    consent: consent === null ? null : { id: consent, noticeVersion: person.noticeVersion },
  }
  const sealed = sealBefore(sealing, person.id, before)
  const act = { subject: person.id, act: 'updated', before: sealed, revision } as const
  await insertImportChanges(transaction, scope, importId, [act])
}

function withIds(change: PersonChange, words: SkillWords): PersonChange {
  if (!change.skills) return change
  const after = change.skills.after.map((row) => ({ ...row, skillId: words.idOf(row.skillId) }))
  return { ...change, skills: { ...change.skills, after } }
}

async function changeNumbers(
  { keyring, countyCode }: Job,
  transaction: Transaction<Database>,
  { id: talentId, private: known }: KnownPerson,
  change: PersonChange,
): Promise<PersonBefore['private']> {
  const scope = { countyCode }
  const numbers: PersonBefore['private'] = []
  for (const { field, after } of change.private) {
    const cipher = known.find((it) => it.field === field)?.cipher
    const place = placeOf(scope, talentId, field)
    const before = cipher === undefined ? null : keyring.decrypt(cipher, place)
    await storePrivate(transaction, keyring, scope, { talentId, field, value: after })
    numbers.push({ field, before, after })
  }
  return numbers
}

async function changeLists(
  countyCode: string,
  transaction: Transaction<Database>,
  talentId: string,
  { sources, tags, skills }: PersonChange,
): Promise<void> {
  const scope = { countyCode }
  const own = { countyCode, talentId }
  const put = [transaction, scope] as const
  if (sources) {
    const rows = sources.after.map((source) => ({ ...own, source }))
    await replaceOfPerson(...put, 'talentSources', talentId, rows)
  }
  if (tags) {
    const rows = tags.after.map((tag) => ({ ...own, tag }))
    await replaceOfPerson(...put, 'talentTags', talentId, rows)
  }
  if (skills) {
    const rows = skills.after.map((row) => ({ ...own, ...row }))
    await replaceOfPerson(...put, 'talentSkills', talentId, rows)
  }
}

/** Id of the consent that the list tells of. */
async function signConsent(
  { countyCode, row, now }: Job,
  transaction: Transaction<Database>,
  talentId: string,
  { change, noticeVersion }: Pick<How, 'change' | 'noticeVersion'>,
): Promise<string | null> {
  if (!change.facts.consent) return null
  const signed = { countyCode, noticeVersion, at: now(), accountId: row.createdBy }
  const consent = consentRow(signed, talentId)
  await insertConsent(transaction, { countyCode }, consent)
  return consent.id
}

type Told = Omit<How, 'noticeVersion'> & { numbers: PersonBefore['private'] }

/** Old values stay in the history of the person, numbers masked. */
async function tellHistory(
  { countyCode, row, now }: Job,
  transaction: Transaction<Database>,
  { id: talentId }: KnownPerson,
  { change, numbers, context, words }: Told,
): Promise<string[]> {
  const skills = [...(change.skills?.before ?? []), ...(change.skills?.after ?? [])]
  const dictionary = skills.map(({ skillId: id }) => ({ id, zh: words.wordOf(id), en: '' }))
  const masked = new Map(numbers.map((it) => [fieldOf(it.field), mask(it.before)]))
  const at = now()
  const rows = textChanges(change, { context: { ...context, skills: dictionary } }).map(
    ({ field, before, after }) => ({
      ...{ countyCode, id: newId(), talentId, field, at, accountId: row.createdBy, after },
      before: masked.get(field) ?? before,
    }),
  )
  await insertRows(transaction, { countyCode }, 'talentHistory', rows)
  return rows.map(({ id }) => id)
}

const fieldOf = (field: string) => (field === 'phone' ? 'phone' : 'idNumber')
