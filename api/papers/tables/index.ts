import { checks, nominees, points, trainingHours } from './people.ts'
import { gaps, overview, structure, villages } from './places.ts'
import type { PaperTable } from './table.ts'
import { actions, lists } from './work.ts'

/** Every table that can be taken out as it is seen, by the name that an export asks for it with. */
export const TABLES = {
  overview,
  villages,
  'village-lists': lists,
  actions,
  gaps,
  structure,
  nominees,
  checks,
  points,
  'training-hours': trainingHours,
} satisfies Record<string, PaperTable>
export type TableId = keyof typeof TABLES
export const TABLE_IDS = Object.keys(TABLES) as [TableId, ...TableId[]]
