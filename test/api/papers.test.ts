import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { createPaperRuns, PAPER_LIMITS, type Run } from '../../api/papers/runs.ts'
import { sheetsOf } from '../../api/papers/tables/workbook.ts'
import { settled } from '../../api/readiness/keeping.ts'
import { listIdsOfHome } from './papers-people.ts'
import { cellsOf, taken, textsOf } from './papers-read.ts'
import {
  fewRows,
  ok,
  problemIn,
  type Served,
  type SignedInClient,
  serve,
  signedIn,
} from './served.ts'

let served: Served
let township: SignedInClient
const PURPOSE = '换届工作调度会'

beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  await settled(served.given.db)
  township = await served.as('demo-township')
})
afterAll(() => served.close())

const table = (name: string, filters: Record<string, string> = {}) => ({
  kind: 'tables',
  tables: [{ table: name, filters }],
})

describe('tables', () => {
  test('a table has the figures of its screen, numbers as numbers, and a sheet that says how it came about', async () => {
    const overview = await ok(await served.api.overview.$get())
    const { bytes, file } = await taken(served, table('overview'))
    const parts = await textsOf(bytes)
    const sheet = parts.get('xl/worksheets/sheet1.xml')!
    const [mark, head, ...rows] = cellsOf(sheet)
    const column = (name: string) => rows.map((row) => row[head!.indexOf(name)])
    expect(file.headers.get('content-type')).toContain('spreadsheetml')
    expect(mark![0]).toContain(`用途：${PURPOSE}`)
    expect(column('乡镇（街道）')).toEqual(overview.townships.map((it) => it.township.name))
    for (const [name, key] of [
      ['红', 'red'],
      ['黄', 'yellow'],
      ['绿', 'green'],
      ['无合适人选', 'none'],
      ['后备人数', 'reserves'],
    ] as const)
      expect(column(name)).toEqual(overview.townships.map((it) => String(it[key])))
    expect(sheet).toContain('<pane ySplit="2"')
    // A code is text: a spreadsheet would round it.
    expect(sheet).toContain(`t="inlineStr" s="5"><is><t xml:space="preserve">370406104</t>`)
    const notes = new Map(cellsOf(parts.get('xl/worksheets/sheet2.xml')!).map(([a, b]) => [a, b]))
    expect(notes.get('用途')).toBe(PURPOSE)
    expect(notes.get('政策版本')).toMatch(/^第 \d+ 版$/)
    expect(notes.get('导出人')).toContain('demo-county')
  })

  test('every table of the register can be made, narrowed to a township', async () => {
    const { tables } = await ok(await township.api.papers.tables.$get())
    expect(tables.length).toBeGreaterThan(5)
    for (const { id, filters, required } of tables) {
      // What a table is of is told on its own page: papers-of-one.test.ts.
      if (required.length > 0) continue
      const narrowed = filters.includes('township') ? { township: '370406104' } : {}
      const { file, bytes } = await taken(township, table(id, narrowed))
      expect({ id, status: file.status }).toEqual({ id, status: 200 })
      const [mark, head] = cellsOf((await textsOf(bytes)).get('xl/worksheets/sheet1.xml')!)
      expect(mark![0]).toContain('内部资料')
      expect(head!.length).toBeGreaterThan(2)
    }
  })

  test('a cell that a spreadsheet would take for a formula is text', () => {
    const read = { of: '', headers: ['名'], widths: [10], rows: [['=1+1'], ['@cmd'], [-1]] }
    const made = { county: '', who: '', at: '', on: '', purpose: '', policyVersion: 1 }
    const tables = [{ name: '表', read: { ...read, subjects: [], conditions: [] } }]
    const [sheet] = sheetsOf(tables, made)
    expect([...(sheet!.rows as string[][])].slice(2)).toEqual([["'=1+1"], ["'@cmd"], [-1]])
  })

  test.each([
    { body: { ...table('overview'), purpose: '看' }, at: '#/purpose', why: 'no purpose' },
    {
      body: { ...table('overview'), purpose: '联系 13812345678' },
      at: '#/purpose',
      why: 'a number in the purpose stays in the audit for ever',
    },
    {
      body: { ...table('overview', { colour: 'red' }), purpose: PURPOSE },
      at: '#/tables/0/filters',
      why: 'the table has no such filter',
    },
    {
      body: { kind: 'batch', parts: [table('lists')], purpose: PURPOSE },
      at: '#/parts/0/tables/0/table',
      why: 'there is no such table',
    },
  ])('is refused: $why', async ({ body, at }) => {
    const problem = await problemIn(await served.post('/papers', body))
    expect(problem.status).toBe(422)
    expect(problem.pointers.join()).toContain(at)
  })

  test('a township takes out its own villages alone', async () => {
    const { bytes } = await taken(township, table('villages'))
    const [, , ...rows] = cellsOf((await textsOf(bytes)).get('xl/worksheets/sheet1.xml')!)
    expect(rows.length).toBe(21)
    expect(rows.every(([code]) => code!.startsWith('370406104'))).toBe(true)
  })
})

