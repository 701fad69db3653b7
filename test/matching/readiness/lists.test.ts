import { describe, expect, test } from 'vitest'
import {
  type ListCandidate,
  type ListNominee,
  listOf,
  obstacleOf,
  type SignedList,
} from '../../../matching/index.ts'
import { TODAY } from './facts.ts'

const person = (change: Partial<ListCandidate> = {}): ListCandidate => ({
  ...{ talent: 'a', eligibility: 'eligible', isApproved: true, consent: 'given', hasLeft: false },
  ...{ isIncumbent: false, isReserve: false, isElsewhere: false, nominee: null },
  ...change,
})
const nominee = (change: Partial<ListNominee> = {}): ListNominee => ({
  ...{ isChosen: false, isOver: false, asked: 12, passed: 12, objections: 0 },
  ...{ validUntil: '2027-01-01', ...change },
})
const signed = (change: Partial<SignedList> = {}): SignedList => ({
  ...{ list: 'settled', talent: 'a', remedy: null, on: '2026-11-20', ...change },
})

type Row = {
  people: ListCandidate[]
  decision?: SignedList
  list: string
  by?: 'facts' | 'decision'
  said?: string
  why: string
}

describe('by facts alone', () => {
  const rows: Row[] = [
    { people: [], list: 'none', why: 'nobody' },
    { people: [person()], list: 'none', why: 'neither in office, in reserve nor nominated' },
    { people: [person({ isReserve: true })], list: 'willing', why: 'a reserve who agreed' },
    { people: [person({ isIncumbent: true })], list: 'willing', why: 'in office, and agreed' },
    {
      people: [person({ isReserve: true, eligibility: 'relaxable', isApproved: false })],
      ...{ list: 'willing', why: 'eligible once somebody approves' },
    },
    {
      people: [person({ isReserve: true, eligibility: 'unknown' })],
      ...{ list: 'none', why: 'a paper is missing' },
    },
    {
      people: [person({ isReserve: true, eligibility: 'barred' })],
      ...{ list: 'none', why: 'a rule bars' },
    },
    {
      people: [person({ isReserve: true, consent: null })],
      ...{ list: 'none', why: 'nobody asked the person' },
    },
    {
      people: [person({ isReserve: true, consent: 'withdrawn' })],
      ...{ list: 'none', why: 'the person withdrew' },
    },
    { people: [person({ isIncumbent: true, hasLeft: true })], list: 'none', why: 'left the pool' },
    {
      people: [person({ isReserve: true, isElsewhere: true })],
      ...{ list: 'none', why: 'nominated for another village: one person, one village' },
    },
    {
      people: [person({ nominee: nominee({ passed: 11 }) })],
      ...{ list: 'willing', why: 'one department has not answered' },
    },
    { people: [person({ nominee: nominee() })], list: 'settled', why: 'every department passed' },
    {
      people: [person({ nominee: nominee({ validUntil: TODAY }) })],
      ...{ list: 'settled', why: 'the answers end today' },
    },
    {
      people: [person({ nominee: nominee({ validUntil: '2026-11-25' }) })],
      ...{ list: 'willing', why: 'the answers ended yesterday' },
    },
    {
      people: [person({ nominee: nominee({ asked: 0, passed: 0 }) })],
      ...{ list: 'willing', why: 'nobody was asked: 0 of 0 is no review' },
    },
    {
      people: [person({ nominee: nominee({ passed: 11, objections: 1 }), isReserve: true })],
      ...{ list: 'none', why: 'a department objects' },
    },
    {
      people: [person({ nominee: nominee({ isOver: true }), isReserve: true })],
      ...{ list: 'none', why: 'the nomination was stopped' },
    },
    {
      people: [person({ nominee: nominee(), consent: 'withdrawn' })],
      ...{ list: 'none', why: 'withdrawn after every department had passed' },
    },
    {
      people: [person({ nominee: nominee({ isChosen: true, passed: 0 }), eligibility: 'unknown' })],
      ...{ list: 'settled', why: 'elected: the rules are asked no more' },
    },
    {
      people: [
        person({ talent: 'b', isReserve: true }),
        person({ nominee: nominee({ passed: 0 }) }),
      ],
      ...{ list: 'willing', said: '2 人（提名 1、后备 1）', why: 'who is counted how is said' },
    },
  ]
  test.each(rows)('$list: $why', ({ people, list, said = '' }) => {
    const standing = listOf({ candidates: people, decision: null }, TODAY)
    expect([standing.list, standing.by]).toEqual([list, 'facts'])
    expect(standing.words.zh).toContain(said)
  })

  test('people stand in the same order every time: nominees, in office, reserves, then by id', () => {
    const people = [
      person({ talent: 'c', isReserve: true }),
      person({ talent: 'b', isReserve: true }),
      person({ talent: 'd', isIncumbent: true }),
      person({ talent: 'e', nominee: nominee({ passed: 0 }) }),
    ]
    const { talents } = listOf({ candidates: people, decision: null }, TODAY)
    expect(talents).toEqual(['e', 'd', 'b', 'c'])
  })
})

