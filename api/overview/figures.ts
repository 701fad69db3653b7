import type { listVillageMarks } from '../../db/overview.ts'
import type { FiguresView } from '../shapes/overview.ts'

export type MarkRow = Awaited<ReturnType<typeof listVillageMarks>>[number]
export type Actions = { open: number; late: number }

/** All figures of some villages; what was not counted yet is in none but `villages`. */
export function figuresOf(
  rows: readonly MarkRow[],
  { reservesAsked, actions }: { reservesAsked: number; actions: Actions },
): FiguresView {
  const counted = rows.filter(isCounted)
  const having = (holds: (row: Counted) => boolean) => counted.filter(holds).length
  const sum = (of: (row: Counted) => number) => counted.reduce((total, row) => total + of(row), 0)
  return {
    ...{ villages: rows.length, counted: counted.length },
    red: having(({ colour }) => colour === 'red'),
    yellow: having(({ colour }) => colour === 'yellow'),
    green: having(({ colour }) => colour === 'green'),
    settled: having(({ list }) => list === 'settled'),
    willing: having(({ list }) => list === 'willing'),
    none: having(({ list }) => list === 'none'),
    reserves: sum(({ reserves }) => reserves),
    deep: having(({ reserves }) => reserves >= reservesAsked),
    people: sum(({ people }) => people),
    stale: sum(({ stale }) => stale),
    reachable: having(({ isReachable }) => isReachable === true),
    unreachable: having(({ isReachable }) => isReachable === false),
    unsolved: having(({ isReachable }) => isReachable === null),
    single: having(({ singles }) => singles > 0),
    asked: sum(({ asked }) => asked),
    answered: sum(({ answered }) => answered),
    late: sum(({ late }) => late),
    ...{ actionsOpen: actions.open, actionsLate: actions.late },
  }
}

/** A row of standings has all its columns or none. */
type Counted = {
  [K in keyof MarkRow]: K extends 'isReachable' | 'score' ? MarkRow[K] : NonNullable<MarkRow[K]>
}
const isCounted = (row: MarkRow): row is MarkRow & Counted => row.colour !== null

const ORDER = { red: 0, yellow: 1, green: 2 } as const

/** The least ready first: by colour, then by score, where the score is not known last; villages not counted at the end. */
export function byReadiness(a: MarkRow, b: MarkRow): number {
  const [x, y] = [a, b].map(({ colour }) => (colour === null ? 3 : ORDER[colour])) as [
    number,
    number,
  ]
  return x - y || (a.score ?? 2) - (b.score ?? 2) || (a.code < b.code ? -1 : 1)
}

/** When the standing that is newest was counted. */
export function countedLast(rows: readonly MarkRow[]): string | null {
  return rows.reduce<string | null>(
    (last, { countedAt }) =>
      countedAt !== null && (last === null || countedAt > last) ? countedAt : last,
    null,
  )
}

/** A village for the screen; of green ones the reason is left out, which would be most of the answer. */
export function markShown({ countedAt: _, townshipCode, ...row }: MarkRow) {
  const { words, colour } = row
  return { ...row, township: townshipCode, words: colour === 'green' ? null : words }
}
