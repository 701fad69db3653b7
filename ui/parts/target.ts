import { oneDecimal, percent, plainNumber } from '../format.ts'
import type { Structure, TargetId, TargetResult } from '../types.ts'
import { TIERS } from '../types.ts'
import { t } from '../words/index.ts'
import { stateOf } from './mark.tsx'

type Measure = 'people' | 'seats' | 'share' | 'years' | 'yes' | 'level'

const MEASURES: Record<TargetId, Measure> = {
  'seats.law': 'seats',
  seats: 'seats',
  'women.min': 'people',
  'minority.min': 'people',
  'young.min': 'people',
  'age30.min': 'people',
  'age.core': 'share',
  'age.mean': 'years',
  'college.share': 'share',
  combined: 'yes',
  'combined.share': 'share',
  'cross.share': 'share',
  'women.share': 'share',
  'sources.share': 'share',
  margin: 'level',
  depth: 'level',
  'supervision.seats': 'seats',
  'supervision.head': 'yes',
}
/** Misses of these are counted in villages; of the mean age in years; of the rest in people. */
const IN_VILLAGES = new Set<TargetId>(['combined', 'combined.share', 'supervision.head'])
const IN_SEATS = new Set<TargetId>(['seats.law', 'seats', 'supervision.seats'])
/** `age.core` asks for more than half. */
const MORE_THAN = new Set<TargetId>(['age.core'])

export function valueText(id: TargetId, value: number | null): string {
  if (value === null) return t().dash
  const measure = MEASURES[id]
  if (measure === 'share') return percent(value)
  if (measure === 'years') return oneDecimal(value)
  if (measure === 'yes') return value >= 1 ? t().yes : t().no
  return plainNumber(value)
}

/** Value against its bound where both are small counts, as in 3 / 4. */
export function headline({ id, value, bound }: TargetResult): string {
  const isLevel = MEASURES[id] === 'level' || MEASURES[id] === 'seats'
  if (isLevel && value !== null && bound !== null)
    return `${plainNumber(value)} / ${plainNumber(bound)}`
  return valueText(id, value)
}

export function boundText({ id, bound }: Pick<TargetResult, 'id' | 'bound'>): string {
  if (bound === null) return ''
  const measure = MEASURES[id]
  if (measure === 'yes') return t().strip.required
  if (measure === 'level' || measure === 'seats') return ''
  const sign = measure === 'years' ? '≤' : MORE_THAN.has(id) ? '>' : '≥'
  return `${sign} ${valueText(id, bound)}`
}

/** The state in a word, with the amount where something is missing. */
export function stateText(target: TargetResult): string {
  const state = stateOf(target)
  if (state === 'unknown') return t().state.unknown
  if (state === 'met') return t().state.met
  return missText(target)
}

export function missText({ id, value, bound, miss }: TargetResult): string {
  if (MEASURES[id] === 'yes') return t().state.weak
  if (MEASURES[id] === 'years' && value !== null && bound !== null) {
    return t().state.over(t().years(oneDecimal(value - bound)))
  }
  if (miss <= 0) return t().state.missed
  if (id === 'depth' && value !== null && bound !== null) return depthText(bound - value, miss)
  return t().state.missing(amountText(id, miss))
}

/** Reserves that lack, and kinds of post that nobody is free for: together the miss. */
function depthText(below: number, miss: number): string {
  const reserves = Math.max(0, below)
  const posts = Math.round(miss - reserves)
  const said = [
    ...(reserves > 0 ? [t().state.missing(amountText('depth', reserves))] : []),
    ...(posts > 0 ? [t().state.noneFree(posts)] : []),
  ]
  return said.join(t().comma)
}

/** What misses of a target are counted in. */
export function unitOf(id: TargetId): 'years' | 'villages' | 'seats' | 'people' {
  if (MEASURES[id] === 'years') return 'years'
  if (IN_VILLAGES.has(id)) return 'villages'
  return IN_SEATS.has(id) ? 'seats' : 'people'
}

export const amountText = (id: TargetId, amount: number) =>
  t()[unitOf(id)](plainNumber(Math.round(amount * 10) / 10))

/** Law first, then policy, then wish; what does not apply goes last. */
export function inOrder(targets: TargetResult[]): TargetResult[] {
  const place = (target: TargetResult) =>
    (target.met === null ? 10 : 0) + TIERS.indexOf(target.tier)
  return [...targets].sort((a, b) => place(a) - place(b))
}

/** The same figure of last term, where there is one. */
export function lastTermText(id: TargetId, last: Structure | null): string | null {
  if (!last || last.people === 0) return null
  if (id === 'age.mean') return last.meanAge === null ? null : oneDecimal(last.meanAge)
  if (id === 'college.share') return percent(last.collegeOrAbove / last.people)
  if (id === 'women.share') return percent(last.women / last.people)
  if (id === 'cross.share') return percent(last.crossAppointed / last.people)
  return null
}
