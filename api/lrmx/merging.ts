import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { listAppointmentForms, putAppointmentForm } from '../../db/appointment-forms.ts'
import type { Database } from '../../db/schema.ts'
import type { Env } from '../context.ts'
import { openForm, sealForm } from './sealed.ts'

/** A form is bound to its record: the later of the two is sealed anew for the record that stays. */
export async function moveForm(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { kept, other }: { kept: string; other: string },
): Promise<void> {
  const { scope, keyring, countyCode } = c.var
  const forms = await listAppointmentForms(transaction, scope, [kept, other])
  const [latest] = forms.toSorted((a, b) => b.readAt.localeCompare(a.readAt))
  if (latest?.talentId !== other) return
  const sealing = { keyring, countyCode }
  const cipher = sealForm(sealing, kept, openForm(sealing, latest))
  await putAppointmentForm(transaction, scope, { ...latest, talentId: kept, cipher })
}
