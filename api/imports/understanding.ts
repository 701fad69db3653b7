import { readResume } from '../portrait/resume.ts'
import type {
  Column,
  Context,
  Mapping,
  PersonValues,
  RawCell,
  RosterKind,
  Understood,
} from '../roster/types.ts'
import { understand } from '../roster/understand.ts'
import type { OpenRow } from './sealed.ts'

type Setup = { kind: RosterKind; mapping: Mapping; context: Context }

/** What a row says with what somebody mended in it: a field of several columns is mended as a whole. */
export function understoodOf(setup: Setup, row: OpenRow): Understood {
  const understood = rowUnderstood(setup, row)
  const { resume } = understood.values as PersonValues
  const read = resume === undefined ? null : readResume(resume)
  if (!read || !('text' in read)) return understood
  return { ...understood, values: { ...understood.values, resume: read.text } }
}

function rowUnderstood({ kind, mapping, context }: Setup, row: OpenRow): Understood {
  const { line, isHidden, mended } = row
  const fields = Object.entries(mended)
  if (fields.length === 0)
    return understand(
      kind,
      mapping,
      { line, cells: row.cells, ...(isHidden && { isHidden }) },
      context,
    )
  const cells = [...row.cells]
  const columns = [...context.columns]
  const own = { ...mapping }
  for (const [field, text] of fields) mendField({ cells, columns, mapping: own }, field, text)
  return understand(kind, own, { line, cells }, { ...context, columns })
}

/** Cells as text by field, mended ones as they are now. */
export function textsOf({ mapping }: Setup, { cells, mended }: OpenRow): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [at, field] of Object.entries(mapping)) {
    const text = textOf(cells[Number(at)] ?? null)
    if (field === null || field === 'ignored') continue
    texts[field] = [texts[field], text].filter(Boolean).join('、')
  }
  return { ...texts, ...mended }
}

export function textOf(cell: RawCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if ('n' in cell) return cell.shown ?? String(cell.n)
  if ('d' in cell) return cell.shown ?? cell.d
  if ('e' in cell) return cell.e
  return textOf('f' in cell ? cell.f : cell.m)
}

type Row = { cells: RawCell[]; columns: Column[]; mapping: Mapping }

function mendField({ cells, columns, mapping }: Row, field: string, text: string): void {
  const own = Object.keys(mapping).filter((at) => mapping[Number(at)] === field)
  const at = own.length > 0 ? Number(own[0]) : Math.max(-1, ...columns.map((it) => it.at)) + 1
  for (const other of own) cells[Number(other)] = null
  if (own.length === 0) columns.push({ at, header: field, samples: [] })
  while (cells.length < at) cells.push(null)
  cells[at] = text === '' ? null : text
  mapping[at] = field
}
