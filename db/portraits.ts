import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import { rowsAbout } from './rows-about.ts'
import type { TalentTable } from './schema.ts'
import { type Scope, talentsIn } from './scope.ts'
import { parsedTalent } from './talents.ts'
import { listIncumbentsAmong } from './terms.ts'

/** Which people: those who live in a township or are willing county-wide, or those of some ids. */
export type PortraitQuery = { reachOf?: string; ids?: readonly string[] }
export type Portrait = Awaited<ReturnType<typeof listPortraits>>[number]

export async function findPortrait(db: Db, scope: Scope, id: string) {
  return (await listPortraits(db, scope, { ids: [id] })).at(0)
}

/**
 * Everything known about many people in seven statements, however many they are; in order of id; nobody who was erased.
 * Incumbencies are those of the latest term, in any village. At most 10,000 ids at once.
 */
export async function listPortraits(db: Db, scope: Scope, query: PortraitQuery = {}) {
  const who = asked(scope, query)
  const people = await db.selectFrom('talents').selectAll().where(who).orderBy('id').execute()
  const factsOf = await gather(db, scope, who)
  return people.map((row) => ({ ...parsedTalent(row), ...factsOf(row.id) }))
}

export type Judged = Omit<Portrait, Exclude<keyof TalentTable, (typeof JUDGED)[number]>>

/**
 * The same of everybody, but for what nobody is judged by: a county's people are read at once, and their résumés would
 * take most of the memory.
 */
export async function listJudged(db: Db, scope: Scope, query: PortraitQuery = {}) {
  const who = asked(scope, query)
  const listed = JUDGED.map(
    (column) => sql`${sql.ref(`talents.${column}`)} as ${sql.raw(`"${column}"`)}`,
  )
  const statement = sql<Pick<Selectable<TalentTable>, (typeof JUDGED)[number]>>`
    select ${sql.join(listed)} from ${sql.table('talents')} where ${who}
    order by ${sql.ref('talents.id')}`
  // The plugin would rename the keys of each row anew.
  const { rows } = await db.withoutPlugins().executeQuery(statement.compile(db))
  const factsOf = await gather(db, scope, who)
  return rows.map(
    (row): Judged => ({
      ...row,
      qualifications: JSON.parse(row.qualifications) as string[],
      ...factsOf(row.id),
    }),
  )
}

const JUDGED = [
  'countyCode',
  'id',
  'name',
  'sex',
  'bornOn',
  'education',
  'isFullTimeEducation',
  'nationality',
  'partyStatus',
  'status',
  'occupation',
  'homeTownshipCode',
  'homeVillageCode',
  'consent',
  'willingness',
  'isFit',
  'qualifications',
  'hasOutstandingContribution',
  'experienceYears',
  'isNewSocialWorker',
] as const

/** The facts by person, each kind read once for all of them. */
async function gather(db: Db, scope: Scope, who: RawBuilder<SqlBool>) {
  const { countyCode } = scope
  const about = { db, countyCode, who }
  const sources = await rowsAbout(about, 'talentSources', ['source'])
  const skills = await rowsAbout(about, 'talentSkills', ['skillId', 'level', 'standing'])
  const honours = await rowsAbout(about, 'honours', ['awardedOn', 'id', 'level', 'name'])
  const evidence = await rowsAbout(about, 'evidence', EVIDENCE)
  const consents = await rowsAbout(about, 'residenceConsents', ['villageCode'])
  const held = await listIncumbentsAmong(db, { countyCode }, who)
  const posts = Map.groupBy(held, (row) => row.talentId)
  return (id: string) => ({
    sources: (sources.get(id) ?? []).map(({ source }) => source),
    skills: skills.get(id) ?? [],
    honours: honours.get(id) ?? [],
    evidence: evidence.get(id) ?? [],
    consentedVillages: (consents.get(id) ?? []).map(({ villageCode }) => villageCode),
    incumbencies: posts.get(id) ?? [],
  })
}

const EVIDENCE = [
  'datedOn',
  'id',
  'criterion',
  'value',
  'strength',
  'standing',
  'source',
  'note',
  'document',
  'entryKind',
] as const

function asked(scope: Scope, { reachOf, ids }: PortraitQuery): RawBuilder<SqlBool> {
  const conditions = [talentsIn(scope), sql<SqlBool>`${sql.ref('talents.erasedAt')} is null`]
  if (reachOf !== undefined)
    conditions.push(
      sql`(${sql.ref('talents.homeTownshipCode')} = ${reachOf} or ${sql.ref('talents.willingness')} = 'county')`,
    )
  if (ids !== undefined)
    conditions.push(
      ids.length === 0 ? sql`1 = 0` : sql`${sql.ref('talents.id')} in (${sql.join(ids)})`,
    )
  return sql`(${sql.join(conditions, sql` and `)})`
}
