import { appraiseFor, fitOf } from '../criteria.ts'
import { appraisalOf, weightsFor } from '../plan/appraisal.ts'
import { placementsOf } from '../plan/incumbent.ts'
import { prepare } from '../plan/instance.ts'
import { resultsAt } from '../plan/results.ts'
import { glimpse } from '../plan/search.ts'
import { assess, ruleBook } from '../rules/index.ts'
import { type TargetForm, targetForms, targetWords } from '../targets/index.ts'
import {
  POSTS,
  type Post,
  type Problem,
  type Remedy,
  type RuleId,
  type Talent,
  type TargetId,
  type Village,
  type Words,
} from '../types.ts'
import type { Situation } from './conflicts.ts'
import { type Neighbour, postsCounted, postsOpen } from './reach.ts'

/** People named at most, and people tried for it; every trial costs a solve of the village. */
const NAMED = 2
const TRIED = 5
/** Rules whose answer is a paper or a word that can still be obtained. */
const OBTAINABLE: readonly RuleId[] = ['consent', 'willing', 'fitness', 'residence']

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

type Candidate = { neighbour: Neighbour; rules: RuleId[]; isElsewhere: boolean; fit: number }

/** People who would count towards the target if what can be obtained were; the fewest steps first, then who lives here, then fit. */
function candidatesFor(
  { problem, neighbours, elsewhere }: Situation,
  missed: TargetId,
): Candidate[] {
  const village = problem.villages[0]!
  const form = targetForms(problem).find(({ id }) => id === missed)
  const found = [...neighbours.values()].flatMap((neighbour): Candidate[] => {
    const isKept = (rule: RuleId) => !canBeObtained(neighbour.talent, rule)
    const posts = countedPosts(form, neighbour, postsOpen(neighbour, village, isKept))
    if (posts.length === 0) return []
    const rules = fewestRules(neighbour, posts)
    const isElsewhere = elsewhere.has(neighbour.talent.id)
    if (rules.length === 0 && !isElsewhere) return []
    const appraisal = appraiseFor(
      appraisalOf(neighbour.talent, problem.policy),
      neighbour.talent,
      village,
    )
    const { fit } = fitOf(appraisal, weightsFor(posts[0]!, problem.policy))
    return [{ neighbour, rules, isElsewhere, fit }]
  })
  const steps = ({ rules, isElsewhere }: Candidate) => rules.length + (isElsewhere ? 1 : 0)
  const isAway = ({ neighbour }: Candidate) =>
    neighbour.talent.homeVillage === village.code ? 0 : 1
  return found
    .sort((a, b) => steps(a) - steps(b) || isAway(a) - isAway(b) || b.fit - a.fit)
    .slice(0, TRIED)
}

/** Withdrawn consent and 'unfit' are answers, not gaps. Somebody who would stay at home can be asked again. */
function canBeObtained(talent: Talent, rule: RuleId): boolean {
  if (rule === 'consent') return talent.consent === null
  if (rule === 'fitness') return talent.isFit === null
  return OBTAINABLE.includes(rule)
}

function countedPosts(form: TargetForm | undefined, { member }: Neighbour, open: number): Post[] {
  const bits = form === undefined ? open : postsCounted(form, member, open)
  return POSTS.filter((_, index) => ((bits >> index) & 1) === 1)
}

function fewestRules({ blocks }: Neighbour, posts: readonly Post[]): RuleId[] {
  const sets = posts.map((post) => [...blocks[POSTS.indexOf(post)]!])
  return sets.reduce((fewest, set) => (set.length < fewest.length ? set : fewest))
}

/** The village with what this person lacks supposed to be in order. */
function supposing({ problem }: Situation, { neighbour, rules }: Candidate): Problem {
  const village = problem.villages[0]!
  const { talent } = neighbour
  const supposed: Talent = {
    ...talent,
    consent: rules.includes('consent') ? 'given' : talent.consent,
    isFit: rules.includes('fitness') ? true : talent.isFit,
    willingness: rules.includes('willing') ? 'county' : talent.willingness,
    consentedVillages: rules.includes('residence')
      ? [...talent.consentedVillages, village.code]
      : talent.consentedVillages,
  }
  return { ...problem, talents: problem.talents.map((one) => (one === talent ? supposed : one)) }
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
  const { neighbour, rules, isElsewhere } = candidate
  const village = problem.villages[0]!
  const { name } = neighbour.talent
  const papers = rules.map((rule) => paperOf(neighbour.talent, village, rule, problem))
  const kind = isElsewhere
    ? 'move'
    : rules.includes('willing')
      ? 'willingness'
      : rules.includes('residence')
        ? 'residence'
        : 'paper'
  const zh = [
    ...(isElsewhere ? [`从其他村方案调剂${name}`] : []),
    ...papers.map((paper) => `${name}：${paper.zh}`),
  ]
  const en = [
    ...(isElsewhere ? [`free ${name} from another village’s slate`] : []),
    ...papers.map((paper) => `${name}: ${paper.en}`),
  ]
  const target = targetWords(missed)
  return {
    kind,
    talent: neighbour.talent.id,
    actions: rules.length + (isElsewhere ? 1 : 0),
    approvedBy: isElsewhere ? 'township' : null,
    isAllowed: true,
    words: { zh: zh.join('；'), en: en.join('; ') },
    effect:
      after === 0
        ? { zh: `做后“${target.zh}”达标`, en: `then “${target.en}” is met` }
        : { zh: `做后“${target.zh}”仍缺 ${after}`, en: `then “${target.en}” still lacks ${after}` },
  }
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
