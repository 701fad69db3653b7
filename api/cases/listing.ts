import type { Context } from 'hono'
import type { z } from 'zod'
import { listActsOfCases, listReviewCases } from '../../db/review-cases.ts'
import { listRounds } from '../../db/rounds.ts'
import type { Env } from '../context.ts'
import { actOf, factsHash, loadNominee } from '../nominees/loading.ts'
import { placeNames } from '../people-by-id.ts'
import { maskedOf } from '../private-values.ts'
import { countyOf } from '../remembered.ts'
import type { CaseList, CaseQuery } from '../shapes/review-cases.ts'
import type { Asked } from '../workflow/file.ts'
import { type Case, caseShown, olderShown, ownActs, partIn, type View } from './shown.ts'

type Row = Awaited<ReturnType<typeof listReviewCases>>[number]
type List = z.infer<typeof CaseList>

export const PAGE_SIZE = 50

/** A page of the cases of the own department: those that wait, the first due first, or its answers, the latest first. */
export async function casesOf(
  c: Context<Env>,
  { state, page }: z.infer<typeof CaseQuery>,
): Promise<List> {
  const rows = await listReviewCases(c.var.db, c.var.scope)
  const open = rows.filter(({ answer }) => answer === null).toSorted(firstDueFirst)
  const answered = rows.filter(({ answer }) => answer !== null).toSorted(latestFirst)
  const waiting = open.filter(({ nomineeId }) => nomineeId !== null)
  const late = waiting.filter(({ dueOn }) => dueOn !== null && dueOn < c.var.today())
  const chosen = state === 'open' ? open : answered
  const from = (page - 1) * PAGE_SIZE
  return {
    cases: await shownOf(c, chosen.slice(from, from + PAGE_SIZE)),
    ...{ total: chosen.length, pageSize: PAGE_SIZE },
    counts: { open: waiting.length, late: late.length, answered: answered.length },
  }
}

/** The case of a nominee before the own department; that of others is not found. */
export async function caseOf(c: Context<Env>, nominee: string): Promise<View> {
  const { db, keyring, scope, countyCode } = c.var
  const loaded = await loadNominee(c, nominee)
  const { row, round } = loaded
  const { idNumber } = await maskedOf(db, keyring, { countyCode }, row.talentId)
  const one: Case = {
    ...{ ...partIn(loaded, scope.casesOf ?? ''), nominee: row.id, round, idNumber },
    seat: seatOf(await placeNames(c), row),
  }
  return caseShown(one, c.var.today())
}

function firstDueFirst(a: Row, b: Row): number {
  return (a.dueOn ?? LAST).localeCompare(b.dueOn ?? LAST)
}
const LAST = '9999'

function latestFirst(a: Row, b: Row): number {
  return (b.answeredAt ?? '').localeCompare(a.answeredAt ?? '')
}

async function shownOf(c: Context<Env>, rows: Row[]): Promise<View[]> {
  const { db, keyring, scope, countyCode } = c.var
  const all = { countyCode }
  const { people } = await countyOf(db, all)
  const rounds = new Map((await listRounds(db, all)).map((round) => [round.id, round]))
  const names = await placeNames(c)
  const nominees = rows.flatMap(({ nomineeId }) => nomineeId ?? [])
  const acts = Map.groupBy(await listActsOfCases(db, scope, nominees), ({ nomineeId }) => nomineeId)
  const views: View[] = []
  for (const row of rows) {
    const person = people.get(row.talentId)
    if (!person) continue
    const { idNumber } = await maskedOf(db, keyring, all, row.talentId)
    const round = rounds.get(row.roundId ?? '')
    const seat = round && seatIn(row)
    if (!round || !seat || row.nomineeId === null) {
      views.push(olderShown({ person, idNumber }, row.openedAt))
      continue
    }
    const own = (acts.get(row.nomineeId) ?? []).map(actOf)
    const one: Case = {
      ...{ nominee: row.nomineeId, round, person, idNumber, seat: seatOf(names, seat) },
      ...{ asked: askedOf(row), acts: ownActs(own, row.departmentId) },
      factsHash: factsHash({ ...person, idNumber }, seat),
    }
    views.push(caseShown(one, c.var.today()))
  }
  return views
}

type Seat = { villageCode: string | null; townshipCode: string; posts: string[] }

function seatIn({ villageCode, townshipCode, posts }: Row): Seat | null {
  if (townshipCode === null || posts === null) return null
  return { villageCode, townshipCode, posts: JSON.parse(posts) as string[] }
}

function seatOf(names: Map<string, string>, { villageCode, townshipCode, posts }: Seat) {
  const place = (code: string) => ({ code, name: names.get(code) ?? code })
  const village = villageCode === null ? null : place(villageCode)
  return { village, township: place(townshipCode), posts }
}

function askedOf(row: Row): NonNullable<Asked['case']> {
  const { openedAt, dueOn, factsHash, answer, answeredAt, validUntil } = row
  return { openedAt, dueOn, factsHash, answer, answeredAt, validUntil, code: null }
}
