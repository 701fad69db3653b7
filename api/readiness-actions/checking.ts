import type { Context } from 'hono'
import type { z } from 'zod'
import { listOpenActionsAbout } from '../../db/readiness-actions.ts'
import type { IndicatorResult, Words } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { placeNames } from '../people-by-id.ts'
import { standingsOf } from '../readiness/standings.ts'
import type { Checked, Checking } from '../shapes/readiness-work.ts'
import { assigneeOf } from './assignees.ts'
import { villagesGiven } from './changing.ts'

/** What the indicator is at each of these villages, and what is open about it already. */
export async function checkedOf(
  c: Context<Env>,
  { villages, indicator, what, assignee }: Checked,
): Promise<z.infer<typeof Checking>> {
  const { db, scope } = c.var
  const codes = await villagesGiven(c, villages)
  const who = assignee ? (await assigneeOf(c, assignee, codes)).assigneeName : null
  const standings = await standingsOf(db, scope, codes)
  const results = new Map(
    standings.map((one) => [one.villageCode, one.indicators.find(({ id }) => id === indicator)]),
  )
  const open = await listOpenActionsAbout(db, scope, { codes, indicator })
  const names = await placeNames(c)
  const place = (code: string) => ({ code, name: names.get(code) ?? code })
  return {
    villages: codes.map((code) => {
      const own = open.filter(({ villageCode }) => villageCode === code)
      const result = results.get(code)
      return {
        ...{ village: place(code), township: place(code.slice(0, 9)) },
        ...{ state: result?.state ?? null, short: result?.short ?? null, open: own.length },
        isSame: own.some(
          (one) => one.what === what && (who ?? one.assigneeName) === one.assigneeName,
        ),
      }
    }),
    next: mostSaid([...results.values()].flatMap((one) => nextOf(one))),
  }
}

function nextOf(result: IndicatorResult | undefined): Words[] {
  return result?.next ? [result.next] : []
}

/** Of several the one that is said of most villages; the first of those that are said as often. */
function mostSaid(said: readonly Words[]): Words | null {
  const same = [...Map.groupBy(said, ({ zh }) => zh).values()]
  return same.toSorted((a, b) => b.length - a.length)[0]?.[0] ?? null
}
