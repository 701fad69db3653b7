import { percent, whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { ReportAnswer, ReportGroup, ReportPart, Stage } from '../../types.ts'
import { say, t } from '../../words/index.ts'

export type Rate = NonNullable<ReportGroup['rates'][Stage]>

/** Fewer people than this print their count alone. */
const FEW = 20

export function groupName(part: ReportPart['part'], { group, name }: ReportGroup): string {
  if (group === null) return t().unknown
  if (name) return placeName(say(name))
  const words = { sex: t().sex, education: t().education, source: t().source }
  const known: { [key: string]: string } =
    part === 'age' ? t().shortlist.representation.age : part === 'township' ? {} : words[part]
  return known[group] ?? group
}

export function countText(count: number, of: number): string {
  return of < FEW ? whole(count) : `${whole(count)} (${percent(count / of)})`
}

export const rateText = ({ rate }: Rate) => percent(rate)
export const rangeText = ({ low, high }: Rate) => `${percent(low)}–${percent(high)}`

/** The stages that select out of one before, with those there is anything to say of. */
export const ratedStages = ({ stages }: ReportAnswer) =>
  stages.flatMap(({ stage, base }) => (base === null ? [] : [{ stage, base }]))
