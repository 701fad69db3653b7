import { nextBest, type Post, patternOf, rank, rankOne } from '../../matching/index.ts'
import type { Policy, Talent, Words } from '../../matching/types.ts'
import { type County, inScopeOf, problemFor, type VillageOfCounty } from '../candidacies.ts'

/** Somebody of a slate with all the posts they hold together, and why them. */
export type Seated = { talent: string; posts: Post[]; reasons: Words[] }
export type Proposal = Seated & { village: string; as: 'seat' | 'next-best' | 'margin' }
export type VillageProposal = {
  village: VillageOfCounty
  proposals: Proposal[]
  margin: { seats: number; needed: number; candidates: number }
  /** Posts with nobody beside the seated. */
  alone: Post[]
}

/**
 * A slate as candidates: everybody on it, for each seat the next best (LAW 15 asks for more candidates than seats), and
 * so many for the party committee as the margin of the policy says (S3.4: a fifth more than seats). `taken` are people
 * who are proposed elsewhere.
 */
export function proposalsFor(
  county: County,
  village: VillageOfCounty,
  seated: Seated[],
  taken: ReadonlySet<string>,
): VillageProposal {
  const { code } = village
  const here = seated.filter(
    ({ talent, posts }) => county.talents.has(talent) && patternOf(posts) !== undefined,
  )
  const search = searchFor(county, village, here, taken)
  const proposals = seated.map((one): Proposal => ({ ...one, village: code, as: 'seat' }))
  const alone: Post[] = []
  for (const { posts, talent } of here) {
    const next = search.next(talent, posts)
    if (next) proposals.push(proposalOf(county, village, next, posts, 'next-best'))
    else alone.push(...posts)
  }
  const needed = neededOf(county.policy, village.matching.seats.party)
  while (ofParty(proposals) < needed) {
    const next = search.ranked(['party-member'])
    if (!next) break
    proposals.push(proposalOf(county, village, next, ['party-member'], 'margin'))
  }
  const seats = village.matching.seats.party
  return { village, proposals, margin: { seats, needed, candidates: ofParty(proposals) }, alone }
}

/** Whole people for the party committee; as many as seats where the county holds no margin. */
function neededOf({ targets: { margin } }: Policy, seats: number): number {
  return margin.isOn ? Math.ceil(margin.bound * seats - 1e-9) : seats
}

function ofParty(proposals: readonly Proposal[]): number {
  return proposals.filter(({ posts }) =>
    posts.some((post) => post === 'secretary' || post === 'party-member'),
  ).length
}

/** Finds further candidates, each once. */
function searchFor(
  county: County,
  village: VillageOfCounty,
  here: Seated[],
  taken: ReadonlySet<string>,
) {
  const { code } = village
  const used = new Set([...taken, ...here.map(({ talent }) => talent)])
  const explained = nextBestOf(county, code, here)
  const kin = kinOf(county, here)
  const take = (talent: string | undefined) => {
    if (talent !== undefined) used.add(talent)
    return talent
  }
  const ranked = (posts: Post[]) =>
    take(rankedFor(county, village, posts).find((id) => !used.has(id) && !kin.has(id)))
  return {
    ranked,
    next: (seated: string, posts: Post[]) => {
      const known = explained.find(({ talent }) => talent === seated)?.next ?? []
      return take(known.find(({ talent }) => !used.has(talent))?.talent) ?? ranked(posts)
    },
  }
}

function nextBestOf(county: County, code: string, here: Seated[]) {
  const pins = here.flatMap(({ talent, posts }) =>
    posts.map((post) => ({ talent, village: code, post })),
  )
  const problem = problemFor(
    county,
    { village: code },
    { policy: county.policy, pins, exclusions: [] },
  )
  const seats = here.flatMap(({ talent, posts }) => posts.map((post) => ({ talent, post })))
  return nextBest(problem, { slates: [{ village: code, seats }] }, code)
}

/** Whoever may hold all these posts in the village, best fit for the first of them first. */
function rankedFor(county: County, { code, matching }: VillageOfCounty, posts: Post[]): string[] {
  const { policy } = county
  const talents = inScopeOf(county, { village: code })
  const [first, ...others] = posts as [Post, ...Post[]]
  const mayAll = (talent: Talent) =>
    others.every((post) => {
      const { eligibility } = rankOne(talent, { village: matching, post, policy })
      return eligibility === 'eligible' || eligibility === 'relaxable'
    })
  return rank({ talents, village: matching, post: first, policy })
    .ranked.filter(({ talent }) => mayAll(county.talents.get(talent)!))
    .map(({ talent }) => talent)
}

function kinOf({ kin }: County, here: Seated[]): Set<string> {
  const ids = new Set(here.map(({ talent }) => talent))
  return new Set(
    kin.flatMap(({ a, b }) => [...(ids.has(a) ? [b] : []), ...(ids.has(b) ? [a] : [])]),
  )
}

function proposalOf(
  county: County,
  { code, matching: village }: VillageOfCounty,
  talent: string,
  posts: Post[],
  as: Proposal['as'],
): Proposal {
  const { policy, talents } = county
  const { reasons } = rankOne(talents.get(talent)!, { village, post: posts[0]!, policy })
  return { talent, posts, reasons, village: code, as }
}
