import type { Context } from 'hono'
import type { z } from 'zod'
import type { Env } from '../context.ts'
import { PROBLEMS, Problem, type ProblemType } from '../problem.ts'

/** Reads an address of the program's own interface as whoever asked: the same figures, the same rights, the same audit. */
export type Ask = <Shape extends z.ZodType>(path: string, shape: Shape) => Promise<z.infer<Shape>>

/** As the account of this request, in its session, for as long as that lasts. */
export function askingAs(c: Context<Env>): Ask {
  const headers = { cookie: c.req.header('cookie') ?? '', host: new URL(c.req.url).host }
  const own = c.req.header('host') ?? headers.host
  const { request } = c.var
  return async (path) => {
    const answer = await request(new URL(`/api/v1${path}`, `http://${own}`), {
      headers: { ...headers, host: own, 'accept-language': 'zh-CN' },
    })
    const body = await answer.json()
    if (!answer.ok) throw refusalOf(body)
    return body
  }
}

/** What was refused there is refused here, in its words. */
function refusalOf({ type, detail }: { type: string; detail: string }): Problem {
  const name = type.replace('/problems/', '')
  const known = name in PROBLEMS ? (name as ProblemType) : 'unforeseen'
  return new Problem(known, { zh: detail, en: detail })
}
