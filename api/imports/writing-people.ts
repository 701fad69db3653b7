import type { Transaction } from 'kysely'
import { hastily } from '../../db/engine.ts'
import { type ImportAct, insertImportChanges } from '../../db/import-changes.ts'
import { holdCounty, insertPeople, listKnownPeople } from '../../db/import-people.ts'
import { listVillageStates, type VillageState } from '../../db/import-places.ts'
import { pageOfImportRows } from '../../db/import-rows.ts'
import { followTalents, lastSearchRow } from '../../db/pool.ts'
import type { Database } from '../../db/schema.ts'
import type { IncumbentValues } from '../roster/types.ts'
import { createPace } from './batches.ts'
import { changeKnown } from './changing-people.ts'
import { differenceOf } from './difference.ts'
import type { Job } from './job.ts'
import { rowsOfNew } from './new-people.ts'
import { openRow } from './sealed.ts'
import type { Setup } from './setup.ts'
import { understoodOf } from './understanding.ts'
import { newTerm } from './villages.ts'
import { createSkillWords, type SkillWords } from './words-of-skills.ts'
import { putVillages } from './writing-villages.ts'

export type Office = { talentId: string; values: IncumbentValues }
type Row = { values: IncumbentValues; talentId: string | null; state: string }
type Writing = { job: Job; setup: Setup; words: SkillWords }

/** Writes people in batches, each a transaction of its own; the offices that they hold are for the last step. */
export async function writePeople(job: Job, setup: Setup): Promise<Office[]> {
  const { db, scope, id, signal, sealing, row } = job
  const isOffices = setup.kind === 'incumbents'
  const states = isOffices ? EVERYBODY : CHANGED
  const writing = { job, setup, words: createSkillWords(job, setup.context) }
  const of = sum(row.counts as Record<string, number>, states)
  const offices: Office[] = []
  const pace = createPace(50)
  for (let after: number | undefined, done = 0; ; ) {
    signal.throwIfAborted()
    const startedAt = performance.now()
    const page = await pageOfImportRows(db, scope, id, { states, after, limit: pace.size() })
    if (page.length === 0) return offices
    const rows = page.map((stored): Row => {
      const values = understoodOf(setup, openRow(sealing, stored)).values as IncumbentValues
      return { values, talentId: stored.talentId, state: stored.state }
    })
    const written = await hastily(db, (it) => writeBatch(writing, it, rows))
    if (isOffices) offices.push(...written)
    after = page.at(-1)!.line
    done += page.length
    await job.progress('writing', done, of)
    await pace.after(startedAt)
  }
}

/** Terms and offices of the villages that the list names; a post that it names has the people of the list alone. */
export async function putOffices(
  job: Job,
  transaction: Transaction<Database>,
  offices: readonly Office[],
): Promise<void> {
  const placed = Map.groupBy(
    offices.filter(({ values }) => villageOf(values) !== undefined && values.posts?.length),
    ({ values }) => villageOf(values)!,
  )
  const scope = { countyCode: job.countyCode }
  const states = await listVillageStates(transaction, scope, [...placed.keys()])
  const pairs = states.map((before) => ({
    before,
    after: officesAfter(before, placed.get(before.village.code)!),
  }))
  const changed = pairs.filter((it) => JSON.stringify(it.before) !== JSON.stringify(it.after))
  await putVillages(job, transaction, changed)
}

const CHANGED = ['new', 'update', 'merge'] as const
const EVERYBODY = ['new', 'update', 'merge', 'same', 'skip'] as const

function sum(counts: Record<string, number>, states: readonly string[]): number {
  return states.reduce((all, state) => all + (counts[state] ?? 0), 0)
}

async function writeBatch(
  writing: Writing,
  transaction: Transaction<Database>,
  rows: readonly Row[],
): Promise<Office[]> {
  const { job, words } = writing
  const scope = { countyCode: job.countyCode }
  await holdCounty(transaction, scope)
  const typed = rows.flatMap(({ values }) => values.skills ?? [])
  await words.add(
    transaction,
    typed.flatMap((skill) => ('word' in skill ? skill.word : [])),
  )
  const entered = await enterNew(
    writing,
    transaction,
    rows.filter(({ state }) => state === 'new'),
  )
  const known = rows.filter(({ state }) => state === 'update' || state === 'merge')
  await changeRows(writing, transaction, known)
  const others = rows.flatMap(({ talentId, values }) => (talentId ? [{ talentId, values }] : []))
  return [...entered, ...others]
}

