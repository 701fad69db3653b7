import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import { closeCultivationOf } from '../../db/cultivation-plans.ts'
import type { Database } from '../../db/schema.ts'
import { listTagsOf, putTags } from '../../db/tags.ts'
import { listSourcesOf, putSources } from '../../db/talent-sources.ts'
import type { TalentChange } from '../../db/talents.ts'
import type { Env } from '../context.ts'
import { renameAccounts } from '../corrected.ts'
import { requireNoneOpen } from '../nominees/leaving.ts'
import { placeNamesIn } from '../people-by-id.ts'
import { requireImpersonal } from '../reasons.ts'
import type { Change } from '../shapes/portrait-input.ts'
import { invalid } from '../validate.ts'
import { changeTalent, type Kept, keptList, textOf } from './changes.ts'
import { faultsOf } from './checks.ts'
import { columnsOf, typedOf } from './values.ts'

type Changes = z.infer<typeof Change>
type Facts = Omit<Changes, 'reason' | 'sources' | 'tags'>
type Row = Parameters<typeof typedOf>[0]

/** Changes facts; a value that is there already is no change and leaves no trace. */
export function editPortrait(c: Context<Env>, id: string, given: Changes) {
  const { reason, sources, tags, ...facts } = given
  return changeTalent(c, { id, action: 'talent.changed' }, async (transaction, row) => {
    const changed = differing(facts, row)
    const faults = faultsOf({ ...changed, ...(reason && { reason }) }, row, c.var.today())
    if (faults.length > 0) throw invalid(faults)
    if (reason !== undefined) requireImpersonal(reason, row.name)
    if (changed.status === 'left') {
      await requireNoneOpen(c, transaction, id)
      const closing = { reason: reason ?? LEFT, at: c.var.clock().toISOString() }
      await closeCultivationOf(transaction, c.var.scope, id, closing)
    }
    const change = await columnsOf(transaction, c.var.scope, changed, row)
    const kept = [
      ...(await keptOf(c, transaction, changed, row)),
      ...(await changeSources(c, transaction, id, sources)),
      ...(await changeTags(c, transaction, id, tags)),
      ...(changed.status && reason ? [{ field: 'statusReason', before: null, after: reason }] : []),
    ]
    if (changed.name) await renameAccounts(c, transaction, id, changed.name)
    return { kept, change: change as TalentChange, reason }
  })
}

/** Why a cultivation plan is closed, where nobody said more. */
const LEFT = '已出库'

/** Of values that were typed those that the record does not have. */
export function differing(given: Facts, row: Row): Facts {
  const before: Record<string, unknown> = typedOf(row)
  const isOther = ([field, value]: [string, unknown]) =>
    value !== undefined && JSON.stringify(value) !== JSON.stringify(before[field])
  return Object.fromEntries(Object.entries(given).filter(isOther))
}

/** Old and new values as they were typed; what follows from them is not kept twice. */
export async function keptOf(
  c: Context<Env>,
  transaction: Transaction<Database>,
  changed: Facts,
  row: Row,
): Promise<Kept[]> {
  const before: Record<string, unknown> = typedOf(row)
  const names = changed.homeVillage ? await placeNamesIn(transaction, c.var.countyCode) : new Map()
  return Object.entries(changed).map(([field, value]) => {
    const said = (one: unknown) =>
      field === 'homeVillage' ? (names.get(one) ?? String(one)) : textOf(one)
    return { field, before: said(before[field]), after: said(value) }
  })
}

async function changeSources(
  c: Context<Env>,
  transaction: Transaction<Database>,
  id: string,
  sources: string[] | undefined,
): Promise<Kept[]> {
  if (!sources) return []
  const before = await listSourcesOf(transaction, c.var.scope, id)
  const after = [...new Set(sources)]
  const kept = keptList('sources', before, after)
  if (kept.length > 0) await putSources(transaction, c.var.scope, id, after)
  return kept
}

async function changeTags(
  c: Context<Env>,
  transaction: Transaction<Database>,
  id: string,
  tags: string[] | undefined,
): Promise<Kept[]> {
  if (!tags) return []
  const before = (await listTagsOf(transaction, c.var.scope, [id])).get(id) ?? []
  const after = [...new Set(tags)]
  const kept = keptList('tags', before, after)
  if (kept.length > 0) await putTags(transaction, c.var.scope, new Map([[id, after]]))
  return kept
}
