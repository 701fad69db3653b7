import { pairRuleBook, ruleBook } from '../rules/index.ts'
import { targetWords } from '../targets/index.ts'
import type { Conflict, ConflictMember, TargetId, Words } from '../types.ts'
import { type Base, baseOf, type Group, isTarget, membersOf, questionOf } from './base.ts'
import { teamFor } from './holds.ts'
import { isMetBy } from './met-by.ts'
import { type Bits, type Sets, smallestSets } from './sets.ts'
import type { Situation } from './situation.ts'

/** What clashes over a missed target, and what would have to give way. */
export type Clash = { base: Base; sets: Sets }

/** Searches for one target at most; what is left open by then is said to be incomplete. */
const MOST_SEARCHES = 4_000

export function clashOf(
  situation: Situation,
  missed: TargetId,
  base: Base = baseOf(situation, missed),
): Clash {
  const { solver } = situation
  let searches = 0
  const hold = (set: Bits) => {
    searches++
    return heldWith(situation, base, set)
  }
  const goesOn = () =>
    searches < MOST_SEARCHES && solver.secondsLeft() > 0 && !(solver.shouldStop?.() ?? false)
  return { base, sets: smallestSets(base.members.length, hold, goesOn) }
}

/** The set with every further member that the team found for it happens to keep as well. */
function heldWith(situation: Situation, base: Base, set: Bits): Bits | null {
  const team = teamFor(situation, questionOf(base, set))
  if (team === null) return null
  return base.members.reduce((held, _, index) => {
    const more = held | (1 << index)
    return more !== held && isMetBy(situation.crowd, questionOf(base, more), team) ? more : held
  }, set)
}

/** All smallest clashes in words, the smallest first. */
export function conflictsOf({ base, sets }: Clash): Conflict[] {
  return sets.clashes
    .map((set) => membersOf(base, set))
    .sort((a, b) => a.length - b.length)
    .map((members) => ({ members, words: wordsOf(base, members) }))
}

function wordsOf({ lowered }: Base, members: readonly ConflictMember[]): Words {
  const names = members.filter(isTarget).map((id) => {
    const { zh, en } = targetWords(id)
    return lowered.has(id)
      ? { zh: `“${zh}”不再多缺`, en: `“${en}” as far as it is met` }
      : { zh: `“${zh}”`, en: `“${en}”` }
  })
  const rules = members.filter((member): member is Group => !isTarget(member)).map(groupWords)
  const zhSet = names.map(({ zh }) => zh).join('与')
  const enSet = names.map(({ en }) => en).join(' and ')
  const zhRules = rules.map(({ zh }) => `“${zh}”`).join('')
  const enRules = rules.map(({ en }) => en).join(', ')
  const [zhHow, enHow] =
    names.length > 1 ? ['不能同时达到', 'cannot hold together'] : ['达不到', 'cannot be reached']
  if (rules.length === 0)
    return { zh: `${zhSet}${zhHow}：可选的人不够`, en: `${enSet} ${enHow}: too few people` }
  return { zh: `按${zhRules}的要求，${zhSet}${zhHow}`, en: `${enSet} ${enHow} under ${enRules}` }
}

export function groupWords(group: Group): Words {
  if (group === 'pins') return { zh: '固定与排除', en: 'pins and exclusions' }
  return [...ruleBook, ...pairRuleBook].find(({ id }) => id === group)!.title
}
