import type { Context } from 'hono'
import type { z } from 'zod'
import { listAccounts } from '../../db/accounts.ts'
import type { CultivationItem } from '../../db/cultivation-items.ts'
import type { CultivationPlan } from '../../db/cultivation-plans.ts'
import type { CriterionId, Post, RuleId } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import type { Plan, ShownItem } from '../shapes/cultivation-plans.ts'

type Names = ReadonlyMap<string, string>
const DAY_MS = 86_400_000

/** Who holds which account, for what they signed. */
export async function holders(c: Context<Env>): Promise<Names> {
  const accounts = await listAccounts(c.var.db, { countyCode: c.var.countyCode })
  return new Map(accounts.map(({ id, name }) => [id, name]))
}

export function itemShown(row: CultivationItem, names: Names, today: string): ShownItem {
  const { id, planId, sessionId, kind, aim, dueOn, evidence, state, result, grade, doneOn } = row
  const { reportedAt, reportedBy, confirmedAt, confirmedBy, reason, createdAt, revision } = row
  return {
    ...{ id, plan: planId, session: sessionId, kind, aim, dueOn, evidence, state, result },
    lateDays: state === 'open' ? daysLate(dueOn, today) : 0,
    criteria: row.criteria as CriterionId[],
    rules: row.rules as RuleId[],
    ...{ grade, doneOn, reportedAt, confirmedAt, reason, createdAt, revision },
    reportedBy: holder(names, reportedBy),
    confirmedBy: holder(names, confirmedBy),
    createdBy: holder(names, row.createdBy),
  }
}

type Shown = { names: Names; places: Names; templates: Names }

export function planShown(row: CultivationPlan, shown: Shown): z.infer<typeof Plan> {
  const { id, templateId, villageCode, posts, startsOn, endsOn, state } = row
  const { closedReason, closedAt, createdAt, revision } = row
  const name = templateId === null ? undefined : shown.templates.get(templateId)
  return {
    ...{ id, startsOn, endsOn, state, closedReason, closedAt, createdAt, revision },
    posts: posts as Post[],
    template: templateId === null ? null : { id: templateId, name: name ?? '' },
    village: villageCode === null ? null : placeOf(shown.places, villageCode),
    createdBy: holder(shown.names, row.createdBy),
  }
}

export const placeOf = (places: Names, code: string) => ({ code, name: places.get(code) ?? code })

export function daysLate(dueOn: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY_MS))
}

function holder(names: Names, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null)
}
