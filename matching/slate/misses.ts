import type { Solver } from '../plan/state.ts'
import type { Counts, Miss, Plan, Problem, TargetResult, Words } from '../types.ts'
import { type Clash, clashOf, conflictsOf } from './conflicts.ts'
import { countsOf, dropsOf } from './counts.ts'
import { profileOf } from './profile.ts'
import { remediesOf } from './remedies.ts'
import { type Situation, situationOf } from './situation.ts'

/** The counts, clashes and remedies of everything that a village of a plan misses; empty when it misses nothing. */
export function explainMisses(
  problem: Problem,
  plan: Plan,
  village: string,
  solver: Solver,
): Miss[] {
  const slate = plan.slates.find((one) => one.village === village)!
  const missed = slate.targets.filter(({ miss }) => miss > 0)
  if (missed.length === 0) return []
  const situation = situationOf(problem, plan, village, solver)
  return missed.flatMap((result) => {
    if (solver.shouldStop?.()) return []
    const counts = countsOf(situation, result.id)
    const clash = clashOf(situation, result.id)
    return {
      village,
      target: result.id,
      cause: causeOf(situation, result, counts, clash),
      counts,
      conflicts: conflictsOf(clash),
      remedies: remediesOf(situation, clash),
      profile: profileOf(problem.policy, situation.problem.villages[0]!, slate, result.id),
    }
  })
}

/** Counts where they say it; else the clash; where neither bars it, the miss is the price of the rest of the plan. */
function causeOf(
  situation: Situation,
  { id, reason }: TargetResult,
  counts: Counts,
  clash: Clash,
): Words {
  const left = counts.steps.at(-1)!.left
  if (id === 'depth') return joined(reason, couldBeReserves(situation))
  if (left < (counts.needed ?? 1)) return joined(reason, droppedOut(counts))
  const [first] = conflictsOf(clash)
  if (first === undefined) return joined(reason, GAVE_WAY)
  return joined(reason, first.words)
}

function droppedOut(counts: Counts): Words {
  const drops = dropsOf(counts)
  const zh = drops.map(({ rule, out }) => `${out} 人因“${rule.zh}”`).join('、')
  const en = drops.map(({ rule, out }) => `${out} by “${rule.en}”`).join(', ')
  return {
    zh: `${counts.words.zh}${zh && `；其余主要是${zh}`}`,
    en: `${counts.words.en}${en && `; the others drop out mainly ${en}`}`,
  }
}

/** Who of the village could become a reserve. */
function couldBeReserves({ crowd, here, elsewhere }: Situation): Words {
  const free = crowd.neighbours.filter(
    ({ talent, blocks }) =>
      talent.homeVillage === crowd.village.code &&
      talent.status !== 'reserve' &&
      blocks.includes(0) &&
      !here.has(talent.id) &&
      !elsewhere.has(talent.id),
  )
  return {
    zh: `本村符合资格、未列方案也未列后备的另有 ${free.length} 人`,
    en: `${free.length} more of the village may sit, but are neither on a slate nor reserves`,
  }
}

const GAVE_WAY: Words = {
  zh: '单独可以达到，是与其他目标取舍的结果',
  en: 'it could be reached by itself: it gave way to other targets',
}

const joined = (one: Words, other: Words): Words => ({
  zh: `${one.zh}；${other.zh}`,
  en: `${one.en}; ${other.en}`,
})
