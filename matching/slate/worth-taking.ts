import { type Crowd, SUMMED } from './crowd.ts'
import type { Asked, Kind } from './kinds.ts'

/**
 * Leaves out whom somebody better can always stand in for: as many people without relatives as there are seats who
 * may take the same posts and add at least as much to every target. One of them is never seated, so a team with the
 * one left out becomes a team without by that exchange.
 */
export function worthTaking(
  kinds: readonly Kind[],
  asked: readonly Asked[],
  { values }: Crowd,
  most: number,
): Kind[] {
  const summed = asked.find(({ id }) => id === SUMMED)
  const worth = (person: number) => (summed === undefined ? 0 : values[person]![summed.form]!)
  const best = (a: number, b: number) => worth(b) - worth(a) || a - b
  const cut = kinds.map(({ free }) => [...free].sort(best).slice(0, most))
  return kinds.flatMap((kind, index) => {
    const others = kinds.flatMap((other, at) =>
      at !== index && isAsGood(other, kind) ? cut[at]!.map(worth) : [],
    )
    others.sort((a, b) => b - a)
    const own = cut[index]!
    const isNeeded = (person: number, better: number) => {
      let count = better
      for (let at = 0; at < others.length && others[at]! >= worth(person); at++) count++
      return count < most
    }
    const free = own.filter((person, at) => isNeeded(person, at))
    const tied = kind.tied
      .filter((person) => isNeeded(person, own.filter((one) => worth(one) >= worth(person)).length))
      .sort(best)
    return free.length + tied.length === 0 ? [] : [{ ...kind, free, tied }]
  })
}

function isAsGood(one: Kind, other: Kind): boolean {
  if ((other.patterns & ~one.patterns) !== 0 || (one.scarce & ~other.scarce) !== 0) return false
  return one.values.every((value, form) => value >= other.values[form]!)
}
