import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { rebuildPool } from '../../db/pool.ts'
import type { Database } from '../../db/schema.ts'
import { closeVillage, forgetStandingOf } from '../../db/village-closings.ts'
import { insertMerger, mergeVillage } from '../../db/village-mergers.ts'
import { listMovedBy, type Moved, moveVillage } from '../../db/village-moves.ts'
import { findVillage } from '../../db/villages.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { isDay, isPast } from '../days.ts'
import { keepOldOf } from '../portrait/changes.ts'
import { Problem } from '../problem.ts'
import { requireImpersonal } from '../reasons.ts'
import { forgetCounty } from '../remembered.ts'
import type { Merged, MergerGiven, Moves } from '../shapes/village-mergers.ts'
import { invalid } from '../validate.ts'
import { noVillage } from '../villages.ts'

type Place = { code: string; name: string; townshipCode: string }

/** A village becomes part of another: people and what is on its way go along, what is open about the place is closed. */
export async function mergeVillages(
  c: Context<Env>,
  code: string,
  given: MergerGiven,
): Promise<z.infer<typeof Merged>> {
  const { db, scope } = c.var
  requireImpersonal(given.reason, '')
  const village = await findVillage(db, scope, code)
  if (!village) throw noVillage(code)
  const into = await intoOf(c, code, given)
  const moved = await changing(c, async (transaction, tell) => {
    const moved = await move(transaction, c, { village, into, given })
    const detail = { village: code, into: into.code, ...movesOf(moved) }
    const subjects = [...moved.people, ...moved.accounts, ...moved.nominees.map(({ id }) => id)]
    tell({ action: 'village-merger.made', subjects, reason: given.reason, detail })
    return moved
  })
  forgetCounty(db)
  return {
    village: { code, name: village.name },
    into: { code: into.code, name: into.name },
    moves: movesOf(moved),
  }
}

/** Old values go into the history of everybody who has not been erased. */
export async function keepHomes(
  c: Context<Env>,
  transaction: Transaction<Database>,
  people: readonly string[],
  { from, to }: { from: Place; to: Place },
): Promise<void> {
  const erased = await transaction
    .selectFrom('talents')
    .select('id')
    .where('countyCode', '=', c.var.countyCode)
    .where('erasedAt', 'is not', null)
    .execute()
  const gone = new Set(erased.map(({ id }) => id))
  const kept = [{ field: 'homeVillage', before: from.name, after: to.name }]
  const living = people.filter((id) => !gone.has(id))
  await keepOldOf(c, transaction, new Map(living.map((id) => [id, kept])))
}

export function movesOf(moved: Moved): Moves {
  const { people, accounts, nominees, applications, cultivationPlans } = moved
  const { decisions, actions, warnings } = moved
  return {
    ...{ people: people.length, accounts: accounts.length, nominees: nominees.length },
    ...{ applications: applications.length, cultivationPlans: cultivationPlans.length },
    ...{ decisions: decisions.length, actions: actions.length, warnings: warnings.length },
  }
}

async function intoOf(c: Context<Env>, code: string, { into, on }: MergerGiven): Promise<Place> {
  const { db, scope } = c.var
  if (!isDay(on) || !isPast(on, c.var.today())) throw invalid([{ pointer: '#/on', detail: NO_DAY }])
  if (into === code) throw invalid([{ pointer: '#/into', detail: ITSELF }])
  const village = await findVillage(db, scope, into)
  if (!village) throw invalid([{ pointer: '#/into', detail: NO_INTO }])
  return village
}

type Asked = { village: Place; into: Place; given: MergerGiven }

async function move(
  transaction: Transaction<Database>,
  c: Context<Env>,
  { village, into, given }: Asked,
): Promise<Moved> {
  const { scope, session, clock } = c.var
  const [at, by] = [clock().toISOString(), session.account.id]
  // As the transaction has them: somebody may have merged either a moment ago.
  if (!(await findVillage(transaction, scope, into.code))) throw new Problem('conflict', GONE)
  const moved = await listMovedBy(transaction, scope, { code: village.code, into: into.code })
  const merger = { code: village.code, into: into.code, on: given.on }
  if (!(await mergeVillage(transaction, scope, merger))) throw new Problem('conflict', GONE)
  await keepHomes(c, transaction, moved.people, { from: village, to: into })
  const to = { village: into.code, township: into.townshipCode }
  await moveVillage(transaction, scope, moved, { from: village.code, to, updatedAt: at })
  const reason = `已并入${into.name}：${given.reason}`
  await closeVillage(transaction, scope, moved, { at, by, on: given.on, reason })
  await forgetStandingOf(transaction, scope, village.code)
  await insertMerger(transaction, scope, {
    ...{ id: newId(), villageCode: village.code, intoCode: into.code, onDay: given.on },
    ...{ reason: given.reason, moved: JSON.stringify(moved), mergedAt: at, mergedBy: by },
  })
  await rebuildPool(transaction, scope)
  return moved
}

const NO_DAY = {
  zh: '合并日期应为不晚于今天的真实日期，写作 2026-11-26。',
  en: 'The day of the merger is real and not after today, written 2026-11-26.',
}
const ITSELF = {
  zh: '不能并入自己。请选择合并后保留的村（社区）。',
  en: 'A village cannot become part of itself: choose the one that goes on.',
}
const NO_INTO = {
  zh: '本县没有这个村（社区），或它自己已并入别的村。请重新选择。',
  en: 'The county has no such village, or it became part of another itself: choose again.',
}
const GONE = {
  zh: '其中一个村（社区）刚刚已被合并。请重新读取后再办。',
  en: 'One of the two has just been merged. Read the page again.',
}
