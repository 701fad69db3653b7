import { z } from 'zod'
import { Reason } from '../reasons.ts'
import { Code, errorsIn, invalid } from '../validate.ts'
import { TABLE_IDS, TABLES } from './tables/index.ts'
import { type PaperTable, requiredOf } from './tables/table.ts'

const Report = z.object({
  kind: z.literal('report'),
  township: Code.nullable().meta({ description: 'Null: all that the account sees' }),
  plan: z.string().max(64).nullable().meta({ description: 'Whose teams stand behind the present' }),
})
const TableAsked = z.object({
  table: z.enum(TABLE_IDS),
  filters: z.record(z.string().max(40), z.string().max(200)),
})
const Tables = z.object({
  kind: z.literal('tables'),
  tables: z.array(TableAsked).min(1).max(20),
})
/** A list of a county that is prepared whole has some 3,000 people. */
const MOST_FORMS = 5_000
const Forms = z.object({
  kind: z.literal('lrmx'),
  talents: z.array(z.string().max(64)).min(1).max(MOST_FORMS),
  idNumbers: z.boolean().meta({ description: 'Whole identity numbers, for who may reveal them' }),
})
const Part = z.discriminatedUnion('kind', [Report, Tables])
const Batch = z.object({ kind: z.literal('batch'), parts: z.array(Part).min(1).max(30) })

export const PaperAsked = z
  .discriminatedUnion('kind', [Report, Tables, Batch, Forms])
  .and(z.object({ purpose: Reason }))
export type PaperAsked = z.infer<typeof PaperAsked>
export type PartAsked = z.infer<typeof Part>
export type FormsAsked = z.infer<typeof Forms>
export type TableAsked = z.infer<typeof TableAsked>

/** What a table is narrowed by is its own: a filter that it does not have is refused where it stands. */
export function requireFilters(asked: PaperAsked): void {
  const parts: [string, PartAsked | FormsAsked][] =
    asked.kind === 'batch' ? asked.parts.map((part, at) => [`#/parts/${at}`, part]) : [['#', asked]]
  const errors = parts.flatMap(([pointer, part]) =>
    part.kind === 'tables'
      ? part.tables.flatMap((table, at) => errorsOf(table, `${pointer}/tables/${at}/filters`))
      : [],
  )
  if (errors.length > 0) throw invalid(errors)
}

function errorsOf({ table, filters }: TableAsked, pointer: string) {
  const known: PaperTable = TABLES[table]
  const missing = requiredOf(known).filter((name) => filters[name] === undefined)
  if (missing.length > 0)
    return missing.map((name) => ({ pointer: `${pointer}/${name}`, detail: lacks(known, name) }))
  const errors = errorsIn(z.strictObject(known.filters.shape), filters)
  return errors.map((error) => ({ ...error, pointer: `${pointer}${error.pointer.slice(1)}` }))
}

const FILTERS: Record<string, { zh: string; en: string }> = {
  village: { zh: '村（社区）', en: 'a village' },
  plan: { zh: '一稿换届方案', en: 'a plan' },
  post: { zh: '岗位', en: 'a post' },
}

function lacks({ name }: PaperTable, filter: string) {
  const of = FILTERS[filter] ?? { zh: filter, en: filter }
  return {
    zh: `“${name.zh}”须指定${of.zh}，请在对应页面上导出。`,
    en: `“${name.en}” is of ${of.en}: name it, or take the table out on its page.`,
  }
}
