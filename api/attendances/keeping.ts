import type { Context } from 'hono'
import type { z } from 'zod'
import { putAttendance, removeAttendance } from '../../db/attendances.ts'
import { isInCultivation } from '../../db/in-cultivation.ts'
import type { Words } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { changeEntries } from '../cultivation/changing-entries.ts'
import { changedMeanwhile } from '../if-match.ts'
import { requireHome } from '../portrait/changes.ts'
import { Problem } from '../problem.ts'
import { isPersonal } from '../reasons.ts'
import type { AttendanceBody } from '../shapes/attendances.ts'
import { talentOf } from '../talents.ts'
import { invalid } from '../validate.ts'

type Given = z.infer<typeof AttendanceBody>
export type Cell = { talent: string; month: string; revision: number }

/** Keeps one month of one person by the revision that its author saw, 0 where nothing was kept. */
export async function keepMonth(
  c: Context<Env>,
  { talent, month, revision }: Cell,
  given: Given,
): Promise<{ revision: number }> {
  const { db, scope, clock, session } = c.var
  const row = await talentOf(c, talent)
  requireHome(c, row)
  requirePossible(month, given, c.var.today())
  if (!(await isInCultivation(db, scope, talent))) throw new Problem('conflict', NOT_CULTIVATED)
  const kept = {
    ...{ talentId: talent, month, villageCode: row.homeVillageCode, remarks: given.remarks },
    ...{ daysDue: given.days?.due ?? null, daysPresent: given.days?.present ?? null },
    ...{
      meetingsDue: given.meetings?.due ?? null,
      meetingsPresent: given.meetings?.present ?? null,
    },
    ...{ updatedAt: clock().toISOString(), updatedBy: session.account.id },
  }
  await changeEntries(c, [talent], async (transaction, tell) => {
    if (!(await putAttendance(transaction, scope, kept, revision))) throw changedMeanwhile()
    tell({ action: 'attendance.kept', subjects: [talent], detail: { month } })
  })
  return { revision: revision + 1 }
}

/** Takes out what was kept by mistake. */
export async function forgetMonth(c: Context<Env>, cell: Cell): Promise<void> {
  const { talent: talentId, month, revision } = cell
  requireHome(c, await talentOf(c, talentId))
  await changeEntries(c, [talentId], async (transaction, tell) => {
    const isGone = await removeAttendance(transaction, c.var.scope, { talentId, month, revision })
    if (!isGone) throw changedMeanwhile()
    tell({ action: 'attendance.removed', subjects: [talentId], detail: { month } })
  })
}

/** What came of one of many. */
export async function keptOne(talent: string, work: Promise<{ revision: number }>) {
  try {
    const { revision } = await work
    return { talent, done: true, revision, problem: null as Words | null }
  } catch (error) {
    if (error instanceof Problem)
      return { talent, done: false, revision: null, problem: error.detail as Words | null }
    throw error
  }
}

export const daysInMonth = (month: string) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()

/** Months that can be kept: this one and two years back (ours). */
export const isOpenMonth = (month: string, today: string) =>
  month <= today.slice(0, 7) && month >= `${Number(today.slice(0, 4)) - 2}-01`

function requirePossible(month: string, { days, meetings, remarks }: Given, today: string): void {
  const errors = [
    ...(isOpenMonth(month, today) ? [] : [{ pointer: '#/month', detail: NO_MONTH }]),
    ...(days && days.due > daysInMonth(month) ? [{ pointer: '#/days/due', detail: LONG }] : []),
    ...(days && days.present > days.due ? [{ pointer: '#/days/present', detail: MORE }] : []),
    ...(meetings && meetings.present > meetings.due
      ? [{ pointer: '#/meetings/present', detail: MORE }]
      : []),
    ...(isPersonal(remarks, '') ? [{ pointer: '#/remarks', detail: NUMBERED }] : []),
  ]
  if (errors.length > 0) throw invalid(errors)
}

const NO_MONTH = {
  zh: '只能登记本月和近两年的月份，不能提前登记。',
  en: 'This month and those of the last two years can be kept, none of the future.',
}
const LONG = { zh: '应出勤天数多于当月天数。', en: 'More days are due than the month has.' }
const MORE = { zh: '实到不能多于应到。', en: 'Nobody was present more often than was due.' }
const NUMBERED = {
  zh: '备注中请不要写身份证号或电话号码。',
  en: 'Leave identity and telephone numbers out of the remarks.',
}
const NOT_CULTIVATED = {
  zh: '此人现在不在培养之中，不需要登记出勤。请刷新名单。',
  en: 'The person is not under cultivation now, so nothing is kept. Load the list again.',
}
