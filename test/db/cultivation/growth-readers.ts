import * as near from '../../../db/near-ready.ts'
import { listCoursesTakenBy, listPartsTakenBy } from '../../../db/own-courses.ts'
import type { Seen } from '../oracle.ts'
import type { Reader } from '../readers.ts'

/** Before everything that a county of the tests holds. */
const SINCE = '2000-01-01T00:00:00.000Z'
const CHANGED = { since: SINCE, fields: ['occupation'] }

/** Every query that growth, who is near ready, and the own cultivation read. */
export const GROWTH: Reader[] = [
  {
    name: 'listPlanTargets',
    read: async (db, scope) => whose(await near.listPlanTargets(db, scope)),
    expected: about('cultivationPlans'),
  },
  {
    name: 'listMendingItems',
    read: async (db, scope) => whose(await near.listMendingItems(db, scope, SINCE)),
    expected: about('cultivationItems'),
  },
  {
    name: 'listRunningTrialPosts',
    read: async (db, scope) => whose(await near.listRunningTrialPosts(db, scope)),
    expected: about('trialPosts'),
  },
  {
    name: 'listAdmissions',
    read: async (db, scope) => idsOf(await near.listAdmissions(db, scope, 'full')),
    expected: (seen) =>
      idsOf(
        seen.rows.talents.filter(
          ({ id, partyStatus }) => seen.people.has(id) && partyStatus === 'full',
        ),
      ),
  },
  {
    name: 'listRuleFactChanges',
    read: async (db, scope) => whose(await near.listRuleFactChanges(db, scope, CHANGED)),
    expected: about('talentHistory'),
  },
  {
    name: 'listConsentsChanged',
    read: async (db, scope) => whose(await near.listConsentsChanged(db, scope, SINCE)),
    expected: about('consents'),
  },
  {
    name: 'listEntryTimes',
    read: async (db, scope, { people }) => idsOf(await near.listEntryTimes(db, scope, people)),
    expected: ({ people }) => [...people],
  },
  {
    name: 'listCoursesTakenBy',
    read: async (db, scope, { people }) => {
      const found: string[] = []
      for (const id of people)
        found.push(...(await listCoursesTakenBy(db, scope, id)).map((one) => `${id} ${one.id}`))
      return found
    },
    expected: taken,
  },
  {
    name: 'listPartsTakenBy',
    read: async (db, scope, { people }) => {
      const found: string[] = []
      for (const id of people)
        found.push(...(await listPartsTakenBy(db, scope, id)).map((one) => `${id} ${one.courseId}`))
      return found
    },
    expected: taken,
  },
]

type Table =
  | 'cultivationPlans'
  | 'cultivationItems'
  | 'trialPosts'
  | 'talentHistory'
  | 'consents'
  | 'courseParticipants'

function about(table: Table) {
  return ({ rows, people }: Seen) => whose(rows[table]).filter((id) => people.has(id))
}

/** Every course of the tests has one part. */
function taken({ rows, people }: Seen): string[] {
  return rows.courseParticipants
    .filter(({ talentId }) => people.has(talentId))
    .map(({ talentId, courseId }) => `${talentId} ${courseId}`)
}

const whose = (rows: readonly { talentId: string }[]) => rows.map(({ talentId }) => talentId)
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
