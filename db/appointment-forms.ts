import type { Db } from './connect.ts'
import type { AppointmentFormTable } from './schema.ts'
import { aboutTalentsIn, ofCounty, type Scope } from './scope.ts'

export type StoredForm = Omit<AppointmentFormTable, 'countyCode'>

/** What forms said beside the portraits of these people, encrypted. */
export function listAppointmentForms(
  db: Db,
  scope: Scope,
  talentIds: readonly string[],
): Promise<StoredForm[]> {
  return db
    .selectFrom('appointmentForms')
    .select(['talentId', 'cipher', 'readAt', 'readBy'])
    .where(aboutTalentsIn(scope, 'appointmentForms'))
    .where('talentId', 'in', [...talentIds, ''])
    .orderBy('talentId')
    .execute()
}

/** The latest form of a person stands for those before. */
export async function putAppointmentForm(
  db: Db,
  { countyCode }: Scope,
  form: StoredForm,
): Promise<void> {
  const { talentId: _, ...said } = form
  await db
    .insertInto('appointmentForms')
    .values({ ...form, countyCode })
    .onConflict((it) => it.columns(['countyCode', 'talentId']).doUpdateSet(said))
    .execute()
}

/** Forms of the county after one person, for a change of keys. */
export function pageOfAppointmentForms(db: Db, scope: Scope, after: string, limit: number) {
  return db
    .selectFrom('appointmentForms')
    .select(['talentId', 'cipher'])
    .where(ofCounty(scope, 'appointmentForms'))
    .where('talentId', '>', after)
    .orderBy('talentId')
    .limit(limit)
    .execute()
}

/** Nobody has changed what it says: only the key. */
export async function putFormCipher(
  db: Db,
  scope: Scope,
  { talentId, cipher }: { talentId: string; cipher: string },
): Promise<void> {
  await db
    .updateTable('appointmentForms')
    .set({ cipher })
    .where(ofCounty(scope, 'appointmentForms'))
    .where('talentId', '=', talentId)
    .execute()
}

export async function hasFormsOfOtherKey(db: Db, scope: Scope, version: number): Promise<boolean> {
  const row = await db
    .selectFrom('appointmentForms')
    .select('talentId')
    .where(ofCounty(scope, 'appointmentForms'))
    .where('cipher', 'not like', `${version}.%`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
