import type { Context } from 'hono'
import * as db from '../../db/cultivation-overview.ts'
import type { Cultivation } from '../../matching/index.ts'
import { quarterBefore } from '../../matching/index.ts'
import { daysOf } from '../checks/period.ts'
import type { Env } from '../context.ts'
import { daysAfter } from '../days.ts'

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
  items: { open: number; late: number; reported: number }
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
  const since = before.from < metSince ? before.from : metSince
  const homes = await db.listHomesInCultivation(from, scope)
  const mentors = await db.countMentorsOf(from, scope)
  const planned = await db.listPlanned(from, scope)
  const meetings = await db.listMeetings(from, scope, { since, before, now })
  const items = await db.listItemCounts(from, scope, today)
  const year = { from: `${quarter.slice(0, 4)}-01-01`, to: now.to < today ? now.to : today }
  const hours = await db.listHoursOf(from, scope, year)
  const trials = await db.listTrialEnds(from, scope)
  const checked = await db.listAppraisedIn(from, scope, { kind: 'quarter', period: quarter })
  const opined = await db.listAppraisedIn(from, scope, { kind: 'mentor', period: quarter })
  return homes.map(({ id, township, village, status }) => {
    const met = meetings.get(id)
    return {
      ...{ id, township, village, status, mentors: mentors.get(id)?.count ?? 0 },
      mentoredSince: mentors.get(id)?.since ?? null,
      isPlanned: planned.has(id),
      ...{ lastOn: met?.last ?? null, meetings: met?.now ?? 0, meetingsBefore: met?.before ?? 0 },
      items: items.get(id) ?? NO_ITEMS,
      ...{ hours: hours.get(id) ?? 0, trialEndsOn: trials.get(id) ?? null },
      ...{ isChecked: checked.has(id), hasOpinion: opined.has(id) },
    }
  })
}
const NO_ITEMS = { open: 0, late: 0, reported: 0 }

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
    late: ({ items }: Facts) => items.late > 0,
    reported: ({ items }: Facts) => items.reported > 0,
    short: (one: Facts) => owes(one) && !isTrained(one),
    trials: ({ trialEndsOn }: Facts) => trialEndsOn !== null,
    'trials-ending': (one: Facts) => endsOn(one) >= today && endsOn(one) <= soon,
    'trials-over': (one: Facts) => endsOn(one) !== '' && endsOn(one) < today,
    unchecked: ({ isChecked }: Facts) => !isChecked,
    unopined: (one: Facts) => isMentored(one) && !one.hasOpinion,
  } satisfies Record<string, (one: Facts) => boolean>
}
export type Question = keyof ReturnType<typeof questionsOf>
