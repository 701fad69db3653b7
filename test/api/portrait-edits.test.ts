import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDigit } from '../../db/identity-number.ts'
import { HONGMEN, MAOZHAI } from '../cast.ts'
import { fewRows, idOf, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

const NEIGHBOURS_VILLAGE = '370406103201'
/** Invented: area 990406, born on 1990-01-01; an odd order is a man's. */
const numberOf = (order: number) => {
  const digits = `99040619900101${String(order).padStart(3, '0')}`
  return digits + checkDigit(digits)
}
const NUMBER = numberOf(111)

let served: Served
let township: SignedInClient
let village: SignedInClient
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  village = await served.as('demo-village')
})
afterAll(() => served.close())

const person = (about: object = {}) => ({
  ...{ name: '欧阳晓', homeVillage: HONGMEN, channel: 'recommended', basis: 'duty' },
  ...about,
})
const portrait = async (id: string) => ok(await served.api.talents[':id'].$get({ param: { id } }))
const entered = async (about: object = {}) => {
  const answer = await served.post('/talents', person({ isNew: true, ...about }))
  expect(answer.status).toBe(201)
  return (await answer.json()) as { id: string; revision: number }
}
const patch = (client: SignedInClient, id: string, body: object, revision: number) =>
  client.patch(`/talents/${id}`, body, { 'if-match': `"${revision}"` })

