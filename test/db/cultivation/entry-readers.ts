import { listDerivedEvidence, listEntries } from '../../../db/cultivation-entries.ts'
import type { Seen } from '../oracle.ts'
import type { Reader } from '../readers.ts'

/** Every query that reads what counts of people's cultivation. */
export const ENTRIES: Reader[] = [
  {
    name: 'listEntries',
    read: async (db, scope, { people }) => {
      const rows = await listEntries(db, scope, people)
      return Object.entries(rows).flatMap(([kind, of]) =>
        of.map(({ talentId }) => `${kind} ${talentId}`),
      )
    },
    // Of everybody one of each; a course of the county's and one of the township's.
    expected: ({ people }) =>
      [...people].flatMap((id) => [...KINDS, 'training'].map((kind) => `${kind} ${id}`)),
  },
  {
    name: 'listDerivedEvidence',
    read: async (db, scope, { people }) =>
      (await listDerivedEvidence(db, scope, people)).map(({ id }) => id),
    expected: ({ rows, people }: Seen) =>
      rows.evidence
        .filter(({ talentId, entryKind }) => people.has(talentId) && entryKind !== null)
        .map(({ id }) => id),
  },
]

const KINDS = ['sessions', 'items', 'training', 'trials', 'appraisals', 'attendances']
