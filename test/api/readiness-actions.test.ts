import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { settled } from '../../api/readiness/keeping.ts'
import type { VillageReadiness } from '../../ui/readiness.ts'
import { HONGMEN } from '../cast.ts'
import { fewRows, problemIn, type Served, type SignedInClient, serve } from './served.ts'

/** Hongmen is of Beizhuang; this is a village of its neighbour. */
const NEIGHBOUR = '370406103201'
const TODAY = '2026-11-23'
const NOTICES = [
  { from: '2026-11-02', to: '2026-11-06' },
  { from: '2026-11-09', to: '2026-11-13' },
]

let served: Served
let township: SignedInClient
let village: SignedInClient
let county: SignedInClient
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  village = await served.as('demo-village')
  county = await served.as('demo-county')
  await settled(served.given.db)
})
afterAll(() => served.close())
beforeEach(async () => {
  await served.given.db.deleteFrom('warnings').execute()
  await served.given.db.deleteFrom('readinessActions').execute()
  await served.given.db.deleteFrom('villageEntries').execute()
})

type Answer = {
  warnings: VillageReadiness['warnings']
  actions: VillageReadiness['actions']
  indicators: VillageReadiness['indicators']
}
async function readiness(code = HONGMEN): Promise<Answer> {
  await settled(served.given.db)
  return (await served.get(`/readiness/villages/${code}`)).json()
}
const audit = async () =>
  (await readiness()).warnings.filter(({ indicator }) => indicator === 'audit')
async function write(notices: object[]) {
  const body = { office: '书记兼主任', finishedOn: '2026-11-01', conclusion: 'clear', notices }
  const entry = { kind: 'audit', on: '2026-10-01', source: '镇农经站', body }
  const { id } = await (await served.post(`/villages/${HONGMEN}/entries`, entry)).json()
  await settled(served.given.db)
  return id as string
}
const takeBack = (id: string) =>
  served.post(`/village-entries/${id}/taking-back`, { reason: '登记有误' })
const LOGGED = {
  ...{ villages: [HONGMEN], indicator: 'audit', what: '补齐两次公示' },
  ...{ doneOn: TODAY, result: '农经站已在村务公开栏公示两次' },
}
const ASSIGNED = {
  ...{ villages: [HONGMEN], indicator: 'audit', what: '补齐两次公示' },
  ...{ assignee: { office: '镇农经站' }, dueOn: '2026-11-30' },
}
async function assign(given: object = {}) {
  const { ids } = await (
    await township.post('/readiness/actions', { ...ASSIGNED, ...given })
  ).json()
  return (ids as string[])[0]!
}
const close = (client: SignedInClient, id: string, given: object = {}, revision = 1) =>
  client.post(
    `/readiness/actions/${id}/closing`,
    { doneOn: TODAY, result: '已办结并公示', ...given },
    { 'if-match': `"${revision}"` },
  )

