import { isNothing, plain } from '../text.ts'
import type { Context, SkillValue } from '../types.ts'

/** What townships call it, by skill of the first dictionary. A county that has dropped the skill keeps the word. */
const CALLED = new Map(
  Object.entries({
    bookkeeping: '财务 会计 记账 出纳 财会 财务管理',
    'fruit-growing': '果树种植 果树 林果 果品种植 苹果种植 桃树种植 果树管理 果树修剪',
    'grape-growing': '葡萄 葡萄栽培',
    'vegetable-growing': '蔬菜种植 大棚蔬菜 蔬菜 大棚种植',
    livestock: '养殖 畜牧 养殖业 畜禽养殖 养猪 养羊 养牛 养鸡 养殖技术',
    forestry: '林业 护林',
    'food-processing': '农产品深加工 食品加工',
    'cold-chain': '冷链 仓储',
    'e-commerce': '电商 电子商务 电商运营 直播带货 直播 网络销售 网店 网店运营 电商直播',
    tourism: '旅游 农家乐 民宿 旅游管理 乡村旅游管理',
    'cooperative-management': '合作社管理 合作社',
    machinery: '农机 农机驾驶 农业机械 农机维修 机械操作',
    'water-works': '水利 水电',
    construction: '建筑 工程 工程建设 建筑工程 工程施工',
    logistics: '物流 运输 快递 驾驶',
    'project-funding': '项目 项目争取 招商引资',
    mediation: '调解 矛盾调解 矛盾纠纷调解 人民调解 纠纷化解 矛盾化解 群众工作',
    law: '法律 法律知识 法律咨询 法务 普法',
    'party-work': '党务 党建 党建工作',
    'grid-work': '网格 网格员 社区治理',
    'social-work': '社工',
    'elderly-care': '养老',
    medicine: '医疗 医疗卫生 卫生 医学 护理 村医 中医',
    teaching: '教育 教学 幼教',
    culture: '文体 文艺 宣传 文化宣传 主持 广场舞',
    'clean-village': '环境整治 人居环境',
    writing: '文字材料 写作 公文 文字 材料写作 文秘 文字综合',
    computing: '计算机 电脑 办公软件 电脑操作 信息技术 计算机操作',
  }).flatMap(([skill, words]) => words.split(' ').map((word) => [word, skill] as const)),
)

/** Skills of one cell: those of the dictionary by id, others as words. */
export function readSkills(text: string, { skills }: Pick<Context, 'skills'>): SkillValue[] {
  const { known, whole } = dictionaryOf(skills)
  const found = new Map<string, SkillValue>()
  const idOf = (part: string) => known.get(plain(part).toLowerCase()) ?? calledOf(part, known)
  for (const part of splitAround(text, whole).flatMap((it) => joinedParts(it, idOf))) {
    const skill = idOf(part)
    const value = skill === undefined ? { word: part } : { skill }
    found.set(skill ?? `word ${part}`, value)
  }
  return [...found.values()]
}

/** 财务和电商 are two where both are known; 人和 stays what it is. */
function joinedParts(part: string, idOf: (part: string) => string | undefined): string[] {
  if (!/[和及与]/.test(part) || idOf(part) !== undefined) return [part]
  const parts = part.split(/[和及与]/)
  return parts.every((it) => idOf(it) !== undefined) ? parts : [part]
}

/** Words of a list within a cell: 财务、电商；农机. */
export function split(text: string): string[] {
  return text
    .split(/[、,，;；/／\n|+＋&]|\s+/)
    .map((it) => it.trim().replace(/[.。]$/, ''))
    .filter((it) => it !== '' && !isNothing(it))
}

/** As `split`, but a name of the dictionary that holds such a sign stays whole: 退休、退居二线干部. */
export function splitAround(text: string, names: readonly string[]): string[] {
  if (names.length === 0) return split(text)
  const typed = plain(text)
  const found = names.filter((name) => typed.includes(name))
  if (found.length === 0) return split(text)
  return [...found, ...split(found.reduce((left, name) => left.replace(name, '、'), typed))]
}

/** Names that `split` would tear apart. */
export function wholeNames(names: Iterable<string>): string[] {
  return [...names].filter((name) => /[、,;/|+&]/.test(name))
}

function calledOf(part: string, known: ReadonlyMap<string, string>): string | undefined {
  const typed = plain(part)
  const stem = typed.replace(/(技术|技能|专业|方面|工作|类)$/, '')
  const id = CALLED.get(typed) ?? CALLED.get(stem)
  return id !== undefined && known.has(id) ? id : undefined
}

type Dictionary = { known: Map<string, string>; whole: string[] }
const remembered = new WeakMap<object, Dictionary>()

function dictionaryOf(entries: Context['skills']): Dictionary {
  const made = remembered.get(entries)
  if (made) return made
  const known = new Map(
    entries.flatMap(({ id, zh, en }) =>
      [id, plain(zh), plain(en)].map((word) => [word.toLowerCase(), id] as const),
    ),
  )
  const dictionary = { known, whole: wholeNames(known.keys()) }
  remembered.set(entries, dictionary)
  return dictionary
}
