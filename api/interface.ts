import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'
import type { App } from './app.ts'
import { StartFailure } from './start-failure.ts'

/** Serves the built interface; every address that is not the server's own is a page of it. */
export function addInterface(app: App, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) throw notBuilt(folder)
  app.get('/assets/*', keep('public, max-age=31536000, immutable'), serveStatic({ root: folder }))
  app.get('/assets/*', (c) => c.notFound())
  // A page in their place would be taken for a worker, or for a picture, that is broken.
  for (const path of ['/service-worker.js', '/manifest.webmanifest', '/icons/*']) {
    app.get(path, keep('no-cache'), serveStatic({ root: folder }))
    app.get(path, (c) => c.notFound())
  }
  app.get('*', serverOwn, keep('no-cache'), serveStatic({ root: folder }))
  app.get('*', serverOwn, keep('no-cache'), serveStatic({ root: folder, path: 'index.html' }))
}

const serverOwn: MiddlewareHandler = async (c, next) => {
  if (/^\/(api|docs|openapi\.json)(\/|$)/.test(c.req.path)) return c.notFound()
  await next()
}

/** Names of assets carry a hash of their content, so a browser never asks for one twice. */
function keep(how: string): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (c.res.ok) c.header('cache-control', how)
  }
}

function notBuilt(folder: string): StartFailure {
  return new StartFailure({
    zh: `界面尚未构建(${folder} 中没有 index.html)。请用 npm start 启动，它会先构建界面。`,
    en: `The interface is not built (no index.html in ${folder}). Start with npm start, which builds it first.`,
  })
}
