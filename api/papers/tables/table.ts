import type { z } from 'zod'
import type { Cell } from '../../exports/workbook.ts'
import type { Ask } from '../asking.ts'

export type Column<Row> = { header: string; of: (row: Row) => Cell; width?: number }
/** A table as a screen shows it: its columns in their order, under their words. */
export type TableRead = {
  /** What it is of, such as a quarter or a township; after the name of the table. */
  of: string
  headers: string[]
  widths: number[]
  rows: Cell[][]
  /** Ids of people who are in it. */
  subjects: string[]
  /** What it was narrowed to, in words. */
  conditions: [string, string][]
}
export type PaperTable<Filters extends z.ZodObject = z.ZodObject> = {
  /** Short enough for the name of a sheet. */
  name: { zh: string; en: string }
  filters: Filters
  read: (ask: Ask, filters: z.infer<Filters>) => Promise<TableRead>
}

export const defineTable = <Filters extends z.ZodObject>(table: PaperTable<Filters>) =>
  table as unknown as PaperTable

/** Filters that a table cannot be read without, such as whose record it is. */
export function requiredOf({ filters }: PaperTable): string[] {
  return Object.entries(filters.shape).flatMap(([name, schema]) =>
    (schema as z.ZodType).safeParse(undefined).success ? [] : [name],
  )
}

/** The cells of some rows under their columns. */
export function tableOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { of = '', subjects = [], conditions = [] }: Partial<TableRead> = {},
): TableRead {
  return {
    ...{ of, subjects, conditions },
    headers: columns.map(({ header }) => header),
    widths: columns.map(({ header, width }) => width ?? Math.max(10, header.length * 2 + 2)),
    rows: rows.map((row) => columns.map((column) => column.of(row))),
  }
}

/** The part of an address after `?`; what is not given is left out. */
export function queryOf(asked: Record<string, string | number | undefined>): string {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

/** Every page of a list that tells how the next is asked for. */
export async function everyPage<Page, Row>(
  page: (next: string | undefined) => Promise<Page>,
  rowsOf: (page: Page) => readonly Row[],
  nextOf: (page: Page) => string | null,
): Promise<{ first: Page; rows: Row[] }> {
  const first = await page(undefined)
  const rows = [...rowsOf(first)]
  for (let next = nextOf(first); next !== null; ) {
    const following = await page(next)
    rows.push(...rowsOf(following))
    next = nextOf(following)
  }
  return { first, rows }
}

/** Empty where nothing is known: a cell that is not there is not a 0. */
export const day = (value: string | null): Cell =>
  value === null ? '' : { day: value.slice(0, 10) }
