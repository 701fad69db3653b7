import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { mayBeCultivated } from './in-cultivation.ts'
import { ofCounty, type Scope, talentsIn } from './scope.ts'

/** Some people by their ids, or everybody at home in a township who may be under cultivation. */
export type Who = { talentIds: readonly string[] } | { townshipCode: string }

/**
 * Rows of a table about those of the scope who are named. The ids or the home narrow `talents` before the scope is asked,
 * which would look at everybody of the county otherwise, once a statement.
 */
export function aboutSome(scope: Scope, table: string, who: Who): RawBuilder<SqlBool> {
  return sql`${ofCounty(scope, table)} and ${sql.ref(`${table}.talentId`)} in (
    select ${sql.ref('talents.id')} from ${sql.table('talents')}
    where ${sql.ref('talents.countyCode')} = ${scope.countyCode} and ${named(who)}
    and ${talentsIn(scope)})`
}

function named(who: Who): RawBuilder<SqlBool> {
  if ('townshipCode' in who)
    return sql`${sql.ref('talents.homeTownshipCode')} = ${who.townshipCode} and ${mayBeCultivated()}`
  if (who.talentIds.length === 0) return sql`1 = 0`
  return sql`${sql.ref('talents.id')} in (${sql.join(who.talentIds)})`
}
