import type { Context } from 'hono'
import { listNeeds } from '../db/needs.ts'
import { listPosts } from '../db/posts.ts'
import { findTownship } from '../db/townships.ts'
import { findVillage } from '../db/villages.ts'
import type { Village } from '../matching/index.ts'
import type { Env } from './context.ts'
import { invalid } from './validate.ts'
import { needOf, seatsOf } from './village-rows.ts'

/**
 * One village as matching judges a person for it, without its team and its past. A village that is asked for lies in
 * the account's reach; a person's home is read wherever it is, since facts of places are no secret.
 */
export async function oneVillage(
  c: Context<Env>,
  { asked, home }: { asked: string | undefined; home: string },
): Promise<Village> {
  const { db, scope, countyCode } = c.var
  if (asked !== undefined && asked !== home && !(await findVillage(db, scope, asked)))
    throw invalid([{ pointer: '?village', detail: NO_VILLAGE }])
  const code = asked ?? home
  const here = { countyCode, villageCodes: [code] }
  const row = (await findVillage(db, here, code))!
  const township = await findTownship(db, { countyCode }, row.townshipCode)
  return {
    ...{ code, name: row.name, kind: row.kind, township: row.townshipCode },
    townshipName: township?.name ?? row.townshipCode,
    isKey: row.isKey === 1,
    hasMinorities: row.hasMinorities === null ? null : row.hasMinorities === 1,
    seats: seatsOf(await listPosts(db, here)),
    needs: (await listNeeds(db, here)).map(needOf),
    ...{ lastTerm: null, current: null },
  }
}

const NO_VILLAGE = {
  zh: '所选村（社区）不在本账号的范围内，请从列表中选择。',
  en: 'The village is out of the reach of your account: choose one of the list.',
}
