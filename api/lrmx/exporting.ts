import type { Context } from 'hono'
import { getSealed } from '../attachments/sealed.ts'
import type { Env } from '../context.ts'
import { turn } from '../imports/batches.ts'
import { fill } from './filling.ts'
import { type PersonOfForm, peopleOfForms } from './people.ts'
import { distinctName, writeForm } from './writing.ts'

type Given = Pick<
  Context<Env>['var'],
  'db' | 'scope' | 'keyring' | 'countyCode' | 'attachments' | 'today'
>
export type FormsWanted = {
  ids: readonly string[]
  /** The day by which the policy in force counts ages. */
  referenceOn: string
  /** Who fills the forms in. */
  by: string
  /** Asked for with a purpose by somebody who may reveal numbers. */
  hasIdNumber: boolean
}
export type FormOut = { name: string; bytes: Buffer }

const AT_ONCE = 50

/** Forms of people one after the other, in the order of the ids; a name that comes again is numbered. */
export async function* appointmentForms(
  given: Given,
  wanted: FormsWanted,
): AsyncGenerator<FormOut> {
  const taken = new Set<string>()
  for (let start = 0; start < wanted.ids.length; start += AT_ONCE) {
    const people = await peopleOfForms(given, wanted.ids.slice(start, start + AT_ONCE))
    for (const person of people) {
      const name = distinctName(person.row.name, taken)
      yield { name, bytes: await formOf(given, person, wanted) }
    }
    await turn()
  }
}

async function formOf(given: Given, person: PersonOfForm, wanted: FormsWanted): Promise<Buffer> {
  const { row, relatives, kept } = person
  const { referenceOn, by } = wanted
  const form = fill({
    ...{ person: { row, relatives }, kept, referenceOn, by, today: given.today() },
    idNumber: wanted.hasIdNumber ? person.idNumber() : null,
    photograph: await photographOf(given, person),
  })
  return writeForm(form)
}

/** One that is gone or damaged is left out; the portrait says so where it is shown. */
function photographOf(
  { attachments: store, keyring, countyCode }: Given,
  { photograph }: PersonOfForm,
): Promise<Buffer | null> {
  if (!photograph) return Promise.resolve(null)
  return getSealed({ store, keyring, countyCode }, photograph)
}
