import { type CreateTableBuilder, type Kysely, sql } from 'kysely'

/** How migrations say what a table holds. Frozen as they are: a changed word here would change the past. */

type Builder = CreateTableBuilder<string, string>

/** A table whose key begins with the county. */
export function table(db: Kysely<unknown>, name: string, key: string[]) {
  return db.schema
    .createTable(name)
    .addColumn('county_code', 'text', notNull)
    .addPrimaryKeyConstraint(`${name}_key`, ['county_code', ...key] as never)
}

export function notNull<C extends { notNull(): C }>(column: C): C {
  return column.notNull()
}

export function refers(from: string, columns: string[], to: string, target: string[]) {
  const name = `${from}_${columns.join('_') || 'county_code'}_refers`
  return <B extends Builder>(builder: B) =>
    builder.addForeignKeyConstraint(name, ['county_code', ...columns], to, [
      'county_code',
      ...target,
    ]) as B
}

export function oneOf(column: string, values: string[]) {
  const list = sql.join(values.map((value) => sql.lit(value)))
  return <B extends Builder>(builder: B) =>
    builder.addCheckConstraint(`${column}_known`, sql`${sql.ref(column)} in (${list})`) as B
}

export function flags(...columns: string[]) {
  return <B extends Builder>(builder: B) =>
    columns.reduce<Builder>(
      (table, column) =>
        table.addCheckConstraint(`${column}_flag`, sql`${sql.ref(column)} in (0, 1)`),
      builder,
    ) as B
}

export async function index(
  db: Kysely<unknown>,
  name: string,
  columns: string[],
  isUnique = false,
): Promise<void> {
  const builder = db.schema
    .createIndex(`${name}_by_${columns.join('_')}`)
    .on(name)
    .columns(['county_code', ...columns])
  await (isUnique ? builder.unique() : builder).execute()
}
