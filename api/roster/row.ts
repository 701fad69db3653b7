import type { Words } from '../../matching/types.ts'
import { isReached, shownOf } from './cells.ts'
import { FIELDS } from './fields.ts'
import { isMasked, unguard } from './guard.ts'
import { hushed, tidy, tidyLines } from './text.ts'
import type {
  Context,
  Fault,
  Mapping,
  PlaceQuestion,
  RawCell,
  RawLine,
  RosterKind,
} from './types.ts'

/** A cell that says something, with its column. */
export type Cell = { at: number; header: string; field: string; raw: RawCell; text: string }

/** A row while it is read: what its cells say, and what was found wrong so far. */
export type Row = {
  context: Context
  all: (field: string) => readonly Cell[]
  /** The cell of a field that holds one value; two columns that differ are a fault. */
  one: (field: string) => Cell | null
  /** Whether the file has a column for it at all. */
  has: (field: string) => boolean
  /** About a cell: the words begin with what it says. */
  wrong: (cell: Cell, kind: string, zh: string, en: string, level?: Fault['level']) => void
  /** About the row as a whole, or a field that has no cell. */
  missing: (field: string | null, kind: string, words: Words, level?: Fault['level']) => void
  ask: (question: PlaceQuestion) => void
  faults: Fault[]
  places: PlaceQuestion[]
}

export function openRow(kind: RosterKind, mapping: Mapping, line: RawLine, context: Context): Row {
  const cells = new Map<string, Cell[]>()
  const [faults, places]: [Fault[], PlaceQuestion[]] = [[], []]
  const columns = columnsOf(kind, mapping, context)
  const wrong: Row['wrong'] = (cell, name, zh, en, level = 'error') => {
    const said = hushed(cell.text).slice(0, 60)
    const words = {
      zh: `「${cell.header}」填写为“${said}”：${zh}`,
      en: `“${cell.header}” says “${said}”: ${en}`,
    }
    faults.push({ at: cell.at, field: cell.field, kind: name, level, words })
  }
  for (const column of columns) {
    const cell = { ...column, raw: line.cells[column.at] ?? null, text: '' }
    if (cell.raw === null || !settle(cell, wrong)) continue
    const known = cells.get(cell.field)
    if (known) known.push(cell)
    else cells.set(cell.field, [cell])
  }
  const all = (field: string) => cells.get(field) ?? []
  const one = (field: string) => {
    const [first, ...others] = all(field)
    const other = others.find((it) => it.text !== first!.text)
    if (other)
      wrong(
        other,
        'cell.two',
        `与「${first!.header}」不一致。请保留一处正确的内容。`,
        `it differs from “${first!.header}”. Keep the one that is right.`,
      )
    return first ?? null
  }
  const missing: Row['missing'] = (field, name, words, level = 'error') => {
    const at = columns.find((it) => it.field === field)?.at ?? null
    faults.push({ at, field, kind: name, level, words })
  }
  const has = (field: string) => columns.some((it) => it.field === field)
  const ask = (question: PlaceQuestion) => places.push(question)
  return { context, all, one, has, wrong, missing, ask, faults, places }
}

type Place = Pick<Cell, 'at' | 'header' | 'field'>
const remembered = new WeakMap<Mapping, { of: Context['columns']; columns: Place[] }>()

/** The columns that mean something; worked out once for all rows of a file. */
function columnsOf(kind: RosterKind, mapping: Mapping, { columns: of }: Context): Place[] {
  const known = remembered.get(mapping)
  if (known?.of === of) return known.columns
  const headers = new Map(of.map(({ at, header }) => [at, header.replace(/[*＊]/g, '')]))
  const named = (field: string) => FIELDS[kind].find(({ id }) => id === field)?.words.zh ?? field
  const columns = Object.entries(mapping).flatMap(([at, field]): Place[] =>
    field === null || field === 'ignored'
      ? []
      : [{ at: Number(at), field, header: headers.get(Number(at)) ?? named(field) }],
  )
  remembered.set(mapping, { of, columns })
  return columns
}

/** What a merge says of all rows that it reaches; of anything else each person has an own. */
const SHARED = new Set(
  'township village villageCode homeVillage area channel sources note remarks termStartedOn termEndsOn'.split(
    ' ',
  ),
)

/** The text of a cell, out of formulas and merges; false when it says nothing or nothing that can be used. */
function settle(cell: Cell, wrong: Row['wrong']): boolean {
  if (isReached(cell.raw)) {
    cell.text = shownOf(cell.raw)
    if (cell.raw.from === 'left' || !SHARED.has(cell.field)) return merged(cell, wrong)
    wrong(
      cell,
      'cell.merged',
      '取自上方的合并单元格，请核对。',
      'taken from the merged cell above; please check.',
      'notice',
    )
    cell.raw = cell.raw.m
  }
  if (typeof cell.raw === 'object' && cell.raw !== null && 'f' in cell.raw) {
    cell.raw = cell.raw.f
    cell.text = shownOf(cell.raw)
    if (!isError(cell.raw))
      wrong(
        cell,
        'cell.formula',
        '由公式得出，按计算结果读取。',
        'a formula; its last result was read.',
        'notice',
      )
  }
  cell.text = textOf(cell)
  if (isError(cell.raw)) return failed(cell, wrong)
  if (cell.text.includes('\uFFFD')) return garbled(cell, wrong)
  if (cell.text.length > (LONG.has(cell.field) ? 4000 : 200)) return tooLong(cell, wrong)
  return cell.text !== '' && !(HIDEABLE.has(cell.field) && isMasked(cell.text))
}

const LONG = new Set(['resume', 'remarks', 'note'])
const HIDEABLE = new Set(['idNumber', 'phone'])

function textOf({ raw, field }: Cell): string {
  if (typeof raw !== 'string') return shownOf(raw)
  return LONG.has(field) ? tidyLines(unguard(tidyLines(raw))) : tidy(unguard(tidy(raw)))
}

const isError = (raw: RawCell) => typeof raw === 'object' && raw !== null && 'e' in raw

function merged(cell: Cell, wrong: Row['wrong']): false {
  wrong(
    cell,
    'cell.merged',
    '此格与相邻单元格合并，无法判断属于哪一行、哪一列。请取消合并，逐格填写。',
    'this cell is merged with others, so whose it is cannot be told. Unmerge and fill in each cell.',
  )
  return false
}

function failed(cell: Cell, wrong: Row['wrong']): false {
  wrong(
    cell,
    'cell.error',
    '表格公式出错，没有可读的内容。请改为填写实际内容。',
    'the spreadsheet could not work it out. Type what it should be.',
  )
  return false
}

function garbled(cell: Cell, wrong: Row['wrong']): false {
  wrong(
    cell,
    'cell.broken-text',
    '含有乱码，原字已丢失。请重新填写。',
    'signs were lost when the file was saved. Type it again.',
  )
  return false
}

function tooLong(cell: Cell, wrong: Row['wrong']): false {
  wrong(
    cell,
    'cell.too-long',
    `共 ${cell.text.length} 字，过长。请精简，详细内容放入简历或备注。`,
    `${cell.text.length} signs are too many. Shorten it; the rest belongs into the résumé or remarks.`,
  )
  return false
}
