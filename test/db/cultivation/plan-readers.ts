import * as items from '../../../db/cultivation-items.ts'
import * as plans from '../../../db/cultivation-plans.ts'
import { findPlanTemplate, listPlanTemplates } from '../../../db/plan-templates.ts'
import type { Seen } from '../oracle.ts'
import type { Reader } from '../readers.ts'

/** Items are due by then and reported, so that one tab alone shows them. */
const FILTER: items.ItemFilter = { today: '2026-11-23', soon: '2026-12-23' }
const ALL = { tab: 'reported', offset: 0, limit: 1_000 } as const

/** Every query that reads plans and items of people. */
export const PLANS: Reader[] = [
  {
    name: 'listCultivationPlansOf',
    read: async (db, scope, { people }) => {
      const found: string[] = []
      for (const id of people)
        found.push(...idsOf(await plans.listCultivationPlansOf(db, scope, id)))
      return found
    },
    expected: (seen) => idsOf(seen.rows.cultivationPlans.filter(isAbout(seen))),
  },
  {
    name: 'findCultivationPlan',
    read: async (db, scope, { people }) => {
      const found: string[] = []
      for (const id of people) {
        const plan = await plans.findCultivationPlan(db, scope, `${id}-plan`)
        if (plan) found.push(plan.id)
      }
      return found
    },
    expected: (seen) => idsOf(seen.rows.cultivationPlans.filter(isAbout(seen))),
  },
  {
    name: 'listPlannedAmong',
    read: async (db, scope, { people }) => [...(await plans.listPlannedAmong(db, scope, people))],
    expected: (seen) =>
      seen.rows.cultivationPlans.filter(isAbout(seen)).map(({ talentId }) => talentId),
  },
  {
    name: 'listItemsOf',
    read: async (db, scope, { people }) => {
      const found: string[] = []
      for (const id of people) found.push(...idsOf(await items.listItemsOf(db, scope, id)))
      return found
    },
    expected: itemsOf,
  },
  {
    name: 'findItem',
    read: async (db, scope, { people }) => {
      const found: string[] = []
      for (const id of people) {
        const item = await items.findItem(db, scope, `${id}-item`)
        if (item) found.push(item.id)
      }
      return found
    },
    expected: itemsOf,
  },
  {
    name: 'pageOfItems',
    read: async (db, scope) => idsOf(await items.pageOfItems(db, scope, FILTER, ALL)),
    expected: itemsOfLiving,
  },
  {
    name: 'countItems',
    read: async (db, scope) => {
      const { reported } = await items.countItems(db, scope, FILTER)
      return reported === 0 ? [] : [`reported: ${reported}`]
    },
    expected: (seen) => {
      const { length } = itemsOfLiving(seen)
      return length === 0 ? [] : [`reported: ${length}`]
    },
  },
]

/** Templates are the county's: whoever belongs to it may read them. */
export const TEMPLATES = [
  { name: 'listPlanTemplates', read: listPlanTemplates, each: 1 },
  {
    name: 'findPlanTemplate',
    read: async (...[db, scope]: Parameters<typeof listPlanTemplates>) =>
      [await findPlanTemplate(db, scope, `${scope.countyCode}-template`)].filter(Boolean),
    each: 1,
  },
]

function itemsOf(seen: Seen): string[] {
  return idsOf(seen.rows.cultivationItems.filter(isAbout(seen)))
}

/** Nobody who was erased or merged into another record. */
function itemsOfLiving(seen: Seen): string[] {
  const living = new Set(
    seen.rows.talents
      .filter(({ erasedAt, mergedInto }) => erasedAt === null && mergedInto === null)
      .map(({ id }) => id),
  )
  return idsOf(
    seen.rows.cultivationItems.filter((it) => isAbout(seen)(it) && living.has(it.talentId)),
  )
}

const isAbout =
  ({ people }: Seen) =>
  ({ talentId }: { talentId: string }) =>
    people.has(talentId)

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
