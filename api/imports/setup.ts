import { findNotice } from '../../db/notices.ts'
import { listIncumbents, listTerms } from '../../db/terms.ts'
import type { Context, Mapping, RosterKind } from '../roster/types.ts'
import { contextOf } from './context.ts'
import type { Ways } from './difference.ts'
import type { Job } from './job.ts'
import { openReading } from './sealed.ts'
import type { Choices, Known, StoredReading } from './types.ts'

/** Everything by which the rows of an import are judged. */
export type Setup = {
  kind: RosterKind
  known: Known
  mapping: Mapping
  reading: StoredReading
  choices: Choices
  context: Context
  ways: Ways
  offices: Offices
  /** Of the notice in force. */
  noticeVersion: number | null
}
type Offices = {
  /** Beginning of the latest term of each village that has one. */
  terms: ReadonlyMap<string, string>
  /** `village post person` of everybody in office. */
  held: ReadonlySet<string>
}
type Given = Pick<Job, 'db' | 'countyCode' | 'keyring' | 'scope' | 'today' | 'row' | 'sealing'>

export async function setupOf(job: Given): Promise<Setup> {
  const { row, sealing } = job
  const reading = openReading(sealing, row.reading)!
  const choices = row.choices as Choices
  const { places, known, mapping } = choices
  const context = await contextOf(job, { columns: reading.columns, places })
  const { kind } = row
  const ways = waysOf(job, context, { kind, known })
  const offices = kind === 'incumbents' ? await officesOf(job) : NO_OFFICES
  const notice = await findNotice(job.db, { countyCode: job.countyCode })
  const noticeVersion = notice?.version ?? null
  return { kind, known, mapping, reading, choices, context, ways, offices, noticeVersion }
}

/** A word that no dictionary has, until it is written. */
export const WORD = 'word:'

function waysOf(
  { keyring }: Given,
  context: Context,
  { kind, known }: Pick<Ways, 'kind' | 'known'>,
): Ways {
  const skills = new Map(context.skills.map(({ id, zh }) => [zh, id]))
  const townships = new Map(context.villages.map((it) => [it.code, it.townshipCode]))
  return {
    kind,
    // What to skip is compared as what to change: who would stay the same is told apart.
    known: known === 'skip' ? 'update' : known,
    digest: (field, value) => keyring.digest(field, value),
    skillOf: (skill) =>
      'skill' in skill ? skill.skill : (skills.get(skill.word) ?? WORD + skill.word),
    townshipOf: (village) => townships.get(village),
  }
}

const NO_OFFICES: Offices = { terms: new Map(), held: new Set() }

async function officesOf({ db, countyCode }: Given): Promise<Offices> {
  const scope = { countyCode }
  const terms = await listTerms(db, scope)
  const held = await listIncumbents(db, scope)
  return {
    terms: new Map(terms.toReversed().map((it) => [it.villageCode, it.startedOn])),
    held: new Set(held.map((it) => officeKey(it.villageCode, it.post, it.talentId))),
  }
}

export const officeKey = (village: string, post: string, talent: string) =>
  `${village} ${post} ${talent}`
