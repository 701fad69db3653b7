import type { Problem } from '../../matching/index.ts'
import { hasPattern, PATTERNS, seatsOf } from '../../matching/pattern.ts'
import { evaluate, type Incumbent } from '../../matching/plan/incumbent.ts'
import { type Instance, prepare } from '../../matching/plan/instance.ts'
import type { Column } from '../../matching/plan/master.ts'
import { POSTS } from '../../matching/types.ts'

/** Seats of a village that is small enough to try every team of it. */
export const SMALL = { party: 1, committee: 2, supervision: 0 }

/** Every team that a small village can have, the empty one too, by trying: a second opinion on any search. */
export function everyTeam(problem: Problem): Incumbent[] {
  const instance = prepare(problem)
  const teams: Column[][] = []
  const grow = (from: number, columns: Column[]) => {
    teams.push(columns)
    for (let pair = from; pair < instance.person.length; pair++)
      PATTERNS.forEach((_, pattern) => {
        if (!hasPattern(instance.patterns[pair]!, pattern)) return
        const next = [...columns, { pair, pattern }]
        if (isAllowed(instance, next)) grow(pair + 1, next)
      })
  }
  grow(0, [])
  return teams.map((columns) => evaluate(instance, columns))
}

export const peopleOf = ({ columns }: Incumbent) => new Set(columns.map(({ pair }) => pair))

function isAllowed({ problem, person }: Instance, columns: readonly Column[]): boolean {
  const posts = columns.flatMap(({ pattern }) => PATTERNS[pattern]!.posts)
  const isRoom = POSTS.every(
    (post) => posts.filter((one) => one === post).length <= seatsOf(problem.villages[0]!, post),
  )
  const ids = new Set(columns.map(({ pair }) => problem.talents[person[pair]!]!.id))
  return isRoom && !problem.kin.some(({ a, b }) => ids.has(a) && ids.has(b))
}
