import type { Context } from 'hono'
import type { z } from 'zod'
import type { Env } from '../context.ts'
import { overridesOf } from '../nominees/loading.ts'
import type { NoticeText } from '../shapes/prints.ts'
import { type Overrides, workdaysAfter } from '../workflow/calendar.ts'
import type { Act } from '../workflow/file.ts'
import { nomineesOf, roundOf } from './nominees.ts'

type Notice = z.infer<typeof NoticeText>

/** Whom a public notice is about now: nobody before the stage, and nobody who is past it. */
export async function noticeOf(c: Context<Env>, id: string): Promise<Notice> {
  const { shown, procedure } = await roundOf(c, id)
  const stages = procedure.stages.flatMap(({ id: stage, kind, words, noticeDays }, at) => {
    const before = procedure.stages.slice(0, at).map((one) => one.words)
    return kind === 'notice' ? [{ id: stage, words, days: noticeDays ?? 0, before }] : []
  })
  const named = new Set(stages.map((stage) => stage.id))
  const found = await nomineesOf(c, id, ({ state, stage }) => state === 'open' && named.has(stage))
  const overrides = await overridesOf(c.var.db, c.var.countyCode)
  return {
    ...{ round: shown, stages },
    people: found.map(({ row, acts, named: who }) => ({
      ...{ ...who, stage: row.stage },
      published: publishedAt(acts, row.stage, overrides),
    })),
  }
}

function publishedAt(
  acts: readonly Act[],
  stage: string,
  overrides: Overrides,
): Notice['people'][number]['published'] {
  const act = acts.findLast((one) => one.stage === stage && one.body.kind === 'publish')
  if (act?.body.kind !== 'publish') return null
  const { startsOn, days, place } = act.body
  const counted = workdaysAfter(startsOn, days, overrides)
  // A day that became free meanwhile makes the notice longer, never shorter.
  const endsOn = act.validUntil && act.validUntil > counted ? act.validUntil : counted
  return { startsOn, endsOn, days, place }
}
