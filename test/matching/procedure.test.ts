import { describe, expect, test } from 'vitest'
import {
  defaultPolicy,
  defaultProcedure,
  PROCEDURES,
  type Procedure,
  procedureFaults,
  type ReviewStage,
  SEVEN_SIGNERS,
} from '../../matching/index.ts'

type Kind = ReviewStage['kind']
const kindsOf = ({ stages }: { stages: readonly ReviewStage[] }) => stages.map(({ kind }) => kind)
const presets = Object.entries(PROCEDURES).map(([id, { stages }]) => ({
  id,
  procedure: { ...defaultProcedure, stages: [...stages] } as Procedure,
}))

describe.each(presets)('the form $id of the papers', ({ procedure }) => {
  test('can be followed as it is', () => {
    expect(procedureFaults(procedure)).toEqual([])
  })

  test('elects whoever is proposed for a post, and only files after that (LAW 11)', () => {
    const kinds = kindsOf(procedure)
    expect(kinds.slice(kinds.indexOf('election'))).toEqual(['election', 'filing'])
    expect(procedure.stages.find(({ kind }) => kind === 'election')!.for).toBe('posts')
  })

  test('publishes for five working days or more, after the joint review', () => {
    const kinds = kindsOf(procedure)
    expect(kinds.indexOf('notice')).toBeGreaterThan(kinds.indexOf('joint-review'))
    const notice = procedure.stages.find(({ kind }) => kind === 'notice')!
    expect(notice.noticeDays).toBeGreaterThanOrEqual(5)
  })
})

test('the stages of domain §6 stand in the order of the papers', () => {
  const zh = defaultProcedure.stages.map(({ words }) => words.zh)
  expect(zh.join('→')).toBe('村自查→乡镇初审→县级联审→考察→县委研究→公示→乡镇批复→选举→县级备案')
  expect(PROCEDURES['six-rounds'].stages.slice(0, 7).map(({ words }) => words.zh)).toEqual([
    ...['县乡初筛', '乡镇初审', '审计', '县级联审', '考察', '部务会提出', '县委常委会决定'],
  ])
})

test('seven sign by S3.5, and the default policy knows them', () => {
  expect(SEVEN_SIGNERS).toHaveLength(7)
  expect(defaultPolicy.review.signers).toEqual(SEVEN_SIGNERS)
})

describe('what nobody could follow, or the law does not allow, is told at its place', () => {
  const { stages } = defaultProcedure
  const at = (kind: Kind) => stages.findIndex((one) => one.kind === kind)
  const but = (kind: Kind, change: Partial<ReviewStage>) => ({
    stages: stages.map((one) => (one.kind === kind ? { ...one, ...change } : one)),
  })
  const moved = (kind: Kind, to: number) => {
    const rest = stages.filter((one) => one.kind !== kind)
    return { stages: rest.toSpliced(to, 0, stages[at(kind)]!) }
  }
  const more = (kind: Kind, to: number) => ({
    stages: stages.toSpliced(to, 0, { ...stages[at(kind)]!, id: 'more' }),
  })
  const seven = SEVEN_SIGNERS.map(({ id }) => id)

  test.each<{ given: Partial<Procedure>; places: string[]; why: string }>([
    { given: { stages: [] }, places: ['stages'], why: 'no stage, so no election' },
    {
      given: { stages: stages.filter(({ kind }) => kind !== 'election') },
      ...{ places: ['stages'], why: 'appointed in place of an election (LAW 11)' },
    },
    {
      given: but('election', { for: 'secretaries' }),
      ...{ places: ['stages/7/for'], why: 'others than secretaries would not be elected' },
    },
    {
      given: but('election', { for: 'everybody' }),
      ...{ places: ['stages/7/for'], why: 'for the pool nobody is elected' },
    },
    { given: more('election', 7), places: ['stages/8/kind'], why: 'elected twice' },
    { given: more('joint-review', 3), places: ['stages/3/kind'], why: 'two joint reviews' },
    { given: moved('joint-review', 7), places: ['stages/7/kind'], why: 'asked after the election' },
    { given: moved('notice', 7), places: ['stages/7/kind'], why: 'published after the election' },
    { given: moved('inspection', 7), places: ['stages/7/kind'], why: 'a review of the elected' },
    { given: moved('filing', 0), places: ['stages/0/kind'], why: 'filed before the election' },
    { given: but('notice', { noticeDays: 4 }), places: ['stages/5/noticeDays'], why: 'S3.1: five' },
    {
      given: but('notice', { noticeDays: null }),
      ...{ places: ['stages/5/noticeDays'], why: 'nobody knows how long' },
    },
    {
      given: but('study', { noticeDays: 5 }),
      ...{ places: ['stages/4/noticeDays'], why: 'a study is not published' },
    },
    { given: but('study', { days: 0 }), places: ['stages/4/days'], why: 'late at once' },
    { given: but('study', { days: 366 }), places: ['stages/4/days'], why: 'more than a year' },
    { given: but('study', { days: 2.5 }), places: ['stages/4/days'], why: 'half a day' },
    { given: but('study', { id: 'approval' }), places: ['stages/6/id'], why: 'an id twice' },
    {
      given: but('study', { words: { zh: ' ', en: 'Study' } }),
      ...{ places: ['stages/4/words'], why: 'no name in Chinese' },
    },
    {
      given: but('approval', { signers: ['mayor'] }),
      ...{ places: ['stages/6/signers'], why: 'no such position' },
    },
    {
      given: but('approval', { signers: ['police-head', 'police-head'] }),
      ...{ places: ['stages/6/signers'], why: 'one position twice' },
    },
    {
      given: but('approval', { level: 'county', signers: seven }),
      ...{ places: ['stages/6/signers'], why: 'the seven are of the township' },
    },
    {
      given: but('election', { signers: seven }),
      ...{ places: ['stages/7/signers'], why: 'nobody signs an election in' },
    },
    { given: { validDays: 0 }, places: ['validDays'], why: 'an answer never stands' },
    { given: { validDays: 400 }, places: ['validDays'], why: 'more than a year' },
    {
      given: { signers: [...SEVEN_SIGNERS, SEVEN_SIGNERS[0]!] },
      ...{ places: ['signers/7/id'], why: 'a position stands twice' },
    },
    {
      given: { signers: [{ id: 'new', words: { zh: '包村领导', en: '' } }] },
      ...{ places: ['signers/0/words'], why: 'no name in English' },
    },
  ])('$places: $why', ({ given, places }) => {
    const faults = procedureFaults({ ...defaultProcedure, ...given })
    expect(faults.map((fault) => fault.at)).toEqual(places)
    for (const { words } of faults) expect(words.zh && words.en).toBeTruthy()
  })

  test.each<{ given: Partial<Procedure>; why: string }>([
    { given: but('notice', { noticeDays: 5 }), why: 'just five' },
    { given: but('study', { days: 365 }), why: 'just a year' },
    { given: but('approval', { signers: seven, signersFor: 'combined' }), why: 'the seven sign' },
    { given: moved('notice', 0), why: 'an early notice is nobody’s loss' },
    {
      given: { stages: stages.filter(({ kind }) => kind === 'election') },
      why: 'the least that the law asks for',
    },
    { given: more('check', 5), why: 'checks as many as a county likes' },
  ])('nothing of $why', ({ given }) => {
    expect(procedureFaults({ ...defaultProcedure, ...given })).toEqual([])
  })
})
