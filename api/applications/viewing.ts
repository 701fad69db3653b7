import type { Context } from 'hono'
import type { z } from 'zod'
import { findByDigest } from '../../db/private-fields.ts'
import { record } from '../auditing.ts'
import type { Env } from '../context.ts'
import type { Person } from '../people.ts'
import { mask, readIdentity } from '../private-values.ts'
import { Problem } from '../problem.ts'
import { requireImpersonal } from '../reasons.ts'
import { countyOf } from '../remembered.ts'
import type { ApplicationView } from '../shapes/applications.ts'
import { applicationOf, rowsShown } from './inbox.ts'
import { opened, type Typed } from './sealed.ts'

type View = z.infer<typeof ApplicationView>

/** One application with numbers masked, and who of the pool it may be. */
export async function applicationView(c: Context<Env>, id: string): Promise<View> {
  const row = await applicationOf(c, id)
  const [shown] = await rowsShown(c, [row])
  const typed = opened(c.var, row)
  const inPool = typed && (await personOfNumber(c, typed.idNumber))
  const namesakes = typed ? await namesakesOf(c, typed.name, row.villageCode) : []
  const others = namesakes.filter((one) => one.id !== inPool?.id)
  const people = [...(inPool ? [inPool] : []), ...others]
  const subjects = [id, ...people.map((one) => one.id)]
  await record(c, { action: 'application.read', subjects })
  return {
    ...shown!,
    noticeVersion: row.noticeVersion,
    typed: typed && maskedTyped(typed),
    warnings: typed ? await warningsOf(c, typed) : [],
    inPool: inPool ? found(inPool) : null,
    namesakes: others.map(found),
  }
}

/** One number in the clear, after the reason was written down. */
export async function revealTyped(
  c: Context<Env>,
  id: string,
  { field, reason }: { field: 'id-number' | 'phone'; reason: string },
): Promise<string> {
  const row = await applicationOf(c, id)
  const typed = opened(c.var, row)
  if (!typed) throw new Problem('conflict', NOTHING_KEPT)
  requireImpersonal(reason, typed.name)
  await c.var.limits.requireCalmReveal(c.var.session.account.id)
  const detail = { field, application: id }
  await record(c, { action: 'private.revealed', subjects: [id], reason, detail })
  return field === 'phone' ? typed.phone : typed.idNumber
}

/** Whoever of the county has this number: the person gave it, and may live in another township than where they apply. */
export async function personOfNumber(c: Context<Env>, idNumber: string): Promise<Person | null> {
  const { db, countyCode, keyring } = c.var
  const digest = keyring.digest('id-number', idNumber)
  const [id] = await findByDigest(db, { countyCode }, 'id-number', digest)
  const { people } = await countyOf(db, { countyCode })
  return (id !== undefined && people.get(id)) || null
}

async function namesakesOf(c: Context<Env>, name: string, village: string): Promise<Person[]> {
  const { people } = await c.var.county()
  return [...people.values()].filter((one) => one.name === name && one.homeVillage.code === village)
}

function maskedTyped({ idNumber, phone, ...typed }: Typed): NonNullable<View['typed']> {
  return { ...typed, idNumber: mask(idNumber)!, phone: mask(phone)! }
}

/** Where the county lets odd numbers pass, what is odd. */
async function warningsOf(c: Context<Env>, { idNumber, bornOn, sex }: Typed) {
  return (await readIdentity(c, idNumber, { bornOn, sex }, '#/idNumber')).warnings
}

function found({ id, name, sex, bornOn, homeVillage }: Person) {
  return { id, name, sex, bornOn, village: homeVillage }
}

export const NOTHING_KEPT = {
  zh: '这份自荐没有保留内容：已经办结，或同一身份证号在本轮次已有三份等待核对。只能不予受理。',
  en: 'Nothing is kept of it: it is decided, or three others of the same number wait. It can only be refused.',
}
