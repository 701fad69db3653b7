import type { Solver } from '../plan/state.ts'
import { inReach, ruleBook } from '../rules/index.ts'
import { targetForms } from '../targets/index.ts'
import {
  type Ages,
  type Conflict,
  type Miss,
  type Plan,
  POSTS,
  type Policy,
  type Problem,
  type RuleId,
  type Slate,
  type TargetId,
  type TargetResult,
  type Village,
  type Words,
} from '../types.ts'
import { educationWords } from '../words.ts'
import { conflictsOf, type Situation, situationOf } from './conflicts.ts'
import { type Neighbour, postsCounted, postsOpen } from './reach.ts'
import { remediesOf } from './remedies.ts'

/** The cause and remedies of everything that a village of a plan misses; empty when it misses nothing. */
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
    const conflicts = conflictsOf(situation, result.id)
    return {
      village,
      target: result.id,
      cause: causeOf(situation, result, conflicts),
      conflicts,
      remedies: remediesOf(situation, result.id),
      profile: profileOf(problem.policy, situation.problem.villages[0]!, slate, result.id),
    }
  })
}

/** Counts first; then the clash; where neither bars it, the miss is the price of the rest of the plan. */
function causeOf(
  situation: Situation,
  { id, reason }: TargetResult,
  conflicts: readonly Conflict[],
): Words {
  const counts = countsOf(situation, id)
  if (counts !== null) return joined(reason, counts)
  const clash = conflicts[0]
  if (clash === undefined) return joined(reason, GAVE_WAY)
  return joined(reason, clash.members.length === 1 ? poolOf(situation, id) : clash.words)
}

/** How many people the village has to choose from, and for the reserves who could become one. */
function poolOf({ problem, neighbours, here, elsewhere }: Situation, id: TargetId): Words {
  const village = problem.villages[0]!
  const near = [...neighbours.values()].filter(({ talent }) => inReach(talent, village))
  const may = near.filter((neighbour) => postsOpen(neighbour, village, () => true) !== 0)
  if (id !== 'depth')
    return {
      zh: `在本村或愿来本村的 ${near.length} 人中，符合资格的只有 ${may.length} 人`,
      en: `of ${near.length} people here or willing to come, only ${may.length} may sit`,
    }
  const atHome = may.filter(
    ({ talent }) => talent.homeVillage === village.code && talent.status !== 'reserve',
  )
  const free = atHome.filter(({ talent }) => !here.has(talent.id) && !elsewhere.has(talent.id))
  return {
    zh: `本村符合资格、未列方案也未列后备的另有 ${free.length} 人`,
    en: `${free.length} more of the village may sit, but are neither on a slate nor reserves`,
  }
}

const GAVE_WAY: Words = {
  zh: '本村单独可以达到，是与全镇（县）其他目标取舍的结果',
  en: 'the village alone could reach it: it gave way to targets of the whole plan',
}

const joined = (one: Words, other: Words): Words => ({
  zh: `${one.zh}；${other.zh}`,
  en: `${one.en}; ${other.en}`,
})

/** How many people in reach would count, how many of them may sit, and what bars the others; null when enough may. */
function countsOf({ problem, neighbours, elsewhere }: Situation, id: TargetId): Words | null {
  const form = targetForms(problem).find((one) => one.id === id)
  if (form === undefined || SUMS.includes(id)) return null
  const village = problem.villages[0]!
  const counting = [...neighbours.values()].flatMap((neighbour) => {
    const posts = postsCounted(form, neighbour.member, ALL_POSTS)
    return posts !== 0 && inReach(neighbour.talent, village) ? [{ neighbour, posts }] : []
  })
  const may = counting.filter(({ neighbour }) => {
    const open = postsOpen(neighbour, village, () => true)
    return postsCounted(form, neighbour.member, open) !== 0
  })
  const free = may.filter(({ neighbour }) => !elsewhere.has(neighbour.talent.id))
  if (free.length >= form.atLeast) return null
  const barredBy = tally(
    counting
      .filter((one) => !may.includes(one))
      .map(({ neighbour, posts }) => fewestBlocks(neighbour, posts)),
  )
  const zh = barredBy.map(([rule, count]) => `${count} 人因“${titleOf(rule).zh}”`).join('、')
  const en = barredBy.map(([rule, count]) => `${count} by “${titleOf(rule).en}”`).join(', ')
  const taken = may.length - free.length
  return {
    zh: `在本村或愿来本村的人中，可计入的 ${counting.length} 人，符合资格的 ${may.length} 人${taken > 0 ? `（${taken} 人已列其他村）` : ''}${zh && `；其余主要是${zh}`}`,
    en: `of ${counting.length} here or willing to come who would count, ${may.length} may sit${taken > 0 ? ` (${taken} on other slates)` : ''}${en && `; the others are barred mainly ${en}`}`,
  }
}

