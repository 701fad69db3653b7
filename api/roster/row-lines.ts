import { isReached, ownText } from './cells.ts'
import { FAULT_HEADER, FIELDS } from './fields.ts'
import { isWatermark } from './guard.ts'
import type { Header } from './header.ts'
import { headerKey, hushed, plain } from './text.ts'
import type { RawLine, Reading } from './types.ts'

type LeftOut = Reading['leftOut'][number]

/** Tells rows of data from what else stands under a header. Null: a row of data. */
export function rowSorter(head: readonly RawLine[], { texts }: Header) {
  const keys = texts.map((text) => headerKey(text))
  const lastKeys = texts.map((text) => headerKey(text.split('／').at(-1) ?? ''))
  const titles = new Set(head.flatMap(({ cells }) => cells.map(ownText)).filter((it) => it !== ''))
  const numberAt = keys.findIndex((key) => NUMBERING.has(key))
  const nameAt = nameColumn(keys)
  const faultAt = texts.indexOf(FAULT_HEADER)
  const isPerson = PEOPLE_NAMES.has(keys[nameAt] ?? '')
  const given = new Set(
    keys.flatMap((key, at) => (isPerson && PLACES.has(key) ? [at] : [])).concat(numberAt),
  )
  return (line: RawLine): LeftOut | null => {
    const filled = line.cells.flatMap((cell, at) =>
      ownText(cell) === '' || at === faultAt ? [] : [{ at, text: ownText(cell) }],
    )
    const first = filled[0]
    const out = (why: LeftOut['why'], text = first?.text ?? '') => ({
      line: line.line,
      why,
      text: hushed(text).slice(0, 60),
    })
    if (first === undefined || isUnfilled(filled, given, numberAt)) return out('blank')
    if (isWatermark(first.text)) return out('watermark')
    if (EXAMPLE.test(ownText(line.cells[nameAt])))
      return out('example', ownText(line.cells[nameAt]))
    if (isHeaderAgain(filled, keys, lastKeys) || isCounting(filled)) return out('title')
    const isLonely =
      filled.length === 1 || line.cells.some((it) => isReached(it) && it.from === 'left')
    if (isLonely && titles.has(first.text)) return out('title')
    return isFooter(filled, nameAt) ? out('footer') : null
  }
}

type Filled = readonly { at: number; text: string }[]

/** The column that no row lacks: the name of the person, else of the village. */
function nameColumn(keys: readonly string[]): number {
  const found = NAMES.map((names) => keys.findIndex((key) => names.has(key)))
  return found.find((at) => at >= 0) ?? -1
}

const keysOf = (kind: 'people' | 'villages', ...ids: string[]) =>
  new Set(
    FIELDS[kind]
      .filter(({ id }) => ids.includes(id))
      .flatMap(({ synonyms }) => synonyms.map(headerKey)),
  )
const PEOPLE_NAMES = keysOf('people', 'name')
const PLACES = keysOf('people', 'township', 'village', 'villageCode')
const NAMES = [PEOPLE_NAMES, keysOf('villages', 'name')]
const NUMBERING = new Set(['序号', '编号', '顺序号', 'no', '行号'])
const EXAMPLE = /^[（(【[]?(示例|样例|范例|举例|例)[）)】\]:：\s]/

/** Pages that were printed one by one repeat the header. */
function isHeaderAgain(
  filled: Filled,
  keys: readonly string[],
  lastKeys: readonly string[],
): boolean {
  const isSame = ({ at, text }: Filled[number]) => {
    const key = text.length > 40 ? '' : headerKey(text)
    return key !== '' && (key === keys[at] || key === lastKeys[at])
  }
  // Most rows show by their first cells that they are none.
  if (!filled.slice(0, 3).some(isSame)) return false
  const same = filled.filter(isSame).length
  return same >= 2 && same >= filled.length * 0.7
}

/** Rows that were numbered, or given their village, before anybody was written into them. */
function isUnfilled(filled: Filled, given: ReadonlySet<number>, numberAt: number): boolean {
  return filled.every(({ at, text }) => given.has(at) && (at !== numberAt || /^\d+$/.test(text)))
}

/** The line 1, 2, 3 … (or 甲, 乙, 1, 2 …) under a header of a form. */
function isCounting(filled: Filled): boolean {
  if (filled.length < 4) return false
  const numbers = filled
    .filter(({ text }) => !/^[甲乙丙丁戊己]$/.test(text))
    .map(({ text }) => text)
  const from = Number(numbers[0])
  return (from === 0 || from === 1) && numbers.every((text, at) => Number(text) === from + at)
}

const SIGNED =
  /^(填表|制表|填报|审核|审批|复核|复审|负责|经办|联系|校对|报送|单位负责|主要负责|分管领导|党委书记)(人|单位|部门|领导|签字|日期|时间|电话)?(签字|签名)?\s*([（(].*[）)])?\s*[:：]/
const NOTED =
  /^(注|备注|说明|填表说明|填写说明|备考|注意|要求|附注|以上|日期|时间|盖章|单位（盖章）|联系电话)\s*\d*\s*[:：、.．]/
const SUMMED =
  /^(合计|总计|共计|小计|累计|汇总)$|^(合计|总计|共计|小计)\s*[:：(（]?\s*\d*\s*(人|个|户|村)|^共\s*\d+\s*(人|个|村)/

function isFooter(filled: Filled, nameAt: number): boolean {
  const first = filled[0]!
  if (
    SUMMED.test(plain(first.text)) ||
    filled.some(({ at, text }) => at === nameAt && SUMMED.test(plain(text)))
  )
    return true
  if (filled.length <= 5 && filled.some(({ text }) => SIGNED.test(text))) return true
  if (filled.length <= 2 && NOTED.test(first.text)) return true
  // One text alone that is no name: a remark over the whole width.
  return filled.length === 1 && first.at !== nameAt && first.text.length > 4
}
