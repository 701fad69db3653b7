import { describe, expect, test } from 'vitest'
import {
  defaultReadiness,
  type IndicatorState,
  indicatorsOf,
  READINESS_INDICATORS,
  type ReviewStanding,
  type VillageEntry,
  type VillageFacts,
} from '../../../matching/index.ts'
import { audited, entry, FIVE_DAYS, factsWith, found, listed, surveyed, TODAY } from './facts.ts'

type Row = { facts: Partial<VillageFacts>; state: IndicatorState; why: string; said?: string }
const entries = (...of: VillageEntry[]) => ({ entries: of })

describe('① departure audit: finished, and its result published twice for five days or more (S1)', () => {
  const [first, second] = FIVE_DAYS as [{ from: string; to: string }, { from: string; to: string }]
  const rows: Row[] = [
    { facts: entries(), state: 'unknown', why: 'nothing on record is neither red nor green' },
    {
      facts: entries(entry('audit', '2026-11-01', audited({ finishedOn: null, conclusion: null }))),
      ...{ state: 'yellow', why: 'it goes on' },
    },
    {
      facts: entries(entry('audit', '2026-09-01', audited())),
      ...{ state: 'green', why: 'two notices of exactly five days' },
    },
    {
      facts: entries(
        entry(
          'audit',
          '2026-09-01',
          audited({ notices: [first, { ...second, to: '2026-10-11' }] }),
        ),
      ),
      ...{ state: 'red', why: 'the second is of four days', said: '4 日' },
    },
    {
      facts: entries(
        entry('audit', '2026-09-01', {
          ...audited({ notices: [{ from: '2026-10-01', to: '2026-10-03' }] }),
        }),
      ),
      ...{ state: 'red', why: 'published for three days only', said: '3 日' },
    },
    {
      facts: entries(
        entry('audit', '2026-09-01', {
          ...audited({ notices: [{ from: '2026-10-01', to: '2026-10-03' }, ...FIVE_DAYS] }),
        }),
      ),
      ...{ state: 'green', why: 'a short one was published again, twice' },
    },
    {
      facts: entries(entry('audit', '2026-09-01', audited({ notices: [first] }))),
      ...{ state: 'yellow', why: 'one notice lacks', said: '还差 1 次' },
    },
    {
      facts: entries(
        entry('audit', '2026-09-01', {
          ...audited({ notices: [first, { from: '2026-11-24', to: '2026-11-28' }] }),
        }),
      ),
      ...{ state: 'yellow', why: 'the second notice still runs', said: '2026-11-28' },
    },
    {
      facts: entries(
        entry('audit', '2026-09-01', {
          ...audited({ notices: [first, { from: '2026-11-22', to: TODAY }] }),
        }),
      ),
      ...{ state: 'yellow', why: 'today is its last day' },
    },
    {
      facts: entries(
        entry('audit', '2026-09-01', {
          ...audited({ notices: [first, { from: '2026-11-21', to: '2026-11-25' }] }),
        }),
      ),
      ...{ state: 'green', why: 'it ended yesterday' },
    },
    {
      facts: entries(entry('audit', '2026-09-01', audited({ conclusion: 'to-mend' }))),
      ...{ state: 'yellow', why: 'what it found is not mended' },
    },
    {
      facts: entries(
        entry('audit', '2026-09-01', audited({ conclusion: 'to-mend', mendedOn: '2026-10-01' })),
      ),
      ...{ state: 'green', why: 'what it found is mended' },
    },
    {
      facts: entries(entry('audit', '2026-09-01', audited({ conclusion: 'handed-over' }))),
      ...{ state: 'red', why: 'it was handed over and is not settled' },
    },
    {
      facts: entries(
        entry('audit', '2021-01-10', audited()),
        entry('audit', '2026-11-01', audited({ finishedOn: null, conclusion: null, notices: [] })),
      ),
      ...{ state: 'yellow', why: 'of two audits the later counts' },
    },
  ]
  test.each(rows)('$state: $why', ({ facts, state, said = '' }) => {
    const result = found('audit', factsWith(facts))
    expect(result.state).toBe(state)
    expect(result.words.zh).toContain(said)
  })
})