describe('entering somebody', () => {
  test('keeps what is known, leaves the rest unknown, and derives what follows', async () => {
    const { id } = await entered({
      ...{ sex: 'female', bornOn: '1990-05', ethnicity: '回', nativePlace: '山东枣庄' },
      ...{
        fullTimeEducation: 'junior-college',
        inServiceEducation: 'bachelor',
        degree: '管理学学士',
      },
      ...{ partyStatus: 'full', partyJoinedOn: '2010-07', sources: ['returnee'], tags: ['电商'] },
      resume: '2012年7月至2019年6月 某公司职员\n2019.07—  返乡经营网店',
    })
    expect(await portrait(id)).toMatchObject({
      ...{ name: '欧阳晓', ethnicity: '回族', nationality: 'minority', education: 'bachelor' },
      ...{ isFullTimeEducation: false, fullTimeEducation: 'junior-college', isFit: null },
      ...{ sources: ['returnee'], tags: ['电商'], status: 'registered', basis: 'duty' },
      ...{ resume: '2012.07--2019.06  某公司职员\n2019.07--  返乡经营网店', occupation: null },
      ...{ keepUntil: '2028-12-31', mayEdit: true, willingness: null },
    })
  })

  test('is found by search at once', async () => {
    const { id } = await entered({ name: '司马雨桐' })
    const answer = await served.get('/talents?q=simayutong')
    const { people } = (await answer.json()) as { people: { id: string }[] }
    expect(people.map((it) => it.id)).toContain(id)
  })

  test('twice with the same id enters one person', async () => {
    const id = newId()
    const first = await served.post('/talents', person({ id, name: '端木青' }))
    const second = await served.post('/talents', person({ id, name: '端木青' }))
    expect([first.status, second.status]).toEqual([201, 200])
    expect(await second.json()).toEqual(await first.json())
  })

  test('twice at once enters one person, and says so to both', async () => {
    const body = person({ id: newId(), name: '端木白', isNew: true })
    const answers = await Promise.all([1, 2].map(() => served.post('/talents', body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201])
  })

  test('whose id is somebody else’s is refused', async () => {
    const id = newId()
    await entered({ id, name: '端木远', homeVillage: NEIGHBOURS_VILLAGE })
    const taken = await problemIn(await township.post('/talents', person({ id, name: '端木近' })))
    expect(taken).toMatchObject({ status: 409, type: '/problems/conflict' })
  })

  test('by an identity number fills birth and sex where nobody said them, and says where they differ', async () => {
    const { id } = await entered({ name: '第五琦', idNumber: numberOf(31) })
    expect(await portrait(id)).toMatchObject({ bornOn: '1990-01-01', sex: 'male' })
    const other = person({ name: '第五伦', idNumber: numberOf(33), bornOn: '1991-02', isNew: true })
    const { warnings } = await (await served.post('/talents', { ...other, sex: 'female' })).json()
    expect(warnings).toHaveLength(2)
  })

  test('with consent records the paper and the notice', async () => {
    const { id } = await entered({ name: '公孙越', basis: 'consent', noticeVersion: 1 })
    expect(await portrait(id)).toMatchObject({
      consent: 'given',
      basis: 'consent',
      noticeVersion: 1,
    })
  })

  test.each<{ body: object; pointers: string[]; why: string }>([
    { body: { bornOn: '1990-02-30' }, pointers: ['#/bornOn'], why: 'no such day' },
    { body: { bornOn: '2014-05-01' }, pointers: ['#/bornOn'], why: 'twelve years old' },
    { body: { bornOn: '1930-01' }, pointers: ['#/bornOn'], why: 'older than ninety' },
    { body: { bornOn: '1990-13' }, pointers: ['#/bornOn'], why: 'no such month' },
    { body: { name: '王3' }, pointers: ['#/name'], why: 'a name with a digit' },
    { body: { ethnicity: '中华族' }, pointers: ['#/ethnicity'], why: 'no such nationality' },
    {
      body: { bornOn: '2000-05', partyStatus: 'full', partyJoinedOn: '2018-04' },
      pointers: ['#/partyJoinedOn'],
      why: 'joined the Party at seventeen',
    },
    {
      body: { partyStatus: 'full', partyJoinedOn: '2031-07-01' },
      pointers: ['#/partyJoinedOn'],
      why: 'joined in the future',
    },
    {
      body: { partyStatus: 'league', partyJoinedOn: '2018-07-01' },
      pointers: ['#/partyJoinedOn'],
      why: 'no member',
    },
    { body: { resume: '在村里工作' }, pointers: ['#/resume'], why: 'a line without a period' },
    {
      body: { resume: '2019.07--2018.01 会计' },
      pointers: ['#/resume'],
      why: 'ends before it began',
    },
    { body: { status: 'left' }, pointers: ['#/reason'], why: 'a status that asks why' },
    { body: { homeVillage: '370406999999' }, pointers: ['#/homeVillage'], why: 'no such village' },
    { body: { basis: 'consent' }, pointers: ['#/noticeVersion'], why: 'consent without a notice' },
    { body: { idNumber: '123' }, pointers: ['#/idNumber'], why: 'a number too short' },
  ])('$why is refused at its place', async ({ body, pointers }) => {
    const problem = await problemIn(await served.post('/talents', person(body)))
    expect(problem).toMatchObject({ status: 422, type: '/problems/invalid', pointers })
  })

  test.each<{ body: object; why: string }>([
    {
      body: { bornOn: '2000-05', partyStatus: 'full', partyJoinedOn: '2018-05' },
      why: 'the month of the 18th birthday',
    },
    { body: { bornOn: '2010-11-23' }, why: 'sixteen today' },
    { body: { name: '阿依古丽·买买提' }, why: 'a name with a dot' },
  ])('$why is taken', async ({ body }) => {
    await entered(body)
  })
})

describe('somebody who seems to be there', () => {
  const twin = { name: '令狐安', bornOn: '1991-03', homeVillage: HONGMEN }

  test('is said with who it may be, and entered when it is somebody else', async () => {
    const { id } = await entered(twin)
    const answer = await served.post('/talents', person({ ...twin, bornOn: '1991-03-08' }))
    const problem = await answer.json()
    expect(answer.status).toBe(409)
    expect(problem).toMatchObject({ type: '/problems/duplicate-person', isElsewhere: false })
    expect(problem.people).toMatchObject([{ id, name: '令狐安', because: 'name-birth-village' }])
    expect((await served.post('/talents', person({ ...twin, isNew: true }))).status).toBe(201)
  })

  test('of the same number out of reach is only known elsewhere', async () => {
    await entered({ name: '呼延灼', homeVillage: NEIGHBOURS_VILLAGE, idNumber: NUMBER })
    const body = person({ name: '呼延灼', idNumber: NUMBER })
    const toTownship = await (await township.post('/talents', body)).json()
    expect(toTownship).toMatchObject({ status: 409, people: [], isElsewhere: true })
    const auditor = await served.as('demo-auditor')
    const { entries } = await (await auditor.get('/audit?action=talents.looked-up&limit=1')).json()
    expect(entries).toMatchObject([{ role: 'township', detail: { isElsewhere: true } }])
    const toCounty = await (await served.post('/talents', body)).json()
    expect(toCounty.people).toMatchObject([{ because: 'id-number' }])
    expect(toCounty.isElsewhere).toBe(false)
  })
})

describe('a change', () => {
  test('keeps the old value, who and when, counts the revision and says nothing personal in the audit', async () => {
    const { id, revision } = await entered({ name: '上官敏', occupation: '种植户' })
    const answer = await patch(
      served,
      id,
      { occupation: '合作社理事长', willingness: 'township' },
      revision,
    )
    expect(await ok(answer)).toEqual({ revision: revision + 1 })
    const { changes } = await ok(await served.api.talents[':id'].history.$get({ param: { id } }))
    expect(changes).toContainEqual({
      ...{ field: 'occupation', before: '种植户', after: '合作社理事长', by: '周晓岚' },
      at: expect.stringMatching(/^\d{4}-/),
    })
    const auditor = await served.as('demo-auditor')
    const audit = await (await auditor.get('/audit?action=talent.changed')).text()
    expect(audit).toContain('occupation')
    expect(audit).not.toContain('种植户')
  })

  test('of something older is refused, and nothing is written', async () => {
    const { id, revision } = await entered({ name: '夏侯明' })
    await ok(await patch(served, id, { occupation: '教师' }, revision))
    const late = await problemIn(await patch(served, id, { occupation: '医生' }, revision))
    expect(late).toMatchObject({ status: 412, type: '/problems/changed' })
    expect((await portrait(id)).occupation).toBe('教师')
    const without = await problemIn(await served.patch(`/talents/${id}`, { occupation: '医生' }))
    expect(without.status).toBe(428)
  })

  test('to what is there already is none', async () => {
    const { id, revision } = await entered({ name: '诸葛云', occupation: '会计' })
    expect(await ok(await patch(served, id, { occupation: '会计' }, revision))).toEqual({
      revision,
    })
  })

  test('of one kind of education keeps the other', async () => {
    const { id, revision } = await entered({
      name: '尉迟兰',
      fullTimeEducation: 'senior-secondary',
    })
    await ok(await patch(served, id, { inServiceEducation: 'junior-college' }, revision))
    expect(await portrait(id)).toMatchObject({
      ...{ fullTimeEducation: 'senior-secondary', inServiceEducation: 'junior-college' },
      ...{ education: 'junior-college', isFullTimeEducation: false },
    })
  })

  test('of a status goes from any to any, with its reason where it asks for one', async () => {
    const { id, revision } = await entered({ name: '皇甫平' })
    const bare = await problemIn(await patch(served, id, { status: 'appointed' }, revision))
    expect(bare).toMatchObject({ status: 422, pointers: ['#/reason'] })
    const reason = '届中补选到任'
    const named = await problemIn(
      await patch(served, id, { status: 'appointed', reason: '皇甫平到任' }, revision),
    )
    expect(named.pointers).toEqual(['#/reason'])
    await ok(await patch(served, id, { status: 'appointed', reason }, revision))
    await ok(await patch(served, id, { status: 'reserve' }, revision + 1))
    const { changes } = await ok(await served.api.talents[':id'].history.$get({ param: { id } }))
    const steps = changes.filter(({ field }) => field === 'status').map(({ after }) => after)
    expect(steps).toEqual(['reserve', 'appointed'])
    expect(changes).toContainEqual(
      expect.objectContaining({ field: 'statusReason', after: reason }),
    )
  })

  test('of a name is found by its pinyin', async () => {
    const { id, revision } = await entered({ name: '闻人静' })
    await ok(await patch(served, id, { name: '闻人竹' }, revision))
    const { people } = await (await served.get('/talents?q=wenrenzhu')).json()
    expect(people.map((it: { id: string }) => it.id)).toContain(id)
  })
})

describe('whose record an account keeps', () => {
  test('a township enters and moves people within itself alone', async () => {
    const outside = person({ name: '宇文成', homeVillage: NEIGHBOURS_VILLAGE })
    const refused = await problemIn(await township.post('/talents', outside))
    expect(refused).toMatchObject({ status: 422, pointers: ['#/homeVillage'] })
    const { id, revision } = await entered({ name: '宇文成' })
    const moved = await patch(township, id, { homeVillage: NEIGHBOURS_VILLAGE }, revision)
    expect(await problemIn(moved)).toMatchObject({ status: 422, pointers: ['#/homeVillage'] })
    await ok(await patch(township, id, { homeVillage: MAOZHAI }, revision))
    expect((await portrait(id)).homeVillage.name).toBe('毛宅村')
  })

  test('a village keeps its own people, records no numbers and no consent', async () => {
    const made = await village.post('/talents', person({ name: '东方红梅' }))
    expect(made.status).toBe(201)
    const { id, revision } = await made.json()
    await ok(await patch(village, id, { occupation: '村文书' }, revision))
    const elsewhere = await problemIn(
      await village.post('/talents', person({ name: '东方亮', homeVillage: MAOZHAI })),
    )
    expect(elsewhere.pointers).toEqual(['#/homeVillage'])
    const numbered = await problemIn(
      await village.post('/talents', person({ name: '东方亮', phone: '12000000000' })),
    )
    expect(numbered.pointers).toEqual(['#/idNumber'])
    const consented = await problemIn(
      await village.post(
        '/talents',
        person({ name: '东方亮', basis: 'consent', noticeVersion: 1 }),
      ),
    )
    expect(consented.pointers).toEqual(['#/basis'])
  })

  test('nobody changes a person who is out of reach', async () => {
    const id = await idOf(
      served,
      fewRows().talents.find((it) => it.homeVillageCode === NEIGHBOURS_VILLAGE)!.name,
      NEIGHBOURS_VILLAGE,
    )
    expect((await patch(township, id, { occupation: '教师' }, 1)).status).toBe(404)
  })
})
