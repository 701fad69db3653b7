import { describe, expect, test } from 'vitest'
import {
  type Cultivation,
  defaultCultivation,
  type Entry,
  type Piece,
  piecesOf,
} from '../../../matching/index.ts'
import { attended, check, item, meeting, month, trialPost, yearly } from './entries.ts'

/** Round figures, so that each expected value can be worked out in the head. */
const SCHEME: Cultivation = {
  ...defaultCultivation,
  trial: { monthsMin: 4, monthsMax: 24 },
  answersMin: 5,
  grades: { excellent: 1, good: 0.8, fair: 0.6, poor: 0.2 },
  progress: { clear: 0.9, some: 0.7, none: 0.5 },
  strengths: {
    ...{ session: 0.4, item: 0.3, training: 0.5, trial: 0.6, evaluation: 0.8 },
    ...{ quarter: 0.5, year: 0.9, attendance: 0.3 },
  },
  meetingsHalfAt: 2,
  courseHours: 8,
}

type Row = {
  why: string
  entries: Entry[]
  /** criterion value strength day, and (claimed) where it is. */
  say: string[]
}

const rows: Row[] = [
  { why: 'nothing done says nothing', entries: [], say: [] },
  {
    why: 'one meeting says 1 ÷ (1 + 2) of 0.4 for what was seen',
    entries: [meeting({ on: '2026-10-11', progress: 'clear', seen: ['coordination', 'service'] })],
    say: ['coordination 0.9 0.133 2026-10-11', 'service 0.9 0.133 2026-10-11'],
  },
  {
    why: 'two meetings of a quarter are one piece: the mean of their marks, 2 ÷ (2 + 2) of 0.4, dated at the last',
    entries: [
      meeting({ on: '2026-10-11', progress: 'clear', seen: ['service'] }),
      meeting({ on: '2026-11-02', progress: 'none', seen: ['service'] }),
    ],
    say: ['service 0.7 0.2 2026-11-02'],
  },
  {
    why: 'two mentors who log the same day make one day, and both marks count',
    entries: [
      meeting({ on: '2026-10-11', progress: 'clear', seen: ['service'] }),
      meeting({ on: '2026-10-11', mentor: 'another', progress: 'some', seen: ['service'] }),
    ],
    say: ['service 0.8 0.133 2026-10-11'],
  },
  {
    why: 'a new quarter begins a new piece, so that the older one fades by itself',
    entries: [
      meeting({ on: '2026-09-30', progress: 'clear', seen: ['service'] }),
      meeting({ on: '2026-10-01', progress: 'clear', seen: ['service'] }),
    ],
    say: ['service 0.9 0.133 2026-09-30', 'service 0.9 0.133 2026-10-01'],
  },
  {
    why: 'a mentor who does not know whether there was progress says nothing, which is not a bad mark',
    entries: [meeting({ progress: null, seen: ['service'] })],
    say: [],
  },
  {
    why: 'a meeting without anything seen moves no criterion',
    entries: [meeting({ progress: 'clear', seen: [] })],
    say: [],
  },
  {
    why: 'expertise and the tie to the place come from skills and the home, never from remarks',
    entries: [meeting({ progress: 'clear', seen: ['expertise', 'tie'] })],
    say: [],
  },
  {
    why: 'what was reported is a claim, good where nobody graded it',
    entries: [item({ criteria: ['record'], isConfirmed: false })],
    say: ['record 0.8 0.3 2026-11-15 (claimed)'],
  },
  {
    why: 'what an office confirmed is proven with its grade, for each criterion of the item',
    entries: [item({ criteria: ['record', 'coordination'], grade: 'excellent' })],
    say: ['record 1 0.3 2026-11-15', 'coordination 1 0.3 2026-11-15'],
  },
  {
    why: 'a passed course of 4 of 8 hours says half of 0.5',
    entries: [attended({ hours: [4], result: 'passed' })],
    say: ['development 0.8 0.25 2026-06-20'],
  },
  {
    why: 'more hours than 8 say no more',
    entries: [attended({ hours: [8, 8], result: 'excellent' })],
    say: ['development 1 0.5 2026-06-20'],
  },
  {
    why: 'hours missed are no hours',
    entries: [attended({ hours: [4], missed: [4], result: 'failed' })],
    say: ['development 0.2 0.25 2026-06-20'],
  },
  {
    why: 'attendance without an examination is fair',
    entries: [attended({ hours: [8], result: null })],
    say: ['development 0.6 0.5 2026-06-20'],
  },
  {
    why: 'a course that goes on says nothing yet',
    entries: [attended({ hours: [8], result: 'passed', isFinished: false })],
    say: [],
  },
  {
    why: 'two of the four months that a trial post takes say half of 0.6',
    entries: [trialPost({ startsOn: '2026-03-01', endedOn: '2026-04-30', grade: 'good' })],
    say: ['record 0.8 0.3 2026-04-30'],
  },
  {
    why: 'an evaluation of mean 4 of 5 with 5 answers, the least number, says half of 0.8 of reputation',
    entries: [
      trialPost({
        ...{ startsOn: '2026-01-01', endedOn: '2026-06-30', grade: 'excellent' },
        evaluation: { mean: 4, answers: 5, on: '2026-06-20' },
      }),
    ],
    say: ['record 1 0.6 2026-06-30', 'reputation 0.75 0.4 2026-06-20'],
  },
  {
    why: 'a trial post that goes on, or ended without a conclusion, says nothing',
    entries: [
      trialPost({ endedOn: null, isConcluded: false }),
      trialPost({ endedOn: '2026-06-30', isConcluded: false }),
    ],
    say: [],
  },
  {
    why: 'aspects of a quarterly check move their criteria; what is not known moves none',
    entries: [check({ grades: { attitude: 'excellent', tasks: 'good', growth: 'clear' } })],
    say: ['conduct 1 0.5 2026-09-30', 'record 0.8 0.5 2026-09-30', 'potential 0.9 0.5 2026-09-30'],
  },
  {
    why: 'a check signed before the quarter ended is dated when it was signed',
    entries: [check({ on: '2026-09-20', grades: { public: 'fair' } })],
    say: ['reputation 0.6 0.5 2026-09-20'],
  },
  {
    why: 'the yearly conclusion says most',
    entries: [yearly({ grades: { daily: 'good', results: 'excellent', reputation: 'poor' } })],
    say: ['conduct 0.8 0.9 2025-12-31', 'record 1 0.9 2025-12-31', 'reputation 0.2 0.9 2025-12-31'],
  },
  {
    why: 'one of three months with 3 of 4 meetings of organisation life: 3 ÷ 4 of excellent, a third of 0.3',
    entries: [month({ month: '2026-10', meetings: { due: 4, present: 3 } })],
    say: ['political 0.75 0.1 2026-10-01'],
  },
  {
    why: 'a whole quarter adds its days before dividing: 30 of 60',
    entries: [
      month({ month: '2026-10', days: { due: 20, present: 20 } }),
      month({ month: '2026-11', days: { due: 20, present: 10 } }),
      month({ month: '2026-12', days: { due: 20, present: 0 } }),
    ],
    say: ['conduct 0.5 0.3 2026-12-01'],
  },
  {
    why: 'a month in which nothing was due is no month of absence',
    entries: [
      month({ month: '2026-10', days: { due: 0, present: 0 }, meetings: { due: 0, present: 0 } }),
    ],
    say: [],
  },
]

describe('entries as evidence', () => {
  test.each(rows)('$why', ({ entries, say }) => {
    expect(piecesOf(entries, SCHEME).map(said)).toEqual(say)
  })

  test('a strength of 0 in the scheme switches a kind off', () => {
    const strengths = { ...SCHEME.strengths, item: 0 }
    expect(piecesOf([item({ criteria: ['record'] })], { ...SCHEME, strengths })).toEqual([])
  })

  test('the paper of a course is its certificate', () => {
    const [piece] = piecesOf([attended({ hours: [8], certificate: '区培〔2026〕7号' })], SCHEME)
    expect(piece?.document).toBe('区级电商带头人培训 区培〔2026〕7号')
  })
})

function said({ criterion, value, strength, on, standing }: Piece): string {
  const figures = [value, strength].map((figure) => Number(figure.toFixed(3))).join(' ')
  return `${criterion} ${figures} ${on}${standing === 'claimed' ? ' (claimed)' : ''}`
}
