import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { VillageRecord } from '../../api/shapes/village-entries.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { cellsOf, taken, textsOf } from './papers-read.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

/** Tables that are of one village, one plan or one post: named in the request, or there is none. */
const PURPOSE = '换届工作调度会'
const NEIGHBOUR = '370406103201'

let served: Served
let township: SignedInClient
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
})
afterAll(() => served.close())

const asked = (table: string, filters: Record<string, string> = {}) => ({
  ...{ kind: 'tables', tables: [{ table, filters }] },
})
type Row = Record<string, string>
/** The rows under their headers. */
const rowsOf = async (
  table: string,
  filters: Record<string, string>,
  client: SignedInClient = township,
): Promise<Row[]> => {
  const { file, bytes } = await taken(client, asked(table, filters))
  expect(file.status).toBe(200)
  const [, head, ...rows] = cellsOf((await textsOf(bytes)).get('xl/worksheets/sheet1.xml')!)
  return rows.map((row) => Object.fromEntries(head!.map((name, at) => [name, row[at] ?? ''])))
}

describe('what a table is of', () => {
  test.each([
    { table: 'village-record', at: 'village', says: '“村情档案”须指定村（社区）' },
    { table: 'plan-seats', at: 'plan', says: '“换届方案席位”须指定一稿换届方案' },
    { table: 'shortlist', at: 'post', says: '“备选名单”须指定岗位' },
    { table: 'representation', at: 'post', says: '“结构分析”须指定岗位' },
  ])('$table without it is refused where it lacks', async ({ table, at, says }) => {
    const answer = await township.post('/papers', { ...asked(table), purpose: PURPOSE })
    const problem = await problemIn(answer)
    expect(problem).toMatchObject({ status: 422, pointers: [`#/tables/0/filters/${at}`] })
    expect(problem.detail).toContain(says)
    const { tables } = await ok(await township.api.papers.tables.$get())
    expect(tables.find(({ id }) => id === table)!.required).toEqual([at])
  })

  test.each([
    { table: 'village-record', filters: { village: NEIGHBOUR }, why: 'a village of a neighbour' },
    { table: 'village-record', filters: { village: '370406104999' }, why: 'no such village' },
    { table: 'plan-seats', filters: { plan: 'none' }, why: 'no such plan' },
    {
      table: 'shortlist',
      filters: { post: 'secretary', village: NEIGHBOUR },
      why: 'a village of a neighbour',
    },
    {
      table: 'representation',
      filters: { post: 'secretary', township: '370406999' },
      why: 'no such township',
    },
  ])('$table of $why is not found', async ({ table, filters }) => {
    const { file } = await taken(township, asked(table, filters))
    expect(file.status).toBe(404)
  })
})

describe('the record of a village', () => {
  const audit = {
    ...{ office: '书记兼主任', auditor: '镇经管站', finishedOn: '2026-10-20', mendedOn: null },
    ...{ conclusion: 'to-mend', notices: [{ from: '2026-10-21', to: '2026-10-22' }] },
  }

  test('has every line of the page: figures with their source, and entries in words', async () => {
    const given = { kind: 'audit', on: '2026-10-08', source: '审计报告〔2026〕3号', body: audit }
    await township.post(`/villages/${HONGMEN}/entries`, given)
    const record = await recordOf(HONGMEN)
    const rows = await rowsOf('village-record', { village: HONGMEN })
    const own = rows.find((row) => row.类别 === '离任审计' && row.项目 === '书记兼主任')!
    expect(own.内容).toContain('审计结论：需要整改')
    expect(own.内容).toContain('▲ 整改尚未验收')
    expect(own.内容, 'two days are no notice').toMatch(/第一次公示.*2 天（■ 不足 5 天，不计）/)
    expect(own).toMatchObject({ 依据或来源: given.source, 状态: '' })
    const now = rows.filter((row) => row.类别 === '现在的情况')
    for (const { value } of record.figures.filter(({ id }) => id === 'households'))
      expect(now.find((row) => row.项目 === '户数')!.内容).toBe(String(value ?? '未知'))
    expect(rows.filter((row) => row.类别 === '现任班子')).toHaveLength(record.committees.length)
    const written = rows.filter(({ 登记人 }) => 登记人 !== '')
    expect(written).toHaveLength(record.entries.length)
  })

  test('keeps what was taken back, and says so', async () => {
    const given = { kind: 'note', on: '2026-10-09', source: '村“两委”会议' }
    const body = { title: '引进合作社', text: '引进两家合作社' }
    const written = await township.post(`/villages/${HONGMEN}/entries`, { ...given, body })
    const { id } = (await written.json()) as { id: string }
    await township.post(`/village-entries/${id}/taking-back`, { reason: '重复登记' })
    const rows = await rowsOf('village-record', { village: HONGMEN })
    const own = rows.find((row) => row.项目 === '引进合作社')!
    expect(own.状态).toMatch(/^\d{4}-\d\d-\d\d 已撤回：重复登记$/)
  })

  test('is a look at its people, with what for', async () => {
    await rowsOf('village-record', { village: HONGMEN })
    const auditor = await served.as('demo-auditor')
    const { entries } = await ok(await auditor.api.audit.$get({ query: { action: 'paper.made' } }))
    expect(entries[0]).toMatchObject({ reason: PURPOSE, detail: { tables: ['village-record'] } })
    const { committees } = await recordOf(HONGMEN)
    const people = committees.flatMap(({ talent }) => (talent ? [talent.id] : []))
    expect(new Set(entries[0]!.subjects)).toEqual(new Set(people))
  })

  const recordOf = async (code: string) =>
    (await ok(await township.get(`/villages/${code}/entries`))) as VillageRecord
})

