import type {
  Alternatives,
  Candidate,
  Costs,
  Depth,
  GapList,
  MinShare,
  Shortlist,
  TargetCost,
  VillageOutlook,
  Violation,
} from '../../matching/index.ts'
import type {
  Miss,
  Plan,
  PlanResult,
  Problem,
  Progress,
  SeatExplanation,
} from '../../matching/types.ts'
import type { Packed } from './people-once.ts'

type Asked = {
  problem: Problem
  timeLimitSeconds: number
  /** Relative, of total fit. */
  gap: number
  seed?: number
  /** Columns of one run at most; fewer take less memory and prove less. */
  mostColumns?: number
}
export type SlateQuestion = Asked & { kind: 'slate'; village: string }
/** Why the slate of the same question misses what it misses. */
export type MissesQuestion = Asked & { kind: 'misses'; village: string }
export type PlanQuestion = Asked & {
  kind: 'plan'
  /** Time for the causes of misses, village by village; what does not fit is left out. */
  explainSeconds: number
}
/** Teams of one village that differ pairwise in `differ` people. */
export type AlternativesQuestion = Asked & { kind: 'alternatives'; count: number; differ: number }
/** What each target costs the team of one village. */
export type CostsQuestion = Asked & { kind: 'costs' }
/** What each target of the whole costs a plan that was found before. */
export type PlanCostsQuestion = Asked & { kind: 'plan-costs'; plan: Plan }
/** Who makes a list with minimum shares. */
export type ShortlistQuestion = Omit<Asked, 'problem'> & {
  kind: 'shortlist'
  candidates: Candidate[]
  size: number
  shares: MinShare[]
}
/** Who is missing where, and how deep a plan is that was found before. */
export type GapsQuestion = Asked & { kind: 'gaps'; plan: Plan }
export type DepthQuestion = Asked & { kind: 'depth'; plan: Plan }
/** What each village of the problem can reach by itself; time is that of one village. */
export type OutlookQuestion = Asked & {
  kind: 'outlook'
  /** By village code, what was found before: nothing is searched where it was the same question. */
  known: Record<string, { fingerprint: string; singles: string[] }>
}
export type Question =
  | AlternativesQuestion
  | CostsQuestion
  | DepthQuestion
  | GapsQuestion
  | PlanCostsQuestion
  | ShortlistQuestion
  | SlateQuestion
  | MissesQuestion
  | OutlookQuestion
  | PlanQuestion

export type SlateAnswer = {
  kind: 'slate'
  result: PlanResult
  /** Who comes next for every seat. */
  seats: SeatExplanation[]
  violations: Violation[]
}
export type MissesAnswer = { kind: 'misses'; misses: Miss[]; violations: Violation[] }
export type PlanAnswer = {
  kind: 'plan'
  result: PlanResult
  /** By village code, only villages that miss a target and whose turn came in time. */
  explanations: Record<string, Miss[]>
  /** SHA-256 of the problem as it was posed. */
  problemHash: string
  violations: Violation[]
}
export type AlternativesAnswer = {
  kind: 'alternatives'
  result: Alternatives
  violations: Violation[]
}
export type PlanCostsAnswer = {
  kind: 'plan-costs'
  costs: TargetCost[]
  violations: Violation[]
}
export type CostsAnswer = { kind: 'costs'; result: Costs; violations: Violation[] }
export type ShortlistAnswer = { kind: 'shortlist'; result: Shortlist; violations: Violation[] }
export type GapsAnswer = { kind: 'gaps'; list: GapList; violations: Violation[] }
export type DepthAnswer = { kind: 'depth'; depth: Depth; violations: Violation[] }
/** `outlook` is null where the question is the one of before. */
export type FoundOutlook = { village: string; fingerprint: string; outlook: VillageOutlook | null }
export type OutlookAnswer = { kind: 'outlook'; found: FoundOutlook[]; violations: Violation[] }
export type Answer =
  | AlternativesAnswer
  | CostsAnswer
  | DepthAnswer
  | GapsAnswer
  | PlanCostsAnswer
  | ShortlistAnswer
  | SlateAnswer
  | MissesAnswer
  | OutlookAnswer
  | PlanAnswer

/** To the worker. `stop` holds one flag: 1 asks it to come to an end and answer the best it has. */
export type Request = { stop: Int32Array; packed: Packed }

/** How far a question is that goes village by village. */
export type Advance = { done: number; total: number }

/** From the worker. After `failed` it ends itself: an aborted HiGHS cannot be used again. */
export type Message =
  | { type: 'ready' }
  | { type: 'progress'; progress: Progress }
  | ({ type: 'advance' } & Advance)
  | { type: 'done'; answer: Answer }
  | { type: 'failed'; message: string }
