import type { Context } from 'hono'
import { listTerms } from '../../db/terms.ts'
import type { TrialPost } from '../../db/trial-posts.ts'
import type { Env } from '../context.ts'
import { daysAfter, isDay } from '../days.ts'
import { policyInForce } from '../people-by-id.ts'
import type { ProblemError } from '../problem.ts'
import { invalid } from '../validate.ts'

type Asked = Pick<TrialPost, 'kind' | 'villageCode' | 'startsOn'>
export type Limits = {
  monthsMin: number
  monthsMax: number
  /** First and last day on which it may end; the last lies before the first where the term is too short. */
  shortest: string
  longest: string
  /** Last day of the term in which it starts, where that ends first. */
  termEndsOn: string | null
}

/** How long a post may be held: months by policy, and not beyond the term of the committees in which it starts. */
export async function limitsOf(
  c: Context<Env>,
  { kind, villageCode, startsOn }: Asked,
): Promise<Limits> {
  const { monthsMin, monthsMax } = (await policyInForce(c)).cultivation.trial
  const place = { countyCode: c.var.countyCode, villageCodes: [villageCode] }
  const terms = await listTerms(c.var.db, place)
  // After the last term that is known has ended nobody knows the end of the next one.
  const term = terms.find((one) => one.startedOn <= startsOn && startsOn <= one.endsOn)
  const most = lastDayOfMonths(startsOn, monthsMax)
  const termEndsOn = term && term.endsOn < most ? term.endsOn : null
  // Shadowing is learning beside somebody, for as long as it takes (S2: no least length).
  const shortest = kind === 'shadowing' ? startsOn : lastDayOfMonths(startsOn, monthsMin)
  return { monthsMin, monthsMax, shortest, longest: termEndsOn ?? most, termEndsOn }
}

/** Refuses an end that is too early or too late, with the days that would do. */
export function requireLength(endsOn: string, limits: Limits): void {
  const fault = !isDay(endsOn) ? NO_DAY : lengthFault(endsOn, limits)
  if (fault) throw invalid([{ pointer: '#/endsOn', detail: fault }])
}

/** The last day of so many months from a day on: 3 months from 1 March end on 31 May. */
export function lastDayOfMonths(from: string, months: number): string {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  const days = last.getUTCDate()
  const same = last.toISOString().slice(0, 8) + String(Math.min(day, days)).padStart(2, '0')
  return day > days ? same : daysAfter(same, -1)
}

function lengthFault(endsOn: string, limits: Limits): ProblemError['detail'] | null {
  const { monthsMin, monthsMax, shortest, longest, termEndsOn } = limits
  const bound = termEndsOn
    ? {
        zh: `本届村（居）委会任期到 ${termEndsOn} 届满`,
        en: `the term of the committees ends on ${termEndsOn}`,
      }
    : { zh: `准岗最长 ${monthsMax} 个月`, en: `a trial post lasts ${monthsMax} months at most` }
  if (longest < shortest)
    return {
      zh: `准岗不少于 ${monthsMin} 个月，应到 ${shortest} 以后；但${bound.zh}，最晚只能到 ${longest}。可改为跟岗学习，或在换届后开始。`,
      en: `A trial post lasts ${monthsMin} months or more, to ${shortest} at least; but ${bound.en}, so that ${longest} is the last possible day. Choose shadowing, or start after the term change.`,
    }
  if (endsOn < shortest)
    return {
      zh: `准岗不少于 ${monthsMin} 个月，结束日期最早为 ${shortest}。`,
      en: `A trial post lasts ${monthsMin} months or more: it ends on ${shortest} at the earliest.`,
    }
  if (endsOn > longest)
    return {
      zh: `${bound.zh}，结束日期最晚为 ${longest}。`,
      en: `It ends on ${longest} at the latest: ${bound.en}.`,
    }
  return null
}

const NO_DAY = {
  zh: '结束日期应为真实日期，写作 2026-11-26。',
  en: 'The day on which it ends is real, written 2026-11-26.',
}
