import type { Cultivation, Words } from '../../matching/index.ts'
import { daysAfter, isDay } from '../days.ts'
import type { ProblemError } from '../problem.ts'
import type { SessionGiven } from '../shapes/mentoring.ts'
import { invalid } from '../validate.ts'
import { SEEN } from './choices.ts'

/** Minutes of one meeting; a day has 24 hours for all of a mentor's meetings. */
const [SHORTEST, LONGEST, DAY] = [5, 12 * 60, 24 * 60]
/** Days ahead. */
const NEXT_MEETING = 366
const NEXT_TASK = 3 * 366

type Facts = {
  today: string
  topics: Cultivation['topics']
  mentorship: { startedOn: string; endedOn: string | null }
}

/** Refuses what cannot have been, naming each place and what would do. */
export function requireSound(given: SessionGiven, facts: Facts): void {
  const errors = [
    ...dayErrors(given, facts),
    ...minutesErrors(given),
    ...nextErrors(given),
    ...(facts.topics.some(({ id }) => id === given.topic) ? [] : [at('topic', NO_TOPIC)]),
    ...(given.seen.every((id) => SEEN.includes(id)) ? [] : [at('seen', NOT_SEEN)]),
  ]
  if (errors.length > 0) throw invalid(errors)
}

/** `before`: minutes of the mentor's other meetings on that day. */
export function requireDayHolds(given: { minutes: number }, before: number): void {
  if (before + given.minutes > DAY) throw invalid([at('minutes', longDay(before))])
}

function dayErrors({ heldOn }: SessionGiven, { today, mentorship }: Facts): ProblemError[] {
  const { startedOn, endedOn } = mentorship
  if (!isDay(heldOn)) return [at('heldOn', NO_DAY)]
  if (heldOn > today) return [at('heldOn', future(heldOn, today))]
  if (heldOn < startedOn) return [at('heldOn', beforeStart(startedOn))]
  return endedOn !== null && heldOn > endedOn ? [at('heldOn', afterEnd(endedOn))] : []
}

function minutesErrors({ minutes }: SessionGiven): ProblemError[] {
  if (minutes > LONGEST) return [at('minutes', TOO_LONG)]
  return minutes < SHORTEST ? [at('minutes', TOO_SHORT)] : []
}

function nextErrors({ heldOn, nextOn, next }: SessionGiven): ProblemError[] {
  if (!isDay(heldOn)) return []
  const isWithin = (day: string, from: number, most: number) =>
    isDay(day) && day >= daysAfter(heldOn, from) && day <= daysAfter(heldOn, most)
  return [
    ...(nextOn === null || isWithin(nextOn, 1, NEXT_MEETING) ? [] : [at('nextOn', NEXT_DAY)]),
    ...(next === null || isWithin(next.dueOn, 0, NEXT_TASK) ? [] : [at('next/dueOn', TASK_DAY)]),
  ]
}

function at(place: string, detail: Words): ProblemError {
  return { pointer: `#/${place}`, detail }
}

const NO_DAY = {
  zh: '帮带日期应为有效日期，如 2026-11-20。',
  en: 'A real day is expected, such as 2026-11-20.',
}
const future = (heldOn: string, today: string) => ({
  zh: `帮带日期 ${heldOn} 还没有到：按北京时间今天是 ${today}。请核对手机的日期和时区，改正日期后再保存。`,
  en: `${heldOn} is yet to come: in China it is ${today}. Check the phone’s date and time zone, mend the day and save again.`,
})
const beforeStart = (startedOn: string) => ({
  zh: `帮带关系从 ${startedOn} 开始，此前的谈话不能记入。请核对日期；起始日期有误的，请组织部门更正。`,
  en: `The mentorship began on ${startedOn}: earlier meetings do not count. Check the day, or have the office mend the beginning.`,
})
const afterEnd = (endedOn: string) => ({
  zh: `帮带关系已于 ${endedOn} 结束，只能补记这一天及以前的帮带。`,
  en: `The mentorship ended on ${endedOn}: only meetings up to that day can still be recorded.`,
})
const TOO_LONG = {
  zh: '一次帮带最长记 12 小时（720 分钟）。跨几天的，请按天分别记录。',
  en: 'One session has 12 hours (720 minutes) at most. Record one for each day.',
}
const TOO_SHORT = {
  zh: '一次帮带至少 5 分钟。请核对时长。',
  en: 'One session has 5 minutes at least. Check the length.',
}
const longDay = (before: number) => ({
  zh: `您当天已记 ${before} 分钟，加上这次超过 24 小时。请核对日期和时长。`,
  en: `You have ${before} minutes on that day already; with these it would be more than 24 hours. Check day and length.`,
})
const NEXT_DAY = {
  zh: '下次帮带日期应在本次之后、一年以内。',
  en: 'The next meeting is after this one, within a year.',
}
const TASK_DAY = {
  zh: '任务期限应不早于帮带当天、不晚于三年。',
  en: 'The task is due on the day of the meeting or later, within three years.',
}
const NO_TOPIC = {
  zh: '现行政策的帮带主题中没有这一项。请重新选择；主题由县级组织部门在政策中维护。',
  en: 'The policy has no such topic (any more). Choose again; the county keeps the list.',
}
const NOT_SEEN = {
  zh: '“看到的表现”只能选列表中的要素。',
  en: 'Only criteria of the list can be seen at a meeting.',
}
