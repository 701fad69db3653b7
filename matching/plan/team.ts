import type { Highs } from 'highs'
import { undominated } from './dominance.ts'
import type { Column, Master, Stage } from './master.ts'
import { atOwnPrices } from './own-prices.ts'
import {
  type Asked,
  type Choice,
  type ChoiceMemory,
  ORDER,
  type Prices,
  type Room,
  roomOf,
} from './room.ts'
import { leastByModel } from './team-model.ts'

/** A team of one village with what it loses at the prices: what its choices, its misses and its slacks cost. */
export type Team = { columns: Column[]; loss: number }
export type Found = {
  team: Team | null
  /** false when the search was cut off: there may be a better team. */
  isWhole: boolean
}

/** A search of teams at given prices: the team of least loss, or many of small loss. */
export type TeamSearch = {
  best: (village: number, asked: Asked) => Found
  /** Up to `count` teams within the ceiling, those of least loss first; an incomplete search may overlook some. */
  several: (village: number, count: number, asked: Asked) => Team[]
}

/**
 * Teams of single villages, exactly, at prices for what villages share. What a plan is worth is the bound at the prices
 * less what its teams lose, and the loss of a village depends on its own team alone: the bound falls by the least loss
 * of every village (Geoffrion, Lagrangean relaxation for integer programming, Math. Programming Study 2 (1974) 82–114).
 * A search is exponential in the seats of a village in the worst case; `steps` cuts it off.
 */
export function teamSearch(
  master: Master,
  stage: Stage,
  prices: Prices,
  memory: ChoiceMemory,
): TeamSearch {
  const { places } = memory
  const roomAt = (village: number, asked: Asked) =>
    roomOf({ master, stage, prices, memory, places }, village, asked)
  return {
    best: (village, asked) => {
      for (let ceiling = Math.min(0.02, asked.ceiling); ; ) {
        const limited = { ...asked, ceiling: Math.min(ceiling, asked.ceiling) }
        const room = roomAt(village, limited)
        const searched = leastOf(room, limited)
        const found =
          searched.isWhole || searched.team === null || !asked.byModel
            ? searched
            : settled(master.highs, room, searched, limited, asked.byModel)
        if (found.team !== null || ceiling >= asked.ceiling) return found
        ceiling *= 8
        if (found.isWhole || asked.byModel) continue
        // A search that was cut off proves nothing more by going on in small steps: what is left to find is a team.
        const { team } = leastOf(room, { ...asked })
        if (team !== null) return { team, isWhole: false }
        ceiling = asked.ceiling
      }
    },
    several: (village, count, asked) => severalOf(roomAt(village, asked), count, { ...asked }),
  }
}

/** Goes on at prices of the village's own where the search in depth was cut off, and by a small model where that is, too. */
function settled(highs: Highs, room: Room, found: Found, asked: Asked, nodes: number): Found {
  const limit = found.team?.loss ?? Infinity
  const choices = worthTrying(room).flatMap((own) => own.filter(({ loss }) => loss <= limit))
  const own = atOwnPrices(highs, room, choices)
  if (own === null) return byModel(highs, room, choices, found, asked, nodes)
  if (own.floor > asked.ceiling) return { team: found.team, isWhole: true }
  if (own.team !== null) return { team: better(found.team, own.team), isWhole: true }
  const ceiling = Math.min(asked.ceiling, limit) - own.floor
  const searched = leastOf(own.room, { ...asked, ceiling, steps: OWN_STEPS })
  const team = better(
    found.team,
    searched.team && { ...searched.team, loss: searched.team.loss + own.floor },
  )
  if (searched.isWhole) return { team, isWhole: true }
  const most = (team?.loss ?? asked.ceiling) - own.floor
  const left = worthTrying(own.room).flatMap((some) => some.filter(({ loss }) => loss <= most))
  return byModel(highs, room, left, { team, isWhole: false }, asked, nodes)
}

/** Steps of a search at a village's own prices: more take longer than a small model. */
const OWN_STEPS = 8_000

