import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReviewAct } from '../../api/shapes/review-acts.ts'
import { HONGMEN } from '../cast.ts'
import { act, answered, nominated, openRound, PASS, passedByPlace, type Round } from './reviewed.ts'
import { idOf, ok, problemIn, type SignedInClient } from './served.ts'

const NEIGHBOURS_VILLAGE = '370406103201'
const PURPOSE = '供镇党委会议研究'

let day = '2026-11-23'
let round: Round
let served: Round['served']
let township: SignedInClient
let auditor: SignedInClient
let person = ''
beforeAll(async () => {
  round = await openRound({ today: () => day })
  ;({ served, township } = round)
  auditor = await served.as('demo-auditor')
  person = await idOf(served, '李文博')
})
afterAll(() => served.close())

const asked = (change: object = {}) => ({
  ...{ paper: 'slate-sheet', subjects: [HONGMEN, person], purpose: PURPOSE },
  ...change,
})

describe('a printing', () => {
  test('has a number, and is found by it in the audit with whom, what and what for', async () => {
    const { copy, at, by } = await ok(await township.post('/prints', asked()))
    expect(copy).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
    expect(by).not.toBe('')
    const { entries } = await ok(await auditor.get(`/audit?subject=${copy}`))
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      ...{ action: 'paper.printed', role: 'township', outcome: 'done', reason: PURPOSE },
      detail: { paper: 'slate-sheet', copy },
      subjectCount: 3,
    })
    expect(entries[0].subjects.toSorted()).toEqual([copy, HONGMEN, person].toSorted())
    expect(entries[0].at.slice(0, 16)).toBe(at.slice(0, 16))
  })

  test('is told again and numbered anew each time', async () => {
    const first = await ok(await township.post('/prints', asked()))
    const second = await ok(await township.post('/prints', asked()))
    expect(second.copy).not.toBe(first.copy)
  })

  test('of a nominee names the person as well, among whose looks it stands', async () => {
    const nominee = await nominated(round, { name: '宋雅楠' })
    const { copy } = await ok(
      await township.post('/prints', asked({ paper: 'joint-review-form', subjects: [nominee] })),
    )
    const { entries } = await ok(await auditor.get(`/audit?subject=${copy}`))
    const talent = await idOf(served, '宋雅楠')
    expect(entries[0].subjects.toSorted()).toEqual([copy, nominee, talent].toSorted())
  })

  test('of a village’s own people is the village’s as well', async () => {
    const subjects = [person]
    const paper = 'joint-review-form'
    expect((await round.village.post('/prints', asked({ paper, subjects }))).status).toBe(200)
    expect((await round.village.get(`/prints/filings/${round.id}`)).status).toBe(403)
  })
})

describe('nothing is printed', () => {
  test.each([
    { change: { purpose: '' }, pointer: '#/purpose', why: 'without a purpose' },
    { change: { purpose: '会议' }, pointer: '#/purpose', why: 'for a purpose of two signs' },
    { change: { purpose: undefined }, pointer: '#/purpose', why: 'where none is asked for' },
    { change: { purpose: '给李文博本人看' }, pointer: '#/purpose', why: 'naming the person' },
    { change: { purpose: '联系 120 0000 0001' }, pointer: '#/purpose', why: 'with a number' },
    { change: { subjects: [] }, pointer: '#/subjects', why: 'about nobody' },
    { change: { paper: 'order' }, pointer: '#/paper', why: 'that is no sheet of ours' },
  ])('$why', async ({ change, pointer }) => {
    const answer = await problemIn(await township.post('/prints', asked(change)))
    expect(answer).toMatchObject({ status: 422, type: '/problems/invalid', pointers: [pointer] })
  })

  test.each([
    { subject: async () => NEIGHBOURS_VILLAGE, why: 'a village of another township' },
    { subject: async () => foreigner(), why: 'a person of another township' },
    { subject: async () => '019cabed-0000-7000-8000-000000000000', why: 'nobody at all' },
  ])('about what is outside the scope: $why', async ({ subject }) => {
    const out = await subject()
    const answer = await township.post('/prints', asked({ subjects: [HONGMEN, out] }))
    expect(await problemIn(answer)).toMatchObject({ status: 404, type: '/problems/not-found' })
    const { entries } = await ok(await auditor.get('/audit?action=paper.missed&limit=1'))
    expect(entries[0]).toMatchObject({ outcome: 'denied', role: 'township' })
  })
})

