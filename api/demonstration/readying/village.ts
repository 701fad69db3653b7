import type { Db } from '../../../db/connect.ts'
import { createRandom, type Random } from '../../../db/seed/random.ts'
import { listTerms } from '../../../db/terms.ts'
import { listTownships } from '../../../db/townships.ts'
import { listVillages } from '../../../db/villages.ts'
import { daysAfter } from '../../days.ts'

/** A village of the demonstration with what its record is made up from. */
export type Readied = Awaited<ReturnType<typeof listVillages>>[number] & {
  township: string
  term: { startedOn: string; turnout: number | null; rounds: number | null } | undefined
  random: Random
}

const SEED = 370406

export async function readiedVillages(db: Db, countyCode: string): Promise<Readied[]> {
  const scope = { countyCode }
  const terms = Map.groupBy(await listTerms(db, scope), ({ villageCode }) => villageCode)
  const townships = new Map((await listTownships(db, scope)).map(({ code, name }) => [code, name]))
  return (await listVillages(db, scope)).map((village) => ({
    ...village,
    township: townships.get(village.townshipCode) ?? '',
    term: terms.get(village.code)?.[0],
    random: createRandom(SEED, `readying ${village.code}`),
  }))
}

export const before = (today: string, days: number) => daysAfter(today, -days)
