import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findTalent, listDueTalents, updateTalent } from '../../db/talents.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { fillCounty } from './county.ts'

const scope = { countyCode: '990001' }

describe.each(databases)('people on $engine', ({ open }) => {
  let opened: OpenDatabase
  beforeAll(async () => {
    opened = await open()
    await fillCounty(opened.db, '990001')
  })
  afterAll(() => opened.close())

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