describe('② overhaul of a weak organisation (S0, S3)', () => {
  const rows: Row[] = [
    { facts: entries(), state: 'not-applicable', why: 'on no list: not concerned' },
    {
      facts: entries(entry('overhaul', '2026-05-01', listed(null))),
      ...{ state: 'red', why: 'listed and not accepted' },
    },
    {
      facts: entries(entry('overhaul', '2026-05-01', listed('2026-11-01'))),
      ...{ state: 'green', why: 'accepted' },
    },
    {
      facts: entries(
        entry('overhaul', '2024-05-01', listed('2025-01-01')),
        entry('overhaul', '2026-05-01', listed(null)),
      ),
      ...{ state: 'red', why: 'listed again after it had been accepted' },
    },
  ]
  test.each(rows)('$state: $why', ({ facts, state }) => {
    expect(found('overhaul', factsWith(facts)).state).toBe(state)
  })
})

describe('③ depth of reserves: two a village, none is red', () => {
  test.each([
    { reserves: 2, state: 'green', why: 'as many as are asked' },
    { reserves: 5, state: 'green', why: 'more than are asked' },
    { reserves: 1, state: 'yellow', why: 'one lacks' },
    { reserves: 0, state: 'red', why: 'nobody; counted, so that 0 is known' },
  ])('$reserves is $state: $why', ({ reserves, state }) => {
    const result = found('depth', factsWith({ reserves }))
    expect([result.state, result.value]).toEqual([state, reserves])
  })

  test('what is asked is the policy’s', () => {
    const scheme = { ...defaultReadiness, depth: { reserves: 4, redBelow: 3 } }
    expect(found('depth', factsWith({ reserves: 2 }), scheme).state).toBe('red')
    expect(found('depth', factsWith({ reserves: 3 }), scheme).state).toBe('yellow')
  })
})

describe('④ list of the combined role: none suitable is red (S3.5)', () => {
  test.each([
    { list: 'settled', state: 'green' },
    { list: 'willing', state: 'yellow' },
    { list: 'none', state: 'red' },
  ] as const)('$list is $state', ({ list, state }) => {
    const standing = { ...factsWith().list, list }
    expect(found('list', factsWith({ list: standing })).state).toBe(state)
  })
})

describe('⑤ targets in reach, by the matcher', () => {
  const outlook = factsWith().team!
  const missed = [{ zh: '村委会缺 1 名女性', en: 'one woman lacks' }]
  const rows: Row[] = [
    { facts: { team: null }, state: 'unknown', why: 'not worked out yet' },
    { facts: { team: outlook }, state: 'green', why: 'law and policy can be met' },
    {
      facts: { team: { ...outlook, law: missed } },
      ...{ state: 'red', why: 'the law cannot be met', said: '缺 1 名女性' },
    },
    {
      facts: { team: { ...outlook, policy: missed } },
      ...{ state: 'yellow', why: 'a target of the policy cannot' },
    },
    {
      facts: { team: { ...outlook, singles: ['one'] } },
      ...{ state: 'green', why: 'it rests on one person, which is said', said: '1 人无人可替' },
    },
  ]
  test.each(rows)('$state: $why', ({ facts, state, said = '' }) => {
    const result = found('teams', factsWith(facts))
    expect(result.state).toBe(state)
    expect(result.words.zh).toContain(said)
  })

  test('a policy may make a team that rests on one person yellow', () => {
    const scheme = { ...defaultReadiness, teams: { singlesWarn: true } }
    const team = { ...outlook, singles: ['one'] }
    expect(found('teams', factsWith({ team }), scheme).state).toBe('yellow')
  })
})

describe('⑥ joint review: complete, and its answers still stand', () => {
  const complete = factsWith().review!
  const with_ = (change: Partial<ReviewStanding>) => ({ review: { ...complete, ...change } })
  const rows: Row[] = [
    { facts: { review: null }, state: 'unknown', why: 'nobody is nominated' },
    { facts: with_({ asked: 0, answered: 0 }), state: 'unknown', why: 'nobody was asked: no 0/0' },
    { facts: with_({}), state: 'green', why: 'every department answered' },
    { facts: with_({ answered: 35 }), state: 'yellow', why: 'one answer lacks', said: '1 份' },
    { facts: with_({ answered: 35, late: 1 }), state: 'red', why: 'one is overdue' },
    { facts: with_({ lapsed: 2 }), state: 'yellow', why: 'two have ended', said: '2 份' },
    { facts: with_({ objections: 1 }), state: 'yellow', why: 'an objection is open' },
  ]
  test.each(rows)('$state: $why', ({ facts, state, said = '' }) => {
    const result = found('review', factsWith(facts))
    expect(result.state).toBe(state)
    expect(result.words.zh).toContain(said)
  })
})

