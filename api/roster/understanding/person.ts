import { isWatermark } from '../guard.ts'
import type { Cell, Row } from '../row.ts'
import { isNothing } from '../text.ts'
import type { PersonValues } from '../types.ts'
import { readChannel, readEthnicity, readStatus } from '../values/fixed-words.ts'
import { NAME_FAULTS, readName } from '../values/names.ts'
import { readPhoneCell } from '../values/phone.ts'
import { readSkills, split } from '../values/skills.ts'
import { readSources } from '../values/sources.ts'
import { readHome } from './home.ts'
import { readIdentity } from './identity.ts'
import { readLearning } from './learning.ts'
import { readParty } from './party.ts'
import { readAgreed, readMilitary } from './service.ts'

/** What a row says of a person; a key without a value is left out. */
export function readPerson(row: Row): PersonValues {
  const remarks: string[] = []
  const remark = (text: string) => void remarks.push(text)
  const name = nameOf(row, remark)
  const known = readIdentity(row)
  const home = readHome(row)
  const service = readMilitary(row, known.bornOn)
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
    ...kept('sources', sourcesOf(row, service !== null, remark)),
    ...kept('skills', skillsOf(row)),
    ...kept('willingness', readAgreed(row, remark)),
    ...kept('status', statusOf(row)),
    ...kept('experienceYears', yearsOf(row)),
    ...kept('resume', resumeOf(row, service)),
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

function channelOf(row: Row, remark: (text: string) => void) {
  const cell = row.one('channel')
  if (cell === null || isNothing(cell.text)) return null
  const channel = readChannel(cell.text)
  if (channel !== null) return channel
  remark(`${cell.header}：${cell.text}`)
  row.wrong(
    cell,
    'channel.unknown',
    '不是可以识别的推荐方式，原话记入备注。可填：个人自荐、党员群众推荐、组织发现。',
    'no way in that is known, so the words are in the remarks. It may be 个人自荐, 党员群众推荐 or 组织发现.',
    'notice',
  )
  return null
}

function sourcesOf(row: Row, hasServed: boolean, remark: (text: string) => void): string[] | null {
  const found = new Set<string>()
  for (const cell of row.all('sources')) {
    const { sources, unknown, isOther } = readSources(cell.text, row.context)
    for (const id of sources) found.add(id)
    if (unknown.length > 0) {
      remark(`${cell.header}：${unknown.join('、')}`)
      row.wrong(
        cell,
        'sources.unknown',
        `“${unknown.join('、')}”不在人员类别字典中，已记入备注。`,
        `“${unknown.join(', ')}” is no group of the dictionary; it is in the remarks.`,
        'notice',
      )
    } else if (isOther && sources.length === 0)
      row.wrong(
        cell,
        'sources.other',
        '不归入任何一类人员。',
        'the person is put into no group.',
        'notice',
      )
  }
  const discharged = hasServed ? row.one('dischargedOn') : null
  const isVeteran = discharged && row.context.sources.some(({ id }) => id === 'veteran')
  if (isVeteran && !found.has('veteran')) {
    found.add('veteran')
    row.wrong(
      discharged,
      'sources.veteran',
      '有退役时间，归入退役军人。',
      'who was discharged is put into the group of veterans.',
      'notice',
    )
  }
  return found.size === 0 ? null : [...found]
}

function skillsOf(row: Row): PersonValues['skills'] | null {
  const skills = row.all('skills').flatMap(({ text }) => readSkills(text, row.context))
  const keyOf = (it: (typeof skills)[number]) => ('skill' in it ? `#${it.skill}` : it.word)
  const unique = new Map(skills.map((it) => [keyOf(it), it]))
  return unique.size === 0 ? null : [...unique.values()]
}

function statusOf(row: Row) {
  const cell = row.one('status')
  if (cell === null || isNothing(cell.text)) return null
  const status = readStatus(cell.text)
  if (status === null)
    row.wrong(
      cell,
      'status.unknown',
      '不是可以识别的状态。可填：已登记、在库、后备、准岗、任用、出库。',
      'no status that is known. Write 已登记, 在库, 后备, 准岗, 任用 or 出库.',
    )
  return status
}

function yearsOf(row: Row): number | null {
  const cell = row.one('experienceYears')
  if (cell === null || isNothing(cell.text)) return null
  const years = cell.text.normalize('NFKC').match(/^(\d{1,2}(?:\.\d+)?)\s*年?$/)?.[1]
  if (years !== undefined && Number(years) <= 60) return Number(years)
  row.wrong(
    cell,
    'experience.unreadable',
    '不是年数。请填写数字，如“3”。',
    'no number of years. Write a figure such as 3.',
  )
  return null
}

/** The service comes first only where the list has no résumé; else it is added when it is not told there. */
function resumeOf(row: Row, service: string | null): string | null {
  const told = row
    .all('resume')
    .filter(({ text }) => !isNothing(text))
    .map(({ text }) => text)
    .join('\n')
  const isTold = /服役|入伍|参军|部队/.test(told)
  const lines =
    service === null || isTold ? told : [service, told].filter((it) => it !== '').join('\n')
  return lines === '' ? null : lines
}

function tagsOf(row: Row): string[] | null {
  const cell = row.one('tags')
  const tags = cell === null ? [] : [...new Set(split(cell.text))]
  return tags.length === 0 ? null : tags
}

function phoneOf(row: Row): string | null {
  const cell = row.one('phone')
  if (cell === null || isNothing(cell.text)) return null
  const read = readPhoneCell(cell.raw, cell.text)
  if ('fault' in read) {
    const isRuined = read.fault === 'ruined'
    row.wrong(
      cell,
      `phone.${read.fault}`,
      isRuined
        ? '号码已被表格改成科学计数。请把单元格设为文本后重新填写。'
        : '应为 11 位手机号，或带区号的固定电话，如 0632-1234567。',
      isRuined
        ? 'the spreadsheet has changed the number. Set the cell to text and type it again.'
        : 'a mobile number of 11 digits or a number with its area code is expected.',
    )
    return null
  }
  if (read.isFirst)
    row.wrong(
      cell,
      'phone.several',
      '有几个号码，只登记第一个。',
      'several numbers: the first was kept.',
      'notice',
    )
  return read.phone
}

/** Notes of columns that have no place of their own keep their header. */
function remarksOf(row: Row, said: readonly string[]): string | null {
  const own = row.all('remarks').map(({ text }) => text)
  const notes = row
    .all('note')
    .map(({ header, text }) => (isNothing(text) ? '' : `${header}：${text}`))
  const all = [...own, ...notes, ...said].filter(
    (it) => it !== '' && !isNothing(it) && !isWatermark(it),
  )
  return all.length === 0 ? null : all.join('；')
}

function joined(cells: readonly Cell[]): string | null {
  const texts = cells
    .map(({ text }) => text.replace(/\s*\n\s*/g, ' '))
    .filter((it) => !isNothing(it))
  return texts.length === 0 ? null : [...new Set(texts)].join(' ')
}
