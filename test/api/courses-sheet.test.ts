import { Workbook } from '@cj-tech-master/excelts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done, HELD, makeCourse, part, peopleOf, readCourse } from './course-made.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

let served: Served
let township: SignedInClient
let mentor: SignedInClient
let trainer: string
let people: { id: string; name: string; village: string }[]
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  mentor = await served.as('demo-mentor')
  trainer = (await ok(await mentor.api.courses.trainers.$get())).trainers[0]!.id
  // Names that only one person of the township has.
  const all = await peopleOf(served, 2_000)
  const id = await makeCourse(township)
  await done(township.post(`/courses/${id}/participants`, { talents: all.slice(0, 60) }))
  const { participants } = await readCourse(township, id)
  const named = participants.map(({ talent, village }) => ({ ...talent, village }))
  people = named.filter(({ name }) => named.filter((it) => it.name === name).length === 1)
})
afterAll(() => served.close())

/** A course that two parts were held of, with the first `most` people. */
async function course(most = 4, more: object = {}) {
  const sessions = [part(HELD, 4), part('2026-11-21', 3, '基层治理')]
  const id = await makeCourse(township, { sessions, ...more })
  const talents = people.slice(0, most).map((it) => it.id)
  await done(township.post(`/courses/${id}/participants`, { talents }))
  return id
}

