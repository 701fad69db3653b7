import { isNothing, plain } from '../text.ts'
import type { Context, SkillValue } from '../types.ts'

/** What townships call it → skill of the first dictionary. A county that has dropped the skill keeps the word. */
const CALLED: Readonly<Record<string, string>> = {
  财务: 'bookkeeping',
  会计: 'bookkeeping',
  记账: 'bookkeeping',
  出纳: 'bookkeeping',
  财会: 'bookkeeping',
  财务管理: 'bookkeeping',
  果树种植: 'fruit-growing',
  果树: 'fruit-growing',
  林果: 'fruit-growing',
  果品种植: 'fruit-growing',
  苹果种植: 'fruit-growing',
  桃树种植: 'fruit-growing',
  果树管理: 'fruit-growing',
  果树修剪: 'fruit-growing',
  葡萄: 'grape-growing',
  葡萄栽培: 'grape-growing',
  蔬菜种植: 'vegetable-growing',
  大棚蔬菜: 'vegetable-growing',
  蔬菜: 'vegetable-growing',
  大棚种植: 'vegetable-growing',
  养殖: 'livestock',
  畜牧: 'livestock',
  养殖业: 'livestock',
  畜禽养殖: 'livestock',
  养猪: 'livestock',
  养羊: 'livestock',
  养牛: 'livestock',
  养鸡: 'livestock',
  养殖技术: 'livestock',
  林业: 'forestry',
  护林: 'forestry',
  农产品深加工: 'food-processing',
  食品加工: 'food-processing',
  冷链: 'cold-chain',
  仓储: 'cold-chain',
  电商: 'e-commerce',
  电子商务: 'e-commerce',
  电商运营: 'e-commerce',
  直播带货: 'e-commerce',
  直播: 'e-commerce',
  网络销售: 'e-commerce',
  网店: 'e-commerce',
  网店运营: 'e-commerce',
  电商直播: 'e-commerce',
  旅游: 'tourism',
  农家乐: 'tourism',
  民宿: 'tourism',
  旅游管理: 'tourism',
  乡村旅游管理: 'tourism',
  合作社管理: 'cooperative-management',
  合作社: 'cooperative-management',
  农机: 'machinery',
  农机驾驶: 'machinery',
  农业机械: 'machinery',
  农机维修: 'machinery',
  机械操作: 'machinery',
  水利: 'water-works',
  水电: 'water-works',
  建筑: 'construction',
  工程: 'construction',
  工程建设: 'construction',
  建筑工程: 'construction',
  工程施工: 'construction',
  物流: 'logistics',
  运输: 'logistics',
  快递: 'logistics',
  驾驶: 'logistics',
  项目: 'project-funding',
  项目争取: 'project-funding',
  招商引资: 'project-funding',
  调解: 'mediation',
  矛盾调解: 'mediation',
  矛盾纠纷调解: 'mediation',
  人民调解: 'mediation',
  纠纷化解: 'mediation',
  矛盾化解: 'mediation',
  群众工作: 'mediation',
  法律: 'law',
  法律知识: 'law',
  法律咨询: 'law',
  法务: 'law',
  普法: 'law',
  党务: 'party-work',
  党建: 'party-work',
  党建工作: 'party-work',
  网格: 'grid-work',
  网格员: 'grid-work',
  社区治理: 'grid-work',
  社工: 'social-work',
  养老: 'elderly-care',
  医疗: 'medicine',
  医疗卫生: 'medicine',
  卫生: 'medicine',
  医学: 'medicine',
  护理: 'medicine',
  村医: 'medicine',
  中医: 'medicine',
  教育: 'teaching',
  教学: 'teaching',
  幼教: 'teaching',
  文体: 'culture',
  文艺: 'culture',
  宣传: 'culture',
  文化宣传: 'culture',
  主持: 'culture',
  广场舞: 'culture',
  环境整治: 'clean-village',
  人居环境: 'clean-village',
  文字材料: 'writing',
  写作: 'writing',
  公文: 'writing',
  文字: 'writing',
  材料写作: 'writing',
  文秘: 'writing',
  文字综合: 'writing',
  计算机: 'computing',
  电脑: 'computing',
  办公软件: 'computing',
  电脑操作: 'computing',
  信息技术: 'computing',
  计算机操作: 'computing',
}

/** Skills of one cell: those of the dictionary by id, others as words. */
export function readSkills(text: string, { skills }: Pick<Context, 'skills'>): SkillValue[] {
  const known = dictionaryOf(skills)
  const found = new Map<string, SkillValue>()
  for (const part of splitAround(text, known.keys())) {
    const skill = known.get(plain(part).toLowerCase()) ?? calledOf(part, known)
    const value = skill === undefined ? { word: part } : { skill }
    found.set(skill ?? `word ${part}`, value)
  }
  return [...found.values()]
}

/** Words of a list within a cell: 财务、电商；农机. */
export function split(text: string): string[] {
  return text
    .split(/[、,，;；/／\n|+＋&]|\s+/)
    .map((it) => it.trim().replace(/[.。]$/, ''))
    .filter((it) => it !== '' && !isNothing(it))
}

/** As `split`, but a name of the dictionary that holds such a sign stays whole: 退休、退居二线干部. */
export function splitAround(text: string, names: Iterable<string>): string[] {
  const typed = plain(text)
  const whole = [...names].filter((name) => PARTING.test(name) && typed.includes(name))
  if (whole.length === 0) return split(text)
  const rest = whole.reduce((left, name) => left.replace(name, '、'), typed)
  return [...whole, ...split(rest)]
}

const PARTING = /[、,;/|+&]/

function calledOf(part: string, known: ReadonlyMap<string, string>): string | undefined {
  const typed = plain(part)
  const id = CALLED[typed] ?? CALLED[typed.replace(/(技术|技能|专业|方面|工作|类)$/, '')]
  return id !== undefined && known.has(id) ? id : undefined
}

const remembered = new WeakMap<object, Map<string, string>>()

function dictionaryOf(entries: Context['skills']): Map<string, string> {
  const known = remembered.get(entries)
  if (known) return known
  const map = new Map(
    entries.flatMap(({ id, zh, en }) =>
      [id, plain(zh), plain(en).toLowerCase()].map((word) => [word.toLowerCase(), id] as const),
    ),
  )
  remembered.set(entries, map)
  return map
}
