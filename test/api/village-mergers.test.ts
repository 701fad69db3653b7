import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { VillageRecord } from '../../api/shapes/village-entries.ts'
import type { MergerView } from '../../api/shapes/village-mergers.ts'
import { TOWNSHIP } from '../cast.ts'
import { fewRows, ok, type Served, type SignedInClient, serve } from './served.ts'

let served: Served | undefined
let county: Served
let township: SignedInClient
let places: { code: string; name: string }[]
beforeEach(async () => {
  await served?.close()
  served = await serve({ rows: fewRows() })
  county = served
  township = await served.as('demo-township')
  const { townships } = await ok(await served.api.places.$get())
  places = townships.find(({ code }) => code === TOWNSHIP)!.villages
})
afterAll(() => served?.close())

const REASON = '鲁政字撤并批复'
const merge = (from: string, into: string, more: object = {}) =>
  county.post(`/villages/${from}/merger`, { into, on: '2026-11-01', reason: REASON, ...more })
const undo = (code: string) =>
  county.post(`/villages/${code}/merger/undoing`, { reason: '批复有误' })
const mergerOf = async (code: string) =>
  (await (await county.get(`/villages/${code}/merger`)).json()) as MergerView
const recordOf = async (code: string) =>
  (await (await township.get(`/villages/${code}/entries`)).json()) as VillageRecord
const homesAt = (code: string) =>
  county.given.db
    .selectFrom('talents')
    .select('id')
    .where('homeVillageCode', '=', code)
    .orderBy('id')
    .execute()
const note = { kind: 'note', on: '2026-10-01', source: '会议', body: { title: '题', text: '文' } }

