import * as overview from '../../../db/overview.ts'
import { inOffice, type Seen } from '../oracle.ts'
import type { Reader } from '../readers.ts'

const standing = ({ villages }: Seen) => [...villages]
const codesOf = (rows: readonly { code: string }[]) => rows.map(({ code }) => code)

/** Every query of the first screens; `places` of the probes are townships and villages. */
export const OVERVIEWS: Reader[] = [
  {
    name: 'listVillageMarks',
    read: async (db, scope) => codesOf(await overview.listVillageMarks(db, scope)),
    expected: standing,
  },
  {
    name: 'listBoardVillages',
    read: async (db, scope, { places }) => {
      const boards = places.map((code) => overview.listBoardVillages(db, scope, code))
      return codesOf((await Promise.all(boards)).flat())
    },
    expected: standing,
  },
  {
    name: 'listOutlooks',
    read: async (db, scope) => codesOf(await overview.listOutlooks(db, scope)),
    expected: standing,
  },
  {
    name: 'countOpenActions',
    read: async (db, scope) => {
      const counts = await overview.countOpenActions(db, scope, '2026-12-01')
      return counts.flatMap(({ townshipCode, late }) => Array(late).fill(townshipCode) as string[])
    },
    expected: ({ rows, villages }) =>
      rows.villages.filter(({ code }) => villages.has(code)).map((it) => it.townshipCode),
  },
  {
    name: 'listUrgentActions',
    read: async (db, scope, { places }) => {
      const asked = places.map((townshipCode) =>
        overview.listUrgentActions(db, scope, { townshipCode, first: 1000 }),
      )
      return codesOf((await Promise.all(asked)).flat())
    },
    expected: standing,
  },
  {
    name: 'listOfficeHolders',
    read: async (db, scope) =>
      (await overview.listOfficeHolders(db, scope)).map(({ id, post }) => `${id} ${post}`),
    expected: (seen) =>
      inOffice(seen)
        .filter(({ talentId }) => seen.people.has(talentId))
        .map(({ talentId, post }) => `${talentId} ${post}`),
  },
]
