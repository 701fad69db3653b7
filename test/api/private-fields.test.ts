import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDigit } from '../../db/identity-number.ts'
import { fewRows, idOf, problemIn, type Served, type SignedInClient, serve } from './served.ts'

let served: Served
let id: string
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  id = await idOf(served, '李文博')
})
afterAll(() => served.close())

const portrait = async (who: SignedInClient = served) => (await who.get(`/talents/${id}`)).json()
const put = async (field: string, value: unknown) => {
  const { revision } = await portrait()
  return served.put(`/talents/${id}/private/${field}`, { value }, { 'if-match': `"${revision}"` })
}
const valid = (digits: string) => digits + checkDigit(digits)

describe('an identity number', () => {
  test('is masked in the portrait, and nowhere in the clear', async () => {
    const answer = await (await served.get(`/talents/${id}`)).text()
    expect(JSON.parse(answer).private).toMatchObject({
      idNumber: expect.stringMatching(/^990\*{11}[\dX]{4}$/),
      phone: expect.stringMatching(/^120\*{4}\d{4}$/),
    })
    expect(answer).not.toMatch(/990406\d{11}/)
  })

  test('is not shown to a mentor, not even masked', async () => {
    expect((await portrait(await served.as('demo-mentor'))).private).toBeNull()
  })

  test('is masked for a department, beside what identifies somebody and nothing else', async () => {
    const reviewer = await served.as('demo-reviewer')
    const { cases } = await (await reviewer.get('/review-cases')).json()
    expect(cases).toHaveLength(3)
    for (const one of cases) {
      expect(one.idNumber).toMatch(/^990\*{11}[\dX]{4}$/)
    }
    expect(cases.map(({ name }: { name: string }) => name)).toContain('李文博')
  })

  test('lies encrypted in the database, and so does the phone', async () => {
    const rows = await served.given.db.selectFrom('privateFields').selectAll().execute()
    const { value } = await (
      await served.post(`/talents/${id}/reveals`, { field: 'phone', reason: '核对登记表' })
    ).json()
    expect(value).toMatch(/^120\d{8}$/)
    expect(JSON.stringify(rows)).not.toContain(value)
    expect(new Set(rows.map(({ cipher }) => cipher)).size).toBe(rows.length)
  })

  test('is revealed with a reason, which is written down without the number', async () => {
    const answer = await served.post(`/talents/${id}/reveals`, {
      field: 'id-number',
      reason: '与公安核对联审名单',
    })
    const { value } = await answer.json()
    expect(value).toMatch(/^990406\d{11}[\dX]$/)
    const auditor = await served.as('demo-auditor')
    const { entries } = await (await auditor.get('/audit?action=private.revealed&limit=1')).json()
    expect(entries[0]).toMatchObject({
      subjects: [id],
      reason: '与公安核对联审名单',
      detail: { field: 'id-number' },
    })
    expect(JSON.stringify(entries)).not.toContain(value)
  })

  test.each([
    { body: { field: 'id-number' }, pointer: '#/reason', why: 'no reason' },
    { body: { field: 'id-number', reason: '  ' }, pointer: '#/reason', why: 'an empty reason' },
    { body: { field: 'address', reason: '核对名单' }, pointer: '#/field', why: 'no such field' },
  ])('is not revealed: $why', async ({ body, pointer }) => {
    const problem = await problemIn(await served.post(`/talents/${id}/reveals`, body))
    expect(problem).toMatchObject({ status: 422, pointers: [pointer] })
  })

  test('finds its person exactly, and only within the scope', async () => {
    const { value } = await (
      await served.post(`/talents/${id}/reveals`, { field: 'id-number', reason: '核对名单' })
    ).json()
    const found = async (who: SignedInClient, idNumber: string) =>
      (await (await who.post('/talents/look-ups', { idNumber })).json()).people.length
    expect(await found(served, value)).toBe(1)
    expect(await found(served, ` ${value.slice(0, 6)} ${value.slice(6)}`)).toBe(1)
    expect(await found(served, valid('99040619880101001'))).toBe(0)
    expect(await found(await served.as('demo-township'), value)).toBe(1)
    const stranger = await idOf(served, (await strangers())[0]!.name, '370406103201')
    const theirs = await (
      await served.post(`/talents/${stranger}/reveals`, { field: 'id-number', reason: '核对名单' })
    ).json()
    expect(await found(served, theirs.value)).toBe(1)
    expect(await found(await served.as('demo-township'), theirs.value)).toBe(0)
  })
})

/** Of the neighbouring township. */
async function strangers(): Promise<{ name: string }[]> {
  const answer = await served.get('/talents?village=370406103201&limit=5')
  return (await answer.json()).people.filter((it: { bornOn: string | null }) => it.bornOn !== null)
}

describe('a number that is typed (GB 11643)', () => {
  test.each([
    { value: '9904061988', says: /18 位/, why: 'too short' },
    { value: `${valid('99040619880301123')}1`, says: /18 位/, why: 'too long' },
    { value: '99040619880301A123', says: /前 17 位/, why: 'a letter inside' },
    { value: valid('99040619881301123'), says: /出生日期/, why: 'month 13' },
    { value: valid('99040619880230123'), says: /出生日期/, why: '30 February' },
    { value: valid('08040619880301123'), says: /地区/, why: 'no such province' },
  ])('$value is refused: $why', async ({ value, says }) => {
    const problem = await problemIn(await put('id-number', value))
    expect(problem).toMatchObject({ status: 422, pointers: ['#/value'] })
    expect(problem.detail).toMatch(says)
  })

  test('one wrong digit is named as such, and taken with a warning where the county says so', async () => {
    const right = valid('99040619880301123')
    const wrong = right.slice(0, 17) + (right[17] === '0' ? '1' : '0')
    expect((await problemIn(await put('id-number', wrong))).detail).toMatch(/校验码/)
    const admin = await served.as('demo-admin')
    const { version, settings } = await (await admin.get('/settings')).json()
    const lenient = { ...settings, identityCheck: 'warn' }
    await admin.put('/settings', { version, settings: lenient })
    const { warnings } = await (await put('id-number', wrong)).json()
    expect(warnings[0].zh).toMatch(/校验码/)
  })

  test('is stored, with a warning when birth or sex differ from the record', async () => {
    const fits = await put('id-number', valid('99040619880316123'))
    expect(await fits.json()).toEqual({ warnings: [] })
    const other = await (await put('id-number', valid('99040619770316124'))).json()
    expect(other.warnings.map(({ zh }: { zh: string }) => zh)).toEqual([
      expect.stringMatching(/出生日期不一致/),
      expect.stringMatching(/性别不一致/),
    ])
  })

  test.each([
    { value: '12012345678', status: 200, why: 'mobile' },
    { value: '0632-8811234', status: 200, why: 'with area code' },
    { value: '8811234', status: 422, why: 'without area code' },
    { value: null, status: 200, why: 'taken away' },
  ])('a phone $value: $why', async ({ value, status }) => {
    expect((await put('phone', value)).status).toBe(status)
  })

  test('of a record that somebody changed meanwhile is not overwritten', async () => {
    const headers = { 'if-match': '"1"' }
    const answer = await served.put(`/talents/${id}/private/phone`, { value: null }, headers)
    expect(answer.status).toBe(412)
  })
})
