import type { Highs } from 'highs'
import { hasPattern, PATTERNS, patternOf, seatsOf } from '../pattern.ts'
import { POSTS, type Progress, TIERS, type Tier } from '../types.ts'
import { evaluate, type Incumbent, isBetter } from './incumbent.ts'
import { type Instance, priceOfAll } from './instance.ts'
import { type Layout, layoutOf, reachable } from './layout.ts'
import {
  addColumns,
  type Column,
  createMaster,
  type Master,
  requirePins,
  type Stage,
} from './master.ts'
import { withoutPinnedSeats } from './pinned-seats.ts'
import { type ChoiceMemory, choiceMemory } from './room.ts'

/** What solving needs from outside; the clock and the wish to stop are the caller's. */
export type Solver = {
  highs: Highs
  /** Relative gap of total fit at which the search may end, e.g. 0.0005. */
  gap: number
  secondsLeft: () => number
  /** The reader asks for an end: what is best so far is the answer. */
  shouldStop?: () => boolean
  /** Columns of one whole-number search, at most; fewer where memory is short. 12,000 unless given. */
  mostColumns?: number
  /** Of HiGHS' random choices, so that the same question gives the same answer. 0 unless given. */
  seed?: number
}

/** Prices far enough apart that one run usually finds the least misses of every tier; proofs come after. */
const FAR_APART: Record<Tier, number> = { law: 10_000, policy: 300, wish: 10 }
export const NO_CAP: Record<Tier, number> = { law: Infinity, policy: Infinity, wish: Infinity }
export const FREE: Record<Tier, number> = { law: 0, policy: 0, wish: 0 }
export const FIRST_STAGE: Stage = { fit: 1, price: FAR_APART, cap: NO_CAP }

/** State of a search: the relaxation master that only grows, and the best plan so far. */
export type Search = {
  instance: Instance
  layout: Layout
  solver: Solver
  master: Master
  memory: ChoiceMemory
  best: Incumbent
  /** Total fit if every seat had whoever fits it best: no plan has more. */
  mostFit: number
  /** Misses that no choice can avoid: people who do not exist. */
  unavoidable: Record<Tier, number>
  /** Bounds so far: of the first stage's objective, and of total fit at the final misses. */
  priced: number
  pushed: number
  report: (phase: Progress['phase']) => void
}

/** Ends a search that was asked to end or has no time left; the best so far is its answer. */
export function endOf({ shouldStop, secondsLeft }: Solver): 'asked' | 'time' | null {
  if (shouldStop?.()) return 'asked'
  return secondsLeft() <= 0 ? 'time' : null
}

type Asked = {
  instance: Instance
  solver: Solver
  onProgress: (progress: Progress) => void
  /** Choices of a plan that is known already; may be none. */
  start: readonly Column[]
}

export function opened<Answer>(
  { instance: given, solver, onProgress, start }: Asked,
  work: (state: Search) => Answer,
): Answer {
  const instance = withoutPinnedSeats(given)
  const layout = layoutOf(instance)
  const master = createMaster(solver.highs, instance, layout)
  const pinsAlone = evaluate(instance, onlyPins(instance))
  const before = evaluate(instance, [...start])
  const first = start.length > 0 && isBetter(before, pinsAlone) ? before : pinsAlone
  const begun = solver.secondsLeft()
  const changing = priceOfAll(instance.problem)
  const state: Search = {
    instance,
    layout,
    solver,
    master,
    memory: choiceMemory(instance),
    best: first,
    mostFit: mostFitOf(instance),
    unavoidable: unavoidableOf(instance),
    priced: Infinity,
    pushed: Infinity,
    report: (phase) => {
      const isFound = state.best !== pinsAlone
      const { fit, misses } = state.best
      onProgress({
        phase,
        objective: isFound ? fit - changing : null,
        bound: isFound ? fitBoundOf(state) - changing : null,
        misses: isFound ? misses : null,
        seconds: begun - solver.secondsLeft(),
      })
    },
  }
  try {
    addColumns(master, [...pinnedColumns(instance), ...start])
    requirePins(master)
    return work(state)
  } finally {
    master.model.dispose()
  }
}

export const goesOn = ({ solver }: Search) => endOf(solver) === null

/** Keeps a bound that was proven of a stage's objective. */
export function noteBound(state: Search, stage: Stage, bound: number) {
  if (stage === FIRST_STAGE) state.priced = Math.min(state.priced, bound)
  else if (stage.fit > 0) state.pushed = Math.min(state.pushed, bound)
}

/** Whether the best plan is as close to a bound of the stage as was asked for. */
export function isSettled(state: Search, stage: Stage, bound: number): boolean {
  const dust = stage.fit > 0 ? 1e-7 : 1e-5
  return bound - worthOf(state, stage) <= state.solver.gap * state.best.fit * stage.fit + dust
}

function mostFitOf({ problem, start, fit, posts }: Instance): number {
  return problem.villages.reduce((total, village, v) => {
    const best = POSTS.map((_, post) => {
      let most = 0
      for (let pair = start[v]!; pair < start[v + 1]!; pair++)
        if (((posts[pair]! >> post) & 1) === 1)
          most = Math.max(most, fit[POSTS.length * pair + post]!)
      return most
    })
    return POSTS.reduce((sum, post, index) => sum + seatsOf(village, post) * best[index]!, total)
  }, 0)
}

function unavoidableOf({ availability }: Instance): Record<Tier, number> {
  const misses = { ...FREE }
  for (const form of availability) misses[form.tier] += form.atLeast - reachable(form)
  return misses
}

/** Where a search begins: nobody but who is pinned, in just those posts. It is a plan, so an answer always comes. */
function onlyPins({ problem, pinned, person, village }: Instance): Column[] {
  return pinned.map((pair) => {
    const talent = problem.talents[person[pair]!]!.id
    const { code } = problem.villages[village[pair]!]!
    const pins = problem.pins.filter((pin) => pin.talent === talent && pin.village === code)
    const pattern = patternOf([...new Set(pins.map(({ post }) => post))])!
    return { pair, pattern: PATTERNS.indexOf(pattern) }
  })
}

function pinnedColumns({ pinned, patterns }: Instance): Column[] {
  return pinned.flatMap((pair) =>
    PATTERNS.flatMap((_, pattern) =>
      hasPattern(patterns[pair]!, pattern) ? [{ pair, pattern }] : [],
    ),
  )
}

/** The best plan in the stage's own objective. */
export function worthOf({ best, unavoidable }: Search, { fit, price }: Stage): number {
  return TIERS.reduce(
    (worth, tier) => worth - price[tier] * (best.misses[tier] - unavoidable[tier]),
    fit * best.fit,
  )
}

/** Most total fit that a plan with no more misses than the best one can have, by what is proven so far. */
export function fitBoundOf(state: Search): number {
  const ofFirst = state.priced - worthOf(state, { ...FIRST_STAGE, fit: 0 })
  return Math.max(Math.min(ofFirst, state.pushed, state.mostFit), state.best.fit)
}
