import { Workbook } from '@cj-tech-master/excelts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EntrySheetPreview } from '../../api/shapes/village-entries.ts'
import { readEnd, readNotice, readWholeDay } from '../../api/village-entries/sheet/days.ts'
import { TOWNSHIP } from '../cast.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

let served: Served
let township: SignedInClient
let places: { code: string; name: string }[]
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  const { townships } = await ok(await served.api.places.$get())
  places = townships.find(({ code }) => code === TOWNSHIP)!.villages
})
afterAll(() => served.close())

const upload = (body: Uint8Array | string, kind = 'audit', client = township, name = '审计.xlsx') =>
  client.app.request(
    `/api/v1/village-entries/sheet?kind=${kind}&name=${encodeURIComponent(name)}`,
    {
      ...{ method: 'POST', body: new Blob([body as BlobPart]) },
      headers: { 'content-type': 'application/octet-stream' },
    },
  )
const preview = async (answer: Response | Promise<Response>) => {
  const done = await answer
  if (!done.ok) throw new Error(await done.text())
  return (await done.json()) as EntrySheetPreview
}
const csv = (...lines: string[]) => lines.join('\r\n')
const write = ({ rows }: EntrySheetPreview) =>
  township.post('/village-entries', {
    entries: rows
      .filter(({ state }) => state === 'new')
      .map(({ village, entry }) => ({ village: village!.code, entry })),
  })
const AUDIT =
  '村（社区）,村代码,审计开始日期,审计对象,审计单位,报告日期,审计结论,第一次公示起,第一次公示止'

describe('the workbook of a kind', () => {
  test('goes out with the villages of the township and comes in with what was filled in', async () => {
    const answer = await township.get('/village-entries/sheet?kind=audit')
    const workbook = new Workbook()
    await workbook.xlsx.load(new Uint8Array(await answer.arrayBuffer()))
    const sheet = workbook.worksheets[0]!
    expect((sheet.getRow(3).values as string[]).slice(1, 6)).toEqual([
      ...['村代码', '乡镇（街道）', '村（社区）', '审计开始日期*', '审计对象*'],
    ])
    const listed = places.map((_, at) => sheet.getRow(4 + at).getCell(3).value)
    expect(listed).toEqual(places.map(({ name }) => name))
    for (const at of [0, 1]) {
      const row = sheet.getRow(4 + at)
      for (const [column, text] of [
        [4, '2026.10.8'],
        [5, '书记兼主任'],
        [6, '镇经管站'],
        [7, '2026年10月20日'],
        [8, '没有问题'],
        [10, '2026-10-21'],
        [11, '27日'],
      ] as const)
        row.getCell(column).value = text
    }
    const read = await preview(upload(new Uint8Array(await workbook.xlsx.writeBuffer())))
    expect(read.counts).toEqual({ new: 2, same: 0, faulty: 0 })
    expect(read.blank).toBe(places.length - 2)
    expect(read.rows[0]!.entry).toMatchObject({
      ...{ kind: 'audit', on: '2026-10-08' },
      body: { finishedOn: '2026-10-20', notices: [{ from: '2026-10-21', to: '2026-10-27' }] },
    })
    expect((await township.get(`/villages/${places[0]!.code}/entries`)).ok).toBe(true)
    expect(await (await write(read)).json()).toEqual({ written: 2, same: 0 })
    const again = await preview(upload(new Uint8Array(await workbook.xlsx.writeBuffer())))
    expect(again.counts, 'the same file twice makes no doubles').toEqual({
      new: 0,
      same: 2,
      faulty: 0,
    })
  })

  test('of a kind is read by the headers that other lists use', async () => {
    const [one] = places
    const read = await preview(
      upload(
        csv(
          '村名,所在乡镇,测评时间,测评对象,发放票数,回收票数,满意票',
          `${one!.name},,2026/9/1,现任班子,100,90,80`,
        ),
        'survey',
        township,
        '测评.csv',
      ),
    )
    expect(read.counts.new).toBe(1)
    expect(read.rows[0]!.entry).toMatchObject({
      on: '2026-09-01',
      body: { issued: 100, approving: 80 },
    })
  })
})

