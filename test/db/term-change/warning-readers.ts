import * as actions from '../../../db/readiness-actions.ts'
import { listLastClosedWarnings, listOpenWarnings, listWarningsOf } from '../../../db/warnings.ts'
import type { Seen } from '../oracle.ts'
import type { Reader } from '../readers.ts'

const recorded = ({ recorded }: Seen) => [...recorded]
const villagesOf = (rows: readonly { villageCode: string }[]) =>
  rows.map(({ villageCode }) => villageCode)
const TODAY = '2026-12-01'

/** Every query that reads what warns and what is done about it; nothing is closed in a county of the tests. */
export const WARNINGS: Reader[] = [
  {
    name: 'listWarningsOf',
    read: async (db, scope, { places }) =>
      villagesOf((await Promise.all(places.map((it) => listWarningsOf(db, scope, it)))).flat()),
    expected: recorded,
  },
  {
    name: 'listOpenWarnings',
    read: async (db, scope) => villagesOf(await listOpenWarnings(db, scope, null)),
    expected: recorded,
  },
  {
    name: 'listOpenWarnings of some',
    read: async (db, scope, { places }) => villagesOf(await listOpenWarnings(db, scope, places)),
    expected: recorded,
  },
  {
    name: 'listLastClosedWarnings',
    read: async (db, scope, { places }) =>
      villagesOf(await listLastClosedWarnings(db, scope, places)),
    expected: () => [],
  },
  {
    name: 'findReadinessAction',
    read: async (db, scope, { places }) => {
      const found = places.map((code) => actions.findReadinessAction(db, scope, `${code}-action`))
      return villagesOf((await Promise.all(found)).flatMap((it) => it ?? []))
    },
    expected: recorded,
  },
  {
    name: 'listReadinessActionsOf',
    read: async (db, scope, { places }) => {
      const found = places.map((code) => actions.listReadinessActionsOf(db, scope, code))
      return villagesOf((await Promise.all(found)).flat())
    },
    expected: recorded,
  },
  {
    name: 'pageOfReadinessActions',
    read: async (db, scope) => {
      const asked = { today: TODAY, state: 'late', limit: 1000, offset: 0 } as const
      return villagesOf(await actions.pageOfReadinessActions(db, scope, asked))
    },
    expected: recorded,
  },
  {
    name: 'listOpenActionsAbout',
    read: async (db, scope, { places }) => {
      const asked = { codes: places, indicator: 'audit' } as const
      return villagesOf(await actions.listOpenActionsAbout(db, scope, asked))
    },
    expected: recorded,
  },
  {
    name: 'countReadinessActions',
    read: async (db, scope) => [
      String((await actions.countReadinessActions(db, scope, { today: TODAY })).late),
    ],
    expected: (seen) => [String(recorded(seen).length)],
  },
  {
    name: 'listClosedActions',
    read: async (db, scope, { places }) =>
      villagesOf(await actions.listClosedActions(db, scope, places)),
    expected: () => [],
  },
]
