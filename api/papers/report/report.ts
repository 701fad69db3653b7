import type { Ask } from '../asking.ts'
import type { Circumstances } from '../circumstances.ts'
import { countsOf } from './counts.ts'
import { createFigures, type Figure, type Figures, type Said } from './figure.ts'
import { gapsOf, generalOf, listsOf, readinessOf } from './narrative.ts'
import { type ReportAsked, type ReportRead, readReport, type VillageRow } from './read.ts'
import { type ReviewRow, reviewsOf, reviewsSaid, stagesHere } from './reviews.ts'
import { type StructureRow, structureOf, structureSaid } from './structure.ts'

/** Villages that a paper names one by one; the rest is in the program. */
const MOST_WORST = 20
const MOST_GAPS = 30

type VillageTold = VillageRow & { townshipName: string }
export type Report = {
  place: { code: string; name: string }
  made: Circumstances
  /** Sentences by section, in the order of reading. */
  general: Said[]
  readiness: Said[]
  lists: Said[]
  structure: Said[]
  gaps: Said[]
  reviews: Said[]
  figures: Figures
  townships: ReportRead['townships']
  worst: VillageTold[]
  /** Red and yellow villages that are not named. */
  moreWorst: number
  without: VillageTold[]
  structureRows: StructureRow[]
  gapRows: { words: string; tier: 'law' | 'policy'; villages: Figure; townships: string }[]
  /** Gaps that have no line. */
  moreGaps: number
  reviewRows: ReviewRow[]
  /** Lines of open reviews that are not listed. */
  moreReviews: number
  stages: ReturnType<typeof stagesHere>
  countedAt: string | null
}

/** All that stands in a report, by the screens that the account sees. */
export async function reportOf(
  { ask, made }: { ask: Ask; made: Circumstances },
  asked: ReportAsked,
  step: (done: number) => void = () => {},
): Promise<Report> {
  const read = await readReport(ask, asked, step)
  const making = createFigures()
  const counts = countsOf(making, read)
  const structure = structureOf(making, read.structure)
  const gaps = gapsHere(read)
  const gapRows = gapRowsOf(making, gaps.slice(0, MOST_GAPS))
  const reviews = reviewsOf(making, read)
  const isOpen = ({ colour }: VillageRow) => colour === 'red' || colour === 'yellow'
  const order = new Map(read.overview.worst.map((code, at) => [code, at]))
  const open = [...read.rows.values()].filter(isOpen).toSorted(byReadiness(order))
  return {
    ...{ place: read.place, made, figures: making.all, townships: read.townships },
    general: generalOf(read, counts),
    readiness: readinessOf(read, counts),
    lists: listsOf(read, counts),
    structure: structureSaid(structure),
    gaps: gapsOf(gapRows, counts),
    reviews: reviewsSaid(reviews),
    worst: open.slice(0, MOST_WORST),
    moreWorst: Math.max(0, open.length - MOST_WORST),
    without: [...read.rows.values()].filter(({ list }) => list === 'none'),
    structureRows: structure.rows,
    ...{ gapRows, moreGaps: gaps.length - gapRows.length },
    ...{ reviewRows: reviews.rows, moreReviews: reviews.more, stages: stagesHere(read) },
    countedAt: read.overview.countedAt,
  }
}

const GRAVITY = { red: 0, yellow: 1, green: 2 } as const

/** As the first screen has them, then by colour and score. */
function byReadiness(order: ReadonlyMap<string, number>) {
  const place = ({ code }: VillageRow) => order.get(code) ?? Number.POSITIVE_INFINITY
  const colour = (row: VillageRow) => (row.colour === null ? 3 : GRAVITY[row.colour])
  return (a: VillageRow, b: VillageRow) =>
    place(a) === place(b)
      ? colour(a) - colour(b) || (a.score ?? 2) - (b.score ?? 2) || (a.code < b.code ? -1 : 1)
      : place(a) - place(b)
}

/** The gaps of the first screen; of a township its villages alone, the most frequent first. */
function gapsHere(read: ReportRead) {
  const codes = new Set(read.villages.map(({ code }) => code))
  const here = new Set(read.townships.map(({ township }) => township.code))
  return read.overview.gaps
    .map((gap) => ({
      ...gap,
      villages: gap.villages.filter((code) => codes.has(code)),
      townships: gap.townships.filter(({ code }) => here.has(code)),
    }))
    .filter(({ villages }) => villages.length > 0)
    .toSorted((a, b) => b.villages.length - a.villages.length)
}

function gapRowsOf(
  { figure }: ReturnType<typeof createFigures>,
  gaps: ReturnType<typeof gapsHere>,
): Report['gapRows'] {
  return gaps.map(({ words, tier, villages, townships }, at) => ({
    ...{ words: words.zh, tier },
    villages: figure(`缺口${at + 1}村数`, villages.length, '个', {
      name: `缺口：${words.zh}`,
      how: null,
      means: '各村单独测算：用本村和可选派人员，怎样配备都达不到这一目标的村',
      where: { address: '/', words: '总览·人才缺口' },
    }),
    townships: townships.map(({ name, villages: count }) => `${name}${count}`).join('、'),
  }))
}
