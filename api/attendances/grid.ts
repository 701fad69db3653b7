import type { Context } from 'hono'
import type { z } from 'zod'
import { listAccounts } from '../../db/accounts.ts'
import { type Attendance, listAttendances } from '../../db/attendances.ts'
import { listCultivated } from '../../db/in-cultivation.ts'
import { listVillages } from '../../db/villages.ts'
import type { Env } from '../context.ts'
import { dayInChina } from '../days.ts'
import { isHomeIn } from '../portrait/changes.ts'
import { Problem } from '../problem.ts'
import type { AttendanceGrid } from '../shapes/attendances.ts'
import { isOpenMonth } from './keeping.ts'

type Grid = z.infer<typeof AttendanceGrid>

/** A village's people under cultivation and what was kept of each month of a year. */
export async function gridOf(
  c: Context<Env>,
  asked: { village?: string | undefined; year?: string | undefined },
): Promise<Grid> {
  const { db, scope } = c.var
  const year = asked.year ?? c.var.today().slice(0, 4)
  const villages = (await listVillages(db, scope)).map(({ code, name }) => ({ code, name }))
  const village = asked.village ? villages.find(({ code }) => code === asked.village) : villages[0]
  if (!village) throw new Problem('not-found', NO_VILLAGE)
  const people = await listCultivated(db, scope, { villageCode: village.code })
  const talentIds = people.map(({ id }) => id)
  const between = { talentIds, from: `${year}-01`, to: `${year}-12` }
  const rows = await listAttendances(db, scope, between)
  const nameOf = await accountNames(c)
  const byTalent = Map.groupBy(rows, ({ talentId }) => talentId)
  return {
    ...{ village, villages, year },
    months: monthsOf(year, rows, c.var.today()),
    people: people.map(({ id, name, ...home }) => ({
      ...{ talent: { id, name }, mayWrite: isHomeIn(scope, home) },
      cells: (byTalent.get(id) ?? []).map((row) => cellOf(row, nameOf)),
    })),
  }
}

async function accountNames(c: Context<Env>) {
  const accounts = await listAccounts(c.var.db, { countyCode: c.var.countyCode })
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  return (id: string) => names.get(id) ?? null
}

function monthsOf(year: string, rows: readonly Attendance[], today: string) {
  return Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, '0')}`
    const kept = rows.filter((row) => row.month === month).length
    return { month, kept, isOpen: isOpenMonth(month, today) }
  })
}

function cellOf(row: Attendance, nameOf: (id: string) => string | null) {
  const { month, revision, remarks, daysDue, daysPresent, meetingsDue, meetingsPresent } = row
  const counted = (due: number | null, present: number | null) =>
    due === null || present === null ? null : { due, present }
  return {
    ...{ month, revision, remarks, days: counted(daysDue, daysPresent) },
    meetings: counted(meetingsDue, meetingsPresent),
    ...{ by: nameOf(row.updatedBy), on: dayInChina(row.updatedAt) },
  }
}

const NO_VILLAGE = {
  zh: '没有这个村（社区），或不在本账号的管理范围。请重新选择。',
  en: 'There is no such village, or it is outside the reach of your account. Choose again.',
}
