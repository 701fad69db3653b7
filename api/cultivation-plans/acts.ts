import type { Context } from 'hono'
import type { z } from 'zod'
import { type CultivationItem, type ItemChange, updateItem } from '../../db/cultivation-items.ts'
import { findCultivationPlan } from '../../db/cultivation-plans.ts'
import type { Env } from '../context.ts'
import { changeEntries } from '../cultivation/changing-entries.ts'
import { dayInChina } from '../days.ts'
import { changedMeanwhile, revisionOf } from '../if-match.ts'
import { requireHome } from '../portrait/changes.ts'
import { Problem } from '../problem.ts'
import type { ConfirmationBody, ReportBody } from '../shapes/cultivation-plans.ts'
import { talentOf } from '../talents.ts'
import { invalid } from '../validate.ts'
import { doneFaults } from './checks.ts'
import { itemOf, talentToCultivate } from './reach.ts'

type State = CultivationItem['state']
type Act = { action: string; from: readonly State[]; change: ItemChange }

/** A mentor, the village or the person's office says that it was done: claimed, until an office confirms it. */
export async function reportItem(c: Context<Env>, id: string, given: z.infer<typeof ReportBody>) {
  const item = await itemOf(c, id)
  const { status } = await talentOf(c, item.talentId)
  if (status === 'left') throw new Problem('conflict', HAS_LEFT)
  await requireDone(c, item, given.doneOn)
  const { at, by } = signature(c)
  return act(c, item, {
    ...{ action: 'item.reported', from: ['open'] },
    change: { ...given, state: 'reported', reportedAt: at, reportedBy: by, reason: null },
  })
}

/** An office confirms what was reported, or what it saw itself. */
export async function confirmItem(
  c: Context<Env>,
  id: string,
  { grade, result, doneOn }: z.infer<typeof ConfirmationBody>,
) {
  const item = await itemOf(c, id)
  await talentToCultivate(c, item.talentId)
  const { at, by } = signature(c)
  const done = { state: 'done', grade, confirmedAt: at, confirmedBy: by, reason: null } as const
  if (item.state !== 'open')
    return act(c, item, { action: 'item.confirmed', from: ['reported'], change: done })
  if (result === undefined || doneOn === undefined) throw new Problem('conflict', NOT_REPORTED)
  await requireDone(c, item, doneOn)
  const change = { ...done, result, doneOn, reportedAt: at, reportedBy: by }
  return act(c, item, { action: 'item.confirmed', from: ['open'], change })
}

/** What was reported is not enough yet. */
export function returnItem(c: Context<Env>, id: string, reason: string) {
  const change = { state: 'open', reason, doneOn: null, ...UNSIGNED } as const
  return actOfOffice(c, id, { action: 'item.returned', from: ['reported'], change })
}

/** It is not to be done any more. */
export function dropItem(c: Context<Env>, id: string, reason: string) {
  const change = { state: 'dropped', reason, doneOn: null, grade: null, ...UNSIGNED } as const
  return actOfOffice(c, id, { action: 'item.dropped', from: ['open', 'reported'], change })
}

/** Takes back that it was done or dropped, and with it the evidence that came of it. */
export function reopenItem(c: Context<Env>, id: string, reason: string) {
  const change = { state: 'open', reason, doneOn: null, grade: null, ...UNSIGNED } as const
  return actOfOffice(c, id, { action: 'item.reopened', from: ['done', 'dropped'], change })
}

const UNSIGNED = { reportedAt: null, reportedBy: null, confirmedAt: null, confirmedBy: null }

async function actOfOffice(c: Context<Env>, id: string, asked: Act) {
  const item = await itemOf(c, id)
  requireHome(c, await talentOf(c, item.talentId))
  return act(c, item, asked)
}

/** Only what nobody changed since it was read; `If-Match` says what its author saw. */
async function act(c: Context<Env>, item: CultivationItem, { action, from, change }: Act) {
  if (!from.includes(item.state)) throw new Problem('conflict', NOT_NOW[item.state])
  const seen = c.req.header('if-match') === undefined ? item.revision : revisionOf(c)
  const { id, talentId } = item
  await changeEntries(c, [talentId], async (transaction, tell) => {
    if (!(await updateItem(transaction, c.var.scope, { id, revision: seen }, change)))
      throw changedMeanwhile()
    tell({ action, subjects: [talentId], detail: { item: id } })
  })
  return itemOf(c, id)
}

async function requireDone(c: Context<Env>, item: CultivationItem, doneOn: string) {
  const { db, scope } = c.var
  const plan = item.planId === null ? undefined : await findCultivationPlan(db, scope, item.planId)
  const made = dayInChina(item.createdAt)
  const since = plan && plan.startsOn < made ? plan.startsOn : made
  const faults = doneFaults(doneOn, { today: c.var.today(), since })
  if (faults.length > 0) throw invalid(faults)
}

function signature(c: Context<Env>) {
  return { at: c.var.clock().toISOString(), by: c.var.session.account.id }
}

const HAS_LEFT = {
  zh: '此人已经出库，培养安排不再填报。',
  en: 'The person has left the pool: nothing more is reported of their items.',
}
const NOT_REPORTED = {
  zh: '这项安排还没有人填报。请先填写完成情况和完成日期，再确认。',
  en: 'Nobody reported this item yet: say what was done and when, and confirm it then.',
}
const NOT_NOW: Record<State, { zh: string; en: string }> = {
  open: {
    zh: '这项安排正在进行中，还没有填报完成，不能这样办理。请刷新后再看。',
    en: 'The item is open and not reported yet, so that this cannot be done. Load it again.',
  },
  reported: {
    zh: '这项安排已填报，正等待确认。请刷新后再看。',
    en: 'The item was reported already and waits to be confirmed. Load it again.',
  },
  done: {
    zh: '这项安排已确认完成。如有误，请先“撤回重办”。',
    en: 'The item is confirmed already. Where that was wrong, reopen it first.',
  },
  dropped: {
    zh: '这项安排已取消。如仍要做，请先“撤回重办”。',
    en: 'The item was dropped. If it is to be done after all, reopen it first.',
  },
}
