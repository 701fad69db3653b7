import { LEAST_NOTICE_DAYS } from '../../matching/index.ts'
import type { ProblemError } from '../problem.ts'
import type { ActKind, ReviewAct } from '../shapes/review-acts.ts'
import { ACTS, type Effect } from './acts.ts'
import type { Refusal } from './conditions.ts'
import { faultsOf, type Notice } from './figures.ts'
import type { Actor, File, Missing } from './file.ts'
import { missingFor, missingOf, obstaclesOf } from './missing.ts'
import { orderFaults } from './order.ts'
import { stageOf, standingActs } from './path.ts'

export type Decision =
  | { is: 'taken'; effect: Effect }
  | { is: 'refused'; code: Refusal; missing: Missing[] }
  | { is: 'faulty'; errors: ProblemError[] }

/** Whether an actor may do this now, and what follows. Pure: the same file, act and actor are answered alike. */
export function decide(file: File, act: ReviewAct, actor: Actor): Decision {
  const code = refusalOf(file, act.kind, actor) ?? refusalOfThis(file, act, actor)
  if (code) {
    const missing = code === 'obstacles' ? missingFor(actor.level, lacksOf(file, act)) : []
    return { is: 'refused', code, missing }
  }
  const errors = [...faultsOf(act, file.today, noticeOf(file)), ...orderFaults(file, act)]
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

/** As the procedure of the round says, and not before the study, where there was one. */
function noticeOf(file: File): Notice {
  const studied = standingActs(file).findLast(({ body }) => body.kind === 'study')?.body
  return {
    days: stageOf(file)?.noticeDays ?? LEAST_NOTICE_DAYS,
    from: studied?.kind === 'study' ? studied.metOn : null,
  }
}

function effectOf(file: File, act: ReviewAct, actor: Actor): Effect {
  const rule = ACTS[act.kind] as { effect: (...of: unknown[]) => Effect }
  return rule.effect(file, act, actor)
}

function lacksOf(file: File, { kind }: ReviewAct): Missing[] {
  return kind === 'end-notice' ? missingOf(file) : obstaclesOf(file)
}
