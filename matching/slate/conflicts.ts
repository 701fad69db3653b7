import { PATTERNS } from '../pattern.ts'
import { hasPattern, type Instance, prepare } from '../plan/instance.ts'
import { layoutOf, reachable } from '../plan/layout.ts'
import {
  addColumns,
  type Column,
  createMaster,
  requirePins,
  requireWhole,
  type Stage,
  setStage,
} from '../plan/master.ts'
import type { Solver } from '../plan/state.ts'
import { pairRuleBook, ruleBook } from '../rules/index.ts'
import { targets, targetWords } from '../targets/index.ts'
import {
  type Conflict,
  type ConflictMember,
  type Plan,
  type Problem,
  RULES,
  TARGETS,
  type TargetId,
  type Words,
} from '../types.ts'
import { type Neighbour, neighboursOf, postsOpen } from './reach.ts'

/** A village by itself with what stands around it: who is near, and who sits elsewhere in the plan. */
export type Situation = {
  /** The problem narrowed to this village; its talents are those near it. */
  problem: Problem
  neighbours: ReadonlyMap<string, Neighbour>
  /** People seated in this village, and in others of the plan. */
  here: ReadonlySet<string>
  elsewhere: ReadonlySet<string>
  solver: Solver
}

export function situationOf(
  problem: Problem,
  plan: Plan,
  village: string,
  solver: Solver,
): Situation {
  const place = problem.villages.find(({ code }) => code === village)!
  const near = neighboursOf(problem, place)
  const talents = near.map(({ talent }) => talent)
  const isHere = (one: { village: string }) => one.village === village
  return {
    problem: {
      ...problem,
      level: 'village',
      villages: [place],
      talents,
      pins: problem.pins.filter(isHere),
      exclusions: problem.exclusions.filter(isHere),
    },
    neighbours: new Map(near.map((neighbour) => [neighbour.talent.id, neighbour])),
    here: seatedIn(plan, (code) => code === village),
    elsewhere: seatedIn(plan, (code) => code !== village),
    solver,
  }
}

function seatedIn({ slates }: Plan, isMeant: (village: string) => boolean): Set<string> {
  const meant = slates.filter((slate) => isMeant(slate.village))
  return new Set(meant.flatMap(({ seats }) => seats.map(({ talent }) => talent)))
}

type Group = Exclude<ConflictMember, TargetId>
const GROUPS: readonly Group[] = ['pins', 'kinship', 'oneplace', ...[...RULES].reverse()]
/** Sets told, at most. */
const MOST = 3

/**
 * The smallest sets of targets that clash with the missed one, each with the rules that are needed for the clash.
 * Sets grow from the missed target alone; whether a set can hold is one search with only these targets. A set's rules
 * are thinned one by one as long as the clash stays (deletion filter), so dropping any one member would resolve it.
 */
export function conflictsOf(situation: Situation, missed: TargetId): Conflict[] {
  const all = new Set<Group>(GROUPS)
  const clash = (set: readonly TargetId[]) => !canHold(situation, set, all)
  return smallestSets(targetsOn(situation.problem), missed, clash)
    .slice(0, MOST)
    .map((set) => {
      const groups = thinned(situation, set)
      return { members: [...set, ...groups], words: wordsOf(set, groups) }
    })
}

function targetsOn({ policy }: Problem): TargetId[] {
  return TARGETS.filter((id) => {
    const isOfVillage =
      id === 'margin' ||
      id === 'depth' ||
      targets.some((one) => one.id === id && one.levels.includes('village'))
    return isOfVillage && policy.targets[id].isOn
  })
}

function smallestSets(
  ids: readonly TargetId[],
  missed: TargetId,
  clash: (set: readonly TargetId[]) => boolean,
): TargetId[][] {
  if (clash([missed])) return [[missed]]
  // What cannot hold alone clashes by itself, not with the missed target.
  const others = ids.filter((id) => id !== missed && !clash([id]))
  const pairs = others.map((id) => [missed, id]).filter(clash)
  if (pairs.length > 0) return pairs
  const together = [missed, ...others]
  return clash(together) && !clash(others) ? [deletionFilter(together, missed, clash)] : []
}

/** Drops targets one by one while the rest still clashes; what is left clashes and every part of it can hold. */
function deletionFilter(
  ids: readonly TargetId[],
  missed: TargetId,
  clash: (set: readonly TargetId[]) => boolean,
): TargetId[] {
  return [...ids].reverse().reduce<TargetId[]>(
    (set, id) => {
      const rest = set.filter((one) => one !== id)
      return id !== missed && clash(rest) ? rest : set
    },
    [...ids],
  )
}

function thinned(situation: Situation, set: readonly TargetId[]): Group[] {
  const kept = new Set<Group>(GROUPS.filter((group) => matters(situation, group)))
  for (const group of [...kept]) {
    kept.delete(group)
    if (canHold(situation, set, kept)) kept.add(group)
  }
  return [...kept]
}

/** Whether a group bars anybody here at all. */
function matters({ problem, neighbours, elsewhere }: Situation, group: Group): boolean {
  if (group === 'pins') return problem.pins.length + problem.exclusions.length > 0
  if (group === 'kinship') return problem.kin.length > 0
  if (group === 'oneplace') return elsewhere.size > 0
  return [...neighbours.values()].some(({ blocks }) =>
    blocks.some((rules) => rules.includes(group)),
  )
}

