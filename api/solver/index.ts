import type { Words } from '../../matching/types.ts'
import type { Log } from '../log.ts'
import { Problem } from '../problem.ts'
import { Broken } from './endings.ts'
import type {
  AlternativesAnswer,
  AlternativesQuestion,
  Answer,
  CostsAnswer,
  CostsQuestion,
  DepthAnswer,
  DepthQuestion,
  GapsAnswer,
  GapsQuestion,
  MissesAnswer,
  MissesQuestion,
  OutlookAnswer,
  OutlookQuestion,
  PlanAnswer,
  PlanCostsAnswer,
  PlanCostsQuestion,
  PlanQuestion,
  Question,
  ShortlistAnswer,
  ShortlistQuestion,
  SlateAnswer,
  SlateQuestion,
} from './messages.ts'
import { startThread, type Task, type Thread } from './thread.ts'

type Watch = Pick<Task, 'onProgress' | 'onAdvance' | 'stop' | 'signal'>
type PlanWatch = Watch & {
  /** The solver died and works once more, on a smaller question. */
  onRestart?: ((reason: Words) => void) | undefined
}
export type SolverThreads = {
  slate(question: SlateQuestion, watch?: Watch): Promise<SlateAnswer>
  misses(question: MissesQuestion, watch?: Watch): Promise<MissesAnswer>
  alternatives(question: AlternativesQuestion, watch?: Watch): Promise<AlternativesAnswer>
  costs(question: CostsQuestion, watch?: Watch): Promise<CostsAnswer>
  shortlist(question: ShortlistQuestion, watch?: Watch): Promise<ShortlistAnswer>
  plan(question: PlanQuestion, watch?: PlanWatch): Promise<PlanAnswer>
  gaps(question: GapsQuestion, watch?: Watch): Promise<GapsAnswer>
  depth(question: DepthQuestion, watch?: Watch): Promise<DepthAnswer>
  planCosts(question: PlanCostsQuestion, watch?: Watch): Promise<PlanCostsAnswer>
  outlook(question: OutlookQuestion, watch?: Watch): Promise<OutlookAnswer>
  /** Ends the workers as a crash would; the next question starts new ones. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** Time a small question gets to come to an end by itself when its reader is gone: a new worker costs more. */
const GRACE_MS = 2_000
/** Columns that a run takes at most, and of these a plan whose first attempt died of its size. */
const MOST_COLUMNS = 12_000
const SMALLER = 1 / 4

/**
 * One warm worker for slates and one for plans, so that a long plan never keeps a slate waiting; a third is started when
 * somebody first asks what stands behind a plan, a fourth when villages are first looked at in the background.
 */
export function startSolver(log: Log): SolverThreads {
  const slates = startThread(log)
  const plans = startThread(log)
  let studies: Thread | undefined
  let outlooks: Thread | undefined
  const study = () => (studies ??= startThread(log))
  const outlook = () => (outlooks ??= startThread(log))
  const all = () => [slates, plans, studies, outlooks]
  return {
    slate: (question, watch) => answer<SlateAnswer>(slates, log, question, watch),
    misses: (question, watch) => answer<MissesAnswer>(slates, log, question, watch),
    alternatives: (question, watch) => answer<AlternativesAnswer>(slates, log, question, watch),
    costs: (question, watch) => answer<CostsAnswer>(slates, log, question, watch),
    shortlist: (question, watch) => answer<ShortlistAnswer>(slates, log, question, watch),
    plan: (question, watch) => planned(plans, log, question, watch),
    gaps: (question, watch) => answer<GapsAnswer>(study(), log, question, watch),
    depth: (question, watch) => answer<DepthAnswer>(study(), log, question, watch),
    planCosts: (question, watch) => answer<PlanCostsAnswer>(study(), log, question, watch),
    outlook: (question, watch) => answer<OutlookAnswer>(outlook(), log, question, watch),
    kill: async () => void (await Promise.all(all().map((thread) => thread?.kill()))),
    close: async () => void (await Promise.all(all().map((thread) => thread?.close()))),
  }
}

async function answer<A extends Answer>(
  thread: Thread,
  log: Log,
  question: Question & { kind: A['kind'] },
  watch: Omit<Task, 'question'> = {},
): Promise<A> {
  const given = await run(thread, log, { graceMs: GRACE_MS, question, ...watch })
  if (given.kind !== question.kind) throw new Error('The worker answered another question.')
  return requireVerified(given as A, log)
}

/** A reader who cancels a plan waits for nothing; one whose solver died gets a smaller attempt. */
async function planned(
  thread: Thread,
  log: Log,
  question: PlanQuestion,
  { onRestart, ...watch }: PlanWatch = {},
): Promise<PlanAnswer> {
  const mostColumns = (question.mostColumns ?? MOST_COLUMNS) * SMALLER
  const attempts = {
    graceMs: 0,
    smaller: { ...question, mostColumns },
    onRestart: () => onRestart?.(SMALLER_WORDS),
  }
  return answer<PlanAnswer>(thread, log, question, { ...watch, ...attempts })
}

const SMALLER_WORDS = {
  zh: '求解器中途中断（多为内存不足），已改用四分之一的候选组合重新测算；结果仍经独立核验，但离理论上限可能更远。',
  en: 'The solver broke off (most often for lack of memory) and was started again with a quarter of the combinations. The result is verified all the same, but may be further from its bound.',
}

/** An answer that breaks a demand is logged and never shown. */
export function requireVerified<A extends Answer>(given: A, log: Log): A {
  if (given.violations.length === 0) return given
  log.error({ violations: given.violations.slice(0, 20) }, 'unverified answer')
  throw new Problem('unverified-answer', {
    zh: `求解结果有 ${given.violations.length} 处未通过独立核验，因此不予显示。请重试，并把日志交给管理员。`,
    en: `The answer breaks ${given.violations.length} demands on independent verification and is not shown. Try again and give the log to the administrator.`,
  })
}

async function run(thread: Thread, log: Log, task: Task): Promise<Answer> {
  try {
    return await thread.run(task)
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    log.error({ reason: error.message }, 'solver failed')
    throw new Problem('solver-failed', {
      zh: '求解器中断（例如内存不足）,已重新启动。请重试；范围过大时请先按乡镇运行。',
      en: 'The solver broke off (out of memory, for instance) and was restarted. Try again; if the scope is large, run township by township.',
    })
  }
}
