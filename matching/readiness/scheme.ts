/** How a county judges whether a village is ready for its term change. Policy data. */

/** In the order in which people read them (domain papers §2, ① to ⑦). */
export const READINESS_INDICATORS = [
  'audit',
  'overhaul',
  'depth',
  'list',
  'teams',
  'review',
  'satisfaction',
] as const
export type ReadinessIndicator = (typeof READINESS_INDICATORS)[number]

export type ReadinessScheme = {
  /**
   * `weight` is what the indicator counts of the village's score; when `decides`, its red makes the village red
   * whatever the score; when `needsAction`, its warning closes only by an action that somebody logged.
   */
  indicators: Record<ReadinessIndicator, { weight: number; decides: boolean; needsAction: boolean }>
  /** Score, 0 to 1, below which a village is red though no indicator decides. */
  redBelow: number
  /** Public notices of the departure audit, and the days of each at the least (S1). */
  audit: { notices: number; noticeDays: number }
  /** Reserves below which a village is not green, and below which it is red (S3.1; the figures are ours). */
  depth: { reserves: number; redBelow: number }
  /** Whether a team that rests on one person makes the village yellow. */
  teams: { singlesWarn: boolean }
  /** Survey of the sitting team: least share of households (S3.5) and of approval, 0 to 1. */
  team: { coverage: number; approval: number }
  /** Survey about the candidates: least approval, 0 to 1 (S4). */
  candidates: { approval: number }
  /** Months after which a survey says nothing any more. */
  surveyMonths: number
}

/** Audits, lists and teams decide: without them no election may begin, or nobody can be proposed. Weights are ours. */
export const defaultReadiness: ReadinessScheme = {
  indicators: {
    audit: { weight: 2, decides: true, needsAction: true },
    overhaul: { weight: 1, decides: true, needsAction: true },
    depth: { weight: 1, decides: true, needsAction: true },
    list: { weight: 2, decides: true, needsAction: true },
    teams: { weight: 2, decides: true, needsAction: true },
    review: { weight: 1, decides: false, needsAction: true },
    satisfaction: { weight: 1, decides: false, needsAction: true },
  },
  redBelow: 0.4,
  audit: { notices: 2, noticeDays: 5 },
  depth: { reserves: 2, redBelow: 1 },
  teams: { singlesWarn: false },
  team: { coverage: 0.6, approval: 0.6 },
  candidates: { approval: 0.8 },
  surveyMonths: 12,
}
