import { oneDecimal, percent } from '../../format.ts'
import type { Structure, TargetId, TargetResult } from '../../types.ts'
import { t } from '../../words/index.ts'

export type MeasureId =
  | 'meanAge'
  | 'aged35OrUnder'
  | 'collegeOrAbove'
  | 'women'
  | 'partyMembers'
  | 'combinedRole'
  | 'crossAppointed'

export type Measure = {
  id: MeasureId
  last: number | null
  plan: number | null
  /** Count of people (or villages) and what it is counted in; null for the mean age. */
  lastCount: [number, number] | null
  planCount: [number, number] | null
  target: TargetResult | null
  /** Ends of the fixed axis. */
  axis: [number, number]
}

const MEASURES: [MeasureId, TargetId | null][] = [
  ['meanAge', 'age.mean'],
  ['collegeOrAbove', 'college.share'],
  ['aged35OrUnder', null],
  ['women', 'women.share'],
  ['partyMembers', null],
  ['combinedRole', 'combined.share'],
  ['crossAppointed', 'cross.share'],
]

/** Structure before and after as one line for each measure. `villages` is what the combined role is counted in. */
export function measuresOf(
  before: Structure | null,
  after: Structure,
  targets: TargetResult[],
  villages: number,
): Measure[] {
  return MEASURES.map(([id, targetId]) => {
    const target = targets.find((one) => one.id === targetId && one.met !== null) ?? null
    const [last, plan] = [amountIn(before, id, villages), amountIn(after, id, villages)]
    return {
      id,
      target,
      last,
      plan,
      lastCount: before && countOf(before, id, villages),
      planCount: countOf(after, id, villages),
      axis: id === 'meanAge' ? [30, 60] : [0, 1],
    }
  })
}

export const measureText = (id: MeasureId, value: number | null) =>
  value === null ? t().unknown : id === 'meanAge' ? oneDecimal(value) : percent(value)

/** Percentage points, or years, with the arrow that says the direction. */
export function changeText({ id, last, plan }: Measure): string {
  if (last === null || plan === null) return t().dash
  const factor = id === 'meanAge' ? 1 : 100
  const size = oneDecimal(Math.abs(plan - last) * factor)
  const arrow = plan > last ? '↑' : plan < last ? '↓' : ''
  return `${arrow} ${id === 'meanAge' ? t().years(size) : t().points(size)}`
}

function amountIn(structure: Structure | null, id: MeasureId, villages: number): number | null {
  if (!structure || structure.people === 0) return null
  if (id === 'meanAge') return structure.meanAge
  const [count, of] = countOf(structure, id, villages) ?? [0, 0]
  return of === 0 ? null : count / of
}

function countOf(structure: Structure, id: MeasureId, villages: number): [number, number] | null {
  if (id === 'meanAge') return null
  return [structure[id], id === 'combinedRole' ? villages : structure.people]
}