describe('whose a paper is', () => {
  test('nobody else finds it, and the answer does not tell that it is there', async () => {
    const { id } = await taken(served, table('overview'))
    for (const path of [`/papers/${id}`, `/papers/${id}/file`, `/papers/${id}/events`])
      expect(await problemIn(await township.get(path))).toMatchObject({ status: 404 })
    expect((await township.remove(`/papers/${id}`)).status).toBe(404)
    expect((await served.get(`/papers/${id}`)).status).toBe(200)
  })

  test('after a restart it is gone, and the answer says why', async () => {
    const { detail, status } = await problemIn(
      await served.get('/papers/6b0f8f5e-0000-4000-8000-000000000000/file'),
    )
    expect(status).toBe(404)
    expect(detail).toContain('程序重新启动后也不再保留')
  })

  test('what was removed is gone', async () => {
    const { id } = await taken(served, table('overview'))
    expect((await served.remove(`/papers/${id}`)).status).toBe(200)
    expect((await served.get(`/papers/${id}`)).status).toBe(404)
  })

  test('its events tell the progress and the end', async () => {
    const { id } = await taken(served, table('overview'))
    const events = await (await served.get(`/papers/${id}/events`)).text()
    expect(events).toContain('event: progress')
    expect(events).toContain('data: {"state":"done"}')
  })

  test('who took what out, and what for, is written down before the first byte', async () => {
    await taken(served, table('training-hours'))
    const auditor = await served.as('demo-auditor')
    const { entries } = await ok(await auditor.api.audit.$get({ query: { action: 'paper.made' } }))
    const [made] = entries
    expect(made).toMatchObject({ reason: PURPOSE, outcome: 'done' })
    expect(made!.subjects.length).toBeGreaterThan(0)
    expect(made!.detail).toMatchObject({ kind: 'tables', tables: ['training-hours'] })
    const taking = await ok(await auditor.api.audit.$get({ query: { action: 'paper.taken' } }))
    expect(taking.entries[0]).toMatchObject({ reason: PURPOSE })
  })
})

describe('batches', () => {
  test('the manifest names each file with its bytes and SHA-256', async () => {
    const report = { kind: 'report', township: null, plan: null }
    const parts = [report, table('overview'), table('overview')]
    const { bytes } = await taken(served, { kind: 'batch', parts })
    const files = await filesIn(bytes)
    const { files: lines } = JSON.parse(files.get('manifest.json')!.toString('utf8'))
    expect(lines.map(({ kind }: { kind: string }) => kind)).toEqual(['report', 'tables', 'tables'])
    expect(new Set(lines.map(({ name }: { name: string }) => name)).size).toBe(3)
    for (const { name, bytes: size, sha256 } of lines) {
      const own = files.get(name)!
      expect(own.length).toBe(size)
      expect(createHash('sha256').update(own).digest('hex')).toBe(sha256)
    }
    const csv = files.get('manifest.csv')!.toString('utf8')
    expect(csv.startsWith('\uFEFF文件,种类,字节数,SHA-256\r\n')).toBe(true)
    expect(csv.trim().split('\r\n')).toHaveLength(4)
  })

  test('appointment forms of people come one by one; somebody elsewhere is refused', async () => {
    const own = await listIdsOfHome(served.given.db, '370406104')
    const asked = { kind: 'lrmx', talents: own.slice(0, 5), idNumbers: false }
    const { bytes } = await taken(township, asked)
    const names = [...(await filesIn(bytes)).keys()]
    expect(names.filter((name) => name.endsWith('.lrmx'))).toHaveLength(5)
    const [foreign] = await listIdsOfHome(served.given.db, '370406103')
    const refused = await township.post('/papers', {
      ...{ ...asked, talents: [own[0], foreign], purpose: PURPOSE },
    })
    expect(await problemIn(refused)).toMatchObject({ status: 422, pointers: ['#/talents/1'] })
  })
})

