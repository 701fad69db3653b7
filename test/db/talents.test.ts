import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertRows } from '../../db/insert.ts'
import { findTalent, listDueTalents, listTalents, updateTalent } from '../../db/talents.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { countyRows, fillCounty } from './county.ts'

const scope = { countyCode: '990001' }
const model = countyRows('990001').talents[0]!

describe.each(databases)('people on $engine', ({ open }) => {
  let opened: OpenDatabase
  beforeAll(async () => {
    opened = await open()
    await fillCounty(opened.db, '990001')
    const odd = { ...model, id: 'odd', name: '阿%力_木\\', pinyin: 'a%limu', initials: 'a%lm' }
    await insertRows(opened.db, scope, 'talents', [odd])
  })
  afterAll(() => opened.close())

  test.each([
    { q: '雅楠', count: 4, why: 'part of a name' },
    { q: '宋', count: 4, why: 'a surname' },
    { q: 'song', count: 4, why: 'the beginning of pinyin' },
    { q: 'Song Ya', count: 4, why: 'pinyin as people write it' },
    { q: 'syn', count: 4, why: 'initials' },
    { q: 'lü', count: 4, why: 'ü is v in pinyin' },
    { q: 'yanan', count: 0, why: 'pinyin counts from its beginning' },
    { q: '%', count: 1, why: 'a sign of the pattern language is a sign' },
    { q: '_', count: 1, why: 'so is this one' },
    { q: '\\', count: 1, why: 'and this one' },
    { q: "'; drop table talents; --", count: 0, why: 'text is never SQL' },
    { q: ' ', count: 9, why: 'nothing asked is everybody' },
  ])('search $q finds $count: $why', async ({ q, count }) => {
    expect((await listTalents(opened.db, scope, { q })).talents).toHaveLength(count)
  })

  test('pages follow each other without a gap or a double', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const page = await listTalents(opened.db, scope, { limit: 2, ...(after ? { after } : {}) })
      seen.push(...page.talents.map(({ id }) => id))
      after = page.next
    } while (after !== null)
    const all = (await listTalents(opened.db, scope)).talents.map(({ id }) => id)
    expect(seen).toEqual(all)
    expect(all).toHaveLength(9)
  })

  test('a full last page has no next', async () => {
    const page = await listTalents(opened.db, scope, { limit: 9 })
    expect(page.next).toBeNull()
  })

  test.each([
    { query: { villageCode: '990001101201' }, count: 3 },
    { query: { townshipCode: '990001101' }, count: 5 },
    { query: { townshipCode: '990001101', q: 'lq' }, count: 2 },
    { query: { after: 'no cursor at all' }, count: 9 },
  ])('$query gives $count', async ({ query, count }) => {
    expect((await listTalents(opened.db, scope, query)).talents).toHaveLength(count)
  })

  describe('that change', () => {
    const id = '990001102202-b'
    const change = { name: '宋雅南', pinyin: 'songyanan', initials: 'syn' }

    test('are changed by whoever saw their last revision, and counted up', async () => {
      expect(await updateTalent(opened.db, scope, id, change, 1)).toBe(true)
      expect(await updateTalent(opened.db, scope, id, { name: '宋' }, 1), 'too late').toBe(false)
      expect(await findTalent(opened.db, scope, id)).toMatchObject({ ...change, revision: 2 })
      const both = ['李', '王'].map((name) => updateTalent(opened.db, scope, id, { name }, 2))
      expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1)
    })

    test('are due on the day until which they are kept, the longest overdue first', async () => {
      const keep = (id: string, keepUntil: string | null) =>
        updateTalent(opened.db, scope, `990001101201-${id}`, { keepUntil })
      await keep('a', '2026-11-25')
      await keep('b', '2026-09-30')
      await updateTalent(opened.db, scope, id, { keepUntil: '2026-11-26' })
      const due = await listDueTalents(opened.db, scope, '2026-11-25')
      expect(due.map((it) => it.keepUntil)).toEqual(['2026-09-30', '2026-11-25'])
    })
  })
})
