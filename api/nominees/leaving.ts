import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { listNomineesOf } from '../../db/nominees.ts'
import type { Database, DepartureTable } from '../../db/schema.ts'
import type { Told } from '../auditing.ts'
import type { Env } from '../context.ts'
import { changedMeanwhile } from '../if-match.ts'
import { Problem } from '../problem.ts'
import type { ReviewAct } from '../shapes/review-acts.ts'
import { invalid } from '../validate.ts'
import { actorOf } from './actor.ts'
import { type Loaded, loadNominee } from './loading.ts'
import { storeAct } from './performing.ts'

type Kind = DepartureTable['kind']

/**
 * Nominations under way of somebody who leaves. A township withdraws its own on the person's wish; whatever else
 * there is, the county ends.
 */
export async function openNomineesOf(
  c: Context<Env>,
  talentId: string,
  kind: Kind,
): Promise<Loaded[]> {
  const { db, scope, countyCode } = c.var
  const ids = (await openOf(db, { countyCode }, talentId)).map(({ id }) => id)
  const own = new Set((await openOf(db, scope, talentId)).map(({ id }) => id))
  const isCounty = c.var.session.account.role === 'county'
  if (!isCounty && (ids.some((id) => !own.has(id)) || (ids.length > 0 && kind !== 'own-wish')))
    throw new Problem('conflict', COUNTY_ENDS)
  const loaded: Loaded[] = []
  for (const id of ids) loaded.push(await loadNominee(c, id))
  return loaded
}

/** Who has nominations under way leaves by an entry that ends them, not by a change of the record. */
export async function requireNoneOpen(
  c: Context<Env>,
  transaction: Transaction<Database>,
  talentId: string,
): Promise<void> {
  const open = await openOf(transaction, { countyCode: c.var.countyCode }, talentId)
  if (open.length > 0) throw invalid([{ pointer: '#/status', detail: BY_ENTRY }])
}

type Leaving = { open: Loaded[]; talentId: string; kind: Kind; reason: string }

/** Ends each of them by a signed act in the caller's transaction. */
export async function endAll(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { open, talentId, kind, reason }: Leaving,
  tell: (told: Told) => void,
): Promise<void> {
  if (kind === 'returned') return
  const now = await openOf(transaction, { countyCode: c.var.countyCode }, talentId)
  const known = new Set(open.map(({ row }) => row.id))
  if (now.some(({ id }) => !known.has(id))) throw changedMeanwhile()
  const act: ReviewAct =
    kind === 'own-wish' ? { kind: 'withdraw', reason, isOnPaper: true } : { kind: 'stop', reason }
  for (const loaded of open)
    await storeAct(c, transaction, { loaded, act, actor: actorOf(c) }, tell)
}

async function openOf(...[db, scope, talentId]: Parameters<typeof listNomineesOf>) {
  return (await listNomineesOf(db, scope, talentId)).filter(({ state }) => state === 'open')
}

const BY_ENTRY = {
  zh: '此人有办理中的提名，请用“登记出库”办理，提名将同时办结。',
  en: 'Nominations of this person are under way: record that the person left, which ends them as well.',
}
const COUNTY_ENDS = {
  zh: '此人有办理中的提名，不在本账号可以办结的范围。请由县级组织部门登记出库，提名将同时办结。',
  en: 'Nominations of this person are under way that your account cannot end: the county records it and ends them with it.',
}
