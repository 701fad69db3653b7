import type { Context } from 'hono'
import { namesOfTalents } from '../../db/talents.ts'
import { requireMayReveal } from '../appointment-forms.ts'
import type { Env } from '../context.ts'
import { inBatches } from '../imports/batches.ts'
import { appointmentForms } from '../lrmx/exporting.ts'
import { policyInForce } from '../people-by-id.ts'
import { requireImpersonal } from '../reasons.ts'
import { REVEALS_A_MINUTE } from '../sign-in-limits.ts'
import { invalid } from '../validate.ts'
import type { FormsAsked } from './asked.ts'

/**
 * Everybody is there for whoever asks and named by no purpose, and whole numbers are for those who may reveal them: a
 * township those of a minute, the county's office any number, once in a minute.
 */
export async function requireForms(
  c: Context<Env>,
  asked: FormsAsked & { purpose: string },
): Promise<void> {
  const { role } = c.var.session.account
  const people = asked.talents.length
  if (asked.idNumbers && people > REVEALS_A_MINUTE && role !== 'county')
    throw invalid([{ pointer: '#/idNumbers', detail: TOO_MANY }])
  const known = new Map<string, string>()
  await inBatches(asked.talents, undefined, async (ids) => {
    for (const [id, name] of await namesOfTalents(c.var.db, c.var.scope, ids)) known.set(id, name)
  })
  const errors = asked.talents.flatMap((id, at) =>
    known.has(id) ? [] : [{ pointer: `#/talents/${at}`, detail: NOBODY }],
  )
  if (errors.length > 0) throw invalid(errors.slice(0, 20))
  for (const name of known.values()) requireImpersonal(asked.purpose, name, '#/purpose')
  if (asked.idNumbers) await requireMayReveal(c, people)
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

const TOO_MANY = {
  zh: `一次最多导出 ${REVEALS_A_MINUTE} 人的完整身份证号。请减少人数，或去掉身份证号后导出；整批带号的由县（市、区）委组织部导出。`,
  en: `Whole identity numbers of ${REVEALS_A_MINUTE} people at most go out at once. Choose fewer, or leave the numbers out; the county’s office exports them for many.`,
}
