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
  const since = before.from < metSince ? before.from : metSince
  const year = { from: `${quarter.slice(0, 4)}-01-01`, to: now.to < today ? now.to : today }

  // An object and not a Map: an id that was cut out of a text is found in it in half the time.
  const people: Record<string, Facts> = Object.create(null)
  for (const { ids, ...home } of await db.listHomesInCultivation(from, scope))
    for (const id of ids) people[id] = { id, ...home, ...NOTHING_YET }
  /** Those alone who are under cultivation. */
  const among = (ids: readonly string[], note: (one: Facts) => void) => {
    for (const id of ids) {
      const one = people[id]
      if (one) note(one)
    }
  }
  for (const { since, ids } of await db.listMentored(from, scope))
    among(ids, (one) => {
      one.mentors++
      if (one.mentoredSince === null || since < one.mentoredSince) one.mentoredSince = since
    })
  for (const { ids } of await db.listPlanned(from, scope))
    among(ids, (one) => {
      one.isPlanned = true
    })
  for (const { heldOn, ids } of await db.listMeetings(from, scope, since)) {
    const [isNow, isBefore] = [isWithin(heldOn, now), isWithin(heldOn, before)]
    among(ids, (one) => {
      one.lastOn = heldOn
      if (isNow) one.meetings++
      if (isBefore) one.meetingsBefore++
    })
  }
  for (const { state, dueOn, ids } of await db.listItemsUnderWay(from, scope)) {
    const [isOpen, isLate] = [state === 'open', dueOn < today]
    among(ids, (one) => {
      if (!isOpen) one.itemsReported++
      else {
        one.itemsOpen++
        if (isLate) one.itemsLate++
      }
    })
  }
  for (const { hours, ids } of await db.listAttended(from, scope, year))
    among(ids, (one) => {
      one.hours = Number(hours)
    })
  for (const { endsOn, ids } of await db.listTrialEnds(from, scope))
    among(ids, (one) => {
      if (one.trialEndsOn === null || endsOn < one.trialEndsOn) one.trialEndsOn = endsOn
    })
  const period = quarter
  for (const { ids } of await db.listAppraisedIn(from, scope, { kind: 'quarter', period }))
    among(ids, (one) => {
      one.isChecked = true
    })
  for (const { ids } of await db.listAppraisedIn(from, scope, { kind: 'mentor', period }))
    among(ids, (one) => {
      one.hasOpinion = true
    })
  return Object.values(people)
}
const NOTHING_YET = {
  ...{ mentors: 0, mentoredSince: null, isPlanned: false, lastOn: null },
  ...{ meetings: 0, meetingsBefore: 0, itemsOpen: 0, itemsLate: 0, itemsReported: 0, hours: 0 },
  ...{ trialEndsOn: null, isChecked: false, hasOpinion: false },
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
