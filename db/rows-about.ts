import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import type { Database } from './schema.ts'

type AboutPeople = 'talentSources' | 'talentSkills' | 'honours' | 'evidence' | 'residenceConsents'

/**
 * Some columns of every row about the people that `who` chooses of `talents`, by person and then in
 * the order of the columns. The plugin would rename the keys of each row anew, which doubles the time
 * for tens of thousands of rows: the statement names them itself.
 */
export async function rowsAbout<Table extends AboutPeople, Column extends keyof Database[Table]>(
  { db, countyCode, who }: { db: Db; countyCode: string; who: RawBuilder<SqlBool> },
  table: Table,
  columns: readonly (Column & string)[],
): Promise<Map<string, Pick<Database[Table], Column | 'talentId'>[]>> {
  const listed = ['talentId', ...columns].map(
    (column) => sql`${sql.ref(column)} as ${sql.raw(`"${column}"`)}`,
  )
  const order = ['talentId', ...columns].map((column) => sql.ref(column))
  const statement = sql<Pick<Database[Table], Column | 'talentId'>>`
    select ${sql.join(listed)} from ${sql.table(table)}
    where ${sql.ref('countyCode')} = ${countyCode} and ${sql.ref('talentId')} in
      (select ${sql.ref('talents.id')} from ${sql.table('talents')} where ${who})
    order by ${sql.join(order)}`
  const { rows } = await db.withoutPlugins().executeQuery(statement.compile(db))
  return Map.groupBy(rows, (row) => row.talentId)
}
