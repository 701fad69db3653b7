import { ELEMENT_NAMES, type ElementName, RELATIVE_ELEMENTS } from './elements.ts'
import { type Element, plainElement } from './tree.ts'

/** Fields of the form 2.0 by their place in the record; education stands at 9 and 10, family at 20 to 24. */
const PLACES: readonly (readonly [number, ElementName])[] = [
  [0, 'XingMing'],
  [1, 'XingBie'],
  [2, 'ChuShengNianYue'],
  [3, 'MinZu'],
  [4, 'JiGuan'],
  [5, 'RuDangShiJian'],
  [6, 'JianKangZhuangKuang'],
  [7, 'ChuShengDi'],
  [8, 'CanJiaGongZuoShiJian'],
  [11, 'ZhuanYeJiShuZhiWu'],
  [16, 'ShuXiZhuanYeYouHeZhuanChang'],
  [17, 'JianLi'],
  [18, 'JiangChengQingKuang'],
  [19, 'NianDuKaoHeJieGuo'],
  [25, 'XianRenZhiWu'],
  [26, 'NiRenZhiWu'],
  [27, 'NiMianZhiWu'],
  [28, 'RenMianLiYou'],
  [29, 'ChengBaoDanWei'],
  [30, 'JiSuanNianLingShiJian'],
  [31, 'TianBiaoRen'],
  [32, 'TianBiaoShiJian'],
]
const [EDUCATION, SCHOOL, FAMILY] = [9, 10, 20]
/** As far as a record is one: shorter ones are of some other program. */
const LEAST_FIELDS = 28

const EDUCATIONS: readonly ElementName[] = [
  'QuanRiZhiJiaoYu_XueLi',
  'QuanRiZhiJiaoYu_XueWei',
  'ZaiZhiJiaoYu_XueLi',
  'ZaiZhiJiaoYu_XueWei',
]

/**
 * The one record of an .lrm file (form 2.0) as the elements of form 3: every field stands in quotes, and commas and line
 * ends within are text. Null when it is none.
 */
export function readLrm(text: string): Element | null {
  const record = text.replace(/^\ufeff/, '').trim()
  if (!record.startsWith('"') || !record.endsWith('"') || record.length < 2) return null
  const fields = record.slice(1, -1).split(/"\s*,\s*"/)
  if (fields.length < LEAST_FIELDS) return null
  const texts = new Map<string, string>(PLACES.map(([at, name]) => [name, fields[at] ?? '']))
  for (const [at, part] of partsOf(fields[EDUCATION]).entries()) texts.set(EDUCATIONS[at]!, part)
  for (const [at, part] of partsOf(fields[SCHOOL]).entries())
    texts.set(`${EDUCATIONS[at]!}_BiYeYuanXiaoXi`, part)
  const content = ELEMENT_NAMES.filter((name) => name !== 'Version').map((name) =>
    name === 'JiaTingChengYuan'
      ? { ...plainElement(name, ''), content: familyOf(fields) }
      : plainElement(name, texts.get(name) ?? ''),
  )
  return { name: 'Person', attributes: {}, content }
}

/** `学历#学位@学历#学位`: full-time, then in service. */
function partsOf(field = ''): string[] {
  const [full = '', own = ''] = field.split('@')
  return [full, own].flatMap((side) => {
    const [first = '', second = ''] = side.split('#')
    return [first, second]
  })
}

/** Five columns with `@` between the people, of whom many slots are empty. */
function familyOf(fields: readonly string[]): Element[] {
  const columns = RELATIVE_ELEMENTS.map((_, at) => (fields[FAMILY + at] ?? '').split('@'))
  const rows = Math.max(...columns.map((column) => column.length))
  return Array.from({ length: rows }, (_, row) => columns.map((column) => column[row] ?? ''))
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => ({
      ...plainElement('Item', ''),
      content: RELATIVE_ELEMENTS.map((name, at) => plainElement(name, row[at]!)),
    }))
}