function byModel(
  highs: Highs,
  room: Room,
  choices: readonly Choice[],
  found: Found,
  asked: Asked,
  nodes: number,
): Found {
  const least = leastByModel(highs, room, choices, asked.ceiling, nodes)
  return least === undefined ? found : { team: better(found.team, least), isWhole: true }
}

const better = (one: Team | null, other: Team | null): Team | null =>
  other === null || (one !== null && one.loss < other.loss) ? one : other

function leastOf(room: Room, asked: Asked): Found {
  let team: Team | null = null
  const isWhole = depthFirst({ ...room, byPost: worthTrying(room) }, asked, true, (found) => {
    team = found
    asked.ceiling = found.loss - 1e-12
  })
  return { team, isWhole }
}

function severalOf(room: Room, count: number, asked: Asked): Team[] {
  let teams: Team[] = []
  const byLoss = (a: Team, b: Team) => a.loss - b.loss
  depthFirst(room, asked, false, (team) => {
    teams.push(team)
    if (teams.length < 2 * count) return
    teams = teams.sort(byLoss).slice(0, count)
    asked.ceiling = teams.at(-1)!.loss
  })
  return teams.sort(byLoss).slice(0, count)
}

/** Choices under each post without those that need not be in the best team, by the forms that cost anything at all. */
function worthTrying({ byPost, forms, seats, pinned, slackOf }: Room): Choice[][] {
  const live = [...forms.price.keys()].filter(
    (form) => forms.price[form]! > 0 || forms.surplus[form]! > 0,
  )
  const figures = new Float64Array(live.length + 1)
  const standingOf = ({ pattern, person, loss, cliques, adds }: Choice) => {
    let worth = (slackOf.get(person) ?? 0) - loss
    live.forEach((form, at) => {
      figures[at] = adds[form]!
      worth -= forms.surplus[form]! * adds[form]!
    })
    figures[live.length] = worth
    const isPinned = pinned.has(person)
    return { pattern, figures, isPinned, canStandIn: !isPinned && cliques.length === 0 }
  }
  const open = seats.reduce((sum, count) => sum + count, 0) - pinned.size
  return byPost.map((choices) => undominated(choices, open, standingOf))
}

/**
 * Those before a choice that could always stand in for it: the same posts, no kin, no less of any form, and no more
 * lost even where more of a form costs. Where more of them are idle than later posts could use, it need not be tried.
 */
function betterThan(room: Room, choices: readonly Choice[], at: number): number[] {
  const { forms, slackOf, pinned } = room
  const other = choices[at]!
  if (pinned.has(other.person)) return []
  const lossOf = ({ loss, person }: Choice) => loss - (slackOf.get(person) ?? 0)
  const better: number[] = []
  for (let index = 0; index < at && better.length < MOST_BETTER; index++) {
    const one = choices[index]!
    if (one.pattern !== other.pattern || one.cliques.length > 0) continue
    let more = 0
    let isLess = false
    for (let form = 0; form < forms.count; form++) {
      const difference = one.adds[form]! - other.adds[form]!
      if (difference < 0) {
        isLess = true
        break
      }
      more += difference * forms.surplus[form]!
    }
    if (!isLess && lossOf(one) + more <= lossOf(other)) better.push(one.person)
  }
  return better
}

const MOST_BETTER = 16

/**
 * Fills post after post; under each, people in the order of their choices, so that no team comes twice. A branch ends
 * when what it lost already, with what its forms must lack at least, is over the ceiling. Looking for the best alone, a
 * choice is left out where others could stand in for it. Answers whether the search was whole.
 */
