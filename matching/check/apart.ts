import type { Violation } from './team.ts'

type Seated = { slates: readonly { seats: readonly { talent: string }[] }[] }

/** Of any two teams of a village at least `differ` people of either do not sit in the other. */
export function checkApart(teams: readonly Seated[], differ: number): Violation[] {
  const people = teams.map(
    ({ slates }) => new Set(slates.flatMap(({ seats }) => seats.map(({ talent }) => talent))),
  )
  return people.flatMap((one, index) =>
    people.slice(index + 1).flatMap((other, at) => {
      const shared = [...one].filter((talent) => other.has(talent)).length
      if (Math.min(one.size, other.size) - shared >= differ) return []
      const pair = `teams ${index + 1} and ${index + at + 2}`
      return [{ village: null, what: `${pair} share ${shared} of ${one.size} and ${other.size}` }]
    }),
  )
}
