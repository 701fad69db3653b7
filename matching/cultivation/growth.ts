import { type Appraisal, appraise, appraiseFor, fitOf } from '../criteria.ts'
import {
  CRITERIA,
  type CriterionId,
  type Day,
  type Evidence,
  type Fit,
  type Policy,
  type Talent,
  type Village,
  type Weights,
} from '../types.ts'
import { lastDayOf, quarterBefore, quarterOf } from './quarters.ts'

/** What a criterion was on a day: worked out from the evidence dated by then, faded as it was then. */
export type GrowthPoint = { on: Day; value: number; low: number; high: number }
/** What one piece of evidence did on its day; its source and note say what it was. */
export type GrowthStep = { on: Day; evidence: string; change: number }
export type CriterionGrowth = {
  criterion: CriterionId
  /** In order of days; two points on the day of a step: before it and after. */
  points: GrowthPoint[]
  steps: GrowthStep[]
  /** What fading alone did: last value − first value = the sum of the steps + this. */
  faded: number
}
export type Span = { from: Day; to: Day }

/** How far a fit moved by new evidence alone, with what each piece did. */
export type FitChange = {
  change: number
  /** In order of days; they add up to the change. */
  steps: (GrowthStep & { criterion: CriterionId })[]
}

/** Criteria that evidence moves; the other two are matched with a village. */
export const GROWING = CRITERIA.filter((one) => one !== 'expertise' && one !== 'tie')

/**
 * The criteria of a person over a span of days. The value on day t is that of `appraise` with the evidence dated on t
 * or before and the reference day t. Pieces of one day step one after another, in order of their ids.
 */
export function growthOf(
  { evidence }: Pick<Talent, 'evidence'>,
  policy: Policy,
  { from, to }: Span,
): CriterionGrowth[] {
  const pieces = inOrder(evidence).filter(({ on }) => on <= to)
  const all = GROWING.map((criterion) => begun(criterion))
  const marks = new Set([from, ...quarterEnds({ from, to }), to])
  const fresh = Map.groupBy(
    pieces.filter(({ on }) => on > from),
    ({ on }) => on,
  )
  for (const on of [...marks.union(new Set(fresh.keys()))].sort()) {
    const known = pieces.filter((piece) => piece.on <= on && !fresh.get(on)?.includes(piece))
    const faded = at(known, policy, on)
    for (const growth of all) {
      const own = (fresh.get(on) ?? []).filter(({ criterion }) => criterion === growth.criterion)
      if (own.length > 0 || marks.has(on)) fade(growth, faded, on)
      for (const [index] of own.entries())
        step(growth, at([...known, ...own.slice(0, index + 1)], policy, on), own[index]!)
    }
  }
  return all
}

/** The fit for a post of a village at the ends of quarters and on the last day; skills and home are those of today. */
export function fitOver(
  talent: Talent,
  village: Village,
  weights: Weights,
  policy: Policy,
  { from, to }: Span,
): (Fit & { on: Day })[] {
  const days = [...new Set([from, ...quarterEnds({ from, to }), to])]
  return days.map((on) => {
    const appraisal = at(upTo(talent.evidence, on), policy, on)
    return { on, ...fitOf(appraiseFor(appraisal, talent, village), weights) }
  })
}

/**
 * The fit with all evidence less the fit with the evidence dated on a day or before, both weighted on the reference
 * day of the policy: only new evidence moves it, fading does not. The same in every village, since what is matched with
 * one does not rest on evidence: Σ weight × what each piece does to its criterion.
 */
export function changeSince(
  { evidence }: Pick<Talent, 'evidence'>,
  weights: Weights,
  policy: Policy,
  since: Day,
): FitChange {
  const steps = inOrder(evidence.filter(({ on }) => on > since)).map((piece, index, fresh) => {
    const { on, id, criterion } = piece
    const isOwn = (one: Evidence) => one.criterion === criterion
    const known = evidence.filter((one) => isOwn(one) && one.on <= since)
    const before = [...known, ...fresh.slice(0, index).filter(isOwn)]
    const value = (some: Evidence[]) =>
      appraise({ evidence: some }, policy).value[CRITERIA.indexOf(criterion)]!
    const change = weights[criterion] * (value([...before, piece]) - value(before))
    return { on, evidence: id, criterion, change }
  })
  return { change: steps.reduce((sum, { change }) => sum + change, 0), steps }
}

/** The last day of the last quarter that is over. */
export function endOfLastQuarter(today: Day): Day {
  return lastDayOf(quarterBefore(quarterOf(today)))
}

/** Ends of quarters after `from` and before `to`. */
export function quarterEnds({ from, to }: Span): Day[] {
  const ends: Day[] = []
  let end = endOfLastQuarter(to)
  while (end > from) {
    ends.unshift(end)
    end = lastDayOf(quarterBefore(quarterOf(end)))
  }
  return ends
}

const begun = (criterion: CriterionId): CriterionGrowth => ({
  ...{ criterion, points: [], steps: [], faded: 0 },
})

/** Where a criterion stands on a day before anything new: what it lost since the last point is fading. */
function fade(growth: CriterionGrowth, appraisal: Appraisal, on: Day): void {
  const point = pointOf(growth, appraisal, on)
  const last = growth.points.at(-1)
  if (last) growth.faded += point.value - last.value
  growth.points.push(point)
}

/** What one more piece does; of several on one day only what they come to together is a point. */
function step(growth: CriterionGrowth, appraisal: Appraisal, { id, on }: Evidence): void {
  const point = pointOf(growth, appraisal, on)
  const before = growth.points.at(-1)!
  if (growth.steps.at(-1)?.on === on) growth.points.pop()
  growth.points.push(point)
  growth.steps.push({ on, evidence: id, change: point.value - before.value })
}

function pointOf(
  { criterion }: CriterionGrowth,
  { value, low, high }: Appraisal,
  on: Day,
): GrowthPoint {
  const place = CRITERIA.indexOf(criterion)
  return { on, value: value[place]!, low: low[place]!, high: high[place]! }
}

/** What evidence comes to when today is that day. */
function at(evidence: Evidence[], policy: Policy, on: Day): Appraisal {
  return appraise({ evidence }, { ...policy, referenceOn: on })
}

const upTo = (evidence: readonly Evidence[], on: Day) => evidence.filter((one) => one.on <= on)

const inOrder = (evidence: readonly Evidence[]) =>
  evidence.toSorted((a, b) => compare(a.on, b.on) || compare(a.id, b.id))
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
