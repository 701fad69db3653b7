import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { listDecisionsInForce } from '../db/list-decisions.ts'
import { listVillageStandings, type StoredStanding } from '../db/village-standings.ts'
import { listVillages } from '../db/villages.ts'
import { VILLAGE_LISTS } from '../matching/index.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { placeNames } from './people-by-id.ts'
import { Done } from './shapes/account.ts'
import * as shapes from './shapes/readiness-work.ts'
import { TakingBack } from './shapes/village-entries.ts'
import { Code, valid } from './validate.ts'
import { decide, takeBack } from './village-lists/deciding.ts'
import { villageListOf } from './village-lists/detail.ts'
import { listStandingOf } from './village-lists/shown.ts'

const Made = z.object({ id: z.string() })

/** The three lists of the combined role: settled, willing, none suitable. */
export const villageLists = new Hono<Env>()
  .get(
    '/',
    describe('Which list every village is on, and why', { schema: shapes.VillageLists }, 422),
    may('readiness.read'),
    valid('query', shapes.ListsAsked),
    async (c) => c.json(await listsOf(c, c.req.valid('query'))),
  )
  .post(
    '/decisions',
    describe(
      'Signs on which list a village stands',
      { status: 201, schema: Made },
      ...([403, 404, 422] as const),
    ),
    may('village-lists.decide'),
    valid('json', shapes.Decision),
    async (c) => c.json({ id: await decide(c, c.req.valid('json')) }, 201),
  )
  .post(
    '/decisions/:id/taking-back',
    describe('Takes a decision back', { schema: Done }, ...([403, 404, 409, 422] as const)),
    may('village-lists.decide'),
    valid('param', z.object({ id: z.string().max(64) })),
    valid('json', TakingBack),
    async (c) => {
      await takeBack(c, c.req.valid('param').id, c.req.valid('json').reason)
      return c.json({ done: true as const })
    },
  )
  .get(
    '/:code',
    describe(
      'One village: who could take the combined role, who is nearest, what is missing',
      { schema: shapes.VillageListShape },
      404,
    ),
    may('readiness.read'),
    valid('param', z.object({ code: Code })),
    async (c) => c.json(await villageListOf(c, c.req.valid('param').code)),
  )

type Lists = z.infer<typeof shapes.VillageLists>

async function listsOf(
  c: Context<Env>,
  { list, township }: z.infer<typeof shapes.ListsAsked>,
): Promise<Lists> {
  const { db, scope } = c.var
  const villages = (await listVillages(db, scope)).filter(
    (one) => township === undefined || one.townshipCode === township,
  )
  const codes = new Set(villages.map(({ code }) => code))
  const all = await listVillageStandings(db, scope)
  const standings = all.filter(({ villageCode }) => codes.has(villageCode))
  const shown = standings.filter((one) => list === undefined || one.list === list)
  const rows = await rowsOf(c, shown)
  const subjects = [...new Set(rows.flatMap(({ people }) => people.map(({ id }) => id)))]
  await record(c, { action: 'village-lists.read', subjects, detail: { list: list ?? null } })
  const names = await placeNames(c)
  const townships = Map.groupBy(standings, ({ townshipCode }) => townshipCode)
  return {
    counts: { ...countsOf(standings), uncounted: villages.length - standings.length },
    townships: [...townships].map(([code, own]) => ({
      ...{ township: { code, name: names.get(code) ?? code }, ...countsOf(own) },
    })),
    villages: rows,
  }
}

async function rowsOf(
  c: Context<Env>,
  rows: readonly StoredStanding[],
): Promise<Lists['villages']> {
  const { db, scope } = c.var
  const county = await c.var.county()
  const names = await placeNames(c)
  const decisions = await listDecisionsInForce(db, scope, null)
  const remedies = new Map(decisions.map((one) => [one.villageCode, one.remedy]))
  const place = (code: string) => ({ code, name: names.get(code) ?? code })
  const order = (row: StoredStanding) => -VILLAGE_LISTS.indexOf(row.list)
  const ordered = rows.toSorted((a, b) => order(a) - order(b))
  return ordered.map((row) => {
    const { talents, ...standing } = listStandingOf(row)
    const people = talents.flatMap((id) => county.people.get(id) ?? [])
    return {
      ...{ ...standing, village: place(row.villageCode), township: place(row.townshipCode) },
      ...{ colour: row.colour, others: talents.length - people.length },
      people: people.map(({ id, name, age }) => ({ id, name, age })),
      remedy: standing.by === 'decision' ? (remedies.get(row.villageCode) ?? null) : null,
    }
  })
}

function countsOf(rows: readonly StoredStanding[]) {
  const [settled, willing, none] = VILLAGE_LISTS.map(
    (list) => rows.filter((row) => row.list === list).length,
  )
  return { settled: settled!, willing: willing!, none: none! }
}
