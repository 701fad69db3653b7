import { courses, mentorships, trialPosts } from './growing.ts'
import { nearReady } from './near-ready.ts'
import { checks, nominees, points, trainingHours } from './people.ts'
import { gaps, overview, structure, villages } from './places.ts'
import { planSeats } from './plan-seats.ts'
import { representation } from './representation.ts'
import { shortlist } from './shortlist.ts'
import type { PaperTable } from './table.ts'
import { villageRecord } from './village-record.ts'
import { actions, lists } from './work.ts'

/** Every table that can be taken out as it is seen, by the name that an export asks for it with. */
export const TABLES = {
  overview,
  villages,
  'village-record': villageRecord,
  'village-lists': lists,
  actions,
  gaps,
  structure,
  'plan-seats': planSeats,
  shortlist,
  representation,
  nominees,
  checks,
  points,
  'near-ready': nearReady,
  'trial-posts': trialPosts,
  mentorships,
  courses,
  'training-hours': trainingHours,
} satisfies Record<string, PaperTable>
export type TableId = keyof typeof TABLES
export const TABLE_IDS = Object.keys(TABLES) as [TableId, ...TableId[]]
