import type { Cell, Row } from '../row.ts'
import { isNothing } from '../text.ts'
import type { PersonValues } from '../types.ts'
import { readEthnicity, readYes } from '../values/fixed-words.ts'
import { NAME_FAULTS, readName } from '../values/names.ts'
import { readHome } from './home.ts'
import { readIdentity } from './identity.ts'
import { readLearning } from './learning.ts'
import { readParty } from './party.ts'
import { readAgreed, readMilitary } from './service.ts'
import {
  channelOf,
  joined,
  phoneOf,
  remarksOf,
  resumeOf,
  skillsOf,
  sourcesOf,
  statusOf,
  tagsOf,
  yearsOf,
} from './work.ts'

/** What a row says of a person; a key without a value is left out. */
export function readPerson(row: Row): PersonValues {
  const remarks: string[] = []
  const remark = (text: string) => void remarks.push(text)
  const name = nameOf(row, remark)
  const known = readIdentity(row)
  const home = readHome(row)
  const service = readMilitary(row, known.bornOn, remark)
  const values: PersonValues = {
    ...kept('id', idOf(row)),
    ...kept('name', name),
    ...known,
    ...kept('ethnicity', ethnicityOf(row)),
    ...kept('nativePlace', plainText(row, 'nativePlace')),
    ...readLearning(row, remark),
    ...readParty(row, known.bornOn, remark),
    ...kept('homeVillageCode', home.villageCode),
    ...kept('homeTownshipCode', home.townshipCode),
    ...kept('residence', plainText(row, 'residence')),
    ...kept('occupation', joined(row.all('occupation'))),
    ...kept('channel', channelOf(row, remark)),
    ...kept('sources', sourcesOf(row, service.hasServed, remark)),
    ...kept('skills', skillsOf(row)),
    ...kept('willingness', readAgreed(row, remark)),
    ...kept('consent', yesOf(row, 'consent') === true ? ('given' as const) : null),
    ...kept('isFit', fitnessOf(row)),
    ...kept('status', statusOf(row)),
    ...kept('experienceYears', yearsOf(row)),
    ...kept('resume', resumeOf(row, service.line)),
    ...kept('tags', tagsOf(row)),
    ...kept('phone', phoneOf(row)),
  }
  return { ...values, ...kept('remarks', remarksOf(row, remarks)) }
}

export function kept<K extends string, V>(key: K, value: V | null | undefined): { [P in K]?: V } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
}

export function plainText(row: Row, field: string): string | null {
  const cell = row.one(field)
  return cell === null || isNothing(cell.text) ? null : cell.text.replace(/\n/g, ' ')
}

function idOf(row: Row): string | null {
  const cell = row.one('id')
  if (cell === null) return null
  if (/^[0-9a-z][0-9a-z-]{3,63}$/i.test(cell.text)) return cell.text
  row.wrong(
    cell,
    'id.unreadable',
    '不是本系统导出的编号。请清空此格，或恢复导出时的内容。',
    'no id of this program. Empty the cell, or put back what was exported.',
  )
  return null
}

function nameOf(row: Row, remark: (text: string) => void): string | null {
  const cell = row.one('name')
  if (cell === null) {
    row.missing('name', 'name.missing', {
      zh: '没有填写姓名。请填写姓名，或将此行不导入。',
      en: 'The name is missing. Fill it in, or leave the row out.',
    })
    return null
  }
  const read = readName(cell.text)
  if ('fault' in read) {
    row.wrong(cell, `name.${read.fault}`, NAME_FAULTS[read.fault].zh, NAME_FAULTS[read.fault].en)
    return null
  }
  if (read.aside) aside(row, cell, read, remark)
  return read.name
}

function aside(
  row: Row,
  cell: Cell,
  { name, aside: said }: { name: string; aside?: string },
  remark: (text: string) => void,
) {
  const isSex = said === '女' || said === '男'
  if (!isSex) remark(`${cell.header}后注：${said}`)
  row.wrong(
    cell,
    'name.aside',
    `姓名登记为“${name}”，括号内容${isSex ? '不' : '已'}记入备注。`,
    `the name was taken to be “${name}”${isSex ? '' : '; what stood in brackets is in the remarks'}.`,
    'notice',
  )
}

function fitnessOf(row: Row): 0 | 1 | null {
  const yes = yesOf(row, 'isFit')
  return yes === null ? null : yes ? 1 : 0
}

/** Null when nothing is said. */
function yesOf(row: Row, field: 'consent' | 'isFit'): boolean | null {
  const cell = row.one(field)
  if (cell === null || cell.text.trim() === '') return null
  const yes = /^已签/.test(cell.text.trim()) ? true : readYes(cell.text)
  if (yes === null)
    row.wrong(
      cell,
      `${field}.unclear`,
      '请填“是”或“否”，不清楚的不填。',
      'write 是 or 否, or nothing.',
    )
  return yes
}

function ethnicityOf(row: Row): string | null {
  const cell = row.one('ethnicity')
  if (cell === null || isNothing(cell.text)) return null
  const ethnicity = readEthnicity(cell.text)
  if (ethnicity === null)
    row.wrong(
      cell,
      'ethnicity.unknown',
      '不是可以识别的民族。请填写规范名称，如“汉族”。',
      'no ethnicity that is known. Write its usual name, such as 汉族.',
    )
  return ethnicity
}
