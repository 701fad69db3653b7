import type { CourseSession } from '../../../db/course-sessions.ts'
import type { Words } from '../../../matching/types.ts'
import { headerKey } from '../../roster/text.ts'
import type { Column } from '../../roster/types.ts'

/** What a column of a course's sheet can mean; `all` is the attendance of every part at once. */
export type Meaning =
  | { kind: 'name' | 'village' | 'township' | 'id' | 'result' | 'certificate' | 'all' }
  | { kind: 'part'; part: CourseSession }
  | { kind: 'stale'; words: Words }
export type Known = Column & { meaning: Meaning | null; words: Words | null }

const HEADERS = {
  name: '姓名 名字 学员姓名 学员 人员姓名',
  village: '村社区 村 社区 所在村 所在村社区 村居 村名 单位 所属村',
  township: '乡镇街道 乡镇 街道 所在乡镇 镇 乡镇街',
  id: '系统编号 人员编号 人才编号 id',
  result: '考核结果 结果 成绩 考核成绩 考试结果 结业结果 结业情况 等次 考核等次 是否合格',
  certificate: '证书编号 证书号 结业证书编号 结业证编号 证书号码 证书',
  all: '考勤 出勤 出勤情况 考勤情况 签到 签到情况 到课情况',
} as const

const KNOWN = new Map(
  Object.entries(HEADERS).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [headerKey(word), kind as keyof typeof HEADERS] as const),
  ),
)

/** 第1课｜11-20｜产业发展（3学时）: the template’s header of a part, which reads on its own. */
export function headerOf({ heldOn, topic, hours }: CourseSession, at: number): string {
  return `第${at + 1}课｜${heldOn.slice(5)}｜${topic}（${hours}学时）`
}

export function understandColumns(
  columns: readonly Column[],
  parts: readonly CourseSession[],
): Known[] {
  return columns.map((column) => {
    const meaning = meaningOf(column.header, parts)
    return { ...column, meaning, words: meaning && wordsOf(meaning, parts) }
  })
}

function meaningOf(header: string, parts: readonly CourseSession[]): Meaning | null {
  const part = partIn(header, parts)
  if (part) return part
  const key = headerKey(header)
  const kind = KNOWN.get(key) ?? KNOWN.get(headerKey(header.replace(/[（(][^（）()]*[）)]/g, '')))
  return kind ? { kind } : null
}

/** By its number, with the day as the check of a template that is older than the course. */
function partIn(header: string, parts: readonly CourseSession[]): Meaning | null {
  const numbered = /^\s*第\s*(\d{1,2})\s*[课节次讲期天]/.exec(header)
  const day = dayIn(header)
  if (!numbered && day === null) return null
  const ofDay = day === null ? [] : parts.filter(({ heldOn }) => heldOn.endsWith(day))
  const part = numbered ? parts[Number(numbered[1]) - 1] : ofDay.length === 1 ? ofDay[0] : undefined
  if (part && (day === null || part.heldOn.endsWith(day))) return { kind: 'part', part }
  return { kind: 'stale', words: numbered || day ? STALE : STALE }
}

/** 11-20, 11月20日, 11.20 → 11-20. */
function dayIn(header: string): string | null {
  const found = /(?:^|[^\d])(\d{1,2})\s*[-月./]\s*(\d{1,2})(?:[^\d]|$)/.exec(header)
  if (!found) return null
  const [month, day] = [Number(found[1]), Number(found[2])]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function wordsOf(meaning: Meaning, parts: readonly CourseSession[]): Words {
  if (meaning.kind === 'stale') return meaning.words
  if (meaning.kind === 'part') {
    const at = parts.indexOf(meaning.part) + 1
    const { heldOn, topic } = meaning.part
    return { zh: `第 ${at} 课考勤：${heldOn} ${topic}`, en: `Part ${at}: ${heldOn} ${topic}` }
  }
  return WORDS[meaning.kind]
}

const STALE = {
  zh: '与课程安排不符，没有读取。课程可能调整过：请重新下载模板，或改成现在的课次和日期。',
  en: 'It is no part of the course and was not read. The parts may have been changed: download the template again, or name the part and day of now.',
}
const WORDS: Record<Exclude<Meaning['kind'], 'part' | 'stale'>, Words> = {
  name: { zh: '姓名', en: 'Name' },
  village: { zh: '村（社区）', en: 'Village' },
  township: { zh: '乡镇（街道）', en: 'Township' },
  id: { zh: '系统编号', en: 'Record id' },
  result: { zh: '考核结果', en: 'Result' },
  certificate: { zh: '证书编号', en: 'Certificate' },
  all: { zh: '全部各课的考勤', en: 'Attendance of all parts' },
}
