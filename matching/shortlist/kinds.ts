import type { Fit, ShortlistGroup } from '../types.ts'
import type { MinShare } from './demand.ts'
import type { Groups } from './groups.ts'

export type Candidate = Fit & { talent: string; groups: Groups }

/** Everybody who belongs to the same demanded groups, the fittest first; no more than a list can hold. */
export type Kind = { groups: ReadonlySet<ShortlistGroup>; people: Candidate[] }

/** Best fit first, then by id: the order of a list without demands. */
export function byFit(a: Candidate, b: Candidate): number {
  return b.fit - a.fit || (a.talent < b.talent ? -1 : 1)
}

/** People by the groups that count for the demands; `ordered` stands in the order of fit. */
export function kindsOf(
  ordered: readonly Candidate[],
  shares: readonly MinShare[],
  size: number,
): Kind[] {
  const keyOf = ({ groups }: Candidate) =>
    shares.map(({ group }) => (groups[group] === true ? 1 : 0)).join('')
  return [...Map.groupBy(ordered, keyOf)].map(([key, people]) => ({
    groups: new Set(shares.flatMap(({ group }, at) => (key[at] === '1' ? group : []))),
    people: people.slice(0, size),
  }))
}
