import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { VillageRecord } from '../../api/shapes/village-entries.ts'
import { TOWNSHIP } from '../cast.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

let served: Served
let township: SignedInClient
let village: SignedInClient
let codes: string[]
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  village = await served.as('demo-village')
  const { townships } = await ok(await served.api.places.$get())
  codes = townships.find(({ code }) => code === TOWNSHIP)!.villages.map(({ code }) => code)
})
afterAll(() => served.close())

const audit = (more: object = {}) => ({
  ...{ office: '书记兼主任', auditor: '镇经管站', finishedOn: '2026-10-20', conclusion: 'clear' },
  ...{ mendedOn: null, notices: [{ from: '2026-10-21', to: '2026-10-27' }], ...more },
})
const entry = (kind: string, body: object, more: object = {}) => ({
  ...{ kind, on: '2026-10-08', source: '审计报告〔2026〕3号', body, ...more },
})
const write = (client: SignedInClient, code: string, given: object) =>
  client.post(`/villages/${code}/entries`, given)
const recordOf = async (client: SignedInClient, code: string): Promise<VillageRecord> => {
  const answer = await client.get(`/villages/${code}/entries`)
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as VillageRecord
}

describe('a fact about a village', () => {
  test('is signed, is read with the record, and is taken back rather than changed', async () => {
    const code = codes[0]!
    const written = await write(township, code, entry('audit', audit()))
    expect(written.status).toBe(201)
    const { id } = (await written.json()) as { id: string }
    const { entries } = await recordOf(served, code)
    const own = entries.find((it) => it.id === id)!
    expect(own).toMatchObject({ kind: 'audit', on: '2026-10-08', takenBack: null, body: audit() })
    expect(own.createdBy).not.toBeNull()
    const back = await township.post(`/village-entries/${id}/taking-back`, {
      reason: '审计单位写错',
    })
    expect(back.status).toBe(200)
    const after = (await recordOf(township, code)).entries.find((it) => it.id === id)!
    expect(after.takenBack).toMatchObject({ reason: '审计单位写错' })
    const again = await township.post(`/village-entries/${id}/taking-back`, { reason: '再撤一次' })
    expect(again.status).toBe(409)
  })

  test('that is there already is not written twice', async () => {
    const given = entry('note', { title: '一村一策', text: '引进致富带头人' })
    const first = await write(village, await own(), given)
    const second = await write(village, await own(), given)
    expect([first.status, second.status]).toEqual([201, 200])
    expect(((await second.json()) as { id: string }).id).toBe(
      ((await first.json()) as { id: string }).id,
    )
  })

  test('of a village elsewhere is not there for the township, whoever knows its code', async () => {
    const { townships } = await ok(await served.api.places.$get())
    const other = townships.find(({ code }) => code !== TOWNSHIP)!.villages[0]!.code
    expect((await township.get(`/villages/${other}/entries`)).status).toBe(404)
    expect((await write(township, other, entry('audit', audit()))).status).toBe(404)
  })

  test.each([
    { kind: 'statistics', body: { partyMembers: 30 }, status: 201, why: 'its own counts' },
    { kind: 'note', body: { title: '题', text: '文' }, status: 201, why: 'its own plan' },
    { kind: 'audit', body: audit(), status: 403, why: 'nobody audits themselves' },
    {
      kind: 'leader',
      body: { name: '吕某', isEnded: false },
      status: 403,
      why: 'the township names',
    },
  ])('$kind by the account of the village: $status ($why)', async ({ kind, body, status }) => {
    expect((await write(village, await own(), entry(kind, body))).status).toBe(status)
  })

  const WRONG: { kind: string; body: object; on?: string; at: string; why: string }[] = [
    {
      kind: 'note',
      body: { title: '题', text: '文' },
      on: '2026-11-24',
      at: '#/on',
      why: 'tomorrow',
    },
    {
      kind: 'note',
      body: { title: '题', text: '文' },
      on: '2026-02-30',
      at: '#/on',
      why: 'no day',
    },
    {
      ...{ kind: 'survey', body: { about: 'team', issued: 9, returned: 10, approving: 5 } },
      ...{ at: '#/body/returned', why: 'more came back than went out' },
    },
    {
      ...{ kind: 'survey', body: { about: 'team', issued: 10, returned: 8, approving: 9 } },
      ...{ at: '#/body/approving', why: 'more approve than answered' },
    },
    {
      kind: 'election',
      body: {
        committee: 'party',
        method: 'two-recommendations',
        voters: 9,
        cast: 10,
        isValid: true,
      },
      ...{ at: '#/body/cast', why: 'more votes than voters' },
    },
    {
      kind: 'election',
      body: {
        committee: 'party',
        method: 'two-recommendations',
        cast: 9,
        valid: 10,
        isValid: true,
      },
      ...{ at: '#/body/valid', why: 'more valid votes than votes' },
    },
    {
      ...{ kind: 'statistics', body: { partyMembers: 20, partyWomen: 21 } },
      ...{ at: '#/body/partyWomen', why: 'a part is no more than the whole' },
    },
    {
      kind: 'statistics',
      body: { partyMembers: 20, partyAged35OrUnder: 12, partyAged60OrAbove: 12 },
      ...{ at: '#/body/partyAged35OrUnder', why: 'two parts that share nobody' },
    },
    { kind: 'statistics', body: {}, at: '#/body/households', why: 'nothing at all' },
    {
      ...{ kind: 'audit', body: audit({ notices: [{ from: '2026-10-21', to: '2026-10-20' }] }) },
      ...{ at: '#/body/notices/0/to', why: 'it ends before it begins' },
    },
    {
      ...{ kind: 'audit', body: audit({ finishedOn: '2026-10-01' }) },
      ...{ at: '#/body/finishedOn', why: 'the report is before the audit' },
    },
    { kind: 'audit', body: audit({ conclusion: null }), at: '#/body/conclusion', why: 'no word' },
    {
      ...{ kind: 'note', body: { title: '题', text: '联系 12012345678' } },
      ...{ at: '#/body/text', why: 'a telephone number' },
    },
    {
      kind: 'survey',
      body: { about: 'team', issued: -1 },
      at: '#/body/issued',
      why: 'below nothing',
    },
  ]
  test.each(WRONG)('is refused at $at: $why', async ({ kind, body, on = '2026-10-08', at }) => {
    const answer = await write(township, codes[1]!, entry(kind, body, { on }))
    expect(answer.status).toBe(422)
    const { pointers } = await problemIn(answer)
    expect(pointers).toContain(at)
  })

  const ODD: { kind: string; body: object; says: RegExp | null; why: string }[] = [
    {
      ...{ kind: 'audit', body: audit({ notices: [{ from: '2026-10-21', to: '2026-10-23' }] }) },
      ...{ says: /只有 3 天/, why: 'published for three days' },
    },
    {
      kind: 'audit',
      body: audit({
        notices: [
          { from: '2026-10-21', to: '2026-10-27' },
          { from: '2026-10-27', to: '2026-11-02' },
        ],
      }),
      ...{ says: /重叠/, why: 'two notices share a day' },
    },
    {
      kind: 'audit',
      body: audit({
        notices: [
          { from: '2026-10-21', to: '2026-10-27' },
          { from: '2026-10-28', to: '2026-12-01' },
        ],
      }),
      ...{ says: null, why: 'a notice may hang still' },
    },
    {
      kind: 'audit',
      body: audit({ office: '吕青' }),
      says: /不写姓名/,
      why: 'a name, not an office',
    },
    {
      ...{ kind: 'statistics', body: { population: 100, voters: 120 } },
      ...{ says: /多于人口/, why: 'people may be registered elsewhere' },
    },
    {
      kind: 'election',
      body: { committee: 'committee', method: 'candidates', voters: 100, cast: 50, isValid: true },
      ...{ says: /没有超过登记选民的一半/, why: 'half is not more than half' },
    },
    {
      ...{ kind: 'survey', body: { about: 'team', issued: 10, returned: 4, approving: 4 } },
      ...{ says: /不到发出的一半/, why: 'few came back' },
    },
  ]
  test.each(ODD)('is written with a caution: $why', async ({ kind, body, says, why }) => {
    // Each on a day of its own.
    const given = entry(kind, body, { on: `2026-09-${10 + ODD.findIndex((it) => it.why === why)}` })
    const checked = await township.post(`/villages/${codes[2]}/entries/checking`, given)
    const { cautions } = (await checked.json()) as { cautions: { zh: string }[] }
    if (says === null) expect(cautions).toEqual([])
    else expect(cautions.map(({ zh }) => zh).join()).toMatch(says)
    expect((await write(township, codes[2]!, given)).ok).toBe(true)
  })
})

