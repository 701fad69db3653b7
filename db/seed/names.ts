import { pinyinOf } from '../pinyin.ts'
import type { Person } from './person.ts'
import type { Random } from './random.ts'

/** Common surnames of southern Shandong with rough weights. */
const SURNAMES = weightsOf(
  '王 90 张 85 李 84 刘 70 孙 40 赵 38 杨 30 徐 28 陈 26 马 24 宋 22 高 20 朱 20 周 19 郭 17 韩 17 田 14 于 12 吴 14 胡 12 丁 11 孔 9 孟 9 姜 9 任 8 董 9 袁 8 程 8 贾 8 秦 8 彭 8 冯 7 邵 7 段 7 满 7 谢 6 梁 6 龙 5 褚 5 甘 4 种 2 渐 1 邱 5 尹 5 颜 5 侯 5 薛 5 潘 4 侍 2 闫 6 魏 6 史 4 崔 5 林 5 郑 6 蒋 4 何 5 沈 4 时 3 米 2 党 2 殷 3 巩 3',
)

/** Given names by when people were born: first and second characters, and names of one character. */
const GIVEN = {
  male: {
    old: [
      '建 国 志 永 玉 德 庆 传 景 兆 振 茂 学 守 宗 延 明 洪 长 春 士 继 广 敬',
      '军 华 平 林 民 忠 河 海 山 峰 田 友 义 成 生 才 亮 福 新 江 喜 银 礼 彬',
      '勇 军 斌 刚',
    ],
    middle: [
      '海 文 晓 立 志 建 传 庆 红 振 成 大 永 敬 兴 长 孝 士 光 继',
      '东 涛 峰 波 龙 超 亮 强 伟 鹏 磊 飞 辉 勇 军 振 雷 洋 宁 法',
      '伟 磊 涛 强 鹏 超 勇 斌 波 辉 刚 杰 峰 凯 亮 雷 坤 猛',
    ],
    young: [
      '子 浩 俊 一 明 天 泽 嘉 文 思 志 家 宇 晨 世 允 传 庆 成 昊',
      '轩 然 豪 杰 辰 阳 航 博 凯 恒 远 鑫 旭 森 康 霖 硕 川 哲 宁',
      '昊 鑫 旭 帅 浩 康 凯 硕 晨 鹏 磊 宁',
    ],
  },
  female: {
    old: [
      '秀 桂 玉 淑 凤 爱 金 春 月 美 红 素 兰 翠 庆 振 广 洪 西 继',
      '英 兰 芳 荣 梅 珍 霞 云 香 花 琴 玲 莲 芹 华 侠 美 红 萍 真',
      '英 芹 侠 霞 敏 云 玲',
    ],
    middle: [
      '晓 海 春 红 亚 丽 秀 文 艳 庆 成 玉 爱 彦 振 兴 淑 荣 传 敬',
      '燕 娟 丽 霞 萍 红 敏 玲 梅 芳 静 莉 艳 娜 平 云 芝 英 华 晨',
      '静 丽 娟 艳 燕 敏 娜 霞 玲 莉 芳 倩 洁 琳 雪 颖',
    ],
    young: [
      '雨 欣 思 梦 佳 雅 晓 诗 婷 嘉 若 文 子 心 静 可 传 庆 语 依',
      '涵 怡 琪 彤 悦 瑶 雯 萱 洁 宁 然 茹 月 妍 彬 冉 楠 菲 晴 宜',
      '婷 雪 倩 悦 颖 琪 雯 慧 蕊 琳 洁 璐 莹',
    ],
  },
} as const

/** A village's own surnames: a few hold most of its families, one of them often the village's name. */
export function surnamesOf(placeName: string, random: Random): () => string {
  const own = Array.from({ length: 4 }, () => random.weighted(SURNAMES))
  const named = placeName.match(/^[东西南北上下前后大小]?(.)[庄村沟泉]/)?.[1]
  if (named && named in SURNAMES) own.unshift(named, named)
  return () => (random.chance(0.62) ? random.pick(own) : random.weighted(SURNAMES))
}

/** Names so widely known that an invented person would be taken for somebody. */
const KNOWN = new Set(
  '李强 王勇 张军 王宁 王凯 王浩 王刚 王晨 刘宁 刘军 赵刚 李斌 李宁 李娜 张宁 张勇 张健 马强 马龙 王楠 王亚平 刘洋 刘旺 陈冬 陈静 孙杨 孙颖 李雪健 张艺 姜文 周杰 王建军 李建国 陈建国 王志刚 张志军 李鹏 李鹏飞 李平 刘伟 杨振宁 杨静 王岐山 宋平 田华 赵薇 赵丽颖 杨幂 王宝强 刘国梁 林丹'.split(
    ' ',
  ),
)

export const isKnownName = (name: string) => KNOWN.has(name)

export function givenName(sex: 'female' | 'male', age: number, random: Random): string {
  const [first, second, single] = GIVEN[sex][age > 46 ? 'old' : age > 33 ? 'middle' : 'young']
  const pick = (list: string) => random.pick(list.split(' '))
  if (random.chance(0.24)) return pick(single)
  const head = pick(first)
  const tail = pick(second)
  return head === tail ? head : head + tail
}

/** Writes the name with its pinyin for search. */
export function setName(person: Person, name: string): void {
  Object.assign(person.talent, { name, ...pinyinOf(name) })
}

function weightsOf(text: string): Record<string, number> {
  const pairs = [...text.matchAll(/(\p{Script=Han}) (\d+)/gu)]
  return Object.fromEntries(pairs.map(([, name, weight]) => [name!, Number(weight)]))
}
