import type { VillageEntryKind } from '../../../matching/readiness/entries.ts'
import type { Words } from '../../../matching/types.ts'
import { findVillages, nearVillages, type Places, type Village } from '../../roster/places.ts'
import { plain } from '../../roster/text.ts'
import { numberOf } from '../../roster/values/numbers.ts'
import { EntryGiven } from '../../shapes/village-entries.ts'
import { errorsIn } from '../../validate.ts'
import { faultsOf } from '../faults.ts'
import { readChoice, readYesNo } from './choices.ts'
import { fieldsOf, type SheetField } from './columns.ts'
import { readEnd, readNotice, readWholeDay } from './days.ts'

/** `field` is null where it is of the row as a whole. */
export type CellFault = { field: string | null; words: Words }
export type Cells = Record<string, string>
export type ReadRow = {
  village: Village | null
  entry: EntryGiven | null
  faults: CellFault[]
  /** The old name of a village that became part of the one of the row. */
  former: string | null
}
type Around = { kind: VillageEntryKind; places: Places; today: string; defaultSource: string }
type Fault = (field: string | null, words: Words) => undefined

/** What a row says, with every cell that cannot be used. */
export function readCells(cells: Cells, around: Around): ReadRow {
  const faults: CellFault[] = []
  const fault: Fault = (field, words) => void faults.push({ field, words })
  const village = villageIn(cells, around.places, fault)
  const given = givenIn(cells, around, fault)
  const entry = faults.length === 0 || village === null ? checked(given, around, fault) : null
  return {
    ...{ village, faults, former: formerName(cells, around.places, village) },
    entry: faults.length === 0 ? entry : null,
  }
}

/** Whether anything is filled in besides the place. */
export function isBlank(cells: Cells): boolean {
  return !Object.entries(cells).some(
    ([field, text]) => text !== '' && !['code', 'village', 'township', 'source'].includes(field),
  )
}

function villageIn(cells: Cells, places: Places, fault: Fault): Village | null {
  const { code = '', village = '', township = '' } = cells
  if (code === '' && village === '') {
    fault(null, NO_PLACE)
    return null
  }
  const field = code === '' ? 'village' : 'code'
  const found = findVillages(code === '' ? village : code, places)
  const inside = found.filter((it) => isIn(it, township, places))
  if (inside.length === 1) return agreeing(inside[0]!, { code, village }, places, fault)
  if (inside.length > 1) fault(field, several(inside, places))
  else fault(field, unknown(nearVillages(code === '' ? village : code, places.villages)))
  return null
}

/** The code and the name must not be of two villages. */
function agreeing(
  found: Village,
  { code, village }: { code: string; village: string },
  places: Places,
  fault: Fault,
): Village | null {
  if (code === '' || village === '') return found
  const named = findVillages(village, places)
  if (named.some((it) => it.code === found.code)) return found
  fault('village', otherName(found.name))
  return null
}

function isIn({ townshipCode }: Village, township: string, { townships }: Places): boolean {
  if (township === '') return true
  const name = townships.find((it) => it.code === townshipCode)?.name ?? ''
  const typed = plain(township)
  return (
    plain(name).startsWith(typed.replace(/(街道办事处|街道|镇|乡)$/, '')) || typed === townshipCode
  )
}

function formerName(
  { code = '', village = '' }: Cells,
  { former = [] }: Places,
  to: Village | null,
) {
  const typed = [code, village].map(plain)
  const old = former.find(
    (it) =>
      it.into === to?.code && typed.some((text) => text === it.code || text === plain(it.name)),
  )
  return old?.name ?? null
}

/** The body as the sheet has it; what is missing is found by its shape. */
function givenIn(cells: Cells, { kind, defaultSource }: Around, fault: Fault) {
  const given: Record<string, unknown> = { kind, source: defaultSource }
  const body: Record<string, unknown> = {}
  const notices: Record<number, { from?: string; to?: string }> = {}
  for (const field of fieldsOf(kind)) {
    const text = cells[field.field] ?? ''
    if (text === '') {
      if (field.isRequired) fault(field.field, EMPTY)
      continue
    }
    if (field.type === 'notice' || field.type === 'notice-end') continue
    const value = readValue(field, text, fault)
    if (field.field === 'on' || field.field === 'source') given[field.field] = value
    else body[field.field] = value
  }
  if (kind === 'audit') {
    for (const at of [0, 1]) readNoticeOf(at, cells, notices, fault)
    body.notices = Object.values(notices)
  }
  return { ...given, body }
}

