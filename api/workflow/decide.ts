import type { ProblemError } from '../problem.ts'
import type { ActKind, ReviewAct } from '../shapes/review-acts.ts'
import { ACTS, type Effect, type Refusal } from './acts.ts'
import { faultsOf } from './figures.ts'
import type { Actor, File, Missing } from './file.ts'
import { missingOf, obstaclesOf } from './missing.ts'
import { stageOf } from './path.ts'

export type Decision =
  | { is: 'taken'; effect: Effect }
  | { is: 'refused'; code: Refusal; missing: Missing[] }
  | { is: 'faulty'; errors: ProblemError[] }

/** Whether an actor may do this now, and what follows. Pure: the same file, act and actor are answered alike. */
export function decide(file: File, act: ReviewAct, actor: Actor): Decision {
  const code = refusalOf(file, act.kind, actor) ?? refusalOfThis(file, act, actor)
  if (code) return { is: 'refused', code, missing: code === 'obstacles' ? lacksOf(file, act) : [] }
  const errors = faultsOf(act, file.today)
  if (errors.length > 0) return { is: 'faulty', errors }
  return { is: 'taken', effect: effectOf(file, act, actor) }
}

/** The acts that an actor may do now. */
export function mayDo(file: File, actor: Actor): ActKind[] {
  return (Object.keys(ACTS) as ActKind[]).filter((kind) => refusalOf(file, kind, actor) === null)
}

/** Those that stand though a nominee has ended. */
const AFTERWARDS: ActKind[] = ['resume', 'talk']

function refusalOf(file: File, kind: ActKind, actor: Actor): Refusal | null {
  if (file.isClosed && kind !== 'talk') return 'closed'
  if (file.nominee.state !== 'open' && !AFTERWARDS.includes(kind)) return 'ended'
  return ACTS[kind].refuses(file, actor, stageOf(file))
}

function refusalOfThis(file: File, act: ReviewAct, actor: Actor): Refusal | null {
  const rule = ACTS[act.kind] as { refusesThis?: (...of: unknown[]) => Refusal | null }
  return rule.refusesThis?.(file, act, actor) ?? null
}

function effectOf(file: File, act: ReviewAct, actor: Actor): Effect {
  const rule = ACTS[act.kind] as { effect: (...of: unknown[]) => Effect }
  return rule.effect(file, act, actor)
}

function lacksOf(file: File, { kind }: ReviewAct): Missing[] {
  return kind === 'end-notice' ? missingOf(file) : obstaclesOf(file)
}
