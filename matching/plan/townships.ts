import type { Problem } from '../types.ts'
import { type Instance, prepare } from './instance.ts'
import type { Column } from './master.ts'
import { glimpse } from './search.ts'
import type { Solver } from './state.ts'

/**
 * Where the search of a county begins: its townships one after the other, each from the people that those before it
 * left. A whole county is then never worse than its townships side by side.
 */
export function townshipByTownship(instance: Instance, solver: Solver): Column[] {
  const { problem } = instance
  const pairOf = pairsByName(instance)
  const pinned = new Map(problem.pins.map(({ talent, village }) => [talent, village]))
  const taken = new Set<string>()
  return [...Map.groupBy(problem.villages, ({ township }) => township).values()].flatMap(
    (villages) => {
      const codes = new Set(villages.map(({ code }) => code))
      const isFree = (id: string) =>
        !taken.has(id) && codes.has(pinned.get(id) ?? villages[0]!.code)
      const part = prepare(partOf(problem, villages, isFree))
      return glimpse(part, solver).columns.map(({ pair, pattern }) => {
        const talent = part.problem.talents[part.person[pair]!]!.id
        taken.add(talent)
        const village = part.problem.villages[part.village[pair]!]!.code
        return { pair: pairOf.get(`${talent} ${village}`)!, pattern }
      })
    },
  )
}

function partOf(
  problem: Problem,
  villages: Problem['villages'],
  isFree: (id: string) => boolean,
): Problem {
  const codes = new Set(villages.map(({ code }) => code))
  const isHere = ({ village }: { village: string }) => codes.has(village)
  return {
    ...problem,
    level: 'township',
    villages,
    talents: problem.talents.filter(({ id }) => isFree(id)),
    pins: problem.pins.filter(isHere),
    exclusions: problem.exclusions.filter(isHere),
  }
}

function pairsByName({ problem, person, village }: Instance): Map<string, number> {
  const { talents, villages } = problem
  return new Map(
    [...person.keys()].map((pair) => [
      `${talents[person[pair]!]!.id} ${villages[village[pair]!]!.code}`,
      pair,
    ]),
  )
}
