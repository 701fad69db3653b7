import type {
  Entry,
  ItemEntry,
  SessionEntry,
  TrainingEntry,
  TrialEntry,
} from '../../matching/index.ts'

type Of<K extends Entry['kind']> = Extract<Entry, { kind: K }>

/** What was kept of one person between two days, as figures; null where nothing was, which is not 0. */
export function keptOf(entries: readonly Entry[], { from, to }: { from: string; to: string }) {
  const isIn = (day: string) => day >= from && day <= to
  const of = <K extends Entry['kind']>(kind: K) =>
    entries.filter((entry): entry is Of<K> => entry.kind === kind)
  const months = of('attendance').filter(({ month }) => isIn(`${month}-01`))
  return {
    meetings: meetings(of('session').filter(({ on }) => isIn(on))),
    items: items(of('item').filter(({ on }) => isIn(on))),
    hours: hours(of('training'), isIn),
    days: shared(months.map(({ days }) => days)),
    organisation: shared(months.map((one) => one.meetings)),
    onTrial: of('trial').some((entry) => goesOn(entry, { from, to })),
  }
}

function meetings(sessions: readonly SessionEntry[]) {
  const minutes = sessions.reduce((sum, one) => sum + one.minutes, 0)
  return { count: sessions.length, minutes, lastOn: sessions.at(-1)?.on ?? null }
}

function items(list: readonly ItemEntry[]) {
  const done = list.filter(({ isConfirmed }) => isConfirmed)
  return {
    done: done.length,
    late: done.filter(({ on, dueOn }) => on > dueOn).length,
    reported: list.length - done.length,
  }
}

function hours(courses: readonly TrainingEntry[], isIn: (day: string) => boolean): number {
  return courses
    .flatMap(({ parts }) => parts)
    .filter(({ on, status }) => status === 'present' && isIn(on))
    .reduce((sum, part) => sum + part.hours, 0)
}

type Shared = { due: number; present: number }

function shared(list: readonly (Shared | null)[]): Shared | null {
  const counted = list.filter((one) => one !== null)
  if (counted.length === 0) return null
  const sum = (key: keyof Shared) => counted.reduce((total, one) => total + one[key], 0)
  return { due: sum('due'), present: sum('present') }
}

const goesOn = ({ startsOn, endedOn }: TrialEntry, { from, to }: { from: string; to: string }) =>
  startsOn <= to && (endedOn ?? to) >= from
