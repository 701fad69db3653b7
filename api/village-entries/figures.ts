import type { KeptVillageEntry } from '../../db/village-entries.ts'
import type { Statistics } from '../../matching/readiness/entries.ts'
import type { VillageRecord } from '../shapes/village-entries.ts'
import type { villageOf } from './reach.ts'

const FIGURES = [
  ...(['households', 'population', 'residents', 'away', 'aged60', 'voters', 'minorities'] as const),
  ...(['partyMembers', 'partyWomen', 'partyAged35OrUnder', 'partyAged60OrAbove'] as const),
  'collectiveIncome',
] as const satisfies (keyof Statistics)[]
/** What the village's own row knows as well, without a day. */
const BASE = ['households', 'population', 'partyMembers', 'collectiveIncome'] as const

type Village = Awaited<ReturnType<typeof villageOf>>
type Figure = VillageRecord['figures'][number]

/** The newest known figure of each kind: of the statistics, else of the village's own row. */
export function figuresOf(village: Village, rows: readonly KeptVillageEntry[]): Figure[] {
  const counted = rows.filter(
    ({ kind, takenBackAt, villageCode }) =>
      kind === 'statistics' && takenBackAt === null && villageCode === village.code,
  )
  return FIGURES.map((id): Figure => {
    const newest = counted.find(({ body }) => (body as Statistics)[id] !== null)
    if (newest) {
      const { on, source, body } = newest
      return { id, value: (body as Statistics)[id], on, source: { zh: source, en: source } }
    }
    const base = BASE.find((it) => it === id)
    const value = base ? village[base] : null
    return { id, value, on: null, source: value === null ? null : OWN_ROW }
  })
}

const OWN_ROW = { zh: '村（社区）基本情况', en: 'Facts of the village' }
