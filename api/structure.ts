import { type Context, Hono } from 'hono'
import { listPlans } from '../db/plans.ts'
import { listRounds } from '../db/rounds.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { County } from './candidacies.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { countyOf } from './remembered.ts'
import { StructurePeople, StructureReport } from './shapes/structure.ts'
import { PeopleAsked, SlateAsked, StructureAsked } from './structure/asked.ts'
import { peopleBehind, shownPeople } from './structure/people.ts'
import { rememberedReport } from './structure/remembering.ts'
import { comparableIn, villagesAsked } from './structure/report.ts'
import { reportOf } from './structure/shown.ts'
import { comparedOf, ofSeats } from './structure/sources.ts'
import { noTownship } from './townships.ts'
import { invalid, valid } from './validate.ts'
import { noVillage } from './villages.ts'

const A_PAGE = 50
const PLANS_TO_CHOOSE = 10

/** Structure of teams before and after: of those in office, of a plan, of a slate, or of what a round came to. */
export const structure = new Hono<Env>()
  .get(
    '/',
    describe(
      'Structure before and after, of the same villages, with the counts behind every figure',
      { schema: StructureReport },
      ...([404, 422] as const),
    ),
    may('structure.read'),
    valid('query', StructureAsked),
    async (c) => {
      const { of, by, ...where } = c.req.valid('query')
      const { county, scoped } = await countiesOf(c)
      const asked = askedIn(scoped, where)
      const choices = await choicesOf(c)
      const work = async () =>
        reportOf(county, await comparedOf(c, county, of), { ...asked, by: by ?? byOf(asked.level) })
      const question = JSON.stringify([c.var.scope, of, where, by])
      const report = keeps(of, choices)
        ? await rememberedReport(county, question, work)
        : await work()
      await record(c, { action: 'structure.read', detail: { of, place: asked.place.code } })
      return c.json({
        ...report,
        choices: choices.filter(({ isOld }) => !isOld).map(({ isOld: _, ...one }) => one),
      })
    },
  )
  .post(
    '/',
    describe(
      'Structure before and after of seats as they are tried; nothing of it is kept',
      { schema: StructureReport },
      ...([404, 422] as const),
    ),
    may('structure.read'),
    valid('json', SlateAsked),
    async (c) => {
      const { seats } = c.req.valid('json')
      const { county, scoped } = await countiesOf(c)
      requireOwn(scoped, seats)
      const codes = new Set(seats.map(({ village }) => village))
      const villages = [...scoped.villages.values()].filter(({ code }) => codes.has(code))
      const { level, place } = askedIn(scoped, only(codes))
      const asked = { level, place, villages, by: byOf(level) }
      await record(c, { action: 'structure.tried', detail: { villages: codes.size } })
      const report = reportOf(county, ofSeats(county, seats), asked)
      return c.json({ ...report, choices: [] })
    },
  )
  .get(
    '/people',
    describe('The people behind a figure', { schema: StructurePeople }, ...([404, 422] as const)),
    may('structure.read'),
    valid('query', PeopleAsked),
    async (c) => {
      const { of, side, after, township, village, ...which } = c.req.valid('query')
      const { county, scoped } = await countiesOf(c)
      const { villages } = askedIn(scoped, { township, village })
      const compared = await comparedOf(c, county, of)
      const own = comparableIn(compared, villages)
      const teams = compared[side] ?? new Map()
      const all = peopleBehind(teams, own, county.policy, which)
      const page = all.slice(after, after + A_PAGE)
      const subjects = [...new Set(page.map(({ member }) => member.talent))]
      await record(c, { action: 'structure.people-read', subjects, detail: { of, ...which, side } })
      const next = after + A_PAGE < all.length ? after + A_PAGE : null
      const people = shownPeople(county, page, scoped.talents)
      return c.json({ total: all.length, next, people })
    },
  )

/** Who sits in a village may live elsewhere: counts are made of the whole county, of the scope's villages alone. */
async function countiesOf(c: Context<Env>) {
  const county = await countyOf(c.var.db, { countyCode: c.var.countyCode })
  return { county, scoped: await c.var.county() }
}

function askedIn(
  scoped: County,
  where: { township?: string | undefined; village?: string | undefined },
) {
  const asked = villagesAsked(scoped, where)
  if (!asked) throw where.village ? noVillage(where.village) : noTownship(where.township ?? '')
  return { ...asked, place: placeOf(scoped, asked) }
}

function placeOf(
  scoped: County,
  { level, villages }: NonNullable<ReturnType<typeof villagesAsked>>,
) {
  const [first] = villages
  if (level === 'village' && first) return { code: first.code, name: first.name }
  const township = level === 'township' && scoped.townships.get(first?.matching.township ?? '')
  const { code, name } = township || scoped
  return { code, name }
}

const byOf = (level: string) => (level === 'county' ? ('township' as const) : ('village' as const))
const only = (codes: ReadonlySet<string>) => (codes.size === 1 ? { village: [...codes][0]! } : {})

function requireOwn(scoped: County, seats: readonly { village: string; talent: string }[]): void {
  const errors = seats.flatMap(({ village, talent }, at) => [
    ...(scoped.villages.has(village)
      ? []
      : [{ pointer: `#/seats/${at}/village`, detail: NO_VILLAGE }]),
    ...(scoped.talents.has(talent) ? [] : [{ pointer: `#/seats/${at}/talent`, detail: NO_TALENT }]),
  ])
  if (errors.length > 0) throw invalid(errors.slice(0, 20))
}

/** What can be looked at: teams in office, finished plans of the scope, term changes of the county. */
async function choicesOf(c: Context<Env>) {
  const { db, scope } = c.var
  const plans = (await listPlans(db, scope)).filter(({ status }) => status === 'done')
  const rounds = (await listRounds(db, scope)).filter(({ kind }) => kind === 'term-change')
  const names = (await c.var.county()).townships
  return [
    { of: 'current', words: { zh: '现任', en: 'In office' }, at: null, isOld: false },
    ...plans.map(({ id, townshipCode, finishedAt }, at) => {
      const name = townshipCode === null ? null : (names.get(townshipCode)?.name ?? townshipCode)
      const words = {
        zh: name === null ? '全县换届方案' : `${name}换届方案`,
        en: name === null ? 'Plan of the county' : `Plan of ${name}`,
      }
      return { of: `plan:${id}`, words, at: finishedAt, isOld: at >= PLANS_TO_CHOOSE }
    }),
    ...rounds.map(({ id, name }) => ({
      of: `settled:${id}`,
      words: { zh: `${name}结果`, en: `Results of ${name}` },
      at: null,
      isOld: false,
    })),
  ]
}

/** Teams in office change with the county, finished plans never; results of a round may come in any moment. */
function keeps(of: string, choices: readonly { of: string }[]): boolean {
  return !of.startsWith('settled:') && choices.some((one) => one.of === of)
}

const NO_VILLAGE = {
  zh: '所选村（社区）不在本账号的范围内，请从列表中选择。',
  en: 'The village is out of the reach of your account: choose one of the list.',
}
const NO_TALENT = {
  zh: '库中没有这个人，或不在本账号的范围内。',
  en: 'There is nobody of that id in the reach of your account.',
}
