import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { listDecisionsOf } from '../db/list-decisions.ts'
import { listReadinessActionsOf } from '../db/readiness-actions.ts'
import { listStandingChanges } from '../db/standing-changes.ts'
import { listVillageStandings, type StoredStanding } from '../db/village-standings.ts'
import { findVillage } from '../db/villages.ts'
import { listWarningsOf, type Warning } from '../db/warnings.ts'
import {
  INDICATOR_WORDS,
  type IndicatorResult,
  type ReadinessIndicator,
  type Words,
} from '../matching/index.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { placeNames, policyInForce } from './people-by-id.ts'
import { openWarnings } from './readiness/warnings.ts'
import { actionsShown } from './readiness-actions/shown.ts'
import { VillageReadiness } from './shapes/readiness-work.ts'
import { Code, valid } from './validate.ts'
import { decisionsShown, listStandingOf, wordsIn } from './village-lists/shown.ts'
import { noVillage } from './villages.ts'

/** Where one village stands: indicators, warnings, what is done about them, and how it came. */
export const villageReadiness = new Hono<Env>().get(
  '/:code',
  describe('How ready a village is, and why', { schema: VillageReadiness }, 404),
  may('readiness.read'),
  valid('param', z.object({ code: Code })),
  async (c) => c.json(await readinessShown(c, c.req.valid('param').code)),
)

type Answer = z.infer<typeof VillageReadiness>

async function readinessShown(c: Context<Env>, code: string): Promise<Answer> {
  const { db, scope } = c.var
  const village = await findVillage(db, scope, code)
  if (!village) throw noVillage(code)
  const [row] = await listVillageStandings(db, scope, [code])
  const actions = await actionsShown(c, await listReadinessActionsOf(db, scope, code))
  const warnings = await listWarningsOf(db, scope, code)
  const history = await listStandingChanges(db, scope, code)
  const decisions = await decisionsShown(c, await listDecisionsOf(db, scope, code))
  const names = await placeNames(c)
  const standing = row ? await standingShown(c, row) : null
  const named = [
    ...(standing?.list.people ?? []),
    ...decisions.flatMap(({ talent }) => talent ?? []),
  ]
  const subjects = [...new Set(named.map(({ id }) => id))]
  await record(c, { action: 'readiness.read', subjects, detail: { village: code } })
  const { townshipCode } = village
  return {
    village: { code, name: village.name },
    township: { code: townshipCode, name: names.get(townshipCode) ?? townshipCode },
    standing,
    indicators: row ? await indicatorsShown(c, row, actions) : [],
    ...{ warnings: warnings.map(warningShown), actions, decisions },
    history: history.map(({ id: _, villageCode: __, words, ...change }) => ({
      ...{ ...change, words: words as Words },
    })),
  }
}

async function standingShown(
  c: Context<Env>,
  row: StoredStanding,
): Promise<NonNullable<Answer['standing']>> {
  const { talents, ...list } = listStandingOf(row)
  const county = await c.var.county()
  const people = talents.flatMap((id) => county.people.get(id) ?? [])
  return {
    ...{ colour: row.colour, score: row.score, words: wordsIn(row), countedAt: row.countedAt },
    list: {
      ...list,
      people: people.map(({ id, name }) => ({ id, name })),
      others: talents.length - people.length,
    },
  }
}

async function indicatorsShown(
  c: Context<Env>,
  { villageCode, indicators }: StoredStanding,
  actions: Answer['actions'],
): Promise<Answer['indicators']> {
  const { readiness } = await policyInForce(c)
  const open = (await openWarnings(c.var.db, c.var.scope, [villageCode])).get(villageCode) ?? []
  return (JSON.parse(indicators) as IndicatorResult[]).map((one) => {
    const warning = open.find(({ indicator }) => indicator === one.id)
    const todo = actions.filter((it) => it.indicator === one.id && it.closed === null)
    return {
      ...{ ...one, name: INDICATOR_WORDS[one.id], decides: readiness.indicators[one.id].decides },
      ...{ open: todo.length, warning: warning ? raisedOf(warning) : null },
    }
  })
}

function raisedOf({ id, colour, raisedAt, isCleared, hasAction }: RaisedWarning) {
  return { id, colour, raisedAt, isCleared, hasAction }
}
type RaisedWarning = NonNullable<
  ReturnType<Awaited<ReturnType<typeof openWarnings>>['get']>
>[number]

function warningShown(row: Warning): Answer['warnings'][number] {
  const { id, colour, raisedAt, clearedAt, closedAt, closedBy, reopensId } = row
  return {
    ...{ id, colour, raisedAt, clearedAt, closedAt, closedBy, isReopened: reopensId !== null },
    ...{ indicator: row.indicator as ReadinessIndicator, words: row.words as Words },
  }
}
