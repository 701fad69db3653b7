import type { Context } from 'hono'
import type { z } from 'zod'
import { listAppraisals } from '../../db/appraisals.ts'
import { listAppraised } from '../../db/check-board.ts'
import { listEntries } from '../../db/cultivation-entries.ts'
import { type Cultivated, listCultivated } from '../../db/in-cultivation.ts'
import type { Cultivation, Entry } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { entriesByTalent } from '../cultivation/entries.ts'
import { placeNames, policyInForce } from '../people-by-id.ts'
import type { ConclusionBoard } from '../shapes/checks.ts'
import { keptOf } from './kept.ts'
import { dueOfYear, requireYear, yearsTo } from './period.ts'
import { townshipAsked } from './place.ts'
import { isNamed, signedOf, yearGradesOf } from './rows.ts'

export const YEAR_STATES = ['all', 'open', 'signed'] as const
export type Asked = {
  year?: string | undefined
  township?: string | undefined
  q?: string | undefined
  state: (typeof YEAR_STATES)[number]
  page: number
}
type Answer = z.infer<typeof ConclusionBoard>
const PAGE = 50

/** Everybody under cultivation in a township with what the year brought and the county's conclusion. */
export async function yearOf(c: Context<Env>, asked: Asked): Promise<Answer> {
  const { db, scope } = c.var
  const today = c.var.today()
  const { cultivation: scheme } = await policyInForce(c)
  const year = asked.year ?? yearToConclude(today, scheme.yearDays)
  requireYear(c, year, '?year')
  const township = await townshipAsked(c, asked.township)
  const people = await listCultivated(db, scope, { townshipCode: township?.code })
  const signed = await listAppraised(db, scope, {
    ...{ kind: 'year', period: year, townshipCode: township?.code },
  })
  const done = people.filter(({ id }) => signed.has(id)).length
  const matching = people.filter(
    (one) =>
      (asked.q === undefined || isNamed(one, asked.q)) &&
      (asked.state === 'all' || signed.has(one.id) === (asked.state === 'signed')),
  )
  const slice = matching.slice((asked.page - 1) * PAGE, asked.page * PAGE)
  const dueOn = dueOfYear(year, scheme.yearDays)
  return {
    ...{ year, years: yearsTo(today), dueOn, isLate: today > dueOn, township },
    counts: { all: people.length, signed: done, open: people.length - done },
    people: await rowsOf(c, slice, { year, scheme, dueOn }),
    ...{ total: matching.length, page: asked.page, pageSize: PAGE },
  }
}

/** The year before while its conclusions are in time, else this one. */
function yearToConclude(today: string, yearDays: number): string {
  const [current, last] = yearsTo(today)
  return today <= dueOfYear(last!, yearDays) ? last! : current!
}

type Around = { year: string; scheme: Cultivation; dueOn: string }

async function rowsOf(
  c: Context<Env>,
  people: readonly Cultivated[],
  { year, scheme, dueOn }: Around,
): Promise<Answer['people']> {
  const { db, scope } = c.var
  const talentIds = people.map(({ id }) => id)
  const entries = entriesByTalent(await listEntries(db, scope, talentIds))
  const conclusions = await listAppraisals(db, scope, { talentIds, kind: 'year', periods: [year] })
  const names = await placeNames(c)
  return people.map(({ id, name, status, homeVillageCode }) => {
    const conclusion = conclusions.find(({ talentId }) => talentId === id)
    return {
      ...{ talent: { id, name }, status },
      village: { code: homeVillageCode, name: names.get(homeVillageCode) ?? '' },
      ...yearFacts(entries.get(id) ?? [], year),
      hoursDue: scheme.trainingHours,
      conclusion:
        conclusion && conclusion.grade !== null
          ? {
              ...{ ...signedOf(conclusion, dueOn), grades: yearGradesOf(conclusion) },
              grade: conclusion.grade,
            }
          : null,
    }
  })
}

function yearFacts(entries: readonly Entry[], year: string) {
  const kept = keptOf(entries, { from: `${year}-01-01`, to: `${year}-12-31` })
  return {
    ...{ checks: checksOf(entries, year), evaluation: evaluationOf(entries, year) },
    ...{ hours: kept.hours, meetings: kept.meetings.count, itemsDone: kept.items.done },
    ...{ days: kept.days, organisation: kept.organisation },
  }
}

function checksOf(entries: readonly Entry[], year: string) {
  const checks = entries.filter((entry) => entry.kind === 'quarter')
  return [1, 2, 3, 4].map((number) => {
    const quarter = `${year}-Q${number}`
    return { quarter, grade: checks.find((one) => one.quarter === quarter)?.grade ?? null }
  })
}

/** The last one of the year that had answers enough. */
function evaluationOf(entries: readonly Entry[], year: string) {
  const found = entries
    .flatMap((entry) => (entry.kind === 'trial' && entry.evaluation ? [entry.evaluation] : []))
    .filter(({ on }) => on.startsWith(year))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1)
  return found ? { mean: found.mean, answers: found.answers } : null
}
