import type { Post, Seat, Slate, Village } from '../../types.ts'
import { POSTS } from '../../types.ts'

/** One person with the posts proposed, the highest first. */
export type Row = { talent: string; posts: Post[]; seats: [Seat, ...Seat[]] }

export function rowsOf(slate: Slate): Row[] {
  const byTalent = new Map<string, [Seat, ...Seat[]]>()
  for (const seat of [...slate.seats].sort((a, b) => rankOf(a.post) - rankOf(b.post))) {
    const held = byTalent.get(seat.talent)
    if (held) held.push(seat)
    else byTalent.set(seat.talent, [seat])
  }
  return [...byTalent].map(([talent, seats]) => ({
    talent,
    seats,
    posts: seats.map(({ post }) => post),
  }))
}

/** Seats that nobody takes, one entry each. */
export function vacanciesOf(village: Pick<Village, 'seats'>, slate: Slate): Post[] {
  const { party, committee, supervision } = village.seats
  const wanted: Record<Post, number> = {
    secretary: Math.min(1, party),
    'party-member': party - 1,
    chair: Math.min(1, committee),
    'committee-member': committee - 1,
    'supervision-head': Math.min(1, supervision),
    supervisor: supervision - 1,
  }
  return POSTS.flatMap((post) => {
    const taken = slate.seats.filter((seat) => seat.post === post).length
    return Array.from({ length: Math.max(0, wanted[post] - taken) }, () => post)
  })
}

/** Secretary and chair in one person; otherwise a place on both committees. */
export function doubleOf(posts: Post[]): 'combined' | 'cross' | null {
  if (posts.includes('secretary') && posts.includes('chair')) return 'combined'
  const isParty = posts.includes('secretary') || posts.includes('party-member')
  const isCommittee = posts.includes('chair') || posts.includes('committee-member')
  return isParty && isCommittee ? 'cross' : null
}

const rankOf = (post: Post) => POSTS.indexOf(post)
