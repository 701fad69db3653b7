import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { POINT_PRESETS } from '../../matching/cultivation/index.ts'
import { defaultPolicy } from '../../matching/index.ts'
import { fewRows, type Served, serve } from './served.ts'

const { version: _, ...sound } = defaultPolicy
type Cultivation = typeof sound.cultivation

let served: Served
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
})
afterAll(() => served.close())

type Told = { pointer: string; detail: { zh: string; en: string } }
async function drafted(cultivation: unknown) {
  const policy = { ...sound, cultivation }
  const kept = await (await served.put('/policy/draft', { policy, basedOn: 1 })).json()
  return kept as { errors: Told[]; changes: (Told & { said: Record<string, Told['detail']> })[] }
}
const of = (change: object): Cultivation => ({ ...sound.cultivation, ...change })
const topic = (id: string, zh: string, en = 'Topic') => ({ id, words: { zh, en } })
const points = (change: object) => of({ points: { ...sound.cultivation.points, ...change } })

describe('figures of cultivation that nobody could follow', () => {
  test.each<{ cultivation: unknown; at: string; why: string }>([
    { cultivation: of({ menteesMax: 0 }), at: 'menteesMax', why: 'mentors of nobody' },
    { cultivation: of({ menteesMax: 2.5 }), at: 'menteesMax', why: 'half a person' },
    { cultivation: of({ meetEveryDays: 0 }), at: 'meetEveryDays', why: 'late on the same day' },
    { cultivation: of({ meetEveryDays: 400 }), at: 'meetEveryDays', why: 'more than a year' },
    { cultivation: of({ trainingHours: -1 }), at: 'trainingHours', why: 'less than no training' },
    { cultivation: of({ trainingHours: null }), at: 'trainingHours', why: 'not filled in' },
    {
      cultivation: of({ trial: { monthsMin: 0, monthsMax: 24 } }),
      ...{ at: 'trial/monthsMin', why: 'a trial of no time' },
    },
    {
      cultivation: of({ trial: { monthsMin: 6, monthsMax: 3 } }),
      ...{ at: 'trial/monthsMax', why: 'over before it is long enough' },
    },
    { cultivation: of({ answersMin: 2 }), at: 'answersMin', why: 'each knows the other’s answer' },
    { cultivation: of({ checkDays: 0 }), at: 'checkDays', why: 'late before the quarter is over' },
    { cultivation: of({ yearDays: 367 }), at: 'yearDays', why: 'later than the next conclusion' },
    {
      cultivation: of({ grades: { ...sound.cultivation.grades, excellent: 1.2 } }),
      ...{ at: 'grades/excellent', why: 'more than all' },
    },
    {
      cultivation: of({ grades: { ...sound.cultivation.grades, poor: 0.7 } }),
      ...{ at: 'grades', why: 'poor above fair' },
    },
    {
      cultivation: of({ progress: { clear: 0.3, some: 0.7, none: 0.1 } }),
      ...{ at: 'progress', why: 'clear progress below some' },
    },
    {
      cultivation: of({ strengths: { ...sound.cultivation.strengths, session: 1.5 } }),
      ...{ at: 'strengths/session', why: 'stronger than an official paper' },
    },
    { cultivation: of({ meetingsHalfAt: 0 }), at: 'meetingsHalfAt', why: 'nothing to divide by' },
    { cultivation: of({ courseHours: 0 }), at: 'courseHours', why: 'nothing to divide by' },
    { cultivation: of({ topics: [] }), at: 'topics', why: 'nothing to choose on the phone' },
    {
      cultivation: of({ topics: [topic('a', '产业', '')] }),
      ...{ at: 'topics/0/words', why: 'no name in one of the languages' },
    },
    {
      cultivation: of({ topics: [topic('a', '产业'), topic('a', '党建')] }),
      ...{ at: 'topics/1/id', why: 'entries could mean either' },
    },
    {
      cultivation: of({ topics: [topic('a', '产业'), topic('b', '产业')] }),
      ...{ at: 'topics/1/words/zh', why: 'two that read alike' },
    },
    {
      cultivation: points({ meeting: { points: 5, most: 3 } }),
      ...{ at: 'points/meeting/most', why: 'one meeting gives more than a quarter may' },
    },
    {
      cultivation: points({ 'item.late': { points: -2, most: -4 } }),
      ...{ at: 'points/item.late/most', why: 'a most below zero' },
    },
    {
      cultivation: points({ meeting: { points: 101, most: 200 } }),
      ...{ at: 'points/meeting/points', why: 'one indicator outweighs all others' },
    },
  ])('$why, at $at, is refused in both languages', async ({ cultivation, at }) => {
    const { errors } = await drafted(cultivation)
    expect(errors.map(({ pointer }) => pointer)).toContain(`#/cultivation/${at}`)
    for (const { detail } of errors) expect(detail.zh && detail.en).toBeTruthy()
  })

  test.each([
    { cultivation: of({ trainingHours: 0 }), why: 'a county that asks for no hours' },
    { cultivation: of({ answersMin: 3 }), why: 'the least that hides who answered' },
    {
      cultivation: of({ trial: { monthsMin: 3, monthsMax: 3 } }),
      why: 'a trial of exactly three months',
    },
    { cultivation: points({ meeting: { points: 0, most: 0 } }), why: 'an indicator not counted' },
    ...POINT_PRESETS.map((preset) => ({
      cultivation: of({ points: preset.points }),
      why: `the scheme ${preset.words.en}`,
    })),
  ])('$why is no fault', async ({ cultivation }) => {
    expect((await drafted(cultivation)).errors).toEqual([])
  })
})

describe('what a new version changes is said', () => {
  test('of a figure with its unit, and of the growth card only what counts otherwise', async () => {
    const { points } = sound.cultivation
    const change = { meetEveryDays: 20, points: { ...points, meeting: { points: 3, most: 12 } } }
    const { changes } = await drafted(of(change))
    expect(changes.map(({ pointer, said }) => [pointer, said.before!.zh, said.after!.zh])).toEqual([
      ['#/cultivation/meetEveryDays', '31 日', '20 日'],
      [
        '#/cultivation/points',
        '参加导师帮带一次 每次 2 分、每季最多 12 分',
        '参加导师帮带一次 每次 3 分、每季最多 12 分',
      ],
    ])
  })

  test('of an indicator that is not counted any more', async () => {
    const { changes } = await drafted(points({ 'check.poor': { points: 0, most: 5 } }))
    expect(changes.map(({ said }) => said.after!.zh)).toEqual(['季度考核为差 不计'])
  })

  test('of topics their names in the order of the phone', async () => {
    const [first, second] = sound.cultivation.topics
    const { changes } = await drafted(of({ topics: [second, first] }))
    expect(changes).toHaveLength(1)
    expect(changes[0]!.said.after).toEqual({
      zh: '党建与组织生活、村务与议事',
      en: 'Party building, Village affairs',
    })
  })
})