describe('a warning online, its remedy offline', () => {
  test('stands until the facts are mended and somebody logged what was done', async () => {
    await write(NOTICES.slice(0, 1))
    expect(await audit()).toMatchObject([{ colour: 'yellow', clearedAt: null, closedAt: null }])
    await write(NOTICES)
    const [mended] = await audit()
    expect([mended!.clearedAt === null, mended!.closedAt]).toEqual([false, null])
    expect((await township.post('/readiness/actions/logged', LOGGED)).status).toBe(201)
    const { warnings, actions, indicators } = await readiness()
    const closed = warnings.find(({ indicator }) => indicator === 'audit')!
    expect([closed.closedAt !== null, closed.closedBy]).toEqual([true, actions[0]!.id])
    expect(indicators.find(({ id }) => id === 'audit')!.state).toBe('green')
  })

  test('an action before the facts leaves it open, and the facts then close it', async () => {
    await write(NOTICES.slice(0, 1))
    await close(township, await assign())
    expect(await audit()).toMatchObject([{ clearedAt: null, closedAt: null }])
    await write(NOTICES)
    expect((await audit())[0]!.closedBy).not.toBeNull()
  })

  test('worsens, and does not take an action of before it was raised', async () => {
    await township.post('/readiness/actions/logged', LOGGED)
    await write([{ from: '2026-11-02', to: '2026-11-04' }])
    expect(await audit()).toMatchObject([{ colour: 'red', closedAt: null }])
    await write(NOTICES)
    expect((await audit())[0]).toMatchObject({ closedAt: null })
  })

  test('comes back as a new one that names the old, and no old action closes it', async () => {
    await write(NOTICES.slice(0, 1))
    const good = await write(NOTICES)
    await township.post('/readiness/actions/logged', LOGGED)
    expect((await audit())[0]!.closedAt).not.toBeNull()
    await takeBack(good)
    expect(await audit()).toMatchObject([
      { isReopened: true, closedAt: null },
      { isReopened: false },
    ])
    await write(NOTICES)
    expect((await audit())[0]).toMatchObject({ isReopened: true, closedAt: null })
  })

  test('a dropped action closes nothing', async () => {
    await write(NOTICES.slice(0, 1))
    const id = await assign()
    const reason = '转由驻村工作队办理'
    const drop = { 'if-match': '"1"' }
    await township.post(`/readiness/actions/${id}/dropping`, { reason }, drop)
    await write(NOTICES)
    expect((await audit())[0]!.closedAt).toBeNull()
  })
})

