import { findAppraisal, listAppraisals, listAppraisalsOf } from '../../../db/appraisals.ts'
import { listAttendances } from '../../../db/attendances.ts'
import * as board from '../../../db/check-board.ts'
import type { Db } from '../../../db/connect.ts'
import { listCultivated } from '../../../db/in-cultivation.ts'
import { listMovementsOf } from '../../../db/movements.ts'
import type { Scope } from '../../../db/scope.ts'
import { MONTH, QUARTER } from '../county-cultivation.ts'
import type { Seen } from '../oracle.ts'
import type { Probes, Reader } from '../readers.ts'

const BETWEEN = { from: '2026-10-01', to: '2026-12-31' }
const CHECK = { kind: 'quarter', period: QUARTER } as const

/** Every query that reads checks, attendance and decisions. Of everybody in a county of the tests there is one of each. */
export const CHECKS: Reader[] = [
  {
    name: 'listAppraisals',
    read: async (db, scope, { people }) =>
      whose(
        await listAppraisals(db, scope, {
          ...{ talentIds: people, kind: 'quarter', periods: [QUARTER] },
        }),
      ),
    expected: everybody,
  },
  { name: 'listAppraisalsOf', read: eachOf(listAppraisalsOf), expected: everybody },
  {
    name: 'findAppraisal',
    read: eachOf(async (db, scope, talentId) => {
      const found = await findAppraisal(db, scope, { talentId, ...CHECK })
      return found ? [found] : []
    }),
    expected: everybody,
  },
  {
    name: 'listAttendances',
    read: async (db, scope, { people }) =>
      whose(await listAttendances(db, scope, { talentIds: people, from: MONTH, to: MONTH })),
    expected: everybody,
  },
  { name: 'listMovementsOf', read: eachOf(listMovementsOf), expected: everybody },
  {
    name: 'listCultivated',
    read: async (db, scope) => (await listCultivated(db, scope)).map(({ id }) => id),
    expected: cultivated,
  },
  {
    name: 'listQuarterEntries',
    read: async (db, scope, { people }) => {
      const asked = { who: { talentIds: people }, quarter: QUARTER, ...BETWEEN }
      const rows = await board.listQuarterEntries(db, scope, asked)
      return Object.entries(rows).flatMap(([kind, of]) =>
        of.map(({ talentId }) => `${kind} ${talentId}`),
      )
    },
    // The courses of the tests are of another quarter.
    expected: (seen) =>
      ['sessions', 'items', 'trials', 'appraisals', 'attendances'].flatMap((kind) =>
        everybody(seen).map((id) => `${kind} ${id}`),
      ),
  },
  {
    name: 'listOpenItemsAmong',
    read: async (db, scope, { people }) => whose(await board.listOpenItemsAmong(db, scope, people)),
    // All items of the tests are reported.
    expected: () => [],
  },
  {
    name: 'listMentorsAmong',
    read: async (db, scope, { people }) =>
      (await board.listMentorsAmong(db, scope, people)).map(
        ({ talentId, id }) => `${talentId} ${id}`,
      ),
    expected: ({ rows, people }) =>
      rows.mentorships
        .filter(({ talentId, endedOn }) => people.has(talentId) && endedOn === null)
        .map(({ talentId, mentorId }) => `${talentId} ${mentorId}`),
  },
  {
    name: 'listAppraised',
    read: async (db, scope) => [...(await board.listAppraised(db, scope, CHECK))],
    expected: everybody,
  },
]

function everybody({ rows, people }: Seen): string[] {
  return rows.appraisals.filter(({ talentId }) => people.has(talentId)).map((one) => one.talentId)
}

function cultivated({ rows, people }: Seen): string[] {
  return rows.talents
    .filter(({ id, status, erasedAt }) => people.has(id) && status !== 'left' && erasedAt === null)
    .map(({ id }) => id)
}

type Rows = readonly { talentId: string }[]

function eachOf(read: (db: Db, scope: Scope, talentId: string) => Promise<Rows>) {
  return async (db: Db, scope: Scope, { people }: Probes) => {
    const found: string[] = []
    for (const id of people) found.push(...whose(await read(db, scope, id)))
    return found
  }
}

const whose = (rows: Rows) => rows.map(({ talentId }) => talentId)
