import {
  type KnownPerson,
  listByDigests,
  listKnownPeople,
  listPeopleNamed,
} from '../../db/import-people.ts'
import type { ImportRowState } from '../../db/schema/pool.ts'
import type { Fault, IncumbentValues, Understood } from '../roster/types.ts'
import { differenceOf, type PersonChange } from './difference.ts'
import { claim, type Doubles, earlierOf } from './doubles.ts'
import { type Candidates, type Identity, identify } from './identity.ts'
import type { Job } from './job.ts'
import * as faultOf from './row-faults.ts'
import { officeKey, type Setup } from './setup.ts'

export type Read = { line: number; understood: Understood; digest: string | null }
export type Judged = {
  line: number
  state: ImportRowState
  talentId: string | null
  faults: Fault[]
  values: IncumbentValues
  /** What changes of somebody known. */
  change: PersonChange | null
  person: KnownPerson | null
}
type Given = Pick<Job, 'db' | 'countyCode' | 'scope'>

/** Who each row is about and what it would do, beside the pool and the rows above. */
export async function judgePeople(
  given: Given,
  setup: Setup,
  rows: readonly Read[],
  doubles: Doubles,
): Promise<Judged[]> {
  const candidates = await candidatesFor(given, rows)
  const identities = rows.map((row) => identify(valuesOf(row), row.digest, candidates))
  const ids = identities.flatMap((it) => (it.is === 'known' ? it.id : []))
  const found = await listKnownPeople(given.db, given.scope, [...new Set(ids)])
  const people = new Map(found.map((person) => [person.id, person]))
  return rows.map((row, at) =>
    judge(given, setup, { row, identity: identities[at]!, people, doubles }),
  )
}

async function candidatesFor(
  { db, countyCode, scope }: Given,
  rows: readonly Read[],
): Promise<Candidates> {
  const given = rows.map(valuesOf)
  const digests = rows.flatMap(({ digest }) => digest ?? [])
  const numbered = await listByDigests(db, { countyCode }, [...new Set(digests)])
  const byDigest = new Map(numbered.map(({ digest, talentId }) => [digest, talentId]))
  const asked = new Set([...byDigest.values(), ...given.flatMap(({ id }) => id ?? [])])
  const visible = await listKnownPeople(db, scope, [...asked])
  const names = new Set(given.flatMap(({ id, name }) => (id === undefined && name ? name : [])))
  const namesakes = await listPeopleNamed(db, scope, [...names])
  return {
    byDigest,
    visible: new Set(visible.map(({ id }) => id)),
    namesakes: Map.groupBy(namesakes, ({ name }) => name),
  }
}

type Seen = {
  row: Read
  identity: Identity
  people: ReadonlyMap<string, KnownPerson>
  doubles: Doubles
}

function judge(given: Given, setup: Setup, { row, identity, people, doubles }: Seen): Judged {
  const values = officeOf(setup, valuesOf(row))
  const person = identity.is === 'known' ? (people.get(identity.id) ?? null) : null
  const change = person && differenceOf(values, person, setup.ways)
  const earlier = earlierOf(doubles, { line: row.line, values, digest: row.digest })
  const faults = [
    // What is not given of somebody known is as it was.
    ...row.understood.faults.filter(({ kind }) => !person || !kind.endsWith('.missing')),
    ...doubleFaults(row, person, { earlier, doubles }),
    ...identityFaults(identity, values, { person, said: row.understood.faults }),
    ...homeFaults(given, row, { values, person, change }),
    ...officeFaults(setup, values),
    ...keptFaults(setup, values, person, change),
  ]
  const isFaulty = faults.some(({ level }) => level === 'error')
  const talentId = person?.id ?? null
  const isChanged = change !== null || (person !== null && isNewOffice(setup, values, person.id))
  const state = isFaulty ? 'faulty' : person ? knownState(setup, isChanged) : 'new'
  return { line: row.line, state, talentId, faults, values, change, person }
}

type Above = { earlier: ReturnType<typeof earlierOf>; doubles: Doubles }

function doubleFaults(
  { line }: Read,
  person: KnownPerson | null,
  { earlier, doubles }: Above,
): Fault[] {
  const claimed = person && claim(doubles, person.id, line)
  if (earlier) return [faultOf.doubled(earlier.line, earlier.by)]
  return claimed === null ? [] : [faultOf.doubled(claimed, 'person')]
}

function knownState({ known, kind }: Setup, isChanged: boolean): ImportRowState {
  if (!isChanged) return 'same'
  return kind === 'incumbents' && known === 'skip' ? 'skip' : known
}