describe('⑦ satisfaction: the sitting team (60 % of households, S3.5) and the candidates (80 %, S4)', () => {
  const candidates = entry('survey', '2026-10-11', {
    ...surveyed('candidates', { returned: 70, approving: 60 }),
  })
  const team = (returned: number, approving: number, on = '2026-10-10') =>
    entry('survey', on, surveyed('team', { returned, approving }))
  const rows: Row[] = [
    { facts: entries(), state: 'unknown', why: 'no survey at all' },
    {
      facts: entries(team(60, 36), candidates),
      ...{ state: 'green', why: 'exactly 60 % of households and 60 % approval' },
    },
    {
      facts: entries(team(59, 59), candidates),
      ...{ state: 'yellow', why: 'one household too few were reached', said: '59%' },
    },
    {
      facts: entries(team(60, 35), candidates),
      ...{ state: 'red', why: 'fewer than 60 % of those approve', said: '58.3%' },
    },
    {
      facts: entries(team(80, 80)),
      ...{ state: 'yellow', why: 'half of it unknown is not green', said: '候选人测评未开展' },
    },
    {
      facts: entries(
        team(80, 80),
        entry('survey', '2026-10-11', {
          ...surveyed('candidates', { returned: 100, approving: 80 }),
        }),
      ),
      ...{ state: 'green', why: 'exactly 80 % for the candidates' },
    },
    {
      facts: entries(
        team(80, 80),
        entry('survey', '2026-10-11', {
          ...surveyed('candidates', { returned: 100, approving: 79 }),
        }),
      ),
      ...{ state: 'red', why: '79 % for the candidates' },
    },
    {
      facts: entries(team(80, 70), team(60, 40), candidates),
      ...{ state: 'unknown', why: 'two of one day contradict each other', said: '不一致' },
    },
    {
      facts: entries(team(80, 70), team(80, 70), candidates),
      ...{ state: 'green', why: 'entered twice with the same figures' },
    },
    {
      facts: entries(team(80, 10, '2026-10-01'), team(80, 70), candidates),
      ...{ state: 'green', why: 'of two days the later counts' },
    },
    {
      facts: entries(team(0, 0), candidates),
      ...{ state: 'unknown', why: 'nothing was returned: no division by zero' },
    },
    {
      facts: { ...entries(team(70, 60), candidates), households: 0 },
      ...{ state: 'unknown', why: 'a village of no households: no division by zero' },
    },
    {
      facts: { ...entries(team(70, 60), candidates), households: null },
      ...{ state: 'unknown', why: 'how many households there are is not known' },
    },
    {
      facts: entries(team(80, 70, '2025-11-01'), candidates),
      ...{ state: 'green', why: 'twelve months old still counts' },
    },
    {
      facts: entries(team(80, 70, '2025-10-31'), candidates),
      ...{ state: 'yellow', why: 'thirteen months old says nothing any more', said: '未开展' },
    },
  ]
  test.each(rows)('$state: $why', ({ facts, state, said = '' }) => {
    const result = found('satisfaction', factsWith(facts))
    expect(result.state).toBe(state)
    expect(result.words.zh).toContain(said)
  })

  test('households of the survey go before those of the village', () => {
    const own = entry('survey', '2026-10-10', {
      ...surveyed('team', { returned: 60, approving: 60, households: 120 }),
    })
    expect(found('satisfaction', factsWith(entries(own, candidates))).state).toBe('yellow')
  })
})

test('each indicator says itself in both languages, with its next step where it is not green', () => {
  const blank = factsWith({ entries: [], reserves: 0, team: null, review: null })
  const results = indicatorsOf(blank, defaultReadiness, TODAY)
  expect(results.map(({ id }) => id)).toEqual(READINESS_INDICATORS)
  for (const { words, short, source, state, next, id } of results) {
    for (const text of [words, short, source]) expect(text.zh && text.en).toBeTruthy()
    if (state === 'red' || state === 'yellow') expect([id, next?.zh]).not.toContain(undefined)
  }
})
