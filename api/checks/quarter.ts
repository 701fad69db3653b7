import type { Context } from 'hono'
import { listQuarterEntries } from '../../db/check-board.ts'
import type { Cultivated } from '../../db/in-cultivation.ts'
import { type Cultivation, type Entry, totalPointsOf } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { entriesByTalent } from '../cultivation/entries.ts'
import { daysOf } from './period.ts'
import { type Ranked, ranksOf } from './ranking.ts'

type Asked = { quarter: string; scheme: Cultivation; townshipCode?: string | undefined }
export type QuarterOf = {
  entries: Map<string, Entry[]>
  /** Of people of whom something was kept. */
  points: Map<string, number>
  ranks: Map<string, Ranked>
}

/** What counts of people in one quarter, with their points and places among one another. */
export async function quarterOfPeople(
  c: Context<Env>,
  people: readonly Cultivated[],
  { quarter, scheme, townshipCode }: Asked,
): Promise<QuarterOf> {
  const who =
    townshipCode === undefined ? { talentIds: people.map(({ id }) => id) } : { townshipCode }
  const asked = { who, quarter, ...daysOf(quarter) }
  const all = entriesByTalent(await listQuarterEntries(c.var.db, c.var.scope, asked))
  const entries = new Map(people.flatMap(({ id }) => (all.has(id) ? [[id, all.get(id)!]] : [])))
  const today = c.var.today()
  const points = new Map<string, number>()
  for (const [id, list] of entries) points.set(id, totalPointsOf(list, scheme, { quarter, today }))
  return { entries, points, ranks: ranksOf(points) }
}