describe('the seats of a plan', () => {
  let plan: string
  beforeAll(async () => {
    const question = { township: TOWNSHIP, timeLimitSeconds: 20, gap: 0.05 }
    plan = ((await ok(await township.post('/plans', question))) as { id: string }).id
    await (await township.get(`/plans/${plan}/events`)).text()
  })

  test('are those of the plan, and those that nobody takes say so', async () => {
    const { result } = await ok(await township.get(`/plans/${plan}`))
    const rows = await rowsOf('plan-seats', { plan })
    const seats = result.plan.slates.flatMap((slate: { seats: object[] }) => slate.seats)
    const wanted = result.villages.reduce(
      (sum: number, { seats: of }: { seats: Record<string, number> }) =>
        sum + of.party! + of.committee! + of.supervision!,
      0,
    )
    expect(rows.filter((row) => row.建议人选 !== '空缺')).toHaveLength(seats.length)
    expect(rows).toHaveLength(wanted)
    const names = new Map(
      result.people.map((one: { id: string; name: string }) => [one.id, one.name]),
    )
    const seated = seats.map(({ talent }: { talent: string }) => names.get(talent))
    const told = rows.map((row) => row.建议人选!).filter((name) => name !== '空缺')
    expect(told.toSorted()).toEqual(seated.toSorted())
    expect(new Set(rows.map((row) => row['乡镇（街道）']))).toEqual(new Set(['北庄镇']))
  })

  test('of one village are its own', async () => {
    const rows = await rowsOf('plan-seats', { plan, village: HONGMEN })
    expect(new Set(rows.map((row) => row['村（社区）']))).toEqual(new Set(['洪门村']))
  })

  test('of a plan that has none yet cannot be taken out, and the paper says why', async () => {
    const id = await cancelledBy(township, TOWNSHIP)
    const paper = await taken(township, asked('plan-seats', { plan: id }))
    expect(paper.file.status).toBe(409)
    const { problem, state } = await ok(await township.get(`/papers/${paper.id}`))
    expect(state).toBe('failed')
    expect(problem.zh).toContain('没有测算结果')
  })

  test('are not found by whoever does not see the plan', async () => {
    const id = await cancelledBy(served, '370406103')
    const { file } = await taken(township, asked('plan-seats', { plan: id }))
    expect(file.status).toBe(404)
  })

  const cancelledBy = async (client: Pick<SignedInClient, 'post'>, code: string) => {
    const { id } = (await ok(await client.post('/plans', { township: code }))) as { id: string }
    await client.post(`/plans/${id}/cancellation`, {})
    return id
  }

  test('of the structure are counted group by group as on the page', async () => {
    const filters = { post: 'committee-member', township: TOWNSHIP, plan }
    const { stages, parts } = await ok(
      await township.get(`/representation?${new URLSearchParams(filters)}`),
    )
    const rows = await rowsOf('representation', filters)
    const at = (stage: string) =>
      stages.find((one: { stage: string }) => one.stage === stage).people
    expect(rows[0]).toMatchObject({
      人才库人数: String(at('pool')),
      方案人数: String(at('planned')),
    })
    const groups = parts.flatMap((part: { groups: object[] }) => part.groups)
    expect(rows).toHaveLength(1 + groups.length)
    const sexes = rows.filter((row) => row.按什么分 === '性别')
    const sum = sexes.reduce((all, row) => all + Number(row.人才库人数), 0)
    expect(sum, 'nobody is in two of them').toBe(at('pool'))
  })
})

test('a shortlist is taken out in its order, with the shares that it was asked for', async () => {
  const filters = { post: 'committee-member', village: HONGMEN, size: '8', women: '0.8' }
  const { listed, exchanges, people } = await ok(
    await township.get(`/shortlists?${new URLSearchParams(filters)}`),
  )
  const rows = await rowsOf('shortlist', filters)
  const nameOf = (id: string) => people.find((one: { id: string }) => one.id === id).name
  expect(rows.map((row) => row.人选)).toEqual([
    ...listed.map(({ talent }: { talent: string }) => nameOf(talent)),
    ...exchanges.map(({ wentOut }: { wentOut: string }) => nameOf(wentOut)),
  ])
  expect(rows.filter((row) => row.位次 === '让位')).toHaveLength(exchanges.length)
})