describe('with a signed decision, until a fact speaks against it', () => {
  const rows: Row[] = [
    {
      people: [person()],
      decision: signed(),
      ...{ list: 'settled', by: 'decision', why: 'eligible, agreed, and no objection' },
    },
    {
      people: [person()],
      decision: signed({ list: 'willing' }),
      ...{ list: 'willing', by: 'decision', why: 'though neither in reserve nor in office' },
    },
    {
      people: [person({ eligibility: 'relaxable', isApproved: true })],
      decision: signed(),
      ...{ list: 'settled', by: 'decision', why: 'the relaxation is approved' },
    },
    {
      people: [person({ eligibility: 'relaxable', isApproved: false, isReserve: true })],
      decision: signed(),
      ...{ list: 'willing', by: 'facts', said: '放宽条件尚未批准', why: 'it is not approved' },
    },
    {
      people: [person({ consent: 'withdrawn' })],
      decision: signed(),
      ...{ list: 'none', by: 'facts', said: '人选已撤回同意', why: 'the consent is withdrawn' },
    },
    {
      people: [person({ hasLeft: true })],
      decision: signed(),
      ...{ list: 'none', by: 'facts', said: '离开人才库', why: 'the person left' },
    },
    {
      people: [person({ eligibility: 'barred' })],
      decision: signed(),
      ...{ list: 'none', by: 'facts', said: '不符合任职条件', why: 'a rule bars now' },
    },
    {
      people: [person({ nominee: nominee({ passed: 11, objections: 1 }) })],
      decision: signed(),
      ...{ list: 'none', by: 'facts', said: '联审部门有异议', why: 'a department objects' },
    },
    {
      people: [],
      decision: signed(),
      ...{ list: 'none', by: 'facts', said: '不在人才库', why: 'the record was erased' },
    },
    {
      people: [person({ consent: 'withdrawn' }), person({ talent: 'b', isReserve: true })],
      decision: signed(),
      ...{ list: 'willing', by: 'facts', said: '已失效', why: 'somebody else is willing' },
    },
    {
      people: [],
      decision: signed({ list: 'none', talent: null, remedy: 'posted-in' }),
      ...{ list: 'none', by: 'decision', said: '拟上级下派', why: 'the remedy is said' },
    },
    {
      people: [person({ isReserve: true })],
      decision: signed({ list: 'none', talent: null }),
      ...{ list: 'none', by: 'decision', why: 'the office judged the reserve, too' },
    },
    {
      people: [person({ nominee: nominee({ passed: 0 }) })],
      decision: signed({ list: 'none', talent: null }),
      ...{ list: 'willing', by: 'facts', said: '已有符合条件的提名人选' },
      why: 'somebody suitable is nominated since',
    },
    {
      people: [person(), person({ talent: 'b', nominee: nominee({ isChosen: true }) })],
      decision: signed(),
      ...{ list: 'settled', by: 'facts', why: 'somebody else was elected: facts come first' },
    },
    {
      people: [person({ nominee: nominee() })],
      decision: signed({ list: 'willing' }),
      ...{ list: 'settled', by: 'facts', why: 'every department passed since it was signed' },
    },
  ]
  test.each(rows)('$list by $by: $why', ({ people, decision = null, list, by, said = '' }) => {
    const standing = listOf({ candidates: people, decision: decision as SignedList }, TODAY)
    expect([standing.list, standing.by]).toEqual([list, by])
    expect(standing.words.zh).toContain(said)
    expect(standing.on).toBe(by === 'decision' ? '2026-11-20' : TODAY)
  })

  test('a decision stands with its person first and whoever is willing behind', () => {
    const people = [person({ talent: 'b', isIncumbent: true }), person({ talent: 'z' })]
    const decision = signed({ list: 'willing', talent: 'z' })
    expect(listOf({ candidates: people, decision }, TODAY).talents).toEqual(['z', 'b'])
  })

  test('the words name nobody: they outlive a person who is erased', () => {
    const { words } = listOf({ candidates: [person()], decision: signed() }, TODAY)
    expect(words.zh).toBe('2026-11-20 签字列入已落实')
  })
})

test('what speaks against somebody is the same before and after it is signed', () => {
  expect(obstacleOf(person(), 'settled')).toBeNull()
  expect(obstacleOf(undefined, 'settled')).toBe('gone')
  const open = person({ eligibility: 'relaxable', isApproved: false })
  expect([obstacleOf(open, 'settled'), obstacleOf(open, 'willing')]).toEqual(['not-approved', null])
})
