import { createAsync } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { dictionaryOf } from '../../administration.ts'
import { placeName } from '../../names.ts'
import { listsOf } from '../../pool.ts'
import { placesOf } from '../../queries.ts'
import { useRoles, useSession } from '../../session.ts'
import type { Facet, NamedList, Places } from '../../types.ts'
import { say, t } from '../../words/index.ts'

export type Named = { value: string; name: string }

/** What the values of the filters are called; places, skills and lists have names of their own. */
export function createFacetWords() {
  const has = useRoles()
  const { account } = useSession()
  const places = ofLater(() => placesOf())
  const skills = ofLater(() => dictionaryOf('skills'))
  const lists = ofLater<{ lists: NamedList[] }>(async () =>
    has('county', 'township') ? listsOf() : { lists: [] },
  )
  const townships = () => places()?.townships ?? []
  const villages = createMemo((): Named[] =>
    [...villagesIn(places()), ...account().villages].map(named),
  )
  const skillNames = createMemo((): Named[] =>
    (skills()?.entries ?? []).map((entry) => ({ value: entry.id, name: say(entry) })),
  )
  const listNames = () => (lists()?.lists ?? []).map(({ id, name }) => ({ value: id, name }))
  const stored = (facet: Facet): readonly Named[] => {
    if (facet === 'township') return townships().map(named)
    if (facet === 'village') return villages()
    if (facet === 'skill') return skillNames()
    return facet === 'list' ? listNames() : []
  }
  const byValue = createMemo(
    () =>
      new Map(
        (['township', 'village', 'skill', 'list'] as const).flatMap((facet) =>
          stored(facet).map(({ value, name }) => [`${facet} ${value}`, name]),
        ),
      ),
  )
  return {
    places,
    stored,
    nameOf: (facet: Facet, value: string): string =>
      byValue().get(`${facet} ${value}`) ?? fixedNames(facet)[value] ?? otherName(facet, value),
  }
}

/** Values that every pool has, so that a filter shows those that nobody has as well. */
export const fixedValues = (facet: Facet): string[] => Object.keys(fixedNames(facet))

function fixedNames(facet: Facet): Readonly<Record<string, string>> {
  switch (facet) {
    case 'readiness':
      return t().pool.readiness
    case 'ready':
      return t().post
    case 'source':
      return t().source
    case 'channel':
      return t().talent.channels
    case 'sex':
      return t().sex
    case 'education':
      return t().education
    case 'party':
      return t().partyStatus
    case 'status':
      return t().talents.statuses
    case 'fresh':
      return t().pool.facets.freshness
    default:
      return {}
  }
}

/** `u30` up to 30, `31-35`, `o45` from 46; tags and free skills are called what they are. */
function otherName(facet: Facet, value: string): string {
  if (value === 'unknown' || value === 'none') return t().unknown
  if (facet !== 'age') return value
  const [, under, from, to, over] = /^(?:u(\d+)|(\d+)-(\d+)|o(\d+))$/.exec(value) ?? []
  if (under) return t().pool.facets.upTo(under)
  if (from && to) return t().pool.facets.between(from, to)
  return over ? t().pool.facets.from(String(Number(over) + 1)) : value
}

/** Nothing waits for names; what cannot be read is shown by its code. */
function ofLater<T>(load: () => Promise<T>): () => T | undefined {
  const read = createAsync<T | undefined>(async () => load().catch(() => undefined), {
    initialValue: undefined,
  })
  return () => read.latest
}

const villagesIn = (places: Places | undefined) =>
  places?.townships.flatMap(({ villages }) => villages) ?? []

const named = ({ code, name }: { code: string; name: string }): Named => ({
  value: code,
  name: placeName(name),
})
