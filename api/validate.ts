import type { ValidationTargets } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import type { Words } from '../matching/types.ts'
import { notJson } from './origin.ts'
import { Problem, type ProblemError } from './problem.ts'

/** Checks one part of the request; what is well-formed but wrong becomes a 422 naming each place. */
export function valid<Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) {
  return validator(target, schema, (result, c) => {
    // Hono takes a body without a type for an empty one.
    if (target === 'json' && c.req.header('content-type') === undefined) throw notJson()
    if (result.success) {
      // PostgreSQL's text holds no such sign.
      if (JSON.stringify(result.data).includes('\\u0000')) throw invalid([NUL_SIGN])
      return
    }
    throw invalid(result.error.map((issue) => errorOf(issue, result.data, target)))
  })
}

/** What is wrong with data that is no request. */
export function errorsIn(schema: z.ZodType, data: unknown): ProblemError[] {
  const { error } = schema.safeParse(data)
  return (error?.issues ?? []).map((issue) => errorOf(issue, data, 'json'))
}

/** A 422 with its places. */
export function invalid(errors: ProblemError[]): Problem {
  const [first] = errors
  const more = errors.length > 1
  return new Problem(
    'invalid',
    {
      zh: `${first?.pointer ?? '#'}:${first?.detail.zh ?? ''}${more ? `（共 ${errors.length} 处）` : ''}`,
      en: `${first?.pointer ?? '#'}: ${first?.detail.en ?? ''}${more ? ` (${errors.length} places)` : ''}`,
    },
    errors,
  )
}

const NUL_SIGN = {
  pointer: '#',
  detail: {
    zh: '内容中有不可见的空字符（U+0000），请删除后重试。',
    en: 'The sign U+0000 is in it: take it out and try again.',
  },
}

/** Code of a village, township or county: the statistics bureau's digits. */
const CODE = /^\d{6,12}$/
export const Code = z.string().regex(CODE)

type Issue = { message: string; path?: readonly unknown[] | undefined }

const speak = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

function errorOf(issue: Issue, data: unknown, target: keyof ValidationTargets): ProblemError {
  const path = (issue.path ?? []).map((step) =>
    String(typeof step === 'object' && step !== null && 'key' in step ? step.key : step),
  )
  const input = path.reduce<unknown>((at, key) => Object(at)[key], data)
  const pointer = target === 'json' ? ['#', ...path.map(escaped)].join('/') : `?${path.join('.')}`
  return { pointer, detail: wordsOf({ ...issue, input }) }
}

const CODE_WORDS = {
  zh: '应为 6 到 12 位数字代码，如 370406104218。',
  en: 'A code of 6 to 12 digits is expected, such as 370406104218.',
}

/** Zod's own words in both languages; a sentence that a schema gives itself stands in both. */
function wordsOf(issue: Issue & { input: unknown }): Words {
  const own = 'code' in issue && issue.code === 'custom'
  if ('pattern' in issue && issue.pattern === String(CODE)) return CODE_WORDS
  if (own) return { zh: issue.message, en: issue.message }
  return { zh: text(issue, 'zh'), en: text(issue, 'en') }
}

function text(issue: Issue & { input: unknown }, language: keyof Words): string {
  const said = speak[language](issue as Parameters<(typeof speak)['en']>[0])
  return (typeof said === 'string' ? said : said?.message) ?? issue.message
}

/** RFC 6901. */
function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1')
}
