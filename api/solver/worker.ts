import { parentPort } from 'node:worker_threads'
import {
  alternativesOf,
  basisOf,
  check,
  checkApart,
  checkShortlist,
  costsIn,
  costsOf,
  depthOf,
  explainMisses,
  gapsOf,
  nextBest,
  outlookOf,
  type Solver,
  shortlist,
  solvePlan,
} from '../../matching/index.ts'
import type { Miss, Plan, Problem, Village } from '../../matching/types.ts'
import { hashOf, textHashOf } from './hash.ts'
import { loadHighs } from './highs.ts'
import type {
  AlternativesAnswer,
  AlternativesQuestion,
  Answer,
  CostsAnswer,
  CostsQuestion,
  DepthAnswer,
  DepthQuestion,
  FoundOutlook,
  GapsAnswer,
  GapsQuestion,
  Message,
  MissesAnswer,
  MissesQuestion,
  OutlookAnswer,
  OutlookQuestion,
  PlanAnswer,
  PlanCostsAnswer,
  PlanCostsQuestion,
  PlanQuestion,
  Question,
  Request,
  ShortlistAnswer,
  ShortlistQuestion,
  SlateAnswer,
  SlateQuestion,
} from './messages.ts'
import { createUnpacker } from './people-once.ts'

const highs = await loadHighs()
const say = (message: Message) => parentPort?.postMessage(message)

const unpack = createUnpacker()

parentPort?.on('message', ({ packed, stop }: Request) => {
  try {
    say({ type: 'done', answer: answerTo(unpack(packed), stop) })
  } catch (error) {
    say({ type: 'failed', message: brief(error) })
    process.exit(1)
  }
})
say({ type: 'ready' })

function answerTo(question: Question, stop: Int32Array): Answer {
  if (question.kind === 'slate') return slate(question, stop)
  if (question.kind === 'alternatives') return alternatives(question, solverOf(question, stop))
  if (question.kind === 'costs') return costs(question, solverOf(question, stop))
  if (question.kind === 'shortlist') return shortlisted(question, solverOf(question, stop))
  if (question.kind === 'plan-costs') return planCosts(question, solverOf(question, stop))
  if (question.kind === 'gaps') return gaps(question, solverOf(question, stop))
  if (question.kind === 'depth') return depth(question, solverOf(question, stop))
  if (question.kind === 'outlook') return outlooks(question, stop)
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

function alternatives(question: AlternativesQuestion, solver: Solver): AlternativesAnswer {
  const { problem, count, differ } = question
  const result = alternativesOf(problem, solver, { count, differ })
  if (result.status === 'impossible') return { kind: 'alternatives', result, violations: [] }
  const { teams } = result
  const violations = [
    ...teams.flatMap((team) => check(problem, team)),
    ...checkApart(teams, differ),
  ]
  return { kind: 'alternatives', result, violations }
}

function costs({ problem }: CostsQuestion, solver: Solver): CostsAnswer {
  const result = costsOf(problem, solver)
  const violations = result.status === 'impossible' ? [] : check(problem, result.plan)
  return { kind: 'costs', result, violations }
}

function shortlisted(question: ShortlistQuestion, solver: Solver): ShortlistAnswer {
  const result = shortlist(question, solver)
  return { kind: 'shortlist', result, violations: checkShortlist(question, result) }
}

const advance = (done: number, total: number) => say({ type: 'advance', done, total })

function gaps({ problem, plan }: GapsQuestion, { shouldStop = () => false }: Solver): GapsAnswer {
  const list = gapsOf(problem, plan, { onAdvance: advance, shouldStop })
  return { kind: 'gaps', list, violations: [] }
}

function planCosts({ problem, plan }: PlanCostsQuestion, solver: Solver): PlanCostsAnswer {
  const costs = costsIn(problem, plan, solver, advance)
  return { kind: 'plan-costs', costs, violations: [] }
}

function depth({ problem, plan }: DepthQuestion, solver: Solver): DepthAnswer {
  return { kind: 'depth', depth: depthOf(problem, plan, solver, advance), violations: [] }
}

function outlooks(question: OutlookQuestion, stop: Int32Array): OutlookAnswer {
  const answer: OutlookAnswer = { kind: 'outlook', found: [], violations: [] }
  for (const village of question.problem.villages) {
    if (Atomics.load(stop, 0) === 1) break
    const { found, violations } = outlookAt(question, village, solverOf(question, stop))
    answer.found.push(found)
    answer.violations.push(...violations)
  }
  return answer
}

const UNPROVEN = 'unproven'

function outlookAt({ problem, known: earlier }: OutlookQuestion, village: Village, solver: Solver) {
  const own: Problem = { ...problem, level: 'village', villages: [village] }
  const { counted, preferred } = basisOf(own)
  const fingerprint = `${textHashOf(counted)}.${textHashOf(preferred)}`
  const before = earlier[village.code]
  const found = (outlook: FoundOutlook['outlook'], print: string) => ({
    ...{ village: village.code, fingerprint: print, outlook },
  })
  if (before?.fingerprint === fingerprint)
    return { found: found(null, fingerprint), violations: [] }
  const isCounted = before?.fingerprint.split('.')[0] === fingerprint.split('.')[0]
  const known = isCounted ? before!.singles : null
  const { outlook, violations, isProven } = outlookOf(own, solver, known)
  // What time cut short is shown, and asked again with the next change or start: no question has this fingerprint.
  return { found: found(outlook, isProven ? fingerprint : UNPROVEN), violations }
}

function plan(question: PlanQuestion, stop: Int32Array): PlanAnswer {
  const { problem, explainSeconds } = question
  const startedAt = performance.now()
  const solver = solverOf(question, stop)
  const result = solvePlan(problem, solver, (progress) => say({ type: 'progress', progress }))
  const problemHash = hashOf(problem)
  if (result.status === 'impossible')
    return { kind: 'plan', result, explanations: {}, problemHash, violations: [] }
  const { objective, bound } = result.plan
  const seconds = (performance.now() - startedAt) / 1000
  say({ type: 'progress', progress: { phase: 'explain', objective, bound, misses: null, seconds } })
  const violations = check(problem, result.plan)
  const limited = solverOf({ ...question, timeLimitSeconds: explainSeconds }, stop)
  const explanations = missesOf(problem, result.plan, limited)
  return { kind: 'plan', result, explanations, problemHash, violations }
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

function solverOf(question: Question, stop: Int32Array): Solver {
  const { timeLimitSeconds, gap, seed, mostColumns } = question
  const endsAt = performance.now() + timeLimitSeconds * 1000
  return {
    highs,
    gap,
    secondsLeft: () => (endsAt - performance.now()) / 1000,
    shouldStop: () => Atomics.load(stop, 0) === 1,
    ...(seed !== undefined && { seed }),
    ...(mostColumns !== undefined && { mostColumns }),
  }
}

/** An abort of Emscripten carries the whole minified program in its message. */
function brief(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.slice(0, 300)
}
