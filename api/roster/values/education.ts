import { EDUCATIONS, type Education } from '../../../matching/types.ts'
import { isNothing, plain } from '../text.ts'

export type EducationRead = {
  education: Education | null
  degree?: string
  isFinished: boolean
} | null

/** The words that lists use, longest meaning first: 大学专科 is no 大学, 中央党校大专 no 中专. */
const WORDS: readonly (readonly [RegExp, Education])[] = [
  [/研究生|硕士|博士/, 'postgraduate'],
  [/大学普通班|大学专科|大专|专科|高职|高等职业|junior-college/, 'junior-college'],
  [/本科|大学|学士|双学位|bachelor/, 'bachelor'],
  [/中专|中技|中等|技校|技工|职高|职中|职业高中|中职|高中|senior-secondary/, 'senior-secondary'],
  [/初中|初级中学|junior-secondary/, 'junior-secondary'],
  [/小学|primary/, 'primary'],
]

/** Education with a degree beside it, as in 大学、管理学学士; null: words that are none. */
export function readEducation(text: string): EducationRead {
  const typed = plain(text)
  if (isNothing(typed)) return { education: null, isFinished: true }
  if (/^半?文盲$|^未上学$/.test(typed)) return { education: null, isFinished: false }
  const parts = typed.split(/[、,，;；/／|]/).filter((it) => it !== '')
  const found = parts.map((part) => WORDS.find(([words]) => words.test(part))?.[1])
  const degree = parts.find(
    (part) => /(学士|硕士|博士)(学位)?$/.test(part) && !/研究生|本科/.test(part),
  )
  const levels = found.filter((it) => it !== undefined)
  if (levels.length !== parts.length || new Set(levels).size > 1) {
    if (degree === undefined || levels.length !== parts.length || parts.length !== 2) return null
  }
  return {
    education: highest(levels),
    isFinished: !/在读|肄业|结业|未毕业|辍学|以上|以下/.test(typed),
    ...(degree === undefined ? {} : { degree }),
  }
}

export function highest(levels: readonly (Education | null | undefined)[]): Education | null {
  return levels.reduce<Education | null>(
    (best, it) => (it && (best === null || rank(it) > rank(best)) ? it : best),
    null,
  )
}

export const rank = (education: Education) => EDUCATIONS.indexOf(education)

/** What a school says of the education it gave; null when its name does not tell. */
export function ofSchool(text: string): { least: Education; isInService: boolean } | null {
  const typed = plain(text)
  const isInService =
    /开放大学|电大|电视大学|函授|党校|自考|自学考试|成人|夜大|业余|远程|网络教育|继续教育/.test(
      typed,
    )
  if (/职业中专|中专|中等|技校|技工|职高|中学|高中/.test(typed))
    return { least: 'senior-secondary', isInService }
  if (/大学|学院|专科|党校|电大/.test(typed)) return { least: 'junior-college', isInService }
  return null
}
