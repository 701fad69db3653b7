import type { Context } from 'hono'
import { findTownship } from '../../db/townships.ts'
import type { Words } from '../../matching/types.ts'
import type { Env } from '../context.ts'
import { daysAfter, isDay } from '../days.ts'
import type { ProblemError } from '../problem.ts'
import type { CourseGiven, PartGiven } from '../shapes/courses.ts'
import { invalid } from '../validate.ts'
import { trainersOf } from './course-of.ts'

/** Hours of one part, and of one day together. */
const MOST_HOURS = 12
/** Days ahead for which a course can be planned. */
const AHEAD = 730

/** What is wrong with a course as somebody fills it in; the parts are named from 1. */
export async function requireSoundCourse(c: Context<Env>, given: CourseGiven): Promise<void> {
  const errors = [...partFaults(given, c.var.today()), ...(await placeFaults(c, given))]
  if (errors.length > 0) throw invalid(errors)
}

/** Whose course it is: a township's office makes its own alone. */
export function ownerOf({ var: { scope } }: Context<Env>, given: CourseGiven): string | null {
  return scope.townshipCode ?? given.township
}

/** The first and the last day of its parts. */
export function spanOf(sessions: readonly PartGiven[]) {
  const days = sessions.map(({ heldOn }) => heldOn).sort()
  return { startsOn: days[0]!, endsOn: days.at(-1)! }
}

function partFaults({ sessions }: CourseGiven, today: string): ProblemError[] {
  if (sessions.length === 0) return [{ pointer: '#/sessions', detail: NO_PARTS }]
  const errors = sessions.flatMap((part, at) => faultsOfPart(part, at, today))
  const days = Map.groupBy(sessions, ({ heldOn }) => heldOn)
  for (const [day, parts] of days) {
    const hours = parts.reduce((sum, part) => sum + part.hours, 0)
    if (parts.length > 1 && hours > MOST_HOURS)
      errors.push({ pointer: '#/sessions', detail: fullDay(day, hours) })
  }
  return errors
}

function faultsOfPart(part: PartGiven, at: number, today: string): ProblemError[] {
  const { heldOn, hours, fromMinute } = part
  const error = (field: string, zh: string, en: string): ProblemError => ({
    pointer: `#/sessions/${at}/${field}`,
    detail: { zh: `第 ${at + 1} 课：${zh}`, en: `Part ${at + 1}: ${en}` },
  })
  const errors: ProblemError[] = []
  if (!isDay(heldOn) || heldOn < '2000-01-01')
    errors.push(
      error('heldOn', '请填写真实的日期，如 2026-11-20。', 'give a real day, such as 2026-11-20.'),
    )
  else if (heldOn > daysAfter(today, AHEAD))
    errors.push(
      error(
        'heldOn',
        '日期在两年以后，请核对年份。',
        'the day is more than two years ahead: check the year.',
      ),
    )
  if (!(hours >= 0.5 && hours <= MOST_HOURS) || !Number.isInteger(hours * 2))
    errors.push(
      error(
        'hours',
        `学时应为 0.5 到 ${MOST_HOURS}，以 0.5 为单位（填写的是 ${hours}）。几天的课请按天分成几课。`,
        `hours are 0.5 to ${MOST_HOURS} in halves (${hours} was given). Give each day a part of its own.`,
      ),
    )
  else if (fromMinute !== null && fromMinute + hours * 60 > 24 * 60)
    errors.push(
      error(
        'fromMinute',
        '按开始时间和学时会跨到第二天，请核对。',
        'by its start and hours it would run into the next day.',
      ),
    )
  return errors
}

async function placeFaults(c: Context<Env>, given: CourseGiven): Promise<ProblemError[]> {
  const { db, scope } = c.var
  const errors: ProblemError[] = []
  const owner = ownerOf(c, given)
  if (owner !== null && !(await findTownship(db, scope, owner)))
    errors.push({ pointer: '#/township', detail: NO_TOWNSHIP })
  if (scope.townshipCode !== undefined && given.level !== 'township')
    errors.push({ pointer: '#/level', detail: TOWNSHIP_LEVEL })
  else if ((given.level === 'township') !== (owner !== null))
    errors.push({ pointer: '#/township', detail: WHOSE })
  const trainers = given.trainer === null ? [] : await trainersOf(c)
  if (given.trainer !== null && !trainers.some(({ id }) => id === given.trainer))
    errors.push({ pointer: '#/trainer', detail: NO_TRAINER })
  return errors
}

const fullDay = (day: string, hours: number): Words => ({
  zh: `${day} 各课合计 ${hours} 学时，一天不超过 ${MOST_HOURS} 学时。请核对日期和学时。`,
  en: `The parts on ${day} come to ${hours} hours; one day has ${MOST_HOURS} at most. Check days and hours.`,
})
const NO_PARTS = {
  zh: '请至少安排一课：日期、学时和内容。考勤和学时按课登记。',
  en: 'Give the course one part at least, with its day, hours and topic: attendance is entered by part.',
}
const NO_TOWNSHIP = { zh: '没有这个乡镇（街道）。', en: 'There is no such township.' }
const TOWNSHIP_LEVEL = {
  zh: '乡镇账号举办乡镇经常性培训；市级、县级培训由县级账号建立。',
  en: 'A township makes township courses; those of the city and county are made by the county.',
}
const WHOSE = {
  zh: '乡镇培训请选择举办的乡镇（街道）；市级、县级培训不选。',
  en: 'A township course names its township; one of the city or county names none.',
}
const NO_TRAINER = {
  zh: '没有这个导师账号，或账号已停用。请从列表中选择授课老师。',
  en: 'There is no such account of a mentor, or it is closed. Choose the trainer from the list.',
}
