import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { openAttachments } from '../../api/attachments/store.ts'
import { DEFAULT_SETTINGS } from '../../api/county-settings.ts'
import { openDatabase } from '../../api/database.ts'
import { createLog } from '../../api/log.ts'
import { hashPassword } from '../../api/passwords.ts'
import { startSolver } from '../../api/solver/index.ts'
import { insertAccount } from '../../db/accounts.ts'
import { csv, importing, json } from './imported.ts'
import { type SignedInClient, signedIn } from './served.ts'
import { at, withCounty } from './terminal.ts'

withCounty()

const PASSWORD = 'a-long-way-to-the-village-7'
let client: SignedInClient
let office: ReturnType<typeof importing>
let end = async () => {}
/** The small county of `set-up`, as its own server opens it, with an officer of the county. */
beforeAll(async () => {
  const { YANZHEN_DATA: data } = at('base')
  const source = {
    database: join(data, 'yanzhen.sqlite'),
    keyFile: join(`${data}-keys`, 'keys.json'),
  }
  const { db, countyCode, keyring } = await openDatabase(source)
  await insertAccount(
    db,
    { countyCode },
    {
      ...{ id: crypto.randomUUID(), username: 'officer', name: '程岚', role: 'county' },
      ...{ position: null, townshipCode: null, departmentId: null, villageCodes: [] },
      ...{ talentId: null, state: 'active', passwordHash: await hashPassword(PASSWORD) },
      ...{ mustChangePassword: 0, totpSecret: null, totpStep: null, isDemonstration: 0 },
      ...{ createdAt: '2026-11-20T00:00:00.000Z', createdBy: 'system', signedInAt: null },
      ...{ confirmedAt: '2026-11-20T00:00:00.000Z', confirmedBy: 'system' },
    },
  )
  await db
    .insertInto('settings')
    .values({
      ...{ countyCode, version: 2, createdAt: '', createdBy: 'test' },
      body: JSON.stringify(DEFAULT_SETTINGS),
    })
    .execute()
  const log = createLog('silent')
  const solver = startSolver(log)
  const attachments = openAttachments(join(data, 'attachments'))
  const today = () => '2026-11-25'
  const app = createApp({ db, today, solver, countyCode, keyring, attachments, log })
  client = await signedIn(app, 'officer', PASSWORD)
  office = importing(client)
  end = async () => {
    await solver.close()
    await db.destroy()
  }
})
afterAll(() => end())

const VILLAGE_HEAD = [
  ...['乡镇', '村（社区）', '户数', '人口', '党组织职数', '村（居）委会职数'],
  ...['本届换届时间', '参选率', '选举轮次', '是否重点难点村'],
]
const HONGMEN = '370406104218'

