import type { Context } from 'hono'
import type { Words } from '../../matching/types.ts'
import type { Env } from '../context.ts'
import { cautionsOf } from './cautions.ts'
import { entriesOfVillages } from './stored.ts'
import type { Placed } from './writing.ts'

/** What looks wrong with each of some entries, beside what is on record of their villages. */
export async function cautionsAbout(
  c: Context<Env>,
  placed: readonly Placed[],
): Promise<Words[][]> {
  const { villages, policy } = await c.var.county()
  const codes = [...new Set(placed.map(({ village }) => village))]
  const entries = await entriesOfVillages(c.var.db, c.var.scope, codes)
  const byVillage = Map.groupBy(entries, ({ villageCode }) => villageCode)
  const { noticeDays } = policy.readiness.audit
  return placed.map(({ village, entry }) =>
    cautionsOf(entry, {
      ...{ entries: byVillage.get(village) ?? [], noticeDays },
      households: villages.get(village)?.households ?? null,
    }),
  )
}
