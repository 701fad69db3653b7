import type { NeedTable } from '../schema.ts'
import { BEIZHUANG, factsOf } from './beizhuang.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'
import { SKILLS, type SkillId } from './skills.ts'
import { TRADES } from './trades.ts'

type Need = { skill: SkillId; zh: string; en: string }

/** What nearly every village has to see to besides its trades. */
const COMMON: Record<'village' | 'community', readonly Need[]> = {
  village: [
    { skill: 'mediation', zh: '纠纷调解', en: 'Settling disputes' },
    { skill: 'mediation', zh: '山林地界调解', en: 'Settling boundaries in the hills' },
    { skill: 'bookkeeping', zh: '集体账目', en: 'Collective accounts' },
    { skill: 'elderly-care', zh: '幸福食堂与互助养老', en: 'Meals and care for the old' },
    { skill: 'clean-village', zh: '人居环境整治', en: 'Cleaning up the village' },
    { skill: 'party-work', zh: '支部规范化建设', en: 'A Party branch in good order' },
    { skill: 'water-works', zh: '塘坝和灌溉管护', en: 'Upkeep of ponds and irrigation' },
    { skill: 'construction', zh: '田间道路建设', en: 'Building field roads' },
    { skill: 'project-funding', zh: '衔接资金项目申报', en: 'Applying for project funds' },
    { skill: 'grid-work', zh: '网格走访', en: 'Visiting households' },
    { skill: 'forestry', zh: '护林防火', en: 'Forest fire watch' },
    { skill: 'cooperative-management', zh: '合作社规范经营', en: 'A well-run cooperative' },
  ],
  community: [
    { skill: 'social-work', zh: '困难群体帮扶', en: 'Help for people in need' },
    { skill: 'mediation', zh: '邻里纠纷调解', en: 'Settling disputes of neighbours' },
    { skill: 'elderly-care', zh: '居家养老服务', en: 'Care for the old at home' },
    { skill: 'grid-work', zh: '网格精细管理', en: 'Fine-meshed grid work' },
    { skill: 'party-work', zh: '小区党支部建设', en: 'Party branches of estates' },
    { skill: 'law', zh: '居民法律咨询', en: 'Legal advice for residents' },
    { skill: 'writing', zh: '文书和台账', en: 'Papers and ledgers' },
    { skill: 'culture', zh: '文化活动组织', en: 'Cultural life' },
    { skill: 'computing', zh: '智慧社区平台', en: 'The digital community' },
    { skill: 'bookkeeping', zh: '社区账目', en: 'Community accounts' },
  ],
}

/** Three to five needs of a place: its trades first, then what such places commonly lack; weights are whole percents. */
export function needsOf(place: Place, random: Random): NeedTable[] {
  const known = place.township === BEIZHUANG ? factsOf(place.name)?.needs : undefined
  if (known)
    return known.map(([skill, percent, zh, en]) => needRow(place, { skill, zh, en }, percent))
  const count = random.integer(3, 5)
  const wanted = unique([...tradeNeeds(place), ...random.shuffle(COMMON[place.kind])])
  const needs = wanted.slice(0, count)
  const weights = percents(needs.length, random)
  return needs.map((need, index) => needRow(place, need, weights[index]!))
}

function needRow(place: Place, need: Need, percent: number): NeedTable {
  const { countyCode, code } = place
  const { skill, zh, en } = need
  return { countyCode, villageCode: code, skillId: skill, weight: percent / 100, zh, en }
}

function tradeNeeds(place: Place): Need[] {
  const [first, second] = place.trades.map((name) => TRADES[name])
  if (!first) return []
  const also = { skill: first.also, ...SKILLS[first.also] }
  return second ? [first, second] : [first, also]
}

function unique(needs: readonly Need[]): Need[] {
  return needs.filter(({ skill }, index) => needs.findIndex((n) => n.skill === skill) === index)
}

/** Falling whole percents that sum to 100. */
function percents(count: number, random: Random): number[] {
  const raw = Array.from(
    { length: count },
    (_, index) => 3 + 2 * (count - index) + random.next() * 2,
  )
  const total = raw.reduce((sum, value) => sum + value, 0)
  const rounded = raw.map((value) => Math.round((value / total) * 100))
  rounded[0]! += 100 - rounded.reduce((sum, value) => sum + value, 0)
  return rounded
}
