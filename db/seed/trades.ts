import type { SkillId } from './skills.ts'

/** A trade of a village with the skills it asks for and how a village puts that need, in both languages. */
type Trade = { skill: SkillId; zh: string; en: string; also: SkillId }

export const TRADES = {
  葡萄: { skill: 'grape-growing', zh: '葡萄提档', en: 'Better grapes', also: 'cold-chain' },
  樱桃: {
    skill: 'fruit-growing',
    zh: '樱桃大棚改造',
    en: 'Cherry greenhouses',
    also: 'e-commerce',
  },
  桃: {
    skill: 'fruit-growing',
    zh: '老桃园更新',
    en: 'Renewing peach orchards',
    also: 'cold-chain',
  },
  板栗: { skill: 'forestry', zh: '板栗园管护', en: 'Care of chestnut groves', also: 'e-commerce' },
  核桃: {
    skill: 'forestry',
    zh: '核桃园低改',
    en: 'Reviving walnut groves',
    also: 'food-processing',
  },
  长红枣: {
    skill: 'fruit-growing',
    zh: '长红枣保护与加工',
    en: 'Long jujubes',
    also: 'food-processing',
  },
  花椒: {
    skill: 'fruit-growing',
    zh: '花椒连片种植',
    en: 'Pepper-tree planting',
    also: 'machinery',
  },
  地瓜: {
    skill: 'food-processing',
    zh: '地瓜粉条加工',
    en: 'Sweet-potato noodles',
    also: 'e-commerce',
  },
  豆制品: { skill: 'food-processing', zh: '豆制品加工', en: 'Bean products', also: 'logistics' },
  花生: {
    skill: 'machinery',
    zh: '花生全程机播',
    en: 'Peanuts by machine',
    also: 'food-processing',
  },
  蔬菜大棚: {
    skill: 'vegetable-growing',
    zh: '大棚蔬菜增效',
    en: 'Greenhouse vegetables',
    also: 'logistics',
  },
  食用菌: {
    skill: 'vegetable-growing',
    zh: '食用菌扩棚',
    en: 'Mushroom sheds',
    also: 'cold-chain',
  },
  山羊: { skill: 'livestock', zh: '黑山羊规模养殖', en: 'Goat keeping', also: 'medicine' },
  乡村旅游: { skill: 'tourism', zh: '旅游接待', en: 'Receiving tourists', also: 'culture' },
  电商: { skill: 'e-commerce', zh: '电商销售', en: 'Selling online', also: 'computing' },
  冷库: { skill: 'cold-chain', zh: '冷库运营', en: 'Running the cold store', also: 'bookkeeping' },
  农机服务: { skill: 'machinery', zh: '农机托管', en: 'Machinery service', also: 'logistics' },
  商铺租赁: { skill: 'bookkeeping', zh: '沿街商铺经营', en: 'Letting shops', also: 'law' },
  物业服务: {
    skill: 'social-work',
    zh: '物业矛盾协调',
    en: 'Property management',
    also: 'mediation',
  },
  物流仓储: {
    skill: 'logistics',
    zh: '园区物流配套',
    en: 'Logistics for the park',
    also: 'machinery',
  },
} as const satisfies Record<string, Trade>

export type TradeName = keyof typeof TRADES

/** How often a trade is met in a township: fruit in the hills, processing and shops near the town. */
export const TRADES_OF: Record<string, Partial<Record<TradeName, number>>> = {
  '370406001': { 商铺租赁: 1, 乡村旅游: 2, 桃: 2, 樱桃: 1, 蔬菜大棚: 2, 电商: 1, 花椒: 1, 核桃: 2 },
  '370406101': { 长红枣: 4, 山羊: 2, 地瓜: 2, 核桃: 1, 乡村旅游: 2, 花生: 1 },
  '370406102': { 花生: 2, 蔬菜大棚: 2, 桃: 2, 农机服务: 1, 食用菌: 1, 山羊: 1 },
  '370406103': { 蔬菜大棚: 3, 桃: 3, 农机服务: 2, 食用菌: 2, 冷库: 1, 花生: 1 },
  '370406104': { 葡萄: 4, 板栗: 2, 樱桃: 2, 乡村旅游: 3, 山羊: 1, 地瓜: 1, 冷库: 1, 电商: 1 },
  '370406105': { 豆制品: 5, 地瓜: 2, 电商: 2, 冷库: 1, 花生: 2 },
  '370406106': { 板栗: 4, 核桃: 3, 樱桃: 1, 乡村旅游: 2, 山羊: 2, 地瓜: 1 },
  '370406107': { 樱桃: 5, 桃: 2, 乡村旅游: 2, 冷库: 1, 电商: 1, 山羊: 1 },
  '370406108': { 桃: 4, 樱桃: 2, 乡村旅游: 2, 花椒: 1, 冷库: 1, 农机服务: 1 },
  '370406109': { 核桃: 2, 花椒: 2, 山羊: 3, 地瓜: 2, 乡村旅游: 2 },
  '370406405': { 物流仓储: 3, 商铺租赁: 1, 蔬菜大棚: 2, 农机服务: 1, 电商: 1 },
}
export const COMMUNITY_TRADES: Partial<Record<TradeName, number>> = {
  物业服务: 4,
  商铺租赁: 3,
  物流仓储: 1,
  电商: 1,
}

/** The first of the place's trades that is grown or raised there. */
export function grownIn({ trades }: { trades: readonly TradeName[] }): TradeName | undefined {
  return trades.find((trade) => /葡萄|桃|栗|枣|椒|地瓜|花生|蔬菜|菌|羊/.test(trade))
}
