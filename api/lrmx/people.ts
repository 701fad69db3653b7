import type { Context } from 'hono'
import { listAppointmentForms } from '../../db/appointment-forms.ts'
import { listKnownPeople } from '../../db/import-people.ts'
import { listPhotographs } from '../../db/photographs.ts'
import { listRelativesAmong } from '../../db/relatives.ts'
import type { Env } from '../context.ts'
import { placeOf } from '../private-values.ts'
import type { Form } from './reading.ts'
import { openForm } from './sealed.ts'

type Given = Pick<Context<Env>['var'], 'db' | 'scope' | 'keyring' | 'countyCode'>
export type PersonOfForm = Awaited<ReturnType<typeof peopleOfForms>>[number]

/** People with all that a form of theirs needs, in the order of the ids; nobody out of the scope. */
export async function peopleOfForms(
  { db, scope, keyring, countyCode }: Given,
  ids: readonly string[],
) {
  const rows = new Map((await listKnownPeople(db, scope, ids)).map((row) => [row.id, row]))
  const relatives = Map.groupBy(await listRelativesAmong(db, scope, ids), (it) => it.talentId)
  const forms = await listAppointmentForms(db, scope, ids)
  const kept = new Map(
    forms.map((row): [string, { form: Form; readAt: string }] => [
      row.talentId,
      { form: openForm({ keyring, countyCode }, row), readAt: row.readAt },
    ]),
  )
  const photographs = new Map(
    (await listPhotographs(db, scope, ids)).map((it) => [it.talentId, it]),
  )
  return ids.flatMap((id) => {
    const row = rows.get(id)
    if (!row) return []
    const number = row.private.find(({ field }) => field === 'id-number')
    return [
      {
        ...{ id, row, relatives: relatives.get(id) ?? [], kept: kept.get(id)?.form ?? null },
        readAt: kept.get(id)?.readAt ?? null,
        photograph: photographs.get(id) ?? null,
        /** Decrypted only where it is asked for. */
        idNumber: () =>
          number ? keyring.decrypt(number.cipher, placeOf({ countyCode }, id, 'id-number')) : null,
      },
    ]
  })
}