describe('assigning', () => {
  test.each([
    { given: { dueOn: '2026-11-22' }, at: '#/dueOn', why: 'a day that is over' },
    { given: { dueOn: '2026-11-31' }, at: '#/dueOn', why: 'no day of the calendar' },
    { given: { villages: [NEIGHBOUR] }, at: '#/villages/0', why: 'another township’s village' },
    { given: { villages: [HONGMEN, NEIGHBOUR] }, at: '#/villages/1', why: 'one of two is' },
    { given: { assignee: { account: 'nobody' } }, at: '#/assignee/account', why: 'no account' },
    { given: { what: '' }, at: '#/what', why: 'nothing to do' },
  ])('refuses $why', async ({ given, at }) => {
    const problem = await problemIn(
      await township.post('/readiness/actions', { ...ASSIGNED, ...given }),
    )
    expect([problem.status, problem.pointers]).toEqual([422, [at]])
  })

  test('the same to the same again is refused until it is done', async () => {
    const id = await assign()
    const again = await township.post('/readiness/actions', ASSIGNED)
    expect(again.status).toBe(409)
    await close(township, id)
    expect((await township.post('/readiness/actions', ASSIGNED)).status).toBe(201)
  })

  describe('several villages at once', () => {
    const read = async (path: string) => (await county.get(path)).json()
    async function others(): Promise<string[]> {
      const { villages } = await read('/overview')
      return (villages as { code: string }[])
        .map(({ code }) => code)
        .filter((code) => code !== HONGMEN)
    }
    const given = (villages: string[]) => ({ ...ASSIGNED, villages })

    test('says beforehand what is open already, and passes those over', async () => {
      await assign()
      const [second] = await others()
      const villages = [HONGMEN, second!]
      const asked = { villages, indicator: 'audit', what: ASSIGNED.what }
      const checking = await county.post('/readiness/actions/checking', asked)
      expect((await checking.json()).villages).toMatchObject([
        { village: { code: HONGMEN }, open: 1, isSame: true },
        { village: { code: second }, open: 0, isSame: false },
      ])
      const answer = await (await county.post('/readiness/actions', given(villages))).json()
      expect(answer).toMatchObject({ made: [{ village: second }], passedOver: [HONGMEN] })
      expect((await county.post('/readiness/actions', given(villages))).status).toBe(409)
    })

    test('assigns to as many as a county has, once each', async () => {
      const villages = await others()
      const sent = [...villages, ...villages.slice(0, 3)]
      const answer = await (await county.post('/readiness/actions', given(sent))).json()
      expect(answer.made).toHaveLength(villages.length)
    })

    test('knows the same however many others are open and due before', async () => {
      const [one] = await others()
      const [assignee, dueOn] = [{ office: '镇农经站' }, null]
      const { ids } = await (
        await county.post('/readiness/actions', { ...given([one!]), assignee, dueOn })
      ).json()
      const { db } = served.given
      const row = await db.selectFrom('readinessActions').selectAll().executeTakeFirstOrThrow()
      const more = Array.from({ length: 3_000 }, (_, at) => ({
        ...row,
        ...{ id: `${ids[0]}-${at}`, what: `第 ${at} 项`, dueOn: '2026-11-24' },
      }))
      for (let at = 0; at < more.length; at += 500)
        await db
          .insertInto('readinessActions')
          .values(more.slice(at, at + 500))
          .execute()
      const again = await county.post('/readiness/actions', { ...given([one!]), dueOn })
      expect(again.status).toBe(409)
      const asked = { villages: [one], indicator: 'audit', what: ASSIGNED.what }
      const checking = await county.post('/readiness/actions/checking', asked)
      expect((await checking.json()).villages).toMatchObject([{ open: 3_001, isSame: true }])
    })

    const dropped = (actions: { id: string; revision: number }[]) =>
      county.post('/readiness/actions/droppings', { actions, reason: '交办有误，重新交办' })

    test('are dropped together', async () => {
      const { made } = await (
        await county.post('/readiness/actions', given((await others()).slice(0, 3)))
      ).json()
      expect(await (await dropped(made)).json()).toEqual({ done: 3 })
      expect((await read('/readiness/actions?state=dropped')).counts).toMatchObject({
        open: 0,
        dropped: 3,
      })
    })

    test('none is dropped when one was logged meanwhile', async () => {
      const { made } = await (
        await county.post('/readiness/actions', given((await others()).slice(0, 3)))
      ).json()
      await close(county, made[1].id)
      expect((await dropped(made)).status).toBe(409)
      expect((await read('/readiness/actions')).counts).toMatchObject({ open: 2, dropped: 0 })
    })

    test.each([
      { villages: [NEIGHBOUR], status: 422, why: 'another township’s village' },
      { villages: [HONGMEN], status: 200, why: 'the own one' },
    ])('a township is answered $status for $why', async ({ villages, status }) => {
      const asked = { villages, indicator: 'audit' }
      expect((await township.post('/readiness/actions/checking', asked)).status).toBe(status)
    })
  })

  test('only to accounts that reach every village, the nearest first', async () => {
    const path = `/readiness/actions/assignees?villages=${HONGMEN},${NEIGHBOUR}`
    const { accounts } = await (await served.get(path)).json()
    expect(new Set(accounts.map(({ role }: { role: string }) => role))).toEqual(new Set(['county']))
    const one = await (await served.get(path.replace(`,${NEIGHBOUR}`, ''))).json()
    const roles = one.accounts.map(({ role }: { role: string }) => role)
    expect([roles.includes('township'), roles.at(-1)]).toEqual([true, 'county'])
  })

  test('whoever is to do it finds it in the to-do, late when its day is over', async () => {
    const { accounts } = await (
      await township.get(`/readiness/actions/assignees?villages=${HONGMEN}`)
    ).json()
    const clerk = accounts.find(({ isSelf }: { isSelf: boolean }) => isSelf)
    const id = await assign({ assignee: { account: clerk.id }, dueOn: TODAY })
    await served.given.db
      .updateTable('readinessActions')
      .set({ dueOn: '2026-11-20' })
      .where('id', '=', id)
      .execute()
    const { groups } = await (await township.get('/to-do')).json()
    const group = groups.find(({ kind }: { kind: string }) => kind === 'readiness')
    expect(group).toMatchObject({ count: 1, late: 1, items: [{ lateDays: 3 }] })
    const mine = await (await township.get('/readiness/actions?state=late&mine=true')).json()
    expect(mine).toMatchObject({ mine: 1, counts: { open: 1, late: 1, done: 0, dropped: 0 } })
  })
})

