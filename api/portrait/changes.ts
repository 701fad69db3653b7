import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { insertHistories } from '../../db/talent-history.ts'
import { type TalentChange, updateTalent } from '../../db/talents.ts'
import { changing, type Told } from '../auditing.ts'
import type { Env } from '../context.ts'
import { changedMeanwhile, revisionOf } from '../if-match.ts'
import { Problem } from '../problem.ts'
import { forgetCounty } from '../remembered.ts'
import { talentOf } from '../talents.ts'

/** An old value and a new one, as people read them. */
export type Kept = { field: string; before: string | null; after: string | null }
type Done = { kept: Kept[]; change?: TalentChange; reason?: string | undefined }
type Row = Awaited<ReturnType<typeof talentOf>>

/**
 * A change of one person's record by the revision that its author saw: the work, old values, the audit entry and the
 * new revision stand or fall together. Work that keeps nothing changed nothing.
 */
export async function changeTalent(
  c: Context<Env>,
  { id, action }: { id: string; action: string },
  work: (transaction: Transaction<Database>, row: Row, tell: (told: Told) => void) => Promise<Done>,
): Promise<{ revision: number }> {
  const revision = revisionOf(c)
  const row = await talentOf(c, id)
  requireHome(c, row)
  if (row.revision !== revision) throw changedMeanwhile()
  const hasChanged = await changing(c, async (transaction, tell) => {
    const { kept, change = {}, reason } = await work(transaction, row, tell)
    if (kept.length === 0) throw new Unchanged()
    await keepOld(c, transaction, id, kept)
    const updatedAt = c.var.clock().toISOString()
    const own = { ...change, updatedAt }
    if (!(await updateTalent(transaction, c.var.scope, id, own, revision))) throw changedMeanwhile()
    const fields = [...new Set(kept.map(({ field }) => field))]
    tell({ action, subjects: [id], detail: { fields }, ...(reason && { reason }) })
    return true
  }).catch(unlessUnchanged)
  if (hasChanged) forgetCounty(c.var.db)
  return { revision: revision + (hasChanged ? 1 : 0) }
}

/** Ends a transaction that came to nothing: no entry, no new revision. */
class Unchanged extends Error {}

function unlessUnchanged(error: unknown): false {
  if (error instanceof Unchanged) return false
  throw error
}

/** Old values go into the person's history, which goes with the person. */
export function keepOld(
  c: Context<Env>,
  transaction: Transaction<Database>,
  talentId: string,
  kept: readonly Kept[],
): Promise<void> {
  return keepOldOf(c, transaction, new Map([[talentId, kept]]))
}

/** The same of many people at once. */
export async function keepOldOf(
  c: Context<Env>,
  transaction: Transaction<Database>,
  all: ReadonlyMap<string, readonly Kept[]>,
): Promise<void> {
  const at = c.var.clock().toISOString()
  const accountId = c.var.session.account.id
  const rows = [...all].flatMap(([talentId, kept]) =>
    kept.map((one) => ({ id: newId(), talentId, ...one, at, accountId })),
  )
  await insertHistories(transaction, c.var.scope, rows)
}

/** A list before and after, in whatever order; nothing when it is the same. */
export function keptList(
  field: string,
  before: readonly string[],
  after: readonly string[],
): Kept[] {
  const isSame = new Set(before).symmetricDifference(new Set(after)).size === 0
  const said = (list: readonly string[]) => (list.length === 0 ? null : list.join('、'))
  return isSame ? [] : [{ field, before: said(before), after: said(after) }]
}

/** A value as the history keeps it: ids and words as they are. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return Array.isArray(value) ? value.join('、') : String(value)
}

type Home = { homeTownshipCode: string; homeVillageCode: string }

/** An account of a place keeps the records of people at home there; whoever only serves there is another's. */
export function isHomeIn({ townshipCode, villageCodes }: Scope, home: Home): boolean {
  const isInTownship = townshipCode === undefined || home.homeTownshipCode === townshipCode
  return isInTownship && (villageCodes?.includes(home.homeVillageCode) ?? true)
}

export function requireHome(c: Context<Env>, home: Home): void {
  if (isHomeIn(c.var.scope, home)) return
  throw new Problem('not-permitted', {
    zh: '此人户籍（常住）不在本账号的管理范围，只能查看；请由其所在乡镇（街道）或县级组织部门修改。',
    en: 'The person’s home is outside the reach of your account, which may only look: the township of the home or the county changes the record.',
  })
}
