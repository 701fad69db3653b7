import type { Audit, Overhaul, Survey } from '../../../matching/index.ts'
import { before } from './village.ts'

type Told<K, B> = { kind: K; on: string; source: string; body: B } | null
/** What is told of a village by hand, so that the documents can speak of it. */
export type Story = {
  audit?: Told<'audit', Audit>
  overhaul?: Told<'overhaul', Overhaul>
  team?: Told<'survey', Survey>
  candidates?: Told<'survey', Survey>
}

/** Villages of 北庄镇 with a story of their own; the others have none. */
export function storyOf(name: string, today: string): Story {
  return STORIES.find(([village]) => name.startsWith(village))?.[1](today) ?? {}
}

const STORIES: [village: string, (today: string) => Story][] = [
  [
    '毛宅',
    (today) => ({ audit: audited(today, [{ from: before(today, 9), to: before(today, 7) }]) }),
  ],
  ['羊栏', () => ({ audit: null })],
  [
    '铁山',
    (today) => ({
      audit: audited(today, [
        { from: before(today, 14), to: before(today, 9) },
        { from: before(today, 2), to: before(today, -2) },
      ]),
    }),
  ],
  [
    '青石岭',
    (today) => ({
      overhaul: listed(today),
      team: surveyed(today, { households: 410, returned: 205 }),
    }),
  ],
  ['半湖', (today) => ({ team: surveyed(today, { households: 460, returned: 239 }) })],
  ['洪门', (today) => ({ audit: audited(today, whole(today)), overhaul: null })],
]

const whole = (today: string) => [
  { from: before(today, 30), to: before(today, 25) },
  { from: before(today, 16), to: before(today, 11) },
]

function audited(today: string, notices: Audit['notices']): Told<'audit', Audit> {
  return {
    ...{ kind: 'audit', on: before(today, 50), source: '离任审计报告' },
    body: {
      ...{ office: '书记、主任及村级财务', auditor: '镇经管站', conclusion: 'clear' },
      ...{ finishedOn: before(today, 33), mendedOn: null, notices },
    },
  }
}

function listed(today: string): Told<'overhaul', Overhaul> {
  return {
    ...{ kind: 'overhaul', on: before(today, 210), source: '区委组织部整顿名单' },
    body: {
      ...{ cause: '集体经济薄弱、无稳定收入', measures: '区领导联村、派驻第一书记' },
      ...{ acceptedOn: null, acceptedBy: '' },
    },
  }
}

function surveyed(
  today: string,
  { households, returned }: { households: number; returned: number },
): Told<'survey', Survey> {
  const body = {
    ...{ about: 'team' as const, households, issued: Math.round(households * 0.6), returned },
    approving: Math.round(returned * 0.86),
  }
  return { kind: 'survey', on: before(today, 28), source: '镇组织的入户测评', body }
}
