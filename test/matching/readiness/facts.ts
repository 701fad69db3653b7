import {
  defaultReadiness,
  type IndicatorResult,
  indicatorsOf,
  type ReadinessIndicator,
  type ReadinessScheme,
  type VillageEntry,
  type VillageEntryBodies,
  type VillageFacts,
} from '../../../matching/index.ts'

export const TODAY = '2026-11-26'

/** A village about which everything is in order, but for what the test is about. */
export function factsWith(change: Partial<VillageFacts> = {}): VillageFacts {
  return {
    entries: [
      entry('audit', '2026-09-01', audited()),
      entry('survey', '2026-10-10', surveyed('team', { returned: 70, approving: 63 })),
      entry('survey', '2026-10-11', surveyed('candidates', { returned: 70, approving: 60 })),
    ],
    households: 100,
    reserves: 2,
    list: {
      ...{ list: 'settled', talents: ['one'], by: 'facts', on: TODAY },
      words: { zh: '一肩挑建议人选联审全部通过', en: 'Every department passed' },
    },
    team: { on: TODAY, law: [], policy: [], singles: [], seats: [] },
    review: {
      ...{ nominees: 3, asked: 36, answered: 36, objections: 0, late: 0, lapsed: 0 },
      validUntil: '2027-02-01',
    },
    ...change,
  }
}

let count = 0
export function entry<K extends keyof VillageEntryBodies>(
  kind: K,
  on: string,
  body: VillageEntryBodies[K],
): VillageEntry {
  count += 1
  const id = String(count).padStart(6, '0')
  return { id, kind, on, source: '镇农经站', body } as unknown as VillageEntry
}

/** Five days of a notice count its first and its last. */
export const FIVE_DAYS = [
  { from: '2026-10-01', to: '2026-10-05' },
  { from: '2026-10-08', to: '2026-10-12' },
]

export function audited(change: Partial<VillageEntryBodies['audit']> = {}) {
  return {
    ...{ office: '书记兼主任', auditor: '镇农经站', finishedOn: '2026-09-20' },
    ...{ conclusion: 'clear' as const, mendedOn: null, notices: FIVE_DAYS },
    ...change,
  }
}

export function surveyed(
  about: 'team' | 'candidates',
  { returned, approving, households = null }: Partial<VillageEntryBodies['survey']>,
): VillageEntryBodies['survey'] {
  return {
    ...{ about, households, issued: 100, returned: returned ?? 0, approving: approving ?? 0 },
  }
}

export function listed(acceptedOn: string | null): VillageEntryBodies['overhaul'] {
  return { cause: '班子不健全', measures: '县领导联系', acceptedOn, acceptedBy: '' }
}

export function found(
  id: ReadinessIndicator,
  facts: VillageFacts,
  scheme: ReadinessScheme = defaultReadiness,
): IndicatorResult {
  return indicatorsOf(facts, scheme, TODAY).find((one) => one.id === id)!
}
