import type { Context } from 'hono'
import * as waiting from '../../db/cultivation-to-do.ts'
import { listHomes } from '../../db/talents.ts'
import {
  type Cultivation,
  lastDayOf,
  quarterBefore,
  quarterOf,
  type Words,
} from '../../matching/index.ts'
import { dueOfQuarter, dueOfYear } from '../checks/period.ts'
import type { Env } from '../context.ts'
import { daysAfter } from '../days.ts'
import { homeOf } from '../mentoring/home.ts'
import { lateDays } from '../nominees/shown.ts'
import { policyInForce } from '../people-by-id.ts'
import type { GroupKind } from '../shapes/to-do.ts'

/** Days before a trial post ends in which its conclusion is to be prepared. */
const ENDS_WITHIN = 30

/** One thing of cultivation that waits, of one person. */
export type Waits = {
  id: string | null
  talent: string | null
  placeCode: string | null
  about: Words | null
  dueOn: string | null
  lateDays: number
  since: string
}
export type WaitingGroup = { kind: GroupKind; count: number; late: number; items: Waits[] }
type Given = { c: Context<Env>; first: number; today: string; scheme: Cultivation }

/** What waits of cultivation for the account: what a mentor does, an office signs and a village keeps. */
export async function cultivationOf(c: Context<Env>, first: number): Promise<WaitingGroup[]> {
  const { role } = c.var.session.account
  const find = FINDERS[role]
  if (!find) return []
  const { cultivation: scheme } = await policyInForce(c)
  const given = { c, first, today: c.var.today(), scheme }
  const groups: WaitingGroup[] = []
  for (const one of find) groups.push(...[await one(given)].flat())
  return groups
}

type Find = (given: Given) => Promise<WaitingGroup | WaitingGroup[]>
const FINDERS: Partial<Record<string, Find[]>> = {
  mentor: [ofMentor],
  township: [confirmations, checks, trials, pairs],
  county: [conclusions, pairs],
  village: [attendance],
  talent: [pairs],
}

/** What the own home says is due, by kind. */
async function ofMentor({ c, first }: Given): Promise<WaitingGroup[]> {
  const home = await homeOf(c)
  const villages = new Map(home.mentees.map(({ talent, village }) => [talent.id, village.code]))
  const since = c.var.clock().toISOString()
  const of = (kind: GroupKind, due: 'meeting' | 'item' | 'check'): WaitingGroup => {
    const found = home.due.filter((one) => one.kind === due)
    return {
      ...{ kind, count: found.length, late: found.filter((one) => one.lateDays > 0).length },
      items: found.slice(0, first).map((one) => ({
        ...{ id: one.item, talent: one.talent.id, about: one.words, dueOn: one.on, since },
        ...{ placeCode: villages.get(one.talent.id) ?? null, lateDays: one.lateDays },
      })),
    }
  }
  const proposals = home.proposals.slice(0, first).map((one) => ({
    ...{ id: one.id, talent: one.talent.id, placeCode: one.village.code, dueOn: null, lateDays: 0 },
    ...{ about: { zh: one.reason, en: one.reason }, since: one.proposedAt },
  }))
  return [
    of('meetings', 'meeting'),
    of('tasks', 'item'),
    of('opinions', 'check'),
    { kind: 'pairs', count: home.proposals.length, late: 0, items: proposals },
  ]
}

async function confirmations({ c, first }: Given): Promise<WaitingGroup> {
  const { db, scope } = c.var
  const count = await waiting.countItemsToConfirm(db, scope)
  const rows = first > 0 && count > 0 ? await waiting.listItemsToConfirm(db, scope, first) : []
  const homes = await homesOf(c, rows)
  return {
    ...{ kind: 'confirmations', count, late: 0 },
    items: rows.map(({ id, talentId, aim, reportedAt }) => ({
      ...{ id, talent: talentId, placeCode: homes.get(talentId) ?? null, dueOn: null },
      ...{ about: { zh: aim, en: aim }, lateDays: 0, since: reportedAt ?? '' },
    })),
  }
}

/** Of the quarter that ended last; later than its days only where the township has begun with it. */
async function checks(given: Given): Promise<WaitingGroup> {
  const { today, scheme } = given
  const quarter = quarterBefore(quarterOf(today))
  const [year, number] = [quarter.slice(0, 4), Number(quarter.slice(6))]
  const about = {
    zh: `${year} 年第${['一', '二', '三', '四'][number - 1]}季度考核`,
    en: `Check of quarter ${number} of ${year}`,
  }
  const asked = { kind: 'quarter', period: quarter } as const
  const since = `${daysAfter(lastDayOf(quarter), 1)}T00:00:00+08:00`
  const dueOn = dueOfQuarter(quarter, scheme.checkDays)
  return appraisals(given, { kind: 'checks', asked, about, since, dueOn })
}

