import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import { followTalents } from './pool.ts'
import { aboutTalentsIn, type Scope, talentsIn } from './scope.ts'

/** Tags by person, in the order of their signs; whoever has none is not in it. */
export async function listTagsOf(
  db: Db,
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('talentTags')
    .select(['talentId', 'tag'])
    .where(aboutTalentsIn(scope, 'talentTags'))
    .where('talentId', 'in', ids)
    .orderBy('talentId')
    .orderBy('tag')
    .execute()
  const grouped = Map.groupBy(rows, ({ talentId }) => talentId)
  return new Map([...grouped].map(([id, own]) => [id, own.map(({ tag }) => tag)]))
}

/** Sets the tags of people who are in the scope; `updateTalent` or `followTagged` comes after. */
export async function putTags(
  db: Db,
  scope: Scope,
  tagged: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const { countyCode } = scope
  if (tagged.size === 0) return
  await db
    .deleteFrom('talentTags')
    .where(aboutTalentsIn(scope, 'talentTags'))
    .where('talentId', 'in', [...tagged.keys()])
    .execute()
  const rows = [...tagged].flatMap(([talentId, tags]) =>
    tags.map((tag) => ({ countyCode, talentId, tag })),
  )
  await insertRows(db, scope, 'talentTags', rows)
}

/** Counts up the revision of many people whose tags changed, in a few statements. */
export async function followTagged(
  db: Db,
  scope: Scope,
  ids: readonly string[],
  updatedAt: string,
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('talents')
    .set((eb) => ({ updatedAt, revision: eb('revision', '+', 1) }))
    .where(talentsIn(scope))
    .where('id', 'in', ids)
    .execute()
  await followTalents(db, scope, ids)
}
