import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { isPostgres } from './engine.ts'
import type { Scope } from './scope.ts'

/**
 * Full text over what is written of people: bigrams made by us, since neither engine cuts Chinese into words.
 * SQLite's table has one number for a row: that of the county, then the person's `searchRow`.
 */
type Text = { searchRow: number; text: string }

/** People of a county that can be numbered. */
const ROWS_OF_COUNTY = 10_000_000

/** Replaces the words of people. */
export async function putTexts(db: Db, scope: Scope, texts: readonly Text[]): Promise<void> {
  if (texts.length === 0) return
  await removeTexts(
    db,
    scope,
    texts.map(({ searchRow }) => searchRow),
  )
  const filled = texts.map((it) => ({ ...it, words: bigramsOf(it.text) }))
  const words = filled.filter((it) => it.words !== '')
  for (let start = 0; start < words.length; start += AT_ONCE)
    await insertTexts(db, scope, words.slice(start, start + AT_ONCE))
}

const AT_ONCE = 200

async function insertTexts(db: Db, scope: Scope, rows: { searchRow: number; words: string }[]) {
  if (isPostgres(db)) {
    const { countyCode } = scope
    const values = rows.map(({ searchRow, words }) => ({ countyCode, searchRow, words }))
    await db.insertInto('talentTexts').values(values).execute()
    return
  }
  const values = rows.map(({ searchRow, words }) => sql`(${rowid(scope, searchRow)}, ${words})`)
  await sql`insert into talent_texts (rowid, words) values ${sql.join(values)}`.execute(db)
}

export async function removeTexts(
  db: Db,
  scope: Scope,
  searchRows: readonly number[],
): Promise<void> {
  if (searchRows.length === 0) return
  const { countyCode } = scope
  await (isPostgres(db)
    ? sql`delete from talent_texts where county_code = ${countyCode}
        and search_row in (${sql.join(searchRows)})`
    : sql`delete from talent_texts where rowid in (${sql.join(searchRows.map((it) => rowid(scope, it)))})`
  ).execute(db)
}

/**
 * `searchRow` of people of whom the text is written, at most `limit` of them, in no order that means anything.
 * A text of one sign finds words that begin with it.
 */
export async function findTexts(
  db: Db,
  scope: Scope,
  text: string,
  limit: number,
): Promise<number[]> {
  const wanted = pieces(text)
  if (wanted.length === 0) return []
  const { rows } = await (isPostgres(db)
    ? sql<{ row: number }>`select search_row as "row" from talent_texts
        where county_code = ${scope.countyCode}
        and tokens @@ to_tsquery('simple', ${wanted.map(tsQuery).join(' & ')})
        limit ${limit}`
    : sql<{ row: number }>`select rowid - ${sql.raw(String(base(scope)))} as "row" from talent_texts
        where talent_texts match ${wanted.map(ftsQuery).join(' AND ')}
        and rowid between ${rowid(scope, 0)} and ${rowid(scope, ROWS_OF_COUNTY - 1)}
        limit ${limit}`
  ).execute(db)
  return rows.map(({ row }) => Number(row))
}

/** 山东农业大学 → 山东 东农 农业 业大 大学; other scripts by words, lower case. */
export function bigramsOf(text: string): string {
  return pieces(text)
    .map(({ tokens }) => tokens.join(' '))
    .join(' ')
}

type Piece = { tokens: string[]; isPrefix: boolean }

/** Runs of Han signs as bigrams, runs of other letters and digits as they are. */
function pieces(text: string): Piece[] {
  return [
    ...text
      .toLowerCase()
      .matchAll(/(\p{Script=Han}+)|([\p{L}\p{N}]+?)(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu),
  ].map(([run, han]) => {
    if (han === undefined) return { tokens: [run], isPrefix: true }
    const signs = [...han]
    if (signs.length === 1) return { tokens: signs, isPrefix: true }
    return { tokens: signs.slice(1).map((sign, at) => signs[at]! + sign), isPrefix: false }
  })
}

/** What is quoted is words, never the language of queries. */
const ftsQuery = ({ tokens, isPrefix }: Piece) => `"${tokens.join(' ')}"${isPrefix ? '*' : ''}`
const tsQuery = ({ tokens, isPrefix }: Piece) =>
  `(${tokens.map((token) => `'${token}'${isPrefix ? ':*' : ''}`).join(' <-> ')})`

const base = ({ countyCode }: Scope) => Number(countyCode) * ROWS_OF_COUNTY

/** A JavaScript number of this size would be bound as a real. */
const rowid = (scope: Scope, searchRow: number) => sql`cast(${base(scope) + searchRow} as integer)`
