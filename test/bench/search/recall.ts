import { findPage } from '../../../api/pool/find.ts'
import type { Searching } from '../../../api/pool/select.ts'
import { round } from '../timing.ts'
import type { Made } from './portraits.ts'
import { mistyped, sampleOf } from './questions.ts'

/** Places that people look at before they change their question. */
export const FIRST = 20
const SAMPLES = 200

export const KINDS = ['exact', 'pinyin', 'initials', 'typo'] as const
export type Kind = (typeof KINDS)[number]
/** What is typed for somebody, and the village that is chosen beside it. */
export type Wanted = { name: string; q: string; village?: string }

/** Whether who is meant is among the first; a name that many share is found when one of them is. */
export async function recallIn(searching: Searching, countyCode: string, count: number) {
  const people = sampleOf(countyCode, count, SAMPLES * 2)
  const shares: [Kind, number][] = []
  for (const kind of KINDS) {
    const wanted = wantedOf(kind, people, SAMPLES)
    let found = 0
    for (const one of wanted) if ((await namesFor(searching, one)).includes(one.name)) found++
    shares.push([kind, round(found / wanted.length, 3)])
  }
  return Object.fromEntries(shares) as Record<Kind, number>
}

export async function namesFor(searching: Searching, { q, village }: Wanted): Promise<string[]> {
  const asked = { q, ...(village && { village: [village] }) }
  const { people } = await findPage(searching, asked, { limit: FIRST })
  return people.map(({ name }) => name)
}

export function wantedOf(kind: Kind, people: readonly Made[], samples: number): Wanted[] {
  const fitting = kind === 'typo' ? people.filter(({ name }) => name.length >= 3) : people
  return fitting
    .map((person, at): Wanted => {
      const { name, pinyin, initials, village } = person
      if (kind === 'exact') return { name, q: name }
      if (kind === 'typo') return { name, q: mistyped(name, at) }
      return { name, q: kind === 'pinyin' ? pinyin : initials, village }
    })
    .filter(({ name, q }) => kind !== 'typo' || name !== q)
    .slice(0, samples)
}
