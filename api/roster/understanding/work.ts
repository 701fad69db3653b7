import { isWatermark } from '../guard.ts'
import type { Cell, Row } from '../row.ts'
import { isNothing } from '../text.ts'
import type { PersonValues } from '../types.ts'
import { readChannel, readStatus } from '../values/fixed-words.ts'
import { readPhoneCell } from '../values/phone.ts'
import { readSkills, split } from '../values/skills.ts'
import { readSources } from '../values/sources.ts'

export function channelOf(row: Row, remark: (text: string) => void) {
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

export function sourcesOf(
  row: Row,
  hasServed: boolean,
  remark: (text: string) => void,
): string[] | null {
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

export function skillsOf(row: Row): PersonValues['skills'] | null {
  const skills = row.all('skills').flatMap(({ text }) => readSkills(text, row.context))
  const keyOf = (it: (typeof skills)[number]) => ('skill' in it ? `#${it.skill}` : it.word)
  const unique = new Map(skills.map((it) => [keyOf(it), it]))
  return unique.size === 0 ? null : [...unique.values()]
}

export function statusOf(row: Row) {
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

export function yearsOf(row: Row): number | null {
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
export function resumeOf(row: Row, service: string | null): string | null {
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

export function tagsOf(row: Row): string[] | null {
  const cell = row.one('tags')
  const tags = cell === null ? [] : [...new Set(split(cell.text))]
  return tags.length === 0 ? null : tags
}

export function phoneOf(row: Row): string | null {
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
export function remarksOf(row: Row, said: readonly string[]): string | null {
  const own = row.all('remarks').map(({ text }) => text)
  const notes = row
    .all('note')
    .map(({ header, text }) => (isNothing(text) ? '' : `${header}：${text}`))
  const all = [...own, ...notes, ...said].filter(
    (it) => it !== '' && !isNothing(it) && !isWatermark(it),
  )
  return all.length === 0 ? null : all.join('；')
}

export function joined(cells: readonly Cell[]): string | null {
  const texts = cells
    .map(({ text }) => text.replace(/\s*\n\s*/g, ' '))
    .filter((it) => !isNothing(it))
  return texts.length === 0 ? null : [...new Set(texts)].join(' ')
}
