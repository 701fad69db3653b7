import { ruleBook } from '../rules/index.ts'
import { targetWords } from '../targets/index.ts'
import type { ConflictMember, Level, Remedy, RuleId, TargetId, Words } from '../types.ts'
import { TIERS } from '../types.ts'
import { levelWords } from '../words.ts'
import { type Base, isRule, isTarget, membersOf } from './base.ts'
import { type Clash, groupWords } from './conflicts.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { bitOfRule } from './reach.ts'
import { type Relief, reliefsOf } from './relief.ts'
import { effectWords, kindOf, reliefWords } from './remedy-words.ts'
import { sizeOf } from './sets.ts'
import type { Situation } from './situation.ts'

/** Remedies told of a target at most, and corrections looked into; each remedy told is solved. */
const TOLD = 4
const LOOKED_INTO = 8

/**
 * What would mend a miss, the least cost first: steps, then the level that approves, then the tier of what gives way,
 * then fit. Every remedy comes from a smallest set that has to give way, and the village is solved with it, so what it
 * would bring is computed. What is not allowed is named last, as such.
 */
export function remediesOf(situation: Situation, clash: Clash): Remedy[] {
  const { base } = clash
  const corrections = correctionsOf(clash)
  const reliefs = corrections
    .filter((given) => isPossible(situation, given))
    .slice(0, LOOKED_INTO)
    .flatMap((given) => reliefsOf(situation, base, given))
    .map((relief) => ({ relief, cost: costOf(situation, relief, null) }))
    .sort((a, b) => byCost(a.cost, b.cost))
  const told = distinctBy(reliefs, ({ relief }) => keyOf(relief))
    .slice(0, TOLD)
    .map(({ relief }) => solved(situation, base, relief))
    .sort((a, b) => byCost(a.cost, b.cost))
  const forbidden = corrections.flatMap((given) => notAllowed(situation, given))
  return [...told.map(({ remedy }) => remedy), ...forbidden]
}

/**
 * Those of few members first. Making people reserves is one that no rule stands against; where the village by itself
 * could meet everything, the target can only be asked for less.
 */
function correctionsOf({ base, sets }: Clash): ConflictMember[][] {
  const sorted = [...sets.corrections].sort((a, b) => sizeOf(a) - sizeOf(b))
  const found = sorted.map((set) => membersOf(base, set)).filter(({ length }) => length > 0)
  if (base.missed === 'depth') return [[], ...found]
  return found.length > 0 ? found : [[base.missed]]
}

function isPossible(situation: Situation, given: readonly ConflictMember[]): boolean {
  return given.every((member) => !isBarred(situation, member))
}

/** What no level may give way in: the law, kinship, and rules of which nobody here could still bring the paper. */
function isBarred({ problem, crowd }: Situation, member: ConflictMember): boolean {
  if (member === 'kinship') return true
  if (isTarget(member)) return problem.policy.targets[member].tier === 'law'
  if (!isRule(member)) return false
  return crowd.neighbours.every(({ obtainable }) =>
    obtainable.every((rules) => (rules & bitOfRule(member)) === 0),
  )
}

/** Giving way in the missed target itself changes nobody's seat; everything else is solved. */
function solved(situation: Situation, base: Base, relief: Relief) {
  const { given, people } = relief
  const isOnlyLess = people.length === 0 && given.length === 1 && given[0] === base.missed
  const outcome = isOnlyLess ? null : outcomeOf(situation, base, relief)
  const cost = costOf(situation, relief, outcome)
  const first = people[0]?.person ?? relief.takenBack[0]
  const remedy: Remedy = {
    kind: kindOf(situation, relief),
    talent: first === undefined ? null : situation.crowd.neighbours[first]!.talent.id,
    actions: cost.actions,
    approvedBy: cost.approvedBy,
    isAllowed: true,
    words: reliefWords(situation, base, relief, outcome),
    effect: effectWords(situation, base, relief, outcome),
    ...(outcome !== null && { change: outcome.change }),
  }
  return { remedy, cost }
}

type Cost = { actions: number; approvedBy: Level | null; tier: number; fit: number }