/** Whether one slate can meet all these targets when only these groups of rules are kept. */
export function canHold(
  situation: Situation,
  set: readonly TargetId[],
  kept: ReadonlySet<Group>,
): boolean {
  const instance = narrowed(situation, set, kept)
  const lacking = instance.availability.some((form) => reachable(form) < form.atLeast)
  return !lacking && canMissNothing(instance, situation.solver)
}

function narrowed(
  { problem, neighbours, elsewhere }: Situation,
  set: readonly TargetId[],
  kept: ReadonlySet<Group>,
): Instance {
  const arePinsKept = kept.has('pins')
  const relaxed: Problem = {
    ...problem,
    kin: kept.has('kinship') ? problem.kin : [],
    pins: arePinsKept ? problem.pins : [],
    exclusions: arePinsKept ? problem.exclusions : [],
  }
  const instance = prepare(relaxed, ({ id }, village) =>
    kept.has('oneplace') && elsewhere.has(id)
      ? 0
      : postsOpen(neighbours.get(id)!, village, (rule) => kept.has(rule)),
  )
  return {
    ...instance,
    forms: instance.forms.filter(({ id }) => set.includes(id)),
    availability: instance.availability.filter(({ id }) => set.includes(id)),
  }
}

/** Whether no miss at all is possible; the relaxation often says no at once. */
function canMissNothing(instance: Instance, { highs }: Solver): boolean {
  const master = createMaster(highs, instance, layoutOf(instance))
  try {
    addColumns(master, enoughColumns(instance))
    requirePins(master)
    setStage(master, { fit: 0, price: ONE_EACH, cap: NO_CAP })
    master.model.run()
    if (master.model.getObjectiveValue() < -1e-6) return false
    requireWhole(master, highs)
    master.model.options.set({ presolve: 'on' })
    master.model.run()
    return master.model.getObjectiveValue() > -1e-6
  } finally {
    master.model.dispose()
  }
}

const ONE_EACH: Stage['price'] = { law: 1, policy: 1, wish: 1 }
const NO_CAP: Stage['cap'] = { law: Infinity, policy: Infinity, wish: Infinity }

/**
 * The columns that decide whether targets can hold: people alike in all that targets count are interchangeable, so of
 * those without kin as many as there are seats suffice, the youngest first since only the mean age tells them apart.
 */
function enoughColumns(instance: Instance): Column[] {
  const { person, members, patterns, problem, cliquesOfPerson } = instance
  const { party, committee } = problem.villages[0]!.seats
  const pins = new Set(instance.pinned)
  const taken = new Map<string, number>()
  // The mean age takes an age that is not known for its bound.
  const ageAt = (pair: number) =>
    members[person[pair]!]!.age ?? problem.policy.targets['age.mean'].bound
  const byAge = [...person.keys()].sort((a, b) => ageAt(a) - ageAt(b) || a - b)
  const chosen = byAge.filter((pair) => {
    const someone = person[pair]!
    if (pins.has(pair) || cliquesOfPerson[someone]!.length > 0) return true
    const kind = kindOf(instance, pair)
    const count = taken.get(kind) ?? 0
    taken.set(kind, count + 1)
    return count < party + committee
  })
  return chosen.flatMap((pair) =>
    PATTERNS.flatMap((_, pattern) =>
      hasPattern(patterns[pair]!, pattern) ? [{ pair, pattern }] : [],
    ),
  )
}

function kindOf({ problem, members, patterns, person }: Instance, pair: number): string {
  const someone = person[pair]!
  const { isWoman, isMinority, isCollege, age } = members[someone]!
  const { status } = problem.talents[someone]!
  const bands = Object.values(problem.policy.targets).map(
    ({ ages }) => ages !== undefined && age !== null && age >= ages.from && age <= ages.to,
  )
  return [patterns[pair], isWoman, isMinority, isCollege, status, ...bands].join(' ')
}

function wordsOf(set: readonly TargetId[], groups: readonly Group[]): Words {
  const names = set.map(targetWords)
  const rules = groups.map(groupWords)
  const zhSet = names.map(({ zh }) => `“${zh}”`).join('与')
  const enSet = names.map(({ en }) => `“${en}”`).join(' and ')
  const zhRules = rules.map(({ zh }) => `“${zh}”`).join('')
  const enRules = rules.map(({ en }) => en).join(', ')
  const zhHow = set.length > 1 ? '不能同时达到' : '达不到'
  const enHow = set.length > 1 ? 'cannot hold together' : 'cannot be reached'
  if (rules.length === 0)
    return { zh: `${zhSet}${zhHow}：可选的人不够`, en: `${enSet} ${enHow}: too few people` }
  return { zh: `按${zhRules}的要求，${zhSet}${zhHow}`, en: `${enSet} ${enHow} under ${enRules}` }
}

export function groupWords(group: Group): Words {
  if (group === 'pins') return { zh: '固定与排除', en: 'pins and exclusions' }
  const rule = [...ruleBook, ...pairRuleBook].find(({ id }) => id === group)
  return rule!.title
}
