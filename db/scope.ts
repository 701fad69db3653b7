import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * Whose data a query may touch: a county, or one township or village of it. Every query takes one;
 * the conditions below are the only way in which it narrows.
 */
export type Scope = { countyCode: string; townshipCode?: string; villageCode?: string }

type Condition = RawBuilder<SqlBool>

export function isWholeCounty(scope: Scope): boolean {
  return scope.townshipCode === undefined && scope.villageCode === undefined
}

/** Rows of the county itself, which everybody in it may read: skills, policies. */
export function ofCounty(scope: Scope, table: string): Condition {
  return sql`${sql.ref(`${table}.countyCode`)} = ${scope.countyCode}`
}

/** Rows of the county that nobody narrower may read: audit entries. */
export function ofWholeCounty(scope: Scope, table: string): Condition {
  return isWholeCounty(scope) ? ofCounty(scope, table) : sql`1 = 0`
}

export function townshipsIn(scope: Scope): Condition {
  return all(
    ofCounty(scope, 'townships'),
    equals('townships.code', scope.townshipCode),
    scope.villageCode !== undefined &&
      sql`${sql.ref('townships.code')} in (${columnOf('villages', 'townshipCode', villagesIn(scope))})`,
  )
}

export function villagesIn(scope: Scope): Condition {
  return all(
    ofCounty(scope, 'villages'),
    equals('villages.townshipCode', scope.townshipCode),
    equals('villages.code', scope.villageCode),
  )
}

/** Rows of a table that names a village. */
export function atVillagesIn(
  scope: Scope,
  table: 'posts' | 'needs' | 'terms' | 'incumbents',
): Condition {
  return all(
    ofCounty(scope, table),
    !isWholeCounty(scope) &&
      sql`${sql.ref(`${table}.villageCode`)} in (${columnOf('villages', 'code', villagesIn(scope))})`,
  )
}

/** People by their home. */
export function talentsIn(scope: Scope): Condition {
  return all(
    ofCounty(scope, 'talents'),
    equals('talents.homeTownshipCode', scope.townshipCode),
    equals('talents.homeVillageCode', scope.villageCode),
  )
}

/** Rows of a table about people, named by `column`. */
export function aboutTalentsIn(scope: Scope, table: string, column = 'talentId'): Condition {
  return all(
    ofCounty(scope, table),
    !isWholeCounty(scope) &&
      sql`${sql.ref(`${table}.${column}`)} in (${columnOf('talents', 'id', talentsIn(scope))})`,
  )
}

/** Plans of the township; a village has none of its own. */
export function plansIn(scope: Scope): Condition {
  return all(
    ofCounty(scope, 'plans'),
    equals('plans.townshipCode', scope.townshipCode),
    scope.villageCode !== undefined && sql`1 = 0`,
  )
}

function equals(column: string, value: string | undefined): Condition | false {
  return value !== undefined && sql`${sql.ref(column)} = ${value}`
}

function all(...conditions: (Condition | false)[]): Condition {
  const held = conditions.filter((condition) => condition !== false)
  return sql`(${sql.join(held, sql` and `)})`
}

function columnOf(table: string, column: string, condition: Condition) {
  return sql`select ${sql.ref(`${table}.${column}`)} from ${sql.table(table)} where ${condition}`
}
