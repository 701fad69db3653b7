import type { Db } from '../../db/connect.ts'

/** People at home in a township, straight from the table. */
export async function listIdsOfHome(db: Db, township: string): Promise<string[]> {
  const rows = await db
    .selectFrom('talents')
    .select('id')
    .where('homeTownshipCode', '=', township)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