describe('a village that becomes part of another', () => {
  test('is in no list; its people, history and code go on with the other', async () => {
    const [one, two] = [places[0]!, places[1]!]
    await township.post(`/villages/${one.code}/entries`, note)
    const moving = (await homesAt(one.code)).map(({ id }) => id)
    expect(moving.length).toBeGreaterThan(0)
    const foreseen = await mergerOf(one.code)
    expect(foreseen.moves.people).toBe(moving.length)
    const answer = await merge(one.code, two.code)
    expect(answer.status).toBe(200)

    const { townships } = await ok(await township.api.places.$get())
    const listed = townships.flatMap(({ villages }) => villages.map(({ code }) => code))
    expect(listed).toHaveLength(places.length - 1)
    expect(listed).not.toContain(one.code)
    expect(await homesAt(one.code)).toEqual([])
    const homes = (await homesAt(two.code)).map(({ id }) => id)
    expect(new Set(moving).difference(new Set(homes))).toEqual(new Set())
    // The old code keeps working, and the record of both is one.
    const record = await recordOf(one.code)
    expect(record.code).toBe(two.code)
    expect(record.former).toMatchObject(
      [{ ...one, mergedOn: '2026-11-01', reason: REASON }].map(
        ({ code, name, mergedOn, reason }) => ({ code, name, mergedOn, reason }),
      ),
    )
    expect(record.former[0]!.committees.length).toBeGreaterThan(0)
    expect(record.entries.map(({ village }) => village)).toContain(one.code)
    const page = await township.get(`/villages/${one.code}`)
    expect(await page.json()).toMatchObject({ code: two.code })
    // The move stands in everybody's history.
    const { changes } = await (await township.get(`/talents/${moving[0]}/history`)).json()
    expect(changes).toContainEqual(
      expect.objectContaining({ field: 'homeVillage', before: one.name, after: two.name }),
    )
  })

  test('is found by its old code and name in a sheet, and the row says so', async () => {
    const [one, two] = [places[0]!, places[1]!]
    await merge(one.code, two.code)
    const sheet = `村（社区）,村代码,日期,标题,内容\r\n,${one.code},2026-10-02,题,文`
    const read = await township.app.request('/api/v1/village-entries/sheet?kind=note&name=a.csv', {
      ...{ method: 'POST', body: new Blob([sheet]) },
      headers: { 'content-type': 'application/octet-stream' },
    })
    const { rows } = await read.json()
    expect(rows[0]).toMatchObject({ state: 'new', village: { code: two.code } })
    expect(rows[0].cautions[0].zh).toMatch(/已并入/)
  })

  test('gives its accounts, nominees and open matters to the other or closes them, and back again', async () => {
    const { db, countyCode } = county.given
    const [one, two] = [places[0]!, places[1]!]
    const account = await db
      .selectFrom('accounts')
      .select('id')
      .where('username', '=', 'demo-village')
      .executeTakeFirstOrThrow()
    await db.deleteFrom('accountVillages').where('accountId', '=', account.id).execute()
    await db
      .insertInto('accountVillages')
      .values(
        [one, two].map(({ code }) => ({ countyCode, accountId: account.id, villageCode: code })),
      )
      .execute()
    await db
      .insertInto('warnings')
      .values({
        ...{ countyCode, id: 'w', villageCode: one.code, indicator: 'audit', colour: 'red' },
        ...{ words: '{"zh":"","en":""}', raisedAt: '2026-10-01T00:00:00.000Z', clearedAt: null },
        ...{ closedAt: null, closedBy: null, reopensId: null },
      })
      .execute()
    const villagesOf = async () =>
      (
        await db
          .selectFrom('accountVillages')
          .select('villageCode')
          .where('accountId', '=', account.id)
          .orderBy('villageCode')
          .execute()
      ).map(({ villageCode }) => villageCode)
    const isOpen = async () =>
      (await db.selectFrom('warnings').select('closedAt').where('id', '=', 'w').executeTakeFirst())
        ?.closedAt === null
    const before = (await homesAt(one.code)).map(({ id }) => id)
    expect((await merge(one.code, two.code)).status).toBe(200)
    expect(await villagesOf()).toEqual([two.code])
    expect(await isOpen()).toBe(false)
    expect((await undo(one.code)).status).toBe(200)
    expect(await villagesOf()).toEqual([one.code, two.code].sort())
    expect(await isOpen()).toBe(true)
    expect((await homesAt(one.code)).map(({ id }) => id)).toEqual(before)
    expect((await recordOf(one.code)).code).toBe(one.code)
    expect((await recordOf(two.code)).former).toEqual([])
  })

  test('stays merged once something came after, and says what', async () => {
    const [one, two] = [places[0]!, places[1]!]
    await merge(one.code, two.code)
    await township.post(`/villages/${two.code}/entries`, note)
    const { merged } = await mergerOf(one.code)
    expect(merged!.obstacles.map(({ zh }) => zh)).toEqual(['合并后的村已登记 1 条村情记录'])
    expect((await undo(one.code)).status).toBe(409)
  })

  test('takes along what was merged into it before, and gives it back in turn', async () => {
    const [one, two, three] = [places[0]!, places[1]!, places[2]!]
    await merge(one.code, two.code)
    await merge(two.code, three.code)
    expect((await recordOf(one.code)).code).toBe(three.code)
    expect((await mergerOf(one.code)).merged!.obstacles[0]!.zh).toMatch(/先撤销后一次/)
    expect((await undo(two.code)).status).toBe(200)
    expect((await recordOf(one.code)).code).toBe(two.code)
    expect((await undo(one.code)).status).toBe(200)
  })

  test('leaves a township without villages as one, and divides nothing by zero', async () => {
    const { townships } = await ok(await county.api.places.$get())
    const other = townships.find(({ code }) => code !== TOWNSHIP)!
    for (const { code } of other.villages)
      expect((await merge(code, places[0]!.code)).status).toBe(200)
    const empty = await (await county.get(`/townships/${other.code}`)).json()
    expect(empty).toMatchObject({ villages: [], before: null, current: null })
    const after = await ok(await county.api.places.$get())
    expect(after.townships.find(({ code }) => code === other.code)!.villages).toEqual([])
    for (const path of ['/overview', `/overview/townships/${other.code}`]) {
      const answer = await county.get(path)
      expect(answer.status, path).toBe(200)
      expect(await answer.text(), path).not.toMatch(/NaN|Infinity/)
    }
    const plan = await county.post('/plans', { township: other.code })
    expect(plan.status).toBeLessThan(500)
  })

  test.each([
    { into: () => places[0]!.code, status: 422, why: 'into itself' },
    { into: () => '370406999999', status: 422, why: 'into a village that is not there' },
    { into: () => places[1]!.code, on: '2026-12-01', status: 422, why: 'in the future' },
    { into: () => places[1]!.code, reason: '略', status: 422, why: 'without a reason' },
  ])('is refused $why', async ({ into, status, why: _, ...more }) => {
    expect((await merge(places[0]!.code, into(), more)).status).toBe(status)
  })
})
