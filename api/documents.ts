import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import type { Env } from './context.ts'

/** The folder only: importing the package would load all of its page into the server. */
const FILES = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>雁阵接口 · Yanzhen API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
`
const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true })`

/** OpenAPI 3.1 from the schemas that validate, and a page that reads it without the network. */
export function addDocuments(app: Hono<Env>): void {
  let document: ReturnType<typeof generateSpecs> | undefined
  app.get('/openapi.json', async (c) => {
    // Making it takes a tenth of a second, and anybody may ask.
    document ??= generateSpecs(app, { documentation: DOCUMENT, excludeStaticFile: false }, c)
    const { paths, ...rest } = await document
    return c.json({ ...rest, ...taggedByNoun(paths) })
  })
  app.get('/docs', (c) => c.redirect('/docs/'))
  app.get('/docs/', (c) => c.html(PAGE))
  app.get('/docs/start.js', (c) => c.body(START, 200, { 'content-type': 'text/javascript' }))
  app.get(
    '/docs/:file{swagger-ui(-bundle)?\\.(css|js)}',
    serveStatic({ root: FILES, rewriteRequestPath: (path) => path.slice('/docs'.length) }),
  )
}

/** A tag a noun: the part of the path after /api/v1. */
function taggedByNoun(paths: object) {
  const nounOf = (path: string) => path.split('/')[3]!
  const tagged = Object.entries(paths).map(([path, operations]: [string, object]) => {
    const tags = [nounOf(path)]
    const methods = Object.entries(operations)
    return [path, Object.fromEntries(methods.map(([method, it]) => [method, { ...it, tags }]))]
  })
  const nouns = new Set(Object.keys(paths).map(nounOf))
  return { tags: [...nouns].map((name) => ({ name })), paths: Object.fromEntries(tagged) }
}

const text = { type: 'string' } as const
const DOCUMENT = {
  info: {
    title: '雁阵 Yanzhen',
    version: '1',
    description:
      'Ranked candidates and proposed teams for village term change. It recommends; people decide. Only this machine may ask.',
  },
  components: {
    schemas: {
      Problem: {
        description: 'RFC 9457; title and detail in Chinese or English by Accept-Language',
        type: 'object',
        required: ['type', 'title', 'status', 'detail', 'instance'],
        properties: {
          type: text,
          title: text,
          status: { type: 'integer' },
          detail: text,
          instance: text,
          errors: {
            type: 'array',
            items: { type: 'object', properties: { pointer: text, detail: text } },
          },
        },
      },
    },
  },
} satisfies Parameters<typeof generateSpecs>[1] extends infer O
  ? NonNullable<O> extends { documentation?: infer D }
    ? D
    : never
  : never
