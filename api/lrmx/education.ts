import { EDUCATIONS, type Education } from '../../matching/types.ts'
import { isNothing, plain, tidy } from '../roster/text.ts'
import { readEducation } from '../roster/values/education.ts'
import type { FieldRead } from './types.ts'

/** As forms of cadres write them. */
export const EDUCATION_WORDS: Record<Education, string> = {
  primary: '小学',
  'junior-secondary': '初中',
  'senior-secondary': '高中',
  'junior-college': '大专',
  bachelor: '大学',
  postgraduate: '研究生',
}

export const levelOf = (education: Education) => EDUCATIONS.indexOf(education)

export function readLevel(
  text: string,
  column: 'fullTimeEducation' | 'inServiceEducation',
): FieldRead {
  const said = tidy(text).replaceAll('\n', '、')
  if (said === '' || isNothing(said)) return null
  const read = readEducation(said)
  if (!read?.education || !read.isFinished) return { caution: NO_LEVEL }
  return { values: { [column]: read.education } }
}

const RANKS = [/博士/, /硕士/, /学士/]
const MOST = 40

/** The higher of the two degrees; of equals the full-time one. */
export function readDegree(full: string, own: string): FieldRead {
  const said = [full, own].map((text) => tidy(text).replaceAll('\n', ' '))
  const degrees = said.filter((text) => text !== '' && !isNothing(text))
  const [degree] = degrees.toSorted((a, b) => rankOf(a) - rankOf(b))
  if (degree === undefined) return null
  return degree.length > MOST ? { caution: NO_DEGREE } : { values: { degree } }
}

function rankOf(degree: string): number {
  const at = RANKS.findIndex((words) => words.test(plain(degree)))
  return at < 0 ? RANKS.length : at
}

const NO_LEVEL = {
  zh: '认不出学历（或未毕业），不能写入画像；画像没有此项时，导出照原文写回。',
  en: 'No education that can be told, or not finished: it is not taken, and written back as it stands while the portrait has nothing.',
}
const NO_DEGREE = {
  zh: `学位超过 ${MOST} 个字，不能写入画像；画像没有此项时，导出照原文写回。`,
  en: `The degree has more than ${MOST} characters: it is not taken, and written back as it stands while the portrait has nothing.`,
}
