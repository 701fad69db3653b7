import { findHeader, HEADER_WITHIN } from './header.ts'
import { empty, headless, readListing, type Send } from './listing.ts'
import { type Merge, readMerges } from './merges.ts'
import { RosterProblem } from './problems.ts'
import { readRows, type SheetFacts } from './sheet.ts'
import type { RawLine, Reading } from './types.ts'
import { readSharedStrings, readWorkbook, type Sheet, type Workbook } from './workbook.ts'
import { openPackage, type Package } from './zip.ts'

type Open = { parts: Package; book: Workbook; strings: string[] }

/** Reads the sheet of the list: the one that is named, else the one whose header is surest. */
export async function readXlsx(
  bytes: Uint8Array,
  named: string | undefined,
  send: Send,
): Promise<Reading> {
  const parts = await openPackage(bytes)
  const book = await readWorkbook(parts)
  const open = { parts, book, strings: await readSharedStrings(parts) }
  const chosen = named === undefined ? await surest(open) : { sheet: sheetNamed(book, named) }
  const { sheet, others = [] } = chosen
  const merges = await readMerges(parts, sheet.path)
  const facts: SheetFacts = { hiddenColumns: new Set(), formulas: 0 }
  const read = await readListing(rowsOf(open, sheet, merges, facts), facts.hiddenColumns, send)
  const sheets = book.sheets.map(({ name }) => name)
  const notes = [...notesOf(sheet, others, read.columns), ...read.notes]
  return { format: 'xlsx', sheet: sheet.name, sheets, ...read, notes }
}

function rowsOf({ parts, book, strings }: Open, sheet: Sheet, merges: Merge[], facts: SheetFacts) {
  const { formats, is1904 } = book
  return readRows({ chunks: parts.chunks(sheet.path), strings, formats, is1904, merges }, facts)
}

function sheetNamed({ sheets }: Workbook, name: string): Sheet {
  const found = sheets.find((it) => it.name === name)
  if (found) return found
  const names = sheets.map((it) => it.name).join('、')
  throw new RosterProblem('no-such-sheet', {
    zh: `文件中没有名为“${name}”的工作表。可选：${names}。`,
    en: `The file has no sheet called “${name}”. It has: ${names}.`,
  })
}

type Chosen = { sheet: Sheet; others?: string[] }

/** Hidden sheets hold the choices of drop-downs: they are looked at only where no other has a header. */
async function surest(open: Open): Promise<Chosen> {
  let isEmpty = true
  for (const isHidden of [false, true]) {
    const scored: { sheet: Sheet; score: number }[] = []
    for (const sheet of open.book.sheets.filter((it) => it.isHidden === isHidden)) {
      const lines = await firstLines(open, sheet)
      if (lines.length > 0) isEmpty = false
      scored.push({ sheet, score: findHeader(lines)?.score ?? 0 })
    }
    const best = Math.max(0, ...scored.map(({ score }) => score))
    if (best === 0) continue
    const alike = scored.filter(({ score }) => score >= best * ALIKE)
    const first = scored.find(({ score }) => score === best)!
    return {
      sheet: first.sheet,
      others: alike.flatMap((it) => (it === first ? [] : it.sheet.name)),
    }
  }
  throw isEmpty ? empty() : headless()
}

/** A header as good as this beside the best is another list, not a guide. */
const ALIKE = 0.7

async function firstLines(open: Open, sheet: Sheet): Promise<RawLine[]> {
  const lines: RawLine[] = []
  const facts: SheetFacts = { hiddenColumns: new Set(), formulas: 0 }
  for await (const more of rowsOf(open, sheet, [], facts)) {
    lines.push(...more.slice(0, HEADER_WITHIN))
    if (lines.length >= HEADER_WITHIN) break
  }
  return lines
}

function notesOf(
  sheet: Sheet,
  others: readonly string[],
  columns: Reading['columns'],
): Reading['notes'] {
  const hidden = columns.filter((it) => it.isHidden && it.samples.length > 0)
  const named = hidden.map((it) => `“${it.header}”`)
  return [
    ...(others.length > 0
      ? [
          {
            zh: `本次读取工作表“${sheet.name}”。${others.map((it) => `“${it}”`).join('、')}也像名册，请逐张选择，分别导入。`,
            en: `The sheet “${sheet.name}” was read. ${others.map((it) => `“${it}”`).join(', ')} look like lists as well: choose them one by one.`,
          },
        ]
      : []),
    ...(sheet.isHidden
      ? [
          {
            zh: `名册在隐藏的工作表“${sheet.name}”中，已读取。`,
            en: `The list stands on the hidden sheet “${sheet.name}”, which was read.`,
          },
        ]
      : []),
    ...(named.length > 0
      ? [
          {
            zh: `表中有隐藏列：${named.join('、')}，已一并读取。`,
            en: `Hidden columns were read as well: ${named.join(', ')}.`,
          },
        ]
      : []),
  ]
}
