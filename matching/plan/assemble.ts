import { PATTERNS } from '../pattern.ts'
import { evaluate, type Incumbent, isBetter } from './incumbent.ts'
import type { Column, Master, Stage } from './master.ts'
import type { Relaxation } from './price.ts'
import type { ChoiceMemory } from './room.ts'
import { type Team, type TeamSearch, teamSearch } from './team.ts'

type Asked = {
  master: Master
  stage: Stage
  relaxed: Relaxation
  /** Least loss of each village by itself; those that lose most choose first. */
  losses: readonly number[]
  memory: ChoiceMemory
  goesOn: () => boolean
}

/** What a choice that the relaxation does not make costs, so that of teams alike those that it leans to are taken. */
const LEANING = 0.01
/** Worth of one unit of a lacking target of the whole, at first; it grows as long as the target lacks. */
const FIRST_NUDGE = 0.002
const GROWTH = 2.5
const ROUNDS = 3
const LIMITS = { ceiling: 1e6, steps: 5_000 }

/**
 * A plan put together from the teams of least loss, one village after the other, each from the people that are left.
 * Targets of the whole that lack are made dearer, and the plan is put together again, until none lacks or no round
 * helps. Answers the best plan seen; it is a plan like any other, with no promise how good.
 */
export function assemble(asked: Asked): Incumbent | null {
  const { master, relaxed } = asked
  const nudges = new Float64Array(master.layout.planForms.length)
  let best: Incumbent | null = null
  for (let round = 0; round < ROUNDS && (best === null || asked.goesOn()); round++) {
    const reduced = nudged(asked, nudges)
    const at = (costs: Float64Array) =>
      teamSearch(master, asked.stage, { ...relaxed, reduced: costs }, asked.memory)
    const [leaning, straight] = [at(leaningTo(relaxed, reduced)), at(reduced)]
    const found = evaluate(master.instance, polished(asked, straight, drafted(asked, leaning)))
    if (best === null || isBetter(found, best)) best = found
    if (!nudge(asked, nudges, found.columns)) break
  }
  return best
}

/** One village after the other chooses its best team from the people that are left. */
export function chosenInTurn(
  { instance }: Master,
  villages: readonly number[],
  search: TeamSearch,
  limits: { ceiling: number; steps: number },
): Column[] {
  const taken = new Set<number>()
  return villages.flatMap((village) => {
    const { team } = search.best(village, { isFree: (person) => !taken.has(person), ...limits })
    for (const { pair } of team?.columns ?? []) taken.add(instance.person[pair]!)
    return team?.columns ?? []
  })
}

type Draft = { teams: (Team | null)[]; taken: Set<number> }

function drafted(asked: Asked, search: TeamSearch): Draft {
  const { losses } = asked
  const draft: Draft = { teams: losses.map(() => null), taken: new Set() }
  const order = [...losses.keys()].sort((a, b) => losses[b]! - losses[a]! || a - b)
  for (const village of order) choose(asked, draft, village, search)
  return draft
}

/** Each village chooses once more, now that it is known who is left, by the prices alone. */
function polished(asked: Asked, search: TeamSearch, draft: Draft): Column[] {
  for (const village of draft.teams.keys()) choose(asked, draft, village, search)
  return draft.teams.flatMap((team) => team?.columns ?? [])
}

function choose({ master }: Asked, { teams, taken }: Draft, village: number, search: TeamSearch) {
  const { person } = master.instance
  for (const { pair } of teams[village]?.columns ?? []) taken.delete(person[pair]!)
  const isFree = (someone: number) => !taken.has(someone)
  teams[village] = search.best(village, { isFree, ...LIMITS }).team ?? teams[village]!
  for (const { pair } of teams[village]?.columns ?? []) taken.add(person[pair]!)
}

/** Reduced costs by which the choices that a relaxation makes come before others that cost the same. */
export function leaningTo({ chosen }: Relaxation, reduced: Float64Array): Float64Array {
  const leaning = reduced.map((cost) => cost - LEANING)
  for (const { index, part } of chosen) leaning[index]! += LEANING * Math.min(1, part)
  return leaning
}

/** Reduced costs with what a choice adds to the targets of the whole worth something more. */
function nudged({ master: { instance, layout }, relaxed }: Asked, nudges: Float64Array) {
  const live = layout.planForms.flatMap((form, index) =>
    nudges[index]! > 0 ? [{ form, nudge: nudges[index]! }] : [],
  )
  if (live.length === 0) return relaxed.reduced
  return relaxed.reduced.map((cost, index) => {
    if (cost === -Infinity) return cost
    const pattern = index % PATTERNS.length
    const member = instance.members[instance.person[Math.floor(index / PATTERNS.length)]!]!
    let worth = cost
    for (const { form, nudge } of live)
      worth += nudge * layout.weights[form]![pattern]! * instance.forms[form]!.perMember(member)
    return worth
  })
}

/** Makes the targets of the whole that lack dearer; false when none lacks. */
function nudge({ master }: Asked, nudges: Float64Array, columns: readonly Column[]): boolean {
  const { forms, members, person } = master.instance
  const { planForms, weights } = master.layout
  let isLacking = false
  planForms.forEach((form, index) => {
    const { atLeast, perMember } = forms[form]!
    let reached = 0
    for (const { pair, pattern } of columns)
      reached += weights[form]![pattern]! * perMember(members[person[pair]!]!)
    if (reached >= atLeast - 1e-9) return
    isLacking = true
    nudges[index] = nudges[index]! === 0 ? FIRST_NUDGE : nudges[index]! * GROWTH
  })
  return isLacking
}
