import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workbookOf } from '../../api/exports/workbook.ts'
import { checkDigit } from '../../db/identity-number.ts'
import { csv, importing, joined, json, xlsx } from './imported.ts'
import { fewRows, problemIn, type Served, type SignedInClient, serve } from './served.ts'

const HEADER = ['姓名', '性别', '出生年月', '乡镇', '村（社区）', '身份证号', '专长', '简历']
const HONGMEN = ['北庄镇', '洪门村']
const row = (name: string, sex: string, born: string, number = '', skills = '', resume = '') => [
  ...[name, sex, born, ...HONGMEN, number, skills, resume],
]
/** Invented, of an area that nobody comes from, with right check digits. */
const numberOf = (digits: string) => digits + checkDigit(digits)
const NUMBER = numberOf('99040619910307481')

let served: Served
let office: ReturnType<typeof importing>
let township: SignedInClient
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  office = importing(served)
  township = await served.as('demo-township')
})
afterAll(() => served.close())

const search = async (q: string, client: Pick<SignedInClient, 'get'> = served) =>
  (await json(await client.get(`/talents?q=${encodeURIComponent(q)}`))).people as {
    id: string
    name: string
    skills: { skill: string; words: { zh: string } }[]
  }[]

describe('a list of people', () => {
  test('comes in all at once: faulty rows are mended or left out first, and nothing shows before', async () => {
    const record = await office.begin(
      await xlsx([
        HEADER,
        row('令狐远航', '男', '1991.03', NUMBER, '果树栽培、无人机植保', '2013.07--  返乡办合作社'),
        row('令狐远航', '男', '1991.03', NUMBER),
        row('上官若雪', '女', '1995-02-30'),
      ]),
    )
    expect(record).toMatchObject({ state: 'checked', counts: { new: 1, faulty: 2 } })
    expect(await search('令狐远航')).toEqual([])
    const early = await problemIn(await served.post(`/imports/${record.id}/writing`, {}))
    expect(early).toMatchObject({ status: 409, type: '/problems/conflict' })
    expect(early.detail).toContain('还有 2 行有误')
    const [doubled, dayless] = await office.rows(record.id, '?state=faulty')
    expect(doubled.faults[0]).toMatchObject({ kind: 'row.doubled', level: 'error' })
    expect(doubled.faults[0].words.zh).toContain('第 2 行')
    expect(dayless.faults[0].field).toBe('bornOn')
    const mended = await json(
      await served.put(`/imports/${record.id}/rows/4`, { cells: { bornOn: '1995-02-20' } }),
    )
    expect(mended).toMatchObject({ row: { state: 'new', mended: ['bornOn'] }, counts: { new: 2 } })
    await json(await served.put(`/imports/${record.id}/rows/3`, { leftOut: true }))
    const done = await office.write(record.id)
    expect(done).toMatchObject({ state: 'done', counts: { new: 2, leftOut: 1, faulty: 0 } })
    const [found] = await search('令狐远航')
    expect(found?.skills.map(({ words }) => words.zh).sort()).toEqual(['无人机植保', '果树栽培'])
    expect((await search('lhyh')).map(({ name }) => name)).toContain('令狐远航')
    expect((await search('返乡办合作社')).map(({ name }) => name)).toContain('令狐远航')
    expect(await office.rows(record.id)).toEqual([])
  })

  test('shows numbers masked but where they are to be mended, and takes a mask for what stands there', async () => {
    const number = numberOf('99040619880511201')
    const wrong = `${numberOf('99040619880612202').slice(0, 17)}?`
    const record = await office.begin(
      await xlsx([
        HEADER,
        row('令狐近水', '男', '1988.05', number),
        row('令狐远山', '女', '1988.06', wrong),
      ]),
    )
    const [sound, faulty] = await office.rows(record.id)
    const masked = `${number.slice(0, 3)}***********${number.slice(-4)}`
    expect(sound.cells.idNumber).toBe(masked)
    expect(faulty.cells.idNumber).toBe(wrong)
    await json(await served.put(`/imports/${record.id}/rows/3`, { leftOut: true }))
    await json(await served.put(`/imports/${record.id}/rows/2`, { cells: { idNumber: masked } }))
    expect(await office.write(record.id)).toMatchObject({ state: 'done', counts: { new: 1 } })
    const found = await json(await served.post('/talents/look-ups', { idNumber: number }))
    expect(found.people.map(({ name }: { name: string }) => name)).toEqual(['令狐近水'])
    await office.undo(record.id)
  })

  test('the row that was doubled is right as soon as the other is left out', async () => {
    const rows = [HEADER, row('欧阳一', '男', '1990.01'), row('欧阳一', '男', '1990.01')]
    const record = await office.begin(csv(rows), { name: '名单.csv' })
    expect(record.counts).toMatchObject({ new: 1, faulty: 1 })
    const answer = await json(await served.put(`/imports/${record.id}/rows/2`, { leftOut: true }))
    expect(answer.counts).toMatchObject({ new: 1, faulty: 0, leftOut: 1, kinds: [] })
    const again = await json(await served.put(`/imports/${record.id}/rows/2`, { leftOut: false }))
    expect(again.counts).toMatchObject({ new: 1, faulty: 1, leftOut: 0 })
  })

  test('a known person is found by number, or by name, month and village: skipped, filled or overwritten', async () => {
    const first = await office.begin(csv([HEADER, row('东方既白', '男', '1988.05')]))
    await office.write(first.id)
    const columns = [...HEADER, '工作单位及职务']
    const given = [...row('东方既白', '女', '1988.05', '', '财务'), '合作社会计']
    const second = await office.begin(csv([columns, given]), { name: '二.csv' })
    expect(second).toMatchObject({ choices: { known: 'merge' }, counts: { merge: 1, new: 0 } })
    const [filled] = await office.rows(second.id)
    expect(filled.talent.name).toBe('东方既白')
    const fields = (one: { changes: { field: string }[] }) => one.changes.map(({ field }) => field)
    expect(fields(filled)).not.toContain('sex')
    expect(filled.faults.map(({ kind }: { kind: string }) => kind)).toContain('person.kept')
    await json(await office.choose(second, { known: 'skip' }))
    const skipped = await office.settled(second.id)
    expect(skipped.counts).toMatchObject({ skip: 1, merge: 0 })
    await json(await office.choose(skipped, { known: 'update' }))
    const [overwritten] = await office.rows((await office.settled(second.id)).id)
    expect(overwritten.state).toBe('update')
    expect(fields(overwritten)).toContain('sex')
    await office.write(second.id)
    const [{ id } = { id: '' }] = await search('东方既白')
    const portrait = await json(await served.get(`/talents/${id}`))
    expect(portrait).toMatchObject({ sex: 'female', revision: 2 })
    const { changes } = await json(await served.get(`/talents/${id}/history`))
    expect(changes.map((one: { field: string }) => one.field)).toContain('sex')
  })

  test('one entry of the audit tells of the whole import, with ids and counts and no name', async () => {
    const record = await office.begin(csv([HEADER, row('诸葛明日', '男', '1979.11')]))
    await office.write(record.id)
    const [{ id } = { id: '' }] = await search('诸葛明日')
    const auditor = await served.as('demo-auditor')
    const { entries } = await json(await auditor.get('/audit?action=import.done&limit=1'))
    expect(entries[0].subjects.sort()).toEqual([id, record.id].sort())
    expect(entries[0].detail).toMatchObject({ kind: 'people', new: 1 })
    expect(JSON.stringify(entries)).not.toContain('诸葛')
  })

  test('an empty, a foreign and a broken file are refused with words, and nothing stays', async () => {
    const empty = await problemIn(await office.upload(new Uint8Array()))
    expect(empty.status).toBe(422)
    const noise = await office.begin(new TextEncoder().encode('%PDF-1.7 no spreadsheet'))
    expect(noise.state).toBe('failed')
    expect(noise.problem.zh).toMatch(/\p{Script=Han}/u)
    const form = await served.app.request('/api/v1/imports?kind=people&name=a.csv', {
      method: 'POST',
      body: 'a=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(form.status).toBe(415)
  })

  test('a file over 60 MB is refused by its length', async () => {
    const answer = await served.app.request('/api/v1/imports?kind=people&name=a.xlsx', {
      method: 'POST',
      body: new Blob(['x']),
      headers: { 'content-type': 'application/octet-stream', 'content-length': '314572800' },
    })
    expect(await problemIn(answer)).toMatchObject({ status: 413, type: '/problems/too-large' })
  })
})

describe('faulty rows go back as a file', () => {
  test.each(['csv', 'xlsx'])(
    'as %s, with what is wrong at the end, and come in once they are mended',
    async (format) => {
      const name = format === 'csv' ? '司马' : '司徒'
      const rows = [HEADER, row(`${name}甲`, '男', '1990.13'), row(`${name}乙`, '男', '1990.12')]
      const record = await office.begin(await xlsx(rows))
      expect(record.counts).toMatchObject({ new: 1, faulty: 1 })
      const answer = await served.get(`/imports/${record.id}/faults?format=${format}`)
      expect(answer.headers.get('content-disposition')).toContain(`.${format}`)
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const again = await office.begin(bytes, { name: `待改正.${format}` })
      expect(again, JSON.stringify(again.questions)).toMatchObject({
        state: 'checked',
        counts: { new: 0, faulty: 1 },
      })
      const [{ line }] = await office.rows(again.id)
      await json(
        await served.put(`/imports/${again.id}/rows/${line}`, { cells: { bornOn: '1990.10' } }),
      )
      expect((await office.write(again.id)).state).toBe('done')
      expect((await search(`${name}甲`)).map((person) => person.name)).toContain(`${name}甲`)
    },
  )

  test('another sheet of the file is read when somebody chooses it', async () => {
    const sheet = (name: string, cells: string[][]) => ({
      ...{ name, rows: cells, widths: HEADER.map(() => 12), frozen: 1 },
    })
    const bytes = await joined(
      workbookOf([
        sheet('北庄', [HEADER, row('端木甲', '男', '1990.01')]),
        sheet('备用', [HEADER, row('端木乙', '男', '1990.01'), row('端木丙', '男', '1990.02')]),
      ]),
    )
    const record = await office.begin(bytes)
    const [first, second] = record.reading.sheets
    const other = record.choices.sheet === first ? second : first
    await json(await office.choose(record, { sheet: other }))
    const settled = await office.settled(record.id)
    expect(settled.choices.sheet).toBe(other)
    expect(settled.counts.new + record.counts.new).toBe(3)
  })
})

describe('whoever comes too late', () => {
  test('finds that another tab went on', async () => {
    const record = await office.begin(csv([HEADER, row('公孙甲', '男', '1985.02')]))
    await json(await office.choose(record, { known: 'update' }))
    const late = await problemIn(await office.choose(record, { known: 'skip' }))
    expect(late).toMatchObject({ status: 412, type: '/problems/changed' })
    await office.settled(record.id)
    const blind = await served.put(`/imports/${record.id}/choices`, { known: 'skip' })
    expect(blind.status).toBe(428)
  })

  test('clicks twice, and it is written once', async () => {
    const record = await office.begin(csv([HEADER, row('公孙乙', '男', '1985.02')]))
    const both = await Promise.all(
      [1, 2].map(() => served.post(`/imports/${record.id}/writing`, {})),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409])
    expect((await office.settled(record.id)).state).toBe('done')
    expect(await search('公孙乙')).toHaveLength(1)
    const third = await problemIn(await served.post(`/imports/${record.id}/writing`, {}))
    expect(third.detail).toContain('已写入人才库')
  })

  test('writes after the pool changed: rows are checked again first', async () => {
    const rows = [HEADER, row('公孙丙', '男', '1985.02', NUMBER.replace('4817', '4999'))]
    const numberless = row('公孙丙', '男', '1985.02')
    const first = await office.begin(csv([HEADER, numberless]))
    const second = await office.begin(csv([HEADER, numberless]))
    await office.write(first.id)
    expect(rows).toHaveLength(2)
    const done = await office.write(second.id)
    expect(done).toMatchObject({ state: 'done', counts: { new: 0, same: 1 } })
    expect(await search('公孙丙')).toHaveLength(1)
  })
})

describe('what the server is at', () => {
  test('is told by events, the last of them how it ended', async () => {
    const { id } = await json(await office.upload(csv([HEADER, row('太史丁', '男', '1981.02')])))
    const told = await (await served.get(`/imports/${id}/events`)).text()
    expect(told.trimEnd().split('\n\n').at(-1)).toBe('event: end\ndata: {"state":"checked"}')
    const again = await (await served.get(`/imports/${id}/events`)).text()
    expect(again).toContain('"state":"checked"')
  })

  test('is given up while it is checked, and nothing of the file stays', async () => {
    const record = await office.begin(csv([HEADER, row('太史戊', '男', '1981.02')]))
    const answer = await served.post(`/imports/${record.id}/cancellation`, {})
    expect(answer.status).toBe(202)
    expect((await office.settled(record.id)).state).toBe('cancelled')
    await (await served.get(`/imports/${record.id}/events`)).text()
    const left = await served.given.db
      .selectFrom('importRows')
      .select('line')
      .where('importId', '=', record.id)
      .execute()
    expect(left).toEqual([])
    const given = await served.given.db
      .selectFrom('imports')
      .select('reading')
      .where('id', '=', record.id)
      .execute()
    expect(given).toEqual([{ reading: 'null' }])
    const late = await problemIn(await served.post(`/imports/${record.id}/cancellation`, {}))
    expect(late.status).toBe(409)
  })

  test('what waits is encrypted, cells and faults alike', async () => {
    const record = await office.begin(csv([HEADER, row('太史己', '', '1981.02', NUMBER)]))
    const stored = await served.given.db.selectFrom('importRows').selectAll().execute()
    const { reading } = (await served.given.db
      .selectFrom('imports')
      .select('reading')
      .where('id', '=', record.id)
      .executeTakeFirst())!
    expect(JSON.stringify([stored, reading])).not.toMatch(/太史己|9904061991/)
  })
})

describe('a township', () => {
  test('imports people of its own villages and sees its own imports', async () => {
    const own = importing(township)
    const other = ['姓名', '性别', '出生年月', '乡镇', '村（社区）']
    const record = await own.begin(
      csv([
        other,
        ['夏侯子', '男', '1990.04', '北庄镇', '洪门村'],
        ['夏侯丑', '男', '1990.04', '桑村镇', '玉子山村'],
      ]),
    )
    expect(record).toMatchObject({ township: { name: '北庄镇' }, counts: { new: 1, faulty: 1 } })
    const [stranger] = await own.rows(record.id, '?state=faulty')
    expect(stranger.faults.map(({ kind }: { kind: string }) => kind).join()).toBe(
      'township.outside',
    )
    const { imports } = await json(await township.get('/imports'))
    expect(imports.map(({ id }: { id: string }) => id)).toEqual([record.id])
    const county = await office.begin(csv([HEADER, row('夏侯寅', '男', '1990.04')]))
    expect((await township.get(`/imports/${county.id}`)).status).toBe(404)
    expect((await township.get(`/imports/${county.id}/rows`)).status).toBe(404)
    expect((await served.get(`/imports/${record.id}`)).status).toBe(200)
  })

  test('does not learn who it is whose number is known elsewhere', async () => {
    const away = csv([
      ['姓名', '性别', '出生年月', '乡镇', '村（社区）', '身份证号'],
      ['慕容辰', '男', '1991.03', '桑村镇', '玉子山村', numberOf('99040619910307239')],
    ])
    const first = await office.begin(away)
    expect(first.counts, JSON.stringify(await office.rows(first.id))).toMatchObject({ new: 1 })
    await office.write(first.id)
    const own = importing(township)
    const second = await own.begin(
      csv([HEADER, row('慕容卯', '男', '1991.03', numberOf('99040619910307239'))]),
    )
    expect(second.counts).toMatchObject({ faulty: 1 })
    const [elsewhere] = await own.rows(second.id)
    expect(elsewhere.faults[0].kind).toBe('person.elsewhere')
    expect(JSON.stringify(elsewhere)).not.toContain('慕容辰')
    const auditor = await served.as('demo-auditor')
    const { entries } = await json(await auditor.get('/audit?action=import.read&limit=1'))
    expect(entries).toMatchObject([{ role: 'township', detail: { elsewhere: 1 } }])
    expect(elsewhere.talent).toBeNull()
  })

  test('imports no facts of villages', async () => {
    const answer = await importing(township).upload(csv([['村']]), { kind: 'villages' })
    expect(answer.status).toBe(403)
    expect((await township.get('/imports/template?kind=villages')).status).toBe(403)
  })
})

describe('lists as townships send them', () => {
  const file = (name: string) => readFileSync(join(import.meta.dirname, '../rosters', name))

  test('the roll list of 北庄镇: the ruined number and the doubled person are said', async () => {
    const record = await office.begin(file('beizhuang-roster.xlsx'))
    expect(record.state, JSON.stringify(record.problem)).toBe('checked')
    const kinds = record.counts.kinds.map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['id-number.ruined', 'row.doubled', 'sex.taken']))
    const left = await json(await served.post(`/imports/${record.id}/leaving-out`, {}))
    expect(left.counts.faulty).toBe(0)
    const done = await office.write(record.id)
    expect(done.state).toBe('done')
    expect(done.counts.leftOut).toBe(left.rows)
  })

  test.each([
    { name: 'veterans.xlsx', rows: 40 },
    { name: 'graduates-gb18030.csv', rows: 60 },
  ])('$name comes in whole', async ({ name, rows }) => {
    const record = await office.begin(file(name), { name })
    expect(record.state, JSON.stringify(record.problem)).toBe('checked')
    const { new: added, same, merge, faulty } = record.counts
    expect(added + same + merge + faulty).toBe(rows)
    await json(await served.post(`/imports/${record.id}/leaving-out`, {}))
    expect((await office.write(record.id)).state).toBe('done')
  })
})

