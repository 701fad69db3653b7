import { COMMITTEE_OF, seatsOf } from '../pattern.ts'
import { POSTS, type Post, type Problem, type TargetId, type Tier } from '../types.ts'
import type { Pairs } from './pairs.ts'

/**
 * Targets that count people who are free rather than people who sit: `margin` (enough eligible people for the
 * party committee, seated here or free) and `depth` (a runner-up for every kind of post). At least `atLeast` of
 * `people` must not sit elsewhere, or nowhere at all unless `seatedHereCounts`.
 */
export type AvailabilityForm = {
  id: TargetId
  tier: Tier
  village: number
  /** Post that lacks a runner-up; null for the margin and the reserves. */
  post: Post | null
  people: readonly number[]
  seatedHereCounts: boolean
  atLeast: number
}

const partyPosts = (1 << POSTS.indexOf('secretary')) | (1 << POSTS.indexOf('party-member'))

export function availabilityForms(instance: { problem: Problem } & Pairs): AvailabilityForm[] {
  return instance.problem.villages.flatMap((_, village) => [
    ...marginAt(instance, village),
    ...depthAt(instance, village),
  ])
}

/** Distinct people for the party committee ≥ bound × its seats, rounded up (S3.4). */
function marginAt(instance: { problem: Problem } & Pairs, village: number): AvailabilityForm[] {
  const { isOn, tier, bound } = instance.problem.policy.targets.margin
  const { party } = instance.problem.villages[village]!.seats
  if (!isOn || party === 0) return []
  const people = peopleFor(instance, village, (posts) => (posts & partyPosts) !== 0)
  const atLeast = Math.ceil(bound * party - 1e-9)
  return [{ id: 'margin', tier, village, post: null, people, seatedHereCounts: true, atLeast }]
}

/** `bound` reserves of the village, and somebody free for every kind of post (S3.1). */
function depthAt(instance: { problem: Problem } & Pairs, village: number): AvailabilityForm[] {
  const { isOn, tier, bound } = instance.problem.policy.targets.depth
  if (!isOn) return []
  const place = instance.problem.villages[village]!
  const { talents } = instance.problem
  const reserves = peopleFor(instance, village, () => true).filter(
    (person) =>
      talents[person]!.status === 'reserve' && talents[person]!.homeVillage === place.code,
  )
  const form = { id: 'depth', tier, village } as const
  return [
    { ...form, post: null, people: reserves, seatedHereCounts: true, atLeast: Math.ceil(bound) },
    ...POSTS.filter(isPostOfTwo)
      .filter((post) => seatsOf(place, post) > 0)
      .map((post) => ({
        ...form,
        post,
        people: peopleFor(instance, village, (posts) => ((posts >> POSTS.indexOf(post)) & 1) === 1),
        seatedHereCounts: false,
        atLeast: 1,
      })),
  ]
}

const isPostOfTwo = (post: Post) => COMMITTEE_OF[post] !== 'supervision'

function peopleFor(pairs: Pairs, village: number, may: (posts: number) => boolean): number[] {
  const people: number[] = []
  for (let pair = pairs.start[village]!; pair < pairs.start[village + 1]!; pair++)
    if (may(pairs.posts[pair]!)) people.push(pairs.person[pair]!)
  return people
}
