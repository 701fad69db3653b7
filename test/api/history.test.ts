import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDigit } from '../../db/identity-number.ts'
import { HONGMEN } from '../cast.ts'
import { fewRows, idOf, ok, type Served, serve } from './served.ts'

const DIGITS = '99040619880311121'
const NUMBER = DIGITS + checkDigit(DIGITS)

describe('the history of a record', () => {
  let served: Served
  let id: string
  beforeAll(async () => {
    served = await serve({ rows: fewRows() })
    id = await idOf(served, '李文博', HONGMEN)
  })
  afterAll(() => served.close())
  const revision = async () =>
    (await ok(await served.api.talents[':id'].$get({ param: { id } }))).revision
  const changes = async () =>
    (await ok(await served.api.talents[':id'].history.$get({ param: { id } }))).changes

  test('tells each field with both values, the account and the instant, the latest first', async () => {
    const township = await served.as('demo-township')
    const before = (await ok(await served.api.talents[':id'].$get({ param: { id } }))).occupation
    const body = { occupation: '葡萄合作社理事长', nativePlace: '山东枣庄' }
    await ok(await township.patch(`/talents/${id}`, body, { 'if-match': `"${await revision()}"` }))
    await ok(
      await served.patch(
        `/talents/${id}`,
        { nativePlace: null },
        { 'if-match': `"${await revision()}"` },
      ),
    )
    const found = await changes()
    expect(found[0]).toMatchObject({
      field: 'nativePlace',
      before: '山东枣庄',
      after: null,
      by: '周晓岚',
    })
    expect(found).toContainEqual(
      expect.objectContaining({
        field: 'occupation',
        before,
        after: body.occupation,
        by: '孟庆华',
      }),
    )
    expect(found.map(({ at }) => at)).toEqual(
      found
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
  })

  test('keeps private numbers masked', async () => {
    const headers = { 'if-match': `"${await revision()}"` }
    await ok(await served.put(`/talents/${id}/private/id-number`, { value: NUMBER }, headers))
    const [change] = await changes()
    expect(change).toMatchObject({ field: 'id-number', after: `990***********${NUMBER.slice(-4)}` })
    expect(JSON.stringify(await changes())).not.toContain(NUMBER)
  })

  test('keeps what the person had corrected', async () => {
    const own = await served.as('demo-talent')
    await own.post('/record/corrections', { field: 'occupation', proposed: '果品经纪人' })
    const { corrections } = await (await served.get('/corrections?state=open')).json()
    const answer = { isAccepted: true, answer: '情况属实，已更正' }
    await ok(await served.post(`/corrections/${corrections[0].id}/answer`, answer))
    expect((await changes())[0]).toMatchObject({ field: 'occupation', after: '果品经纪人' })
  })

  test('is out of reach with the person, and the look is written down', async () => {
    const stranger = fewRows().talents.find((it) => it.homeTownshipCode === '370406103')!.id
    const township = await served.as('demo-township')
    expect((await township.get(`/talents/${stranger}/history`)).status).toBe(404)
    const auditor = await served.as('demo-auditor')
    expect(await (await auditor.get('/audit?action=history.read')).text()).toContain(id)
  })
})
