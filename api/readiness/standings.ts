import type { Db } from '../../db/connect.ts'
import type { Scope } from '../../db/scope.ts'
import { listVillageStandings, type StoredStanding } from '../../db/village-standings.ts'
import type { Colour, IndicatorResult, ListStanding, Words } from '../../matching/index.ts'

/** Where a village stands, as it is kept. */
export type Standing = Omit<
  StoredStanding,
  'words' | 'indicators' | 'listStanding' | 'isReachable'
> & {
  colour: Colour
  words: Words
  indicators: IndicatorResult[]
  listStanding: ListStanding
  /** Whether law and policy can be met; null while it is not worked out. */
  isReachable: boolean | null
}

/** Where the villages of a scope stand, in order of code; those that were not counted yet are not in it. */
export async function standingsOf(
  db: Db,
  scope: Scope,
  codes: readonly string[] | null = null,
): Promise<Standing[]> {
  return (await listVillageStandings(db, scope, codes)).map(parsed)
}

export function parsed(row: StoredStanding): Standing {
  return {
    ...row,
    words: JSON.parse(row.words) as Words,
    indicators: JSON.parse(row.indicators) as IndicatorResult[],
    listStanding: JSON.parse(row.listStanding) as ListStanding,
    isReachable: row.isReachable === null ? null : row.isReachable === 1,
  }
}
