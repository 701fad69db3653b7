import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { namesOfTalents } from '../db/talents.ts'
import { listTownships } from '../db/townships.ts'
import { quarterOf } from '../matching/index.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { dueOfQuarter, quartersTo, requireQuarter } from './checks/period.ts'
import type { Env } from './context.ts'
import { countsOf, sumOf } from './cultivation-overview/counts.ts'
import { type Facts, factsOf, questionsOf, SOON_DAYS } from './cultivation-overview/facts.ts'
import { pulseOf } from './cultivation-overview/pulse.ts'
import { describe } from './describe.ts'
import { placeNames, policyInForce } from './people-by-id.ts'
import { Quarter } from './shapes/checks.ts'
import {
  CultivationOverview,
  CultivationPeople,
  CultivationPulse,
  LACKS,
} from './shapes/cultivation-overview.ts'
import { noTownship } from './townships.ts'
import { Code, valid } from './validate.ts'

/** Below so many people one more or less moves a share by five points and more. */
const FEW = 20
const A_PAGE = 50

const Asked = z.object({ quarter: Quarter.optional() })
const Behind = Asked.extend({
  lack: z.enum(LACKS),
  township: Code.optional(),
  after: z.coerce.number().int().min(0).max(1_000_000).default(0),
})

/** How cultivation stands: by township for the county, the own one for a township. */
export const cultivationOverview = new Hono<Env>()
  .get(
    '/overview',
    describe('How far cultivation is in each township', { schema: CultivationOverview }, 422),
    may('cultivation.overview'),
    valid('query', Asked),
    async (c) => {
      const { quarter, scheme } = await askedOf(c, c.req.valid('query').quarter)
      const today = c.var.today()
      const people = await factsOf(c, { quarter, scheme })
      const townships = (await townshipsOf(c, people)).map(({ township, of }) => ({
        township,
        ...countsOf(of, { today, scheme }),
      }))
      await record(c, { action: 'cultivation.overview-read', detail: { quarter } })
      return c.json({
        ...{ quarter, quarters: quartersTo(today), today },
        ...{ meetEveryDays: scheme.meetEveryDays, trainingHours: scheme.trainingHours },
        ...{ soonDays: SOON_DAYS, checksDueOn: dueOfQuarter(quarter, scheme.checkDays), few: FEW },
        total: sumOf(townships.map(({ township: _, ...counts }) => counts)),
        townships,
      })
    },
  )
  .get(
    '/pulse',
    describe('What was done month by month, whatever quarter is looked at', {
      schema: CultivationPulse,
    }),
    may('cultivation.overview'),
    async (c) => c.json({ today: c.var.today(), months: await pulseOf(c) }),
  )
  .get(
    '/overview/people',
    describe('The people behind a figure', { schema: CultivationPeople }, 404, 422),
    may('cultivation.overview'),
    valid('query', Behind),
    async (c) => {
      const { lack, township, after, ...asked } = c.req.valid('query')
      const { quarter, scheme } = await askedOf(c, asked.quarter)
      await requireTownship(c, township)
      const is = questionsOf(c.var.today(), scheme)[lack]
      const all = await factsOf(c, { quarter, scheme })
      const behind = all
        .filter((one) => (township === undefined || one.township === township) && is(one))
        .sort(byVillage)
      const people = behind.slice(after, after + A_PAGE)
      const subjects = people.map(({ id }) => id)
      await record(c, { action: 'cultivation.people-read', subjects, detail: { lack, quarter } })
      const next = after + A_PAGE < behind.length ? after + A_PAGE : null
      return c.json({ total: behind.length, people: await shown(c, people), next })
    },
  )

async function askedOf(c: Context<Env>, given: string | undefined) {
  const quarter = given ?? quarterOf(c.var.today())
  requireQuarter(c, quarter, '?quarter')
  const { cultivation: scheme } = await policyInForce(c)
  return { quarter, scheme }
}

/** Each of the scope, those without anybody too; and homes that lie in none of them, as of people in office here. */
async function townshipsOf(c: Context<Env>, people: readonly Facts[]) {
  const known = await listTownships(c.var.db, c.var.scope)
  const by = Map.groupBy(people, ({ township }) => township)
  const names = await placeNames(c)
  const others = [...by.keys()].filter((code) => !known.some((one) => one.code === code))
  return [...known.map(({ code }) => code), ...others.sort()].map((code) => ({
    township: { code, name: names.get(code) ?? code },
    of: by.get(code) ?? [],
  }))
}

async function requireTownship(c: Context<Env>, code: string | undefined): Promise<void> {
  if (code === undefined) return
  const known = await listTownships(c.var.db, c.var.scope)
  if (!known.some((one) => one.code === code)) throw noTownship(code)
}

async function shown(c: Context<Env>, people: readonly Facts[]) {
  const ids = people.map(({ id }) => id)
  const names = await namesOfTalents(c.var.db, c.var.scope, ids)
  const places = await placeNames(c)
  return people.map(({ id, township, village, mentoredSince: _, meetingsBefore: __, ...one }) => ({
    talent: { id, name: names.get(id) ?? '' },
    township: places.get(township) ?? township,
    village: places.get(village) ?? village,
    ...one,
  }))
}

function byVillage(a: Facts, b: Facts): number {
  return a.village < b.village ? -1 : a.village > b.village ? 1 : a.id < b.id ? -1 : 1
}
