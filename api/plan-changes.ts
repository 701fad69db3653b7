import type { Pin, Policy, Post, Slate, TargetId, Words } from '../matching/types.ts'
import type { County } from './candidacies.ts'
import { barringOf, type Compared, type Here, whyCame, whyLeft } from './plan-change-causes.ts'

/** Why a seat changed. People and villages by id alone: names are put in when it is read. */
export type ChangeCause =
  | { kind: 'gone' | 'withdrawn' | 'excluded' | 'fit' }
  | { kind: 'pinned'; village: string }
  | { kind: 'elsewhere'; village: string }
  | { kind: 'ineligible'; findings: Words[] }
  | { kind: 'replaces' | 'room' | 'kin'; others: string[] }
  | { kind: 'target'; targets: TargetId[] }
export type SeatChange = {
  talent: string
  /** Posts in this village in the plan before, and now. */
  was: Post[]
  posts: Post[]
  cause: ChangeCause
}
export type VillageChanges = {
  village: string
  left: SeatChange[]
  came: SeatChange[]
  moved: SeatChange[]
  /** Targets that miss less than before, and more. */
  mended: TargetId[]
  lost: TargetId[]
}
export type PlanChanges = {
  basedOn: string
  /** Seats that went to others, and the total fit that this had to be worth. */
  seats: number
  price: number
  /** Pins of the plan before that could not stand any more. */
  letGo: { pin: Pin; findings: Words[] }[]
  villages: VillageChanges[]
}

/** Who came, left and moved in each village whose team differs, each with the nearest cause that can be shown. */
export function villageChanges(compared: Compared): VillageChanges[] {
  const { before, after } = compared
  const seatedAt = new Map(
    after.slates.flatMap(({ village, seats }) =>
      seats.map(({ talent }) => [talent, village] as const),
    ),
  )
  const earlier = new Map(before.slates.map((slate) => [slate.village, slate]))
  return after.slates.flatMap((slate) => {
    const was = earlier.get(slate.village)
    if (!was) return []
    const had = postsIn(was)
    const has = postsIn(slate)
    const mended = targetsThat(slate, was, (now, then) => now < then)
    const lost = targetsThat(slate, was, (now, then) => now > then)
    const here: Here = { ...compared, village: slate.village, had, has, seatedAt, mended }
    const left = [...had].filter(([talent]) => !has.has(talent))
    const came = [...has].filter(([talent]) => !had.has(talent))
    const moved = [...has].filter(([talent, posts]) => {
      const then = had.get(talent)
      return then !== undefined && String(then) !== String(posts)
    })
    if (left.length + came.length + moved.length === 0) return []
    return {
      village: slate.village,
      left: left.map(([talent, was]) => ({ talent, was, posts: [], cause: whyLeft(here, talent) })),
      came: came.map(([talent, posts]) => changed(here, talent, [], posts)),
      moved: moved.map(([talent, posts]) => changed(here, talent, had.get(talent)!, posts)),
      ...{ mended, lost },
    }
  })
}

/** Pins taken over from the plan before that nobody could keep: each with what stands against it. */
export function pinsLetGo(
  county: County,
  policy: Policy,
  pins: readonly Pin[],
  inherited: readonly Pin[],
): PlanChanges['letGo'] {
  const isInherited = (pin: Pin) => inherited.some((one) => samePlace(one, pin))
  return pins.filter(isInherited).flatMap((pin) => {
    const findings = barringOf(county, policy, pin.talent, pin.village, [pin.post])
    return findings === null || findings.length > 0 ? [{ pin, findings: findings ?? [] }] : []
  })
}

export const samePlace = (a: Pin, b: Pin) =>
  a.talent === b.talent && a.village === b.village && a.post === b.post

function postsIn({ seats }: Slate): Map<string, Post[]> {
  const byPerson = Map.groupBy(seats, ({ talent }) => talent)
  return new Map([...byPerson].map(([id, held]) => [id, held.map(({ post }) => post).sort()]))
}

function targetsThat(now: Slate, then: Slate, differs: (now: number, then: number) => boolean) {
  const earlier = new Map(then.targets.map(({ id, miss }) => [id, miss]))
  return now.targets
    .filter(({ id, miss }) => {
      const was = earlier.get(id)
      return was !== undefined && Math.abs(miss - was) > 1e-9 && differs(miss, was)
    })
    .map(({ id }) => id)
}

function changed(here: Here, talent: string, was: Post[], posts: Post[]): SeatChange {
  return { talent, was, posts, cause: whyCame(here, talent, was, posts) }
}
