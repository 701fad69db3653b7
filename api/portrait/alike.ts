import type { Context } from 'hono'
import { type Because, listAlike } from '../../db/duplicates.ts'
import { findByDigest } from '../../db/private-fields.ts'
import { record } from '../auditing.ts'
import type { Env } from '../context.ts'
import { peopleById } from '../people-by-id.ts'
import { Problem } from '../problem.ts'

type Asked = { name: string; bornOn?: string | null | undefined; homeVillage: string }

/**
 * Refuses somebody who seems to be in the pool, with who it may be. Of a number that is out of the account's reach it
 * says only that the county knows it; asking is counted like a search.
 */
export async function requireNobodyAlike(
  c: Context<Env>,
  { name, bornOn = null, homeVillage }: Asked,
  idNumber: string | null,
): Promise<void> {
  const { db, scope } = c.var
  const numbered = await idsOfNumber(c, idNumber)
  const known = await listAlike(db, scope, { name, bornOn, homeVillageCode: homeVillage })
  const because = new Map<string, Because>([
    ...known.map((id) => [id, 'name-birth-village'] as const),
    ...numbered.seen.map((id) => [id, 'id-number'] as const),
  ])
  const isElsewhere = numbered.isElsewhere
  if (because.size === 0 && !isElsewhere) return
  const shown = await peopleById(c, [...because.keys()])
  const people = [...shown.values()].map(({ person }) => ({
    ...{ id: person.id, name: person.name, bornOn: person.bornOn, village: person.homeVillage },
    because: because.get(person.id)!,
  }))
  throw alike(people, isElsewhere)
}

async function idsOfNumber(c: Context<Env>, idNumber: string | null) {
  if (idNumber === null) return { seen: [], isElsewhere: false }
  const { db, scope, keyring, limits, session, countyCode } = c.var
  await limits.requireCalmSearch(session.account.id)
  const digest = keyring.digest('id-number', idNumber)
  const seen = await findByDigest(db, scope, 'id-number', digest)
  const all = await findByDigest(db, { countyCode }, 'id-number', digest)
  const isElsewhere = all.length > seen.length
  // A number that is tried is a look-up, whatever becomes of the rest.
  await record(c, { action: 'talents.looked-up', subjects: seen, detail: { isElsewhere } })
  return { seen, isElsewhere }
}

type Alike = { name: string; village: { name: string } }

function alike(people: Alike[], isElsewhere: boolean): Problem {
  const named = people.map(({ name, village }) => `${name}（${village.name}）`).join('、')
  const zh = people.length > 0 ? `库中已有相同的人：${named}。` : ''
  const en = people.length > 0 ? `Perhaps in the pool already: ${named}. ` : ''
  const elsewhere = isElsewhere ? ELSEWHERE : { zh: '', en: '' }
  return new Problem(
    'duplicate-person',
    {
      zh: `${zh}${elsewhere.zh}请核对；确为另一人时，选择“仍要登记”。`,
      en: `${en}${elsewhere.en}Check; if it is somebody else, enter the person nevertheless.`,
    },
    [],
    {},
    { people, isElsewhere },
  )
}

const ELSEWHERE = {
  zh: '此身份证号已在本县其他范围内登记，请与县级组织部门联系核对。',
  en: 'The county knows this identity number elsewhere: ask the county’s office. ',
}
