import * as overview from '../../../db/cultivation-overview.ts'
import * as toDo from '../../../db/cultivation-to-do.ts'
import { findEntry, findEntryFile, listFilesOfEntries } from '../../../db/entry-files.ts'
import { photographed, QUARTER } from '../county-cultivation.ts'
import type { Seen } from '../oracle.ts'
import type { Reader } from '../readers.ts'

const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const FIRST = 99

/** Every query of the overview, of what waits of cultivation, and of files of entries. */
export const OVERVIEW: Reader[] = [
  {
    name: 'listHomesInCultivation',
    read: async (db, scope) => listed(await overview.listHomesInCultivation(db, scope)),
    expected: cultivated,
  },
  {
    name: 'listMentored',
    read: async (db, scope) => [...new Set(listed(await overview.listMentored(db, scope)))],
    expected: mentored,
  },
  {
    name: 'listPlanned',
    read: async (db, scope) => listed(await overview.listPlanned(db, scope)),
    expected: everybody,
  },
  {
    name: 'listMeetings',
    read: async (db, scope) => listed(await overview.listMeetings(db, scope, YEAR.from)),
    expected: everybody,
  },
  {
    name: 'listItemsUnderWay',
    read: async (db, scope) => listed(await overview.listItemsUnderWay(db, scope)),
    expected: everybody,
  },
  {
    name: 'listAttended',
    read: async (db, scope) => [...new Set(listed(await overview.listAttended(db, scope, YEAR)))],
    expected: everybody,
  },
  {
    name: 'listTrialEnds',
    read: async (db, scope) => listed(await overview.listTrialEnds(db, scope)),
    expected: everybody,
  },
  {
    name: 'listAppraisedIn',
    read: async (db, scope) =>
      listed(await overview.listAppraisedIn(db, scope, { kind: 'quarter', period: QUARTER })),
    expected: everybody,
  },
  {
    name: 'listPulse',
    read: async (db, scope) => {
      const { meetings } = await overview.listPulse(db, scope, YEAR)
      return times([...meetings.values()].reduce((sum, count) => sum + count, 0))
    },
    expected: (seen) => times(everybody(seen).length),
  },
  {
    name: 'listItemsToConfirm',
    read: async (db, scope) => whose(await toDo.listItemsToConfirm(db, scope, FIRST)),
    expected: everybody,
  },
  {
    name: 'countItemsToConfirm',
    read: async (db, scope) => times(await toDo.countItemsToConfirm(db, scope)),
    expected: (seen) => times(everybody(seen).length),
  },
  {
    name: 'listTrialsEnding',
    read: async (db, scope) =>
      whose(await toDo.listTrialsEnding(db, scope, { by: YEAR.to, first: FIRST })),
    expected: everybody,
  },
  {
    name: 'countTrialsEnding',
    read: async (db, scope) =>
      times((await toDo.countTrialsEnding(db, scope, { by: YEAR.to, today: YEAR.from })).count),
    expected: (seen) => times(everybody(seen).length),
  },
  {
    name: 'listUnappraised',
    read: async (db, scope) =>
      idsOf(
        await toDo.listUnappraised(db, scope, { kind: 'quarter', period: '2020-Q1', first: FIRST }),
      ),
    expected: cultivated,
  },
  {
    name: 'countUnappraised',
    read: async (db, scope) =>
      times(await toDo.countUnappraised(db, scope, { kind: 'quarter', period: '2020-Q1' })),
    expected: (seen) => times(cultivated(seen).length),
  },
  {
    name: 'hasAppraised',
    read: async (db, scope) =>
      times(Number(await toDo.hasAppraised(db, scope, { kind: 'quarter', period: QUARTER }))),
    expected: (seen) => times(Math.min(1, everybody(seen).length)),
  },
  {
    name: 'listPairsToAnswer',
    read: async (db, scope) => whose(await toDo.listPairsToAnswer(db, scope, FIRST)),
    expected: everybody,
  },
  {
    name: 'countPairsToAnswer',
    read: async (db, scope) => times(await toDo.countPairsToAnswer(db, scope)),
    expected: (seen) => times(everybody(seen).length),
  },
  {
    name: 'findEntry',
    read: async (db, scope, { people }) => {
      const found: string[] = []
      for (const id of people) {
        const item = { kind: 'item', id: `${id}-item`, talentId: null } as const
        found.push(...whose([await findEntry(db, scope, item)].filter((one) => one !== undefined)))
      }
      return found
    },
    expected: everybody,
  },
  {
    name: 'listFilesOfEntries',
    read: async (db, scope, { people }) => {
      const ids = people.map((id) => `${id}-session`)
      return whose(await listFilesOfEntries(db, scope, { kind: 'session', ids }))
    },
    expected: photographed,
  },
  {
    name: 'findEntryFile',
    read: async (db, scope, { people }) => {
      const found: string[] = []
      for (const id of people) {
        const file = await findEntryFile(db, scope, `${id}-file`)
        if (file) found.push(file.talentId)
      }
      return found
    },
    expected: photographed,
  },
]

function everybody({ people }: Seen): string[] {
  return [...people]
}

function cultivated({ rows, people }: Seen): string[] {
  return rows.talents
    .filter(({ id, status, erasedAt }) => people.has(id) && status !== 'left' && erasedAt === null)
    .map(({ id }) => id)
}

function mentored({ rows, people }: Seen): string[] {
  const now = rows.mentorships.filter(
    ({ talentId, endedOn }) => people.has(talentId) && endedOn === null,
  )
  return [...new Set(whose(now))]
}

const listed = (rows: readonly { ids: Uint8Array }[]) =>
  rows.flatMap(({ ids }) => overview.idsIn(ids))
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const whose = (rows: readonly { talentId: string }[]) => rows.map(({ talentId }) => talentId)
const times = (count: number) => Array.from({ length: count }, () => 'one')