/** Of the year that ended last. */
async function conclusions(given: Given): Promise<WaitingGroup> {
  const year = String(Number(given.today.slice(0, 4)) - 1)
  const about = { zh: `${year} 年度结论`, en: `Conclusion of ${year}` }
  const asked = { kind: 'year', period: year } as const
  const since = `${given.today.slice(0, 4)}-01-01T00:00:00+08:00`
  const dueOn = dueOfYear(year, given.scheme.yearDays)
  return appraisals(given, { kind: 'conclusions', asked, about, since, dueOn })
}

type Asked = {
  kind: 'checks' | 'conclusions'
  asked: { kind: 'quarter' | 'year'; period: string }
  about: Words
  since: string
  dueOn: string
}

async function appraisals({ c, first, today }: Given, given: Asked): Promise<WaitingGroup> {
  const { db, scope } = c.var
  const { kind, asked, about, since, dueOn } = given
  const isLate = today > dueOn
  const isDue = !isLate || (await waiting.hasAppraised(db, scope, asked))
  const count = isDue ? await waiting.countUnappraised(db, scope, asked) : 0
  const rows =
    first > 0 && count > 0 ? await waiting.listUnappraised(db, scope, { ...asked, first }) : []
  return {
    ...{ kind, count, late: isLate ? count : 0 },
    items: rows.map(({ id, homeVillageCode }) => ({
      ...{ id: null, talent: id, placeCode: homeVillageCode, about, dueOn, since },
      lateDays: lateDays(dueOn, today),
    })),
  }
}

async function trials({ c, first, today }: Given): Promise<WaitingGroup> {
  const { db, scope } = c.var
  const by = daysAfter(today, ENDS_WITHIN)
  const counted = await waiting.countTrialsEnding(db, scope, { by, today })
  const rows =
    first > 0 && counted.count > 0 ? await waiting.listTrialsEnding(db, scope, { by, first }) : []
  return {
    ...{ kind: 'trials', ...counted },
    items: rows.map(({ id, talentId, villageCode, endsOn, createdAt }) => ({
      ...{ id, talent: talentId, placeCode: villageCode, about: null, dueOn: endsOn },
      ...{ lateDays: lateDays(endsOn, today), since: createdAt },
    })),
  }
}

/** An office writes the person's answer down from the paper; the person answers for themselves. */
async function pairs({ c, first }: Given): Promise<WaitingGroup> {
  const { db, scope } = c.var
  const count = await waiting.countPairsToAnswer(db, scope)
  const rows = first > 0 && count > 0 ? await waiting.listPairsToAnswer(db, scope, first) : []
  const homes = await homesOf(c, rows)
  return {
    ...{ kind: 'pairs', count, late: 0 },
    items: rows.map(({ id, talentId, mentor, proposedAt }) => ({
      ...{ id, talent: talentId, placeCode: homes.get(talentId) ?? null, dueOn: null },
      about: { zh: `拟由${mentor}帮带`, en: `${mentor} is proposed as the mentor` },
      ...{ lateDays: 0, since: proposedAt },
    })),
  }
}

/** Of the month that ended last. */
async function attendance({ c, first, today }: Given): Promise<WaitingGroup> {
  const { db, scope } = c.var
  const month = daysAfter(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
  const count = await waiting.countWithoutAttendance(db, scope, month)
  const rows =
    first > 0 && count > 0 ? await waiting.listWithoutAttendance(db, scope, { month, first }) : []
  const about = {
    zh: `${Number(month.slice(5))} 月出勤和组织生活`,
    en: `Attendance of ${month}`,
  }
  return {
    ...{ kind: 'attendance', count, late: 0 },
    items: rows.map(({ id, homeVillageCode }) => ({
      ...{ id: null, talent: id, placeCode: homeVillageCode, about, dueOn: null, lateDays: 0 },
      since: `${today.slice(0, 7)}-01T00:00:00+08:00`,
    })),
  }
}

async function homesOf(c: Context<Env>, rows: readonly { talentId: string }[]) {
  const ids = [...new Set(rows.map(({ talentId }) => talentId))]
  const homes = await listHomes(c.var.db, c.var.scope, ids)
  return new Map(homes.map(({ id, homeVillageCode }) => [id, homeVillageCode]))
}