describe('logging', () => {
  test.each([
    { given: { doneOn: '2026-11-24' }, at: '#/doneOn', why: 'a day to come' },
    { given: { result: '好' }, at: '#/result', why: 'a result that says nothing' },
  ])('refuses $why', async ({ given, at }) => {
    const problem = await problemIn(await close(township, await assign(), given))
    expect([problem.status, problem.pointers]).toEqual([422, [at]])
  })

  test('is a village’s own as well, and only of its own', async () => {
    const { account } = (await (await village.get('/session')).json()) as {
      account: { villages: { code: string }[] }
    }
    const own = account.villages[0]!.code
    const logged = (code: string) =>
      village.post('/readiness/actions/logged', { ...LOGGED, villages: [code] })
    expect((await logged(own)).status).toBe(201)
    expect((await problemIn(await logged(NEIGHBOUR))).status).toBe(422)
    expect((await village.post('/readiness/actions', ASSIGNED)).status).toBe(403)
  })

  test('once: who comes second reads that it is done', async () => {
    const id = await assign()
    expect((await close(township, id)).status).toBe(200)
    expect((await close(served, id)).status).toBe(409)
  })

  test('once for two clicks, and of the last year alone', async () => {
    const twice = await Promise.all([
      township.post('/readiness/actions/logged', LOGGED),
      township.post('/readiness/actions/logged', LOGGED),
    ])
    expect(twice.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const old = { ...LOGGED, doneOn: '2024-11-01', result: '两年前公示过' }
    const problem = await problemIn(await township.post('/readiness/actions/logged', old))
    expect(problem.pointers).toEqual(['#/doneOn'])
  })

  test('not over somebody’s change', async () => {
    const id = await assign()
    const change = { what: '补一次公示', assignee: { office: '镇农经站' }, dueOn: null }
    const changed = await township.put(`/readiness/actions/${id}`, change, { 'if-match': '"1"' })
    expect(changed.status).toBe(200)
    expect((await close(township, id)).status).toBe(412)
    expect((await close(township, id, {}, 2)).status).toBe(200)
  })

  test('several at once leaves out those that somebody closed meanwhile', async () => {
    const ids = [await assign(), await assign({ what: '张贴第二次公示' })]
    await close(township, ids[0]!)
    const actions = ids.map((id) => ({ id, revision: 1 }))
    const given = { actions, doneOn: TODAY, result: '两项一并办结' }
    const answer = await township.post('/readiness/actions/closings', given)
    expect(await answer.json()).toEqual({ done: 1, changed: [ids[0]] })
  })

  test('one that is named twice is done once, and the audit says where nothing was done', async () => {
    const id = await assign()
    const twice = [id, id].map((one) => ({ id: one, revision: 1 }))
    const given = { actions: twice, doneOn: TODAY, result: '两项一并办结' }
    const first = await township.post('/readiness/actions/closings', given)
    expect(await first.json()).toEqual({ done: 1, changed: [] })
    const again = await township.post('/readiness/actions/closings', given)
    expect(await again.json()).toEqual({ done: 0, changed: [id] })
    const auditor = await served.as('demo-auditor')
    const path = '/audit?action=readiness-action.closed&limit=2'
    const { entries } = await (await auditor.get(path)).json()
    expect(entries).toMatchObject([
      { outcome: 'failed', detail: { villages: [] } },
      { outcome: 'done', detail: { villages: [HONGMEN] } },
    ])
  })

  test('the same logged again is refused as what was logged, not as what was assigned', async () => {
    await township.post('/readiness/actions/logged', LOGGED)
    const again = await problemIn(await township.post('/readiness/actions/logged', LOGGED))
    expect(again.status).toBe(409)
    expect(again.detail).toMatch(/已经登记/)
  })

  test('another township’s action is not there', async () => {
    const other = await served.post('/readiness/actions', { ...ASSIGNED, villages: [NEIGHBOUR] })
    const { ids } = await other.json()
    expect((await close(township, ids[0])).status).toBe(404)
  })
})
