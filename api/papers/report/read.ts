import type { z } from 'zod'
import { Overview, TownshipBoard } from '../../shapes/overview.ts'
import { Board } from '../../shapes/rounds.ts'
import { StructureReport } from '../../shapes/structure.ts'
import { noTownship } from '../../townships.ts'
import type { Ask } from '../asking.ts'
import { queryOf } from '../tables/table.ts'
import type { StructureRead } from './structure.ts'

export type OverviewRead = z.infer<typeof Overview>
export type BoardRead = z.infer<typeof TownshipBoard>
export type BoardOfRound = z.infer<typeof Board>
export type Mark = OverviewRead['villages'][number]
export type VillageRow = BoardRead['villages'][number]
/** All that a report is written from, as the screens show it. */
export type ReportRead = {
  /** Of the whole report, or of one township. */
  isTownship: boolean
  place: { code: string; name: string }
  overview: OverviewRead
  total: OverviewRead['total']
  townships: OverviewRead['townships']
  villages: Mark[]
  /** Villages with their indicators, by code. */
  rows: Map<string, VillageRow & { townshipName: string }>
  structure: StructureRead
  /** Where the nominees of the open round stand; null: no round is open. */
  board: BoardOfRound | null
}

/** `plan`: whose teams are compared; null: the newest that finished, or those in office where none did. */
export type ReportAsked = { township: string | null; plan: string | null }

/** The screens of a county, or of one township of it. */
export async function readReport(
  ask: Ask,
  { township, plan }: ReportAsked,
  step: (done: number) => void,
): Promise<ReportRead> {
  const overview = await ask('/overview', Overview)
  step(1)
  const townships = overview.townships.filter(
    (it) => township === null || it.township.code === township,
  )
  const only = township === null ? undefined : townships[0]
  if (township !== null && !only) throw noTownship(township)
  const rows: ReportRead['rows'] = new Map()
  for (const { township: place } of townships) {
    const board = await ask(`/overview/townships/${place.code}`, TownshipBoard)
    for (const row of board.villages) rows.set(row.code, { ...row, townshipName: place.name })
  }
  const of = plan ?? overview.structure.plan?.id
  const asked = { of: of ? `plan:${of}` : 'current', township: township ?? undefined }
  const structure = await ask(`/structure${queryOf(asked)}`, StructureReport)
  const round = overview.schedule?.round.id
  const board = round ? await ask(`/rounds/${encodeURIComponent(round)}/board`, Board) : null
  step(2)
  return {
    isTownship: only !== undefined,
    place: only ? only.township : overview.place,
    ...{ overview, structure, board },
    total: only ?? overview.total,
    townships,
    villages: overview.villages.filter((it) => !only || it.township === only.township.code),
    rows,
  }
}
