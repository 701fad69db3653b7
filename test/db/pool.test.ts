import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BLANK_FACTS, NEW_RECORD } from '../../db/blank.ts'
import type { Db } from '../../db/connect.ts'
import { followMissing, lastSearchRow, poolRevisionOf, rebuildPool } from '../../db/pool.ts'
import { findPortrait } from '../../db/portraits.ts'
import type { ImportState, TalentTable } from '../../db/schema.ts'
import { findTalent, insertTalents, updateTalent } from '../../db/talents.ts'
import { findTexts } from '../../db/texts.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { fillCounty } from './county.ts'
import { NOW } from './county-offices.ts'

const countyCode = '990001'
const scope = { countyCode }
const HOME = { homeTownshipCode: '990001101', homeVillageCode: '990001101201' }

function newcomer(id: string, own: Partial<TalentTable> = {}): TalentTable {
  return {
    ...{ ...BLANK_FACTS, ...NEW_RECORD, ...HOME, countyCode, id, name: '单雄飞' },
    ...{ pinyin: 'shanxiongfei', initials: 'sxf', status: 'registered', channel: 'discovered' },
    ...own,
  }
}

describe.each(databases)('what search reads on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    await fillCounty(db, countyCode)
    await fillCounty(db, '990002')
    await followMissing(db, scope)
  })
  afterAll(() => opened.close())

  test('follows who is entered: a number of the county, syllables, words', async () => {
    const last = await lastSearchRow(db, scope)
    await insertTalents(db, scope, [newcomer('one', { occupation: '石榴园园主' })])
    const row = await findTalent(db, scope, 'one')
    expect(row).toMatchObject({ searchRow: last + 1, syllables: 'shan xiong fei' })
    expect(await findTexts(db, scope, '石榴园', 9)).toEqual([last + 1])
  })

  test('follows a change: other words, the same number, a later revision', async () => {
    const before = await findTalent(db, scope, 'one')
    expect(await updateTalent(db, scope, 'one', { occupation: '茶园园主', name: '尹飞' }, 1)).toBe(
      true,
    )
    const after = await findTalent(db, scope, 'one')
    expect(after).toMatchObject({
      searchRow: before?.searchRow,
      syllables: 'yin fei',
      pinyin: 'yinfei',
    })
    expect(after!.poolRevision).toBeGreaterThan(before!.poolRevision)
    expect(after!.poolRevision).toBe((await poolRevisionOf(db, scope)).poolRevision)
    expect(await findTexts(db, scope, '石榴园', 9)).toEqual([])
    expect(await findTexts(db, scope, '茶园', 9)).toEqual([before?.searchRow])
  })

  test('stays as it was when the change was of something older', async () => {
    const before = await poolRevisionOf(db, scope)
    expect(await updateTalent(db, scope, 'one', { occupation: '无' }, 1)).toBe(false)
    expect(await poolRevisionOf(db, scope)).toEqual(before)
  })

  test('is of one county: another one counts for itself', async () => {
    expect(await poolRevisionOf(db, { countyCode: '990002' })).toEqual({
      poolRevision: 0,
      poolRebuiltAt: 0,
    })
  })

  test('says when everything is to be read anew', async () => {
    const { poolRevision } = await poolRevisionOf(db, scope)
    await rebuildPool(db, scope)
    const next = poolRevision + 1
    expect(await poolRevisionOf(db, scope)).toEqual({ poolRevision: next, poolRebuiltAt: next })
  })
})

describe.each(databases)('whom nobody sees on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    const { accounts } = await fillCounty(db, countyCode)
    const createdBy = accounts[0]!.id
    for (const state of STATES)
      await db
        .insertInto('imports')
        .values({
          ...{ countyCode, id: state, kind: 'people', state, fileName: '花名册.xlsx', revision: 1 },
          ...{ reading: '{}', choices: '{}', counts: '{}', createdAt: NOW, createdBy },
        })
        .execute()
    await insertTalents(db, scope, [
      ...STATES.map((state) => newcomer(`of-${state}`, { importId: state })),
      newcomer('stays'),
      newcomer('merged', { mergedInto: 'stays' }),
    ])
  })
  afterAll(() => opened.close())

  test.each([
    { id: 'stays', isSeen: true, why: 'entered by hand' },
    { id: 'of-done', isSeen: true, why: 'the import revealed them' },
    { id: 'of-writing', isSeen: false, why: 'the import is not done' },
    { id: 'of-undoing', isSeen: false, why: 'it is being taken back' },
    { id: 'of-cancelled', isSeen: false, why: 'it was given up' },
    { id: 'merged', isSeen: false, why: 'the same human being is there under another id' },
  ])('$id: $isSeen, $why', async ({ id, isSeen }) => {
    for (const who of [
      scope,
      { ...scope, townshipCode: HOME.homeTownshipCode },
      { ...scope, talentId: id },
    ]) {
      expect((await findTalent(db, who, id))?.id).toBe(isSeen ? id : undefined)
      expect((await findPortrait(db, who, id))?.id).toBe(isSeen ? id : undefined)
    }
    expect(await updateTalent(db, scope, id, { occupation: '务农' })).toBe(isSeen)
  })
})

const STATES = ['done', 'writing', 'undoing', 'cancelled'] as const satisfies ImportState[]
