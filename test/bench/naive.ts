import { hasPattern, PATTERNS, seatsOf } from '../../matching/pattern.ts'
import { type Instance, patternFit } from '../../matching/plan/instance.ts'
import type { Column } from '../../matching/plan/master.ts'

/**
 * Teams as they are put together by memory: village by village, the head in both roles, then the best fit for each
 * free seat among those not taken and not kin of those seated. Knows nothing of targets.
 */
export function naivePlan(instance: Instance): Column[] {
  const taken = new Set<number>()
  return instance.problem.villages.flatMap((_, village) => naiveTeam(instance, village, taken))
}

/** Posts in the order in which they are filled; two together where one person may hold both. */
export const ORDER = [
  ['secretary', 'chair'],
  ['secretary'],
  ['chair'],
  ['party-member', 'supervision-head'],
  ['party-member'],
  ['committee-member'],
  ['supervision-head'],
  ['supervisor'],
]

function naiveTeam(instance: Instance, village: number, taken: Set<number>): Column[] {
  const team: Column[] = []
  for (const posts of ORDER) {
    const pattern = PATTERNS.findIndex((one) => String(one.posts) === String(posts))
    for (let best = bestFor(instance, village, pattern, team, taken); best !== null; ) {
      team.push({ pair: best, pattern })
      taken.add(instance.person[best]!)
      best = bestFor(instance, village, pattern, team, taken)
    }
  }
  return team
}

function bestFor(
  instance: Instance,
  village: number,
  pattern: number,
  team: readonly Column[],
  taken: ReadonlySet<number>,
): number | null {
  const { start, person, patterns, fit, problem, cliquesOfPerson } = instance
  const place = problem.villages[village]!
  const held = (post: string) =>
    team.filter((one) => PATTERNS[one.pattern]!.posts.includes(post as never)).length
  const hasRoom = PATTERNS[pattern]!.posts.every((post) => held(post) < seatsOf(place, post))
  if (!hasRoom) return null
  const families = new Set(team.flatMap(({ pair }) => cliquesOfPerson[person[pair]!]!))
  let best: number | null = null
  for (let pair = start[village]!; pair < start[village + 1]!; pair++) {
    const someone = person[pair]!
    if (taken.has(someone) || !hasPattern(patterns[pair]!, pattern)) continue
    if (cliquesOfPerson[someone]!.some((clique) => families.has(clique))) continue
    if (best === null || patternFit(fit, pair, pattern) > patternFit(fit, best, pattern))
      best = pair
  }
  return best
}
