import { Hono } from 'hono'
import { z } from 'zod'
import {
  compareThings,
  endOfLastQuarter,
  type NearSeat,
  type Prospect,
  readinessOf,
  type Thing,
  thingsMissing,
  type Village,
} from '../matching/index.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { County } from './candidacies.ts'
import type { Env } from './context.ts'
import { daysAfter } from './days.ts'
import { describe } from './describe.ts'
import { prospectsOf } from './near-ready/prospects.ts'
import { prospectsThen } from './near-ready/then.ts'
import { NearReadyAnswer } from './shapes/near-ready.ts'
import { noTownship } from './townships.ts'
import { Code, valid } from './validate.ts'

/** Who among the people under cultivation is nearly ready for which post, and who became ready since the last quarter. */
export const nearReady = new Hono<Env>().get(
  '/near-ready',
  describe(
    'Who is one thing short of a post, what it is and when it is mended; who became ready since the last quarter',
    { schema: NearReadyAnswer },
    404,
    422,
  ),
  may('cultivation.overview'),
  valid('query', z.object({ township: Code.optional() })),
  async (c) => {
    const { township: townshipCode } = c.req.valid('query')
    const county = await c.var.county()
    if (townshipCode !== undefined && !county.townships.has(townshipCode))
      throw noTownship(townshipCode)
    const today = c.var.today()
    const since = endOfLastQuarter(today)
    const instant = new Date(`${daysAfter(since, 1)}T00:00:00+08:00`).toISOString()
    const people = await prospectsOf(c, county, { townshipCode, since: instant })
    const before = await prospectsThen(c, people, instant)
    const judged = people.map(({ prospect }) => judgedOf(county, prospect, before))
    const near = judged.flatMap((one) => one.near).sort(byNearness)
    const became = judged.flatMap((one) => one.became)
    await record(c, {
      action: 'near-ready.read',
      subjects: [...near, ...became].map(({ talent }) => talent.id),
      detail: { township: townshipCode ?? null },
    })
    return c.json({ today, since, counts: countsOf(judged), near, became })
  },
)

type Judged = ReturnType<typeof judgedOf>

function judgedOf(county: County, prospect: Prospect, before: ReadonlyMap<string, Prospect>) {
  const { talent } = prospect
  const villages = [...(county.townships.get(talent.homeTownship)?.villages ?? [])]
  const planned = prospect.target?.village
    ? county.villages.get(prospect.target.village)
    : undefined
  if (planned && !villages.includes(planned)) villages.push(planned)
  const around = villages.map(({ matching }) => matching)
  const { ready, near } = readinessOf(prospect, around, county.policy)
  const who = whoOf(county, prospect)
  const isOwn = ({ village }: NearSeat) =>
    village === talent.homeVillage || village === prospect.target?.village
  const own = ready.filter(isOwn)
  const then = before.get(talent.id)
  const gained = then ? gainedOf(county, own, then) : []
  return {
    isReady: own.length > 0,
    near: near.map(({ thing, seats }) => ({
      ...{ ...who, thing: shownThing(thing), seats: seatsOf(county, seats.filter(isOwn)) },
      elsewhere: seatsOf(
        county,
        seats.filter((seat) => !isOwn(seat)),
      ),
    })),
    became: gained.length === 0 ? [] : [{ ...who, ...becameOf(county, gained) }],
  }
}

type Gained = { seat: NearSeat; things: Thing[] }

/** Posts that are open today and for which something was missing then. */
function gainedOf({ villages, policy }: County, seats: NearSeat[], then: Prospect): Gained[] {
  return seats.flatMap((seat) => {
    const things = thingsMissing(then, villages.get(seat.village)!.matching, seat.post, policy)
    return things.length === 0 ? [] : [{ seat, things }]
  })
}

function becameOf(county: County, gained: Gained[]) {
  const things = gained.flatMap((one) => one.things)
  const distinct = [...new Map(things.map((one) => [one.words.zh, one])).values()]
  return {
    seats: seatsOf(
      county,
      gained.map(({ seat }) => seat),
    ),
    things: distinct.sort(compareThings).map(shownThing),
  }
}

function countsOf(judged: readonly Judged[]) {
  const of = (test: (one: Judged) => boolean) => judged.filter(test).length
  return {
    people: judged.length,
    ready: of(({ isReady }) => isReady),
    near: of(({ near }) => near.length > 0),
    others: of(({ isReady, near }) => !isReady && near.length === 0),
  }
}

function byNearness(a: Judged['near'][number], b: Judged['near'][number]): number {
  return (
    compareThings(a.thing, b.thing) ||
    a.village.code.localeCompare(b.village.code) ||
    a.talent.id.localeCompare(b.talent.id)
  )
}

function whoOf(county: County, { talent, target }: Prospect) {
  const { homeVillage, homeTownship } = county.people.get(talent.id)!
  const { id, name, status } = talent
  return {
    ...{ talent: { id, name }, township: homeTownship, village: homeVillage, status },
    target: target && {
      village: target.village ? placeOf(county, target.village) : null,
      posts: target.posts as NearSeat['post'][],
    },
  }
}

/** Village by village in the order in which they were judged, the posts of each together. */
function seatsOf(county: County, seats: readonly NearSeat[]) {
  return [...Map.groupBy(seats, ({ village }) => village)].map(([code, of]) => ({
    village: placeOf(county, code),
    posts: of.map(({ post }) => post),
    approvals: [...new Set(of.flatMap(({ approvals }) => approvals))],
  }))
}

function placeOf({ villages }: County, code: string): Pick<Village, 'code' | 'name'> {
  return { code, name: villages.get(code)?.name ?? code }
}

function shownThing({ items, ...thing }: Thing) {
  return {
    ...thing,
    items: items.map(({ id, kind, aim, dueOn, state }) => ({ id, kind, aim, dueOn, state })),
  }
}
