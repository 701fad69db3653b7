import { assess, type Post, rank } from '../../matching/index.ts'
import type { County, VillageOfCounty } from '../candidacies.ts'
import { dayInChina, daysAfter } from '../days.ts'
import { HONGMEN, TOWNSHIP } from './holders.ts'

/** Somebody of the demonstration who is proposed, how long ago, and how far they get. */
export type Proposal = {
  talentId: string
  village: string
  posts: Post[]
  reason: string
  /** Days before today on which the nomination was handed in. */
  daysAgo: number
  /** Stage at which the demonstration leaves them; `settled` behind the last. */
  goal: string
  /** Something out of the ordinary on the way. */
  turn: Turn
}
export type Turn = 'none' | 'waits' | 'objection' | 'more' | 'signatures' | 'stopped' | 'withdrawn'

type Way = [goal: string, daysAgo: number, turn?: Turn]

/** Where the people of the township are today: on every stage, some late, some with a question. */
const WAYS: Way[] = [
  ...([
    ['joint-review', 17, 'waits'],
    ['joint-review', 24],
    ['settled', 66],
    ['joint-review', 22, 'objection'],
    ['township-review', 9, 'signatures'],
    ['joint-review', 18, 'more'],
    ['village-check', 3],
    ['inspection', 30],
    ['public-notice', 34],
    ['settled', 64],
    ['study', 40],
    ['joint-review', 15, 'waits'],
    ['township-review', 16],
    ['filing', 56],
    ['inspection', 44],
    ['joint-review', 25],
    ['election', 50],
    ['public-notice', 38],
    ['settled', 62, 'stopped'],
    ['approval', 46],
    ['joint-review', 19],
    ['village-check', 13],
    ['settled', 68],
    ['study', 36],
    ['joint-review', 21, 'waits'],
    ['settled', 40, 'withdrawn'],
    ['township-review', 6],
    ['inspection', 33],
  ] satisfies Way[]),
]

/** Seats in turn, so that a village has somebody for its head and somebody beside. */
const SEATS: Post[][] = [
  ['secretary', 'chair'],
  ['party-member', 'committee-member'],
  ['committee-member'],
]

/** The fittest people whom the rules let pass for the seat, of the township whose offices have accounts. */
export function proposalsOf(county: County): Proposal[] {
  const villages = [...(county.townships.get(TOWNSHIP)?.villages ?? [])].sort(
    (a, b) => Number(b.code === HONGMEN) - Number(a.code === HONGMEN),
  )
  const taken = new Set<string>()
  const seats = SEATS.flatMap((posts) => villages.map((village) => ({ village, posts })))
  const chosen: Proposal[] = []
  for (const { village, posts } of seats) {
    const way = WAYS[chosen.length]
    if (!way) break
    const talentId = fittest(county, village, posts, taken)
    if (talentId === undefined) continue
    taken.add(talentId)
    const [goal, daysAgo, turn = 'none'] = way
    const reason = reasonOf(county, talentId)
    chosen.push({ talentId, village: village.code, posts, reason, daysAgo, goal, turn })
  }
  return chosen
}

export function dayBefore(now: Date, days: number): string {
  return daysAfter(dayInChina(now), -days)
}

function fittest(
  county: County,
  village: VillageOfCounty,
  posts: Post[],
  taken: ReadonlySet<string>,
): string | undefined {
  const { policy } = county
  const { matching } = village
  const talents = [...county.talents.values()].filter(
    ({ id, homeVillage }) => homeVillage === village.code && !taken.has(id),
  )
  const { ranked } = rank({ talents, village: matching, post: posts[0]!, policy })
  return ranked.find(({ talent }) =>
    posts.every((post) =>
      assess(county.talents.get(talent)!, matching, post, policy).every(
        ({ outcome }) => outcome === 'caution',
      ),
    ),
  )?.talent
}

/** The best of what is recorded, as a clerk would write it. */
function reasonOf({ talents, people }: County, id: string): string {
  const best = [...talents.get(id)!.evidence].sort((a, b) => b.value - a.value)[0]
  const work = people.get(id)?.occupation
  const told = [best?.note, work].filter(Boolean).join('；')
  return told || '群众基础好，本人愿意为村里做事。'
}
