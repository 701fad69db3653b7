import { POSTS, type Post, type Slate } from '../types.ts'

/** Where somebody sits, and in which posts, in the order of `POSTS`. */
export type Sitting = { village: string; posts: Post[] }
/** Somebody who sits differently in the second of two plans: comes in (`from` null), goes out (`to` null), or moves. */
export type Move = { talent: string; from: Sitting | null; to: Sitting | null }

type Seated = { slates: readonly Pick<Slate, 'village' | 'seats'>[] }

export function peopleIn({ slates }: Seated): Set<string> {
  return new Set(slates.flatMap(({ seats }) => seats.map(({ talent }) => talent)))
}

/** Everybody seated, once. */
export function sittingsIn({ slates }: Seated): Map<string, Sitting> {
  const sittings = new Map<string, Sitting>()
  for (const { village, seats } of slates)
    for (const { talent, post } of seats) {
      const posts = [...(sittings.get(talent)?.posts ?? []), post]
      sittings.set(talent, { village, posts: POSTS.filter((one) => posts.includes(one)) })
    }
  return sittings
}

/** Who sits differently; those who go out first, then those who move, then those who come in. */
export function movesBetween(
  before: ReadonlyMap<string, Sitting>,
  after: ReadonlyMap<string, Sitting>,
): Move[] {
  const moves = [...before].map(([talent, from]) => ({
    talent,
    from,
    to: after.get(talent) ?? null,
  }))
  const coming = [...after]
    .filter(([talent]) => !before.has(talent))
    .map(([talent, to]) => ({ talent, from: null, to }))
  return [
    ...moves.filter(({ to }) => to === null),
    ...moves.filter(({ from, to }) => to !== null && !isSame(from, to)),
    ...coming,
  ]
}

function isSame(one: Sitting, other: Sitting): boolean {
  return one.village === other.village && one.posts.join() === other.posts.join()
}
