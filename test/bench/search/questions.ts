import type { Asked } from '../../../api/pool/asked.ts'
import { syllablesOf } from '../../../db/pinyin.ts'
import { createRandom } from '../../../db/seed/random.ts'
import { SKILLS } from '../../../db/seed/skills.ts'
import { type Made, peopleOf } from './portraits.ts'

export type Question = { asked: Asked; hasFacets?: boolean; name?: string }

export const CASES = [
  'two-character name',
  'pinyin',
  'initials',
  'three filters with counts',
  'skill and village',
  'words of the résumé',
  'one typing error',
] as const
export type Case = (typeof CASES)[number]

/** Some people of a county, spread over all of it. */
export function sampleOf(countyCode: string, count: number, samples: number): Made[] {
  const random = createRandom(7, `sample of ${countyCode}`)
  const wanted = new Set<number>()
  while (wanted.size < Math.min(samples, count)) wanted.add(random.integer(1, count))
  const found: Made[] = []
  for (const person of peopleOf(countyCode, count)) if (wanted.has(person.row)) found.push(person)
  return random.shuffle(found)
}

export function questionFor(kind: Case, person: Made, at: number): Question {
  const { name, pinyin, initials, skills, villageName, occupation, village } = person
  const skill = SKILLS[(skills[0] ?? 'e-commerce') as keyof typeof SKILLS].zh
  switch (kind) {
    case 'two-character name':
      return { asked: { q: [...name].slice(0, 2).join('') } }
    case 'pinyin':
      return { asked: { q: pinyin } }
    case 'initials':
      return { asked: { q: initials } }
    case 'three filters with counts':
      return {
        asked: {
          party: ['full', 'probationary'],
          age: ['31-35', '36-45'],
          education: ['bachelor', 'junior-college'],
          ...(at % 2 === 0 && { township: [village.slice(0, 9)] }),
        },
        hasFacets: true,
      }
    case 'skill and village':
      return { asked: { q: `${skill} ${villageName}` } }
    case 'words of the résumé':
      return { asked: { q: at % 2 === 0 ? occupation.slice(0, 4) : RESUMES[at % RESUMES.length]! } }
    case 'one typing error':
      return { asked: { q: mistyped(name, at) }, name }
  }
}

const RESUMES = ['农业大学园艺', '返乡创办', '团支部书记', '青岛 会计', '民兵连长', '电子商务专业']

/**
 * One slip, each kind in turn and at each place: a sign that is another, every second time one that is read the same, as
 * input methods offer; a sign that is missing; two that changed places.
 */
export function mistyped(name: string, at: number): string {
  const signs = [...name]
  const place = at % signs.length
  const kind = Math.floor(at / signs.length) % 3
  if (kind === 0) signs[place] = otherSign(signs[place]!, at)
  else if (kind === 1) signs.splice(place, 1)
  else {
    const first = place % (signs.length - 1)
    const [a, b] = [signs[first]!, signs[first + 1]!]
    signs.splice(first, 2, b, a)
  }
  return signs.join('')
}

function otherSign(sign: string, at: number): string {
  const same = BY_SOUND.get(syllablesOf(sign))?.filter((it) => it !== sign) ?? []
  const list = at % 2 === 0 && same.length > 0 ? same : STRANGERS.filter((it) => it !== sign)
  return list[at % list.length]!
}

const STRANGERS = [...'国华明丽文军海秀玉春红燕强伟芳涛磊杰婷雪']
/** Signs that names and other texts use. */
const SIGNS = [
  ...'王汪旺章彰李里理刘留流孙孔赵照杨阳扬洋徐许陈晨辰臣马玛宋送高朱珠竹周舟洲郭国果韩寒田天甜于余宇雨玉',
  ...'吴武伍胡湖虎丁定孟梦姜江将任仁董冬东袁元园媛程成城诚承贾佳家嘉佳秦琴勤庆彭鹏冯峰锋丰风凤邵少邵绍',
  ...'建健见剑国永咏勇泳德得志智治致传船景井静敬境镜兆振镇震珍真茂学雪守寿宗延言岩燕艳彦雁明名鸣洪红虹宏鸿',
  ...'长常广光军君俊峻华花桦平萍苹林琳霖临民敏忠中钟河和何荷海山珊友有义艺益亮良福富新欣心馨喜希西银寅礼丽莉立',
  ...'彬斌冰兵刚钢文雯闻晓小孝笑涛桃波博伯龙隆超朝伟威薇卫炜飞菲霏辉慧惠晖强墙磊雷蕾凯楷旭绪序鑫昕轩萱宣然冉',
  ...'豪浩昊皓杰洁捷婕航行恒衡远源森硕朔川宁凝哲泽则子紫思斯丝诗施一依怡宜涵晗寒琪奇齐悦月岳瑶遥楠南男娜兰岚蓝',
]
const BY_SOUND = Map.groupBy(new Set(SIGNS), (sign) => syllablesOf(sign))
