import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Words } from '../matching/types.ts'
import { PROBLEMS, Problem } from './problem.ts'
import { Cancelled } from './solver/endings.ts'

/** The one `onError`: what was foreseen is told, what was not is logged and says nothing. */
export function answerProblem(error: Error, c: Context): Response {
  if (error instanceof Problem) return respond(c, error)
  if (error instanceof Cancelled) return respond(c, cancelled())
  if (error instanceof HTTPException) return respond(c, problemOf(error), error.status)
  c.var.log?.error({ err: error, requestId: c.var.requestId }, 'unforeseen')
  return respond(c, unforeseen(c.var.requestId))
}

/** Nothing is at the address, or nothing by this method. */
export function answerUnrouted(c: Context, methods: string[]): Response {
  if (methods.length === 0) return respond(c, noRoute(c.req.path))
  const allow = methods.join(', ')
  c.header('allow', allow)
  return respond(c, notAllowed(c.req.method, c.req.path, allow))
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
    ...problem.more,
    type: `/problems/${problem.type}`,
    title: title[language],
    status: code,
    detail: problem.detail[language],
    instance: c.req.path,
    ...(problem.errors.length > 0 && {
      errors: problem.errors.map(({ pointer, detail }) => ({ pointer, detail: detail[language] })),
    }),
  }
  const headers = {
    ...problem.headers,
    'content-type': 'application/problem+json',
    'content-language': language,
  }
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
  return new Problem('request', { zh: '服务器没有接受这个请求。', en: error.message || 'Refused.' })
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

function noRoute(path: string): Problem {
  return new Problem('not-found', {
    zh: `没有 ${path} 这个地址；全部接口见 /docs。`,
    en: `There is nothing at ${path}; /docs lists every route.`,
  })
}

function notAllowed(method: string, path: string, allow: string): Problem {
  return new Problem('not-allowed', {
    zh: `${path} 不接受 ${method}，可用的方法是 ${allow}；全部接口见 /docs。`,
    en: `${path} does not take ${method} but ${allow}; /docs lists every route.`,
  })
}
