import type { Log } from '../log.ts'
import { Problem } from '../problem.ts'
import { Broken } from './endings.ts'
import type {
  Answer,
  MissesAnswer,
  MissesQuestion,
  PlanAnswer,
  PlanQuestion,
  Question,
  SlateAnswer,
  SlateQuestion,
} from './messages.ts'
import { startThread, type Task, type Thread } from './thread.ts'

type Watch = Omit<Task, 'question'>
export type SolverThreads = {
  slate(question: SlateQuestion, watch?: Watch): Promise<SlateAnswer>
  misses(question: MissesQuestion, watch?: Watch): Promise<MissesAnswer>
  plan(question: PlanQuestion, watch?: Watch): Promise<PlanAnswer>
  /** Ends both workers as a crash would; the next question starts new ones. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** One warm worker for slates and one for plans, so that a long plan never keeps a slate waiting. */
export function startSolver(log: Log): SolverThreads {
  const slates = startThread(log)
  const plans = startThread(log)
  return {
    slate: (question, watch) => answer<SlateAnswer>(slates, log, question, watch),
    misses: (question, watch) => answer<MissesAnswer>(slates, log, question, watch),
    plan: (question, watch) => answer<PlanAnswer>(plans, log, question, watch),
    kill: async () => void (await Promise.all([slates.kill(), plans.kill()])),
    close: async () => void (await Promise.all([slates.close(), plans.close()])),
  }
}

async function answer<A extends Answer>(
  thread: Thread,
  log: Log,
  question: Question & { kind: A['kind'] },
  watch: Watch = {},
): Promise<A> {
  const given = await run(thread, log, { question, ...watch })
  if (given.kind !== question.kind) throw new Error('The worker answered another question.')
  return requireVerified(given as A, log)
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
