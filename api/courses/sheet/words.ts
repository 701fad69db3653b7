import type { Words } from '../../../matching/types.ts'
import { plain } from '../../roster/text.ts'
import type { ATTENDANCE_STATES, COURSE_RESULTS } from '../../shapes/courses.ts'

type Attendance = (typeof ATTENDANCE_STATES)[number]
type Result = (typeof COURSE_RESULTS)[number]

/** As the template offers them; the first of each is what is written. */
export const ATTENDANCE_WORDS: Record<Attendance, string> = {
  present: '出勤',
  absent: '缺勤',
  excused: '请假',
}
export const RESULT_WORDS: Record<Result, string> = {
  excellent: '优秀',
  passed: '合格',
  failed: '不合格',
}

const ATTENDANCE: Record<Attendance, string> = {
  present: '出勤 到 到课 已到 到会 在 签到 已签到 是 √ ✓ ✔ 1 y yes present 全勤',
  absent: '缺勤 缺 缺席 缺课 未到 旷课 否 × ✗ ✕ x 0 n no absent',
  excused: '请假 假 事假 病假 公假 请 excused leave',
}
const RESULTS: Record<Result, string> = {
  excellent: '优秀 优 excellent',
  passed: '合格 及格 通过 达标 良 良好 中 passed pass',
  failed: '不合格 不及格 未通过 不通过 不达标 差 failed fail',
}

const known = <T extends string>(words: Record<T, string>) =>
  new Map(
    (Object.entries(words) as [T, string][]).flatMap(([id, list]) =>
      list.split(' ').map((word) => [plain(word).toLowerCase(), id] as const),
    ),
  )
const attendances = known(ATTENDANCE)
const results = known(RESULTS)

export const readAttendance = (text: string) => attendances.get(plain(text).toLowerCase())
export const readResult = (text: string) => results.get(plain(text).toLowerCase())

/** What stands in a cell that cannot be used, where, and how to mend it. */
export function faultOf(header: string, text: string, zh: string, en: string): Words {
  const said = text.slice(0, 40)
  return {
    zh: `「${header}」填写为“${said}”：${zh}`,
    en: `“${header}” says “${said}”: ${en}`,
  }
}

export const UNKNOWN_ATTENDANCE = [
  '请填写出勤、缺勤或请假（√、× 也可以），没有登记的留空。',
  'write 出勤, 缺勤 or 请假 (√ and × do as well), or leave it empty.',
] as const
export const UNKNOWN_RESULT = [
  '请填写优秀、合格或不合格；分数请先换成等次。',
  'write 优秀, 合格 or 不合格; turn marks into one of them.',
] as const
export const AHEAD = [
  '这一课还没有上，不能登记考勤。请清空此格。',
  'the part is still ahead: empty the cell.',
] as const
export const BROKEN = [
  '表格公式出错，没有可读的内容。请改为填写实际内容。',
  'the spreadsheet could not work it out. Type what it should be.',
] as const
export const LONG = [
  '证书编号不超过 40 个字符。请核对是否填错了栏。',
  'a certificate has 40 signs at most: perhaps it is in the wrong column.',
] as const
