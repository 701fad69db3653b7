import type { PartyStatus, Sex, TalentStatus, Willingness } from '../../../matching/types.ts'
import { plain } from '../text.ts'
import type { Channel } from '../types.ts'

/** GB/T 2261.1 as well: 1 男, 2 女. */
export function readSex(text: string): Sex | null {
  const typed = plain(text).toLowerCase()
  if (/^(男|男性|男士|m|male|1|01)$/.test(typed)) return 'male'
  return /^(女|女性|女士|f|female|2|02)$/.test(typed) ? 'female' : null
}

export function readYes(text: string): boolean | null {
  const typed = plain(text).toLowerCase()
  if (/^(是|有|愿意|同意|服从|可以|能|对|y|yes|true|√|✓|✔|☑|1)$/.test(typed)) return true
  return /^(否|不是|无|没有|不愿意|不同意|不服从|不可以|不能|不愿|n|no|false|×|x|✗|☐|0)$/.test(
    typed,
  )
    ? false
    : null
}

/** `party`: a democratic party, which is not the Party; the words go into the remarks. */
export function readPartyStatus(text: string): { status: PartyStatus; party?: string } | null {
  const typed = plain(text).replace(/^(中国共产党|中共)/, '')
  if (/^(党员|正式党员|中共党员|党员\(正式\))$/.test(typed) || plain(text) === '中共')
    return { status: 'full' }
  if (/^(预备党员|党员\(预备\)|中共预备党员|预备)$/.test(typed)) return { status: 'probationary' }
  if (/^(入党)?(积极分子|发展对象|重点培养对象)$/.test(typed)) return { status: 'activist' }
  if (/^(共青|共产主义青年)?团员$|^共青团$|^中国共产主义青年团团员$/.test(typed))
    return { status: 'league' }
  if (/^(群众|普通群众|一般群众|普通公民|无党派|无党派人士|非党员)$/.test(typed))
    return { status: 'none' }
  const other = typed.match(
    /^(民革|民盟|民建|民进|农工党|致公党|九三学社|九三|台盟)(会员|盟员|党员|社员)?$/,
  )
  return other ? { status: 'none', party: text } : null
}

export function readChannel(text: string): Channel | null {
  const typed = plain(text)
  if (/自荐|自我推荐|自愿报名|个人报名|本人报名/.test(typed)) return 'self'
  if (/组织发现|组织选派|组织推荐|主动发现|走访发现|组织部门发现/.test(typed)) return 'discovered'
  return /推荐|举荐|联名|荐举/.test(typed) ? 'recommended' : null
}

export function readWillingness(text: string): Willingness | null {
  const typed = plain(text).replace(/^愿?在|任职$/g, '')
  if (/^(本村|本村\(社区\)|本社区|村内|本村内|village)$/.test(typed)) return 'village'
  if (
    /^(本镇|本乡|本乡镇|本街道|镇内|全镇|本乡镇\(街道\)|本镇\(街道\)|乡镇内|全乡镇|township)$/.test(
      typed,
    )
  )
    return 'township'
  return /^(全县|本县|县内|全区|本区|区内|全市|县域内|全县\(区\)|全县\(市、区\)|county)$/.test(
    typed,
  )
    ? 'county'
    : null
}

export function readStatus(text: string): TalentStatus | null {
  const found = Object.entries(STATUSES).find(([, words]) => words.includes(plain(text)))
  return (found?.[0] as TalentStatus | undefined) ?? null
}

const STATUSES: Record<TalentStatus, string[]> = {
  registered: ['已登记', '登记', 'registered'],
  'in-pool': ['在库', '已入库', '入库', 'in-pool'],
  reserve: ['后备', '后备干部', '储备', '后备人才', 'reserve'],
  'trial-post': ['准岗', '挂职', '准岗锻炼', '挂职锻炼', 'trial-post'],
  appointed: ['任用', '已任用', '当选', '已当选', 'appointed'],
  left: ['出库', '已出库', '退出', 'left'],
}

/** 汉 → 汉族; the 56 of GB/T 3304 and the words for those who are none of them. */
export function readEthnicity(text: string): string | null {
  const typed = plain(text)
  const stem = typed.length > 1 ? typed.replace(/族$/, '') : typed
  if (NATIONALITIES.has(stem)) return stem.endsWith('族') ? stem : `${stem}族`
  return OTHERS.has(typed) ? typed : null
}

const NATIONALITIES = new Set(
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'.split(
    ' ',
  ),
)
const OTHERS = new Set(['其他', '未识别民族', '穿青人', '入籍', '外国血统中国籍人士'])
