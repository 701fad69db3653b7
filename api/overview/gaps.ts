import type { listOutlooks } from '../../db/overview.ts'
import type { TeamOutlook, Words } from '../../matching/index.ts'
import type { GapView } from '../shapes/overview.ts'

type Row = Awaited<ReturnType<typeof listOutlooks>>[number]
type Found = { words: Words; tier: 'law' | 'policy'; at: Row[] }

/** What villages cannot meet with the people of today, the most frequent first and of as many the law before the policy. */
export function gapsOf(rows: readonly Row[], names: ReadonlyMap<string, string>): GapView[] {
  const gaps = new Map<string, Found>()
  for (const row of rows)
    for (const tier of ['law', 'policy'] as const)
      for (const words of (row.outlook as TeamOutlook)[tier]) {
        const gap = gaps.get(words.zh) ?? { words, tier, at: [] }
        gaps.set(words.zh, gap)
        if (gap.at.at(-1) !== row) gap.at.push(row)
      }
  return [...gaps.values()].sort(byVillages).map(({ words, tier, at }) => ({
    ...{ words, tier, villages: at.map(({ code }) => code) },
    townships: townshipsOf(at, names),
  }))
}

function byVillages(a: Found, b: Found): number {
  const tier = (one: Found) => (one.tier === 'law' ? 0 : 1)
  return b.at.length - a.at.length || tier(a) - tier(b) || (a.words.zh < b.words.zh ? -1 : 1)
}

function townshipsOf(at: readonly Row[], names: ReadonlyMap<string, string>) {
  return [...Map.groupBy(at, ({ townshipCode }) => townshipCode)]
    .map(([code, of]) => ({ code, name: names.get(code) ?? code, villages: of.length }))
    .sort((a, b) => b.villages - a.villages || (a.code < b.code ? -1 : 1))
}
