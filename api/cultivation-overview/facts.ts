import type { Context } from 'hono'
import * as db from '../../db/cultivation-overview.ts'
import type { Cultivation } from '../../matching/index.ts'
import { quarterBefore } from '../../matching/index.ts'
import { daysOf } from '../checks/period.ts'
import type { Env } from '../context.ts'
import { daysAfter } from '../days.ts'
import { peopleInOf } from './people-in.ts'

/** A trial post that ends within so many days is to be concluded soon. */
export const SOON_DAYS = 30
/** Who owes hours of training: as the sheet of training hours says. */
const OWING = ['reserve', 'trial-post']

/** What is counted of one person. */
export type Facts = {
  id: string
  township: string
  village: string
  status: string
  mentors: number
  /** Since when the first of them. */
  mentoredSince: string | null
  isPlanned: boolean
  /** Since the quarter before began, or the policy's days ago. */
  lastOn: string | null
  meetings: number
  meetingsBefore: number
  itemsOpen: number
  itemsLate: number
  itemsReported: number
  hours: number
  trialEndsOn: string | null
  isChecked: boolean
  hasOpinion: boolean
}

/** Everybody under cultivation in reach with what is counted of them. */
export async function factsOf(
  c: Context<Env>,
  { quarter, scheme }: { quarter: string; scheme: Cultivation },
): Promise<Facts[]> {
  const { db: from, scope } = c.var
  const today = c.var.today()
  const [now, before] = [daysOf(quarter), daysOf(quarterBefore(quarter))]
  const metSince = metSinceOf(today, scheme)
  const meetingsFrom = before.from < metSince ? before.from : metSince
  const year = { from: `${quarter.slice(0, 4)}-01-01`, to: now.to < today ? now.to : today }

  const homes = await db.listHomesInCultivation(from, scope)
  const all = homes.flatMap(({ ids, ...home }) => db.idsIn(ids).map((id) => ({ id, home })))
  const among = peopleInOf(Buffer.from(all.map(({ id }) => id).join(' ')), all.length)
  const { days, columns: of } = columnsOf(all.length)
  for (const { since, ids } of await db.listMentored(from, scope)) {
    const day = days.push(since) - 1
    among(ids, (at) => {
      of.mentors[at]!++
      of.mentoredSince[at] ||= day
    })
  }
  for (const { ids } of await db.listPlanned(from, scope)) among(ids, (at) => of.isPlanned[at]!++)
  for (const { heldOn, ids } of await db.listMeetings(from, scope, meetingsFrom)) {
    const day = days.push(heldOn) - 1
    const isNow = isWithin(heldOn, now)
    const counted = isNow ? of.meetings : isWithin(heldOn, before) ? of.meetingsBefore : of.others
    among(ids, (at) => {
      of.lastOn[at] = day
      counted[at]!++
    })
  }
  for (const { state, dueOn, ids } of await db.listItemsUnderWay(from, scope)) {
    const isOpen = state === 'open'
    const counted = !isOpen ? of.itemsReported : dueOn < today ? of.itemsLate : of.itemsInTime
    among(ids, (at) => counted[at]!++)
  }
  for (const { hours, ids } of await db.listAttended(from, scope, year))
    among(ids, (at) => {
      of.hours[at]! += Number(hours)
    })
  for (const { endsOn, ids } of await db.listTrialEnds(from, scope)) {
    const day = days.push(endsOn) - 1
    among(ids, (at) => {
      of.trialEndsOn[at] ||= day
    })
  }
  const period = quarter
  for (const { ids } of await db.listAppraisedIn(from, scope, { kind: 'quarter', period }))
    among(ids, (at) => of.isChecked[at]!++)
  for (const { ids } of await db.listAppraisedIn(from, scope, { kind: 'mentor', period }))
    among(ids, (at) => of.hasOpinion[at]!++)

  return all.map(({ id, home: { township, village, status } }, at) => ({
    ...{ id, township, village, status, mentors: of.mentors[at]! },
    mentoredSince: days[of.mentoredSince[at]!]!,
    isPlanned: of.isPlanned[at]! > 0,
    lastOn: days[of.lastOn[at]!]!,
    ...{ meetings: of.meetings[at]!, meetingsBefore: of.meetingsBefore[at]! },
    itemsOpen: of.itemsInTime[at]! + of.itemsLate[at]!,
    ...{ itemsLate: of.itemsLate[at]!, itemsReported: of.itemsReported[at]!, hours: of.hours[at]! },
    trialEndsOn: days[of.trialEndsOn[at]!]!,
    ...{ isChecked: of.isChecked[at]! > 0, hasOpinion: of.hasOpinion[at]! > 0 },
  }))
}

