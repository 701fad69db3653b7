import { fitPoints, whole } from '../../format.ts'
import type { Miss, Slate, SolvedPlan, TargetResult } from '../../types.ts'
import { TIERS } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import type { State } from '../mark.tsx'

export type Outcome = {
  slate: Slate
  village: SolvedPlan['villages'][number]
  misses: Miss[]
  missed: TargetResult[]
  state: State
}

/** Every village of a plan with what it misses. */
export function outcomesOf({ plan, villages, explanations }: SolvedPlan): Outcome[] {
  const outcomes = villages.flatMap((village) => {
    const slate = plan.slates.find((one) => one.village === village.code)
    if (!slate) return []
    const missed = slate.targets.filter(({ met }) => met === false)
    const isHard = missed.some(({ tier }) => tier !== 'wish')
    const state: State = isHard ? 'missed' : missed.length > 0 ? 'weak' : 'met'
    return [{ slate, village, missed, state, misses: explanations[village.code] ?? [] }]
  })
  return outcomes.sort((a, b) => heaviest(a) - heaviest(b) || b.missed.length - a.missed.length)
}

/** What needs work stands first: law, policy, wish, nothing. */
function heaviest({ missed }: Outcome): number {
  return Math.min(TIERS.length, ...missed.map(({ tier }) => TIERS.indexOf(tier)))
}

export function stateText({ missed, state }: Outcome): string {
  if (state === 'met') return t().plan.allMet
  if (state === 'weak') return t().plan.wishCount(missed.length)
  return t().plan.missedCount(missed.filter(({ tier }) => tier !== 'wish').length)
}

/** The heaviest miss with its cause; the rest opens with the row. */
export function causeText({ missed, misses }: Outcome): string {
  const [first] = [...missed].sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier))
  if (!first) return t().dash
  const cause = misses.find(({ target }) => target === first.id)?.cause ?? first.reason
  return `${targetName(first.id)}${t().colon}${say(cause)}`
}

export function meanFit({ seats }: Slate): string {
  if (seats.length === 0) return t().dash
  return whole(Number(fitPoints(seats.reduce((sum, { fit }) => sum + fit, 0) / seats.length)))
}
