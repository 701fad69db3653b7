import { parentPort } from 'node:worker_threads'
import { check, explainSlate, type Solver, solvePlan } from '../../matching/index.ts'
import type { Miss, Plan } from '../../matching/types.ts'
import { loadHighs } from './highs.ts'
import type {
  Message,
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
    const solver = solverOf(question, stop)
    const answer = question.kind === 'slate' ? slate(question, solver) : plan(question, solver)
    say({ type: 'done', answer })
  } catch (error) {
    say({ type: 'failed', message: brief(error) })
    process.exit(1)
  }
})
say({ type: 'ready' })

function slate({ problem, village }: SlateQuestion, solver: Solver): SlateAnswer {
  const result = solvePlan(problem, solver)
  if (result.status === 'impossible') {
    return { kind: 'slate', result, explanation: null, violations: [] }
  }
  const violations = check(problem, result.plan)
  const explanation = explainSlate(problem, result.plan, village, solver)
  return { kind: 'slate', result, explanation, violations }
}

function plan({ problem }: PlanQuestion, solver: Solver): PlanAnswer {
  const result = solvePlan(problem, solver, (progress) => say({ type: 'progress', progress }))
  if (result.status === 'impossible') {
    return { kind: 'plan', result, explanations: {}, violations: [] }
  }
  const violations = check(problem, result.plan)
  const short = result.plan.slates.filter(({ targets }) => targets.some(({ met }) => met === false))
  const explain = (village: string, plan: Plan): [string, Miss[]] => [
    village,
    explainSlate(problem, plan, village, solver).misses,
  ]
  const explanations = Object.fromEntries(short.map(({ village }) => explain(village, result.plan)))
  return { kind: 'plan', result, explanations, violations }
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
