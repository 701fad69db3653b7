import { type SqlBool, sql } from 'kysely'

/** What was signed before another seat was chosen was signed for another seat. */
export function standing(act: string) {
  const ref = (column: string) => sql.ref(`${act}.${column}`)
  return sql<SqlBool>`${ref('sequence')} > coalesce((
    select max(${sql.ref('chosen.sequence')}) from ${sql.table('reviewActs')} as chosen
    where ${sql.ref('chosen.countyCode')} = ${ref('countyCode')}
      and ${sql.ref('chosen.nomineeId')} = ${ref('nomineeId')}
      and ${sql.ref('chosen.kind')} = 'target'), 0)`
}
