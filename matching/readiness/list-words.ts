import type { Day, Words } from '../types.ts'
import type { VillageList } from './facts.ts'
import type { ListCandidate, ListObstacle, ListRemedy, SignedList } from './lists.ts'

export const LIST_WORDS: Record<VillageList, Words> = {
  settled: { zh: '已落实', en: 'settled' },
  willing: { zh: '有意向', en: 'willing' },
  none: { zh: '无合适人选', en: 'none suitable' },
}
export const REMEDY_WORDS: Record<ListRemedy, Words> = {
  'another-village': { zh: '外村选派', en: 'somebody from another village' },
  'posted-in': { zh: '上级下派', en: 'somebody posted in' },
  recruited: { zh: '公开选聘', en: 'open recruitment' },
}
export const OBSTACLE_WORDS: Record<ListObstacle, Words> = {
  gone: { zh: '人选记录已不在人才库', en: 'the person is not in the pool any more' },
  left: { zh: '人选已离开人才库', en: 'the person left the pool' },
  withdrawn: { zh: '人选已撤回同意', en: 'the person withdrew the consent' },
  'no-consent': { zh: '尚未取得人选本人同意', en: 'the person has not consented' },
  barred: { zh: '人选不符合任职条件', en: 'a rule bars the person' },
  unknown: { zh: '人选任职条件待核实', en: 'it is not known whether the rules allow it' },
  'not-approved': { zh: '放宽条件尚未批准', en: 'a relaxation is not approved yet' },
  objection: { zh: '联审部门有异议', en: 'a department objects' },
  over: { zh: '人选的提名已终止', en: 'the nomination ended' },
  elsewhere: { zh: '人选已在其他村提名', en: 'the person is nominated for another village' },
  nominated: { zh: '已有符合条件的提名人选', en: 'somebody suitable is nominated now' },
}

/** Words about lists name nobody: they are kept with the village when a person is erased. */
export function settledBy(isChosen: boolean, settled: readonly ListCandidate[], today: Day): Words {
  if (isChosen)
    return { zh: '一肩挑人选已按程序产生', en: 'The combined role is filled by due procedure' }
  const ends = settled.flatMap(({ nominee }) => nominee?.validUntil ?? []).sort()
  const [until] = ends.filter((day) => day >= today)
  return {
    zh: `一肩挑建议人选联审全部通过${until ? `，有效期至 ${until}` : ''}`,
    en: `Every department passed the candidate${until ? `, valid until ${until}` : ''}`,
  }
}

export function willingBy(willing: readonly ListCandidate[]): Words {
  const nominees = willing.filter(({ nominee }) => nominee !== null).length
  const incumbents = willing.filter((one) => one.nominee === null && one.isIncumbent).length
  const reserves = willing.length - nominees - incumbents
  const parts = [
    { count: nominees, zh: '提名', en: 'nominated' },
    { count: incumbents, zh: '在任', en: 'in office' },
    { count: reserves, zh: '后备', en: 'in reserve' },
  ].filter(({ count }) => count > 0)
  return {
    zh: `符合条件且本人同意的有 ${willing.length} 人（${parts.map((it) => `${it.zh} ${it.count}`).join('、')}）`,
    en: `${willing.length} suit and agree (${parts.map((it) => `${it.count} ${it.en}`).join(', ')})`,
  }
}

export const noneFound: Words = {
  zh: '没有符合条件且本人同意的人选',
  en: 'Nobody who suits has agreed',
}

export function notedNone(on: Day, remedy: ListRemedy | null): Words {
  return {
    zh: `${on} 签字列入无合适人选${remedy ? `，拟${REMEDY_WORDS[remedy].zh}` : ''}`,
    en: `Signed on ${on}: none suits${remedy ? `, ${REMEDY_WORDS[remedy].en} is tried` : ''}`,
  }
}

export function signed(list: 'settled' | 'willing', on: Day): Words {
  return {
    zh: `${on} 签字列入${LIST_WORDS[list].zh}`,
    en: `Signed as ${LIST_WORDS[list].en} on ${on}`,
  }
}

/** Adds that what was signed does not hold any more, and why. */
export function lapsed(
  words: Words,
  decision: SignedList | null,
  against: ListObstacle | null,
): Words {
  if (decision === null || against === null) return words
  const [list, why] = [LIST_WORDS[decision.list], OBSTACLE_WORDS[against]]
  return {
    zh: `${words.zh}；${decision.on} 签字的“${list.zh}”已失效：${why.zh}`,
    en: `${words.en}; “${list.en}” of ${decision.on} does not hold any more: ${why.en}`,
  }
}
