import type { z } from 'zod'
import { type Cultivation, lastDayOf, quarterBefore, quarterOf } from '../../matching/index.ts'
import { daysAfter } from '../days.ts'
import { lateDays } from '../nominees/shown.ts'
import type { MentoringHome } from '../shapes/mentoring.ts'

export type Due = NonNullable<z.infer<typeof MentoringHome>['mentees'][number]['due']>
type Met = { lastOn: string | null; nextOn: string | null; since: string }
type Item = { id: string; aim: string; dueOn: string; state: 'open' | 'reported' }
type Facts = {
  today: string
  cultivation: Cultivation
  met: Met
  items: readonly Item[]
  /** Quarters of which the mentor has given an opinion. */
  said: readonly string[]
}

/** Days ahead in which a meeting or a task is worth saying; of the opinion, days before the quarter ends. */
const SOON = 7
const BEFORE_QUARTER_ENDS = 30

/** What is to be done for one person now or soon, the most urgent first. */
export function duesOf(facts: Facts): Due[] {
  const { today, items } = facts
  const open = items.filter(({ state }) => state === 'open')
  return [
    ...[meetingDue(facts), opinionDue(facts)].filter((due) => due !== null),
    ...open.map(({ id, aim, dueOn }): Due => {
      const words = { zh: aim, en: aim }
      return { kind: 'item', words, on: dueOn, lateDays: lateDays(dueOn, today), item: id }
    }),
  ]
    .filter(({ kind, on }) => kind === 'check' || on <= daysAfter(today, SOON))
    .toSorted(urgentFirst)
}

/** What is late longest, then what is due first. */
export function urgentFirst(a: Due, b: Due): number {
  if (a.on === b.on) return 0
  return a.on < b.on ? -1 : 1
}

/** The day that was agreed, or the one on which policy has it at the latest. */
export function meetByOf({ lastOn, nextOn, since }: Met, { meetEveryDays }: Cultivation) {
  const latest = daysAfter(lastOn ?? since, meetEveryDays)
  return nextOn !== null && nextOn <= latest
    ? { on: nextOn, isAgreed: true }
    : { on: latest, isAgreed: false }
}

function meetingDue({ today, met, cultivation }: Facts): Due {
  const { on, isAgreed } = meetByOf(met, cultivation)
  const every = cultivation.meetEveryDays
  const words = isAgreed
    ? { zh: '约好的帮带', en: 'Meeting as agreed' }
    : { zh: `帮带一次（至少每 ${every} 天）`, en: `A meeting (every ${every} days at least)` }
  return { kind: 'meeting', words, on, lateDays: lateDays(on, today), item: null }
}

/** The quarter before, while the township's check of it still runs; else this one, once it nears its end. */
function opinionDue({ today, met, cultivation, said }: Facts): Due | null {
  const quarter = quarterOf(today)
  const before = quarterBefore(quarter)
  const ended = lastDayOf(before)
  const isOpen = today <= daysAfter(ended, cultivation.checkDays)
  if (isOpen && met.since <= ended && !said.includes(before)) return opinion(before, today)
  const nears = daysAfter(lastDayOf(quarter), -BEFORE_QUARTER_ENDS)
  return today >= nears && !said.includes(quarter) ? opinion(quarter, today) : null
}

function opinion(quarter: string, today: string): Due {
  const on = lastDayOf(quarter)
  const [year, number] = [quarter.slice(0, 4), Number(quarter.slice(6))]
  const ordinal = ['一', '二', '三', '四'][number - 1]
  const words = {
    zh: `${year} 年第${ordinal}季度考核意见`,
    en: `Opinion for quarter ${number} of ${year}`,
  }
  return { kind: 'check', words, on, lateDays: lateDays(on, today), item: null }
}