const valuesOf = ({ understood }: Read) => understood.values as IncumbentValues

/** Whoever is in office is appointed, and sits where the home is when nothing else is said. */
function officeOf({ kind }: Setup, values: IncumbentValues): IncumbentValues {
  if (kind !== 'incumbents') return values
  const villageCode = values.villageCode ?? values.homeVillageCode
  const homeVillageCode = values.homeVillageCode ?? values.villageCode
  return {
    ...values,
    status: values.status ?? 'appointed',
    ...(villageCode !== undefined && { villageCode }),
    ...(homeVillageCode !== undefined && { homeVillageCode }),
  }
}

function identityFaults(
  identity: Identity,
  { name, homeVillageCode, id }: IncumbentValues,
  { person, said }: { person: KnownPerson | null; said: readonly Fault[] },
): Fault[] {
  if (identity.is === 'elsewhere') return [faultOf.ELSEWHERE]
  if (identity.is === 'unknown-id') return [faultOf.UNKNOWN_ID]
  if (identity.is === 'several') return [faultOf.SEVERAL]
  if (identity.is === 'two-people') return [faultOf.TWO_PEOPLE]
  if (person) {
    const isOther = id === undefined && name !== undefined && name !== person.name
    return isOther ? [faultOf.otherName(person.name)] : []
  }
  const lacking = [
    ...(name === undefined && !said.some(isAbout('name')) ? ['name'] : []),
    ...(homeVillageCode === undefined && !said.some(isAbout('place')) ? ['village'] : []),
  ]
  const isAlike = identity.is === 'new' && identity.alike !== null
  return [...lacking.map(faultOf.missing), ...(isAlike ? [faultOf.ALIKE] : [])]
}

/** The fault of a cell says it already. */
const isAbout =
  (what: 'name' | 'place') =>
  ({ kind, level }: Fault) =>
    level === 'error' &&
    (what === 'name' ? kind.startsWith('name.') : /^(village|township)\./.test(kind))

type Placed = { values: IncumbentValues; person: KnownPerson | null; change: PersonChange | null }

/** A township enters and changes people at home in it, and nobody else. */
function homeFaults(
  { scope: { townshipCode } }: Given,
  { understood }: Read,
  { values, person, change }: Placed,
): Fault[] {
  if (townshipCode === undefined) return []
  if (person && person.homeTownshipCode !== townshipCode)
    return change ? [faultOf.OTHER_TOWNSHIP] : []
  const home = values.homeVillageCode
  const isElsewhere = home !== undefined && !home.startsWith(townshipCode)
  const isSaid = understood.faults.some(isAbout('place'))
  return isElsewhere && !isSaid ? [faultOf.OUT_OF_SCOPE] : []
}

function officeFaults({ kind, offices, context }: Setup, values: IncumbentValues): Fault[] {
  if (kind !== 'incumbents' || values.villageCode === undefined) return []
  const begun = values.termStartedOn ?? offices.terms.get(values.villageCode) ?? values.tookOfficeOn
  return begun === undefined && context ? [faultOf.NO_TERM] : []
}

function isNewOffice({ kind, offices }: Setup, values: IncumbentValues, id: string): boolean {
  if (kind !== 'incumbents' || values.villageCode === undefined) return false
  return (values.posts ?? []).some(
    (post) => !offices.held.has(officeKey(values.villageCode!, post, id)),
  )
}

/** Where gaps alone are filled, or nothing is touched, what the list says otherwise is said. */
function keptFaults(
  { known, ways }: Setup,
  values: IncumbentValues,
  person: KnownPerson | null,
  change: PersonChange | null,
): Fault[] {
  if (!person || known === 'update') return []
  const all = differenceOf(values, person, { ...ways, known: 'update' })
  const written = known === 'merge' ? new Set(fieldsOf(change)) : new Set<string>()
  const left = fieldsOf(all).filter((field) => !written.has(field) && !DERIVED.has(field))
  return left.length > 0 ? [faultOf.kept(left)] : []
}

const DERIVED = new Set(['nationality', 'isFullTimeEducation', 'homeTownshipCode'])

export function fieldsOf(change: PersonChange | null): string[] {
  if (!change) return []
  const { facts, sources, tags, skills, private: numbers } = change
  return [
    ...Object.keys(facts).map((field) => (field === 'homeVillageCode' ? 'village' : field)),
    ...(sources ? ['sources'] : []),
    ...(skills ? ['skills'] : []),
    ...(tags ? ['tags'] : []),
    ...numbers.map(({ field }) => (field === 'phone' ? 'phone' : 'idNumber')),
  ]
}
