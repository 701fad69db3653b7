import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readForm } from '../../../api/lrmx/reading.ts'
import { renewForms } from '../../../api/lrmx/rotation.ts'
import { openForm } from '../../../api/lrmx/sealed.ts'
import { childrenOf, type Element, textOf } from '../../../api/lrmx/tree.ts'
import { hasFormsOfOtherKey, listAppointmentForms } from '../../../db/appointment-forms.ts'
import { createKeyring } from '../../../db/keyring.ts'
import { HONGMEN } from '../../cast.ts'
import { fewRows, idOf, ok, problemIn, type Served, type SignedInClient, serve } from '../served.ts'
import { base64, lrmx, numberOf, png, type Texts } from './files.ts'

let served: Served
let township: SignedInClient
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
})
afterAll(() => served.close())

const UNKNOWN = '<GaiGeQianRenZhiNianLingJieXian a="1">60岁</GaiGeQianRenZhiNianLingJieXian>'
const SANCTION = '2020.03 受党内警告处分'

describe('somebody who is entered by a form', () => {
  const id = newId()
  const texts = { JiangChengQingKuang: SANCTION, ZhaoPian: png(40).toString('base64') }

  test('reading writes nothing, and says what it would be', async () => {
    const { files } = await ok(await read([{ name: 'a.lrmx', bytes: fileOf(texts) }]))
    expect(files[0]).toMatchObject({
      fault: null,
      read: {
        ...{ name: '苗春雨', bornOn: '1991-03', people: [], isElsewhere: false },
        photograph: { media: 'image/png' },
        asNew: {
          idNumber: { form: expect.stringMatching(/^990\*+004.$/), pool: null, state: 'new' },
        },
      },
    })
    const { people } = await (await township.get('/talents?q=苗春雨')).json()
    expect(people).toEqual([])
  })

  test('has what was chosen in the portrait, and the rest in the encrypted form alone', async () => {
    const answer = await take({ texts, person: { id, ...NEW }, take: ALL, relatives: [0, 1] })
    expect(await ok(answer)).toMatchObject({ id, isEntered: true, warnings: [] })
    const portrait = await ok(await township.get(`/talents/${id}`))
    expect(portrait).toMatchObject({
      ...{
        name: '苗春雨',
        sex: 'female',
        bornOn: '1991-03',
        ethnicity: '汉族',
        degree: '农学学士',
      },
      ...{ partyStatus: 'full', partyJoinedOn: '2015-06', fullTimeEducation: 'bachelor' },
      ...{ occupation: '北庄村果蔬合作社理事长', photograph: { id: expect.any(String) } },
      resume: expect.stringContaining('2019.05--  北庄村果蔬合作社理事长'),
      relatives: [{ name: '贺峰' }, { name: '苗长河', bornOn: '1965-01' }],
      honours: [],
      evidence: [],
    })
    const rows = await served.given.db.selectFrom('appointmentForms').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('警告')
    expect(JSON.stringify(portrait)).not.toContain('警告')
  })

  test('is one person when the request is sent twice', async () => {
    const answer = await take({ texts, person: { id, ...NEW }, take: ALL, relatives: [0, 1] })
    expect((await ok(answer)).id).toBe(id)
    expect((await ok(await township.get(`/talents/${id}`))).relatives).toHaveLength(2)
  })

  test('comes out again with every element as it came, but health and, unless asked for, the number', async () => {
    const out = await formOut(id, `purpose=${PURPOSE}`)
    const came = await elementsOf(fileOf(texts))
    const differing = came.filter(([name, text]) => out.get(name) !== text).map(([name]) => name)
    expect(differing).toEqual(['JianKangZhuangKuang', 'JiSuanNianLingShiJian', 'ShenFenZheng'])
    expect(out.get('JianKangZhuangKuang')).toBe('')
    expect(out.get('ShenFenZheng')).toBe('')
    expect(out.get('JiSuanNianLingShiJian')).toMatch(/^20\d{6}$/)
    expect(out.get('JiangChengQingKuang')).toBe(SANCTION)
    expect(out.get('GaiGeQianRenZhiNianLingJieXian')).toBe('60岁')
  })

  test('with the number only where a purpose is given and it is asked for', async () => {
    expect((await formOut(id, `purpose=${PURPOSE}&idNumber=1`)).get('ShenFenZheng')).toBe(
      numberOf('19910312', '004'),
    )
    const bare = await township.get(`/talents/${id}/appointment-form.lrmx`)
    expect((await problemIn(bare)).status).toBe(422)
    const named = await township.get(`/talents/${id}/appointment-form.lrmx?purpose=核对苗春雨`)
    expect((await problemIn(named)).status).toBe(422)
  })

  test('is found again by the number, and a change of the portrait goes into the form', async () => {
    const bytes = fileOf({ ...texts, XingMing: '苗 雨', XianRenZhiWu: '红门村会计' })
    const { files } = await ok(await read([{ name: 'b.lrmx', bytes }]))
    const [found] = files[0]!.read!.people
    expect(found?.person).toMatchObject({
      id,
      because: 'id-number',
      hasForm: true,
      mayEdit: true,
      photograph: 'same',
    })
    const states = Object.fromEntries(
      found!.beside.fields.map((it: { field: string; state: string }) => [it.field, it.state]),
    )
    expect(states).toMatchObject({
      name: 'other',
      occupation: 'other',
      resume: 'same',
      sex: 'same',
    })
    const body = {
      file: { name: 'b.lrmx', bytes },
      talent: id,
      take: ['occupation'],
      relatives: [],
    }
    const stale = await township.post('/appointment-forms', body, { 'if-match': '"1"' })
    expect((await problemIn(stale)).status).toBe(412)
    const revision = found!.person.revision
    const done = await township.post('/appointment-forms', body, { 'if-match': `"${revision}"` })
    expect(await ok(done)).toMatchObject({ isEntered: false, revision: revision + 1 })
    const out = await formOut(id, `purpose=${PURPOSE}`)
    expect(out.get('XianRenZhiWu')).toBe('红门村会计')
    expect(out.get('XingMing')).toBe('苗春雨')
  })

  test('has a photograph that is removed and brought back', async () => {
    const picture = await township.get(`/talents/${id}/photograph`)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(png(40))
    const { revision } = await ok(await township.get(`/talents/${id}`))
    const path = `/talents/${id}/photograph`
    expect((await township.remove(path, undefined, { 'if-match': `"${revision}"` })).status).toBe(
      200,
    )
    expect((await township.get(path)).status).toBe(404)
    expect((await formOut(id, `purpose=${PURPOSE}`)).get('ZhaoPian')).toBe('')
    const back = { 'if-match': `"${revision + 1}"` }
    expect((await township.post(`${path}/restoration`, {}, back)).status).toBe(200)
    expect((await township.get(path)).status).toBe(200)
  })

  test('loses form and photograph with everything else when the record is erased', async () => {
    const { revision } = await ok(await served.get(`/talents/${id}`))
    const asked = { reason: '本人要求删除' }
    const answer = await served.post(`/talents/${id}/erasure`, asked, {
      'if-match': `"${revision}"`,
    })
    expect(answer.status, JSON.stringify(await answer.clone().json())).toBe(200)
    for (const table of ['appointmentForms', 'photographs'] as const)
      expect(await served.given.db.selectFrom(table).selectAll().execute()).toEqual([])
    expect(await served.given.attachments.list()).toEqual([])
  })
})

