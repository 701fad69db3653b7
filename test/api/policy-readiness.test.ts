import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultPolicy, type ReadinessScheme } from '../../matching/index.ts'
import { fewRows, type Served, serve } from './served.ts'

const { version: _, ...sound } = defaultPolicy
const { readiness } = sound

let served: Served
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
})
afterAll(() => served.close())

type Told = { pointer: string; detail: { zh: string; en: string } }
async function drafted(of: unknown) {
  const policy = { ...sound, readiness: of }
  const kept = await (await served.put('/policy/draft', { policy, basedOn: 1 })).json()
  return kept as { errors: Told[]; changes: (Told & { said: Record<string, Told['detail']> })[] }
}
const of = (change: Partial<ReadinessScheme>): ReadinessScheme => ({ ...readiness, ...change })
const weighing = (weight: number) =>
  of({
    indicators: Object.fromEntries(
      Object.entries(readiness.indicators).map(([id, own]) => [id, { ...own, weight }]),
    ) as ReadinessScheme['indicators'],
  })

describe('figures of readiness by which no village could be judged', () => {
  test.each<{ given: unknown; at: string; why: string }>([
    { given: weighing(0), at: 'indicators', why: 'nothing weighs anything: there is no score' },
    { given: weighing(-1), at: 'indicators/audit/weight', why: 'less than nothing' },
    { given: weighing(11), at: 'indicators/list/weight', why: 'more than the form allows' },
    { given: of({ redBelow: 1.1 }), at: 'redBelow', why: 'every village would be red' },
    { given: of({ audit: { notices: 0, noticeDays: 5 } }), at: 'audit/notices', why: 'none' },
    { given: of({ audit: { notices: 2, noticeDays: 0 } }), at: 'audit/noticeDays', why: 'no day' },
    { given: of({ audit: { notices: 1.5, noticeDays: 5 } }), at: 'audit/notices', why: 'a half' },
    {
      given: of({ depth: { reserves: 2, redBelow: 3 } }),
      ...{ at: 'depth/redBelow', why: 'red begins above what is enough' },
    },
    { given: of({ depth: { reserves: 0, redBelow: 0 } }), at: 'depth/reserves', why: 'nobody' },
    { given: of({ team: { coverage: 60, approval: 0.6 } }), at: 'team/coverage', why: '6000 %' },
    { given: of({ team: { coverage: 0.6, approval: -1 } }), at: 'team/approval', why: 'below 0' },
    { given: of({ candidates: { approval: 2 } }), at: 'candidates/approval', why: 'two of one' },
    { given: of({ surveyMonths: 0 }), at: 'surveyMonths', why: 'old on the day it was made' },
    { given: { ...readiness, surveyMonths: null }, at: 'surveyMonths', why: 'not filled in' },
  ])('$why, at $at, is refused in both languages', async ({ given, at }) => {
    const { errors } = await drafted(given)
    expect(errors.map(({ pointer }) => pointer)).toContain(`#/readiness/${at}`)
    for (const { detail } of errors) expect(detail.zh && detail.en).toBeTruthy()
  })

  test.each([
    { given: of({ redBelow: 0 }), why: 'no score makes a village red' },
    { given: of({ depth: { reserves: 2, redBelow: 2 } }), why: 'fewer than enough is red at once' },
    { given: of({ depth: { reserves: 1, redBelow: 0 } }), why: 'no number is red' },
    { given: of({ audit: { notices: 1, noticeDays: 1 } }), why: 'one notice of a day' },
  ])('$why is no fault', async ({ given }) => {
    expect((await drafted(given)).errors).toEqual([])
  })
})

test('what a new version changes is said as the form shows it', async () => {
  const { changes } = await drafted(of({ redBelow: 0.5, depth: { reserves: 3, redBelow: 1 } }))
  expect(changes.map(({ pointer, said }) => [pointer, said.before!.zh, said.after!.zh])).toEqual([
    ['#/readiness/redBelow', '40%', '50%'],
    ['#/readiness/depth/reserves', '2 人', '3 人'],
  ])
})

test('the form has a field for every figure of the scheme', async () => {
  const { sections } = (await (await served.get('/policy/fields')).json()) as {
    sections: { id: string; rows: { fields: { pointer: string }[] }[] }[]
  }
  const own = sections.find(({ id }) => id === 'readiness')!
  const asked = own.rows.flatMap(({ fields }) => fields.map(({ pointer }) => pointer))
  expect(asked.toSorted()).toEqual(pointersIn(readiness, '#/readiness').toSorted())
})

function pointersIn(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([key, of]) => pointersIn(of, `${at}/${key}`))
}
