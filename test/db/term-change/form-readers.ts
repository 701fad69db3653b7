import { listAppointmentForms, pageOfAppointmentForms } from '../../../db/appointment-forms.ts'
import type { Db } from '../../../db/connect.ts'
import { findPhotograph, findRemovedPhotograph, listPhotographs } from '../../../db/photographs.ts'
import type { Scope } from '../../../db/scope.ts'
import type { Seen } from '../oracle.ts'
import type { Reader } from '../readers.ts'

/** Every query that reads what appointment forms brought; of everybody one form and one photograph. */
export const FORMS: Reader[] = [
  {
    name: 'listAppointmentForms',
    read: async (db, scope, { people }) =>
      (await listAppointmentForms(db, scope, people)).map(({ talentId }) => talentId),
    expected: people,
  },
  {
    name: 'listPhotographs',
    read: async (db, scope, { people }) =>
      (await listPhotographs(db, scope, people)).map(({ talentId }) => talentId),
    expected: people,
  },
  {
    name: 'findPhotograph',
    read: async (db, scope, { people }) => {
      const found = []
      for (const id of people) found.push(await findPhotograph(db, scope, id))
      return found.flatMap((it) => it?.talentId ?? [])
    },
    expected: people,
  },
  {
    name: 'findRemovedPhotograph',
    read: async (db, scope, { people }) => {
      const found = []
      for (const id of people) found.push(await findRemovedPhotograph(db, scope, id))
      return found.flatMap((it) => it?.talentId ?? [])
    },
    expected: () => [],
  },
]

/** Of the whole county, for a change of keys. */
export const FORM_PAGES = [
  {
    name: 'pageOfAppointmentForms',
    read: (db: Db, scope: Scope) => pageOfAppointmentForms(db, scope, '', 500),
    each: 8,
  },
]

function people({ people: seen }: Seen): string[] {
  return [...seen]
}