describe('a county begins with its own spreadsheets', () => {
  test('facts, seats and the last term of villages come in, and go back as they were', async () => {
    const before = await json(await client.get(`/villages/${HONGMEN}`))
    const record = await office.begin(
      csv([
        VILLAGE_HEAD,
        ['北庄镇', '洪门村', '412', '1356', '5', '5', '2021-01-12', '92.5%', '1', '是'],
        ['北庄镇', '北庄村', '388', '1204', '3', '3', '2021-01-13', '88%', '2', '否'],
      ]),
      { kind: 'villages', name: '村情.csv' },
    )
    expect(record, JSON.stringify([record.problem, record.questions])).toMatchObject({
      state: 'checked',
      counts: { update: 2, faulty: 0 },
    })
    await office.write(record.id)
    const after = await json(await client.get(`/villages/${HONGMEN}`))
    expect(after).toMatchObject({ households: 412, population: 1356, isKey: true })
    expect(after.term).toMatchObject({ startedOn: '2021-01-12', turnout: 0.925, rounds: 1 })
    const undone = await office.undo(record.id)
    expect(undone.counts.undone).toEqual({ removed: 0, restored: 2, left: [] })
    expect(await json(await client.get(`/villages/${HONGMEN}`))).toEqual(before)
    const again = await office.begin(
      csv([
        VILLAGE_HEAD,
        ['北庄镇', '洪门村', '412', '1356', '5', '5', '2021-01-12', '92.5%', '1', '是'],
        ['北庄镇', '北庄村', '388', '1204', '3', '3', '2021-01-13', '88%', '2', '否'],
      ]),
      { kind: 'villages', name: '村情.csv' },
    )
    expect((await office.write(again.id)).state).toBe('done')
  })

  test('a village that stands twice, or is not there, is said at its row', async () => {
    const record = await office.begin(
      csv([
        VILLAGE_HEAD.slice(0, 3),
        ['北庄镇', '洪门村', '412'],
        ['北庄镇', '洪门村', '413'],
        ['北庄镇', '太阳村', '100'],
      ]),
      { kind: 'villages', name: '村情.csv' },
    )
    const rows = await office.rows(record.id, '?state=faulty')
    const kinds = rows.map(({ faults }: { faults: { kind: string }[] }) => faults[0]!.kind)
    expect(kinds[0]).toBe('row.doubled')
    expect(kinds[1]).toMatch(/^village\./)
  })

  test('people in office come in with their posts and the term', async () => {
    const record = await office.begin(
      csv([
        ['姓名', '性别', '出生年月', '乡镇', '村（社区）', '职务', '政治面貌', '学历', '任职时间'],
        [
          '洪志远',
          '男',
          '1972.04',
          '北庄镇',
          '洪门村',
          '党支部书记、村委会主任',
          '中共党员',
          '大专',
          '2021.01',
        ],
        ['洪桂兰', '女', '1980.09', '北庄镇', '洪门村', '村委会委员', '群众', '高中', '2021.01'],
      ]),
      { kind: 'incumbents', name: '现任.csv' },
    )
    expect(record, JSON.stringify([record.problem, record.questions])).toMatchObject({
      state: 'checked',
      counts: { new: 2, faulty: 0 },
    })
    expect((await office.write(record.id)).state).toBe('done')
    const village = await json(await client.get(`/villages/${HONGMEN}`))
    const held = village.incumbents.map((it: { posts: string[] }) => it.posts.toSorted())
    expect(held).toEqual(expect.arrayContaining([['chair', 'secretary'], ['committee-member']]))
    const [chair] = (await json(await client.get('/talents?q=洪志远'))).people
    expect(chair).toMatchObject({ status: 'appointed', incumbency: { village: { code: HONGMEN } } })
  })

  test('and then the main job runs on them: a ranking, a slate, a plan', async () => {
    const people = Array.from({ length: 24 }, (_, at) => [
      `洪备${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥春秋'[at]}`,
      ...[at % 3 === 0 ? '女' : '男', `19${80 + (at % 18)}.0${1 + (at % 9)}`, '北庄镇', '洪门村'],
      ...[at % 4 === 3 ? '群众' : '中共党员', at % 2 === 0 ? '大专' : '本科', '本乡镇'],
      ...['已签', '是'],
    ])
    const head = ['姓名', '性别', '出生年月', '乡镇', '村（社区）', '政治面貌', '学历', '任职意愿']
    head.push('本人签字同意', '能否正常履职')
    const record = await office.begin(csv([head, ...people]), { name: '后备.csv' })
    expect(record.counts, JSON.stringify(record.questions)).toMatchObject({ new: 24, faulty: 0 })
    await office.write(record.id)
    const ranking = await json(
      await client.post('/rankings', { village: HONGMEN, post: 'secretary' }),
    )
    expect(JSON.stringify(ranking)).toContain('洪备')
    const slate = await json(await client.post('/slates', { village: HONGMEN }))
    expect(slate.status).toBe('solved')
    const [team] = slate.plan.slates
    expect(team.seats.length, 'a team of people who signed').toBeGreaterThanOrEqual(6)
    const signed = await json(await client.get(`/talents/${team.seats[0].talent}`))
    expect(signed).toMatchObject({ consent: 'given', isFit: true, noticeVersion: 1 })
    const plan = await client.post('/plans', { township: '370406104' })
    expect(plan.status).toBe(202)
    const { id } = await json(plan)
    await (await client.get(`/plans/${id}/events`)).text()
    expect((await json(await client.get(`/plans/${id}`))).status).toBe('done')
  })

  test('an office that a plan names stays when its import is undone', async () => {
    const { imports } = await json(await client.get('/imports'))
    const people = imports.find((it: { fileName: string }) => it.fileName === '后备.csv')
    const undone = await office.undo(people.id)
    const { removed, left } = undone.counts.undone
    expect(removed + left.length).toBe(24)
    expect(left.every((it: { why: string }) => it.why === 'used')).toBe(true)
    expect(left.length).toBeGreaterThan(0)
  })
})
