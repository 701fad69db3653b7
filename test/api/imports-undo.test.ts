import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases } from '../databases.ts'
import { attended } from './course-made.ts'
import { csv, importing, json } from './imported.ts'
import { fewRows, problemIn, type Served, serve } from './served.ts'

const HEADER = ['姓名', '性别', '出生年月', '乡镇', '村（社区）', '专长', '标签', '从业情况']
const row = (name: string, born: string, skills = '', tags = '', work = '') => [
  ...[name, '男', born, '北庄镇', '洪门村', skills, tags, work],
]

describe.each(databases)('an import on $engine', ({ open }) => {
  let served: Served
  let office: ReturnType<typeof importing>
  beforeAll(async () => {
    served = await serve({ rows: fewRows(), open })
    office = importing(served)
  })
  afterAll(() => served.close())

  const found = async (q: string) =>
    (await json(await served.get(`/talents?q=${encodeURIComponent(q)}`))).people as {
      id: string
      name: string
    }[]
  /** Those of exactly this name: a search finds names that are a sign away as well. */
  const search = async (name: string) =>
    (await found(name)).filter((person) => person.name === name)
  const idOf = async (name: string) => (await search(name))[0]!.id
  /** Everything that an import can touch, in an order of its own. */
  async function pool() {
    const tables = [
      'talentSources',
      'talentSkills',
      'talentTags',
      'privateFields',
      'skills',
    ] as const
    const rows: Record<string, unknown> = {}
    for (const table of tables)
      rows[table] = await served.given.db.selectFrom(table).selectAll().execute()
    const talents = await served.given.db.selectFrom('talents').selectAll().orderBy('id').execute()
    const texts = await served.given.db.selectFrom('talentTexts').select('words').execute()
    const people = talents.map(
      ({ revision: _, updatedAt: __, poolRevision: ___, ...facts }) => facts,
    )
    const words = texts.map((text) => text.words).sort()
    return JSON.parse(JSON.stringify({ ...rows, people, words }, inOrder))
  }
  const inOrder = (_: string, value: unknown) =>
    Array.isArray(value)
      ? value.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
      : value

  test('who signed is known from the list, but for those who withdrew; an undo takes it back', async () => {
    const plain = await office.begin(
      csv([HEADER, row('百里同', '1981.01'), row('百里退', '1982.01'), row('百里默', '1983.01')]),
    )
    await office.write(plain.id)
    const { db } = served.given
    const withdrawn = await idOf('百里退')
    await db
      .updateTable('talents')
      .set({ consent: 'withdrawn' })
      .where('id', '=', withdrawn)
      .execute()
    const head = ['姓名', '出生年月', '乡镇', '村（社区）', '本人签字同意', '能否正常履职']
    const signed = await office.begin(
      csv([
        head,
        ...[
          ['百里同', '1981.01', '已签', '能'],
          ['百里退', '1982.01', '是', ''],
          ['百里默', '1983.01', '否', ''],
        ].map(([name, born, consent, fit]) => [name!, born!, '北庄镇', '洪门村', consent!, fit!]),
      ]),
    )
    expect(signed.counts).toMatchObject({ merge: 1, same: 2, faulty: 0 })
    await office.write(signed.id)
    const facts = async (name: string) => json(await served.get(`/talents/${await idOf(name)}`))
    expect(await facts('百里同')).toMatchObject({ consent: 'given', isFit: true, noticeVersion: 1 })
    expect(await facts('百里退')).toMatchObject({ consent: 'withdrawn' })
    expect(await facts('百里默')).toMatchObject({ consent: null, isFit: null })
    const papers = () =>
      db
        .selectFrom('consents')
        .select(['act', 'channel', 'noticeVersion'])
        .where('talentId', '=', same)
        .execute()
    const same = await idOf('百里同')
    expect(await papers()).toEqual([{ act: 'given', channel: 'paper', noticeVersion: 1 }])
    await office.undo(signed.id)
    expect(await facts('百里同')).toMatchObject({ consent: null, isFit: null, noticeVersion: null })
    expect(await papers()).toEqual([])
    await office.undo(plain.id)
  })

  test('an import is taken back as a whole: who was new goes, who was known is as before', async () => {
    const first = await office.begin(csv([HEADER, row('百里奔', '1980.01', '财务', '甲', '会计')]))
    await office.write(first.id)
    const before = await pool()
    const second = await office.begin(
      csv([
        HEADER,
        row('百里奔', '1980.01', '财务、稀有技能', '甲、乙', '合作社会计'),
        row('百里驰', '1990.01', '稀有技能', '丙'),
      ]),
    )
    await json(await office.choose(second, { known: 'update' }))
    expect((await office.settled(second.id)).counts).toMatchObject({ new: 1, update: 1 })
    await office.write(second.id)
    expect(await search('百里驰')).toHaveLength(1)
    expect((await found('稀有技能')).length).toBeGreaterThanOrEqual(2)
    const undone = await office.undo(second.id)
    expect(undone).toMatchObject({
      state: 'undone',
      counts: { undone: { removed: 1, restored: 1, left: [] } },
    })
    expect(await pool()).toEqual(before)
    expect(await search('百里驰')).toEqual([])
    expect(await found('稀有技能')).toEqual([])
    const id = await idOf('百里奔')
    const { changes } = await json(await served.get(`/talents/${id}/history`))
    expect(changes.filter((one: { field: string }) => one.field === 'occupation')).toHaveLength(2)
    expect((await problemIn(await served.post(`/imports/${second.id}/undoing`, {}))).status).toBe(
      409,
    )
  })

  describe('whoever was changed or used since stays, and is named', () => {
    test('in a list, or changed by somebody', async () => {
      const record = await office.begin(
        csv([HEADER, row('南宫甲', '1980.01'), row('南宫乙', '1981.01'), row('南宫丙', '1982.01')]),
      )
      await office.write(record.id)
      const [kept, listed] = [await idOf('南宫甲'), await idOf('南宫乙')]
      const etag = { 'if-match': '"1"', 'content-type': 'application/json' }
      const changed = await served.app.request(`/api/v1/talents/${kept}`, {
        method: 'PATCH',
        body: JSON.stringify({ occupation: '村文书' }),
        headers: etag,
      })
      expect(changed.status).toBe(200)
      const list = await json(await served.post('/lists', { name: '考察名单', note: '' }))
      await json(await served.post(`/lists/${list.id}/members`, { talents: [listed], note: '' }))
      const undone = await office.undo(record.id)
      const { removed, left } = undone.counts.undone
      expect(removed).toBe(1)
      expect(left).toEqual(
        expect.arrayContaining([
          { id: kept, name: '南宫甲', why: 'changed' },
          { id: listed, name: '南宫乙', why: 'used' },
        ]),
      )
      expect(await search('南宫丙')).toEqual([])
      expect(await search('南宫甲')).toHaveLength(1)
      expect(await search('南宫乙')).toHaveLength(1)
    })

    test('on a course, of which something was entered', async () => {
      const record = await office.begin(csv([HEADER, row('南宫丁', '1982.01')]))
      await office.write(record.id)
      const id = await idOf('南宫丁')
      await attended(served, [id])
      const undone = await office.undo(record.id)
      expect(undone.state).toBe('undone')
      expect(undone.counts.undone).toMatchObject({ removed: 0 })
      expect(undone.counts.undone.left).toEqual([{ id, name: '南宫丁', why: 'used' }])
      expect(await search('南宫丁')).toHaveLength(1)
    })
  })

  test('a writing that is stopped is taken back and can be begun again', async () => {
    const before = await pool()
    const rows = Array.from({ length: 900 }, (_, at) => {
      const signs = [...'甲乙丙丁戊己庚辛壬癸']
      const name = `闻人${signs[Math.floor(at / 100) % 10]}${signs[Math.floor(at / 10) % 10]}${signs[at % 10]}`
      return row(name, `19${70 + (at % 30)}.0${1 + (at % 9)}`)
    })
    const record = await office.begin(csv([HEADER, ...rows]))
    expect(record.counts).toMatchObject({ new: 900 })
    await json(await served.post(`/imports/${record.id}/writing`, {}))
    const stopped = await served.post(`/imports/${record.id}/cancellation`, {})
    expect(stopped.status).toBe(202)
    const settled = await office.settled(record.id)
    expect(settled.state).toBe('checked')
    expect(settled.problem.zh).toContain('已全部撤回')
    expect(await pool()).toEqual(before)
    expect((await office.write(record.id)).state).toBe('done')
    expect((await json(await served.get('/talents?q=%E9%97%BB%E4%BA%BA&limit=1'))).total).toBe(900)
  })
})
