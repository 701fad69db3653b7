import type { Candidate, MinShare, Shortlist } from '../shortlist/index.ts'
import type { Violation } from './team.ts'

type Question = { candidates: readonly Candidate[]; size: number; shares: readonly MinShare[] }

/** Verifies a shortlist from the people and shares alone: who stands on it, as what, and what is said to lack. */
export function checkShortlist(question: Question, { listed, groups }: Shortlist): Violation[] {
  const { candidates, size, shares } = question
  const known = new Map(candidates.map((one) => [one.talent, one]))
  const found: string[] = []
  const expected = Math.min(size, candidates.length)
  if (new Set(listed.map(({ talent }) => talent)).size !== expected)
    found.push(`${listed.length} people are listed where ${expected} are asked for`)
  listed.forEach(({ talent, fit, place }, at) => {
    if (known.get(talent)?.fit !== fit) found.push(`${talent} is not who was given`)
    if (place !== at + 1) found.push(`${talent} stands at ${at + 1} as ${place}`)
  })
  shares.forEach(({ group, min }, index) => {
    const said = groups[index]?.short ?? []
    for (let places = 1; places <= listed.length; places++) {
      const first = listed.slice(0, places)
      const held = first.filter(({ talent }) => known.get(talent)?.groups[group] === true).length
      const lacks = Math.max(0, Math.floor(min * places + 1e-9) - held)
      const told = said.find(({ from, to }) => from <= places && places <= to)?.by ?? 0
      if (lacks !== told) found.push(`${group}: ${lacks} lack at ${places}, ${told} are said`)
    }
  })
  return found.map((what) => ({ village: null, what }))
}