const csv = (...lines: string[]) => lines.join('\r\n')
const upload = (client: SignedInClient, id: string, body: string | Uint8Array, name = '考勤.csv') =>
  client.app.request(`/api/v1/courses/${id}/sheet?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: new Blob([body as BlobPart]),
    headers: { 'content-type': 'application/octet-stream' },
  })
const preview = async (client: SignedInClient, id: string, body: string | Uint8Array) =>
  done(upload(client, id, body))

describe('the workbook of a course', () => {
  test('goes out with what is known and comes in again; what is filled in is written at once', async () => {
    const id = await course(40)
    const answer = await township.get(`/courses/${id}/sheet`)
    const workbook = new Workbook()
    await workbook.xlsx.load(new Uint8Array(await answer.arrayBuffer()))
    const sheet = workbook.worksheets[0]!
    const headers = (sheet.getRow(3).values as string[]).slice(1)
    expect(headers).toEqual([
      ...['姓名*', '乡镇（街道）', '村（社区）'],
      ...['第1课｜11-20｜产业发展（4学时）', '第2课｜11-21｜基层治理（3学时）'],
      ...['考核结果', '证书编号', '系统编号'],
    ])
    const names = people.slice(0, 40).map(({ name }) => name)
    for (const [at, _] of names.entries()) {
      const row = sheet.getRow(4 + at)
      row.getCell(4).value = at === 1 ? '请假' : '出勤'
      row.getCell(5).value = at === 2 ? '缺勤' : '出勤'
      row.getCell(6).value = at === 2 ? '不合格' : '合格'
      row.getCell(7).value = at === 2 ? '' : `证${at}`
    }
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
    const seen = await preview(township, id, bytes)
    expect(seen.counts).toEqual({ ready: 40, toAdd: 0, open: 0, faulty: 0, same: 0 })
    expect((await readCourse(township, id)).counted.people).toBe(0)

    expect(await done(write(township, id, seen))).toEqual({ people: 40, added: 0, changes: 159 })
    const { counted, participants } = await readCourse(township, id)
    expect(counted).toEqual({ people: 40, hours: 40 * 7 - 4 - 3 })
    expect(participants.filter(({ result }) => result === 'failed')).toHaveLength(1)
    const again = await preview(township, id, bytes)
    expect(again.counts).toEqual({ ready: 0, toAdd: 0, open: 0, faulty: 0, same: 40 })
  })

  test('an own sheet with one column of attendance says it of every part that was held', async () => {
    const id = await course(2, { sessions: [part(HELD), part('2026-12-01')] })
    const [a, b] = people as [(typeof people)[0], (typeof people)[0]]
    const seen = await preview(
      township,
      id,
      csv('姓名,村（社区）,考勤', `${a.name},${a.village},√`, `${b.name},${b.village},×`),
    )
    await done(write(township, id, seen))
    const { sessions, participants } = await readCourse(township, id)
    const held = sessions[0]!.id
    const of = (one: string) => participants.find(({ talent }) => talent.id === one)!.attendance
    expect([of(a.id), of(b.id)]).toEqual([{ [held]: 'present' }, { [held]: 'absent' }])
  })
})

describe('what a preview says of a row', () => {
  const header = '姓名,村（社区）,第1课,第2课,考核结果,证书编号'
  test.each([
    { why: 'attendance nobody understands', row: '来了一半,,,', says: /「第1课」填写为“来了一半”/ },
    { why: 'a result as a mark', row: '出勤,出勤,88,', says: /「考核结果」填写为“88”/ },
    {
      why: 'a certificate of somebody who failed',
      row: '出勤,出勤,不合格,证9',
      says: /不应有证书编号/,
    },
    {
      why: 'a certificate too long',
      row: `出勤,出勤,合格,${'9'.repeat(41)}`,
      says: /证书编号不超过 40/,
    },
  ])('$why: which cell, and how to mend it', async ({ row, says }) => {
    const id = await course()
    const [a] = people
    const seen = await preview(township, id, csv(header, `${a!.name},${a!.village},${row}`))
    expect(seen.rows[0].state).toBe('faulty')
    expect(seen.rows[0].faults[0].zh).toMatch(says)
  })

  test('the same person twice, and a certificate twice', async () => {
    const id = await course()
    const [a, b] = people as [(typeof people)[0], (typeof people)[0]]
    const seen = await preview(
      township,
      id,
      csv(
        header,
        `${a.name},${a.village},出勤,,合格,证1`,
        `${b.name},${b.village},出勤,,合格,证1`,
        `${a.name},${a.village},缺勤,,,`,
      ),
    )
    expect(seen.rows.map(({ state }: { state: string }) => state)).toEqual(Array(3).fill('faulty'))
    expect(seen.rows[2].faults[0].zh).toContain('与第 2 行是同一个人')
    expect(seen.rows[0].faults[0].zh).toContain('与第 3 行重复')
  })

  test('somebody who is not on the list: the office adds, the trainer is told that it does', async () => {
    const id = await course(2, { trainer })
    const other = people[10]!
    const file = csv(header, `${other.name},${other.village},出勤,出勤,合格,`)
    const own = await preview(mentor, id, file)
    expect(own.rows[0]).toMatchObject({ state: 'not-on-list', person: null, choices: [] })
    const seen = await preview(township, id, file)
    expect(seen.rows[0]).toMatchObject({ state: 'to-add', person: { id: other.id } })
    const entries = entriesOf(seen)
    expect((await mentor.post(`/courses/${id}/entries`, { entries })).status).toBe(422)
    expect(await done(township.post(`/courses/${id}/entries`, { entries }))).toMatchObject({
      added: 1,
    })
  })

  test('two people of one name are not guessed between; the village decides, or the user', async () => {
    const id = await course(2)
    const { db } = served.given
    const [a, b] = people as [(typeof people)[0], (typeof people)[0]]
    await db.updateTable('talents').set({ name: a.name }).where('id', '=', b.id).execute()
    const open = await preview(township, id, csv(header, `${a.name},,出勤,,,`))
    expect(open.rows[0]).toMatchObject({ state: 'ambiguous', person: null })
    expect(open.rows[0].choices).toHaveLength(2)
    if (a.village !== b.village) {
      const named = await preview(township, id, csv(header, `${a.name},${b.village},出勤,,,`))
      expect(named.rows[0]).toMatchObject({ state: 'matched', person: { id: b.id } })
    }
    await db.updateTable('talents').set({ name: b.name }).where('id', '=', b.id).execute()
  })

  test('a name that nobody has, and participants whom the file leaves out', async () => {
    const id = await course(2)
    const seen = await preview(township, id, csv(header, '查无此人,无名村,出勤,,,'))
    expect(seen.rows[0].state).toBe('unknown')
    expect(seen.notInFile.sort()).toEqual(
      people
        .slice(0, 2)
        .map(({ name }) => name)
        .sort(),
    )
  })

  test('formulas are read by their result and said; one that failed is a fault', async () => {
    const id = await course()
    const [a, b] = people as [(typeof people)[0], (typeof people)[0]]
    const workbook = new Workbook()
    const sheet = workbook.addWorksheet('考勤')
    sheet.addRow(['姓名', '村（社区）', '第1课'])
    sheet.addRow([a.name, a.village, { formula: 'IF(1,"出勤","缺勤")', result: '出勤' }])
    sheet.addRow([b.name, b.village, { formula: '1/0', result: { error: '#DIV/0!' } }])
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
    const { rows } = await preview(township, id, bytes)
    expect(rows[0]).toMatchObject({
      state: 'matched',
      notices: [{ zh: expect.stringContaining('公式') }],
    })
    expect(rows[1]).toMatchObject({ state: 'faulty' })
    expect(rows[1].faults[0].zh).toContain('表格公式出错')
  })

  test('a cell of a part that is ahead', async () => {
    const id = await course(2, { sessions: [part(HELD), part('2026-12-01')] })
    const seen = await preview(township, id, csv(header, `${people[0]!.name},,出勤,出勤,,`))
    expect(seen.rows[0].faults[0].zh).toContain('还没有上')
  })
})

describe('files that are refused as a whole', () => {
  const rows = (n: number) => Array.from({ length: n }, (_, at) => `王某某,村,出勤,${at}`)
  test.each([
    { why: 'a picture', body: '\x89PNG\r\n\x1a\n', says: /不是可以读取的表格/ },
    { why: 'nothing in it', body: ' ', says: /没有可以导入的内容/ },
    { why: 'no header', body: '张三,出勤\r\n李四,缺勤', says: /没有找到表头/ },
    { why: 'no names', body: '性别,村,民族\r\n女,洪门村,汉族', says: /没有“姓名”一栏/ },
    {
      why: '10,000 rows',
      body: csv('姓名,村,第1课,证书编号', ...rows(10_000)),
      says: /超过 1000 行/,
    },
    {
      why: 'parts of another course',
      body: csv('姓名,村,第7课｜01-05｜别的课（2学时）', '王某某,洪门村,出勤'),
      says: /课程可能调整过/,
    },
  ])('$why', async ({ body, says }) => {
    const id = await course()
    const bytes = new Uint8Array(Buffer.from(body, body.startsWith('\x89') ? 'latin1' : 'utf8'))
    const { status, detail } = await problemIn(await upload(township, id, bytes))
    expect(status).toBe(422)
    expect(detail).toMatch(says)
  })
})

describe('all or nothing', () => {
  test.each([
    { why: 'a part that is not of the course', wrong: { attendance: { nowhere: 'present' } } },
    { why: 'somebody out of reach', wrong: { talent: 'nobody', attendance: {} } },
    { why: 'a certificate that another has', wrong: { attendance: {}, certificate: '证A' } },
  ])('$why keeps all others out, too', async ({ wrong }) => {
    const id = await course(2)
    const [session] = (await readCourse(township, id)).sessions
    const good = {
      line: 2,
      talent: people[0]!.id,
      attendance: { [session!.id]: 'present' },
      certificate: '证A',
    }
    const bad = { line: 3, talent: people[1]!.id, ...wrong }
    const answer = await township.post(`/courses/${id}/entries`, { entries: [good, bad] })
    expect(answer.status).toBe(422)
    const { counted, participants } = await readCourse(township, id)
    expect(counted.people).toBe(0)
    expect(participants.every(({ certificate }) => certificate === null)).toBe(true)
  })
})

type Preview = Awaited<ReturnType<typeof preview>>
const entriesOf = ({ rows }: Preview) =>
  rows.flatMap(
    ({
      line,
      person,
      attendance,
      result,
      certificate,
    }: {
      line: number
      person: { id: string } | null
      attendance: Record<string, string>
      result: string | null
      certificate: string | null
    }) =>
      person
        ? [
            {
              ...{ line, talent: person.id, attendance },
              ...(result !== null && { result }),
              ...(certificate !== null && { certificate }),
            },
          ]
        : [],
  )
const write = (client: SignedInClient, id: string, seen: Preview) =>
  client.post(`/courses/${id}/entries`, { entries: entriesOf(seen) })
