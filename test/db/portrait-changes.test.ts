import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../db/connect.ts'
import { type EvidenceFacts, removeEvidence, updateEvidence } from '../../db/evidence.ts'
import { removeHonour, updateHonour } from '../../db/honours.ts'
import { removeRelative, updateRelative } from '../../db/relatives.ts'
import type { Scope } from '../../db/scope.ts'
import { followTagged, putTags } from '../../db/tags.ts'
import { listSkillsOf, putSkills, skillOfWord } from '../../db/talent-skills.ts'
import { findTalent } from '../../db/talents.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { fillCounty } from './county.ts'

const county: Scope = { countyCode: '990001' }
const ID = '990001101201-a'
/** Who does not see the person. */
const strangers: Scope[] = [
  { countyCode: '990001', townshipCode: '990001102' },
  { countyCode: '990001', villageCodes: ['990001101202'] },
  { countyCode: '990001', menteesOf: '990001102-mentor' },
  { countyCode: '990001', isWithoutPeople: true },
  { countyCode: '990002' },
]
const piece: EvidenceFacts = {
  ...{ criterion: 'record', value: 0.1, strength: 0.1, standing: 'proven', datedOn: '2026-01-01' },
  ...{ source: '改', note: '改', document: null },
}
const honour = { level: 'nation', name: '改', awardedOn: '2026-01-01' } as const

describe.each(databases)('what hangs on a person on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    await fillCounty(db, '990001')
    await fillCounty(db, '990002')
  })
  afterAll(() => opened.close())
  const rowsOf = async () =>
    JSON.stringify([
      await db.selectFrom('evidence').selectAll().orderBy('id').execute(),
      await db.selectFrom('honours').selectAll().orderBy('id').execute(),
      await db.selectFrom('relatives').selectAll().orderBy('id').execute(),
    ])

  test.each(strangers)('is not changed by %o', async (scope) => {
    const before = await rowsOf()
    const key = (end: string) => ({ talentId: ID, id: `${ID}-${end}` })
    const done = [
      await updateEvidence(db, scope, key('evidence'), piece),
      await removeEvidence(db, scope, key('evidence')),
      await updateHonour(db, scope, key('honour'), honour),
      await removeHonour(db, scope, key('honour')),
      await updateRelative(db, scope, key('row'), { name: '改' }),
      await removeRelative(db, scope, key('row')),
    ]
    expect(done.some((isDone) => isDone)).toBe(false)
    expect(await rowsOf()).toBe(before)
    if (scope.countyCode !== '990001') return
    await followTagged(db, scope, [ID], '2026-11-25T08:00:00.000Z')
    expect(await findTalent(db, county, ID)).toMatchObject({ revision: 1, updatedAt: null })
  })

  test('nobody tagged is nobody changed', async () => {
    await putTags(db, county, new Map())
    await followTagged(db, county, [], '2026-11-25T08:00:00.000Z')
    expect(await findTalent(db, county, ID)).toMatchObject({ revision: 1 })
  })

  test('a word is the dictionary’s in either language, or a free one that is added once', async () => {
    expect(await skillOfWord(db, county, '财务', 'x')).toBe('finance')
    expect(await skillOfWord(db, county, 'Accounts', 'x')).toBe('finance')
    expect(await skillOfWord(db, county, '无人机', 'free-1')).toBe('free-1')
    expect(await skillOfWord(db, county, '无人机', 'free-2')).toBe('free-1')
    expect(await skillOfWord(db, { countyCode: '990002' }, '无人机', 'free-3')).toBe('free-3')
    const skills = [{ skillId: 'free-1', level: 0.9, standing: 'claimed' as const }]
    await putSkills(db, county, ID, skills)
    expect(await listSkillsOf(db, county, ID)).toEqual([
      { ...skills[0], zh: '无人机', en: '无人机' },
    ])
  })
})