describe('a row that has a fault', () => {
  const WRONG: {
    cells: (it: { code: string; name: string }) => string
    at: string | null
    says: RegExp
    why: string
  }[] = [
    {
      ...{ cells: ({ name }) => `${name},,2026.10,书记,,,,,`, at: 'on', says: /缺日/ },
      why: 'a month is no day',
    },
    {
      ...{ cells: ({ name }) => `${name},,2026-12-30,书记,,,,,`, at: 'on', says: /晚于今天/ },
      why: 'the future',
    },
    {
      ...{ cells: () => '无此村,,2026-10-08,书记,,,,,', at: 'village', says: /没有这个村/ },
      why: 'an unknown village',
    },
    {
      cells: ({ name }) => `${name},${places[1]!.code},2026-10-08,书记,,,,,`,
      ...{ at: 'village', says: /与村名不符/, why: 'code and name of two villages' },
    },
    {
      ...{ cells: ({ name }) => `${name},,2026-10-08,,,,,,`, at: 'office', says: /必填/ },
      why: 'what must not be empty',
    },
    {
      cells: ({ name }) => `${name},,2026-10-08,书记,,2026-10-20,很好,,`,
      ...{ at: 'conclusion', says: /中的一个/, why: 'a word that is none of the choices' },
    },
    {
      cells: ({ name }) => `${name},,2026-10-08,书记,,2026-10-20,没有问题,2026-10-21,20日`,
      ...{ at: 'notices.0.to', says: /早于公示的第一天/, why: 'it ends before it begins' },
    },
  ]
  test.each(WRONG)('says where and how to mend it: $why', async ({ cells, at, says }) => {
    const read = await preview(upload(csv(AUDIT, cells(places[0]!)), 'audit', township, '审计.csv'))
    const [row] = read.rows
    expect(row).toMatchObject({ line: 2, state: 'faulty', entry: null })
    const fault = row!.faults.find(({ field }) => field === at)
    expect(fault?.words.zh).toMatch(says)
  })

  test('is mended by its cells, and what becomes the same as another row is said', async () => {
    const [one, two] = places
    const row = (name: string, day: string) => `${name},,${day},村两委班子,镇经管站,,,,`
    const read = await preview(
      upload(
        csv(AUDIT, row(one!.name, '2026-08-01'), row(two!.name, '2026.8')),
        'audit',
        township,
        'a.csv',
      ),
    )
    expect(read.counts).toMatchObject({ new: 1, faulty: 1 })
    const mended = await township.post('/village-entries/sheet/rows', {
      kind: 'audit',
      rows: read.rows.map(({ line, cells }) => ({ line, cells: { ...cells, on: '2026-08-01' } })),
    })
    expect(await mended.json()).toMatchObject({ counts: { new: 2, faulty: 0 } })
    const doubled = await township.post('/village-entries/sheet/rows', {
      kind: 'audit',
      rows: read.rows.map(({ line }) => ({ line, cells: read.rows[0]!.cells })),
    })
    const { rows } = (await doubled.json()) as EntrySheetPreview
    expect(rows[1]!.faults[0]!.words.zh).toMatch(/与第 2 行完全相同/)
  })
})

describe('what is not let in', () => {
  test('nothing of many is written when one of them is wrong', async () => {
    const before = await (await township.get(`/villages/${places[4]!.code}/entries`)).json()
    const good = { kind: 'note', on: '2026-10-01', source: '表', body: { title: '题', text: '文' } }
    const answer = await township.post('/village-entries', {
      entries: [
        { village: places[4]!.code, entry: good },
        { village: places[4]!.code, entry: { ...good, on: '2027-01-01' } },
      ],
    })
    expect((await problemIn(answer)).pointers).toEqual(['#/entries/1/entry/on'])
    const after = await (await township.get(`/villages/${places[4]!.code}/entries`)).json()
    expect(after.entries).toEqual(before.entries)
  })

  test.each([
    { body: 'no spreadsheet', why: 'no spreadsheet' },
    { body: csv('姓名,电话', '吕某,12000000000'), why: 'another list' },
    {
      body: csv('村（社区）,村代码,选举日期', '北庄村,,2026-01-01'),
      why: 'a sheet of another kind',
    },
    { body: '', why: 'nothing' },
  ])('$why is refused with what to do', async ({ body }) => {
    const answer = await upload(body, 'audit', township, 'a.csv')
    expect(answer.status).toBe(422)
  })

  test('a village uploads no audits', async () => {
    const village = await served.as('demo-village')
    expect((await upload('x', 'audit', village)).status).toBe(403)
    expect((await village.get('/village-entries/sheet?kind=audit')).status).toBe(403)
    expect((await village.get('/village-entries/sheet?kind=statistics')).status).toBe(200)
  })
})

describe('days as clerks write them', () => {
  test.each([
    ['2026-11-05', '2026-11-05'],
    ['2026.11.5', '2026-11-05'],
    ['2026/11/5', '2026-11-05'],
    ['2026年11月5日', '2026-11-05'],
    ['20261105', '2026-11-05'],
    ['46331', '2026-11-05'],
  ])('%s', (text, day) => {
    expect(readWholeDay(text)).toEqual({ day })
  })

  test.each([
    ['2026年11月1日至5日', '2026-11-01', '2026-11-05'],
    ['2026年11月1日—11月7日', '2026-11-01', '2026-11-07'],
    ['2026.11.1-2026.11.7', '2026-11-01', '2026-11-07'],
    ['2026-11-01至2026-11-07', '2026-11-01', '2026-11-07'],
    ['2026年11月1日起公示7天', '2026-11-01', '2026-11-07'],
    ['2026年12月28日至1月3日', '2026-12-28', '2027-01-03'],
  ])('%s', (text, from, to) => {
    expect(readNotice(text)).toEqual({ from: { day: from }, to: { day: to } })
  })

  test.each([
    ['5日', '2026-11-05'],
    ['11月7日', '2026-11-07'],
    ['7天', '2026-11-07'],
    ['2026-11-08', '2026-11-08'],
  ])('the last day of a notice from 1 November: %s', (text, day) => {
    expect(readEnd(text, '2026-11-01')).toEqual({ day })
  })

  test('a last day before the first is no guess', () => {
    expect(readEnd('5日', '2026-11-10')).toHaveProperty('fault')
    expect(readEnd('5日', null)).toHaveProperty('fault')
  })
})
