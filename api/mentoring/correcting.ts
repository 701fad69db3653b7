import type { Context } from 'hono'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import {
  dropItemsOf,
  findMentoringSession,
  insertAddition,
  listAdditionsOf,
  type MentoringSession,
  takeSessionBack,
} from '../../db/mentoring-sessions.ts'
import { changing, recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { changeEntries } from '../cultivation/changing-entries.ts'
import { policyInForce } from '../people-by-id.ts'
import { Problem } from '../problem.ts'
import type { Addition, SessionAnswer } from '../shapes/mentoring.ts'
import { meetingsOfTwo } from './cautions.ts'
import { sessionsShown, takeBackUntil } from './shown.ts'

type Answer = z.infer<typeof SessionAnswer>

/** Adds a sentence to an own session; the same id once more adds nothing, and says so where the words are others. */
export async function addTo(
  c: Context<Env>,
  id: string,
  { id: addition = newId(), text }: z.infer<typeof Addition>,
): Promise<Answer> {
  const session = await ownSession(c, id)
  const { talentId } = session
  if (session.takenBackAt !== null) throw isTakenBack()
  const { countyCode, clock } = c.var
  await changing(c, async (transaction, tell) => {
    const isNew = await insertAddition(
      transaction,
      { countyCode },
      {
        ...{ id: addition, entryKind: 'session', entryId: id, talentId, text },
        ...{ at: clock().toISOString(), accountId: c.var.session.account.id },
      },
    )
    const known = await listAdditionsOf(transaction, { countyCode }, 'session', [id])
    if (!isNew && !known.some((it) => it.id === addition && it.text === text)) throw isOther()
    tell({ action: 'mentoring-session.added-to', subjects: [talentId], detail: { session: id } })
  })
  return answerOf(c, id)
}

/** The mentor's own, within some days. */
export async function takeOwnBack(c: Context<Env>, id: string, reason: string): Promise<Answer> {
  const session = await ownSession(c, id)
  if (session.takenBackAt === null && c.var.today() > takeBackUntil(session)) throw tooLate()
  return takeBack(c, session, reason)
}

/** By an office, whenever it is found to be wrong. */
export async function takeBackByOffice(
  c: Context<Env>,
  id: string,
  reason: string,
): Promise<Answer> {
  return takeBack(c, await sessionOf(c, id), reason)
}

/** It stays readable with the reason; evidence that came of it goes, and the task that nobody reported. */
async function takeBack(c: Context<Env>, session: MentoringSession, reason: string) {
  const { id, talentId } = session
  const takenBackAt = c.var.clock().toISOString()
  const takenBackBy = c.var.session.account.id
  await changeEntries(c, [talentId], async (transaction, tell) => {
    const taken = { takenBackAt, takenBackBy, takenBackReason: reason }
    if (!(await takeSessionBack(transaction, c.var.scope, id, taken))) throw isTakenBack()
    await dropItemsOf(transaction, c.var.scope, id, reason)
    const detail = { session: id }
    tell({ action: 'mentoring-session.taken-back', subjects: [talentId], detail })
  })
  return answerOf(c, id)
}

async function answerOf(c: Context<Env>, id: string): Promise<Answer> {
  const { cultivation } = await policyInForce(c)
  const row = (await findMentoringSession(c.var.db, c.var.scope, id))!
  const [session] = await sessionsShown(c, [row], cultivation.topics)
  const cautions = row.takenBackAt === null ? (await meetingsOfTwo(c, [row]))(row) : []
  return { session: session!, cautions }
}

async function ownSession(c: Context<Env>, id: string): Promise<MentoringSession> {
  const session = await sessionOf(c, id)
  if (session.mentorId === c.var.session.account.id) return session
  await recordMiss(c, 'mentoring-session.missed', id)
  throw noSession()
}

async function sessionOf(c: Context<Env>, id: string): Promise<MentoringSession> {
  const found = await findMentoringSession(c.var.db, c.var.scope, id)
  if (found) return found
  await recordMiss(c, 'mentoring-session.missed', id)
  throw noSession()
}

function noSession(): Problem {
  return new Problem('not-found', {
    zh: '没有这条帮带记录，或帮带关系已结束。请从记录列表中选择。',
    en: 'There is no such session, or the mentorship has ended. Choose one of the list.',
  })
}

function isTakenBack(): Problem {
  return new Problem('already-finished', {
    zh: '这条帮带记录已经取消，不能再改。需要时请另记一条。',
    en: 'The session was taken back already. Record another where it is needed.',
  })
}

function isOther(): Problem {
  return new Problem('conflict', {
    zh: '这条补充已经收到，内容与这次发来的不同。补充签名后不能改写，请另写一条补充。',
    en: 'This addition has arrived already and says something else. What is signed stays: write another one.',
  })
}

function tooLate(): Problem {
  return new Problem('conflict', {
    zh: '记录已超过 7 天，导师本人不能再取消。确有错误的，请告诉组织部门，由其说明理由后取消。',
    en: 'After 7 days the mentor cannot take a session back any more. Tell the office, which can, with a reason.',
  })
}