describe('what is refused', () => {
  test.each<{ why: string; asked: Partial<Asked>; pointer: string }>([
    { why: 'a file that is no form', asked: { bytes: base64('<Persons/>') }, pointer: '#/file' },
    { why: 'nobody is named', asked: { person: undefined }, pointer: '#/talent' },
    { why: 'no name is taken', asked: { take: ['sex'] }, pointer: '#/take' },
    {
      why: 'what cannot be read',
      asked: { texts: { XingBie: '2' }, take: ['name', 'sex'] },
      pointer: '#/take',
    },
    { why: 'a relative who is not there', asked: { relatives: [7] }, pointer: '#/relatives' },
    {
      why: 'born in the future',
      asked: { texts: { ChuShengNianYue: '203001' }, take: ['name', 'bornOn'] },
      pointer: '#/bornOn',
    },
    {
      why: 'joined the Party as a child',
      asked: { texts: { RuDangShiJian: '200006' } },
      pointer: '#/partyJoinedOn',
    },
    {
      why: 'a home elsewhere',
      asked: { person: { id: newId(), ...NEW, homeVillage: '370406103201' } },
      pointer: '#/homeVillage',
    },
    {
      why: 'an identity number with a wrong digit',
      asked: { texts: { ShenFenZheng: '990406199103120041' } },
      pointer: '#/idNumber',
    },
  ])('$why', async ({ asked, pointer }) => {
    const before = await served.given.attachments.list()
    const whole = { person: { id: newId(), ...NEW }, take: ALL, relatives: [], ...asked }
    const refused = await problemIn(await take(whole))
    expect(refused.status).toBe(422)
    expect(refused.pointers).toContain(pointer)
    expect(await served.given.attachments.list()).toEqual(before)
  })

  test('somebody who seems to be in the pool is not entered twice', async () => {
    const known = await ok(await served.get(`/talents/${await idOf(served, '李文博')}`))
    const texts = { XingMing: '李文博', ChuShengNianYue: known.bornOn.replace('-', '').slice(0, 6) }
    const { files } = await ok(
      await read([{ name: 'c.lrmx', bytes: fileOf({ ...texts, ShenFenZheng: '' }) }]),
    )
    expect(files[0]!.read!.people[0]?.person).toMatchObject({ id: known.id, because: 'name-birth' })
    const person = { id: newId(), ...NEW, homeVillage: known.homeVillage.code }
    const answer = await take({
      texts: { ...texts, ShenFenZheng: '' },
      person,
      take: ['name', 'bornOn'],
      relatives: [],
    })
    expect((await problemIn(answer)).type).toBe('/problems/duplicate-person')
  })

  test('more than 200 files, and more than there is room for', async () => {
    const many = Array.from({ length: 201 }, () => ({ name: 'x.lrmx', bytes: 'AAAA' }))
    expect((await read(many)).status).toBe(422)
    const large = { name: 'x.lrmx', bytes: 'A'.repeat(30 * 1024 * 1024) }
    expect((await read([large])).status).toBe(413)
  })
})

