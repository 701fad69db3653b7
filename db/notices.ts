import type { Db } from './connect.ts'
import type { NoticeTable } from './schema.ts'
import { ofCounty, type Scope } from './scope.ts'

/** The notice in force: the highest version. */
export function findNotice(db: Db, scope: Scope, version?: number) {
  return db
    .selectFrom('notices')
    .selectAll()
    .where(ofCounty(scope, 'notices'))
    .$if(version !== undefined, (it) => it.where('version', '=', version!))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertNotice(
  db: Db,
  { countyCode }: Scope,
  notice: Omit<NoticeTable, 'countyCode'>,
): Promise<void> {
  await db
    .insertInto('notices')
    .values({ ...notice, countyCode })
    .execute()
}
