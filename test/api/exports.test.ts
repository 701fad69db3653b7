import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importing, json } from './imported.ts'
import { fewRows, problemIn, type Served, type SignedInClient, serve } from './served.ts'

const REASON = '核对换届后备名单'
/** As the table of the pool shows them at first. */
const SHOWN = [
  'sex',
  'age',
  'party',
  'education',
  'place',
  'skills',
  'status',
  'readiness',
  'updated',
]
const EVERY_FACT = [
  ...['sex', 'bornOn', 'ethnicity', 'nativePlace', 'education', 'fullTimeEducation'],
  ...['fullTimeSchool', 'inServiceEducation', 'inServiceSchool', 'degree', 'party'],
  ...['partyJoinedOn', 'place', 'residence', 'occupation', 'channel', 'sources', 'skills'],
  ...['willingness', 'status', 'experienceYears', 'resume', 'remarks', 'tags', 'why'],
]

let served: Served
let township: SignedInClient
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
})
afterAll(() => served.close())

const ask = (body: object, client: Pick<SignedInClient, 'post'> = served) =>
  client.post('/exports', { query: {}, columns: SHOWN, format: 'csv', reason: REASON, ...body })
async function table(answer: Response): Promise<string[][]> {
  if (!answer.ok) throw new Error(await answer.text())
  return parse(await answer.text(), { bom: true, relax_column_count: true })
}

describe('an export', () => {
  test('has who, when and why first, then the columns in their order, the id last', async () => {
    const [watermark, header, ...rows] = await table(await ask({}))
    expect(watermark![0]).toMatch(/^〔导出水印〕内部资料/)
    expect(watermark![0]).toContain('周晓岚（demo-county）')
    expect(watermark![0]).toContain(REASON)
    expect(header!.slice(0, 3)).toEqual(['姓名', '性别', '年龄'])
    expect(header!.at(-1)).toBe('系统编号')
    expect(rows.length).toBe((await json(await served.get('/talents?limit=1'))).total)
  })

  test('has only those who were chosen, and of them only whom the scope sees', async () => {
    const { people } = await json(await served.get('/talents?township=370406104&limit=3'))
    const chosen = people.map(({ id }: { id: string }) => id)
    const [stranger] = (await json(await served.get('/talents?township=370406103&limit=1'))).people
    const asked = { people: [...chosen.toReversed(), stranger.id, 'nobody'] }
    const [, , ...rows] = await table(await ask(asked, township))
    expect(rows.map((row) => row.at(-1))).toEqual(chosen)
    const [, , ...all] = await table(await ask(asked))
    expect(all.map((row) => row.at(-1)).sort()).toEqual([...chosen, stranger.id].sort())
  })

  test('has the people of the search in its order', async () => {
    const query = '/talents?sex=female&sort=-age&limit=200'
    const { people } = await json(await served.get(query))
    const [, , ...rows] = await table(await ask({ query: { sex: 'female', sort: '-age' } }))
    expect(rows.slice(0, 200).map((row) => row.at(-1))).toEqual(
      people.map(({ id }: { id: string }) => id),
    )
  })

  test('hides numbers unless somebody who may asks for them', async () => {
    const [, none] = await table(await ask({}))
    expect(none!.some((name) => /身份证|电话/.test(name))).toBe(false)
    const columns = ['sex', 'idNumber', 'phone']
    const [, header, ...hidden] = await table(await ask({ columns }))
    const at = header!.findIndex((name) => name.includes('身份证'))
    expect(hidden.every((row) => row[at] === '' || row[at]!.includes('***'))).toBe(true)
    const [, , ...shown] = await table(await ask({ columns, unmasked: ['id-number'] }))
    expect(shown.some((row) => /^\d{17}[\dX]$/.test(row[at]!))).toBe(true)
    const phone = header!.findIndex((name) => name.includes('电话'))
    expect(shown.every((row) => row[phone] === '' || row[phone]!.includes('***'))).toBe(true)
  })

  test('is written down once before it goes out, with ids, columns and reason', async () => {
    const [, , ...rows] = await table(await ask({ query: { q: '李文博' }, columns: ['sex'] }))
    const auditor = await served.as('demo-auditor')
    const { entries } = await json(await auditor.get('/audit?action=talents.exported&limit=1'))
    expect(entries[0]).toMatchObject({ reason: REASON, outcome: 'done' })
    expect(entries[0].detail).toMatchObject({ columns: ['sex'], rows: rows.length })
    expect(entries[0].subjects.sort()).toEqual(rows.map((row) => row.at(-1)).sort())
    expect(JSON.stringify(entries)).not.toContain('李文博')
  })

  test('needs a reason without numbers in it, and a role that exports', async () => {
    expect((await problemIn(await ask({ reason: '查' }))).status).toBe(422)
    expect((await problemIn(await ask({ reason: '核对 12012345678 的名单' }))).status).toBe(422)
    const village = await served.as('demo-village')
    expect((await ask({}, village)).status).toBe(403)
  })

  test('has the people of the own township and those in office there alone', async () => {
    const { total } = await json(await township.get('/talents?limit=1'))
    const [, , ...rows] = await table(await ask({}, township))
    expect(rows).toHaveLength(total)
    expect(total).toBeLessThan((await json(await served.get('/talents?limit=1'))).total)
  })

  test('makes a cell harmless that a spreadsheet would take for a formula', async () => {
    const { people } = await json(await served.get('/talents?limit=1'))
    const [{ id }] = people
    const { revision } = await json(await served.get(`/talents/${id}`))
    await served.app.request(`/api/v1/talents/${id}`, {
      method: 'PATCH',
      body: JSON.stringify({ remarks: '=HYPERLINK("http://a")' }),
      headers: { 'content-type': 'application/json', 'if-match': `"${revision}"` },
    })
    const [, header, ...rows] = await table(await ask({ columns: ['remarks'] }))
    const at = header!.indexOf('备注')
    const cell = rows.find((row) => row.at(-1) === id)![at]
    expect(cell).toBe(`'=HYPERLINK("http://a")`)
  })
})

describe('what went out comes back unchanged', () => {
  test.each([
    { format: 'xlsx', columns: EVERY_FACT, why: 'every fact, as a workbook' },
    { format: 'csv', columns: EVERY_FACT, why: 'every fact, as text' },
    { format: 'xlsx', columns: SHOWN, why: 'as the screen shows it' },
    { format: 'csv', columns: ['remarks'], why: 'one column' },
  ])('$why', async ({ format, columns }) => {
    const answer = await ask({ format, columns })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const office = importing(served)
    const record = await office.begin(bytes, { name: `名单.${format}` })
    expect(record.state, JSON.stringify(record.questions)).toBe('checked')
    const { total } = await json(await served.get('/talents?limit=1'))
    await json(await office.choose(record, { known: 'update' }))
    const { counts } = await office.settled(record.id)
    const odd = await office.rows(record.id, '?state=update,faulty,new')
    expect(counts, JSON.stringify(odd.slice(0, 2))).toMatchObject({
      same: total,
      faulty: 0,
      new: 0,
    })
  })
})