test('a form and a photograph go with the record when two are merged', async () => {
  const [id, other] = [newId(), newId()]
  const texts = { XingMing: '苗夏雨', ShenFenZheng: '', ZhaoPian: png(30).toString('base64') }
  const fields = ['name', 'sex', 'bornOn', 'photograph']
  await ok(
    await take({
      texts: { ...texts, ZhaoPian: '' },
      person: { id, ...NEW },
      take: ['name'],
      relatives: [],
    }),
  )
  await ok(
    await take({ texts, person: { id: other, ...NEW, isNew: true }, take: fields, relatives: [] }),
  )
  const [kept, gone] = await Promise.all(
    [id, other].map(async (one) => ok(await township.get(`/talents/${one}`))),
  )
  const merge = {
    other,
    take: ['sex', 'bornOn'],
    revision: kept!.revision,
    otherRevision: gone!.revision,
  }
  await ok(await township.post(`/talents/${id}/merges`, merge))
  const out = await formOut(id, `purpose=${PURPOSE}`)
  expect(out.get('RenMianLiYou')).toBe('换届')
  expect(out.get('ZhaoPian')).toBe(texts.ZhaoPian)
  const rows = await served.given.db.selectFrom('appointmentForms').selectAll().execute()
  expect(rows.map(({ talentId }) => talentId)).toEqual([id])
})

