import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entryBy } from '../../api/auditing.ts'
import { Looks, RecordShape } from '../../api/shapes/record.ts'
import { appendAudit } from '../../db/audit.ts'
import { listAudit } from '../../db/audit-reading.ts'
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

let served: Served
let person: SignedInClient
let id: string
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  person = await served.as('demo-talent')
  id = await idOf(served, '李文博')
})
afterAll(() => served.close())

const looks = async () => {
  const { looks } = Looks.parse(await ok(await person.get('/record/looks')))
  return looks
}

describe('the own record', () => {
  test('is everything that is held, in plain data and in the clear', async () => {
    const body = await ok(await person.get('/record'))
    expect(RecordShape.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      ...{ id, name: '李文博', partyStatus: 'full', status: 'reserve', basis: 'consent' },
      statusWords: { zh: expect.stringContaining('后备') },
      homeVillage: { code: HONGMEN, name: '洪门村' },
      private: { idNumber: expect.stringMatching(/^990406\d{11}[\dX]$/) },
      ...{ noticeVersion: 1, notice: { version: 1 }, consent: 'given', corrections: [] },
    })
    expect(body.private.phone).toMatch(/^120\d{8}$/)
    expect(body.skills).toContainEqual(
      expect.objectContaining({ words: { zh: '葡萄种植', en: 'Grape growing' } }),
    )
    expect(body.evidence[0]).toMatchObject({ criterion: 'development', standing: 'proven' })
  })

  test('holds no score, no rank and nobody else', async () => {
    const text = JSON.stringify(await ok(await person.get('/record')))
    for (const name of ['fit', 'ranking', 'strength', 'interval', '宋雅楠', '张立群'])
      expect(text, name).not.toContain(name)
  })

  test('names own relatives with the relation, and tells no more of them', async () => {
    const { db, countyCode } = served.given
    const relativeId = await idOf(served, '宋雅楠')
    const [talentId, other] = [id, relativeId].sort() as [string, string]
    await db
      .insertInto('familyLinks')
      .values({ countyCode, talentId, relativeId: other, relation: 'cousin', isBarred: 1 })
      .execute()
    const { family } = await ok(await person.get('/record'))
    expect(family).toEqual([{ relation: 'cousin', name: '宋雅楠' }])
    await db.deleteFrom('familyLinks').where('talentId', '=', talentId).execute()
  })

  test('is written down, without a value', async () => {
    await person.get('/record')
    const [entry] = await listAudit(served.given.db, { countyCode: '370406' }, { limit: 1 })
    expect(entry).toMatchObject({ action: 'record.read', role: 'talent', subjects: [id] })
    expect(entry?.detail).toEqual({})
  })

  test.each([
    { who: 'demo-county', why: 'an officer reads portraits, not own records' },
    { who: 'demo-township', why: 'an officer reads portraits, not own records' },
    { who: 'demo-mentor', why: 'a mentor reads portraits' },
    { who: 'demo-admin', why: 'the administrator sees no people' },
    { who: 'demo-auditor', why: 'the auditor sees no people' },
  ])('is closed to $who: $why', async ({ who }) => {
    const other = await served.as(who)
    expect((await other.get('/record')).status).toBe(403)
    expect((await other.get('/record/looks')).status).toBe(403)
  })

  test('is closed to whoever is not signed in', async () => {
    expect(await problemIn(await send(served.bare, 'GET', '/record'))).toMatchObject({
      status: 401,
    })
  })
})

describe('who looked', () => {
  test('portrait, ranking and number each with office, kind and how many people', async () => {
    const before = await looks()
    await served.get(`/talents/${id}`)
    await served.post('/rankings', { village: HONGMEN, post: 'chair' })
    const reason = '核对报名材料'
    await served.post(`/talents/${id}/reveals`, { field: 'id-number', reason })
    const fresh = (await looks()).slice(0, 3)
    expect(await looks()).toHaveLength(before.length + 3)
    const office = '区委组织部组织二科'
    expect(fresh).toMatchObject([
      { kind: 'reveal', field: 'id-number', reason, people: 1, office, role: 'county' },
      { kind: 'list', reason: null, office, role: 'county' },
      { kind: 'portrait', people: 1, office, role: 'county' },
    ])
    expect(fresh[1]!.people).toBeGreaterThan(50)
    expect(JSON.stringify(fresh)).not.toContain('周晓岚')
  })

  test('the department that was asked appears by its office', async () => {
    await (await served.as('demo-reviewer')).get('/review-cases')
    expect((await looks())[0]).toMatchObject({ role: 'reviewer', office: '区纪委监委', people: 3 })
  })

  test('ids of other things in the same entry are not counted as people', async () => {
    const { db, keyring, countyCode } = served.given
    const entry = entryBy('terminal', { action: 'plan.read', subjects: ['a-plan', id] })
    await db.transaction().execute((it) => appendAudit(it, keyring, { countyCode }, [entry]))
    expect((await looks())[0]).toMatchObject({ kind: 'list', people: 1, role: null, office: null })
  })

  test('own looks and denied attempts are left out', async () => {
    const before = await looks()
    await person.get('/record')
    const admin = await served.as('demo-admin')
    expect((await admin.get(`/talents/${id}`)).status).toBe(403)
    expect(await looks()).toEqual(before)
  })

  test('comes in pages, the newest first', async () => {
    for (let at = 0; at < 102; at += 1) await served.get(`/talents/${id}`)
    const first = Looks.parse(await ok(await person.get('/record/looks')))
    expect(first.looks).toHaveLength(100)
    const rest = Looks.parse(await ok(await person.get(`/record/looks?before=${first.next}`)))
    expect(rest.looks.length).toBeGreaterThan(1)
    expect(rest.next).toBeNull()
    expect(rest.looks[0]!.at <= first.looks.at(-1)!.at).toBe(true)
  })

  test('a look at somebody else is not among them', async () => {
    const before = await looks()
    await served.get(`/talents/${await idOf(served, '刘思敏')}`)
    expect(await looks()).toEqual(before)
  })
})
