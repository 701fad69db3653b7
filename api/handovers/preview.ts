import type { Context } from 'hono'
import type { z } from 'zod'
import { type Account, listAccounts } from '../../db/accounts.ts'
import { listOpenInspectionsBy } from '../../db/handovers.ts'
import { countUnread } from '../../db/messages.ts'
import { namesOfTalents } from '../../db/talents.ts'
import { countDraftsBy } from '../../db/to-do-groups.ts'
import type { Words } from '../../matching/index.ts'
import { accountOf } from '../account-shown.ts'
import type { Env } from '../context.ts'
import { placeNames, policyInForce } from '../people-by-id.ts'
import type { HandoverAnswer } from '../shapes/to-do.ts'
import { requireSuccessor } from './successor.ts'

export type Pair = { from: string; to: string }
type Answer = z.infer<typeof HandoverAnswer>

/** What an account has begun and another would take over; refused in words where the other cannot. */
export async function previewOf(
  c: Context<Env>,
  pair: Pair,
): Promise<{ answer: Answer; subjects: string[] }> {
  const from = await accountOf(c, pair.from)
  const to = await accountOf(c, pair.to)
  requireSuccessor(from, to)
  const { db, countyCode } = c.var
  const inspections = await listOpenInspectionsBy(db, { countyCode }, from.id)
  const people = inspections.map(({ talentId }) => talentId)
  const names = await namesOfTalents(db, { countyCode }, people)
  const places = await placeNames(c)
  const answer = {
    ...{ from: lineOf(from), to: lineOf(to) },
    drafts: await countDraftsBy(db, { countyCode }, from.id),
    messages: await countUnread(db, { countyCode }, from.id),
    inspections: inspections.map(({ id, talentId, villageCode, townshipCode }) => {
      const code = villageCode ?? townshipCode
      const place = { code, name: places.get(code) ?? code }
      return { nominee: id, name: names.get(talentId) ?? '', place }
    }),
    signer: await signerLost(c, from, to),
  }
  return { answer, subjects: [from.id, to.id, ...people] }
}

function lineOf({ id, username, name, position }: Account) {
  return { id, username, name, position }
}

/** The position that nobody signs for once the account is gone. */
async function signerLost(c: Context<Env>, from: Account, to: Account): Promise<Words | null> {
  const { db, countyCode } = c.var
  const { signsAs } = from
  if (signsAs === null || to.signsAs === signsAs) return null
  const accounts = await listAccounts(db, { countyCode })
  const isHeld = accounts.some(
    (one) =>
      one.id !== from.id &&
      one.state === 'active' &&
      one.signsAs === signsAs &&
      one.townshipCode === from.townshipCode,
  )
  if (isHeld) return null
  const { signers } = (await policyInForce(c)).review
  return signers.find(({ id }) => id === signsAs)?.words ?? { zh: signsAs, en: signsAs }
}
