import { assess, eligibilityOf } from '../matching/index.ts'
import type { Exclusion, Kin, Pin, Plan, Policy, Post, TargetId, Words } from '../matching/types.ts'
import type { County } from './candidacies.ts'
import type { ChangeCause } from './plan-changes.ts'

export type Compared = {
  before: Plan
  after: Plan
  county: County
  pins: readonly Pin[]
  exclusions: readonly Exclusion[]
}
export type Here = Compared & {
  village: string
  /** Posts by person in this village. */
  had: Map<string, Post[]>
  has: Map<string, Post[]>
  /** Village of everybody in the new plan. */
  seatedAt: Map<string, string>
  mended: TargetId[]
}

/** What happened to the person comes first, then what happened to others, then what it is good for. */
export function whyLeft(here: Here, talent: string): ChangeCause {
  const { county, had, has, village, pins, exclusions, seatedAt, mended } = here
  const was = had.get(talent)!
  const person = county.talents.get(talent)
  if (!person || person.status === 'left') return { kind: 'gone' }
  if (person.consent === 'withdrawn') return { kind: 'withdrawn' }
  const isExcluded = exclusions.some(
    (one) =>
      one.talent === talent &&
      one.village === village &&
      (one.post === null || was.includes(one.post)),
  )
  if (isExcluded) return { kind: 'excluded' }
  const pinned = pins.find((pin) => pin.talent === talent)
  if (pinned && pinned.village !== village) return { kind: 'pinned', village: pinned.village }
  const findings = barringOf(county, county.policy, talent, village, was) ?? []
  if (findings.length > 0) return { kind: 'ineligible', findings }
  const kin = [...has.keys()].filter(
    (other) => !had.has(other) && areKin(county.kin, talent, other),
  )
  if (kin.length > 0) return { kind: 'kin', others: kin }
  const room = [...has.keys()].filter((other) =>
    pins.some((pin) => pin.talent === other && pin.village === village && was.includes(pin.post)),
  )
  const newcomers = room.filter((other) => String(had.get(other)) !== String(has.get(other)))
  if (newcomers.length > 0) return { kind: 'room', others: newcomers }
  const elsewhere = seatedAt.get(talent)
  if (elsewhere !== undefined) return { kind: 'elsewhere', village: elsewhere }
  return mended.length > 0 ? { kind: 'target', targets: mended } : { kind: 'fit' }
}

export function whyCame(here: Here, talent: string, was: Post[], posts: Post[]): ChangeCause {
  const { had, has, village, pins, mended } = here
  if (pins.some((pin) => pin.talent === talent && pin.village === village))
    return { kind: 'pinned', village }
  const taken = posts.filter((post) => !was.includes(post))
  const others = [...had]
    .filter(([other, held]) => other !== talent && held.some((post) => taken.includes(post)))
    .filter(([other, held]) =>
      held.some((post) => taken.includes(post) && !(has.get(other) ?? []).includes(post)),
    )
    .map(([other]) => other)
  if (others.length > 0) return { kind: 'replaces', others }
  return mended.length > 0 ? { kind: 'target', targets: mended } : { kind: 'fit' }
}

/** What bars somebody from posts of a village today; null when nobody of that id is in the pool. */
export function barringOf(
  county: County,
  policy: Policy,
  talent: string,
  village: string,
  posts: readonly Post[],
): Words[] | null {
  const person = county.talents.get(talent)
  const place = county.villages.get(village)?.matching
  if (!person || person.status === 'left' || !place) return null
  const barred = posts
    .map((post) => assess(person, place, post, policy))
    .filter((findings) => ['barred', 'unknown'].includes(eligibilityOf(findings)))
  const words = barred.flatMap((findings) =>
    findings
      .filter(({ outcome }) => outcome === 'breach' || outcome === 'unknown')
      .map(({ words }) => words),
  )
  return [...new Map(words.map((one) => [one.en, one])).values()]
}

function areKin(kin: readonly Kin[], one: string, other: string): boolean {
  return kin.some(({ a, b }) => (a === one && b === other) || (a === other && b === one))
}
