import { PATTERNS, patternOf } from '../pattern.ts'
import { placementsOf } from '../plan/incumbent.ts'
import type { Instance } from '../plan/instance.ts'
import type { Column } from '../plan/master.ts'
import type { Slate } from '../types.ts'
import { type Sitting, sittingsIn } from './comparison.ts'

type Seated = readonly Pick<Slate, 'village' | 'seats'>[]

/** The choices of the solver that a known plan consists of; who may not sit there any more is left out. */
export function columnsOf({ problem, person, village }: Instance, slates: Seated): Column[] {
  const sittings = sittingsIn({ slates })
  return [...person.keys()].flatMap((pair) => {
    const sitting = sittings.get(problem.talents[person[pair]!]!.id)
    if (sitting?.village !== problem.villages[village[pair]!]!.code) return []
    const pattern = PATTERNS.indexOf(patternOf(sitting.posts)!)
    return [{ pair, pattern }]
  })
}

export function sittingsOf(instance: Instance, columns: readonly Column[]): Map<string, Sitting> {
  const placements = placementsOf(instance, columns).flat()
  return new Map(
    placements.map(({ village, member, pattern }) => [
      member.talent,
      { village, posts: pattern.posts },
    ]),
  )
}
