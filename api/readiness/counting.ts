import { v7 as newId } from 'uuid'
import type { Db } from '../../db/connect.ts'
import { insertStandingChanges, type StoredStandingChange } from '../../db/standing-changes.ts'
import {
  listStandingCodes,
  listVillageStandings,
  putVillageStandings,
  removeVillageStandings,
  type StoredStanding,
} from '../../db/village-standings.ts'
import { removeVillageTeams } from '../../db/village-teams.ts'
import {
  indicatorsOf,
  type TeamOutlook,
  villageReadinessOf,
  withWarnings,
} from '../../matching/index.ts'
import type { County } from '../candidacies.ts'
import { type FactsOfVillage, factsOfVillages } from './facts.ts'
import { applyWarningsOf } from './warnings.ts'

type Counting = {
  county: County
  /** All of the county when null. */
  codes: readonly string[] | null
  teams: ReadonlyMap<string, TeamOutlook>
  today: string
  /** ISO instant. */
  now: string
}

/** Villages of one transaction, so that whoever writes waits for some tens of milliseconds at most. */
const AT_ONCE = 200

/**
 * Counts villages from what is written about them and their people, whatever was counted before, carries the warnings
 * on, and keeps what differs. Answers the villages whose standing changed.
 */
export async function countVillages(db: Db, counting: Counting): Promise<string[]> {
  const facts = await factsOfVillages(db, counting)
  const changed: string[] = []
  for (let at = 0; at < facts.length; at += AT_ONCE) {
    const some = facts.slice(at, at + AT_ONCE)
    const work = (transaction: Db) => keepCounted(transaction, counting, some)
    changed.push(...(await db.transaction().execute(work)))
  }
  return [...changed, ...(await dropMerged(db, counting))]
}

/** Villages that there are no more. */
async function dropMerged(db: Db, { county, codes }: Counting): Promise<string[]> {
  if (codes?.every((code) => county.villages.has(code))) return []
  const scope = { countyCode: county.code }
  const gone = (await listStandingCodes(db, scope)).filter((code) => !county.villages.has(code))
  if (gone.length === 0) return []
  await db.transaction().execute(async (transaction) => {
    await removeVillageStandings(transaction, scope, gone)
    await removeVillageTeams(transaction, scope, gone)
  })
  return gone
}

async function keepCounted(
  db: Db,
  { county, today, now }: Counting,
  facts: readonly FactsOfVillage[],
): Promise<string[]> {
  const scope = { countyCode: county.code }
  const scheme = county.policy.readiness
  const codes = facts.map(({ village }) => village)
  const results = facts.map((one) => indicatorsOf(one, scheme, today))
  const said = facts.map(({ village }, at) => ({ village, results: results[at]! }))
  const open = await applyWarningsOf(db, scope, said, { scheme, now })
  const before = new Map(
    (await listVillageStandings(db, scope, codes)).map((row) => [row.villageCode, row]),
  )
  const rows = facts.map((one, at) => {
    const shown = withWarnings(results[at]!, open.get(one.village) ?? [])
    return rowOf(one, villageReadinessOf(shown, scheme), now)
  })
  const changed = rows.filter((row) => !isSame(row, before.get(row.villageCode)))
  await putVillageStandings(db, scope, changed)
  const changes = changed.flatMap((row) => changeOf(row, before.get(row.villageCode)))
  await insertStandingChanges(db, scope, changes)
  return changed.map(({ villageCode }) => villageCode)
}

function rowOf(
  facts: FactsOfVillage,
  { colour, score, words, indicators }: ReturnType<typeof villageReadinessOf>,
  now: string,
): StoredStanding {
  const { team, review, list } = facts
  return {
    ...{ villageCode: facts.village, townshipCode: facts.township, colour, score },
    ...{ words: JSON.stringify(words), indicators: JSON.stringify(indicators) },
    ...{ list: list.list, listStanding: JSON.stringify(list) },
    ...{ reserves: facts.reserves, people: facts.people, stale: facts.stale },
    isReachable: team === null ? null : team.law.length + team.policy.length === 0 ? 1 : 0,
    singles: team?.singles.length ?? 0,
    ...{ asked: review?.asked ?? 0, answered: review?.answered ?? 0, late: review?.late ?? 0 },
    countedAt: now,
  }
}

function isSame(row: StoredStanding, before: StoredStanding | undefined): boolean {
  const keys = Object.keys(row) as (keyof StoredStanding)[]
  return (
    before !== undefined && keys.every((key) => key === 'countedAt' || row[key] === before[key])
  )
}

/** The history begins when a village was counted with its team: before that it only waits. */
function changeOf(row: StoredStanding, before: StoredStanding | undefined): StoredStandingChange[] {
  if (row.isReachable === null) return []
  const known = before?.isReachable === null ? undefined : before
  if (known?.colour === row.colour && known.list === row.list) return []
  return [
    {
      ...{ id: newId(), villageCode: row.villageCode, at: row.countedAt },
      ...{ colourBefore: known?.colour ?? null, colour: row.colour },
      ...{ listBefore: known?.list ?? null, list: row.list, words: JSON.parse(row.words) },
    },
  ]
}
