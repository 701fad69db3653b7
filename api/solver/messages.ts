import type { Violation } from '../../matching/index.ts'
import type { Miss, PlanResult, Problem, Progress, SeatExplanation } from '../../matching/types.ts'

type Asked = { problem: Problem; timeLimitSeconds: number; gap: number }
export type SlateQuestion = Asked & { kind: 'slate'; village: string }
/** Why the slate of the same question misses what it misses. */
export type MissesQuestion = Asked & { kind: 'misses'; village: string }
export type PlanQuestion = Asked & {
  kind: 'plan'
  /** Time for the causes of misses, village by village; what does not fit is left out. */
  explainSeconds: number
}
export type Question = SlateQuestion | MissesQuestion | PlanQuestion

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
  violations: Violation[]
}
export type Answer = SlateAnswer | MissesAnswer | PlanAnswer

/** To the worker. `stop` holds one flag: 1 asks it to come to an end. */
export type Request = { stop: Int32Array; question: Question }

/** From the worker. After `failed` it ends itself: an aborted HiGHS cannot be used again. */
export type Message =
  | { type: 'ready' }
  | { type: 'progress'; progress: Progress }
  | { type: 'done'; answer: Answer }
  | { type: 'failed'; message: string }
