import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { DEMONSTRATION_PASSWORD } from '../../api/demonstration.ts'
import { addInterface } from '../../api/interface.ts'
import { createLog } from '../../api/log.ts'
import { forgetCounty } from '../../api/remembered.ts'
import { HONGMEN } from '../cast.ts'
import { fewRows, idOf, problemIn, type Served, send, serve, withCookie } from './served.ts'

let served: Served
/** The same application with the pages, as it is served, and its log kept. */
let site: ReturnType<typeof createApp>
let folder: string
const lines: string[] = []
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  folder = mkdtempSync(join(tmpdir(), 'yanzhen-hardening-'))
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  writeFileSync(join(folder, 'dist/index.html'), '<title>雁阵</title>')
  writeFileSync(join(folder, 'keys.json'), 'the keys')
  const log = createLog('trace', { write: (line) => void lines.push(line) })
  site = createApp({ ...served.given, log })
  addInterface(site, join(folder, 'dist'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await served.close()
})

const PAGES = ['/', '/any/page', '/assets/gone.js', '/docs/', '/docs', '/openapi.json']
const ANSWERS = ['/api/v1/health', '/api/v1/places', '/api/v1/nothing', '/api/v1/session']

describe.each([...PAGES, ...ANSWERS])('%s', (path) => {
  test('runs and loads nothing from outside, and is put in no frame', async () => {
    const { headers } = await site.request(path)
    const policy = new Map(
      headers
        .get('content-security-policy')!
        .split('; ')
        .map((part) => [part.split(' ')[0]!, part.split(' ').slice(1).join(' ')]),
    )
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': "'self'",
      'img-src': "'self' data:",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    })
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull()
  })
})

test.each(ANSWERS)('%s is kept by no cache', async (path) => {
  expect((await site.request(path)).headers.get('cache-control')).toBe('no-store')
})

describe('what changes something takes requests of the own pages only', () => {
  const WRITES = [
    { method: 'POST', path: '/session' },
    { method: 'DELETE', path: '/session' },
    { method: 'PUT', path: '/self/password' },
    { method: 'POST', path: '/record/consent-withdrawal' },
    { method: 'POST', path: '/enrolments' },
    { method: 'PATCH', path: '/places' },
  ]
  const FOREIGN = [
    { origin: 'https://example.com' },
    { origin: 'http://localhost:3000' },
    { origin: 'null' },
    { origin: 'http://localhost.example.com' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { host: 'localhost.example.com' },
    { host: '127.0.0.1.example.com' },
  ]
  test.each(WRITES)('$method $path, with a session or without', async ({ method, path }) => {
    for (const headers of FOREIGN)
      for (const cookie of [{}, { cookie: served.cookie }]) {
        const answer = await send(site, method, path, { any: 'thing' }, { ...headers, ...cookie })
        expect(answer.status, JSON.stringify(headers)).toBe(403)
        expect((await problemIn(answer)).type).toBe('/problems/foreign-origin')
      }
    expect((await served.get('/places')).status, 'still signed in').toBe(200)
  })

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'])(
    'no form can send it: %s',
    async (type) => {
      const headers = { 'content-type': type, cookie: served.cookie }
      const answer = await send(site, 'PUT', '/self/password', 'current=a&next=b', headers)
      expect(answer.status).toBe(415)
    },
  )

  test.each(['x-http-method-override', 'x-http-method', 'x-method-override'])(
    'a header %s changes no method',
    async (name) => {
      const headers = { [name]: 'DELETE', cookie: served.cookie }
      expect((await send(site, 'GET', '/session', undefined, headers)).status).toBe(200)
      expect((await served.get('/places')).status).toBe(200)
    },
  )
})

describe('a guard stands at every spelling of an address', () => {
  test.each([
    '/api/v1/%70laces',
    '/api/v1/x/../places',
    '/api/v1/x/%2e%2e/places',
    '/api/v1/./places',
    '/api/v1/places/',
    '/api//v1/places',
    '/api/v1/places;a=b',
    '/api/v1/places%2f',
    '/api/v1/places%00',
  ])('%s', async (path) => {
    const answer = await site.request(`http://localhost${path}`)
    expect([401, 404]).toContain(answer.status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })

  test.each(['/API/v1/places', '//api/v1/places'])('%s is a page and no data', async (path) => {
    const answer = await site.request(`http://localhost${path}`)
    expect(await answer.text()).toBe('<title>雁阵</title>')
  })

  test.each(['HEAD', 'OPTIONS', 'QUERY', 'PROPFIND'])('%s shows nothing', async (method) => {
    const answer = await site.request('/api/v1/places', { method })
    expect(answer.status).toBe(method === 'HEAD' ? 401 : 405)
    if (method === 'HEAD') expect(await answer.text()).toBe('')
  })

  test.each([
    '/..%2fkeys.json',
    '/%2e%2e/keys.json',
    '/%2e%2e%2fkeys.json',
    '/..%5ckeys.json',
    '/assets/..%2f..%2fkeys.json',
    '/assets/%2e%2e/%2e%2e/keys.json',
    '/docs/..%2fpackage.json',
    '/docs/package.json',
  ])('no file beside the pages is served: %s', async (path) => {
    const text = await (await site.request(`http://localhost${path}`)).text()
    expect(text).not.toMatch(/the keys|swagger-ui-dist/)
  })
})

describe('a body', () => {
  const asked = (body: BodyInit) =>
    site.request('/api/v1/rankings', {
      ...{ method: 'POST', body, duplex: 'half' },
      headers: { cookie: served.cookie, 'content-type': 'application/json' },
    } as RequestInit)

  test('without a length is counted while it comes', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(32))
      },
    })
    expect((await asked(endless)).status).toBe(413)
    expect(sent).toBeLessThan(1_000_000)
  })

  test.each([
    { body: `{"__proto__":{"village":"${HONGMEN}"},"post":"chair"}`, status: 422 },
    { body: `{"village":"${HONGMEN}","post":"__proto__"}`, status: 422 },
    {
      body: `{"village":"${HONGMEN}","post":"chair","constructor":{"prototype":{"a":1}}}`,
      status: 200,
    },
    { body: `{"village":"${HONGMEN}","post":"chair","__proto__":{"a":1}}`, status: 200 },
    { body: `${'['.repeat(100_000)}${']'.repeat(100_000)}`, status: 422 },
    { body: '{"village":1e999,"post":"chair"}', status: 422 },
    { body: '\u0000', status: 400 },
  ])('changes no prototype and breaks nothing: $body', async ({ body, status }) => {
    expect((await asked(body)).status).toBe(status)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })

  test.each([
    { path: '/talents?limit=1&limit=200', status: 422, why: 'a parameter twice' },
    { path: '/talents?limit=0x10', status: 200, why: 'a number is read as one' },
    { path: '/talents?after=~', status: 200, why: 'a place in the list that nobody has' },
    { path: '/talents?q=%25_%5C%27%22--', status: 200, why: 'signs of SQL are letters' },
    { path: '/audit?limit=99999999', status: 403, why: 'not an auditor, whatever is asked' },
  ])('nor does a query: $path ($why)', async ({ path, status }) => {
    const answer = await withCookie(site, served.cookie).get(path)
    expect(answer.status).toBe(status)
    if (status === 200) expect((await answer.json()).people.length).toBeLessThanOrEqual(50)
  })
})

