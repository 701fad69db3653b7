import { placementsOf } from '../plan/incumbent.ts'
import { prepare } from '../plan/instance.ts'
import { resultsAt } from '../plan/results.ts'
import { glimpse } from '../plan/search.ts'
import { assess, ruleBook } from '../rules/index.ts'
import { targetWords } from '../targets/index.ts'
import {
  POSTS,
  type Problem,
  type Remedy,
  type RuleId,
  type Talent,
  type TargetId,
  type Village,
  type Words,
} from '../types.ts'
import { type Candidate, candidatesFor, stepsOf, supposing } from './candidates.ts'
import type { Situation } from './conflicts.ts'

/** People named at most; each was tried by a solve of the village. */
const NAMED = 2

/**
 * What would mend a miss, the least work first. Every remedy that names a person is tried: the village is solved again
 * with that person available, and what then still lacks is said.
 */
export function remediesOf(situation: Situation, missed: TargetId): Remedy[] {
  const { problem } = situation
  const before = missIn(situation, problem, missed)
  const named: Remedy[] = []
  for (const candidate of candidatesFor(situation, missed)) {
    const after = missIn(situation, supposing(situation, candidate), missed)
    if (after < before - 1e-9) named.push(remedyOf(situation, candidate, missed, after))
    if (named.length === NAMED) break
  }
  return [...named, ...liftingExclusions(problem), relaxing(problem, missed)]
}

/** What the best slate of the village misses of one target when only people who sit nowhere else can be had. */
function missIn(
  { elsewhere, solver, problem: own }: Situation,
  problem: Problem,
  target: TargetId,
): number {
  const changed = problem.talents.filter((talent, index) => talent !== own.talents[index])
  const isFree = (talent: Talent) => changed.includes(talent) || !elsewhere.has(talent.id)
  const instance = prepare({ ...problem, talents: problem.talents.filter(isFree) })
  const { columns } = glimpse(instance, { ...solver, gap: 0.05 })
  const results = resultsAt(instance, columns, placementsOf(instance, columns), 0)
  return results.find(({ id }) => id === target)?.miss ?? 0
}

function remedyOf(
  { problem }: Situation,
  candidate: Candidate,
  missed: TargetId,
  after: number,
): Remedy {
  const target = targetWords(missed)
  const steps = stepWords(candidate, problem)
  return {
    kind: kindOf(candidate),
    talent: candidate.neighbour.talent.id,
    actions: stepsOf(candidate),
    approvedBy: candidate.isElsewhere ? 'township' : null,
    isAllowed: true,
    words: { zh: steps.map(({ zh }) => zh).join('；'), en: steps.map(({ en }) => en).join('; ') },
    effect:
      after === 0
        ? { zh: `做后“${target.zh}”达标`, en: `then “${target.en}” is met` }
        : { zh: `做后“${target.zh}”仍缺 ${after}`, en: `then “${target.en}” still lacks ${after}` },
  }
}

function kindOf({ rules, isElsewhere, isReserve }: Candidate): Remedy['kind'] {
  if (isElsewhere) return 'move'
  if (rules.includes('willing')) return 'willingness'
  if (rules.includes('residence')) return 'residence'
  return rules.length === 0 && isReserve ? 'reserve' : 'paper'
}

function stepWords(
  { neighbour, rules, isElsewhere, isReserve }: Candidate,
  problem: Problem,
): Words[] {
  const { talent } = neighbour
  const { name } = talent
  const move = { zh: `从其他村方案调剂${name}`, en: `free ${name} from another village’s slate` }
  const reserve = { zh: `把${name}列为本村后备`, en: `make ${name} a reserve of the village` }
  const papers = rules.map((rule) => {
    const paper = paperOf(talent, problem.villages[0]!, rule, problem)
    return { zh: `${name}：${paper.zh}`, en: `${name}: ${paper.en}` }
  })
  return [...(isElsewhere ? [move] : []), ...papers, ...(isReserve ? [reserve] : [])]
}

/** The paper or answer to obtain, in the rule's own words. */
function paperOf(talent: Talent, village: Village, rule: RuleId, { policy }: Problem): Words {
  const findings = POSTS.flatMap((post) => assess(talent, village, post, policy))
  const missing = findings.find((finding) => finding.rule === rule && finding.missing)?.missing
  const title = ruleBook.find(({ id }) => id === rule)!.title
  if (missing) return { zh: `补${missing.zh}`, en: `obtain ${missing.en}` }
  if (rule === 'willing')
    return {
      zh: `征求到${village.name}任职的意愿`,
      en: `ask whether they would serve in ${village.name}`,
    }
  return { zh: `补“${title.zh}”材料`, en: `settle “${title.en}”` }
}

function liftingExclusions({ exclusions, talents }: Problem): Remedy[] {
  return exclusions.slice(0, NAMED).map(({ talent }) => {
    const name = talents.find(({ id }) => id === talent)?.name ?? talent
    return {
      kind: 'exclusion',
      talent,
      actions: 1,
      approvedBy: null,
      isAllowed: true,
      words: {
        zh: `取消对${name}的排除后重新测算`,
        en: `take the exclusion of ${name} back and compute again`,
      },
      effect: { zh: '多一名可选的人', en: 'one more person to choose from' },
    }
  })
}

/** The law cannot be relaxed; a policy is the county's to change. */
function relaxing({ policy }: Problem, missed: TargetId): Remedy {
  const target = targetWords(missed)
  const isLaw = policy.targets[missed].tier === 'law'
  return {
    kind: 'relax',
    talent: null,
    actions: 1,
    approvedBy: isLaw ? null : 'county',
    isAllowed: !isLaw,
    words: { zh: `放宽“${target.zh}”`, en: `relax “${target.en}”` },
    effect: isLaw
      ? { zh: '法律规定，任何一级都不能放宽', en: 'set by law; no level may relax it' }
      : {
          zh: '须由县级修订政策，影响全县各村',
          en: 'the county’s to change, for all its villages',
        },
  }
}
