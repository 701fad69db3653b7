import type { Policy } from '../../matching/index.ts'
import type { VillageOfCounty } from '../candidacies.ts'

const OF_TWO = [
  ['party', ['secretary', 'party-member']],
  ['committee', ['chair', 'committee-member']],
] as const

/**
 * Whether results are those of a team: both committees with their heads, and on each at least as many as the law asks of
 * a committee (LAW 6), or all of its seats where it has fewer. One secretary who was settled early is no team yet.
 */
export function isWholeTeam(
  { matching: { seats } }: VillageOfCounty,
  held: readonly (readonly string[])[],
  { targets }: Policy,
): boolean {
  return OF_TWO.every(([committee, [head, other]]) => {
    const least = Math.min(seats[committee], targets['seats.law'].bound)
    if (least === 0) return true
    const own = held.filter((posts) => posts.includes(head) || posts.includes(other))
    return own.length >= least && own.some((posts) => posts.includes(head))
  })
}