describe('an error', () => {
  const break_ = async () => {
    const policies = served.given.db.updateTable('policies')
    const [before] = await served.given.db.selectFrom('policies').selectAll().execute()
    await policies.set({ body: '{"note":"李文博 12012345678' }).execute()
    forgetCounty(served.given.db)
    const answer = await withCookie(site, served.cookie).get('/places')
    await policies.set({ body: before!.body }).execute()
    forgetCounty(served.given.db)
    return answer
  }

  test('says no more than its number', async () => {
    const text = await (await break_()).text()
    expect(JSON.parse(text)).toMatchObject({ status: 500, type: '/problems/unforeseen' })
    expect(text).not.toMatch(/node_modules|\.ts|select|at \w+|12012345678|JSON/)
  })

  test('is logged with the place where it broke, and without what the row holds', async () => {
    lines.length = 0
    await break_()
    const log = lines.join('')
    expect(log).toMatch(/"unforeseen"/)
    expect(log).toMatch(/policies\.ts:\d+/)
    expect(log).not.toMatch(/李文博|12012345678/)
  })

  test('of PostgreSQL quotes no row', () => {
    const written: string[] = []
    const error = Object.assign(new Error('duplicate key value violates "accounts_username"'), {
      code: '23505',
      detail: 'Key (username)=(li-wenbo) already exists.',
    })
    createLog('info', { write: (line) => void written.push(line) }).error({ err: error }, 'x')
    expect(written[0]).toMatch(/23505/)
    expect(written[0]).not.toMatch(/li-wenbo/)
  })
})

test('the log names no person, number, password or token, wherever somebody typed them', async () => {
  lines.length = 0
  const me = withCookie(site, served.cookie)
  await me.get(`/talents?q=${encodeURIComponent('李文博')}`)
  await me.get(`/talents/${encodeURIComponent('李文博')}`)
  await me.get('/talents/990406198803011234')
  await me.get(`/${encodeURIComponent('李文博')}/990406198803011234`)
  await me.post('/talents/look-ups', { idNumber: '990406198803011234' })
  await site.request(`/people/${encodeURIComponent('李文博')}`)
  await send(site, 'POST', '/session', { username: '李文博', password: DEMONSTRATION_PASSWORD })
  await send(site, 'POST', '/enrolments/look-up', { code: 'abcde-fghjk-mnpqr-stuvw' })
  await me.put('/self/password', { current: DEMONSTRATION_PASSWORD, next: '李文博李文博' })
  expect(lines).toHaveLength(9)
  const log = decodeURIComponent(lines.join(''))
  expect(log).not.toMatch(/李文博|990406|geese|fghjk/)
  expect(log).not.toContain(served.cookie.split('=')[1])
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({
      requestId: expect.stringMatching(/^[\w=-]{1,255}$/),
      method: expect.any(String),
      status: expect.any(Number),
    })
})

test.each([
  { id: 'a b', why: 'a space' },
  { id: 'a"b', why: 'a quotation mark' },
  { id: 'x'.repeat(256), why: 'too long' },
  { id: '<script>', why: 'markup' },
])('a request id of somebody else’s making is replaced: $why', async ({ id }) => {
  const answer = await site.request('/api/v1/health', { headers: { 'x-request-id': id } })
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('a cell of an export that a spreadsheet would compute is text', async () => {
  const id = await idOf(served, '李文博')
  for (const reason of ['=HYPERLINK("http://a.example")', '+86 核对', '-1+1 核对', '@SUM(A1)'])
    await served.post(`/talents/${id}/reveals`, { field: 'phone', reason })
  const auditor = await served.as('demo-auditor')
  const answer = await auditor.get('/audit/export?action=private.revealed')
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="audit-[\d-]+\.csv"$/,
  )
  const csv = await answer.text()
  for (const start of ['=HYPERLINK', '+86', '-1+1', '@SUM']) {
    expect(csv).toContain(`'${start}`)
    expect(csv).not.toContain(`,${start}`)
    expect(csv).not.toContain(`"${start}`)
  }
})

test('documents are the same for everybody and made once', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => site.request('/openapi.json')))
  expect(await one!.text()).toBe(await other!.text())
})
