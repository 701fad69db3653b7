import type { ValidationTargets } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import type { Words } from '../matching/types.ts'
import { Problem, type ProblemError } from './problem.ts'

/** Checks one part of the request; what is well-formed but wrong becomes a 422 naming each place. */
export function valid<Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) {
  return validator(target, schema, (result) => {
    if (result.success) return
    throw invalid(result.error.map((issue) => errorOf(issue, result.data, target)))
  })
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

/** Code of a village, township or county: the statistics bureau's digits. */
export const Code = z.string().regex(/^\d{6,12}$/)

type Issue = { message: string; path?: readonly unknown[] | undefined }

const speak = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

function errorOf(issue: Issue, data: unknown, target: keyof ValidationTargets): ProblemError {
  const path = (issue.path ?? []).map((step) =>
    String(typeof step === 'object' && step !== null && 'key' in step ? step.key : step),
  )
  const input = path.reduce<unknown>((at, key) => Object(at)[key], data)
  const prefix = target === 'json' ? '#/' : '?'
  return { pointer: prefix + path.map(escaped).join('/'), detail: wordsOf({ ...issue, input }) }
}

/** Zod's own words in both languages; a sentence that a schema gives itself stands in both. */
function wordsOf(issue: Issue & { input: unknown }): Words {
  const own = 'code' in issue && issue.code === 'custom'
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
