import type { Day, Words } from '../types.ts'
import { audit } from './audit.ts'
import type { Colour, IndicatorResult, VillageFacts } from './facts.ts'
import type { Finding } from './finding.ts'
import { overhaul } from './overhaul.ts'
import { depth, list, teams } from './people.ts'
import { review } from './review.ts'
import { satisfaction } from './satisfaction.ts'
import { READINESS_INDICATORS, type ReadinessIndicator, type ReadinessScheme } from './scheme.ts'

export type VillageReadiness = {
  colour: Colour
  /** Weighted share of what is known, 0 to 1; null when nothing is. */
  score: number | null
  /** The reasons in one sentence, the worst first. */
  words: Words
  indicators: IndicatorResult[]
}

const RULES: Record<
  ReadinessIndicator,
  (facts: VillageFacts, scheme: ReadinessScheme, today: Day) => Finding
> = { audit, overhaul, depth, list, teams, review, satisfaction }

export const INDICATOR_WORDS: Record<ReadinessIndicator, Words> = {
  audit: { zh: '离任审计', en: 'Departure audit' },
  overhaul: { zh: '软弱整顿', en: 'Overhaul' },
  depth: { zh: '后备深度', en: 'Depth of reserves' },
  list: { zh: '三张清单', en: 'Three lists' },
  teams: { zh: '目标可达', en: 'Targets in reach' },
  review: { zh: '联审', en: 'Joint review' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
}

/** The seven indicators by the facts alone, in reading order. */
export function indicatorsOf(
  facts: VillageFacts,
  scheme: ReadinessScheme,
  today: Day,
): IndicatorResult[] {
  return READINESS_INDICATORS.map((id) => ({ id, ...RULES[id](facts, scheme, today) }))
}

/**
 * The colour of a village: red when an indicator that decides is red, or when the weighted share of what is known
 * falls below the policy's; green when nothing is red, yellow or unknown; else yellow.
 */
export function villageReadinessOf(
  indicators: readonly IndicatorResult[],
  scheme: ReadinessScheme,
): VillageReadiness {
  const score = scoreOf(indicators, scheme)
  const decides = indicators.some(
    ({ id, state }) => state === 'red' && scheme.indicators[id].decides,
  )
  const open = indicators.filter(({ state }) => state !== 'green' && state !== 'not-applicable')
  const isRed = decides || (score !== null && score < scheme.redBelow - 1e-9)
  const colour = isRed ? 'red' : open.length > 0 ? 'yellow' : 'green'
  return { colour, score, words: reasonsOf(open), indicators: [...indicators] }
}

const WORTH = { green: 1, yellow: 0.5, red: 0 } as const

function scoreOf(indicators: readonly IndicatorResult[], scheme: ReadinessScheme): number | null {
  let [sum, weights] = [0, 0]
  for (const { id, state } of indicators) {
    if (state === 'unknown' || state === 'not-applicable') continue
    sum += scheme.indicators[id].weight * WORTH[state]
    weights += scheme.indicators[id].weight
  }
  return weights > 0 ? sum / weights : null
}

const GRAVITY = { red: 0, yellow: 1, unknown: 2, green: 3, 'not-applicable': 3 } as const

function reasonsOf(open: readonly IndicatorResult[]): Words {
  if (open.length === 0) return { zh: '各项指标就绪', en: 'Everything is ready' }
  const said = open.toSorted((a, b) => GRAVITY[a.state] - GRAVITY[b.state])
  return {
    zh: said.map(({ words }) => words.zh).join('；'),
    en: said.map(({ words }) => words.en).join('; '),
  }
}