describe('appointment forms of many', () => {
  const forms = (talents: readonly string[], idNumbers = false) => ({
    ...{ kind: 'lrmx', talents, idNumbers, purpose: PURPOSE },
  })
  const people = () => listIdsOfHome(served.given.db, '370406104')
  const named = (id: string, name: string) =>
    served.given.db.updateTable('talents').set({ name }).where('id', '=', id).execute()

  test('have a file each, however alike their names are as names of files', async () => {
    const talents = (await people()).slice(0, 6)
    const names = ['Anna Miao', 'AnnaMiao', 'annamiao', 'Anna/Miao', '贺峰（2）', '贺峰']
    for (const [at, id] of talents.entries()) await named(id, names[at]!)
    const { bytes } = await taken(served, { kind: 'lrmx', talents, idNumbers: false })
    const files = [...(await filesIn(bytes)).keys()].filter((it) => it.endsWith('.lrmx'))
    expect(new Set(files.map((it) => it.toLowerCase())).size).toBe(6)
  })

  test('the purpose names none of them', async () => {
    const [first, second] = await people()
    await named(second!, '苗春晓')
    const asked = { ...forms([first!, second!]), purpose: '核对苗春晓等人' }
    const problem = await problemIn(await served.post('/papers', asked))
    expect(problem).toMatchObject({ status: 422, pointers: ['#/purpose'] })
  })

  test('a township has as many numbers as it may reveal in a minute; each counts', async () => {
    const own = await people()
    const many = await problemIn(await township.post('/papers', forms(own.slice(0, 21), true)))
    expect(many).toMatchObject({ status: 422, pointers: ['#/idNumbers'] })
    expect((await township.post('/papers', forms(own.slice(0, 15), true))).status).toBe(202)
    expect((await township.post('/papers', forms(own.slice(0, 15), true))).status).toBe(429)
    expect((await township.post('/papers', forms(own.slice(0, 15)))).status).toBe(202)
  })

  test('the county has the numbers of many, once in a minute', async () => {
    const own = await people()
    expect((await served.post('/papers', forms(own.slice(0, 40), true))).status).toBe(202)
    expect((await served.post('/papers', forms([own[0]!], true))).status).toBe(429)
  })
})

describe('files that are asked for and not taken', () => {
  test('a look at the head takes nothing of the file and blocks nobody', async () => {
    const { client, made, runs } = await watched()
    const asked = { ...table('overview'), purpose: PURPOSE }
    const { id } = await ok(await client.post('/papers', asked))
    const head = await client.app.request(`/api/v1/papers/${id}/file`, { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.headers.get('content-type')).toContain('spreadsheetml')
    await wait(20)
    expect(made[0]!.spool.readers()).toBe(0)
    const bytes = await (await client.get(`/papers/${id}/file`)).arrayBuffer()
    expect(bytes.byteLength).toBeGreaterThan(1_000)
    runs.stop()
  })

  test('whoever begins to take a file and takes no more is sent away', async () => {
    const { client, made, runs } = await watched({ ...PAPER_LIMITS, bytes: 10, patienceMs: 50 })
    const parts = [table('overview'), table('villages')]
    const asked = { kind: 'batch', parts, purpose: PURPOSE }
    const { id } = await ok(await client.post('/papers', asked))
    const file = await client.get(`/papers/${id}/file`)
    await expect.poll(() => made[0]!.spool.readers()).toBe(0)
    await expect(file.arrayBuffer()).rejects.toThrow()
    expect((await client.get(`/papers/${id}`)).status).toBe(404)
    runs.stop()
  })
})

/** Somebody of the county whose papers can be looked at from within. */
async function watched(limits = PAPER_LIMITS) {
  const runs = createPaperRuns({ log: served.given.log }, limits)
  const made: Run[] = []
  const take: typeof runs.take = (...given) => {
    made.push(runs.take(...given))
    return made.at(-1)!
  }
  const app = createApp({ ...served.given, paperRuns: { ...runs, take } })
  return { client: await signedIn(app, 'demo-county'), made, runs }
}

async function filesIn(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const { partsOf } = await import('../../api/papers/template/package.ts')
  return partsOf(bytes)
}
