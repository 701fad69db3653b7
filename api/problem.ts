import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Words } from '../matching/types.ts'
import { Cancelled } from './solver/endings.ts'

/** The whole catalogue. `type` is stable API: the interface chooses words by it. */
export const PROBLEMS = {
  malformed: { status: 400, title: { zh: '请求无法读懂', en: 'The request cannot be read' } },
  invalid: {
    status: 422,
    title: { zh: '请求内容有误', en: 'The request is well-formed but wrong' },
  },
  'not-found': { status: 404, title: { zh: '没有找到', en: 'Not found' } },
  'foreign-origin': { status: 403, title: { zh: '来源不被接受', en: 'Foreign origin' } },
  'not-json': { status: 415, title: { zh: '请求须为 JSON', en: 'JSON is expected' } },
  'too-large': { status: 413, title: { zh: '请求过大', en: 'The request is too large' } },
  'already-finished': { status: 409, title: { zh: '任务已结束', en: 'Already finished' } },
  'policy-contradiction': {
    status: 422,
    title: { zh: '政策设置自相矛盾', en: 'The policy contradicts itself' },
  },
  'unverified-answer': {
    status: 500,
    title: { zh: '结果未通过独立核验', en: 'The answer failed verification' },
  },
  'solver-failed': { status: 503, title: { zh: '求解器中断', en: 'The solver broke off' } },
  cancelled: { status: 503, title: { zh: '请求已取消', en: 'The request was cancelled' } },
  request: { status: 400, title: { zh: '请求未被接受', en: 'The request was refused' } },
  unforeseen: { status: 500, title: { zh: '系统出错', en: 'Something went wrong' } },
} satisfies Record<string, { status: ContentfulStatusCode; title: Words }>

export type ProblemType = keyof typeof PROBLEMS
/** `pointer` is a JSON pointer into the body (`#/weights/tie`), or `?name` for a query parameter. */
export type ProblemError = { pointer: string; detail: Words }

/** An answer other than the one asked for, as RFC 9457 describes it. */
export class Problem extends Error {
  readonly type: ProblemType
  readonly detail: Words
  readonly errors: ProblemError[]

  constructor(type: ProblemType, detail: Words, errors: ProblemError[] = []) {
    super(`${type}: ${detail.en}`)
    this.type = type
    this.detail = detail
    this.errors = errors
  }
}

/** The one `onError`: what was foreseen is told, what was not is logged and says nothing. */
export function answerProblem(error: Error, c: Context): Response {
  if (error instanceof Problem) return respond(c, error)
  if (error instanceof Cancelled) return respond(c, cancelled())
  if (error instanceof HTTPException) return respond(c, problemOf(error), error.status)
  c.var.log?.error({ err: error, requestId: c.var.requestId }, 'unforeseen')
  return respond(c, unforeseen(c.var.requestId))
}

/** Language of titles and details: the first of Chinese and English that the reader names. */
export function languageOf(c: Context): keyof Words {
  const named = /\b(zh|en)\b/i.exec(c.req.header('accept-language') ?? '')?.[1]
  return named?.toLowerCase() === 'en' ? 'en' : 'zh'
}

function respond(c: Context, problem: Problem, exactStatus?: number): Response {
  const language = languageOf(c)
  const { status, title } = PROBLEMS[problem.type]
  const code = exactStatus ?? status
  const body = {
    type: `/problems/${problem.type}`,
    title: title[language],
    status: code,
    detail: problem.detail[language],
    instance: c.req.path,
    ...(problem.errors.length > 0 && {
      errors: problem.errors.map(({ pointer, detail }) => ({ pointer, detail: detail[language] })),
    }),
  }
  const headers = { 'content-type': 'application/problem+json', 'content-language': language }
  return c.body(JSON.stringify(body), code as ContentfulStatusCode, headers)
}

/** Hono's own exceptions keep their status; malformed JSON is the one that people meet. */
function problemOf(error: HTTPException): Problem {
  if (/JSON/.test(error.message)) {
    return new Problem('malformed', {
      zh: '请求正文不是有效的 JSON，请检查括号、引号与逗号。',
      en: 'The body is not valid JSON: check brackets, quotes and commas.',
    })
  }
  const type = error.status === 413 ? 'too-large' : 'request'
  return new Problem(type, { zh: '服务器没有接受这个请求。', en: error.message || 'Refused.' })
}

function cancelled(): Problem {
  return new Problem('cancelled', {
    zh: '求解在完成之前被取消。如仍需要，请再次提交。',
    en: 'Solving was cancelled before it was done. Ask again if it is still wanted.',
  })
}

function unforeseen(requestId: string | undefined): Problem {
  const id = requestId ?? '-'
  return new Problem('unforeseen', {
    zh: `系统遇到没有预料的错误，已记入日志（请求编号 ${id}）。请重试；若再次出现，请把编号告诉管理员。`,
    en: `An unforeseen error was logged (request ${id}). Try again; if it returns, give that number to the administrator.`,
  })
}

export function noRoute(path: string): Problem {
  return new Problem('not-found', {
    zh: `没有 ${path} 这个地址；全部接口见 /docs。`,
    en: `There is nothing at ${path}; /docs lists every route.`,
  })
}
