import type { Worksheet } from '@cj-tech-master/excelts'
import type { CourseSession } from '../../../db/course-sessions.ts'
import type { Course } from '../../../db/courses.ts'
import { letters } from '../../roster/cells.ts'
import { guardFormula } from '../../roster/guard.ts'
import type { ATTENDANCE_STATES, COURSE_RESULTS } from '../../shapes/courses.ts'
import { headerOf } from './columns.ts'
import { ATTENDANCE_WORDS, RESULT_WORDS } from './words.ts'

type Row = {
  talent: { id: string; name: string }
  village: string
  township: string
  attendance: Record<string, (typeof ATTENDANCE_STATES)[number]>
  result: (typeof COURSE_RESULTS)[number] | null
  certificate: string | null
}
type Given = { course: Course; parts: readonly CourseSession[]; people: readonly Row[] }

const HEADER_ROW = 3
/** Blank rows below the participants, for people who came without being on the list. */
const SPARE = 20

/** The list of a course to fill in, with what is entered already; every cell is text, choices drop down. */
export async function courseTemplate({ course, parts, people }: Given): Promise<Uint8Array> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet('考勤与结果', {
    views: [{ state: 'frozen', xSplit: 1, ySplit: HEADER_ROW, topLeftCell: `B${HEADER_ROW + 1}` }],
  })
  const headers = [
    ...['姓名*', '乡镇（街道）', '村（社区）', ...parts.map(headerOf)],
    ...['考核结果', '证书编号', '系统编号'],
  ]
  const widths = [12, 16, 18, ...parts.map(() => 18), 12, 22, 38]
  sheet.columns = widths.map((width) => ({ width, style: { numFmt: '@', alignment: WRAP } }))
  heading(sheet, course, headers.length)
  const header = sheet.addRow(headers)
  header.font = { bold: true }
  header.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEFF2' } }
    cell.border = { bottom: { style: 'thin' } }
  })
  for (const person of people) sheet.addRow(cellsOf(person, parts).map(guardFormula))
  const last = HEADER_ROW + people.length + SPARE
  const at = (column: number) => `${letters(column)}${HEADER_ROW + 1}:${letters(column)}${last}`
  for (const [part] of parts.entries()) offer(sheet, at(3 + part), Object.values(ATTENDANCE_WORDS))
  offer(sheet, at(3 + parts.length), Object.values(RESULT_WORDS))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function heading(sheet: Worksheet, { name, startsOn, endsOn, place }: Course, width: number) {
  sheet.addRow([guardFormula(name)]).font = { bold: true, size: 16 }
  sheet.mergeCells(1, 1, 1, width)
  sheet.getCell('A1').alignment = { horizontal: 'center', vertical: 'middle' }
  const days = startsOn === endsOn ? startsOn : `${startsOn} 至 ${endsOn}`
  const hint = `${days}，${place}。考勤填出勤、缺勤或请假，结果填优秀、合格或不合格；没有登记的留空，留空不会清除已有内容。不要改动栏目名称和系统编号。`
  sheet.addRow([guardFormula(hint)]).font = { color: { argb: 'FF6B7280' } }
  sheet.mergeCells(2, 1, 2, width)
  sheet.getRow(2).height = 32
}

function cellsOf(person: Row, parts: readonly CourseSession[]): string[] {
  const { talent, township, village, attendance, result, certificate } = person
  const marks = parts.map(({ id }) => {
    const status = attendance[id]
    return status ? ATTENDANCE_WORDS[status] : ''
  })
  const outcome = result === null ? '' : RESULT_WORDS[result]
  return [talent.name, township, village, ...marks, outcome, certificate ?? '', talent.id]
}

/** Three short words stand in the cell's rule itself. */
function offer(sheet: Worksheet, range: string, choices: readonly string[]) {
  sheet.dataValidations.add(range, {
    type: 'list',
    formulae: [`"${choices.join(',')}"`],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '内容不在列表中',
    error: `请选择${choices.join('、')}，或留空。`,
  })
}

const WRAP = { wrapText: true, vertical: 'middle' } as const