function readNoticeOf(
  at: number,
  cells: Cells,
  notices: Record<number, { from?: string; to?: string }>,
  fault: Fault,
): undefined {
  const [first, last] = [`notices.${at}.from`, `notices.${at}.to`]
  const [begin = '', end = ''] = [cells[first], cells[last]]
  if (begin === '' && end === '') return undefined
  if (begin === '') return fault(first, NO_FIRST)
  const read = readNotice(begin)
  if ('fault' in read.from) return fault(first, said(begin, read.from.fault))
  const to = end === '' ? read.to : readEnd(end, read.from.day)
  if (to === undefined) return fault(last, NO_LAST)
  if ('fault' in to) return fault(end === '' ? first : last, said(end || begin, to.fault))
  notices[at] = { from: read.from.day, to: to.day }
  return undefined
}

function readValue({ field, type, choices = [] }: SheetField, text: string, fault: Fault): unknown {
  if (type === 'text') return text
  if (type === 'day') {
    const read = readWholeDay(text)
    if ('day' in read) return read.day
    return fault(field, said(text, read.fault))
  }
  if (type === 'yes') return readYesNo(text) ?? fault(field, said(text, YES_OR_NO))
  if (type === 'choice') return readChoice(field, text) ?? fault(field, said(text, oneOf(choices)))
  return amountOf(field, type, text, fault)
}

function amountOf(field: string, type: string, text: string, fault: Fault): number | undefined {
  const isYuan = type === 'wan' && /[^万]元$/.test(text)
  const number = numberOf(text.replace(/(万元|万|元|张|份|票)$/, ''))
  if (number === null || (type === 'count' && !Number.isInteger(number)))
    return fault(field, said(text, type === 'wan' ? NO_AMOUNT : NO_COUNT))
  return type === 'wan' && !isYuan ? Math.round(number * 10_000) : number
}

function checked(given: unknown, { kind, today }: Around, fault: Fault): EntryGiven | null {
  const parsed = EntryGiven.safeParse(given)
  if (parsed.success) {
    for (const { field, words } of faultsOf(parsed.data, today)) fault(field, words)
    return parsed.data
  }
  const known = new Set(fieldsOf(kind).map(({ field }) => field))
  for (const { pointer, detail } of errorsIn(EntryGiven, given)) {
    const field = pointer.replace(/^#\/(body\/)?/, '').replaceAll('/', '.')
    fault(known.has(field) ? field : null, detail)
  }
  return null
}

const said = (text: string, { zh, en }: Words): Words => ({
  zh: `填写为“${text.slice(0, 40)}”：${zh}`,
  en: `“${text.slice(0, 40)}”: ${en}`,
})
const oneOf = (choices: readonly string[]): Words => ({
  zh: `请填写${choices.join('、')}中的一个。`,
  en: `write one of ${choices.join(', ')}.`,
})
const several = (villages: readonly Village[], { townships }: Places): Words => {
  const names = villages.map(({ name, townshipCode }) => {
    const township = townships.find(({ code }) => code === townshipCode)?.name ?? ''
    return `${township}${name}`
  })
  return {
    zh: `有 ${villages.length} 个同名的村（社区）：${names.join('、')}。请填写村代码或乡镇。`,
    en: `${villages.length} villages are called so: ${names.join(', ')}. Give the code or the township.`,
  }
}
const unknown = (near: readonly Village[]): Words => {
  const names = near.map(({ name }) => name).join('、')
  return {
    zh: `本账号范围内没有这个村（社区）。${names === '' ? '请核对村名或村代码。' : `相近的有：${names}。请核对。`}`,
    en: `there is no such village in your scope. ${names === '' ? 'Check name or code.' : `Near it are: ${names}.`}`,
  }
}
const otherName = (name: string): Words => ({
  zh: `村代码对应的是“${name}”，与村名不符。请改正其中一个。`,
  en: `the code is that of “${name}”: mend the code or the name.`,
})
const NO_PLACE: Words = {
  zh: '没有村代码和村名。请填写其中一个。',
  en: 'Code and name of the village are both missing: give one of them.',
}
const EMPTY: Words = { zh: '没有填写。这一栏必填。', en: 'it is empty and must not be.' }
const NO_FIRST: Words = { zh: '没有公示的第一天。', en: 'the first day of the notice is missing.' }
const NO_LAST: Words = {
  zh: '没有公示的最后一天；还在公示的填计划的最后一天。',
  en: 'the last day of the notice is missing; give the planned one while it hangs.',
}
const NO_COUNT: Words = { zh: '应为整数。', en: 'a whole number is expected.' }
const NO_AMOUNT: Words = {
  zh: '应为金额，单位万元，如 12.5。',
  en: 'an amount in 10,000 yuan is expected, such as 12.5.',
}
const YES_OR_NO: Words = { zh: '请填“是”或“否”。', en: 'write 是 or 否.' }
