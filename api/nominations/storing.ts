import type { Context } from 'hono'
import { removeNominationDraft } from '../../db/nomination-drafts.ts'
import { findNomination, type Nomination } from '../../db/nominations.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { nominate, openRoundOf } from '../nominees/opening.ts'
import { Problem } from '../problem.ts'
import type { NominationRequest } from '../shapes/nominations.ts'
import { requireReach } from './reach.ts'
import { reopen, reopeningOf } from './reopening.ts'

/** Stores a nomination once, however often it is sent; its draft goes in the same transaction. */
export async function nominateOnce(
  c: Context<Env>,
  request: NominationRequest,
): Promise<Nomination> {
  const known = await storedBefore(c, request)
  if (known) return known
  const round = await openRoundOf(c, request.round)
  await requireReach(c, request)
  const reopening = await reopeningOf(c, request)
  const store = () =>
    changing(c, async (transaction, tell) => {
      if (reopening) await reopen(c, transaction, reopening, tell)
      await nominate(c, transaction, { round, proposed: proposedIn(request) }, tell)
      const { id } = request
      const accountId = c.var.session.account.id
      await removeNominationDraft(transaction, c.var.scope, { accountId, id })
    })
  await store().catch(async (error) => {
    if (error instanceof Problem) throw error
    // Sent twice at once, or somebody else nominated the person at the same moment: it is there now.
    if (!(await storedBefore(c, request))) await store()
  })
  return (await storedBefore(c, request))!
}

/** A nomination of that id by the same account about the same person; an id of something else is refused. */
async function storedBefore(
  c: Context<Env>,
  { id, talent }: NominationRequest,
): Promise<Nomination | undefined> {
  const known = await findNomination(c.var.db, { countyCode: c.var.countyCode }, id)
  if (!known) return undefined
  if (known.createdBy === c.var.session.account.id && known.talentId === talent) return known
  throw new Problem('conflict', USED)
}

function proposedIn(request: NominationRequest) {
  const { id, talent, village, channel, nominator, relation, jointNames, reason } = request
  const { posts, isOnPaper } = request
  return {
    ...{ id, talentId: talent, villageCode: village, posts, isOnPaper },
    ...{ channel, nominator, relation, jointNames, reason },
  }
}

const USED = {
  zh: '这份提名的编号已用于另一份提名。请刷新页面后重新填写。',
  en: 'The id of this nomination was used for another one. Load the page again.',
}
