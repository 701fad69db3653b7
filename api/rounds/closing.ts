import type { Context } from 'hono'
import type { z } from 'zod'
import { countApplications, refuseWaiting } from '../../db/applications.ts'
import { countOpenByStage, listOpenNominees } from '../../db/round-board.ts'
import { type Round, updateRound } from '../../db/rounds.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { changedMeanwhile } from '../if-match.ts'
import { actorOf } from '../nominees/actor.ts'
import { type Loaded, loadNominee, type RoundProcedure } from '../nominees/loading.ts'
import { storeAct } from '../nominees/performing.ts'
import { Problem } from '../problem.ts'
import type { RoundClosing } from '../shapes/rounds.ts'
import { requireOpen, roundOf } from './shown.ts'

/** Nominees that are stopped in one transaction: few enough that others get their turn. */
const BATCH = 20
/** How often a batch is read anew because somebody signed meanwhile. */
const MOST_TRIES = 5

/**
 * Closes a round once nobody in it is open: either that holds already, or each of them is stopped by an act first, a
 * batch at a time. A process that is killed in between leaves a round that is open and can be closed again.
 */
export async function closeRound(
  c: Context<Env>,
  id: string,
  { reason, rest }: z.infer<typeof RoundClosing>,
): Promise<void> {
  const round = await roundOf(c, id)
  requireOpen(round)
  const stopped = rest === 'not-chosen' ? await stopAll(c, id, reason) : 0
  await changing(c, async (transaction, tell) => {
    const { scope, clock, session } = c.var
    const [closedAt, closedBy] = [clock().toISOString(), session.account.id]
    const change = { state: 'closed' as const, closedAt, closedBy }
    if (!(await updateRound(transaction, scope, round, change))) throw changedMeanwhile()
    // After the change, which holds the row: a nomination at the same time waits, and finds the round closed.
    const open = await countOpenByStage(transaction, scope, id)
    const waiting = { state: 'waiting' as const, round: id }
    const applications = await countApplications(transaction, scope, waiting)
    if (open.size > 0 || (applications > 0 && rest === 'refuse'))
      throw stillOpen(round, open, applications)
    const told = { answer: TOO_LATE, decidedAt: closedAt, decidedBy: closedBy }
    const refused = await refuseWaiting(transaction, scope, id, told)
    tell({ action: 'round.closed', subjects: [id], reason, detail: { stopped, refused } })
  })
}

/** What the person reads by their receipt. */
const TOO_LATE = '本轮次已结束，您的自荐未及受理。下一轮次开放后，您可以再次报名。感谢您的参与。'

async function stopAll(c: Context<Env>, round: string, reason: string): Promise<number> {
  let stopped = 0
  for (let tries = 0; ; ) {
    const ids = await listOpenNominees(c.var.db, c.var.scope, round, BATCH)
    if (ids.length === 0) return stopped
    const loaded: Loaded[] = []
    for (const id of ids) loaded.push(await loadNominee(c, id))
    try {
      await stopBatch(c, loaded, reason)
      stopped += loaded.length
      tries = 0
    } catch (error) {
      const isMoved = error instanceof Problem && error.type === 'changed'
      if (!isMoved || ++tries === MOST_TRIES) throw error
    }
  }
}

async function stopBatch(c: Context<Env>, batch: Loaded[], reason: string): Promise<void> {
  await changing(c, async (transaction, tell) => {
    const act = { kind: 'stop' as const, reason }
    for (const loaded of batch)
      await storeAct(c, transaction, { loaded, act, actor: actorOf(c) }, tell)
  })
}

function stillOpen({ name, procedure }: Round, open: Map<string, number>, applications: number) {
  const { stages } = procedure as RoundProcedure
  const at = stages
    .filter(({ id }) => open.has(id))
    .map(({ id, words }) => ({ id, words, count: open.get(id)! }))
  const count = [...open.values()].reduce((sum, one) => sum + one, 0)
  const zh = at.map(({ words, count: of }) => `${words.zh} ${of} 人`)
  const en = at.map(({ words, count: of }) => `${words.en}: ${of}`)
  const left = {
    zh: [
      ...(count > 0 ? [`${count} 名人选在办（${zh.join('、')}）`] : []),
      ...(applications > 0 ? [`${applications} 件公众自荐未受理`] : []),
    ].join('，'),
    en: [
      ...(count > 0 ? [`${count} open nominees (${en.join(', ')})`] : []),
      ...(applications > 0 ? [`${applications} applications that nobody decided`] : []),
    ].join(' and '),
  }
  return new Problem(
    'conflict',
    {
      zh: `“${name}”还有 ${left.zh}，不能结束。请先办结，或者选择“其余按未列入处理”：人选逐人终止并安排谈话，未受理的自荐一并答复。`,
      en: `“${name}” has ${left.en} and cannot be closed. Settle them first, or have the rest ended: nominees are stopped as not chosen with a talk due, applications are answered.`,
    },
    [],
    {},
    { open: count, stages: at, applications },
  )
}
