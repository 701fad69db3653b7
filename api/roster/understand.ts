import { openRow, type Row } from './row.ts'
import type { Context, Mapping, RawLine, RosterKind, Understood, ValuesOf } from './types.ts'
import { readIncumbent } from './understanding/incumbent.ts'
import { readPerson } from './understanding/person.ts'
import { readVillage } from './understanding/village.ts'

/** What a row says, its faults, and the places that are to be asked. */
export function understand<K extends RosterKind>(
  kind: K,
  mapping: Mapping,
  line: RawLine,
  context: Context,
): Understood<K> {
  const row = openRow(kind, mapping, line, context)
  const read: { [P in RosterKind]: (row: Row) => ValuesOf[P] } = READERS
  const values = read[kind](row)
  const { faults, places } = row
  return { values, faults, places }
}

const READERS = { people: readPerson, villages: readVillage, incumbents: readIncumbent }
