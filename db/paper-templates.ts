import { type Selectable, sql } from 'kysely'
import type { Db } from './connect.ts'
import type { PaperTemplateTable } from './schema/term-change.ts'
import { ofCounty, type Scope } from './scope.ts'

export type PaperTemplate = Omit<Selectable<PaperTemplateTable>, 'countyCode'>

/** Versions of the county's own template, newest first, without their bytes. */
export async function listPaperTemplates(db: Db, scope: Scope) {
  const rows = await db
    .selectFrom('paperTemplates')
    .select(['version', 'name', 'createdAt', 'createdBy'])
    .select(sql<number>`case when ${sql.ref('body')} = '' then 1 else 0 end`.as('isDefault'))
    .where(ofCounty(scope, 'paperTemplates'))
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ isDefault, ...row }) => ({ ...row, isDefault: Number(isDefault) === 1 }))
}

export function findPaperTemplate(
  db: Db,
  scope: Scope,
  version: number,
): Promise<PaperTemplate | undefined> {
  return all(db, scope).where('version', '=', version).executeTakeFirst()
}

/** The one that reports are filled into; an empty body says that the county went back to the default. */
export function findNewestPaperTemplate(db: Db, scope: Scope): Promise<PaperTemplate | undefined> {
  return all(db, scope).orderBy('version', 'desc').limit(1).executeTakeFirst()
}

export async function insertPaperTemplate(
  db: Db,
  { countyCode }: Scope,
  template: PaperTemplate,
): Promise<void> {
  await db
    .insertInto('paperTemplates')
    .values({ countyCode, ...template })
    .execute()
}

function all(db: Db, scope: Scope) {
  return db
    .selectFrom('paperTemplates')
    .select(['version', 'name', 'body', 'createdAt', 'createdBy'])
    .where(ofCounty(scope, 'paperTemplates'))
}
