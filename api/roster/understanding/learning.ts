import type { Education } from '../../../matching/types.ts'
import type { Cell, Row } from '../row.ts'
import { isNothing } from '../text.ts'
import type { PersonValues } from '../types.ts'
import { highest, ofSchool, rank, readEducation } from '../values/education.ts'

type Learning = Pick<
  PersonValues,
  | 'education'
  | 'fullTimeEducation'
  | 'fullTimeSchool'
  | 'inServiceEducation'
  | 'inServiceSchool'
  | 'degree'
>

/** Education full-time and in-service, schools and degree. `remark` takes what fits neither. */
export function readLearning(row: Row, remark: (text: string) => void): Learning {
  const degrees: string[] = []
  const full = levelOf(row, 'fullTimeEducation', degrees)
  const service = levelOf(row, 'inServiceEducation', degrees)
  const general = levelOf(row, 'education', degrees)
  const known: Learning = {
    ...schoolOf(row, 'fullTimeSchool'),
    ...schoolOf(row, 'inServiceSchool'),
  }
  const best = highest([full, service, general])
  if (full) known.fullTimeEducation = full
  if (service) known.inServiceEducation = service
  if (best) known.education = best
  placeSchool(row, known, remark)
  const degree = degreeOf(row) ?? degrees[0]
  return degree === undefined ? known : { ...known, degree }
}

function levelOf(row: Row, field: string, degrees: string[]): Education | null {
  const cell = row.one(field)
  if (cell === null) return null
  const read = readEducation(cell.text)
  if (read === null) {
    row.wrong(
      cell,
      'education.unknown',
      '不是可以识别的学历。可填：小学、初中、高中、中专、大专、本科、研究生。',
      'no education that is known. Write 小学, 初中, 高中, 中专, 大专, 本科 or 研究生.',
    )
    return null
  }
  if (read.degree) degrees.push(read.degree)
  if (read.isFinished) return read.education
  row.wrong(
    cell,
    'education.unfinished',
    '未写明已毕业的学历，登记为未知。请填写已取得的最高学历。',
    'that is no education that was finished, so it is kept as not known. Give the highest that was.',
    'notice',
  )
  return null
}

function schoolOf(row: Row, field: 'fullTimeSchool' | 'inServiceSchool'): Learning {
  const text = textOf(row.all(field))
  return text === '' ? {} : { [field]: text }
}

/** A school that the list does not call full-time or in-service goes with the higher education, if one is higher. */
function placeSchool(row: Row, known: Learning, remark: (text: string) => void) {
  const cells = [...row.all('school'), ...row.all('major')]
  const text = textOf(cells)
  const first = cells[0]
  if (text === '' || !first) return
  const says = ofSchool(text)
  const kind = says?.isInService ? 'inService' : higherOf(known)
  if (kind === null || known[`${kind}School`] !== undefined) {
    remark(`${first.header}：${text}`)
    if (kind === null) unsaid(row, first)
    return
  }
  known[`${kind}School`] = text
  const level = known[`${kind}Education`]
  if (says !== null && !isGivenBy(says.least, level)) unlike(row, first, level === undefined)
}

/** A vocational school gives no bachelor, a college gives more than it. */
function isGivenBy(least: Education, level: Education | undefined): boolean {
  if (level === undefined) return false
  return least === 'senior-secondary' ? level === least : rank(level) >= rank(least)
}

/** Null where neither is given, or the list gives education without its kind. */
function higherOf(known: Learning): 'fullTime' | 'inService' | null {
  const { fullTimeEducation: full, inServiceEducation: service } = known
  if (full && service) return rank(service) > rank(full) ? 'inService' : 'fullTime'
  return full ? 'fullTime' : service ? 'inService' : null
}

function degreeOf(row: Row): string | undefined {
  const cell = row.one('degree')
  return cell === null || isNothing(cell.text) ? undefined : cell.text
}

function textOf(cells: readonly Cell[]): string {
  return cells
    .map(({ text }) => text.replace(/\s*\n\s*/g, ' '))
    .filter((it) => !isNothing(it))
    .join(' ')
}

function unsaid(row: Row, cell: Cell) {
  row.wrong(
    cell,
    'school.kind-unknown',
    '未注明全日制或在职，院校和专业已记入备注。',
    'the list does not say whether full-time or in-service, so the school went into the remarks.',
    'notice',
  )
}

function unlike(row: Row, cell: Cell, isMissing: boolean) {
  row.wrong(
    cell,
    'school.unlike-education',
    isMissing
      ? '属在职教育院校，但没有填写在职学历。请核对。'
      : '与所填学历不相称。院校和学历均按填写登记，请核对。',
    isMissing
      ? 'a school of in-service education, but no such education is given. Please check.'
      : 'it does not go with the education given. Both were kept as written; please check.',
    'notice',
  )
}
