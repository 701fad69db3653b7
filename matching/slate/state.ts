import type { Tables } from './bounds.ts'
import type { Field } from './kinds.ts'
import type { Line } from './lines.ts'

/** Who sits where. */
export type Seated = { person: number; pattern: number }

/** A search for a team on its way. */
export type State = {
  field: Field
  lines: readonly Line[]
  tables: Tables
  seats: number[]
  sums: number[]
  /** People on the two committees, and how many of each scarce post are seated. */
  people: number
  taken: number[]
  seatedIn: Set<number>
  team: Seated[]
  failed: Map<number, number>
  nodesLeft: number
}
