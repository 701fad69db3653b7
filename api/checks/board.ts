import type { Context } from 'hono'
import type { z } from 'zod'
import { type Appraisal, listAppraisals } from '../../db/appraisals.ts'
import { listAppraised, listMentorsAmong, listOpenItemsAmong } from '../../db/check-board.ts'
import { type Cultivated, listCultivated } from '../../db/in-cultivation.ts'
import { type Cultivation, quarterBefore } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { placeNames, policyInForce } from '../people-by-id.ts'
import type { Board, BoardRow } from '../shapes/checks.ts'
import { keptOf } from './kept.ts'
import { daysOf, dueOfQuarter, quartersTo, quarterToCheck, requireQuarter } from './period.ts'
import { townshipAsked } from './place.ts'
import { type QuarterOf, quarterOfPeople } from './quarter.ts'
import { RANKED_FROM } from './ranking.ts'
import { isNamed, quarterGradesOf, signedOf } from './rows.ts'

export const STATES = ['all', 'open', 'signed', 'opinion'] as const
export type Asked = {
  quarter?: string | undefined
  township?: string | undefined
  village?: string | undefined
  q?: string | undefined
  state: (typeof STATES)[number]
  page: number
}
type BoardAnswer = z.infer<typeof Board>
type Row = z.infer<typeof BoardRow>
const PAGE = 50

/** Everybody under cultivation in a township with what the quarter brought; of a mentor, the own people. */
export async function boardOf(c: Context<Env>, asked: Asked): Promise<BoardAnswer> {
  const today = c.var.today()
  const { cultivation: scheme } = await policyInForce(c)
  const quarter = asked.quarter ?? quarterToCheck(today, scheme.checkDays)
  requireQuarter(c, quarter, '?quarter')
  const township = await townshipAsked(c, asked.township)
  const people = await listCultivated(c.var.db, c.var.scope, { townshipCode: township?.code })
  const found = await quarterOfPeople(c, people, {
    ...{ quarter, scheme, townshipCode: township?.code },
  })
  const names = await placeNames(c)
  const signed = signedIn(found)
  const opined = await opinedIn(c, quarter, township?.code)
  const isAsked = isAskedFor(asked, { signed, opined })
  const matching = people.filter(isAsked)
  const slice = matching.slice((asked.page - 1) * PAGE, asked.page * PAGE)
  const dueOn = dueOfQuarter(quarter, scheme.checkDays)
  return {
    ...{ quarter, quarters: quartersTo(today), today, dueOn, isLate: today > dueOn, township },
    ...{ startsOn: daysOf(quarter).from, endsOn: daysOf(quarter).to },
    counts: countsOf(people, { signed, opined }),
    villages: villagesOf(people, { signed, names }),
    ranked: found.points.size >= RANKED_FROM && !isMentor(c) ? found.points.size : null,
    people: await rowsOf(c, slice, { quarter, scheme, found, names }),
    ...{ total: matching.length, page: asked.page, pageSize: PAGE },
  }
}

type Known = { signed: ReadonlySet<string>; opined: ReadonlySet<string> }

const isMentor = (c: Context<Env>) => c.var.scope.menteesOf !== undefined

const signedIn = ({ entries }: QuarterOf) =>
  new Set([...entries].filter(([, list]) => list.some(isCheck)).map(([id]) => id))
const isCheck = ({ kind }: { kind: string }) => kind === 'quarter'

function opinedIn(
  c: Context<Env>,
  period: string,
  townshipCode: string | undefined,
): Promise<Set<string>> {
  const accountId = c.var.scope.menteesOf
  return listAppraised(c.var.db, c.var.scope, { kind: 'mentor', period, accountId, townshipCode })
}

/** A mentor reads the own opinions alone. */
async function opinionsOf(c: Context<Env>, people: readonly { id: string }[], quarter: string) {
  const asked = {
    talentIds: people.map(({ id }) => id),
    kind: 'mentor',
    periods: [quarter],
  } as const
  const rows = await listAppraisals(c.var.db, c.var.scope, asked)
  return isMentor(c) ? rows.filter(({ accountId }) => accountId === c.var.session.account.id) : rows
}