async function enterNew(
  { job, setup, words }: Writing,
  transaction: Transaction<Database>,
  rows: readonly Row[],
): Promise<Office[]> {
  if (rows.length === 0) return []
  const { countyCode, id: importId, keyring } = job
  const scope = { countyCode }
  const { skillOf, townshipOf } = setup.ways
  const given = {
    ...{ countyCode, importId, keyring, at: job.now(), townshipOf, wordOf: words.wordOf },
    noticeVersion: setup.noticeVersion,
    accountId: job.row.createdBy,
    skillOf: (skill: Parameters<typeof skillOf>[0]) => words.idOf(skillOf(skill)),
  }
  const people = rows.map(({ values }) => withOffice(setup, values))
  const last = await lastSearchRow(transaction, scope)
  const { rows: inserted, texts } = rowsOfNew(given, people, last)
  await insertPeople(transaction, scope, inserted, texts)
  const acts = inserted.talents.map(
    ({ id, revision }): ImportAct => ({ subject: id, act: 'created', before: null, revision }),
  )
  await insertImportChanges(transaction, scope, importId, acts)
  return inserted.talents.map(({ id }, at) => ({ talentId: id, values: people[at]! }))
}

async function changeRows(
  { job, setup, words }: Writing,
  transaction: Transaction<Database>,
  rows: readonly Row[],
): Promise<void> {
  const scope = { countyCode: job.countyCode }
  const ids = rows.flatMap(({ talentId }) => talentId ?? [])
  const people = await listKnownPeople(transaction, job.scope, ids)
  const byId = new Map(people.map((person) => [person.id, person]))
  const changed: string[] = []
  for (const { values, talentId } of rows) {
    const person = byId.get(talentId ?? '')
    const change = person && differenceOf(withOffice(setup, values), person, setup.ways)
    if (!person || !change) continue
    const { context, noticeVersion } = setup
    await changeKnown(job, transaction, person, { change, words, context, noticeVersion })
    changed.push(person.id)
  }
  await followTalents(transaction, scope, changed)
}

function withOffice({ kind }: Setup, values: IncumbentValues): IncumbentValues {
  if (kind !== 'incumbents') return values
  const homeVillageCode = values.homeVillageCode ?? values.villageCode
  const home = homeVillageCode === undefined ? {} : { homeVillageCode }
  return { ...values, status: values.status ?? 'appointed', ...home }
}

const villageOf = (values: IncumbentValues) => values.villageCode ?? values.homeVillageCode

function officesAfter(before: VillageState, offices: readonly Office[]): VillageState {
  const { village } = before
  const named = offices.find(({ values }) => values.termStartedOn !== undefined)?.values
  const earliest = offices.flatMap(({ values }) => values.tookOfficeOn ?? []).sort()[0]
  const startedOn = named?.termStartedOn ?? before.terms[0]?.startedOn ?? earliest
  if (startedOn === undefined) return before
  const known = before.terms.find((term) => term.startedOn === startedOn)
  const endsOn = named?.termEndsOn
  const term = { ...(known ?? newTerm(village.code, startedOn)), ...(endsOn && { endsOn }) }
  const terms = [...before.terms.filter((it) => it !== known), term]
  const posts = new Set(offices.flatMap(({ values }) => values.posts ?? []))
  const kept = before.incumbents.filter((it) => it.termId !== term.id || !posts.has(it.post))
  const held = offices.flatMap(({ talentId, values }) =>
    (values.posts ?? []).map((post) => {
      const old = before.incumbents.find(
        (it) => it.termId === term.id && it.post === post && it.talentId === talentId,
      )
      const tookOfficeOn = values.tookOfficeOn ?? old?.tookOfficeOn ?? startedOn
      return { termId: term.id, post, talentId, tookOfficeOn }
    }),
  )
  return {
    ...before,
    terms: terms.sort((a, b) => b.startedOn.localeCompare(a.startedOn)),
    incumbents: [...kept, ...held].sort((a, b) => keyOf(a).localeCompare(keyOf(b))),
  }
}

const keyOf = ({ termId, post, talentId }: VillageState['incumbents'][number]) =>
  `${termId} ${post} ${talentId}`