test('a form is encrypted anew when the key is changed, and whatever it says stays', async () => {
  const id = newId()
  const texts = { XingMing: '苗秋雨', ShenFenZheng: '' }
  await ok(await take({ texts, person: { id, ...NEW }, take: ['name'], relatives: [] }))
  const { db, countyCode, keyring } = served.given
  const next = createKeyring(
    new Map([
      [1, Buffer.alloc(32, 7)],
      [2, Buffer.alloc(32, 8)],
    ]),
  )
  const said = async (ring: typeof keyring) => {
    const [row] = await listAppointmentForms(db, { countyCode }, [id])
    return openForm({ keyring: ring, countyCode }, row!)
  }
  const before = await said(keyring)
  expect(await hasFormsOfOtherKey(db, { countyCode }, 2)).toBe(true)
  const renewal = { isWritten: true, read: <T>(_: string, work: () => T) => work() }
  expect(await renewForms(db, next, { countyCode }, renewal)).toBeGreaterThan(0)
  expect(await hasFormsOfOtherKey(db, { countyCode }, 2)).toBe(false)
  expect(await said(next)).toEqual(before)
})

type Asked = {
  texts?: Texts
  bytes?: string
  person?: Record<string, unknown> | undefined
  take: readonly string[]
  relatives: readonly number[]
}

const NEW = { homeVillage: HONGMEN, channel: 'recommended', basis: 'duty' }
const PURPOSE = '换届人选酝酿'
const ALL = [
  ...['name', 'sex', 'bornOn', 'ethnicity', 'nativePlace', 'party', 'fullTimeEducation'],
  ...['fullTimeSchool', 'degree', 'occupation', 'resume', 'idNumber', 'photograph'],
]

function read(files: { name: string; bytes: string }[]) {
  return township.post('/appointment-forms/reading', { files })
}

function take({ texts, bytes = fileOf(texts), ...asked }: Asked) {
  return township.post('/appointment-forms', { file: { name: 'a.lrmx', bytes }, ...asked })
}

function fileOf(texts: Texts = {}): string {
  return base64(lrmx(texts, { tail: UNKNOWN }))
}

async function formOut(id: string, query: string): Promise<Map<string, string>> {
  const answer = await township.get(`/talents/${id}/appointment-form.lrmx?${query}`)
  if (!answer.ok) throw new Error(JSON.stringify(await answer.json()))
  expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain(
    '干部任免审批表 ',
  )
  return new Map(await elementsOf(base64(new Uint8Array(await answer.arrayBuffer()))))
}

/** As the bytes have them, the photograph too; lines and empty slots of the family are nobody's. */
async function elementsOf(file: string): Promise<[string, string][]> {
  const bytes = Buffer.from(file, 'base64')
  const read = await readForm({ bytes })
  if ('fault' in read) throw new Error(read.fault.zh)
  const picture = /<ZhaoPian>(.*?)<.ZhaoPian>/.exec(bytes.toString())?.[1] ?? ''
  const number = /<ShenFenZheng>(.*?)<.ShenFenZheng>/.exec(bytes.toString())?.[1] ?? ''
  const own: Texts = { ZhaoPian: picture, ShenFenZheng: number }
  const health = /<JianKangZhuangKuang>(.*?)</.exec(bytes.toString())?.[1] ?? ''
  return childrenOf(read.form).map((element) => [
    element.name,
    { ...own, JianKangZhuangKuang: health }[element.name] ?? familyOr(element),
  ])
}

function familyOr(element: Element): string {
  if (element.name !== 'JiaTingChengYuan') return textOf(element)
  const rows = childrenOf(element).map((item) => childrenOf(item).map(textOf))
  return JSON.stringify(rows.filter((row) => row.some((text) => text !== '')))
}
