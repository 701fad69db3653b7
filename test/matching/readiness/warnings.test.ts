import { describe, expect, test } from 'vitest'
import {
  defaultReadiness,
  type IndicatorResult,
  type IndicatorState,
  type OpenWarning,
  type WarningChange,
  warningChanges,
  withWarnings,
} from '../../../matching/index.ts'

const words = { zh: '审计', en: 'audit' }
const result = (state: IndicatorState): IndicatorResult => ({
  ...{ id: 'audit', state, value: null, short: words, words, source: words, on: null, next: null },
})
const warning = (change: Partial<OpenWarning> = {}): OpenWarning => ({
  ...{ id: 'w', indicator: 'audit', colour: 'yellow', isCleared: false, hasAction: false },
  ...change,
})

describe('what facts do to the warning of an indicator; only a logged action closes one (S1)', () => {
  type Row = { open: OpenWarning[]; now: IndicatorState; change: WarningChange[]; why: string }
  const raise = (colour: 'red' | 'yellow') => [{ kind: 'raise', indicator: 'audit', colour }]
  const rows: Row[] = [
    { open: [], now: 'green', change: [], why: 'nothing warns' },
    { open: [], now: 'not-applicable', change: [], why: 'the village is not concerned' },
    { open: [], now: 'unknown', change: [], why: 'what is unknown warns of nothing' },
    { open: [], now: 'red', change: raise('red') as WarningChange[], why: 'it is raised' },
    {
      open: [],
      now: 'yellow',
      change: raise('yellow') as WarningChange[],
      why: 'yellow warns too',
    },
    { open: [warning()], now: 'yellow', change: [], why: 'it stands already' },
    {
      open: [warning()],
      ...{ now: 'red', change: [{ kind: 'change', id: 'w', colour: 'red' }], why: 'it is worse' },
    },
    {
      open: [warning({ colour: 'red' })],
      ...{ now: 'yellow', change: [{ kind: 'change', id: 'w', colour: 'yellow' }] },
      why: 'it is better, and not mended',
    },
    {
      open: [warning()],
      ...{ now: 'green', change: [{ kind: 'clear', id: 'w' }] },
      why: 'mended facts alone do not close it: nobody said what was done',
    },
    {
      open: [warning({ isCleared: true })],
      ...{ now: 'green', change: [], why: 'it waits for the action' },
    },
    {
      open: [warning({ isCleared: true, hasAction: true })],
      ...{ now: 'green', change: [{ kind: 'close', id: 'w' }], why: 'mended, then logged' },
    },
    {
      open: [warning({ hasAction: true })],
      ...{ now: 'green', change: [{ kind: 'close', id: 'w' }], why: 'logged first, then mended' },
    },
    {
      open: [warning({ hasAction: true })],
      ...{ now: 'yellow', change: [], why: 'logged, but the facts still warn' },
    },
    {
      open: [warning({ isCleared: true })],
      ...{ now: 'yellow', change: [{ kind: 'change', id: 'w', colour: 'yellow' }] },
      why: 'the facts are back before anybody closed it',
    },
    { open: [warning()], now: 'unknown', change: [], why: 'a paper that vanished mends nothing' },
    {
      open: [warning({ isCleared: true, hasAction: true })],
      ...{ now: 'unknown', change: [], why: 'nor does it close anything' },
    },
    {
      open: [warning()],
      ...{ now: 'not-applicable', change: [{ kind: 'clear', id: 'w' }] },
      why: 'an entry taken back: the village is not concerned any more',
    },
  ]
  test.each(rows)('$now: $why', ({ open, now, change }) => {
    expect(warningChanges([result(now)], open, defaultReadiness)).toEqual(change)
  })

  test('a policy that asks for no action closes as soon as the facts are mended', () => {
    const indicators = {
      ...defaultReadiness.indicators,
      audit: { ...defaultReadiness.indicators.audit, needsAction: false },
    }
    const changes = warningChanges([result('green')], [warning()], {
      ...defaultReadiness,
      indicators,
    })
    expect(changes).toEqual([{ kind: 'close', id: 'w' }])
  })
})

describe('indicators as they are shown', () => {
  test.each([
    { now: 'green', shown: 'yellow', why: 'mended, and nobody logged it' },
    { now: 'not-applicable', shown: 'yellow', why: 'likewise' },
    { now: 'red', shown: 'red', why: 'what is worse stays' },
    { now: 'unknown', shown: 'unknown', why: 'what is not known stays' },
  ] as const)('$now with an open warning is $shown: $why', ({ now, shown }) => {
    const [one] = withWarnings([result(now)], [warning()])
    expect(one!.state).toBe(shown)
  })

  test('one that waits says so, and what to do', () => {
    const [one] = withWarnings([result('green')], [warning()])
    expect([one!.words.zh, one!.next?.zh]).toEqual(['审计；事实已补齐，待登记办理', '登记办理结果'])
  })

  test('without a warning it is as the facts say', () => {
    expect(withWarnings([result('green')], [])).toEqual([result('green')])
  })
})
