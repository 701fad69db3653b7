import type { Transaction } from 'kysely'
import { BLANK_FACTS } from './blank.ts'
import type { Db } from './connect.ts'
import { followTalents } from './pool.ts'
import type { Database } from './schema.ts'
import { type Scope, talentsIn } from './scope.ts'

/** What says anything about a person and goes with them. Offices held stay, by id alone: they are the village's record. */
const ABOUT = [
  'talentSources',
  'talentSkills',
  'talentTags',
  'relatives',
  'listMembers',
  'honours',
  'evidence',
  'residenceConsents',
  'privateFields',
  'talentHistory',
  'mentorships',
  'reviewCases',
  'invitations',
] as const

/**
 * Blanks a person: the row keeps its id and its place, everything else about them goes. The consents stay, which prove
 * what was allowed when; results of plans that name them are emptied. False when nobody of that id is in the scope.
 */
export async function eraseTalent(
  transaction: Transaction<Database>,
  scope: Scope,
  id: string,
  at: string,
): Promise<boolean> {
  const { countyCode } = scope
  const { numUpdatedRows } = await transaction
    .updateTable('talents')
    .set((eb) => ({ ...BLANK, erasedAt: at, revision: eb('revision', '+', 1) }))
    .where(talentsIn(scope))
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  for (const table of ABOUT)
    await transaction
      .deleteFrom(table)
      .where('countyCode', '=', countyCode)
      .where('talentId', '=', id)
      .execute()
  await transaction
    .deleteFrom('familyLinks')
    .where('countyCode', '=', countyCode)
    .where((eb) => eb.or([eb('talentId', '=', id), eb('relativeId', '=', id)]))
    .execute()
  await transaction
    .updateTable('relatives')
    .set({ linkedId: null })
    .where('countyCode', '=', countyCode)
    .where('linkedId', '=', id)
    .execute()
  await transaction
    .updateTable('importChanges')
    .set({ before: null })
    .where('countyCode', '=', countyCode)
    .where('subject', '=', id)
    .execute()
  await transaction
    .updateTable('corrections')
    .set({ proposed: '', note: '', answer: null })
    .where('countyCode', '=', countyCode)
    .where('talentId', '=', id)
    .execute()
  await emptyPlans(transaction, scope, id)
  await followTalents(transaction, { countyCode }, [id])
  return true
}

/** Empties plans that speak of a person: remedies and conflicts name people in words. */
export async function emptyPlans(db: Db, { countyCode }: Scope, id: string): Promise<void> {
  await db
    .updateTable('plans')
    .set({ result: null, request: '{"township":null,"pins":[],"exclusions":[]}' })
    .where('countyCode', '=', countyCode)
    .where((eb) => eb.or([eb('result', 'like', `%${id}%`), eb('request', 'like', `%${id}%`)]))
    .execute()
}

const BLANK = {
  name: '',
  pinyin: '',
  initials: '',
  syllables: null,
  ...BLANK_FACTS,
  status: 'left',
  consent: 'withdrawn',
  keepUntil: null,
  basis: null,
} as const
