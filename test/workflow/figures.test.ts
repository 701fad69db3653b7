import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../api/workflow/figures.ts'
import { ELECTION, INSPECTION, PUBLISH, STUDY, TODAY } from './files.ts'

const places = (act: Parameters<typeof faultsOf>[0]) =>
  faultsOf(act, TODAY).map(({ pointer }) => pointer)

describe('an election (LAW 15)', () => {
  test.each([
    { ...{ voters: 812, cast: 407, for: 204 }, faults: [], why: 'just over both halves' },
    {
      ...{ voters: 812, cast: 406, for: 300 },
      faults: ['isElected'],
      why: 'half is not more than half of the voters',
    },
    {
      ...{ voters: 812, cast: 600, for: 300 },
      faults: ['isElected'],
      why: 'nor half of the votes cast',
    },
    {
      ...{ voters: 812, cast: 600, for: 200, round: 2 },
      faults: [],
      why: 'a third in a second round',
    },
    {
      ...{ voters: 812, cast: 600, for: 199, round: 2 },
      faults: ['isElected'],
      why: 'less than a third',
    },
    { ...{ voters: 500, cast: 600, for: 400 }, faults: ['cast'], why: 'more votes than voters' },
    { ...{ voters: 812, cast: 600, for: 601 }, faults: ['for'], why: 'more for than cast' },
    {
      ...{ voters: 812, cast: 300, for: 100, isElected: false },
      faults: [],
      why: 'nobody elected: any figures',
    },
    { heldOn: '2026-11-24', faults: ['heldOn'], why: 'tomorrow' },
    { termEndsOn: '2026-01-01', faults: ['termEndsOn'], why: 'a term that ends before it begins' },
  ])('$why', ({ faults, why: _, ...given }) => {
    expect(places({ ...ELECTION, ...given })).toEqual(faults.map((at) => `#/act/${at}`))
  })
})

describe('a meeting', () => {
  test.each([
    { faults: [], why: 'eight of nine, all for it' },
    { ...{ present: 4, for: 4 }, faults: ['present', 'decision'], why: 'not half present' },
    { present: 10, for: 10, faults: ['present'], why: 'more present than entitled' },
    {
      for: 4,
      against: 4,
      faults: ['decision'],
      why: 'four of nine is no majority of those entitled',
    },
    {
      for: 4,
      against: 4,
      decision: 'defer' as const,
      faults: [],
      why: 'deferred with the same votes',
    },
    { for: 5, faults: ['for'], why: 'votes that do not add up to those present' },
  ])('$why', ({ faults, why: _, ...given }) => {
    expect(places({ ...STUDY, ...given })).toEqual(faults.map((at) => `#/act/${at}`))
  })
})

describe('votes of an inspection', () => {
  const votes = { issued: 30, returned: 29, valid: 28, for: 26, against: 1, abstain: 1 }
  test.each([
    { given: { returned: 31, valid: 28 }, faults: ['returned'], why: 'more back than out' },
    { given: { valid: 30 }, faults: ['valid', 'for'], why: 'more valid than back' },
    { given: { for: 25 }, faults: ['for'], why: 'a vote is lost' },
  ])('$why', ({ given, faults }) => {
    const act = { ...INSPECTION, trust: { ...votes, ...given } }
    expect(places(act)).toEqual(faults.map((at) => `#/act/trust/${at}`))
  })
})

describe('another seat', () => {
  const village = '370406104218'
  test.each([
    { village, posts: ['secretary', 'chair'] as const, faults: [], why: 'the combined role' },
    { village: null, posts: [], faults: [], why: 'the pool only' },
    { village: null, posts: ['secretary'] as const, faults: ['posts'], why: 'posts of nowhere' },
    { village, posts: [], faults: ['posts'], why: 'a village without posts' },
    { village, posts: ['chair', 'chair'] as const, faults: ['posts'], why: 'a post twice' },
    {
      ...{ village, posts: ['chair', 'supervisor'] as const, faults: ['posts'] },
      why: 'nobody supervises themselves',
    },
  ])('$why', ({ faults, why: _, posts, ...given }) => {
    const act = { ...given, kind: 'target' as const, posts: [...posts], reason: '改任' }
    expect(places(act)).toEqual(faults.map((at) => `#/act/${at}`))
  })
})

describe('a public notice (S3.1)', () => {
  test.each([
    { given: {}, faults: [], why: 'five working days' },
    { given: { days: 4 }, faults: ['days'], why: 'shorter than five working days' },
    { given: { days: 6 }, least: 7, faults: ['days'], why: 'shorter than the procedure says' },
    { given: { startsOn: '2026-11-09' }, faults: ['startsOn'], why: 'before the study' },
    { given: { startsOn: '2026-11-24' }, faults: ['startsOn'], why: 'tomorrow' },
  ])('$why', ({ given, least = 5, faults }) => {
    const notice = { days: least, from: '2026-11-10' }
    const found = faultsOf({ ...PUBLISH, ...given }, TODAY, notice)
    expect(found.map(({ pointer }) => pointer)).toEqual(faults.map((at) => `#/act/${at}`))
  })
})
