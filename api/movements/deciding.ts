import type { Context } from 'hono'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { isOnTrial } from '../../db/check-board.ts'
import {
  insertMovement,
  listMovementsOf,
  type Movement,
  takeMovementBack,
} from '../../db/movements.ts'
import type { TalentTable } from '../../db/schema.ts'
import { findVillage } from '../../db/villages.ts'
import type { Env } from '../context.ts'
import { dayInChina, daysAfter, isDay, isPast } from '../days.ts'
import { changeTalent } from '../portrait/changes.ts'
import { Problem } from '../problem.ts'
import { requireImpersonal } from '../reasons.ts'
import type { MovementBody } from '../shapes/movements.ts'
import { invalid } from '../validate.ts'

type Status = TalentTable['status']
type Given = z.infer<typeof MovementBody>
/** A decision that was wrong is noticed within so many days (ours); later another decision is made. */
const BACK_WITHIN = 30

/** Signs that somebody comes among the reserves, or goes from them and stays in the pool. */
export async function decide(c: Context<Env>, talentId: string, given: Given) {
  const { direction, way, reason, on, village: villageCode } = given
  await requirePossible(c, given)
  const { scope, clock, session } = c.var
  const { account } = session
  const id = newId()
  const act = { id: talentId, action: 'movement.signed' }
  const done = await changeTalent(c, act, async (transaction, row) => {
    requireImpersonal(reason, row.name)
    requireStatus(row.status, direction)
    const isTried = direction === 'out' && (await isOnTrial(transaction, scope, talentId))
    if (isTried) throw new Problem('conflict', ON_TRIAL)
    await insertMovement(transaction, scope, {
      ...{ id, talentId, direction, way, villageCode, reason, decidedOn: on },
      ...{ statusBefore: row.status, accountId: account.id, accountName: account.name },
      ...{ position: account.position, signedAt: clock().toISOString() },
    })
    return changed(row.status, direction === 'in' ? 'reserve' : 'in-pool', reason)
  })
  return { id, ...done }
}

/** The last decision taken back: the status is what it was before, to the letter. */
export async function takeBack(
  c: Context<Env>,
  { talentId, movement, reason }: { talentId: string; movement: string; reason: string },
) {
  const { scope, clock, session } = c.var
  const act = { id: talentId, action: 'movement.taken-back' }
  return changeTalent(c, act, async (transaction, row) => {
    requireImpersonal(reason, row.name)
    const all = await listMovementsOf(transaction, scope, talentId)
    const found = all.find(({ id }) => id === movement)
    if (!found) throw new Problem('not-found', NO_MOVEMENT)
    if (!isRevocable(all, found, { status: row.status, today: c.var.today() }))
      throw new Problem('conflict', TOO_LATE)
    const taken = { id: movement, at: clock().toISOString(), by: session.account.id }
    if (!(await takeMovementBack(transaction, scope, taken)))
      throw new Problem('conflict', TOO_LATE)
    return changed(row.status, found.statusBefore as Status, reason)
  })
}

/** The last one that holds, not older than thirty days, while the status is still what it made. */
export function isRevocable(
  all: readonly Movement[],
  one: Movement,
  { status, today }: { status: string; today: string },
): boolean {
  const last = all.find(({ takenBackAt }) => takenBackAt === null)
  const isInTime = today <= daysAfter(dayInChina(one.signedAt), BACK_WITHIN)
  return last?.id === one.id && isInTime && status === statusAfter(one.direction)
}

const statusAfter = (direction: Movement['direction']): Status =>
  direction === 'in' ? 'reserve' : 'in-pool'

function changed(before: Status, status: Status, reason: string) {
  const kept = [
    { field: 'status', before, after: status },
    { field: 'statusReason', before: null, after: reason },
  ]
  return { kept, change: { status }, reason }
}

async function requirePossible(c: Context<Env>, { on, village }: Given): Promise<void> {
  const isReal = isDay(on) && isPast(on, c.var.today())
  if (!isReal) throw invalid([{ pointer: '#/on', detail: NO_DAY }])
  const isKnown = village === null || (await findVillage(c.var.db, c.var.scope, village))
  if (!isKnown) throw invalid([{ pointer: '#/village', detail: NO_VILLAGE }])
}

function requireStatus(status: Status, direction: Given['direction']): void {
  const isReserve = status === 'reserve' || status === 'trial-post'
  if (direction === 'out' && !isReserve) throw new Problem('conflict', NO_RESERVE)
  const mayComeIn = status === 'registered' || status === 'in-pool'
  if (direction === 'in' && !mayComeIn)
    throw new Problem('conflict', status === 'left' ? LEFT : RESERVE_ALREADY)
}

const NO_DAY = {
  zh: '日期应为真实日期，写作 2026-11-26，且不晚于今天。',
  en: 'The day is real, written 2026-11-26, and not in the future.',
}
const NO_VILLAGE = {
  zh: '没有这个村（社区），或不在本账号的管理范围。',
  en: 'There is no such village in the reach of your account.',
}
const NO_RESERVE = {
  zh: '此人现在不是后备，不需要登记退出。请刷新页面看现在的状态。',
  en: 'The person is no reserve now. Load the page again.',
}
const RESERVE_ALREADY = {
  zh: '此人已是后备、准岗或已任职，不需要再登记进入。',
  en: 'The person is a reserve, on trial or in office already.',
}
const LEFT = {
  zh: '此人已出库，请先登记“重新入库”，再登记进入后备。',
  en: 'The person has left the pool: record the return first.',
}
const ON_TRIAL = {
  zh: '此人的准岗还没有结束。请先办结或中止准岗，再登记退出。',
  en: 'A post on trial goes on: conclude it or break it off first.',
}
const NO_MOVEMENT = {
  zh: '没有这项进退决定，请刷新页面。',
  en: 'There is no such decision. Load the page again.',
}
const TOO_LATE = {
  zh: '只有最近一项、30 天以内、状态未再变动的进退决定可以撤销。情况有变的，请登记新的决定。',
  en: 'Only the last decision can be taken back, within 30 days, while the status has not changed since. Record a new one instead.',
}
