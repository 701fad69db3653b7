import type { Context } from 'hono'
import type { z } from 'zod'
import { listNominationsBy } from '../../db/seat-nominees.ts'
import type { Post } from '../../matching/index.ts'
import { record } from '../auditing.ts'
import { peopleOf } from '../candidacies.ts'
import type { Env } from '../context.ts'
import { placeNames } from '../people-by-id.ts'
import type { LatestNominations } from '../shapes/nominations.ts'
import { warningsOf } from './warnings.ts'

/** What fits on the page beside the form. */
const MOST = 10

/** The last papers of an account, so that one entered wrongly is found and taken back. */
export async function latestOf(c: Context<Env>): Promise<z.infer<typeof LatestNominations>> {
  const { db, countyCode, session } = c.var
  const by = { accountId: session.account.id, most: MOST }
  const rows = await listNominationsBy(db, { countyCode }, by)
  const names = await placeNames(c)
  const latest: z.infer<typeof LatestNominations>['latest'] = []
  for (const row of rows) {
    const { id, nomineeId, talentId, villageCode, posts, channel, nominator, createdAt } = row
    const isWithdrawn = row.withdrawnAt !== null
    latest.push({
      ...{ nomination: id, nominee: nomineeId, talent: talentId, channel, nominator, createdAt },
      village:
        villageCode === null
          ? null
          : { code: villageCode, name: names.get(villageCode) ?? villageCode },
      ...{ posts: posts as Post[], isWithdrawn },
      warnings: isWithdrawn ? [] : await warningsOf(c, row),
    })
  }
  const subjects = [...new Set(rows.map(({ talentId }) => talentId))]
  if (subjects.length > 0) await record(c, { action: 'nominations.read', subjects })
  return { latest, people: peopleOf(await c.var.county(), subjects) }
}
