import type { Db } from './connect.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

/** Pairs of relatives who both belong to the scope. */
export function listFamilyLinks(db: Db, scope: Scope) {
  return familyLinks(db, scope).orderBy('talentId').orderBy('relativeId').execute()
}

/** The links of one person, whichever side they stand on. */
export function listFamilyLinksOf(db: Db, scope: Scope, id: string) {
  return familyLinks(db, scope)
    .where((eb) => eb.or([eb('talentId', '=', id), eb('relativeId', '=', id)]))
    .orderBy('talentId')
    .orderBy('relativeId')
    .execute()
}

function familyLinks(db: Db, scope: Scope) {
  return db
    .selectFrom('familyLinks')
    .selectAll()
    .where(aboutTalentsIn(scope, 'familyLinks'))
    .where(aboutTalentsIn(scope, 'familyLinks', 'relativeId'))
}
