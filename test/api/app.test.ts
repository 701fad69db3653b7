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
    const problem = await problemIn(await served.post('/rankings', `"${'x'.repeat(600_000)}"`))
    expect(problem).toMatchObject({ status: 413, type: '/problems/too-large' })
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
    const routes = served.app.routes.filter(
      ({ method, path }) => method !== 'ALL' && path.startsWith('/api/'),
    )
    expect(routes.length).toBeGreaterThan(10)
    for (const { method, path } of routes) {
      const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
      expect(operation?.summary, `${method} ${path}`).toBeTypeOf('string')
      const answer = operation.responses[200] ?? operation.responses[202]
      expect(answer?.content, `${method} ${path} has a schema`).toBeDefined()
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
