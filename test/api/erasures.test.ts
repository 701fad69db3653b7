import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Due } from '../../api/shapes/record.ts'
import { listAudit } from '../../db/audit-reading.ts'
import { checkDigit } from '../../db/identity-number.ts'
import { updateTalent } from '../../db/talents.ts'
import { HONGMEN } from '../cast.ts'
import {
  fewRows,
  idOf,
  ok,
  problemIn,
  type Served,
  type SignedInClient,
  send,
  serve,
} from './served.ts'

const NEIGHBOUR = '370406103'
const scope = { countyCode: '370406' }
let served: Served
let person: SignedInClient
beforeEach(async () => {
  served = await serve({ rows: fewRows() })
  person = await served.as('demo-talent')
})
afterEach(() => served.close())

/** Somebody of the township without an office. */
const somebodyOf = async (township: string) => {
  const { people } = await ok(await served.api.talents.$get({ query: { township, limit: '200' } }))
  return people.find(({ status }) => status === 'in-pool')!.id
}
const entries = (action: string) => listAudit(served.given.db, scope, { action: [action] })

describe('retention', () => {
  beforeEach(async () => {
    const { db } = served.given
    const id = await idOf(served, '刘思敏')
    await updateTalent(db, scope, id, { keepUntil: '2026-09-30' })
  })
  const due = async () => {
    const body = await ok(await served.get('/retention'))
    expect(Due.parse(body)).toEqual(body)
    return Due.parse(body).people
  }

  test('lists whose day has come, and extends it with a reason', async () => {
    const people = await due()
    expect(people.length).toBeGreaterThan(0)
    expect(people.every(({ keepUntil }) => keepUntil <= '2026-11-23')).toBe(true)
    const [first] = people
    const extension = { keepUntil: '2027-12-31', reason: '仍在后备培养期内' }
    expect((await served.post(`/retention/${first!.id}`, extension)).status).toBe(200)
    expect((await due()).map(({ id }) => id)).not.toContain(first!.id)
    expect((await entries('retention.extended'))[0]).toMatchObject({
      ...{ subjects: [first!.id], reason: '仍在后备培养期内' },
      detail: { before: '2026-09-30', after: '2027-12-31' },
    })
  })

  test.each([
    {
      body: { keepUntil: '2026-11-23', reason: '仍在培养期' },
      pointer: '#/keepUntil',
      why: 'today',
    },
    {
      body: { keepUntil: '2027-02-30', reason: '仍在培养期' },
      pointer: '#/keepUntil',
      why: 'no day',
    },
    { body: { keepUntil: '2027-12-31', reason: ' ' }, pointer: '#/reason', why: 'no reason' },
  ])('is not extended: $why', async ({ body, pointer }) => {
    const [first] = await due()
    const answer = await served.post(`/retention/${first!.id}`, body)
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: [pointer] })
  })

  test('is never shortened', async () => {
    const id = await idOf(served, '李文博')
    const answer = await served.post(`/retention/${id}`, {
      ...{ keepUntil: '2028-06-30', reason: '仍在培养期' },
    })
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: ['#/keepUntil'] })
  })
})

