import { seatingOf } from '../depth/seating.ts'
import type { Watch } from '../depth/watch.ts'
import { PATTERNS } from '../pattern.ts'
import { type Plan, type Problem, TIERS } from '../types.ts'
import { type Coming, type Cover, coverOf } from './cover.ts'
import { nearPeople } from './near.ts'
import { type Option, postsTaken } from './options.ts'
import { profileOf } from './profiles.ts'
import type { Rows } from './rows.ts'
import type { Gap, GapList, Mended, MissedTarget, Near, Opening } from './types.ts'
import { profileWords } from './words.ts'

export type * from './types.ts'
export { besidesWords } from './words.ts'

/**
 * Who is missing where: the profiles of people whose coming would mend what a plan misses, with the villages, the
 * targets and the people of the pool who are nearly that. Everybody else of the plan stays; a newcomer takes free seats,
 * or posts that one or two people of the village give up, and no target is missed more by it. Each profile is the
 * widest that mends as much for whoever is of it, at the worst of the ages it allows.
 */
export function gapsOf(problem: Problem, plan: Plan, watch: Watch): GapList {
  const seating = seatingOf(problem, plan)
  const cover = coverOf(seating, watch)
  const near = nearPeople(seating, cover.comings)
  const openings = cover.comings.map((coming, index) => ({
    coming,
    opening: {
      turn: index + 1,
      ...openingOf(coming, near[index]!, problem, seating.instance.person),
    },
  }))
  const gaps = [...Map.groupBy(openings, ({ coming }) => coming.profile.id).values()].map(gapOf)
  return {
    gaps: gaps.sort((a, b) => b.perPerson - a.perPerson || b.people - a.people),
    missed: missedOf(cover, problem),
    isWhole: cover.isWhole,
  }
}

function gapOf(same: readonly { coming: Coming; opening: Opening }[]): Gap {
  const { profile } = same[0]!.coming
  const openings = same.map(({ opening }) => opening)
  const targets = openings.reduce((sum, { mends }) => sum + mends.length, 0)
  const words = profileWords(profile)
  return {
    profile,
    words,
    people: openings.length,
    targets,
    perPerson: targets / openings.length,
    openings,
  }
}

function openingOf(
  { rows, option, before, after }: Coming,
  near: Near[],
  { villages, talents }: Problem,
  person: Int32Array,
): Omit<Opening, 'turn'> {
  const instead = option.move.changes.map(({ seated, to }) => {
    const held = PATTERNS[seated.pattern]!.posts
    const holds = to === null ? [] : [...PATTERNS[to]!.posts]
    const gives = held.filter((post) => !holds.includes(post))
    return { talent: talents[person[seated.pair!]!]!.id, gives, holds }
  })
  return {
    village: villages[rows.village]!.code,
    posts: [...postsTaken(option.move)],
    instead,
    mends: mendedOf(rows, option, before, after, villages),
    near,
  }
}

function mendedOf(
  { targets }: Rows,
  { mends }: Option,
  before: Float64Array,
  after: Float64Array,
  villages: Problem['villages'],
): Mended[] {
  return mends
    .map((index) => ({
      target: targets[index]!.id,
      tier: targets[index]!.tier,
      village: codeOf(targets[index]!.village, villages),
      before: before[index]!,
      after: after[index]!,
    }))
    .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier))
}

const codeOf = (village: number | null, villages: Problem['villages']) =>
  village === null ? null : villages[village]!.code

/** Targets of villages, and once those of the whole; each with the widest profile that mends it by itself. */
function missedOf({ first, left }: Cover, { villages }: Problem): MissedTarget[] {
  const found = new Map<string, MissedTarget>()
  first.forEach(({ rows, misses, offer }, place) => {
    rows.targets.forEach(({ id, tier, village }, index) => {
      const key = `${id} ${village}`
      const known = found.get(key)
      if (misses[index]! <= 0 || (known !== undefined && known.profile !== null)) return
      const alone = offer.alone.get(index)
      const profile = alone === undefined ? null : profileOf(alone.facts, alone.role)
      found.set(key, {
        target: id,
        tier,
        village: codeOf(village, villages),
        miss: misses[index]!,
        profile,
        words: profile === null ? null : profileWords(profile),
        left: left[place]!.misses[index]!,
      })
    })
  })
  return [...found.values()].sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier))
}
