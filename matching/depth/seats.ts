import { inReach } from '../rules/index.ts'
import { nextBest } from '../slate/next.ts'
import type { Plan, Problem, Village } from '../types.ts'
import type { SeatDepth } from './types.ts'

/** For every seat of a village who would suit the same posts best besides, and the fit lost; of who holds several posts once each. */
export function seatsAt(problem: Problem, plan: Plan, place: Village): SeatDepth[] {
  const slate = plan.slates.find(({ village }) => village === place.code)
  if (slate === undefined) return []
  const known = new Set(problem.talents.map(({ id }) => id))
  const seats = slate.seats.filter(({ talent }) => known.has(talent))
  const seated = new Set(seats.map(({ talent }) => talent))
  const talents = problem.talents.filter(
    (talent) => seated.has(talent.id) || inReach(talent, place),
  )
  const slates = plan.slates.map((one) => (one === slate ? { ...slate, seats } : one))
  const explained = nextBest({ ...problem, talents }, { ...plan, slates }, place.code)
  return explained.flatMap(({ talent, posts, next: [next = null] }) =>
    posts.map((post) => ({ village: place.code, post, talent, next })),
  )
}
