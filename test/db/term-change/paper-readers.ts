import type { Db } from '../../../db/connect.ts'
import {
  findNewestPaperTemplate,
  findPaperTemplate,
  listPaperTemplates,
} from '../../../db/paper-templates.ts'
import type { Scope } from '../../../db/scope.ts'

/** The template of the report is the county's: every office of it has reports filled into it. */
export const PAPERS = [
  { name: 'listPaperTemplates', read: listPaperTemplates, each: 1 },
  {
    name: 'findPaperTemplate',
    read: async (db: Db, scope: Scope) => [await findPaperTemplate(db, scope, 1)].filter(Boolean),
    each: 1,
  },
  {
    name: 'findNewestPaperTemplate',
    read: async (db: Db, scope: Scope) =>
      [await findNewestPaperTemplate(db, scope)].filter(Boolean),
    each: 1,
  },
]
