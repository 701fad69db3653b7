import { appraiseFor, fitOf } from '../criteria.ts'
import type { Seating } from '../depth/seating.ts'
import { appraisalOf, weightsFor } from '../plan/appraisal.ts'
import { inReach } from '../rules/index.ts'
import type { Exclusion, Post, Talent, Village } from '../types.ts'
import type { Coming } from './cover.ts'
import { postsTaken } from './options.ts'
import { type Asked, type Lack, lacksOf, mayBeOf, stepOf } from './steps.ts'
import type { Near } from './types.ts'

type Candidate = { talent: Talent; lacks: Lack[]; isSeated: boolean; fit: number }

/** People named for one opening, at most. */
const NAMED = 3

/**
 * People of the pool who are nearly what each opening asks for: who sits nowhere before who does, then the fewest
 * steps, then who lives there, then fit. Dealt out in rounds, so that every opening gets its first before any gets a
 * second, and nobody is named twice.
 */
export function nearPeople(seating: Seating, comings: readonly Coming[]): Near[][] {
  const around = createAround(seating)
  const asked = comings.map((coming) => askedBy(seating, coming))
  const queues = comings.map((coming, index) => candidatesFor(around, asked[index]!, coming))
  const taken = new Set<string>()
  const named: Near[][] = comings.map(() => [])
  for (let round = 0; round < NAMED; round++)
    queues.forEach((queue, index) => {
      const next = queue.find(({ talent }) => !taken.has(talent.id))
      if (next === undefined) return
      taken.add(next.talent.id)
      named[index]!.push(nearOf(next, asked[index]!))
    })
  return named
}

function nearOf({ talent, lacks, fit }: Candidate, asked: Asked): Near {
  return { talent: talent.id, fit, steps: lacks.map((one) => stepOf(one, talent, asked)) }
}

/** The posts whose rules must hold: what they would take, and what the profile promises besides. */
function askedBy({ instance }: Seating, { profile, rows, option }: Coming): Asked {
  const { villages, policy } = instance.problem
  const taken = postsTaken(option.move)
  const isLocal = (post: Post) => post !== 'secretary' && post !== 'party-member'
  const party: Post[] = profile.isPartyMember && taken.every(isLocal) ? ['party-member'] : []
  const local: Post[] = profile.isResident && !taken.some(isLocal) ? ['committee-member'] : []
  return {
    profile,
    village: villages[rows.village]!,
    posts: [...taken, ...party, ...local],
    policy,
  }
}

type Around = {
  seating: Seating
  byTownship: ReadonlyMap<string, number[]>
  everywhere: readonly number[]
  kinOf: ReadonlyMap<string, ReadonlySet<string>>
  excluded: ReadonlySet<string>
}

function createAround(seating: Seating): Around {
  const { talents, kin, exclusions } = seating.instance.problem
  const people = [...talents.keys()]
  const kinOf = new Map<string, Set<string>>()
  for (const { a, b } of kin)
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      kinOf.set(one, (kinOf.get(one) ?? new Set()).add(other))
  return {
    seating,
    byTownship: Map.groupBy(people, (person) => talents[person]!.homeTownship),
    everywhere: people.filter((person) => talents[person]!.willingness === 'county'),
    kinOf,
    excluded: new Set(exclusions.map(keyOf)),
  }
}

const keyOf = ({ talent, village, post }: Exclusion) => `${talent} ${village} ${post}`

function candidatesFor(around: Around, asked: Asked, coming: Coming): Candidate[] {
  const { instance, seatedAt } = around.seating
  const { village } = asked
  const near = new Set([...(around.byTownship.get(village.township) ?? []), ...around.everywhere])
  const team = stayingWith(around.seating, coming)
  const found = [...near].flatMap((person): Candidate[] => {
    const talent = instance.problem.talents[person]!
    const at = seatedAt[person]!
    if (at === coming.rows.village || talent.status === 'left') return []
    if (!mayBeOf(talent, asked) || isBarred(around, asked, talent, team)) return []
    const lacks = lacksOf(talent, asked)
    if (lacks === null) return []
    const move: Lack[] = at === -1 ? [] : [{ kind: 'move', rule: null, approvedBy: 'township' }]
    const fit = fitIn(talent, asked)
    return [{ talent, lacks: [...move, ...lacks], isSeated: at !== -1, fit }]
  })
  return found.sort(
    (a, b) =>
      Number(a.isSeated) - Number(b.isSeated) ||
      a.lacks.length - b.lacks.length ||
      distance(a.talent, village) - distance(b.talent, village) ||
      b.fit - a.fit ||
      a.talent.id.localeCompare(b.talent.id),
  )
}

function distance(talent: Talent, village: Village): number {
  if (talent.homeVillage === village.code) return 0
  return inReach(talent, village) ? 1 : 2
}

/** Who stays on the team that the newcomer joins. */
function stayingWith({ instance, teams }: Seating, { rows, option }: Coming): Set<string> {
  const leaving = new Set(
    option.move.changes.filter(({ to }) => to === null).map(({ seated }) => seated.pair),
  )
  const staying = teams[rows.village]!.filter(({ pair }) => !leaving.has(pair))
  return new Set(staying.map(({ pair }) => instance.problem.talents[instance.person[pair]!]!.id))
}

/** Kin of somebody who stays, or excluded from the village or one of these posts. */
function isBarred(
  around: Around,
  asked: Asked,
  { id }: Talent,
  team: ReadonlySet<string>,
): boolean {
  const { code } = asked.village
  const isExcluded = [...asked.posts, null].some((post) =>
    around.excluded.has(keyOf({ talent: id, village: code, post })),
  )
  return isExcluded || !team.isDisjointFrom(around.kinOf.get(id) ?? new Set())
}

function fitIn(talent: Talent, { village, posts, policy }: Asked): number {
  const appraisal = appraiseFor(appraisalOf(talent, policy), talent, village)
  return fitOf(appraisal, weightsFor(posts[0]!, policy)).fit
}
