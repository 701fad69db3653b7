import { listReviewStandings } from '../../../db/review-standings.ts'
import { listStandingChanges } from '../../../db/standing-changes.ts'
import { listVillageStandings } from '../../../db/village-standings.ts'
import { listVillageTeams } from '../../../db/village-teams.ts'
import type { Seen } from '../oracle.ts'
import type { Reader } from '../readers.ts'

const standing = ({ villages }: Seen) => [...villages]
const placed = ({ rows, nominees }: Seen) =>
  rows.nominees
    .filter(({ id, villageCode }) => nominees.has(id) && villageCode !== null)
    .map(({ id }) => id)
const idsOf = (rows: { nomineeId: string }[]) => [
  ...new Set(rows.map(({ nomineeId }) => nomineeId)),
]

/** Every query that reads where villages stand; one of people put forward for them. */
export const STANDINGS: Reader[] = [
  {
    name: 'listVillageStandings',
    read: async (db, scope) =>
      (await listVillageStandings(db, scope)).map(({ villageCode }) => villageCode),
    expected: standing,
  },
  {
    name: 'listVillageStandings of some',
    read: async (db, scope, { places }) =>
      (await listVillageStandings(db, scope, places)).map(({ villageCode }) => villageCode),
    expected: standing,
  },
  {
    name: 'listStandingChanges',
    read: async (db, scope, { places }) => {
      const found = await Promise.all(places.map((code) => listStandingChanges(db, scope, code)))
      return found.flat().map(({ villageCode }) => villageCode)
    },
    expected: ({ recorded }) => [...recorded],
  },
  {
    name: 'listVillageTeams',
    read: async (db, scope) =>
      (await listVillageTeams(db, scope)).map(({ villageCode }) => villageCode),
    expected: standing,
  },
]

export const REVIEW_STANDINGS: Reader[] = [
  {
    name: 'listReviewStandings',
    read: async (db, scope) => idsOf(await listReviewStandings(db, scope)),
    expected: placed,
  },
]