describe('erasure', () => {
  const reason = '本人申请，已审核同意'
  const ASKED = { field: 'other', proposed: '请删除我的全部资料' }
  const erase = (id: string) => served.post(`/talents/${id}/erasure`, { reason })

  test('leaves nothing of the person but the id', async () => {
    const id = await idOf(served, '李文博')
    const { private: known } = await ok(await person.get('/record'))
    await person.post('/record/corrections', ASKED)
    expect((await erase(id)).status).toBe(200)
    expect((await served.get(`/talents/${id}`)).status).toBe(404)
    const { people } = await ok(await served.api.talents.$get({ query: { q: '李文博' } }))
    expect(people.map((it) => it.id)).not.toContain(id)
    const lookUp = await served.post('/talents/look-ups', { idNumber: known.idNumber })
    expect((await ok(lookUp)).people).toEqual([])
    const ranking = await served.post('/rankings', { village: HONGMEN, post: 'chair' })
    expect(await ranking.text()).not.toContain(id)
    expect((await ok(await served.get('/corrections'))).corrections).toEqual([])
    const text = await everythingStored(served)
    for (const value of ['李文博', 'liwenbo', 'demo-talent', '请删除我的全部资料'])
      expect(text, value).not.toContain(value)
  })

  test('ends the account, its sessions and its name', async () => {
    const id = await idOf(served, '李文博')
    await erase(id)
    expect((await person.get('/record')).status).toBe(401)
    await expect(served.as('demo-talent')).rejects.toThrow('wrong-credentials')
  })

  test('withdraws what the person handed in on the public page, which no record names', async () => {
    const id = await idOf(served, '刘思敏')
    const number = numberOf('1988-03-09')
    await number.putFor(id)
    const { id: round } = await (await served.post('/rounds', ROUND)).json()
    const { receipt } = await number.apply(round, { idNumber: number.value })
    const other = await number.apply(round, { idNumber: numberOf('1988-03-09', 113).value })
    await erase(id)
    const stored = await served.given.db.selectFrom('applications').selectAll().execute()
    const [own, others] = ['withdrawn', 'waiting'].map((is) =>
      stored.filter(({ state }) => state === is),
    )
    expect(own).toMatchObject([{ cipher: null, digest: '' }])
    expect(others, 'somebody else’s waits on').toHaveLength(1)
    const lookUp = (code: string) =>
      send(served.bare, 'POST', '/applications/look-up', { receipt: code })
    expect(await ok(await lookUp(receipt))).toMatchObject({ state: 'withdrawn' })
    expect(await ok(await lookUp(other.receipt))).toMatchObject({ state: 'waiting' })
  })

  test('takes the person out of every round', async () => {
    const id = await idOf(served, '刘思敏')
    const { id: round } = await (await served.post('/rounds', ROUND)).json()
    const nomination = {
      ...{ id: crypto.randomUUID(), round, talent: id, channel: 'recommended' },
      ...{ nominator: '石守业', reason: '办事公道', village: HONGMEN, posts: ['chair'] },
    }
    const { nominee } = await (await served.post('/nominations', nomination)).json()
    await erase(id)
    expect((await served.get(`/nominees/${nominee}`)).status).toBe(404)
    const { nominees, counts } = await (
      await served.get(`/nominees?round=${round}&tab=ended`)
    ).json()
    expect(counts).toMatchObject({ open: 0, ended: 1 })
    expect(nominees).toMatchObject([{ id: nominee, state: 'withdrawn', talent: { name: '' } }])
    const stored = await served.given.db.selectFrom('nominations').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain('石守业')
  })

  test('ends what ties others to the person', async () => {
    const id = await idOf(served, '李文博')
    const mentor = await served.as('demo-mentor')
    const reviewer = await served.as('demo-reviewer')
    expect((await mentor.get(`/talents/${id}`)).status).toBe(200)
    await erase(id)
    expect((await mentor.get(`/talents/${id}`)).status).toBe(404)
    expect(await (await reviewer.get('/review-cases')).text()).not.toContain(id)
  })

  test('empties plans that name the person', async () => {
    const { db } = served.given
    const id = await somebodyOf(NEIGHBOUR)
    const exclusions = [{ talent: id, village: '370406103201', post: null }]
    const asked = { township: NEIGHBOUR, exclusions, gap: 0.05, timeLimitSeconds: 3 }
    const { id: plan } = await ok(await served.post('/plans', asked))
    await (await served.app.request(`/api/v1/plans/${plan}/events`)).text()
    expect(await ok(await served.get(`/plans/${plan}`))).toMatchObject({ status: 'done' })
    await erase(id)
    const shown = await ok(await served.get(`/plans/${plan}`))
    expect(shown).toMatchObject({ status: 'done', result: null, request: { exclusions: [] } })
    expect(JSON.stringify(await db.selectFrom('plans').selectAll().execute())).not.toContain(id)
  })

  test('cancels the plan that runs: it would name the person', async () => {
    const id = await idOf(served, '李文博')
    const { id: plan } = await ok(await served.post('/plans', { township: null }))
    await expect
      .poll(async () => (await ok(await served.get(`/plans/${plan}`))).status)
      .toBe('running')
    await erase(id)
    expect(await ok(await served.get(`/plans/${plan}`))).toMatchObject({ status: 'cancelled' })
  })

  test('is refused while the person is in office, and says when it can be', async () => {
    const refused = await erase(await idOf(served, '张立群'))
    const problem = await problemIn(refused)
    expect(problem).toMatchObject({ status: 409, type: '/problems/conflict' })
    expect(problem.detail).toContain('离任')
  })

  test('is written down with its reason and without a name; a second one finds nobody', async () => {
    const id = await idOf(served, '李文博')
    await erase(id)
    const [entry] = await entries('talent.erased')
    expect(entry).toMatchObject({ subjects: [id], reason, role: 'county' })
    expect(JSON.stringify(entry)).not.toContain('李文博')
    expect((await erase(id)).status).toBe(404)
  })
})

const ROUND = {
  ...{ kind: 'term-change', name: '换届', opensOn: '2026-11-01', closesOn: '2026-12-31' },
  ...{ termStartsOn: '2027-01-15', termEndsOn: '2032-01-14' },
}

/** Nobody's number, since its area code is not assigned; entered for somebody of the pool, and in a form. */
function numberOf(bornOn: string, serial = 111) {
  const first = `990406${bornOn.replaceAll('-', '')}${serial}`
  const value = first + checkDigit(first)
  return {
    value,
    putFor: async (id: string) => {
      const { revision } = await ok(await served.get(`/talents/${id}`))
      const seen = { 'if-match': `"${revision}"` }
      await ok(await served.put(`/talents/${id}/private/id-number`, { value }, seen))
    },
    apply: async (round: string, own: object) =>
      (
        await send(served.bare, 'POST', '/applications', {
          ...{ round, village: HONGMEN, posts: ['committee-member'], name: '公孙明' },
          ...{ phone: '12000001111', sex: 'male', bornOn, education: 'junior-college' },
          ...{ partyStatus: 'none', occupation: '会计', hasConsented: true, noticeVersion: 1 },
          ...{ reason: '在村里做了六年会计，想把账目公开做好。', ...own },
        })
      ).json(),
  }
}

/** The text of every row of the tables that speak of people. */
async function everythingStored({ given: { db } }: Served): Promise<string> {
  const tables = ['talents', 'accounts', 'corrections', 'talentHistory', 'auditEntries'] as const
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
  return JSON.stringify(rows)
}
