import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../db/connect.ts'
import { insertAnswer, listDuplicates } from '../../db/duplicates.ts'
import { listFamilyLinksOf } from '../../db/family-links.ts'
import { insertRows } from '../../db/insert.ts'
import { moveBelongings } from '../../db/merges.ts'
import { listPortraits } from '../../db/portraits.ts'
import { putPrivateField } from '../../db/private-fields.ts'
import type { Database } from '../../db/schema.ts'
import { findTalent, updateTalent } from '../../db/talents.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { fillCounty, type Rows } from './county.ts'
import { NOW } from './county-offices.ts'

const scope = { countyCode: '990001' }
const [KEPT, OTHER] = ['990001101201-a', '990001101201-b']
const [THIRD, FOURTH] = ['990001101202-a', '990001101202-b']
const accountId = '990001-county'
const AT = '2026-11-25T08:00:00.000Z'

/** Tables whose rows hang on a person. */
const HANGING = [
  ...(['talentSources', 'talentSkills', 'talentTags', 'honours', 'evidence', 'relatives'] as const),
  ...(['listMembers', 'residenceConsents', 'mentorships', 'reviewCases', 'incumbents'] as const),
  ...([
    'consents',
    'corrections',
    'departures',
    'nominees',
    'nominations',
    'attachments',
    'talentHistory',
    'invitations',
    'privateFields',
  ] as const),
  ...(['mentorshipProposals', 'mentoringSessions', 'mentorNotes', 'entryAdditions'] as const),
  ...(['entryFiles', 'cultivationPlans', 'cultivationItems', 'courseParticipants'] as const),
  ...(['courseAttendances', 'trialPosts', 'evaluations', 'appraisals', 'attendances'] as const),
  ...(['movements', 'listDecisions'] as const),
]

describe.each(databases)('one record merged into another on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  let before: number
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    await fillCounty(db, '990001')
    await fillCounty(db, '990002')
    await addMore()
    before = (await rowsOf('evidence', THIRD)).length
    await db.transaction().execute(async (it) => {
      await moveBelongings(it, scope, { kept: KEPT, other: OTHER, at: AT })
      await updateTalent(it, scope, OTHER, { mergedInto: KEPT })
    })
  })
  afterAll(() => opened.close())

  async function addMore() {
    const own = { countyCode: '990001', talentId: OTHER }
    const put = <Table extends keyof Rows>(table: Table, row: Rows[Table][number]) =>
      insertRows(db, scope, table, [row as never])
    await put('skills', { ...SKILL, id: 'mediation' })
    await put('talentSkills', { ...own, skillId: 'mediation', level: 0.8, standing: 'proven' })
    await db
      .updateTable('talentSkills')
      .set({ standing: 'claimed' })
      .where('talentId', '=', KEPT)
      .execute()
    await put('talentSources', { ...own, source: 'veteran' })
    await put('talentTags', { ...own, tag: '电商' })
    await put('familyLinks', {
      ...{ countyCode: '990001', talentId: OTHER, relativeId: THIRD, relation: 'sibling' },
      isBarred: 1,
    })
    await put('familyLinks', {
      ...{ countyCode: '990001', talentId: KEPT, relativeId: THIRD, relation: 'distant' },
      isBarred: 0,
    })
    await put('relatives', {
      ...{ countyCode: '990001', id: 'names-other', talentId: THIRD, relation: '妹妹' },
      ...{ name: '宋雅楠', bornOn: '1993-06', politicalStatus: null, work: null },
      ...{ linkedId: OTHER, refusedIds: '[]' },
    })
    await insertAnswer(db, scope, [OTHER, FOURTH], { at: NOW, accountId })
    await insertAnswer(db, scope, [OTHER, KEPT], { at: NOW, accountId })
  }
  const rowsOf = (table: (typeof HANGING)[number], id: string) =>
    db
      .selectFrom(table)
      .selectAll()
      .where('countyCode', '=', '990001')
      .where('talentId', '=', id)
      .execute() as Promise<object[]>

  test.each(HANGING)('nothing of %s hangs on the other any more', async (table) => {
    expect(await rowsOf(table, OTHER)).toEqual([])
  })

  test('each thing is there once, the better of two', async () => {
    expect(await rowsOf('talentSkills', KEPT)).toMatchObject([
      { skillId: 'finance', standing: 'proven' },
      { skillId: 'mediation', standing: 'proven' },
    ])
    const sources = (await rowsOf('talentSources', KEPT)) as { source: string }[]
    expect(sources.map(({ source }) => source).sort()).toEqual(['returnee', 'veteran'])
    const tags = (await rowsOf('talentTags', KEPT)) as { tag: string }[]
    expect(tags.map(({ tag }) => tag).sort()).toEqual(['电商', '青年'].sort())
    expect(await rowsOf('evidence', KEPT), 'the same piece in both').toHaveLength(1)
    expect(await rowsOf('honours', KEPT), 'the same honour in both').toHaveLength(1)
    expect(await rowsOf('incumbents', KEPT), 'both terms').toHaveLength(2)
    expect(await rowsOf('consents', KEPT), 'each consent proves something').toHaveLength(2)
    expect(await rowsOf('mentorships', KEPT)).toMatchObject([{ endedOn: null }])
    expect(await rowsOf('privateFields', KEPT), 'the own number stays').toHaveLength(1)
  })

  test('relatives are linked once to the one who stays, and what bars stays barred', async () => {
    expect(await listFamilyLinksOf(db, scope, KEPT)).toMatchObject([
      { relativeId: THIRD, relation: 'sibling', isBarred: 1 },
    ])
    expect(await listFamilyLinksOf(db, scope, OTHER)).toEqual([])
    const named = (await rowsOf('relatives', THIRD)) as Database['relatives'][]
    expect(named.find(({ id }) => id === 'names-other')?.linkedId).toBe(KEPT)
  })

  test('who was said to be somebody else stays somebody else', async () => {
    const answers = await db.selectFrom('duplicateAnswers').selectAll().execute()
    expect(answers).toMatchObject([{ talentId: KEPT, otherId: FOURTH }])
  })

  test('the other is found no more, and nobody else lost anything', async () => {
    expect(await findTalent(db, scope, OTHER)).toBeUndefined()
    const talents = await listPortraits(db, scope)
    expect(talents.map(({ id }) => id)).not.toContain(OTHER)
    expect(await rowsOf('evidence', THIRD)).toHaveLength(before)
  })

  const SKILL = {
    countyCode: '990001',
    zh: '调解',
    en: 'Mediation',
    isRetired: 0,
    isFree: 0,
  } as const
})

