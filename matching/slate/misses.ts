import type { Solver } from '../plan/search.ts'
import { ruleBook } from '../rules/index.ts'
import { targetForms } from '../targets.ts'
import {
  type Miss,
  type Plan,
  POSTS,
  type Problem,
  type RuleId,
  type TargetId,
  type TargetResult,
  type Words,
} from '../types.ts'
import { educationWords } from '../words.ts'
import { conflictsOf, type Situation, situationOf } from './conflicts.ts'
import { postsCounted, postsOpen } from './reach.ts'
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
  const elsewhere = plan.slates
    .filter((one) => one !== slate)
    .flatMap(({ seats }) => seats.map(({ talent }) => talent))
  const situation = situationOf(problem, village, new Set(elsewhere), solver)
  return missed.map((result) => {
    const conflicts = conflictsOf(situation, result.id)
    return {
      village,
      target: result.id,
      cause: causeOf(
        situation,
        result,
        conflicts.map(({ words }) => words),
      ),
      conflicts,
      remedies: remediesOf(situation, result.id),
      profile: profileOf(problem, situation, result.id),
    }
  })
}

/** Counts first; then the clash; where neither bars it, the miss is the price of the rest of the plan. */
function causeOf(
  situation: Situation,
  { id, reason }: TargetResult,
  clashes: readonly Words[],
): Words {
  const counts = countsOf(situation, id)
  if (counts !== null) return { zh: `${reason.zh}；${counts.zh}`, en: `${reason.en}; ${counts.en}` }
  const clash = clashes[0]
  if (clash !== undefined)
    return { zh: `${reason.zh}；${clash.zh}`, en: `${reason.en}; ${clash.en}` }
  return {
    zh: `${reason.zh}；本村单独可以达到，是与全镇（县）其他目标取舍的结果`,
    en: `${reason.en}; the village alone could reach it: it gave way to targets of the whole plan`,
  }
}

/** How many people near the village would count, how many of them may sit, and what bars the others; null when enough may. */
function countsOf({ problem, neighbours, elsewhere }: Situation, id: TargetId): Words | null {
  const form = targetForms(problem).find((one) => one.id === id)
  if (form === undefined || SUMS.includes(id)) return null
  const village = problem.villages[0]!
  const counting = [...neighbours.values()].filter(
    ({ member }) => postsCounted(form, member, ALL_POSTS) !== 0,
  )
  const may = counting.filter(
    (neighbour) =>
      postsCounted(
        form,
        neighbour.member,
        postsOpen(neighbour, village, () => true),
      ) !== 0,
  )
  const free = may.filter(({ talent }) => !elsewhere.has(talent.id))
  if (free.length >= form.atLeast) return null
  const barredBy = tally(
    counting
      .filter((neighbour) => !may.includes(neighbour))
      .map(({ blocks }) =>
        blocks.reduce((fewest, rules) => (rules.length < fewest.length ? rules : fewest)),
      ),
  )
  const zh = barredBy.map(([rule, count]) => `${count} 人因“${titleOf(rule).zh}”`).join('、')
  const en = barredBy.map(([rule, count]) => `${count} by “${titleOf(rule).en}”`).join(', ')
  const taken = may.length - free.length
  return {
    zh: `本村和本镇可计入的 ${counting.length} 人中，符合资格的 ${may.length} 人${taken > 0 ? `（其中 ${taken} 人已列其他村）` : ''}${zh && `；其余主要是${zh}`}`,
    en: `of ${counting.length} who would count, ${may.length} may sit${taken > 0 ? ` (${taken} on other slates)` : ''}${en && `; the others are barred mainly ${en}`}`,
  }
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
function profileOf({ policy }: Problem, { problem }: Situation, id: TargetId): Words | null {
  const kind = KINDS[id]
  if (kind === undefined) return null
  const village = problem.villages[0]!
  const education = educationWords[policy.education[village.kind]]
  const isParty = id === 'margin' || id === 'combined'
  return {
    zh: [
      kind.zh,
      `${policy.age.max} 岁及以下`,
      `${education.zh}及以上`,
      isParty ? '正式党员' : '本村村民，或有选举委员会同意',
    ]
      .filter((part) => part !== '')
      .join('、'),
    en: [
      kind.en,
      `${policy.age.max} or under`,
      `${education.en} or above`,
      isParty ? 'full Party member' : 'resident, or with the election committee’s consent',
    ]
      .filter((part) => part !== '')
      .join(', '),
  }
}

const KINDS: Partial<Record<TargetId, Words>> = {
  seats: { zh: '', en: '' },
  'seats.law': { zh: '', en: '' },
  'women.min': { zh: '女', en: 'a woman' },
  'minority.min': { zh: '少数民族', en: 'of a smaller nationality' },
  'young.min': { zh: '35 岁及以下', en: 'aged 35 or under' },
  'age30.min': { zh: '28 至 32 岁', en: 'aged 28 to 32' },
  'age.core': { zh: '30 至 45 岁', en: 'aged 30 to 45' },
  'age.mean': { zh: '年轻些的', en: 'younger' },
  'college.share': { zh: '大专及以上', en: 'junior college or above' },
  combined: { zh: '能一人任书记和主任', en: 'able to be both secretary and chair' },
  margin: { zh: '', en: '' },
  depth: { zh: '愿作后备', en: 'willing to be a reserve' },
}
