import type { Context } from 'hono'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { moveDrafts } from '../../db/handovers.ts'
import { insertMessages, type Message, moveUnread } from '../../db/messages.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import type { HandoverAnswer } from '../shapes/to-do.ts'
import { type Pair, previewOf } from './preview.ts'

type Answer = z.infer<typeof HandoverAnswer>

/** Moves it, and tells the successor what came; what was signed stays signed by whoever signed it. */
export async function handOver(c: Context<Env>, pair: Pair): Promise<Answer> {
  const scope = { countyCode: c.var.countyCode }
  const { answer } = await previewOf(c, pair)
  return changing(c, async (transaction, tell) => {
    const drafts = await moveDrafts(transaction, scope, pair)
    const messages = await moveUnread(transaction, scope, pair)
    const inspections = answer.inspections.map(({ nominee }) => nominee)
    if (drafts + messages + inspections.length > 0)
      await insertMessages(
        transaction,
        scope,
        messagesOf(c, pair.to, { drafts, messages, inspections }),
      )
    const detail = { drafts, messages, inspections: inspections.length }
    tell({ action: 'handover.made', subjects: [pair.from, pair.to, ...inspections], detail })
    return { ...answer, drafts, messages }
  })
}

type Moved = { drafts: number; messages: number; inspections: string[] }

/** One for all that moved, and one for each nominee whose inspection is to be gone on with. */
function messagesOf(
  { var: { clock } }: Context<Env>,
  to: string,
  { drafts, messages, inspections }: Moved,
): Message[] {
  const of = (nomineeId: string | null, detail: object): Message => ({
    ...{ id: newId(), accountId: to, kind: 'handed-over', nomineeId, detail },
    ...{ at: clock().toISOString(), readAt: null },
  })
  return [of(null, { drafts, moved: messages }), ...inspections.map((id) => of(id, {}))]
}
