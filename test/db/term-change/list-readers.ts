import * as lists from '../../../db/list-decisions.ts'
import type { Seen } from '../oracle.ts'
import type { Reader } from '../readers.ts'

const recorded = ({ recorded }: Seen) => [...recorded]
const villagesOf = (rows: readonly { villageCode: string }[]) =>
  rows.map(({ villageCode }) => villageCode)

/** What was signed about the lists of villages. */
export const LIST_DECISIONS: Reader[] = [
  {
    name: 'listDecisionsOf',
    read: async (db, scope, { places }) => {
      const found = places.map((code) => lists.listDecisionsOf(db, scope, code))
      return villagesOf((await Promise.all(found)).flat())
    },
    expected: recorded,
  },
  {
    name: 'listDecisionsInForce',
    read: async (db, scope) => villagesOf(await lists.listDecisionsInForce(db, scope, null)),
    expected: recorded,
  },
  {
    name: 'findListDecision',
    read: async (db, scope, { places }) => {
      const found = places.map((code) => lists.findListDecision(db, scope, `${code}-decision`))
      return villagesOf((await Promise.all(found)).flatMap((it) => it ?? []))
    },
    expected: recorded,
  },
]

/** Of people in open rounds of a term change; the acts of the tests approve nothing. */
export const LIST_NOMINEES: Reader[] = [
  {
    name: 'listTermChangeNominees',
    read: async (db, scope) => (await lists.listTermChangeNominees(db, scope)).map(({ id }) => id),
    expected: ({ nominees }) => [...nominees],
  },
  {
    name: 'listTermChangeApprovals',
    read: async (db, scope) =>
      (await lists.listTermChangeApprovals(db, scope)).map(({ nomineeId }) => nomineeId),
    expected: () => [],
  },
]
