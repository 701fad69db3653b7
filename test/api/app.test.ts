import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HONGMEN } from '../cast.ts'
import { problemIn, type Served, serve } from './served.ts'

describe('the application', () => {
  let served: Served
  beforeAll(async () => {
    served = await serve()
  })
  afterAll(() => served.close())
  const question = { village: HONGMEN, post: 'chair' }

  test.each([
    { headers: { origin: 'https://example.com' }, status: 403, why: 'a page elsewhere posts' },
    {
      headers: { 'sec-fetch-site': 'cross-site' },
      status: 403,
      why: 'the browser says cross-site',
    },
    { headers: { host: 'yanzhen.example.com' }, status: 403, why: 'a foreign name points here' },
    { headers: { origin: 'null' }, status: 403, why: 'a sandboxed frame posts' },
    { headers: { 'content-type': 'text/plain' }, status: 415, why: 'a form can send text' },
    {
      headers: { origin: 'http://localhost', host: 'localhost' },
      status: 200,
      why: 'its own page',
    },
  ])('answers $status when $why', async ({ headers, status }) => {
    const response = await served.post('/rankings', question, headers)
    expect(response.status).toBe(status)
  })

  test('a body larger than any honest one is refused', async () => {
    const body = `"${'x'.repeat(600_000)}"`
    for (const language of ['zh', 'en']) {
      const headers = { 'accept-language': language }
      const problem = await problemIn(await served.post('/rankings', body, headers))
      expect(problem).toMatchObject({ status: 413, type: '/problems/too-large' })
      expect(problem.detail, language).toContain('512 KiB')
    }
  })

  test.each([
    { method: 'PUT', path: '/policy', allow: 'GET, HEAD', why: 'a policy is not replaced' },
    { method: 'OPTIONS', path: '/places', allow: 'GET, HEAD', why: 'no foreign page may ask' },
    { method: 'DELETE', path: '/plans/any', allow: 'GET, HEAD', why: 'a plan is not removed' },
    { method: 'PATCH', path: '/plans', allow: 'GET, HEAD, POST', why: 'nor changed' },
    { method: 'GET', path: '/rankings', allow: 'POST', why: 'a ranking is asked for in a body' },
  ])('$method $path is not allowed, and $allow are: $why', async ({ method, path, allow }) => {
    const response = await served.app.request(`/api/v1${path}`, { method })
    expect(response.headers.get('allow')).toBe(allow)
    const problem = await problemIn(response)
    const media = 'application/problem+json'
    expect(problem).toMatchObject({ status: 405, type: '/problems/not-allowed', media })
    expect(problem.detail).toContain(allow)
  })

  test.each(['/rankings', '/slates', '/plans'])(
    'a body of no type is refused at %s',
    async (path) => {
      const request = { method: 'POST', body: new Blob([JSON.stringify(question)]) }
      const problem = await problemIn(await served.app.request(`/api/v1${path}`, request))
      expect(problem).toMatchObject({ status: 415, type: '/problems/not-json' })
      expect(problem.detail).toContain('Content-Type')
      const empty = await served.app.request(`/api/v1${path}`, { method: 'POST' })
      expect(empty.status).toBe(415)
    },
  )

  test.each([
    { body: [], pointer: '#', says: /对象|object/, why: 'the root of a document (RFC 6901)' },
    {
      body: { ...question, village: '洪门村' },
      pointer: '#/village',
      says: /6 (到|to) 12/,
      why: 'a name, no code',
    },
    {
      body: { ...question, village: 'a/b' },
      pointer: '#/village',
      says: /6 (到|to) 12/,
      why: 'no code',
    },
  ])('points at $pointer and says what is expected: $why', async ({ body, pointer, says }) => {
    for (const language of ['zh', 'en']) {
      const headers = { 'accept-language': language }
      const problem = await problemIn(await served.post('/rankings', body, headers))
      expect(problem.pointers).toContain(pointer)
      expect(problem.detail).toMatch(says)
      expect(problem.detail).not.toMatch(/\\d|\^/)
    }
  })

  test('an answer is compressed for whoever takes it so', async () => {
    const headers = { 'accept-encoding': 'gzip' }
    const packed = await served.post('/rankings', question, headers)
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    const bytes = Buffer.from(await packed.arrayBuffer())
    const plain = await (await served.post('/rankings', question)).text()
    expect(gunzipSync(bytes).toString()).toBe(plain)
    expect(bytes.length * 4).toBeLessThan(plain.length)
  })

  test.each([
    { language: 'zh-CN,zh;q=0.9,en;q=0.8', says: /\p{Script=Han}/u },
    { language: 'en-GB,en;q=0.9', says: /nothing at/ },
    { language: '', says: /\p{Script=Han}/u },
  ])('a problem speaks the language of “$language”', async ({ language, says }) => {
    const headers = { 'accept-language': language }
    const problem = await problemIn(await served.app.request('/api/v1/nothing', { headers }))
    expect(problem).toMatchObject({ status: 404, type: '/problems/not-found' })
    expect(problem.detail).toMatch(says)
  })

  test('every answer carries a request id and lets nothing in from outside', async () => {
    const { headers } = await served.app.request('/api/v1/health', {
      headers: { 'x-request-id': 'asked-by-test' },
    })
    expect(headers.get('x-request-id')).toBe('asked-by-test')
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  test('every route is in the OpenAPI document, with what it answers', async () => {
    const document = await (await served.app.request('/openapi.json')).json()
    expect(document.openapi).toMatch(/^3\.1/)
    const routes = served.routes.filter(
      ({ method, path }) => method !== 'ALL' && path.startsWith('/api/'),
    )
    expect(routes.length).toBeGreaterThan(10)
    const nouns = new Set(routes.map(({ path }) => path.split('/')[3]))
    expect(document.tags.map(({ name }: { name: string }) => name)).toEqual([...nouns])
    for (const { method, path } of routes) {
      const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
      expect(operation?.summary, `${method} ${path}`).toBeTypeOf('string')
      const { 200: told, 201: made, 202: taken, 204: silent } = operation.responses
      const answer = told ?? made ?? taken
      expect(answer ? answer.content : silent, `${method} ${path} has a schema`).toBeDefined()
      expect(operation.tags, `${method} ${path}`).toEqual([path.split('/')[3]])
    }
  })

  test('the page of the documents needs no network', async () => {
    const page = await (await served.app.request('/docs/')).text()
    expect(page).not.toMatch(/https?:\/\//)
    for (const [, address] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const response = await served.app.request(address!)
      expect(response.status, address).toBe(200)
    }
  })
})
