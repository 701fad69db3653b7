import type { Policy, Problem, Words } from '../types.ts'
import type { Composition, Ratio } from './composition.ts'
import type { GroupId } from './features.ts'
import { type LineId, type LineKind, lineKinds, type Measured } from './lines.ts'
import { decimal, signBetween, tenthsBetween, tenthsOf, type Unit, whole } from './rounding.ts'
import { figureText, sentenceOf } from './sentences.ts'
import { boundOf, type Direction, wantedBy } from './wanted.ts'

/** A figure with the counts behind it. `text` is null where it is not known: nobody is there, or nobody's is known. */
export type Figure = Ratio & {
  /** Those of whom it is not known. */
  unknown: number
  /** Exact; of a share 0 to 1. */
  value: number | null
  text: string | null
}

export type Change = {
  /** In the unit, rounded once from the exact difference: years, points of a hundred, people or villages. */
  amount: number
  text: string
  sign: -1 | 0 | 1
  /** Whether the printed figures differ by just that; else it was worked out before rounding, which the words say. */
  isExact: boolean
}

export type Line = {
  group: GroupId
  id: LineId
  unit: Unit
  measured: Measured
  words: Words
  before: Figure | null
  /** In between: in office today. */
  now: Figure | null
  after: Figure | null
  change: Change | null
  /** Where the policy wants it to go; null where it says nothing. */
  wanted: Direction | null
  /** What the policy asks for, in the unit that is printed. */
  bound: number | null
  isTowards: boolean | null
  /** The change as people say it. */
  sentence: Words
}

type Compared = {
  before: Composition | null
  now?: Composition | null
  after: Composition | null
}

/** Every figure before and after, its difference from exact values, and where the policy wants it. */
export function differencesOf(
  { before, now = null, after }: Compared,
  { policy, level }: { policy: Policy; level: Problem['level'] },
): Line[] {
  return lineKinds(policy).map((kind) => lineOf(kind, { before, now, after }, { policy, level }))
}

export function lineOf(
  kind: LineKind,
  { before, now, after }: Required<Compared>,
  { policy, level }: { policy: Policy; level: Problem['level'] },
): Line {
  const { group, id, unit, measured, words } = kind
  const figures = {
    before: figureIn(kind, before),
    now: figureIn(kind, now),
    after: figureIn(kind, after),
  }
  const change = changeOf(unit, figures.before, figures.after)
  const wanted = wantedBy(policy, kind)
  const bound =
    after === null
      ? null
      : boundOf(policy, kind, { level, before: figures.before ?? { count: 0, of: 0 } })
  const line = { group, id, unit, measured, words, ...figures, change, wanted }
  return {
    ...line,
    bound: bound === null ? null : bound / 10,
    isTowards: towards(change, wanted),
    sentence: sentenceOf(line),
  }
}

export function figureIn(kind: LineKind, composition: Composition | null): Figure | null {
  if (composition === null) return null
  const { count, of } = kind.read(composition)
  const value = of === 0 ? null : count / of
  const figure = { count, of, unknown: kind.unknown(composition), value }
  return { ...figure, text: figureText(figure, kind.unit) }
}

function changeOf(unit: Unit, before: Ratio | null, after: Ratio | null): Change | null {
  if (before === null || after === null) return null
  const tenths = tenthsBetween(before, after, unit)
  if (tenths === null) return null
  const printed = tenthsOf(after, unit)! - tenthsOf(before, unit)!
  return {
    amount: tenths / 10,
    text: unit === 'count' ? whole(Math.abs(tenths) / 10) : decimal(Math.abs(tenths)),
    sign: signBetween(before, after),
    isExact: printed === tenths,
  }
}

function towards(change: Change | null, wanted: Direction | null): boolean | null {
  if (change === null || wanted === null || change.sign === 0) return null
  return change.sign > 0 === (wanted === 'up')
}
