import type { Context } from 'hono'
import { listAccountsAmong } from '../../db/accounts.ts'
import type { ListDecision } from '../../db/list-decisions.ts'
import { namesOfTalents } from '../../db/talents.ts'
import type { StoredStanding } from '../../db/village-standings.ts'
import type { ListStanding, Words } from '../../matching/index.ts'
import type { Env } from '../context.ts'

export function listStandingOf({ listStanding }: StoredStanding): ListStanding {
  return JSON.parse(listStanding) as ListStanding
}

export function wordsIn({ words }: StoredStanding): Words {
  return JSON.parse(words) as Words
}

/** What was signed, with names of those who signed as they were then. */
export async function decisionsShown(c: Context<Env>, rows: readonly ListDecision[]) {
  const { db, scope } = c.var
  const back = rows.flatMap(({ takenBackBy }) => takenBackBy ?? [])
  const accounts = await listAccountsAmong(db, scope, back)
  const people = await namesOfTalents(
    db,
    scope,
    rows.flatMap(({ talentId }) => talentId ?? []),
  )
  return rows.map((row) => ({
    ...{ id: row.id, list: row.list, remedy: row.remedy, reason: row.reason, at: row.at },
    ...{ by: row.accountName, position: row.position },
    talent:
      row.talentId === null ? null : { id: row.talentId, name: people.get(row.talentId) ?? null },
    takenBack:
      row.takenBackAt === null
        ? null
        : {
            at: row.takenBackAt,
            by: accounts.get(row.takenBackBy ?? '')?.name ?? null,
            reason: row.takenBackReason ?? '',
          },
  }))
}
