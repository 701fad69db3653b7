import type { Context } from 'hono'
import { findProposal, type Proposal, updateProposal } from '../../db/mentorship-proposals.ts'
import { holdMentor } from '../../db/mentorships.ts'
import type { Scope } from '../../db/scope.ts'
import { changing, recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { policyInForce } from '../people-by-id.ts'
import { Problem } from '../problem.ts'
import { beginMentorships } from './beginning.ts'
import { mentorOf } from './mentors.ts'
import { proposalsShown, type ShownProposal } from './proposals-shown.ts'

type Answer = 'agreed' | 'refused'
type Answering = { who: 'mentor' | 'talent'; answer: Answer; scope: Scope }

export async function answerByMentor(
  c: Context<Env>,
  id: string,
  answer: Answer,
): Promise<ShownProposal> {
  const scope = { countyCode: c.var.countyCode }
  const row = await findProposal(c.var.db, scope, id)
  const isOwn = row?.mentorId === c.var.session.account.id
  if (!row || !isOwn) throw await noProposal(c, id)
  return answered(c, row, { who: 'mentor', answer, scope })
}

/** The person on their own account, or an office that writes an answer on paper down. */
export async function answerInScope(
  c: Context<Env>,
  id: string,
  given: { who: 'mentor' | 'talent'; answer: Answer },
): Promise<ShownProposal> {
  return answered(c, await proposalOf(c, id), { ...given, scope: c.var.scope })
}

export async function proposalOf(c: Context<Env>, id: string): Promise<Proposal> {
  const row = await findProposal(c.var.db, c.var.scope, id)
  if (row) return row
  throw await noProposal(c, id)
}

/** An answer is given once; the second that agrees begins the mentorship, and one that refuses ends the matter. */
async function answered(c: Context<Env>, row: Proposal, asked: Answering): Promise<ShownProposal> {
  const { who, answer, scope } = asked
  if (row[`${who}Answer`] === answer) return (await proposalsShown(c, [row]))[0]!
  const { line: mentor } = await mentorOf(c, row.mentorId)
  const policyMax = (await policyInForce(c)).cultivation.menteesMax
  await changing(c, async (transaction, tell) => {
    // Both may answer in the same moment: the second waits and reads the first.
    await holdMentor(transaction, { countyCode: c.var.countyCode }, mentor.id)
    const now = await findProposal(transaction, scope, row.id)
    if (now?.state !== 'open' || now[`${who}Answer`] !== null) throw isAnswered()
    const change = changeFor(c, now, asked)
    await updateProposal(transaction, scope, row.id, change)
    const subjects = [row.talentId, row.mentorId]
    tell({ action: 'mentorship.answered', subjects, detail: { who, answer } })
    const talentIds = [row.talentId]
    if (change.state === 'begun')
      await beginMentorships(c, { transaction, tell, mentor, talentIds, policyMax })
  })
  const after = (await findProposal(c.var.db, scope, row.id))!
  return (await proposalsShown(c, [after]))[0]!
}

function changeFor(c: Context<Env>, now: Proposal, { who, answer }: Answering): Partial<Proposal> {
  const at = c.var.clock().toISOString()
  const other = who === 'mentor' ? now.talentAnswer : now.mentorAnswer
  const isBoth = answer === 'agreed' && other === 'agreed'
  return {
    ...(who === 'mentor'
      ? { mentorAnswer: answer, mentorAnsweredAt: at }
      : { talentAnswer: answer, talentAnsweredAt: at, talentAnsweredBy: c.var.session.account.id }),
    ...(answer === 'refused' && { state: 'refused', endedAt: at }),
    ...(isBoth && { state: 'begun', endedAt: at }),
  }
}

async function noProposal(c: Context<Env>, id: string): Promise<Problem> {
  await recordMiss(c, 'mentorship.missed', id)
  return new Problem('not-found', {
    zh: '没有这项拟帮带，可能已撤回。请从列表中选择。',
    en: 'There is no such proposed pair; it may have been withdrawn. Choose one of the list.',
  })
}

export function isAnswered(): Problem {
  return new Problem('already-finished', {
    zh: '这项拟帮带已经答复或结束，不能再改。情况有变的，请组织部门重新提出。',
    en: 'This pair was answered or is settled, and stays so. Where things changed the office proposes anew.',
  })
}
