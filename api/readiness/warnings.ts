import { v7 as newId } from 'uuid'
import type { Db } from '../../db/connect.ts'
import { listClosedActions } from '../../db/readiness-actions.ts'
import type { Scope } from '../../db/scope.ts'
import {
  insertWarnings,
  listLastClosedWarnings,
  listOpenWarnings,
  updateWarning,
  type Warning,
} from '../../db/warnings.ts'
import {
  type IndicatorResult,
  type OpenWarning,
  type ReadinessIndicator,
  type ReadinessScheme,
  type WarningChange,
  warningChanges,
} from '../../matching/index.ts'

export type VillageResults = { village: string; results: readonly IndicatorResult[] }
type Moment = { scheme: ReadinessScheme; now: string }

/** Carries what the facts of a village say into its warnings, and answers those that are open then. */
export async function applyWarnings(
  transaction: Db,
  scope: Scope,
  { village, results, ...moment }: VillageResults & Moment,
): Promise<OpenWarning[]> {
  const open = await applyWarningsOf(transaction, scope, [{ village, results }], moment)
  return open.get(village) ?? []
}

/** The same of many villages: three statements to read, however many there are, and one for each warning that changes. */
export async function applyWarningsOf(
  transaction: Db,
  scope: Scope,
  villages: readonly VillageResults[],
  moment: Moment,
): Promise<Map<string, OpenWarning[]>> {
  const codes = villages.map(({ village }) => village)
  const before = await openWarnings(transaction, scope, codes)
  const done = villages.map((one) => {
    const open = before.get(one.village) ?? []
    const changes = warningChanges(one.results, open, moment.scheme)
    return { ...one, open, changes }
  })
  const raised = await raise(transaction, scope, done, moment.now)
  for (const one of done) await change(transaction, scope, one, moment.now)
  return new Map(
    done.map(({ village, open, changes }) => [
      village,
      [...open.flatMap((one) => after(one, changes)), ...(raised.get(village) ?? [])],
    ]),
  )
}

type Open = OpenWarning & {
  raisedAt: string
  /** The latest action that was logged since it was raised. */
  action: string | null
}

/** The open warnings of villages, with whether anything was done about each since it was raised. */
export async function openWarnings(
  db: Db,
  scope: Scope,
  codes: readonly string[],
): Promise<Map<string, Open[]>> {
  const rows = await listOpenWarnings(db, scope, codes)
  const actions = Map.groupBy(await listClosedActions(db, scope, codes), keyOf)
  const open = rows.map((row) => {
    const own = actions.get(keyOf(row)) ?? []
    const action = own.findLast(({ closedAt }) => closedAt >= row.raisedAt)?.id ?? null
    return { village: row.villageCode, warning: openOf(row, action) }
  })
  const grouped = Map.groupBy(open, ({ village }) => village)
  return new Map([...grouped].map(([village, own]) => [village, own.map((one) => one.warning)]))
}

function openOf(
  { id, indicator, colour, raisedAt, clearedAt }: Warning,
  action: string | null,
): Open {
  return {
    ...{ id, indicator: indicator as ReadinessIndicator, colour, raisedAt },
    ...{ isCleared: clearedAt !== null, hasAction: action !== null, action },
  }
}

type Done = VillageResults & { open: Open[]; changes: WarningChange[] }

async function raise(
  db: Db,
  scope: Scope,
  done: readonly Done[],
  now: string,
): Promise<Map<string, OpenWarning[]>> {
  const rising = done.filter(({ changes }) => changes.some(({ kind }) => kind === 'raise'))
  if (rising.length === 0) return new Map()
  const codes = rising.map(({ village }) => village)
  const closed = await listLastClosedWarnings(db, scope, codes)
  const last = new Map(closed.map((one) => [keyOf(one), one.id]))
  const rows = rising.flatMap(({ village, results, changes }) =>
    changes.flatMap((one): Warning[] => {
      if (one.kind !== 'raise') return []
      const { indicator, colour } = one
      const words = wordsOf(results, indicator)
      const row = { id: newId(), villageCode: village, indicator, colour, words, raisedAt: now }
      const reopensId = last.get(keyOf(row)) ?? null
      return [{ ...row, clearedAt: null, closedAt: null, closedBy: null, reopensId }]
    }),
  )
  await insertWarnings(db, scope, rows)
  const grouped = Map.groupBy(rows, ({ villageCode }) => villageCode)
  return new Map([...grouped].map(([code, own]) => [code, own.map((row) => openOf(row, null))]))
}

async function change(db: Db, scope: Scope, { results, open, changes }: Done, now: string) {
  for (const one of changes) {
    if (one.kind === 'raise') continue
    const { indicator, action } = open.find(({ id }) => id === one.id)!
    const words = wordsOf(results, indicator)
    if (one.kind === 'change')
      await updateWarning(db, scope, one.id, { colour: one.colour, words, clearedAt: null })
    else if (one.kind === 'clear') await updateWarning(db, scope, one.id, { clearedAt: now })
    else await updateWarning(db, scope, one.id, { closedAt: now, closedBy: action })
  }
}

function after(warning: Open, changes: readonly WarningChange[]): OpenWarning[] {
  const done = changes.find((one) => one.kind !== 'raise' && one.id === warning.id)
  if (done?.kind === 'close') return []
  if (done?.kind === 'clear') return [{ ...warning, isCleared: true }]
  if (done?.kind === 'change') return [{ ...warning, colour: done.colour, isCleared: false }]
  return [warning]
}

function wordsOf(results: readonly IndicatorResult[], indicator: ReadinessIndicator) {
  return results.find(({ id }) => id === indicator)!.words
}

const keyOf = ({ villageCode, indicator }: { villageCode: string; indicator: string }) =>
  `${villageCode} ${indicator}`
