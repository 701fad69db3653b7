import type { Willingness } from '../../../matching/types.ts'
import type { Cell, Row } from '../row.ts'
import { isNothing } from '../text.ts'
import { DAY_FAULTS, readDay, yearsBetween } from '../values/dates.ts'
import { readWillingness, readYes } from '../values/fixed-words.ts'

/** At 17 somebody may be called up who wants to (兵役法 2021, 20); a year less for how it was counted. */
const YOUNGEST_SOLDIER = 16

export type Military = { line: string | null; hasServed: boolean }

/**
 * Military service as a line of the résumé. One date alone goes into the remarks, since a line with an open end would say
 * 'until today'; dates that cannot be are said and left out.
 */
export function readMilitary(
  row: Row,
  bornOn: string | undefined,
  remark: (text: string) => void,
): Military {
  const [from, to] = [monthOf(row, 'enlistedOn'), monthOf(row, 'dischargedOn')]
  const cell = row.one('enlistedOn') ?? row.one('dischargedOn')
  const first = from ?? to
  if (cell === null || first === null) return { line: null, hasServed: false }
  const age = bornOn === undefined ? null : yearsBetween(bornOn.slice(0, 7), first)
  if (age !== null && age < YOUNGEST_SOLDIER) return leftOut(row, cell, age)
  if (from !== null && to !== null && to < from) return turned(row, cell)
  if (from !== null && to !== null)
    return { line: `${dotted(from)}--${dotted(to)}  服役`, hasServed: true }
  remark(`${cell.header}：${dotted(first)}`)
  return { line: null, hasServed: to !== null }
}

function monthOf(row: Row, field: string): string | null {
  const cell = row.one(field)
  if (cell === null || isNothing(cell.text)) return null
  const read = readDay(cell.raw, cell.text)
  if ('day' in read) return read.day.slice(0, 7)
  row.wrong(cell, `service.${read.fault}`, DAY_FAULTS[read.fault].zh, DAY_FAULTS[read.fault].en)
  return null
}

const dotted = (month: string) => month.replace('-', '.')
const NO_SERVICE: Military = { line: null, hasServed: false }

function leftOut(row: Row, cell: Cell, age: number): Military {
  const was = age < 0 ? ['还没有出生', 'not born yet'] : [`只有 ${age} 岁`, `${age}`]
  row.wrong(
    cell,
    'service.too-young',
    `按出生日期当时${was[0]}，服役经历没有登记。请核对。`,
    `by the birth the person was ${was[1]} then, so the service was left out. Please check.`,
    'notice',
  )
  return NO_SERVICE
}

function turned(row: Row, cell: Cell): Military {
  row.wrong(
    cell,
    'service.turned',
    '晚于退役时间，服役经历没有登记。请核对。',
    'it lies after the discharge, so the service was left out. Please check.',
    'notice',
  )
  return NO_SERVICE
}

/**
 * How far from home somebody would serve, only as far as the words go. 服从调剂 is being sent where needed, which lists of a
 * township mean within it; 愿意返乡 and 有任职意愿 mean the own village and no more. 否 and 视岗位 settle nothing: they stay
 * unknown, go into the remarks, and are said. The farthest that was agreed to counts.
 */
export function readAgreed(row: Row, remark: (text: string) => void): Willingness | null {
  const own = row.one('willingness')
  const agreed = own && !isNothing(own.text) ? [rangeOf(row, own)] : []
  for (const [field, range] of YES_MEANS) {
    const cell = row.one(field)
    if (cell === null) continue
    const yes = readYes(cell.text)
    const stated = field === 'willing' && yes === null ? readWillingness(cell.text) : null
    if (yes === true || stated) agreed.push(stated ?? range)
    else open(row, cell, yes, remark)
  }
  const farthest = FARTHEST.find((range) => agreed.includes(range))
  return farthest ?? null
}

const FARTHEST = ['county', 'township', 'village'] as const
const YES_MEANS = [
  ['adjustable', 'township'],
  ['returning', 'village'],
  ['willing', 'village'],
] as const

function rangeOf(row: Row, cell: Cell): Willingness | null {
  const range = readWillingness(cell.text)
  if (range === null)
    row.wrong(
      cell,
      'willingness.unknown',
      '不是可以识别的范围。可填：本村、本镇、全县。',
      'no range that is known. Write 本村, 本镇 or 全县.',
    )
  return range
}

function open(row: Row, cell: Cell, yes: boolean | null, remark: (text: string) => void) {
  remark(`${cell.header}：${cell.text}`)
  row.wrong(
    cell,
    yes === false ? 'willingness.no' : 'willingness.open',
    yes === false
      ? '没有表示愿意，意愿登记为未知，原话记入备注。'
      : '没有明确是或否，意愿登记为未知，原话记入备注。',
    yes === false
      ? 'nothing was agreed to: kept as not known, the words are in the remarks.'
      : 'neither yes nor no: kept as not known, the words are in the remarks.',
    'notice',
  )
}
