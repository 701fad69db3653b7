import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { removeConsent } from '../../db/consents.ts'
import type { ImportAct } from '../../db/import-changes.ts'
import {
  changePerson,
  type KnownPerson,
  listKnownPeople,
  removeHistory,
  replaceOfPerson,
} from '../../db/import-people.ts'
import { listVillageStates, putVillageState, type VillageState } from '../../db/import-places.ts'
import { insertRows } from '../../db/insert.ts'
import { pinyinOf, syllablesOf } from '../../db/pinyin.ts'
import type { Database, PrivateField } from '../../db/schema.ts'
import { storePrivate } from '../private-values.ts'
import type { PersonChange, SkillRow } from './difference.ts'
import type { Job } from './job.ts'
import { textChanges } from './rows-shown.ts'
import { openBefore } from './sealed.ts'

/** What was done to somebody, with what was there before, so that it can be put back. */
export type PersonBefore = {
  change: Omit<PersonChange, 'private'>
  private: { field: PrivateField; before: string | null; after: string }[]
  /** Rows of the history that tell of it. */
  history: string[]
  /** The consent that the list told of, and which notice was known before. */
  consent: { id: string; noticeVersion: number | null } | null
}
export type VillageBefore = { before: VillageState; after: VillageState }

export const VILLAGE = 'village:'

type Own = Pick<Job, 'db' | 'countyCode' | 'keyring' | 'scope' | 'sealing' | 'row' | 'now'>

/**
 * Puts one person or village back as it was; false when it is not as the import left it. `written` takes back what nobody
 * was told of, value by value; `done` is a change of its own, which the history keeps. `followTalents` comes after.
 */
export async function putBack(
  own: Own,
  transaction: Transaction<Database>,
  { subject, before }: ImportAct,
  how: 'written' | 'done',
): Promise<boolean> {
  if (before === null) return false
  if (subject.startsWith(VILLAGE))
    return putVillageBack(own, transaction, openBefore<VillageBefore>(own.sealing, subject, before))
  const kept = openBefore<PersonBefore>(own.sealing, subject, before)
  const scope = { countyCode: own.countyCode }
  const [person] = await listKnownPeople(transaction, scope, [subject])
  if (!person) return false
  await putPersonBack(own, transaction, person, kept)
  if (kept.consent) await removeConsent(transaction, scope, kept.consent.id)
  if (how === 'written') await removeHistory(transaction, scope, kept.history)
  else await tellHistory(own, transaction, subject, kept)
  return true
}

async function putVillageBack(
  { countyCode }: Own,
  transaction: Transaction<Database>,
  { before, after }: VillageBefore,
): Promise<boolean> {
  const scope = { countyCode }
  const [current] = await listVillageStates(transaction, scope, [after.village.code])
  if (JSON.stringify(current) !== JSON.stringify(after)) return false
  await putVillageState(transaction, scope, before)
  return true
}

async function putPersonBack(
  { countyCode, keyring, now }: Own,
  transaction: Transaction<Database>,
  person: KnownPerson,
  { change, private: numbers, consent }: PersonBefore,
): Promise<void> {
  const scope = { countyCode }
  const facts = Object.entries(change.facts)
    .filter(([column, { after }]) => person[column as keyof KnownPerson] === after)
    .map(([column, { before }]) => [column, before])
  const { sources, tags, skills } = change
  const own = { countyCode, talentId: person.id }
  if (sources && sameList(person.sources, sources.after))
    await replaceOfPerson(
      ...([transaction, scope, 'talentSources', person.id] as const),
      sources.before.map((source) => ({ ...own, source })),
    )
  if (tags && sameList(person.tags, tags.after))
    await replaceOfPerson(
      ...([transaction, scope, 'talentTags', person.id] as const),
      tags.before.map((tag) => ({ ...own, tag })),
    )
  if (skills && sameList(idsOf(person.skills), idsOf(skills.after)))
    await replaceOfPerson(
      ...([transaction, scope, 'talentSkills', person.id] as const),
      skills.before.map((row) => ({ ...own, ...row })),
    )
  for (const { field, before, after } of numbers) {
    const digest = person.private.find((it) => it.field === field)?.digest
    if (digest !== keyring.digest(field, after)) continue
    await storePrivate(transaction, keyring, scope, { talentId: person.id, field, value: before })
  }
  const columns = Object.fromEntries(facts) as Partial<Database['talents']>
  const name = columns.name === undefined ? {} : named(columns.name)
  const notice = consent ? { noticeVersion: consent.noticeVersion } : {}
  const all = { ...columns, ...name, ...notice, updatedAt: now() }
  await changePerson(transaction, scope, person.id, all)
}

export const named = (name: string) => ({ ...pinyinOf(name), syllables: syllablesOf(name) })

async function tellHistory(
  { countyCode, row, now }: Own,
  transaction: Transaction<Database>,
  talentId: string,
  { change, private: numbers }: PersonBefore,
): Promise<void> {
  const turned = numbers.map(({ field, after }) => ({ field, after }))
  const texts = textChanges({ ...change, private: turned }, { context: { skills: [] } as never })
  const at = now()
  await insertRows(
    transaction,
    { countyCode },
    'talentHistory',
    texts.map(({ field, before, after }) => ({
      ...{ countyCode, id: newId(), talentId, field, at, accountId: row.createdBy },
      ...{ before: after, after: before },
    })),
  )
}

const idsOf = (skills: readonly SkillRow[]) => skills.map(({ skillId }) => skillId)

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join('\n') === b.toSorted().join('\n')
}
