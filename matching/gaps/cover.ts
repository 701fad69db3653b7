import { isFreeFor, type Seating } from '../depth/seating.ts'
import type { Watch } from '../depth/watch.ts'
import { compare, mendedBy, type Offer, type Option, offerAt, worthOf } from './options.ts'
import { factsFor, narrowness, profileOf, rolesFor, type Wanted } from './profiles.ts'
import { countsOf, type Growing, growingOf, missesOf, type Rows, rowsOf } from './rows.ts'
import type { Profile } from './types.ts'

/** One newcomer: what they take in which village, and what each target of it missed before and after. */
export type Coming = {
  profile: Profile
  rows: Rows
  option: Option
  before: Float64Array
  after: Float64Array
}
export type Cover = {
  comings: Coming[]
  /** By village, as the plan stands: the widest profile for each missed target alone. */
  first: { rows: Rows; misses: Float64Array; offer: Offer }[]
  left: { rows: Rows; misses: Float64Array }[]
  isWhole: boolean
}

/** More newcomers than this in one village are a new team, not a gap. */
const MOST_IN_VILLAGE = 30

/**
 * Greedy cover (Chvátal 1979): again and again the profile whose person mends most targets that are still missed, of
 * equals the one asked for in most villages, then the widest; each village is worked out anew once somebody has come.
 */
export function coverOf(seating: Seating, watch: Watch): Cover {
  const growing = growingOf(seating)
  const villages = seating.instance.problem.villages.map((_, village) =>
    villageOf(growing, village),
  )
  const first = villages.map((one, done) => {
    if (!watch.shouldStop()) one.offer = offerAt(growing, one.rows, one.facts, one.roles)
    watch.onAdvance(done + 1, villages.length)
    return { rows: one.rows, misses: missesNow(growing, one.rows), offer: one.offer }
  })
  const comings: Coming[] = []
  for (;;) {
    if (watch.shouldStop()) break
    const chosen = choose(villages, seating)
    if (chosen === null) break
    for (const village of chosen.at) {
      const coming = comeTo(growing, village, chosen.profile)
      if (coming !== null) comings.push(coming)
    }
  }
  const left = villages.map(({ rows }) => ({ rows, misses: missesNow(growing, rows) }))
  return { comings, first, left, isWhole: !watch.shouldStop() }
}

type VillageNow = {
  rows: Rows
  facts: ReturnType<typeof factsFor>
  roles: ReturnType<typeof rolesFor>
  offer: Offer
  came: number
}

function villageOf(growing: Growing, village: number): VillageNow {
  const rows = rowsOf(growing.seating, village)
  const wanted = wantedAt(growing, rows)
  const { policy } = growing.seating.instance.problem
  return {
    rows,
    facts: factsFor(wanted, policy),
    roles: rolesFor(wanted),
    offer: NOTHING,
    came: 0,
  }
}

/** Sex and nationality are asked for only where the law counts them and the count is missed. */
function wantedAt(growing: Growing, rows: Rows): Wanted {
  const misses = missesNow(growing, rows)
  const isMissed = (id: string, isLawOnly: boolean) =>
    rows.targets.some(
      (target, index) =>
        target.id === id && misses[index]! > 0 && (!isLawOnly || target.tier === 'law'),
    )
  return {
    isWoman: isMissed('women.min', true),
    isMinority: isMissed('minority.min', true),
    isFromFourSources: isMissed('sources.share', false),
    isReserve: isMissed('depth', false),
  }
}

function missesNow(growing: Growing, rows: Rows): Float64Array {
  return missesOf(rows, countsOf(growing, rows))
}

function choose(villages: readonly VillageNow[], { instance }: Seating) {
  let most: number[] = []
  for (const { rows, offer } of villages)
    for (const option of offer.best) {
      const worth = worthOf(rows, option)
      if (compare(worth, most) > 0) most = worth
    }
  if (most.length === 0) return null
  const byProfile = new Map<string, { profile: Profile; at: VillageNow[] }>()
  for (const village of villages)
    for (const option of village.offer.best) {
      if (compare(worthOf(village.rows, option), most) !== 0) continue
      const profile = profileOf(option.facts, option.role)
      const known = byProfile.get(profile.id) ?? { profile, at: [] }
      known.at.push(village)
      byProfile.set(profile.id, known)
    }
  const { policy } = instance.problem
  return [...byProfile.values()].reduce((best, one) => {
    const more = one.at.length - best.at.length
    const wider = narrowness(best.profile, policy) - narrowness(one.profile, policy)
    return more > 0 || (more === 0 && wider > 1e-9) ? one : best
  })
}

/** Puts a newcomer into a village; null when others came meanwhile and it would mend less than it was chosen for. */
function comeTo(growing: Growing, village: VillageNow, profile: Profile): Coming | null {
  const { rows } = village
  const option = village.offer.best.find(
    ({ facts, role }) => profileOf(facts, role).id === profile.id,
  )!
  const before = missesNow(growing, rows)
  const isStill = sameStill(growing, rows, option, before)
  if (isStill) {
    join(growing, rows, option)
    village.came++
  }
  const goesOn = village.came < MOST_IN_VILLAGE
  village.offer = goesOn ? offerAt(growing, rows, village.facts, village.roles) : NOTHING
  return isStill ? { profile, rows, option, before, after: missesNow(growing, rows) } : null
}

const NOTHING: Offer = { best: [], alone: new Map() }

/** Whether the option still mends what it did when it was found: targets of the whole may be met by now. */
function sameStill(growing: Growing, rows: Rows, option: Option, before: Float64Array): boolean {
  const mends = mendedBy(rows, countsOf(growing, rows), before, option.added)
  return mends !== null && compare(worthOf(rows, { mends }), worthOf(rows, option)) >= 0
}

function join(growing: Growing, { source, village }: Rows, { move, added }: Option) {
  source.forEach((at, row) => {
    if (at >= 0) growing.reached[at]! += added[row]!
    else growing.free[-1 - at]! += added[row]!
  })
  for (const { seated, to } of move.changes)
    if (to === null) setFree(growing, growing.seating.instance.person[seated.pair!]!, village)
  const team = growing.teams[village]!.flatMap((seated) => {
    const change = move.changes.find((one) => one.seated === seated)
    if (change === undefined) return [seated]
    return change.to === null ? [] : [{ ...seated, pattern: change.to }]
  })
  const comes = move.pattern >= 0 ? [{ pair: null, pattern: move.pattern }] : []
  growing.teams[village] = [...team, ...comes]
}

/** Who leaves a team stands by for other villages from now on. */
function setFree({ seating, free }: Growing, person: number, village: number) {
  for (const index of seating.freeFormsOf[person]!) {
    const form = seating.instance.availability[index]!
    if (form.village !== village && !isFreeFor(form, village)) free[index]! += 1
  }
}
