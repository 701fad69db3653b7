import type { Context } from 'hono'
import { identityFault, normalIdentity } from '../../db/identity-number.ts'
import { listPeopleNamed } from '../../db/import-people.ts'
import { findByDigest } from '../../db/private-fields.ts'
import type { Env } from '../context.ts'
import { dayOf, isSameDay } from './days.ts'
import { nameOf } from './fields.ts'
import { textsOf } from './keeping.ts'
import type { ReadForm } from './reading.ts'

export type Because = 'id-number' | 'name-birth' | 'name'
export type Whom = { people: { id: string; because: Because }[]; isElsewhere: boolean }

/** More namesakes than that are told apart by their numbers. */
const MOST = 8

/**
 * Who of the pool a form may be of: by the identity number alone where one has it, else by name and birth, the likeliest
 * first. Of a number that is out of the account's reach only that the county knows it.
 */
export async function whomOf(c: Context<Env>, { form, idNumber }: ReadForm): Promise<Whom> {
  const { db, scope, countyCode, keyring } = c.var
  const number = normalIdentity(idNumber)
  const texts = textsOf(form)
  const named = await namedAlike(c, texts)
  if (number === '' || identityFault(number) !== null) return { people: named, isElsewhere: false }
  const digest = keyring.digest('id-number', number)
  const seen = await findByDigest(db, scope, 'id-number', digest)
  const all = await findByDigest(db, { countyCode }, 'id-number', digest)
  const numbered = seen.map((id) => ({ id, because: 'id-number' as const }))
  return {
    people: numbered.length > 0 ? numbered : named,
    isElsewhere: all.length > seen.length,
  }
}

async function namedAlike(c: Context<Env>, texts: ReadonlyMap<string, string>) {
  const name = nameOf(texts.get('XingMing') ?? '')
  if (name === '') return []
  const bornOn = dayOf(texts.get('ChuShengNianYue') ?? '')
  const people = await listPeopleNamed(c.var.db, c.var.scope, [name])
  return people
    .flatMap((one): Whom['people'] => {
      if (bornOn === null || one.bornOn === null) return [{ id: one.id, because: 'name' }]
      return isSameDay(bornOn, one.bornOn) ? [{ id: one.id, because: 'name-birth' }] : []
    })
    .sort((a, b) => ORDER.indexOf(a.because) - ORDER.indexOf(b.because))
    .slice(0, MOST)
}

const ORDER: readonly Because[] = ['id-number', 'name-birth', 'name']