/**
 * Numbers of people by their places; of a day, its place in `days`, where the first is none. Twenty thousand objects that
 * are met in no order take several times as long.
 */
function columnsOf(length: number) {
  const numbers = () => new Int32Array(length)
  return {
    days: [null] as (string | null)[],
    columns: {
      ...{ mentors: numbers(), mentoredSince: numbers(), isPlanned: numbers() },
      ...{ lastOn: numbers(), meetings: numbers(), meetingsBefore: numbers(), others: numbers() },
      ...{ itemsInTime: numbers(), itemsLate: numbers(), itemsReported: numbers() },
      ...{ hours: new Float64Array(length), trialEndsOn: numbers() },
      ...{ isChecked: numbers(), hasOpinion: numbers() },
    },
  }
}

function isWithin(day: string, { from, to }: db.Span): boolean {
  return day >= from && day <= to
}

export function metSinceOf(today: string, { meetEveryDays }: Cultivation): string {
  return daysAfter(today, -meetEveryDays)
}

/** What is said of people by the figures: each is a question that a person answers with yes or no. */
export function questionsOf(today: string, scheme: Cultivation) {
  const metSince = metSinceOf(today, scheme)
  const soon = daysAfter(today, SOON_DAYS)
  const isMentored = ({ mentors }: Facts) => mentors > 0
  const isMet = (one: Facts) => isMentored(one) && (one.lastOn ?? '') >= metSince
  // Whoever was given a mentor a few days ago is not late.
  const isMeetingDue = (one: Facts) =>
    isMentored(one) && (isMet(one) || (one.mentoredSince ?? '') < metSince)
  const owes = ({ status }: Facts) => scheme.trainingHours > 0 && OWING.includes(status)
  const isTrained = (one: Facts) => owes(one) && one.hours >= scheme.trainingHours
  const endsOn = ({ trialEndsOn }: Facts) => trialEndsOn ?? ''
  return {
    ...{
      mentored: isMentored,
      met: isMet,
      meetingDue: isMeetingDue,
      owing: owes,
      trained: isTrained,
    },
    opined: (one: Facts) => isMentored(one) && one.hasOpinion,
    people: () => true,
    unmentored: (one: Facts) => !isMentored(one),
    unplanned: ({ isPlanned }: Facts) => !isPlanned,
    unmet: (one: Facts) => isMeetingDue(one) && !isMet(one),
    late: ({ itemsLate }: Facts) => itemsLate > 0,
    reported: ({ itemsReported }: Facts) => itemsReported > 0,
    short: (one: Facts) => owes(one) && !isTrained(one),
    trials: ({ trialEndsOn }: Facts) => trialEndsOn !== null,
    'trials-ending': (one: Facts) => endsOn(one) >= today && endsOn(one) <= soon,
    'trials-over': (one: Facts) => endsOn(one) !== '' && endsOn(one) < today,
    unchecked: ({ isChecked }: Facts) => !isChecked,
    unopined: (one: Facts) => isMentored(one) && !one.hasOpinion,
  } satisfies Record<string, (one: Facts) => boolean>
}
export type Question = keyof ReturnType<typeof questionsOf>
