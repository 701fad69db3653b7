import { type RawBuilder, sql } from 'kysely'
import type { Db } from './connect.ts'
import type { TalentTable } from './schema.ts'
import { type Scope, talentsIn } from './scope.ts'

export type HoursAsked = {
  /** First and last day. */
  from: string
  to: string
  /** Whose duty it is; others are listed once they have hours. */
  owing: readonly TalentTable['status'][]
  /** Hours that are owed. */
  duty: number
  township?: string | undefined
  /** Part of the name. */
  q?: string | undefined
  isShort?: boolean | undefined
  after?: string | undefined
  limit?: number | undefined
}

/** Hours that people attended: who owes some first, by pinyin; what was cancelled counts for nothing. */
export async function listTrainingHours(db: Db, scope: Scope, asked: HoursAsked) {
  const { after, limit } = asked
  const rows = await hoursOf(db, scope, asked)
    .select(['talents.id', 'name', 'pinyin', 'homeVillageCode', 'homeTownshipCode', 'status'])
    .select(sql<number>`coalesce(attended.hours, 0)`.as('hours'))
    .select(sql<number>`coalesce(attended.courses, 0)`.as('courses'))
    .select(rankIn(asked).as('rank'))
    .$if(after !== undefined, (it) => it.where(following(after!, rankIn(asked))))
    .orderBy(rankIn(asked))
    .orderBy('pinyin')
    .orderBy('talents.id')
    .$if(limit !== undefined, (it) => it.limit(limit! + 1))
    .execute()
  const page = limit === undefined ? rows : rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > page.length && last ? `${last.rank}~${last.pinyin}~${last.id}` : null
  const people = page.map(({ rank: _, ...row }) => ({
    ...row,
    hours: Number(row.hours),
    courses: Number(row.courses),
  }))
  return { people, next }
}

/** How many owe hours, how many of them are short, and all hours. */
export async function countTrainingHours(db: Db, scope: Scope, asked: HoursAsked) {
  const owes = sql`${sql.ref('talents.status')} in (${sql.join(asked.owing)})`
  const short = sql`coalesce(attended.hours, 0) < ${asked.duty}`
  const row = await hoursOf(db, scope, asked)
    .select([
      sql<number>`count(*)`.as('people'),
      sql<number>`count(case when ${owes} then 1 end)`.as('owing'),
      sql<number>`count(case when ${owes} and ${short} then 1 end)`.as('short'),
      sql<number>`coalesce(sum(attended.hours), 0)`.as('hours'),
    ])
    .executeTakeFirstOrThrow()
  const { people, owing, short: n, hours } = row
  return {
    people: Number(people),
    owing: Number(owing),
    short: Number(n),
    hours: Number(hours),
  }
}

function hoursOf(db: Db, scope: Scope, asked: HoursAsked) {
  const { township, q, isShort, duty, owing } = asked
  return db
    .selectFrom('talents')
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('courseAttendances as there')
          .innerJoin('courseSessions as part', (join) =>
            join
              .onRef('part.countyCode', '=', 'there.countyCode')
              .onRef('part.id', '=', 'there.courseSessionId'),
          )
          .innerJoin('courses', (join) =>
            join
              .onRef('courses.countyCode', '=', 'part.countyCode')
              .onRef('courses.id', '=', 'part.courseId'),
          )
          .select(['there.talentId', sql<number>`sum(part.hours)`.as('hours')])
          .select(sql<number>`count(distinct part.course_id)`.as('courses'))
          .where('there.countyCode', '=', scope.countyCode)
          .where('there.status', '=', 'present')
          .where('part.heldOn', '>=', asked.from)
          .where('part.heldOn', '<=', asked.to)
          .where('courses.state', '!=', 'cancelled')
          .groupBy('there.talentId')
          .as('attended'),
      (join) => join.onRef('attended.talentId', '=', 'talents.id'),
    )
    .where(talentsIn(scope))
    .where('talents.erasedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('talents.status', 'in', owing),
        ...(isShort ? [] : [sql<boolean>`attended.hours > 0`]),
      ]),
    )
    .$if(isShort === true, (it) => it.where(sql<boolean>`coalesce(attended.hours, 0) < ${duty}`))
    .$if(township !== undefined, (it) => it.where('talents.homeTownshipCode', '=', township!))
    .$if(q !== undefined, (it) => it.where('talents.name', 'like', `%${plainLike(q!)}%`))
}

/** Signs of `like` are no part of a name. */
const plainLike = (text: string) => text.replace(/[%_\\]/g, '')

/** Those who owe hours come first. */
const rankIn = ({ owing }: HoursAsked) =>
  sql<number>`case when ${sql.ref('talents.status')} in (${sql.join(owing)}) then 0 else 1 end`

function following(after: string, rank: RawBuilder<number>) {
  const [first = '', pinyin = '', id = ''] = after.split('~')
  return sql<boolean>`(${rank}, ${sql.ref('talents.pinyin')}, ${sql.ref('talents.id')}) > (${Number(first) || 0}, ${pinyin}, ${id})`
}
