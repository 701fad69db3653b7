import type { Highs } from 'highs'
import { depthFirst } from './depth-first.ts'
import type { Master, Stage } from './master.ts'
import { atOwnPrices } from './own-prices.ts'
import {
  type Asked,
  type Choice,
  type ChoiceMemory,
  type Prices,
  type Room,
  roomOf,
  type Team,
} from './room.ts'
import { leastByModel } from './team-model.ts'
import { worthTrying } from './worth-trying.ts'

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
  const roomAt = (village: number, asked: Asked) =>
    roomOf({ master, stage, prices, memory }, village, asked)
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