describe.each(databases)('people who may be one on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  const [A, B] = ['990001101201-a', '990001101202-a']
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    await fillCounty(db, '990001')
    await fillCounty(db, '990002')
  })
  afterAll(() => opened.close())
  const pairs = async (limit = 500, after?: string) => listDuplicates(db, scope, { limit, after })
  const numbered = (talentId: string, digest: string) =>
    putPrivateField(db, scope, { talentId, field: 'id-number', cipher: talentId, digest })

  test('pages hold every pair once, the surest first', async () => {
    await numbered(A, 'same')
    await numbered(B, 'same')
    const all = (await pairs()).pairs
    expect(all[0]).toEqual({ a: A, b: B, because: 'id-number' })
    const seen = []
    let after: string | undefined
    do {
      const page = await pairs(2, after)
      seen.push(...page.pairs)
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(seen).toEqual(all)
    const keys = all.map(({ a, b }) => `${a} ${b}`)
    expect(new Set(keys).size, 'a pair has one reason').toBe(keys.length)
  })

  test('the same name, birth month and home is surer than elsewhere', async () => {
    await db
      .updateTable('talents')
      .set({ name: '吕青', bornOn: '1993-06-20' })
      .where('id', '=', '990001101201-b')
      .execute()
    const found = (await pairs()).pairs.filter(({ b }) => b === '990001101201-b')
    expect(found).toEqual([{ a: A, b: '990001101201-b', because: 'name-birth-village' }])
    expect((await pairs()).pairs.some(({ because }) => because === 'name-birth')).toBe(true)
  })

  test('different numbers, an answer, an unknown birth and a merger take a pair away', async () => {
    const has = async (a: string, b: string) =>
      (await pairs()).pairs.some((it) => it.a === a && it.b === b)
    await numbered(B, 'another')
    expect(await has(A, B)).toBe(false)
    const [C, D] = ['990001102201-a', '990001102202-a']
    expect(await has(C, D)).toBe(true)
    await insertAnswer(db, scope, [D, C], { at: NOW, accountId })
    await insertAnswer(db, scope, [C, D], { at: NOW, accountId })
    expect(await has(C, D)).toBe(false)
    expect(await has(A, C)).toBe(true)
    await updateTalent(db, scope, C, { bornOn: null })
    expect(await has(A, C)).toBe(false)
    expect(await has(A, D)).toBe(true)
    await updateTalent(db, scope, D, { mergedInto: A })
    expect(await has(A, D)).toBe(false)
  })
})
