import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { type Account, listAccounts } from '../../db/accounts.ts'
import type { Message } from '../../db/messages.ts'
import type { StoredAct } from '../../db/review-acts.ts'
import type { Database } from '../../db/schema.ts'
import type { Env } from '../context.ts'
import type { ReviewAct } from '../shapes/review-acts.ts'
import type { File } from '../workflow/file.ts'
import { summaryOf } from '../workflow/summary.ts'
import type { Loaded } from './loading.ts'

/** What accounts are told of: asked for more, an objection, the end of the way. The queue itself says the rest. */
export const MESSAGE_KINDS = [
  'asked',
  'objection',
  'outcome',
  'reminder',
  'handed-over',
  'meeting-late',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

type Happened = { loaded: Loaded; after: File; act: StoredAct }

/** The messages that follow from an act, to whoever has to know; never to whoever acted. */
export async function toldOf(
  c: Context<Env>,
  transaction: Transaction<Database>,
  happened: Happened,
): Promise<Message[]> {
  const { loaded, after, act } = happened
  const kind = kindOf(happened)
  if (kind === null) return []
  const accounts = await listAccounts(transaction, { countyCode: c.var.countyCode })
  const to = accounts.filter(
    (account) => account.state === 'active' && concerns(account, kind, happened),
  )
  const detail = {
    stage: after.nominee.stage,
    state: after.nominee.state,
    act: act.kind,
    outcome: after.nominee.outcome,
  }
  return to
    .filter(({ id }) => id !== act.accountId)
    .map(({ id }) => ({
      ...{ id: newId(), accountId: id, kind, nomineeId: loaded.row.id, detail },
      ...{ at: act.at, readAt: null },
    }))
}

function kindOf({ loaded: { row }, after, act }: Happened): MessageKind | null {
  const body = act.body as ReviewAct
  if (after.nominee.state !== 'open' && row.state === 'open') return 'outcome'
  if (body.kind === 'answer' && body.answer === 'objection') return 'objection'
  const isMore = body.kind === 'answer' && body.answer === 'more'
  return body.kind === 'ask' || isMore ? 'asked' : null
}

function concerns(account: Account, kind: MessageKind, { loaded, after }: Happened): boolean {
  const { row, nominations } = loaded
  if (kind === 'objection') return account.role === 'county'
  if (kind === 'outcome')
    return (
      account.talentId === row.talentId ||
      nominations.some(({ createdBy, withdrawnAt }) => createdBy === account.id && !withdrawnAt)
    )
  const level = summaryOf(after).waitsFor
  if (level === 'village') return account.villageCodes.includes(row.villageCode ?? '')
  return account.role === 'township' && account.townshipCode === row.townshipCode
}
