import type { Words } from '../../matching/types.ts'
import { isReached, ownText } from './cells.ts'
import { findHeader, HEADER_WITHIN, nameless } from './header.ts'
import { RosterProblem, tooMuch } from './problems.ts'
import { rowSorter } from './row-lines.ts'
import { MOST_COLUMNS, tooWide } from './sheet.ts'
import { hushed } from './text.ts'
import type { Column, RawCell, RawLine, Reading } from './types.ts'

export type Send = (lines: RawLine[]) => Promise<void>
type Read = Pick<Reading, 'head' | 'headerLine' | 'columns' | 'leftOut' | 'rows' | 'notes'>

export const MOST_ROWS = 200_000
const BATCH = 500
/** Signs of text in one batch, and in one row: a cell of Excel takes 32,767, a person's row a few thousand. */
const BATCH_SIGNS = 2_000_000
const MOST_OF_A_ROW = 500_000
const SAMPLES = 5
/** Rows that samples come from, unless a column is filled later only. */
const SAMPLED_ROWS = 500
/** Of lines that are nobody the first are told. */
const MOST_LEFT_OUT = 2_000
const MOST_BLANK = 200

/** Parts the lines of a sheet into the head, rows of data, which are sent on in batches, and what is left out. */
export async function readListing(
  batches: AsyncIterable<RawLine[]>,
  hidden: ReadonlySet<number>,
  send: Send,
): Promise<Read> {
  const { lines, rest } = await begin(batches)
  const header = findHeader(lines)
  if (header === null) throw lines.length === 0 ? empty() : headless()
  if (header.texts.length > MOST_COLUMNS) throw tooWide()
  const head = lines.slice(0, header.last + 1)
  const sort = rowSorter(head, header)
  const tally = newTally()
  let [batch, signs] = [[] as RawLine[], 0]
  const take = async (line: RawLine) => {
    const long = textOf(line)
    if (long > MOST_OF_A_ROW) throw tooMuch()
    const out = sort(line)
    if (out !== null) return leave(tally, out)
    count(tally, line)
    signs += long
    if (batch.push(line) < BATCH && signs < BATCH_SIGNS) return
    await send(batch)
    ;[batch, signs] = [[], 0]
  }
  for (const line of lines.slice(header.last + 1)) await take(line)
  for await (const more of rest) for (const line of more) await take(line)
  if (batch.length > 0) await send(batch)
  if (tally.rows === 0) throw empty()
  return {
    head,
    headerLine: head.at(-1)!.line,
    columns: columnsOf(header.texts, tally, hidden),
    leftOut: tally.leftOut,
    rows: tally.rows,
    notes: notesOf(tally),
  }
}

/** The first lines, for the header, and whatever comes behind them. */
async function begin(batches: AsyncIterable<RawLine[]>) {
  const iterator = batches[Symbol.asyncIterator]()
  const lines: RawLine[] = []
  while (lines.length < HEADER_WITHIN) {
    const next = await iterator.next()
    if (next.done) break
    for (const line of next.value) lines.push(line)
  }
  return { lines, rest: { [Symbol.asyncIterator]: () => iterator } }
}

type Tally = {
  rows: number
  hidden: number[]
  formulas: number
  merged: number
  samples: Map<number, Set<string>>
  leftOut: Reading['leftOut']
}
const newTally = (): Tally => ({
  ...{ rows: 0, hidden: [], formulas: 0, merged: 0 },
  samples: new Map(),
  leftOut: [],
})

function leave({ leftOut }: Tally, out: Reading['leftOut'][number]) {
  if (leftOut.length < (out.why === 'blank' ? MOST_BLANK : MOST_LEFT_OUT)) leftOut.push(out)
}

function textOf({ cells }: RawLine): number {
  let signs = 0
  for (const cell of cells) signs += lengthOf(cell)
  return signs
}

/** Formulas and merges carry the text that they come to. */
function lengthOf(cell: RawCell): number {
  if (typeof cell === 'string') return cell.length
  if (cell === null) return 1
  return 'm' in cell ? lengthOf(cell.m) : 'f' in cell ? lengthOf(cell.f) : 20
}

function count(tally: Tally, { line, cells, isHidden }: RawLine) {
  if (++tally.rows > MOST_ROWS) throw tooLong()
  if (cells.length > MOST_COLUMNS && cells.slice(MOST_COLUMNS).some((it) => it !== null))
    throw tooWide()
  if (isHidden && tally.hidden.push(line) > 1000) tally.hidden.pop()
  for (const [at, cell] of cells.entries()) {
    if (cell === null) continue
    if (isReached(cell)) tally.merged++
    else if (typeof cell === 'object' && 'f' in cell) tally.formulas++
    if (tally.rows < SAMPLED_ROWS || !tally.samples.has(at)) sample(tally.samples, at, cell)
  }
}

function sample(samples: Map<number, Set<string>>, at: number, cell: RawCell) {
  const text = ownText(cell)
  if (text === '') return
  const texts = samples.get(at) ?? new Set()
  if (texts.size >= SAMPLES) return
  samples.set(at, texts.add(hushed(text).slice(0, 40)))
}

function columnsOf(
  texts: readonly string[],
  { samples }: Tally,
  hidden: ReadonlySet<number>,
): Column[] {
  const width = Math.max(texts.length, ...[...samples.keys()].map((at) => at + 1))
  return Array.from({ length: width }, (_, at) => ({
    at,
    header: texts[at] || nameless(at),
    samples: [...(samples.get(at) ?? [])],
    ...(hidden.has(at) ? { isHidden: true as const } : {}),
  })).filter((column) => texts[column.at] || column.samples.length > 0)
}

function notesOf({ hidden, formulas, merged }: Tally): Words[] {
  const notes: Words[] = []
  const some = hidden.slice(0, 10).join('、') + (hidden.length > 10 ? ' 等' : '')
  const few = hidden.slice(0, 10).join(', ') + (hidden.length > 10 ? ' …' : '')
  if (hidden.length > 0)
    notes.push({
      zh: `表中有 ${hidden.length} 个隐藏行（第 ${some} 行），已一并读取。`,
      en: `${hidden.length} hidden rows (${few}) were read as well.`,
    })
  if (formulas > 0)
    notes.push({
      zh: `表中有 ${formulas} 个公式单元格，按最近一次计算的结果读取。`,
      en: `${formulas} cells are formulas: their last result was read.`,
    })
  if (merged > 0)
    notes.push({
      zh: `数据区有合并单元格，涉及 ${merged} 格，逐行核对后再写入。`,
      en: `Merged cells reach over ${merged} cells of data: they are looked at row by row.`,
    })
  return notes
}

export const headless = () =>
  new RosterProblem('no-header', {
    zh: `没有找到表头：前 ${HEADER_WITHIN} 行里没有一行写着“姓名”“性别”“所在村”等栏目名称。请在数据上方补上一行栏目名称，再重新选择文件。`,
    en: `No header was found: none of the first ${HEADER_WITHIN} rows names columns such as 姓名, 性别, 所在村. Put a row of column names above the data and choose the file again.`,
  })

export const empty = () =>
  new RosterProblem('empty', {
    zh: '表中没有可以导入的内容：表头下面没有数据行。请填写后再选择文件。',
    en: 'There is nothing to bring in: no row of data stands under the header. Fill the list in and choose the file again.',
  })

const tooLong = () =>
  new RosterProblem('too-many-rows', {
    zh: `数据超过 ${MOST_ROWS} 行，一次导入不了。请按乡镇拆成几个文件，分别导入。`,
    en: `There are more than ${MOST_ROWS} rows of data, too many for one import. Part the list by township into several files.`,
  })
