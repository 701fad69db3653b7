import type { Db } from '../../db/connect.ts'
import { listEntries } from '../../db/dictionaries.ts'
import { findPolicy } from '../../db/policies.ts'
import type { Scope } from '../../db/scope.ts'
import { listTownships } from '../../db/townships.ts'
import { listFormerVillages, listVillages } from '../../db/villages.ts'
import { settingsOf } from '../county-settings.ts'
import type { Column, Context } from '../roster/types.ts'
import { policyOf } from '../stored-policy.ts'

type Given = { db: Db; countyCode: string }

/** Who and what a row may speak of, as the rows of a job are understood. */
export async function contextOf(
  { db, countyCode, scope, today }: Given & { scope: Scope; today: () => string },
  { columns, places }: { columns: readonly Column[]; places: Record<string, string> },
): Promise<Context> {
  const policy = policyOf((await findPolicy(db, { countyCode }))!)
  const { settings } = await settingsOf(db, countyCode)
  return {
    ...(await templateContext({ db, countyCode }, { countyCode })),
    today: today(),
    referenceOn: policy.referenceOn,
    townshipCode: scope.townshipCode ?? null,
    identityCheck: settings.identityCheck,
    places,
    columns,
  }
}

/** Places of the scope and the dictionaries, retired entries included. */
export async function templateContext({ db, countyCode }: Given, scope: Scope) {
  const townships = await listTownships(db, scope)
  const villages = await listVillages(db, scope)
  const former = await listFormerVillages(db, scope)
  return {
    townships: townships.map(({ code, name }) => ({ code, name })),
    villages: villages.map(({ code, name, townshipCode }) => ({ code, name, townshipCode })),
    former: former.map(({ code, name, mergedInto: into }) => ({ code, name, into })),
    skills: await listEntries(db, { countyCode }, 'skills'),
    sources: await listEntries(db, { countyCode }, 'sources'),
  }
}