function depthFirst(
  room: Room,
  asked: Asked,
  isForBest: boolean,
  found: (team: Team) => void,
): boolean {
  const { byPost, forms } = room
  const { count, atLeast, isWhole, price, surplus, most, fewest } = forms
  const left = [...room.seats]
  const reached = new Float64Array(count)
  /** What the seats that are open can still add to each form at most, and take from it. */
  const space = new Float64Array(count)
  const drain = new Float64Array(count)
  for (let post = 0; post < left.length; post++)
    for (let form = 0; form < count; form++) {
      space[form]! += left[post]! * most[count * post + form]!
      drain[form]! += left[post]! * fewest[count * post + form]!
    }
  const chosen: Choice[] = []
  const used = new Set<number>()
  const cliques = new Set<number>()
  const gains = gainsOf(room)
  let slack = room.slack
  let steps = 0

  /** Of the slack, what stays whoever comes. */
  const leastSlack = (): number => {
    let loss = slack
    for (let post = 0; post < left.length && loss > 0; post++) {
      let seats = left[post]!
      for (const { person, gain } of gains[post]!) {
        if (seats === 0) break
        if (used.has(person)) continue
        loss -= gain
        seats--
      }
    }
    return Math.max(0, loss)
  }
  /** What forms cost at least that lack, or have too much, whatever comes. */
  const leastOfForms = (isEnd: boolean): number => {
    let loss = 0
    for (let form = 0; form < count; form++) {
      const lack = atLeast[form]! - reached[form]! - space[form]!
      if (lack > 1e-9) {
        const miss = isWhole[form] === 1 ? Math.ceil(lack - 1e-9) : lack
        // What a miss in whole people is over counts at the end alone: more may lack by then.
        loss += price[form]! * miss + (isEnd ? surplus[form]! * (miss - lack) : 0)
      } else if (isEnd) loss -= surplus[form]! * lack
      else loss += surplus[form]! * Math.max(0, reached[form]! + drain[form]! - atLeast[form]!)
    }
    return loss
  }
  const mayTake = (choices: readonly Choice[], at: number, later: number): boolean => {
    const choice = choices[at]!
    for (const post of choice.posts) if (left[post] === 0) return false
    if (used.has(choice.person)) return false
    for (const clique of choice.cliques) if (cliques.has(clique)) return false
    if (!isForBest) return true
    choice.better ??= betterThan(room, choices, at)
    let idle = 0
    for (const other of choice.better) if (!used.has(other) && ++idle > later) return false
    return true
  }
  /** Seats of a post close or open again; `by` is how many. */
  const close = (post: number, by: number) => {
    left[post]! -= by
    const from = count * post
    for (let form = 0; form < count; form++) {
      space[form]! -= by * most[from + form]!
      drain[form]! -= by * fewest[from + form]!
    }
  }
  const put = (choice: Choice, by: 1 | -1) => {
    for (const post of choice.posts) close(post, by)
    for (let form = 0; form < count; form++) reached[form]! += by * choice.adds[form]!
    slack -= by * (room.slackOf.get(choice.person) ?? 0)
  }
  const fill = (place: number, from: number, lost: number) => {
    if (steps++ > asked.steps) return
    let open = 0
    for (const seats of left) open += seats
    const under = lost + leastOfForms(place === ORDER.length)
    if (under > asked.ceiling) return
    const loss = under + (place === ORDER.length ? Math.max(0, slack) : leastSlack())
    if (loss > asked.ceiling) return
    if (place === ORDER.length) {
      for (const person of room.pinned) if (!used.has(person)) return
      return found({ columns: chosen.map(({ pair, pattern }) => ({ pair, pattern })), loss })
    }
    const post = ORDER[place]!
    const choices = byPost[post]!
    const empty = left[post]!
    if (empty > 0)
      for (let index = from; index < choices.length; index++) {
        const choice = choices[index]!
        if (under + choice.loss > asked.ceiling || steps > asked.steps) break
        if (!mayTake(choices, index, open - empty)) continue
        put(choice, 1)
        used.add(choice.person)
        for (const clique of choice.cliques) cliques.add(clique)
        chosen.push(choice)
        fill(place, index + 1, lost + choice.loss)
        chosen.pop()
        for (const clique of choice.cliques) cliques.delete(clique)
        used.delete(choice.person)
        put(choice, -1)
      }
    close(post, empty)
    fill(place + 1, 0, lost + room.emptySeat[post]! * empty)
    close(post, -empty)
  }
  fill(0, 0, 0)
  return steps <= asked.steps
}

/** Under each post, who would give back more of the slack than they lose, and how much; most first. */
function gainsOf({ byPost, slackOf }: Room) {
  return byPost.map((choices) =>
    choices
      .map(({ person, loss }) => ({ person, gain: (slackOf.get(person) ?? 0) - loss }))
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain),
  )
}
