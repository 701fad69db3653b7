import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import type { TalentSkillTable } from './schema.ts'
import { aboutTalentsIn, ofCounty, type Scope } from './scope.ts'

export type SkillFacts = Omit<TalentSkillTable, 'countyCode' | 'talentId'>

/** Skills of one person by id, with the words of the dictionary. */
export function listSkillsOf(db: Db, scope: Scope, talentId: string) {
  return db
    .selectFrom('talentSkills')
    .innerJoin('skills', (join) =>
      join
        .onRef('skills.countyCode', '=', 'talentSkills.countyCode')
        .onRef('skills.id', '=', 'talentSkills.skillId'),
    )
    .select(['skillId', 'level', 'standing', 'zh', 'en'])
    .where(aboutTalentsIn(scope, 'talentSkills'))
    .where('talentId', '=', talentId)
    .orderBy('skillId')
    .execute()
}

/** All skills of a person anew; `updateTalent` comes after. */
export async function putSkills(
  db: Db,
  scope: Scope,
  talentId: string,
  skills: readonly SkillFacts[],
): Promise<void> {
  const { countyCode } = scope
  await db
    .deleteFrom('talentSkills')
    .where(aboutTalentsIn(scope, 'talentSkills'))
    .where('talentId', '=', talentId)
    .execute()
  const rows = skills.map((skill) => ({ ...skill, countyCode, talentId }))
  await insertRows(db, scope, 'talentSkills', rows)
}

/**
 * The skill of the dictionary that a typed word names in either language, or a free one that is added under `id`.
 * Nothing is retired by this, and a retired word is taken as it is.
 */
export async function skillOfWord(db: Db, scope: Scope, word: string, id: string): Promise<string> {
  const known = await db
    .selectFrom('skills')
    .select('id')
    .where(ofCounty(scope, 'skills'))
    .where((eb) => eb.or([eb('zh', '=', word), eb('en', '=', word)]))
    .orderBy('isFree')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (known) return known.id
  const { countyCode } = scope
  await db
    .insertInto('skills')
    .values({ countyCode, id, zh: word, en: word, isRetired: 0, isFree: 1 })
    .execute()
  return id
}