describe('the newest figures', () => {
  test('are of the latest statistics that know them, else of the village itself, else unknown', async () => {
    const code = codes[3]!
    const before = await recordOf(township, code)
    const base = before.figures.find(({ id }) => id === 'households')!
    expect(base.on).toBeNull()
    expect(before.figures.find(({ id }) => id === 'away')).toMatchObject({
      value: null,
      source: null,
    })
    await write(
      township,
      code,
      entry('statistics', { population: 900, away: 200 }, { on: '2025-12-31' }),
    )
    await write(township, code, entry('statistics', { population: 880 }, { on: '2026-09-30' }))
    const { figures } = await recordOf(township, code)
    const of = (id: string) => figures.find((it) => it.id === id)!
    expect(of('population')).toMatchObject({ value: 880, on: '2026-09-30' })
    expect(of('away')).toMatchObject({ value: 200, on: '2025-12-31' })
    expect(of('households')).toEqual(base)
  })
})

describe('a file of an entry', () => {
  const PDF = minimalPdf()
  const send = (client: SignedInClient, id: string, bytes: Uint8Array) =>
    client.app.request(
      `/api/v1/village-entries/${id}/files?name=${encodeURIComponent('公示照片.pdf')}`,
      {
        ...{ method: 'POST', body: new Blob([bytes as BlobPart]) },
        headers: { 'content-type': 'application/octet-stream' },
      },
    )

  test('is kept encrypted, comes back as it was sent, and its removal is taken back', async () => {
    const written = await write(township, codes[4]!, entry('audit', audit()))
    const { id } = (await written.json()) as { id: string }
    const sent = await send(township, id, PDF)
    expect(sent.status).toBe(201)
    expect((await send(township, id, PDF)).status).toBe(200)
    const file = (await sent.json()) as { id: string }
    const back = await served.get(`/village-files/${file.id}`)
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(PDF))).toBe(true)
    await township.remove(`/village-files/${file.id}`)
    expect((await township.get(`/village-files/${file.id}`)).status).toBe(404)
    await township.post(`/village-files/${file.id}/restoration`)
    expect((await township.get(`/village-files/${file.id}`)).status).toBe(200)
  })

  test('of an audit is not added by the village; of Word it is not taken', async () => {
    const written = await write(township, await own(), entry('audit', audit()))
    const { id } = (await written.json()) as { id: string }
    expect((await send(village, id, PDF)).status).toBe(403)
    const word = await send(township, id, new TextEncoder().encode('PK\u0003\u0004 no archive'))
    expect(word.status).toBe(422)
  })
})

async function own(): Promise<string> {
  const { townships } = await ok(await village.api.places.$get())
  return townships.flatMap(({ villages }) => villages)[0]!.code
}

function minimalPdf(): Uint8Array {
  return new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n')
}
