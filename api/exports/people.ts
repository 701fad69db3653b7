import { listEntries } from '../../db/dictionaries.ts'
import { listKnownPeople } from '../../db/import-people.ts'
import { findPolicy } from '../../db/policies.ts'
import type { PrivateField } from '../../db/schema.ts'
import { listTownships } from '../../db/townships.ts'
import { listVillages } from '../../db/villages.ts'
import type { Env } from '../context.ts'
import { turn } from '../imports/batches.ts'
import type { Asked } from '../pool/asked.ts'
import { eachHit } from '../pool/find.ts'
import type { Hit } from '../pool/hit.ts'
import type { Searching } from '../pool/select.ts'
import { mask, placeOf } from '../private-values.ts'
import { guardFormula } from '../roster/guard.ts'
import { policyOf } from '../stored-policy.ts'
import type { Column, Dictionaries, Exported } from './columns.ts'

const AT_ONCE = 150

type Given = Pick<Env['Variables'], 'db' | 'scope' | 'keyring' | 'countyCode'>
export type Wanted = {
  searching: Searching
  asked: Asked
  ids: readonly string[]
  columns: readonly Column[]
  unmasked: readonly PrivateField[]
}

/** Rows of cells, page by page in the order of the search, as the tables are when each is read. */
export async function* peopleRows(
  given: Given,
  { searching, asked, ids, columns, unmasked }: Wanted,
): AsyncGenerator<string[]> {
  const dictionaries = await dictionariesOf(given)
  const isFound = columns.some((column) => column.isFound)
  const told = new Set(ids)
  const pages = isFound ? eachHit(searching, asked, AT_ONCE) : pagesOf(ids)
  for await (const page of pages as AsyncIterable<({ id: string } | Hit)[]>) {
    // Nobody goes out whom the audit does not name.
    const here = page.filter(({ id }) => told.has(id))
    if (here.length === 0) continue
    const hits = new Map(
      here.flatMap((it): [string, Hit][] => ('readiness' in it ? [[it.id, it]] : [])),
    )
    const people = await listKnownPeople(
      given.db,
      given.scope,
      here.map(({ id }) => id),
    )
    const byId = new Map(people.map((person) => [person.id, person]))
    for (const { id } of here) {
      const person = byId.get(id)
      if (!person) continue
      const exported: Exported = {
        person,
        hit: hits.get(id),
        ...numbersOf(given, person, unmasked),
      }
      yield columns.map((column) => guardFormula(column.of(exported, dictionaries)))
    }
    await ownTurn()
  }
}

/** Exports that run at the same moment go on one after the other, so that a request waits for one page of one of them. */
const ownTurn = () => {
  waiting = waiting.then(turn)
  return waiting
}
let waiting = Promise.resolve()

function* pagesOf(ids: readonly string[]): Generator<{ id: string }[]> {
  for (let start = 0; start < ids.length; start += AT_ONCE)
    yield ids.slice(start, start + AT_ONCE).map((id) => ({ id }))
}

function numbersOf(
  { keyring, countyCode }: Given,
  person: Exported['person'],
  unmasked: readonly PrivateField[],
) {
  const of = (field: PrivateField) => {
    const stored = person.private.find((it) => it.field === field)
    if (!stored) return null
    const value = keyring.decrypt(stored.cipher, placeOf({ countyCode }, person.id, field))
    return unmasked.includes(field) ? value : mask(value)
  }
  return { idNumber: of('id-number'), phone: of('phone') }
}

async function dictionariesOf({ db, countyCode }: Given): Promise<Dictionaries> {
  const scope = { countyCode }
  const townships = new Map((await listTownships(db, scope)).map(({ code, name }) => [code, name]))
  const villages = await listVillages(db, scope)
  const alike = Map.groupBy(villages, (it) => `${it.townshipCode} ${it.name}`)
  const words = async (dictionary: 'skills' | 'sources') =>
    new Map((await listEntries(db, scope, dictionary)).map(({ id, zh }) => [id, zh]))
  const policy = await findPolicy(db, scope)
  return {
    places: new Map(
      villages.map(({ code, name, townshipCode }) => [
        code,
        {
          name,
          township: townships.get(townshipCode) ?? townshipCode,
          isAmbiguous: alike.get(`${townshipCode} ${name}`)!.length > 1,
        },
      ]),
    ),
    skills: await words('skills'),
    sources: await words('sources'),
    referenceOn: policyOf(policy!).referenceOn,
  }
}
