import type { Cultivation } from '../../matching/index.ts'
import type { CountsView } from '../shapes/cultivation-overview.ts'
import { type Facts, questionsOf } from './facts.ts'

/** All townships together. */
export function sumOf(lines: readonly CountsView[]): CountsView {
  const total = { ...NOBODY }
  for (const line of lines)
    for (const id of Object.keys(total) as (keyof CountsView)[]) total[id] += line[id]
  return total
}

/** The figures of some people. */
export function countsOf(
  people: readonly Facts[],
  { today, scheme }: { today: string; scheme: Cultivation },
): CountsView {
  const is = questionsOf(today, scheme)
  const counts = { ...NOBODY, people: people.length }
  for (const one of people) {
    counts.mentored += Number(is.mentored(one))
    counts.planned += Number(one.isPlanned)
    counts.met += Number(is.met(one))
    counts.meetingDue += Number(is.meetingDue(one))
    counts.meetings += one.meetings
    counts.meetingsBefore += one.meetingsBefore
    counts.itemsOpen += one.itemsOpen
    counts.itemsLate += one.itemsLate
    counts.itemsReported += one.itemsReported
    counts.owing += Number(is.owing(one))
    counts.trained += Number(is.trained(one))
    counts.hours += one.hours
    counts.trials += Number(is.trials(one))
    counts.trialsEnding += Number(is['trials-ending'](one))
    counts.trialsOver += Number(is['trials-over'](one))
    counts.checked += Number(one.isChecked)
    counts.opined += Number(is.opined(one))
  }
  return counts
}

const NOBODY: CountsView = {
  ...{ people: 0, mentored: 0, planned: 0, met: 0, meetingDue: 0, meetings: 0 },
  meetingsBefore: 0,
  ...{ itemsOpen: 0, itemsLate: 0, itemsReported: 0, owing: 0, trained: 0, hours: 0 },
  ...{ trials: 0, trialsEnding: 0, trialsOver: 0, checked: 0, opined: 0 },
}
