import { describe, expect, test } from 'vitest'
import {
  type Cultivation,
  defaultCultivation,
  type Entry,
  INDICATORS,
  pointsOf,
  totalPoints,
  totalPointsOf,
} from '../../../matching/index.ts'
import { attended, check, item, meeting, month, trialPost, yearly } from './entries.ts'

const ASKED = { quarter: '2026-Q4', today: '2026-11-26' }

type Row = { why: string; entries: Entry[]; say: string[] }
const on = '2026-10-20'

const rows: Row[] = [
  { why: 'nothing done gives nothing', entries: [], say: [] },
  {
    why: 'a meeting gives 2, clear progress 1 more',
    entries: [meeting({ progress: 'clear' }), meeting({ progress: 'some' })],
    say: ['meeting ×2 4', 'meeting.clear ×1 1'],
  },
  {
    why: 'meetings give 12 a quarter at most',
    entries: Array.from({ length: 9 }, (_, at) => meeting({ id: `m${at}` })),
    say: ['meeting ×9 12'],
  },
  {
    why: 'a second mentor counts once',
    entries: [meeting(), meeting({ mentor: 'b' }), meeting({ mentor: 'c' })],
    say: ['meeting ×3 6', 'meeting.two-mentors ×1 1'],
  },
  {
    why: 'what lies in another quarter counts there',
    entries: [meeting({ on: '2026-09-30' }), item({ on: '2026-09-30' }), check()],
    say: [],
  },
  {
    why: 'an item counts once it is confirmed; excellent gives more, late less',
    entries: [
      item({ on, itemKind: 'urgent-task', grade: 'excellent', dueOn: '2026-10-19' }),
      item({ on, itemKind: 'task', isConfirmed: false }),
    ],
    say: ['item.urgent-task ×1 5', 'item.excellent ×1 2', 'item.late ×1 -1'],
  },
  {
    why: 'done on the day it was due is in time',
    entries: [item({ on, dueOn: on })],
    say: ['item.task ×1 2'],
  },
  {
    why: 'hours count as they come, the examination once the course is finished',
    entries: [
      attended({ on, result: 'excellent', parts: [{ on, hours: 6, status: 'present' }] }),
      attended({ on, isFinished: false, parts: [{ on, hours: 4, status: 'present' }] }),
    ],
    say: ['training.hour ×10 5', 'training.excellent ×1 2'],
  },
  {
    why: 'absence without leave costs 2, with leave nothing; a course of two quarters is split by its days',
    entries: [
      attended({
        on: '2026-09-20',
        parts: [
          { on: '2026-09-20', hours: 8, status: 'present' },
          { on, hours: 8, status: 'absent' },
          { on, hours: 8, status: 'excused' },
        ],
      }),
    ],
    say: ['training.absent ×1 -2'],
  },
  {
    why: 'months on a trial post count when they become full: 15 October and 15 November',
    entries: [
      trialPost({ startsOn: '2026-08-15', endedOn: null, isConcluded: false, grade: null }),
    ],
    say: ['trial.month ×2 4'],
  },
  {
    why: 'not beyond its end, and an excellent conclusion gives 6',
    entries: [trialPost({ startsOn: '2026-08-15', endedOn: '2026-10-20', grade: 'excellent' })],
    say: ['trial.month ×1 2', 'trial.excellent ×1 6'],
  },
  {
    why: 'a trial post of years ago gives no month now',
    entries: [trialPost({ startsOn: '2024-01-01', endedOn: '2024-06-30', grade: 'excellent' })],
    say: [],
  },
  {
    why: 'full attendance gives 2; 7 of 10 days are below 80 % and cost 2; 8 of 10 are neither',
    entries: [
      month({ month: '2026-10', days: { due: 20, present: 20 } }),
      month({ month: '2026-11', days: { due: 10, present: 7 } }),
      month({ month: '2026-12', days: { due: 10, present: 8 } }),
    ],
    say: ['attendance.full ×1 2', 'attendance.low ×1 -2'],
  },
  {
    why: 'organisation life counts by the meeting',
    entries: [month({ meetings: { due: 4, present: 3 } })],
    say: ['meetings-of-organisation ×3 3', 'organisation.absent ×1 -1'],
  },
  {
    why: 'a month that is not counted for this person is no absence',
    entries: [month({ days: { due: 0, present: 0 } }), month({ month: '2026-11' })],
    say: [],
  },
  {
    why: 'the check of the quarter counts there whenever it was signed; a fair one gives nothing',
    entries: [check({ quarter: '2026-Q4', on: '2027-01-09', grade: 'excellent' })],
    say: ['check.excellent ×1 8'],
  },
  { why: 'fair gives nothing', entries: [check({ quarter: '2026-Q4', grade: 'fair' })], say: [] },
  { why: 'a yearly conclusion is no quarter’s', entries: [yearly({ on })], say: [] },
]

describe('growth points', () => {
  test.each(rows)('$why', ({ entries, say }) => {
    const card = pointsOf(entries, defaultCultivation, ASKED)
    expect(card.map(({ indicator, times, points }) => `${indicator} ×${times} ${points}`)).toEqual(
      say,
    )
  })

  test.each(rows)('$why, with and without the card', ({ entries }) => {
    const card = pointsOf(entries, defaultCultivation, ASKED)
    expect(totalPointsOf(entries, defaultCultivation, ASKED)).toBe(totalPoints(card))
  })

  test('each point traces to its entries', () => {
    const [first] = pointsOf([meeting({ id: 'x', on })], defaultCultivation, ASKED)
    expect(first?.from).toEqual([{ kind: 'session', id: 'x', on, times: 1 }])
  })

  test('an indicator of 0 points is not counted', () => {
    const points = { ...defaultCultivation.points, meeting: { points: 0, most: 12 } }
    const scheme: Cultivation = { ...defaultCultivation, points }
    expect(totalPoints(pointsOf([meeting()], scheme, ASKED))).toBe(0)
    expect(totalPointsOf([meeting()], scheme, ASKED)).toBe(0)
  })

  test('the card has the 26 indicators of the papers', () => {
    expect(INDICATORS).toHaveLength(26)
  })
})