/** The tier counts where a target gives way: a wish before policy. */
function costOf(situation: Situation, relief: Relief, outcome: Outcome | null): Cost {
  const { targets } = situation.problem.policy
  const tiers = relief.given.filter(isTarget).map((id) => TIERS.indexOf(targets[id].tier))
  const fits = relief.people.map(({ fit }) => fit)
  return {
    actions: actionsOf(relief),
    approvedBy: highest(approvalsOf(situation, relief, outcome)),
    tier: Math.min(TIERS.length, ...tiers),
    fit: outcome?.change.fit ?? fits.reduce((sum, fit) => sum + fit, 0),
  }
}

/** The same people with the same papers, however the sets that they mend overlap. */
function keyOf({ people, takenBack, given }: Relief): string {
  return [
    people.map(({ person, supposed }) => `${person} ${supposed.rules}`),
    takenBack,
    given.filter(isTarget),
  ].join('|')
}

function distinctBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...new Map([...items].reverse().map((item) => [key(item), item])).values()].reverse()
}

function actionsOf({ people, takenBack, given }: Relief): number {
  const steps = people.reduce((sum, one) => sum + one.steps, 0)
  return steps + takenBack.length + given.filter(isTarget).length
}

/** Moves are the township's where both villages are its own, else the county's; policy is the county's. */
function approvalsOf(
  { crowd }: Situation,
  { people, given }: Relief,
  outcome: Outcome | null,
): Level[] {
  const moves = people
    .filter(({ supposed }) => supposed.isFreed)
    .map(({ person }): Level => {
      const isNear = crowd.neighbours[person]!.talent.homeTownship === crowd.village.township
      return isNear ? 'township' : 'county'
    })
  const policy: Level[] = given.some(isTarget) ? ['county'] : []
  return [...moves, ...policy, ...(outcome?.approvals ?? [])]
}

const LEVELS: readonly Level[] = ['township', 'county', 'city']

function highest(levels: readonly Level[]): Level | null {
  return levels.length === 0
    ? null
    : LEVELS[Math.max(...levels.map((level) => LEVELS.indexOf(level)))]!
}

function byCost(one: Cost, other: Cost): number {
  const level = ({ approvedBy }: Cost) => (approvedBy === null ? -1 : LEVELS.indexOf(approvedBy))
  return (
    one.actions - other.actions ||
    level(one) - level(other) ||
    other.tier - one.tier ||
    other.fit - one.fit
  )
}

// ── what is not allowed ───────────────────────────────────────────────────────

/** Told where one thing alone would mend it, so that nobody goes on asking for it. */
function notAllowed(situation: Situation, given: readonly ConflictMember[]): Remedy[] {
  const [only] = given
  if (only === undefined || given.length > 1 || !isBarred(situation, only)) return []
  const words = isTarget(only) ? lawWords(only) : barWords(situation, only)
  return [{ kind: 'relax', talent: null, actions: 1, approvedBy: null, isAllowed: false, ...words }]
}

function lawWords(id: TargetId): { words: Words; effect: Words } {
  const { zh, en } = targetWords(id)
  return {
    words: { zh: `放宽“${zh}”`, en: `relax “${en}”` },
    effect: { zh: '法律规定，任何一级都不能放宽', en: 'set by law; no level may relax it' },
  }
}

function barWords({ problem }: Situation, group: Exclude<ConflictMember, TargetId>) {
  const { zh, en } = groupWords(group)
  const words = { zh: `放宽“${zh}”`, en: `relax “${en}”` }
  const level = isRule(group) ? problem.policy.relaxations[group] : undefined
  const ground = isRule(group) ? groundOf(group) : undefined
  if (level === undefined || ground === undefined)
    return {
      words,
      effect: { zh: '资格条件，任何一级都不能放宽', en: 'a condition that no level may relax' },
    }
  return {
    words,
    effect: {
      zh: `现有人选都不具备放宽条件（${ground.zh}），${levelWords[level].zh}也不能批准`,
      en: `nobody here has the ground for it (${ground.en}), so ${levelWords[level].en} cannot approve it`,
    },
  }
}

function groundOf(rule: RuleId): Words | undefined {
  return ruleBook.find(({ id }) => id === rule)?.relaxation
}