describe('papers of a round', () => {
  let nominee = ''
  beforeAll(async () => {
    nominee = await nominated(round, { name: '李文博', posts: ['secretary', 'chair'] })
  })
  const notice = async () => ok(await township.get(`/prints/notices/${round.id}`))
  const filing = async () => ok(await township.get(`/prints/filings/${round.id}`))

  test('are empty before anybody is so far; the procedure says the days of a notice', async () => {
    expect((await filing()).secretaries).toEqual([])
    const { people, stages, round: shown } = await notice()
    expect({ people, name: shown.name }).toEqual({ people: [], name: '2026 年换届' })
    expect(stages).toMatchObject([{ id: 'public-notice', days: 5 }])
    expect(stages[0].before.map(({ zh }: { zh: string }) => zh)).toEqual([
      ...['村自查', '乡镇初审', '县级联审', '考察', '县委研究'],
    ])
  })

  test('a notice is about who stands at it, and says from when to when once it is published', async () => {
    await passedByPlace(round, nominee)
    for (const department of [round.reviewer, round.police])
      await ok(await answered(department, nominee, { answer: 'pass' }))
    for (const one of [PASS, INSPECTION, STUDY]) await act(round.county, nominee, one)
    const { people } = await notice()
    expect(people).toMatchObject([
      { nominee, stage: 'public-notice', published: null, person: { name: '李文博' } },
    ])
    await act(round.county, nominee, PUBLISH)
    const [one] = (await notice()).people
    // Five working days after Monday 23 November, with a weekend between.
    expect(one.published).toEqual({
      ...{ startsOn: day, endsOn: '2026-11-30', days: 5, place: '村务公开栏' },
    })
  })

  test('a secretary is filed once elected, with the number once there is one', async () => {
    day = '2026-12-01'
    await act(round.county, nominee, { kind: 'end-notice', note: '' })
    await act(round.township, nominee, PASS)
    expect((await filing()).secretaries).toEqual([])
    expect((await notice()).people).toEqual([])
    await act(round.township, nominee, ELECTION)
    const elected = { nominee, outcome: 'elected', on: '2026-12-01', filing: null }
    expect((await filing()).secretaries).toMatchObject([elected])
    await act(round.county, nominee, { kind: 'filing', number: '备〔2026〕1 号', filedOn: day })
    expect((await filing()).secretaries).toMatchObject([
      {
        ...{ ...elected, term: { startsOn: '2027-01-15', endsOn: '2032-01-14' } },
        ...{ filing: { number: '备〔2026〕1 号', on: day }, document: null },
        target: { village: { code: HONGMEN }, posts: ['secretary', 'chair'] },
      },
    ])
  })

  test('of a round that is not there are not found', async () => {
    for (const path of ['/prints/notices/none', '/prints/filings/none'])
      expect(await problemIn(await township.get(path)), path).toMatchObject({ status: 404 })
  })
})

const INSPECTION: ReviewAct = {
  ...{ kind: 'inspection', team: ['周晓岚', '孟庆华'], startedOn: '2026-11-20' },
  ...{ endedOn: '2026-11-22', conversations: 12, satisfaction: null, trust: null },
  ...{ conclusion: 'fit', note: '' },
}
const STUDY: ReviewAct = {
  ...{ kind: 'study', metOn: '2026-11-22', meeting: '县委常委会会议', entitled: 11, present: 10 },
  ...{ for: 9, against: 0, abstain: 1, decision: 'approve', note: '' },
}
const PUBLISH: ReviewAct = {
  ...{ kind: 'publish', startsOn: '2026-11-23', days: 5, place: '村务公开栏' },
}
const ELECTION: ReviewAct = {
  ...{ kind: 'election', heldOn: '2026-12-01', round: 1, voters: 918, cast: 803, for: 716 },
  ...{ isElected: true, termStartsOn: '2027-01-15', termEndsOn: '2032-01-14' },
}

async function foreigner(): Promise<string> {
  const { people } = await ok(await served.get(`/talents?village=${NEIGHBOURS_VILLAGE}&limit=1`))
  return people[0].id
}
