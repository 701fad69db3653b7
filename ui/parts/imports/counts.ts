import { type ImportCounts, type ImportRowState, ROW_STATES } from '../../types.ts'

type Counts = ImportCounts | null

export const rowsIn = (counts: Counts, state: ImportRowState) =>
  counts?.[state === 'left-out' ? 'leftOut' : state] ?? 0

const sumOf = (counts: Counts, states: readonly ImportRowState[]) =>
  states.reduce((sum, state) => sum + rowsIn(counts, state), 0)

export const totalIn = (counts: Counts) => sumOf(counts, ROW_STATES)

/** Rows that writing acts upon. */
export const readyIn = (counts: Counts) => sumOf(counts, ['new', 'update', 'merge'])

/** Rows about somebody who was in the pool before. */
export const knownIn = (counts: Counts) => sumOf(counts, ['update', 'merge', 'same', 'skip'])
