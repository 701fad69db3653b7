import type { Cell, Sheet } from '../../exports/workbook.ts'
import { guardFormula, WATERMARK } from '../../roster/guard.ts'
import type { Circumstances } from '../circumstances.ts'
import type { TableRead } from './table.ts'

/** Excel's names of sheets hold 31 characters, and none of these. */
const MOST_NAME = 31
const NOT_IN_NAME = /[\\/?*[\]:]/g

export type Named = { name: string; read: TableRead }

/** A sheet for each table, head frozen, and one that says how they came about. */
export function sheetsOf(tables: readonly Named[], made: Circumstances): Sheet[] {
  const names = new Set<string>()
  const sheets = tables.map(({ name, read }) => {
    const rows: Cell[][] = [[watermarkOf(made)], read.headers, ...read.rows]
    return {
      name: distinct(name, names),
      rows: rows.map((row) => row.map(guarded)),
      widths: read.widths,
      frozen: 2,
      isWrapped: true,
    }
  })
  const notes = { name: distinct('导出说明', names), rows: notesOf(tables, made) }
  return [...sheets, { ...notes, widths: [22, 80], frozen: 0 }]
}

function guarded(cell: Cell): Cell {
  return typeof cell === 'string' ? guardFormula(cell) : cell
}

export function watermarkOf({ county, who, at, purpose }: Circumstances): string {
  return `${WATERMARK}内部资料 严禁外传｜${county}｜导出人：${who}｜时间：${at}｜用途：${purpose}`
}

function notesOf(tables: readonly Named[], made: Circumstances): Cell[][] {
  const told = [
    ['导出时间', made.at],
    ['导出人', made.who],
    ['用途', made.purpose],
    ['数据时间', made.at],
    ['政策版本', `第 ${made.policyVersion} 版`],
  ]
  const each = tables.flatMap(({ name, read }) => [
    [`表：${name}`, read.of],
    ['　行数', String(read.rows.length)],
    ['　筛选条件', read.conditions.map(([what, value]) => `${what}：${value}`).join('；') || '无'],
  ])
  return [...told, ...each].map((row) => row.map((cell) => guardFormula(cell)))
}

function distinct(name: string, taken: Set<string>): string {
  const plain = name.replace(NOT_IN_NAME, '_').slice(0, MOST_NAME)
  let own = plain
  for (let at = 2; taken.has(own); at++) own = `${plain.slice(0, MOST_NAME - 3)}_${at}`
  taken.add(own)
  return own
}
