import type { Group, Person } from './person.ts'
import type { Random } from './random.ts'
import { grownIn } from './trades.ts'

/** Work in one line by group; `{trade}` is the village's main trade. */
const OCCUPATIONS: Record<Group, readonly string[]> = {
  returnee: [
    '返乡创业，开装饰设计工作室',
    '返乡开办文印店',
    '返乡办{trade}购销点',
    '返乡经营农家院',
    '返乡开办小型加工厂',
    '返乡电商创业',
    '从苏州返乡，承包果园',
    '从青岛返乡，做装修工程',
    '返乡开挖掘机租赁',
  ],
  graduate: [
    '毕业返乡，镇便民中心帮办',
    '县城企业职员',
    '农村电商公司运营',
    '备考教师，暑期支教',
    '会计代理公司职员',
    '村级助农直播员',
    '县融媒体中心见习',
  ],
  veteran: [
    '退役后任护林员',
    '退役后跑货运',
    '退役后任治安巡防员',
    '退役后办家庭农场',
    '退役后任网格员',
    '县应急救援队队员',
  ],
  'wealth-creator': [
    '{trade}{raise}大户',
    '家庭农场主',
    '大棚种植户',
    '农机作业服务户',
    '林下养殖户',
    '农产品加工户',
  ],
  'cooperative-head': [
    '{trade}专业合作社理事长',
    '农机服务合作社负责人',
    '土地股份合作社理事',
    '果品合作社理事长',
  ],
  merchant: [
    '农资经销店店主',
    '建材经营户',
    '果品批发商',
    '镇上超市店主',
    '运输车队负责人',
    '餐饮店店主',
  ],
  'doctor-or-teacher': ['村卫生室医生', '小学教师', '幼儿园教师', '镇中心校教师', '卫生院公卫人员'],
  'social-worker': ['社区专职工作者', '社工站社工', '社区网格员', '日间照料中心社工'],
  'womens-federation': [
    '妇女微家负责人',
    '村妇联主席',
    '妇联执委、手工坊负责人',
    '妇女之家管理员',
    '村妇联副主席',
  ],
  volunteer: [
    '志愿服务队队长',
    '文艺宣传队队员',
    '幸福食堂志愿者',
    '乡村图书室管理员',
    '义务护林员',
  ],
  'retired-official': [
    '镇农技站退休干部',
    '退居二线的镇干部',
    '退休教师',
    '供销社退休职工',
    '村办企业退休厂长',
  ],
  'posted-in': ['区直单位下派干部', '驻村工作队队员', '镇派驻第一书记助理'],
  'degree-official': ['到村任职选调生', '农村工作协理员', '镇聘村级专职干部'],
  incumbent: [
    '{post}',
    '{post}',
    '{post}，{raise}{trade}',
    '{post}，兼合作社理事',
    '{post}，经营小超市',
    '{post}，经营农资店',
    '{post}，跑运输',
    '{post}，兼护林员',
  ],
}
/** What nobody lives by in a town. */
const OF_THE_LAND = /trade|种|养|农|大棚|护林|合作社|果|挖掘机|村/

const IN_TOWN = [
  '个体经营户',
  '物业公司职员',
  '县城企业职员',
  '楼长、业主委员会委员',
  '家政服务公司负责人',
]

/** Years in township, community or village work; null where nobody wrote it down. */
export function setWork(person: Person, random: Random): void {
  const { talent, age, group } = person
  talent.occupation ??= occupationOf(person, random)
  if (person.isFixed && talent.experienceYears !== null) return
  talent.experienceYears = random.chance(person.posts.length > 0 ? 0.03 : 0.1)
    ? null
    : Math.min(yearsOf(group, person, random), Math.max(0, age - 20))
}

function occupationOf(person: Person, random: Random): string {
  const { place, group, posts } = person
  const trade = grownIn(place)
  const list = OCCUPATIONS[group].filter((text) =>
    place.kind === 'community' ? !OF_THE_LAND.test(text) : trade || !text.includes('{trade}'),
  )
  return random
    .pick(list.length > 0 ? list : IN_TOWN)
    .replace('{raise}', trade === '山羊' ? '养殖' : '种植')
    .replace('{trade}', trade ?? '')
    .replace('{post}', postWords(place.kind, posts))
}

function postWords(kind: 'village' | 'community', posts: readonly string[]): string {
  const [body, committee] = kind === 'village' ? ['村', '村委会'] : ['社区', '居委会']
  if (posts.includes('secretary'))
    return posts.includes('chair') ? `${body}党组织书记、${committee}主任` : `${body}党组织书记`
  if (posts.includes('chair')) return `${committee}主任`
  if (posts.length > 1) return `${body}党组织委员、${committee}委员`
  return posts.includes('party-member') ? `${body}党组织委员` : `${committee}委员`
}

function yearsOf(group: Group, { place, posts }: Person, random: Random): number {
  if (posts.length > 0) return random.integer(5, 22)
  if (group === 'retired-official') return random.integer(8, 28)
  if (['posted-in', 'degree-official'].includes(group)) return random.integer(1, 8)
  if (['womens-federation', 'social-worker'].includes(group)) return random.integer(1, 9)
  if (place.kind === 'community') return random.integer(1, 7)
  return random.chance(0.5) ? 0 : random.integer(1, 6)
}
