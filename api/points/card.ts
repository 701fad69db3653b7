import type { Context } from 'hono'
import type { z } from 'zod'
import { listQuarterEntries } from '../../db/check-board.ts'
import { type Entry, INDICATORS, pointsOf, totalPoints, type Words } from '../../matching/index.ts'
import { daysOf } from '../checks/period.ts'
import type { Env } from '../context.ts'
import { entriesByTalent } from '../cultivation/entries.ts'
import { policyInForce } from '../people-by-id.ts'
import type { PointsCard } from '../shapes/checks.ts'
import { talentOf } from '../talents.ts'

type Card = z.infer<typeof PointsCard>

/** The growth card of one person: every point with the entry that it comes from. */
export async function cardOf(c: Context<Env>, talentId: string, quarter: string): Promise<Card> {
  const row = await talentOf(c, talentId)
  const { cultivation: scheme } = await policyInForce(c)
  const who = { talentIds: [row.id] }
  const asked = { who, quarter, ...daysOf(quarter), isNamed: true } as const
  const rows = await listQuarterEntries(c.var.db, c.var.scope, asked)
  const entries = entriesByTalent(rows).get(row.id) ?? []
  const card = pointsOf(entries, scheme, { quarter, today: c.var.today() })
  return {
    ...{ quarter, talent: { id: row.id, name: row.name } },
    points: entries.length === 0 ? null : totalPoints(card),
    lines: card.map(({ indicator, times, points, from }) => ({
      ...{ indicator, times, points, words: wordsOf(indicator) },
      each: scheme.points[indicator].points,
      isCapped: Math.abs(points) < Math.abs(scheme.points[indicator].points * times),
      from: from.map((cause) => ({ ...cause, words: causeWords(entries, cause) })),
    })),
  }
}

type Cause = { kind: Entry['kind']; id: string }

/** What the entry was, so that a point can be looked up. */
function causeWords(entries: readonly Entry[], { kind, id }: Cause): Words {
  const entry = entries.find(
    (one) => one.kind === kind && (one.kind === 'attendance' ? one.month : one.id) === id,
  )
  if (entry?.kind === 'item') return { zh: entry.aim, en: entry.aim }
  if (entry?.kind === 'training') return { zh: entry.name, en: entry.name }
  if (entry?.kind === 'session') return minutesOf(entry.minutes)
  return KIND[kind]
}

const minutesOf = (minutes: number): Words => ({
  zh: `导师帮带 ${minutes} 分钟`,
  en: `Meeting with the mentor, ${minutes} minutes`,
})

const KIND: Record<Entry['kind'], Words> = {
  session: { zh: '导师帮带', en: 'Meeting with the mentor' },
  item: { zh: '培养安排', en: 'Item of cultivation' },
  training: { zh: '培训', en: 'Training' },
  trial: { zh: '准岗', en: 'Post on trial' },
  quarter: { zh: '乡镇季度考核', en: 'The township’s check' },
  year: { zh: '县级年度结论', en: 'The county’s conclusion' },
  attendance: { zh: '村级考勤', en: 'Attendance kept by the village' },
}

const wordsOf = (indicator: string): Words => INDICATORS.find(({ id }) => id === indicator)!.words
