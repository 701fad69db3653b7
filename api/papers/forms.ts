import type { Context } from 'hono'
import { namesOfTalents } from '../../db/talents.ts'
import { requireMayReveal } from '../appointment-forms.ts'
import type { Env } from '../context.ts'
import { inBatches } from '../imports/batches.ts'
import { appointmentForms } from '../lrmx/exporting.ts'
import { policyInForce } from '../people-by-id.ts'
import { invalid } from '../validate.ts'
import type { FormsAsked } from './asked.ts'

/** Everybody is there for whoever asks, and whole numbers are for those who may reveal them. */
export async function requireForms(c: Context<Env>, asked: FormsAsked): Promise<void> {
  if (asked.idNumbers) await requireMayReveal(c)
  const known = new Set<string>()
  await inBatches(asked.talents, undefined, async (ids) => {
    for (const id of (await namesOfTalents(c.var.db, c.var.scope, ids)).keys()) known.add(id)
  })
  const errors = asked.talents.flatMap((id, at) =>
    known.has(id) ? [] : [{ pointer: `#/talents/${at}`, detail: NOBODY }],
  )
  if (errors.length > 0) throw invalid(errors.slice(0, 20))
}

/** Forms of people as the account sees them when it asks. */
export function formsFor(c: Context<Env>) {
  const { db, scope, keyring, countyCode, attachments, today, session } = c.var
  const given = { db, scope, keyring, countyCode, attachments, today }
  return async function* ({ talents, idNumbers }: FormsAsked) {
    const { referenceOn } = await policyInForce(c)
    const by = session.account.name
    yield* appointmentForms(given, { ids: talents, referenceOn, by, hasIdNumber: idNumbers })
  }
}

const NOBODY = {
  zh: '库中没有这个人，或不在本账号的范围内。请刷新名单后重新选择。',
  en: 'There is nobody of that id in the reach of your account: reload the list and choose again.',
}
