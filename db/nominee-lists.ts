import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import type { NomineeTable } from './schema.ts'
import { nomineesIn, type Scope } from './scope.ts'

export const NOMINEE_TABS = ['open', 'mine', 'objection', 'expiring', 'late', 'ended'] as const
export type NomineeTab = (typeof NOMINEE_TABS)[number]

export type NomineeFilter = {
  roundId?: string | undefined
  stage?: string | undefined
  townshipCode?: string | undefined
  villageCode?: string | undefined
  post?: string | undefined
  /** Of the name as it is written, its pinyin or initials. */
  q?: string | undefined
  /** Whose turn makes a nominee one of `mine`. */
  level: NomineeTable['waitsFor']
  today: string
  /** Answers that end by then are `expiring`. */
  soon: string
}

export type ListedNominee = Omit<NomineeTable, 'countyCode' | 'posts'> & {
  posts: string[]
  name: string
}

/** A page of the queue: what is due first comes first, of those that ended the latest. */
export async function pageOfNominees(
  db: Db,
  scope: Scope,
  filter: NomineeFilter,
  { tab, offset, limit }: { tab: NomineeTab; offset: number; limit: number },
): Promise<ListedNominee[]> {
  const rows = await filtered(db, scope, filter)
    .innerJoin('talents', (join) =>
      join
        .onRef('talents.countyCode', '=', 'nominees.countyCode')
        .onRef('talents.id', '=', 'nominees.talentId'),
    )
    .selectAll('nominees')
    .select('talents.name')
    .where(conditionOf(tab, filter))
    .$call((query) =>
      tab === 'ended'
        ? query.orderBy('nominees.stageSince', 'desc').orderBy('nominees.id', 'desc')
        : query.orderBy('nominees.dueOn').orderBy('nominees.id'),
    )
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(({ countyCode: _, posts, ...row }) => ({
    ...row,
    posts: JSON.parse(posts) as string[],
  }))
}

/** How many nominees each tab would show. */
export async function countNominees(
  db: Db,
  scope: Scope,
  filter: NomineeFilter,
): Promise<Record<NomineeTab, number>> {
  const count = (tab: NomineeTab) => caseCount(conditionOf(tab, filter)).as(tab)
  const row = await filtered(db, scope, filter).select(NOMINEE_TABS.map(count)).executeTakeFirst()
  const counted = NOMINEE_TABS.map((tab) => [tab, Number(row?.[tab] ?? 0)])
  return Object.fromEntries(counted) as Record<NomineeTab, number>
}

/** How many nominees each round has, and how many of them are open. */
export async function countNomineesOfRounds(db: Db, scope: Scope) {
  const rows = await db
    .selectFrom('nominees')
    .select(({ fn }) => ['roundId', fn.countAll().as('all'), caseCount(isOpen()).as('open')])
    .where(nomineesIn(scope))
    .groupBy('roundId')
    .execute()
  return new Map(rows.map(({ roundId, all, open }) => [roundId, numbers({ all, open })]))
}

function filtered(db: Db, scope: Scope, filter: NomineeFilter) {
  const { roundId, stage, townshipCode, villageCode, post, q } = filter
  return db
    .selectFrom('nominees')
    .where(nomineesIn(scope))
    .$if(roundId !== undefined, (it) => it.where('nominees.roundId', '=', roundId!))
    .$if(stage !== undefined, (it) => it.where('nominees.stage', '=', stage!))
    .$if(townshipCode !== undefined, (it) => it.where('nominees.townshipCode', '=', townshipCode!))
    .$if(villageCode !== undefined, (it) => it.where('nominees.villageCode', '=', villageCode!))
    .$if(post !== undefined, (it) => it.where('nominees.posts', 'like', `%"${post}"%`))
    .$if(q !== undefined, (it) => it.where(isNamed(scope, q!)))
}

const NOBODY = sql` and 1 = 0`

const isOpen = () => sql<SqlBool>`${sql.ref('nominees.state')} = 'open'`

function conditionOf(tab: NomineeTab, { level, today, soon }: NomineeFilter): RawBuilder<SqlBool> {
  if (tab === 'ended') return sql`${sql.ref('nominees.state')} <> 'open'`
  // What departments answered is not told to villages.
  const isTold = level !== 'village'
  const more: Record<Exclude<NomineeTab, 'ended'>, RawBuilder<unknown>> = {
    open: sql``,
    mine: sql` and ${sql.ref('nominees.waitsFor')} = ${level}`,
    objection: isTold ? sql` and ${sql.ref('nominees.objections')} > 0` : NOBODY,
    expiring: isTold ? sql` and ${sql.ref('nominees.validUntil')} <= ${soon}` : NOBODY,
    late: sql` and ${sql.ref('nominees.dueOn')} < ${today}`,
  }
  return sql`(${isOpen()}${more[tab]})`
}

/** A part of the name as it is written, or the beginning of its pinyin or initials. */
function isNamed({ countyCode }: Scope, q: string): RawBuilder<SqlBool> {
  const written = q.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  const typed = `${written.toLowerCase().replace(/[\s']/g, '')}%`
  return sql`exists (select 1 from ${sql.table('talents')}
    where ${sql.ref('talents.countyCode')} = ${countyCode}
      and ${sql.ref('talents.id')} = ${sql.ref('nominees.talentId')}
      and (${sql.ref('talents.name')} like ${`%${written}%`} escape '\\'
        or ${sql.ref('talents.pinyin')} like ${typed} escape '\\'
        or ${sql.ref('talents.initials')} like ${typed} escape '\\'))`
}

export function caseCount(condition: RawBuilder<SqlBool>) {
  return sql<number>`count(case when ${condition} then 1 end)`
}

export function numbers<Key extends string>(counts: Record<Key, unknown>): Record<Key, number> {
  const entries = Object.entries(counts).map(([key, count]) => [key, Number(count)])
  return Object.fromEntries(entries) as Record<Key, number>
}