/** What bars somebody from the post they are nearest to; of equals the humbler post. */
function fewestBlocks({ blocks }: Neighbour, posts: number): readonly RuleId[] {
  const sets = blocks.filter((_, index) => ((posts >> index) & 1) === 1)
  return sets.reduce((fewest, rules) => (rules.length <= fewest.length ? rules : fewest))
}

const ALL_POSTS = (1 << POSTS.length) - 1
const SUMS: readonly TargetId[] = ['seats', 'seats.law', 'age.mean', 'age.core', 'college.share']

const titleOf = (id: RuleId) => ruleBook.find((rule) => rule.id === id)!.title

/** The two rules that bar most people. */
function tally(sets: readonly (readonly RuleId[])[]): [RuleId, number][] {
  const counts = new Map<RuleId, number>()
  for (const rule of sets.flat()) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 2)
}

/** The kind of person whose coming would mend the miss; null where one more person mends nothing. */
function profileOf(policy: Policy, village: Village, slate: Slate, id: TargetId): Words | null {
  const { ages } = policy.targets[id]
  const kind = ages === undefined ? KINDS[id] : agesWords(ages, policy)
  if (kind === undefined) return null
  const education = educationWords[policy.education[village.kind]]
  const held = slate.seats.filter(
    ({ post }) => post === 'secretary' || post === 'party-member',
  ).length
  const isParty =
    id === 'margin' || id === 'combined' || (id === 'seats' && held < village.seats.party)
  const place = isParty ? PARTY : RESIDENT
  const hasAge = /\d/.test(kind.zh)
  const zh = [
    kind.zh,
    hasAge ? '' : `${policy.age.max} 岁及以下`,
    `${education.zh}及以上`,
    place.zh,
  ]
  const en = [
    kind.en,
    hasAge ? '' : `aged ${policy.age.max} or under`,
    `${education.en} or above`,
    place.en,
  ]
  return { zh: zh.filter(Boolean).join('、'), en: en.filter(Boolean).join(', ') }
}

const PARTY: Words = { zh: '正式党员', en: 'full Party member' }
const RESIDENT: Words = {
  zh: '本村村民，或有选举委员会同意',
  en: 'resident, or with the election committee’s consent',
}

function agesWords({ from, to }: Ages, { age }: Policy): Words {
  const last = Math.min(to, age.max)
  return { zh: `${from} 至 ${last} 岁`, en: `aged ${from} to ${last}` }
}

const KINDS: Partial<Record<TargetId, Words>> = {
  seats: { zh: '', en: '' },
  'seats.law': { zh: '', en: '' },
  'women.min': { zh: '女', en: 'a woman' },
  'minority.min': { zh: '少数民族', en: 'of a smaller nationality' },
  'age.mean': { zh: '年轻些的', en: 'younger' },
  'college.share': { zh: '大专及以上', en: 'junior college or above' },
  combined: { zh: '能一人任书记和主任', en: 'able to be both secretary and chair' },
  margin: { zh: '', en: '' },
  depth: { zh: '愿作后备', en: 'willing to be a reserve' },
}
