import type { Words } from '../../matching/types.ts'
import type { Relaxation } from './hit.ts'
import type { Selection } from './select.ts'

/** Conditions that keep everybody out by themselves: without one there would be so many. The most first. */
export function relaxationsOf({ conditions, alone }: Selection): Relaxation[] {
  if (conditions.length < 2) return []
  return conditions
    .map(({ key }, at) => ({ drop: key, words: wordsFor(key), count: alone[at]! }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}

function wordsFor(key: string): Words {
  if (key.startsWith('q:')) {
    const word = key.slice(2)
    return { zh: `去掉“${word}”`, en: `Without “${word}”` }
  }
  const { zh, en } = FILTERS[key] ?? { zh: key, en: key }
  return { zh: `不限${zh}`, en: `Any ${en}` }
}

const FILTERS: Record<string, Words> = {
  township: { zh: '乡镇（街道）', en: 'township' },
  village: { zh: '村（社区）', en: 'village' },
  source: { zh: '来源类别', en: 'group' },
  channel: { zh: '入库渠道', en: 'channel' },
  age: { zh: '年龄', en: 'age' },
  sex: { zh: '性别', en: 'sex' },
  education: { zh: '学历', en: 'education' },
  party: { zh: '政治面貌', en: 'Party status' },
  skill: { zh: '专长', en: 'skill' },
  status: { zh: '状态', en: 'status' },
  readiness: { zh: '资格', en: 'eligibility' },
  ready: { zh: '可任岗位', en: 'post' },
  fresh: { zh: '材料新近', en: 'age of evidence' },
  tag: { zh: '标签', en: 'tag' },
  list: { zh: '名单', en: 'list' },
  like: { zh: '相近人选', en: 'likeness' },
  seat: { zh: '岗位', en: 'seat' },
}
