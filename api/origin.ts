import type { MiddlewareHandler } from 'hono'
import { isFileUpload } from './body-limits.ts'
import { Problem } from './problem.ts'

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i
const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/i
/** What a page may send to a foreign address without asking first; a file comes as what it is. */
const OF_FORMS = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i
const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Only the program's own pages may ask. A foreign page that points its own name here (DNS rebinding) is known by its
 * Host; a foreign form or script by its Origin (Hono's csrf() lets JSON of a foreign origin through).
 */
export function onlyFromOwn(origin?: string): MiddlewareHandler {
  const own = origin === undefined ? undefined : new URL(origin).host
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host
    if (own === undefined ? !LOOPBACK.test(host) : host !== own) throw foreign(host)
    if (!READS.has(c.req.method)) {
      const isFile = isFileUpload(c.req.method, c.req.path)
      refuseForeignWrite(c.req.raw.headers, { host, isFile })
    }
    await next()
  }
}

type Own = { host: string; isFile: boolean }

function refuseForeignWrite(headers: Headers, { host, isFile }: Own): void {
  const origin = headers.get('origin')
  if (origin !== null && hostOf(origin) !== host) throw foreign(origin)
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') throw foreign(site)
  const type = headers.get('content-type')
  if (type !== null && !(isFile ? !OF_FORMS.test(type) : JSON_TYPE.test(type))) throw notJson()
}

/** A body that is no JSON, or does not say that it is. */
export function notJson(): Problem {
  return new Problem('not-json', {
    zh: '请把请求内容写成 JSON 正文，并把请求头 Content-Type 设为 application/json。',
    en: 'Send the request as a JSON body and set the header Content-Type to application/json.',
  })
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

function foreign(from: string): Problem {
  return new Problem('foreign-origin', {
    zh: `来自“${from}”的请求不被接受：请直接打开雁阵自己的页面。`,
    en: `Requests from “${from}” are refused: open Yanzhen's own page.`,
  })
}