describe('what somebody else made of a file', () => {
  test('its name opens no folder and hides nothing when it goes out again', async () => {
    const name = '../../家\r\nX: 1\u202Ecsv.名单.csv'
    const record = await office.begin(csv([HEADER, row('太史庚', '', '1981.02')]), { name })
    const answer = await served.get(`/imports/${record.id}/faults?format=csv`)
    const said = answer.headers.get('content-disposition')!
    const sent = decodeURIComponent(said.split("filename*=UTF-8''")[1]!)
    expect(sent).toBe('_.._家__X_ 1_csv.名单-待改正.csv')
  })

  test('a file without end is refused: of a stranger before a byte is read, else at 60 MB', async () => {
    const sent = { parts: 0 }
    const endless = (): object => {
      const part = new Uint8Array(1024 ** 2)
      const pull = (it: ReadableStreamDefaultController) => {
        sent.parts += 1
        it.enqueue(part)
      }
      const headers = { 'content-type': 'application/octet-stream' }
      return { method: 'POST', body: new ReadableStream({ pull }), headers, duplex: 'half' }
    }
    const path = '/api/v1/imports?kind=people&name=a.csv'
    expect((await served.bare.request(path, endless())).status).toBe(401)
    expect(sent.parts).toBeLessThan(3)
    expect((await served.app.request(path, endless())).status).toBe(413)
    expect(sent.parts).toBeLessThan(65)
  })

  test('files that are still coming leave room to others', async () => {
    const slowly = Array.from({ length: 3 }, () => {
      let end = () => {}
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(csv([HEADER]))
          end = () => controller.close()
        },
      })
      const headers = { 'content-type': 'application/octet-stream' }
      const init: object = { method: 'POST', body, headers, duplex: 'half' }
      const answer = served.app.request('/api/v1/imports?kind=people&name=a.csv', init)
      return { answer, end: () => end() }
    })
    const third = await Promise.race(slowly.map(({ answer }) => answer))
    expect(third.status).toBe(429)
    const other = await importing(township).begin(csv([HEADER, row('太史辛', '男', '1981.02')]))
    expect(other.state).toBe('checked')
    for (const { end } of slowly) end()
    const all = await Promise.all(slowly.map(({ answer }) => answer))
    expect(all.map(({ status }) => status).sort()).toEqual([202, 202, 429])
    expect((await office.settled((await json(all[0]!)).id)).state).toBe('failed')
  })
})
