import type { Context } from 'hono'
import { listTownships } from '../../../db/townships.ts'
import { listFormerVillages, listVillages } from '../../../db/villages.ts'
import type { Env } from '../../context.ts'
import type { Places } from '../../roster/places.ts'

/** Where villages are looked up: those of the scope. */
export async function placesOf({ var: { db, scope } }: Context<Env>): Promise<Places> {
  const townships = await listTownships(db, scope)
  const former = await listFormerVillages(db, scope)
  return {
    townships: townships.map(({ code, name }) => ({ code, name })),
    villages: (await listVillages(db, scope)).map(({ code, name, townshipCode }) => ({
      ...{ code, name, townshipCode },
    })),
    former: former.map(({ code, name, mergedInto: into }) => ({ code, name, into })),
  }
}
