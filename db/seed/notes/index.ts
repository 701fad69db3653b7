import { conduct } from './conduct.ts'
import { coordination } from './coordination.ts'
import { development } from './development.ts'
import type { Note } from './note.ts'
import { political } from './political.ts'
import { potential } from './potential.ts'
import { record } from './record.ts'
import { reputation } from './reputation.ts'
import { service } from './service.ts'

/** What evidence of a criterion may say; `missing` is the share of people of whom nothing is known. */
export const NOTES = {
  political: { missing: 0.15, notes: political },
  development: { missing: 0.25, notes: development },
  coordination: { missing: 0.3, notes: coordination },
  service: { missing: 0.25, notes: service },
  conduct: { missing: 0.2, notes: conduct },
  record: { missing: 0.2, notes: record },
  reputation: { missing: 0.4, notes: reputation },
  potential: { missing: 0.3, notes: potential },
} as const satisfies Record<string, { missing: number; notes: readonly Note[] }>

export type Told = keyof typeof NOTES
