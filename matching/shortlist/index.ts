import type { Fit } from '../types.ts'
import { choose, type Tools } from './choose.ts'
import { demanded, demandsOf, type MinShare, shortfallsOf } from './demand.ts'
import type { Groups } from './groups.ts'
import { byFit, type Candidate } from './kinds.ts'
import { inOrder } from './order.ts'

export type { MinShare } from './demand.ts'
export { type Groups, groupsOf, groupWords, youngTo } from './groups.ts'
export type { Candidate } from './kinds.ts'
export { type Standing, standingOf } from './standing.ts'
export { shortWords } from './words.ts'

export type Listed = Fit & {
  talent: string
  /** From 1. */
  place: number
  /** The place that fit alone would give among everybody. */
  placeByFit: number
  groups: Groups
}
/** Places from … to, both included, at which so many people of a group lack. */
export type Short = { from: number; to: number; by: number }
export type GroupHeld = MinShare & {
  /** People that the whole list must hold, and holds. */
  required: number
  held: number
  /** Held by the list of fit alone, and whether that one would lack people at some place: then the share is at work. */
  heldAlone: number
  isAtWork: boolean
  /** Belonging to the group among all who may be listed, and those of whom it is not known. */
  available: number
  unknown: number
  /** Where the group is not met; none when it is. */
  short: Short[]
}
/** One who stands on the list because of a share, for one whom fit alone would list. */
export type Exchange = {
  cameIn: string
  wentOut: string
  /** Fit of who went minus fit of who came: the exchanges sum to what the shares cost. */
  lost: number
}
export type Shortlist = {
  /** As asked; fewer are listed where there are not so many. */
  size: number
  listed: Listed[]
  groups: GroupHeld[]
  exchanges: Exchange[]
  /** Total fit, and that of the list without shares. */
  fit: number
  fitAlone: number
  /** No other list lacks less, and none that lacks as little has more fit. */
  isProven: boolean
}
type Question = { candidates: readonly Candidate[]; size: number; shares: readonly MinShare[] }

/**
 * The fittest people of whom each group has its share in every first so many places. Groups may overlap, which the
 * algorithms of Geyik et al. (KDD 2019) leave out: there every person has one value of an attribute, and going from
 * place to place is enough. Here one person may fill several demands, so that the choice is made by a whole-number
 * programme. Nobody's fit changes; a share that cannot be had is said.
 */
export function shortlist({ candidates, size, shares }: Question, tools: Tools): Shortlist {
  const ordered = candidates.toSorted(byFit)
  const demands = demandsOf(shares)
  const places = Math.min(size, ordered.length)
  const { list, isProven } = choose(ordered, demands, places, tools)
  const final = inOrder(list, demands)
  const alone = ordered.slice(0, places)
  const placeByFit = new Map(ordered.map(({ talent }, at) => [talent, at + 1]))
  return {
    size,
    listed: final.map((one, at) => ({
      ...one,
      place: at + 1,
      placeByFit: placeByFit.get(one.talent)!,
    })),
    groups: heldBy(final, alone, ordered, shares),
    exchanges: exchangesOf(final, alone),
    fit: total(final),
    fitAlone: total(alone),
    isProven,
  }
}

const total = (list: readonly Candidate[]) => list.reduce((sum, { fit }) => sum + fit, 0)

function heldBy(
  list: readonly Candidate[],
  alone: readonly Candidate[],
  everybody: readonly Candidate[],
  shares: readonly MinShare[],
): GroupHeld[] {
  return shares.map((share) => {
    const count = (people: readonly Candidate[], is: boolean | null) =>
      people.filter(({ groups }) => groups[share.group] === is).length
    return {
      ...share,
      required: demanded(share, list.length),
      held: count(list, true),
      heldAlone: count(alone, true),
      isAtWork: shortfallsOf(alone, share).some((lacks) => lacks > 0),
      available: count(everybody, true),
      unknown: count(everybody, null),
      short: rangesOf(shortfallsOf(list, share)),
    }
  })
}

/** Neighbouring places that lack as many stand as one range. */
function rangesOf(lacks: readonly number[]): Short[] {
  const ranges: Short[] = []
  lacks.forEach((by, at) => {
    const last = ranges.at(-1)
    if (by === 0) return
    if (last && last.to === at && last.by === by) last.to = at + 1
    else ranges.push({ from: at + 1, to: at + 1, by })
  })
  return ranges
}

/** The fittest who came against the fittest who went, and so on. */
function exchangesOf(list: readonly Candidate[], alone: readonly Candidate[]): Exchange[] {
  const [listed, first] = [new Set(list), new Set(alone)]
  const came = list.filter((one) => !first.has(one)).sort(byFit)
  const went = alone.filter((one) => !listed.has(one))
  return came.map((one, at) => {
    const other = went[at]!
    return { cameIn: one.talent, wentOut: other.talent, lost: other.fit - one.fit }
  })
}
