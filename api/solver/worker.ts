import { parentPort } from 'node:worker_threads'
import { check, explainMisses, nextBest, type Solver, solvePlan } from '../../matching/index.ts'
import type { Miss, Plan, Problem } from '../../matching/types.ts'
import { loadHighs } from './highs.ts'
import type {
  Answer,
  Message,
  MissesAnswer,
  MissesQuestion,
  PlanAnswer,
  PlanQuestion,
  Question,
  Request,
  SlateAnswer,
  SlateQuestion,
} from './messages.ts'

const highs = await loadHighs()
const say = (message: Message) => parentPort?.postMessage(message)

parentPort?.on('message', ({ question, stop }: Request) => {
  try {
    say({ type: 'done', answer: answerTo(question, stop) })
  } catch (error) {
    say({ type: 'failed', message: brief(error) })
    process.exit(1)
  }
})
say({ type: 'ready' })

function answerTo(question: Question, stop: Int32Array): Answer {
  if (question.kind === 'slate') return slate(question, stop)
  return question.kind === 'misses' ? misses(question, stop) : plan(question, stop)
}

function slate(question: SlateQuestion, stop: Int32Array): SlateAnswer {
  const { problem, village } = question
  const result = solvePlan(problem, solverOf(question, stop))
  if (result.status === 'impossible') return { kind: 'slate', result, seats: [], violations: [] }
  const violations = check(problem, result.plan)
  return { kind: 'slate', result, seats: nextBest(problem, result.plan, village), violations }
}

/** The slate comes out the same as when it was asked for: the search is deterministic. */
function misses(question: MissesQuestion, stop: Int32Array): MissesAnswer {
  const { problem, village } = question
  const solver = solverOf(question, stop)
  const result = solvePlan(problem, solver)
  if (result.status === 'impossible') return { kind: 'misses', misses: [], violations: [] }
  const violations = check(problem, result.plan)
  const explained = explainMisses(problem, result.plan, village, solver)
  return { kind: 'misses', misses: explained, violations }
}

function plan(question: PlanQuestion, stop: Int32Array): PlanAnswer {
  const { problem, explainSeconds } = question
  const solver = solverOf(question, stop)
  const result = solvePlan(problem, solver, (progress) => say({ type: 'progress', progress }))
  if (result.status === 'impossible') {
    return { kind: 'plan', result, explanations: {}, violations: [] }
  }
  const { objective, bound } = result.plan
  say({ type: 'progress', progress: { phase: 'explain', objective, bound, misses: null } })
  const violations = check(problem, result.plan)
  const limited = solverOf({ ...question, timeLimitSeconds: explainSeconds }, stop)
  const explanations = missesOf(problem, result.plan, limited)
  return { kind: 'plan', result, explanations, violations }
}

function missesOf(problem: Problem, plan: Plan, solver: Solver): Record<string, Miss[]> {
  const short = plan.slates.filter(({ targets }) => targets.some(({ met }) => met === false))
  const explanations: Record<string, Miss[]> = {}
  for (const { village } of short) {
    if (solver.secondsLeft() <= 0 || solver.shouldStop?.()) break
    explanations[village] = explainMisses(problem, plan, village, solver)
  }
  return explanations
}

function solverOf({ timeLimitSeconds, gap }: Question, stop: Int32Array): Solver {
  const endsAt = performance.now() + timeLimitSeconds * 1000
  const secondsLeft = () => (endsAt - performance.now()) / 1000
  return { highs, gap, secondsLeft, shouldStop: () => Atomics.load(stop, 0) === 1 }
}

/** An abort of Emscripten carries the whole minified program in its message. */
function brief(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.slice(0, 300)
}
