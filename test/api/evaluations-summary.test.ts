import { describe, expect, test } from 'vitest'
import { QUESTION_IDS } from '../../api/evaluations/questions.ts'
import { summaryOf } from '../../api/evaluations/summary.ts'
import type { Answer, Audience } from '../../db/evaluations.ts'

const LEAST = 5

type Some = { by: Audience; mark: number | null; isOnPaper?: boolean; times: number }
const some = (...groups: Some[]): Answer[] =>
  groups.flatMap(({ by, mark, isOnPaper = false, times }) =>
    Array.from({ length: times }, () => ({
      audience: by,
      isOnPaper,
      marks: Object.fromEntries(QUESTION_IDS.map((id) => [id, mark])),
    })),
  )
const C = 'colleague'
const R = 'representative'

describe('what an evaluation shows, five being the least number', () => {
  test.each([
    {
      why: 'two answers are too few: not averaged, not shown',
      given: some({ by: C, mark: 5, times: 2 }),
      shown: { answers: 2, leftOut: 2, mean: null, apart: false },
    },
    {
      why: 'nobody answered',
      given: [],
      shown: { answers: 0, leftOut: 0, mean: null, apart: false },
    },
    {
      why: 'four are too few, five are enough',
      given: some({ by: C, mark: 4, times: 4 }),
      shown: { answers: 4, leftOut: 4, mean: null, apart: false },
    },
    {
      why: 'five are enough',
      given: some({ by: C, mark: 4, times: 5 }),
      shown: { answers: 5, leftOut: 0, mean: 4, apart: false },
    },
    {
      why: 'five colleagues of seven: taken off the whole they would tell what two representatives said',
      given: some({ by: C, mark: 5, times: 5 }, { by: R, mark: 1, times: 2 }),
      shown: { answers: 7, leftOut: 0, mean: 27 / 7, apart: false },
    },
    {
      why: 'five of each may be looked at apart',
      given: some({ by: C, mark: 5, times: 5 }, { by: R, mark: 3, times: 5 }),
      shown: { answers: 10, leftOut: 0, mean: 4, apart: true },
    },
    {
      why: 'whoever entered five papers would read two answers by code off the whole: they are left out',
      given: some({ by: C, mark: 5, times: 2 }, { by: C, mark: 3, isOnPaper: true, times: 5 }),
      shown: { answers: 7, leftOut: 2, mean: 3, apart: false },
    },
    {
      why: 'two papers among five by code hide nobody, and whoever entered them learns of five at least',
      given: some({ by: C, mark: 5, times: 5 }, { by: C, mark: 3, isOnPaper: true, times: 2 }),
      shown: { answers: 7, leftOut: 0, mean: 31 / 7, apart: false },
    },
    {
      why: 'of five representatives four are on paper: apart, the fifth would be read off',
      given: some(
        { by: C, mark: 5, times: 5 },
        { by: R, mark: 4, isOnPaper: true, times: 4 },
        { by: R, mark: 1, times: 1 },
      ),
      shown: { answers: 10, leftOut: 0, mean: 4.2, apart: false },
    },
    {
      why: 'seven answered and nobody knew: nothing to average',
      given: some({ by: C, mark: null, times: 7 }),
      shown: { answers: 7, leftOut: 0, mean: null, apart: false },
    },
  ])('$why', ({ given, shown }) => {
    const { answers, leftOut, total, byAudience } = summaryOf(given, LEAST)
    expect({ answers, leftOut, apart: byAudience !== null }).toEqual({
      answers: shown.answers,
      leftOut: shown.leftOut,
      apart: shown.apart,
    })
    if (shown.mean === null) expect(total).toBeNull()
    else expect(total!.mean).toBeCloseTo(shown.mean, 12)
  })

  test('a question that few had an answer to shows how many knew, and adds nothing to the whole', () => {
    const given = some({ by: C, mark: 4, times: 7 }).map((answer, at) => ({
      ...answer,
      marks: { ...answer.marks, fairness: at < 2 ? 1 : null },
    }))
    const { questions, total } = summaryOf(given, LEAST)
    expect(questions.find(({ id }) => id === 'fairness')).toEqual({
      ...{ id: 'fairness', known: 2, unknown: 5, spread: null },
    })
    expect(total!.mean).toBe(4)
  })

  test('a question is shown apart only where both audiences know it', () => {
    const given = some({ by: C, mark: 5, times: 6 }, { by: R, mark: 3, times: 6 }).map(
      (answer, at) => ({ ...answer, marks: { ...answer.marks, ...(at > 7 && { people: null }) } }),
    )
    const { questions, byAudience } = summaryOf(given, LEAST)
    expect(questions.find(({ id }) => id === 'people')?.spread).not.toBeNull()
    const apart = byAudience!.map(({ questions: of }) => of.find(({ id }) => id === 'people'))
    expect(apart.map((one) => one?.spread)).toEqual([null, null])
  })

  test('the spread is the number of each mark, the mean and the standard deviation', () => {
    const given = some({ by: C, mark: 3, times: 4 }, { by: C, mark: 5, times: 4 })
    expect(summaryOf(given, LEAST).questions[0]!.spread).toEqual({
      counts: [0, 0, 4, 0, 4],
      mean: 4,
      deviation: 1,
    })
  })
})
