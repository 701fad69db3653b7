import { loadHighs } from '../../api/solver/highs.ts'
import { solvePlan } from '../../matching/plan/solve.ts'
import type { Solver } from '../../matching/plan/state.ts'
import { type Base, questionOf } from '../../matching/slate/base.ts'
import { clashOf } from '../../matching/slate/conflicts.ts'
import { teamByHighs } from '../../matching/slate/holds.ts'
import { fieldOf } from '../../matching/slate/kinds.ts'
import { explainMisses } from '../../matching/slate/misses.ts'
import { type Bits, isWithin, sizeOf } from '../../matching/slate/sets.ts'
import { type Situation, situationOf } from '../../matching/slate/situation.ts'
import { impossibleVillage, WAYS, type Way } from './impossible.ts'
import { quantile, round } from './timing.ts'

const POOL = 1000
/** Of total fit: where solvers of such models say ‘optimal’. Which targets are missed is proven whole. */
const GAP = 1e-4
const SEEDS = 6
const WARM_UP = 2
/** Members that brute force walks all sets of. */
const WALKED = 8

type Case = {
  way: Way
  seed: number
  missed: number
  groups: number
  sets: number
  violatedMs: number
  violatedCpuMs: number
  conflictsMs: number
  conflictsCpuMs: number
  pageMs: number
  isComplete: boolean
}

/** A village made impossible in several ways: what it misses, every smallest set that clashes, and the whole answer. */
export async function whyNotBench() {
  const highs = await loadHighs()
  const solver: Solver = { highs, gap: GAP, secondsLeft: () => 60 }
  const cases: Case[] = []
  const references: { way: Way; sets: number; agree: boolean; ratio: number }[] = []
  for (const way of Object.keys(WAYS) as Way[])
    for (let run = 1 - WARM_UP; run <= SEEDS; run++) {
      const one = measured(way, Math.max(1, run), solver)
      if (run < 1) continue
      cases.push(one.figures)
      if (run === 1 && one.situation !== null) references.push(besideBruteForce(way, one.situation))
    }
  const all = (figure: (one: Case) => number) => cases.map(figure)
  return {
    violatedP95Ms: round(
      quantile(
        all(({ violatedMs }) => violatedMs),
        0.95,
      ),
    ),
    conflictsP95Ms: round(
      quantile(
        all(({ conflictsMs }) => conflictsMs),
        0.95,
      ),
    ),
    violatedP50Ms: round(
      quantile(
        all(({ violatedMs }) => violatedMs),
        0.5,
      ),
    ),
    conflictsP50Ms: round(
      quantile(
        all(({ conflictsMs }) => conflictsMs),
        0.5,
      ),
    ),
    violatedCpuP95Ms: round(
      quantile(
        all(({ violatedCpuMs }) => violatedCpuMs),
        0.95,
      ),
    ),
    conflictsCpuP95Ms: round(
      quantile(
        all(({ conflictsCpuMs }) => conflictsCpuMs),
        0.95,
      ),
    ),
    /** Misses, clashes, remedies and the teams they would bring: what a village page asks for. */
    answerP95Ms: round(
      quantile(
        all(({ pageMs }) => pageMs),
        0.95,
      ),
    ),
    leastGroups: Math.min(...all(({ groups }) => groups)),
    isComplete: cases.every(({ isComplete }) => isComplete),
    references,
    cases,
  }
}

function measured(way: Way, seed: number, solver: Solver) {
  const problem = impossibleVillage(way, POOL, seed)
  const violated = timed(() => solvePlan(problem, solver))
  if (violated.answer.status !== 'solved') throw new Error(`${way}, seed ${seed}: pins clash`)
  const { plan } = violated.answer
  const { code } = problem.villages[0]!
  const conflicts = timed(() => {
    const situation = situationOf(problem, plan, code, solver)
    const missed = situation.results.filter(({ miss }) => miss > 0)
    return { situation, clashes: missed.map(({ id }) => clashOf(situation, id)) }
  })
  const page = timed(() => explainMisses(problem, plan, code, solver))
  const { situation, clashes } = conflicts.answer
  const figures: Case = {
    way,
    seed,
    missed: clashes.length,
    groups: Math.min(...clashes.map(({ base }) => base.members.length)),
    sets: clashes.reduce((sum, { sets }) => sum + sets.clashes.length, 0),
    violatedMs: round(violated.ms),
    violatedCpuMs: round(violated.cpuMs),
    conflictsMs: round(conflicts.ms),
    conflictsCpuMs: round(conflicts.cpuMs),
    pageMs: round(page.ms),
    isComplete: clashes.every(({ sets }) => sets.isComplete),
  }
  return { figures, situation: clashes.length > 0 ? situation : null }
}

/** The first missed target with few members: all sets of them by HiGHS alone, against the same sets by our search. */
function besideBruteForce(way: Way, situation: Situation) {
  const missed = situation.results.find(({ miss }) => miss > 0)!.id
  const whole = clashOf(situation, missed)
  const named = whole.sets.clashes.reduce((all, set) => all | set, 1)
  const order = whole.base.members
    .map((member, index) => ({ member, isNamed: ((named >> index) & 1) === 1 }))
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed))
  const base: Base = { ...whole.base, members: order.slice(0, WALKED).map(({ member }) => member) }
  const walked = timed(() => bruteForce(situation, base))
  const searched = timed(() => clashOf(situation, missed, base))
  const same = (sets: readonly Bits[]) => [...sets].sort((a, b) => a - b).join(' ')
  return {
    way,
    sets: walked.answer.length,
    agree: same(walked.answer) === same(searched.answer.sets.clashes),
    ratio: round(walked.ms / searched.ms, 1),
  }
}

/** All smallest clashes by size, each set that contains none of those found asked of HiGHS. */
export function bruteForce({ crowd, solver }: Situation, base: Base): Bits[] {
  const sets = Array.from({ length: 2 ** base.members.length }, (_, set) => set)
  const found: Bits[] = []
  for (const set of sets.sort((a, b) => sizeOf(a) - sizeOf(b) || a - b)) {
    if (found.some((one) => isWithin(one, set))) continue
    const field = fieldOf(crowd, questionOf(base, set))
    if (field === null || teamByHighs(field, solver.highs) === null) found.push(set)
  }
  return found
}

function timed<Answer>(work: () => Answer) {
  const [startedAt, before] = [performance.now(), process.cpuUsage()]
  const answer = work()
  const { user, system } = process.cpuUsage(before)
  return { answer, ms: performance.now() - startedAt, cpuMs: (user + system) / 1000 }
}