function isAskedFor({ village, q, state }: Asked, { signed, opined }: Known) {
  return (one: Cultivated) =>
    (village === undefined || one.homeVillageCode === village) &&
    (q === undefined || isNamed(one, q)) &&
    (state === 'all' ||
      (state === 'opinion' ? opined.has(one.id) && !signed.has(one.id) : false) ||
      (state !== 'opinion' && signed.has(one.id) === (state === 'signed')))
}

function countsOf(people: readonly Cultivated[], { signed, opined }: Known) {
  const done = people.filter(({ id }) => signed.has(id)).length
  const opinions = people.filter(({ id }) => opined.has(id)).length
  return { all: people.length, signed: done, open: people.length - done, opinions }
}

type Named = { signed: ReadonlySet<string>; names: ReadonlyMap<string, string> }

function villagesOf(people: readonly Cultivated[], { signed, names }: Named) {
  const byVillage = Map.groupBy(people, ({ homeVillageCode }) => homeVillageCode)
  return [...byVillage].map(([code, list]) => ({
    ...{ code, name: names.get(code) ?? code, all: list.length },
    open: list.filter(({ id }) => !signed.has(id)).length,
  }))
}

type Around = {
  quarter: string
  scheme: Cultivation
  found: QuarterOf
  names: ReadonlyMap<string, string>
}

async function rowsOf(
  c: Context<Env>,
  people: readonly Cultivated[],
  { quarter, scheme, found, names }: Around,
): Promise<Row[]> {
  const { db, scope } = c.var
  const talentIds = people.map(({ id }) => id)
  const before = quarterBefore(quarter)
  const periods = [quarter, before]
  const checks = await listAppraisals(db, scope, { talentIds, kind: 'quarter', periods })
  const checksOf = byTalent(checks)
  const opinions = byTalent(await opinionsOf(c, people, quarter))
  const items = byTalent(await listOpenItemsAmong(db, scope, talentIds))
  const mentors = byTalent(await listMentorsAmong(db, scope, talentIds))
  const dueOn = dueOfQuarter(quarter, scheme.checkDays)
  const today = c.var.today()
  return people.map(({ id, name, status, homeVillageCode }) => {
    const own = checksOf.get(id) ?? []
    const open = items.get(id) ?? []
    const kept = keptOf(found.entries.get(id) ?? [], daysOf(quarter))
    const overdue = open.filter((item) => item.dueOn < today).length
    return {
      ...{ ...kept, talent: { id, name }, status },
      village: { code: homeVillageCode, name: names.get(homeVillageCode) ?? '' },
      items: { ...kept.items, open: open.length, overdue },
      mentors: (mentors.get(id) ?? []).map((one) => one.name),
      opinions: (opinions.get(id) ?? []).map((one) => opinionOf(c, one, dueOn)),
      before: beforeOf(own, before),
      ...(isMentor(c) ? UNRANKED : placeOf(found, id)),
      check: checkOf(own, { quarter, dueOn }),
    }
  })
}

const byTalent = <R extends { talentId: string }>(rows: readonly R[]) =>
  Map.groupBy(rows, ({ talentId }) => talentId)

/** Points and places are the offices' to read, never a mentor's. */
const UNRANKED = { points: null, rank: null }
const placeOf = ({ points, ranks }: QuarterOf, id: string) => ({
  points: points.get(id) ?? null,
  rank: ranks.get(id)?.rank ?? null,
})

const opinionOf = (c: Context<Env>, row: Appraisal, dueOn: string) => ({
  ...{ ...signedOf(row, dueOn), grades: quarterGradesOf(row) },
  isOwn: row.accountId === c.var.session.account.id,
})

function beforeOf(checks: readonly Appraisal[], quarter: string): Row['before'] {
  const found = checks.find(({ period }) => period === quarter)
  return found && found.grade !== null ? { quarter, grade: found.grade } : null
}

function checkOf(
  checks: readonly Appraisal[],
  { quarter, dueOn }: { quarter: string; dueOn: string },
): Row['check'] {
  const found = checks.find(({ period }) => period === quarter)
  if (!found || found.grade === null) return null
  return { ...signedOf(found, dueOn), grades: quarterGradesOf(found), grade: found.grade }
}
