import { placeName, spellings } from '../../names.ts'
import type { Facet } from '../../types.ts'
import { t } from '../../words/index.ts'
import { FACETS } from './address.ts'
import type { Pool } from './context.ts'
import { fixedValues } from './facet-words.ts'

/** A condition that the typed text may mean. */
export type Suggestion = { facet: Facet; value: string; name: string; about: string }

const MOST = 7

/** Conditions that a text stands for: whole names first, then beginnings, then parts, also as pinyin and initials. */
export function suggestionsFor(pool: Pool, text: string): Suggestion[] {
  if (text === '') return []
  return all(pool)
    .map((one) => ({ one, rank: rankOf(one.name, text) }))
    .filter(({ rank }) => rank < NOTHING)
    .sort((a, b) => a.rank - b.rank || a.one.name.length - b.one.name.length)
    .slice(0, MOST)
    .map(({ one }) => one)
}

/** The one condition of exactly this name, so that Enter needs no choice. */
export function exactly(pool: Pool, text: string): Suggestion | undefined {
  const found = all(pool).filter(({ name }) => name === text)
  return found.length === 1 ? found[0] : undefined
}

function all(pool: Pool): Suggestion[] {
  const { words } = pool
  const townshipOf = new Map(
    (words.places()?.townships ?? []).flatMap(({ name, villages }) =>
      villages.map(({ code }): [string, string] => [code, placeName(name)]),
    ),
  )
  return SUGGESTED.flatMap((facet) =>
    [...valuesOf(pool, facet)].map(({ value, name }) => ({
      facet,
      value,
      name,
      about: (facet === 'village' && townshipOf.get(value)) || t().pool.facets.name[facet],
    })),
  )
}

function valuesOf({ words }: Pool, facet: Facet) {
  const stored = words.stored(facet)
  if (stored.length > 0) return stored
  return fixedValues(facet).map((value) => ({ value, name: words.nameOf(facet, value) }))
}

/** Sex is a fact and a filter; nobody is offered it while looking for people. */
const SUGGESTED = FACETS.filter((facet) => !['sex', 'age', 'ready', 'tag'].includes(facet))

const NOTHING = 9

function rankOf(name: string, text: string): number {
  const typed = text.toLowerCase()
  const plain = name.toLowerCase()
  if (plain === typed) return 0
  if (plain.startsWith(typed)) return 1
  if (plain.includes(typed)) return 2
  if (!/^[a-z]+$/.test(typed)) return NOTHING
  const { full, initials } = spellings(name)
  if (initials === typed) return 3
  if (full.startsWith(typed) && typed.length > 1) return 4
  return initials.startsWith(typed) && typed.length > 1 ? 5 : NOTHING
}
