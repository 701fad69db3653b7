import type { Look } from '../../types.ts'
import { dayOf, timeOf } from './when.ts'

export type GroupOfLooks = Look & { count: number; times: string }
export type DayOfLooks = { day: string; groups: GroupOfLooks[] }

/** Looks of one office of the same kind and reason on one day are one line, with how many they were. */
export function groupedByDay(looks: readonly Look[]): DayOfLooks[] {
  const days = grouped(looks, ({ at }) => dayOf(at))
  return [...days].map(([day, ofDay]) => ({
    day,
    groups: [...grouped(ofDay, alike).values()].map(summed),
  }))
}

/** `Map.groupBy`, which browsers of 2022 do not have. */
function grouped(looks: readonly Look[], keyOf: (look: Look) => string): Map<string, Look[]> {
  const groups = new Map<string, Look[]>()
  for (const look of looks) groups.set(keyOf(look), [...(groups.get(keyOf(look)) ?? []), look])
  return groups
}

const alike = ({ office, role, kind, field, reason }: Look) =>
  JSON.stringify([office, role, kind, field, reason])

/** The newest comes first. */
function summed(looks: Look[]): GroupOfLooks {
  const [newest, oldest] = [looks[0]!, looks.at(-1)!]
  const [from, to] = [timeOf(oldest.at), timeOf(newest.at)]
  return { ...newest, count: looks.length, times: from === to ? from : `${from}–${to}` }
}
