import type { Db } from './connect.ts'
import type { FamilyLinkTable } from './schema.ts'
import { aboutTalentsIn, ofCounty, type Scope } from './scope.ts'

/** Pairs of relatives who both belong to the scope. */
export function listFamilyLinks(db: Db, scope: Scope) {
  return familyLinks(db, scope).orderBy('talentId').orderBy('relativeId').execute()
}

/** The links of one person, whichever side they stand on. */
export function listFamilyLinksOf(db: Db, scope: Scope, id: string) {
  return familyLinks(db, scope)
    .where((eb) => eb.or([eb('talentId', '=', id), eb('relativeId', '=', id)]))
    .orderBy('talentId')
    .orderBy('relativeId')
    .execute()
}

type Pair = readonly [string, string]

/** Links two people of the scope, or changes how they are linked. */
export async function putFamilyLink(
  db: Db,
  { countyCode }: Scope,
  pair: Pair,
  link: Pick<FamilyLinkTable, 'relation' | 'isBarred'>,
): Promise<void> {
  const [talentId, relativeId] = pair.toSorted() as [string, string]
  await db
    .insertInto('familyLinks')
    .values({ countyCode, talentId, relativeId, ...link })
    .onConflict((it) => it.columns(['countyCode', 'talentId', 'relativeId']).doUpdateSet(link))
    .execute()
}

/** Takes a link back, unless an entry of either still names the other. */
export async function removeFamilyLink(db: Db, scope: Scope, pair: Pair): Promise<void> {
  const [talentId, relativeId] = pair.toSorted() as [string, string]
  const { countyCode } = scope
  const stated = await db
    .selectFrom('relatives')
    .select('id')
    .where('countyCode', '=', countyCode)
    .where('talentId', 'in', pair)
    .where('linkedId', 'in', pair)
    .limit(1)
    .executeTakeFirst()
  if (stated) return
  await db
    .deleteFrom('familyLinks')
    .where(ofCounty(scope, 'familyLinks'))
    .where('talentId', '=', talentId)
    .where('relativeId', '=', relativeId)
    .execute()
}

function familyLinks(db: Db, scope: Scope) {
  return db
    .selectFrom('familyLinks')
    .selectAll()
    .where(aboutTalentsIn(scope, 'familyLinks'))
    .where(aboutTalentsIn(scope, 'familyLinks', 'relativeId'))
}
