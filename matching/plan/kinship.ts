import type { Problem } from '../types.ts'

/**
 * Maximal cliques of the kinship graph among the people of a problem. Kinship is not transitive (a cousin's
 * cousin may be nobody's), so families are not merged: two people may not sit together if and only if some
 * clique holds both. Bron–Kerbosch with pivoting (Tomita et al. 2006), on components of a handful of people.
 */
export function cliquesOf({ talents, kin }: Pick<Problem, 'talents' | 'kin'>): {
  cliques: { members: readonly number[] }[]
  cliquesOfPerson: readonly (readonly number[])[]
} {
  const neighbours = neighboursOf(talents, kin)
  const cliques: { members: readonly number[] }[] = []
  for (const component of componentsOf(neighbours))
    grow([], new Set(component), new Set(), neighbours, (members) => cliques.push({ members }))
  const cliquesOfPerson: number[][] = talents.map(() => [])
  cliques.forEach(({ members }, clique) => {
    for (const person of members) cliquesOfPerson[person]!.push(clique)
  })
  return { cliques, cliquesOfPerson }
}

function neighboursOf(talents: Problem['talents'], kin: Problem['kin']): Set<number>[] {
  const indexOf = new Map(talents.map(({ id }, index) => [id, index]))
  const neighbours = talents.map(() => new Set<number>())
  for (const { a, b } of kin) {
    const first = indexOf.get(a)
    const second = indexOf.get(b)
    if (first === undefined || second === undefined || first === second) continue
    neighbours[first]!.add(second)
    neighbours[second]!.add(first)
  }
  return neighbours
}

/** Connected groups of two people or more. */
function componentsOf(neighbours: readonly Set<number>[]): number[][] {
  const seen = new Set<number>()
  const components: number[][] = []
  neighbours.forEach((first, person) => {
    if (first.size === 0 || seen.has(person)) return
    const component = [person]
    seen.add(person)
    for (const member of component)
      for (const other of neighbours[member]!)
        if (!seen.has(other)) {
          seen.add(other)
          component.push(other)
        }
    components.push(component)
  })
  return components
}

function grow(
  clique: readonly number[],
  candidates: Set<number>,
  done: Set<number>,
  neighbours: readonly Set<number>[],
  found: (members: readonly number[]) => void,
) {
  if (candidates.size === 0 && done.size === 0) return found(clique)
  const pivot = largest([...candidates, ...done], neighbours)
  for (const person of [...candidates].filter((other) => !neighbours[pivot]!.has(other))) {
    const near = neighbours[person]!
    grow(
      [...clique, person],
      candidates.intersection(near),
      done.intersection(near),
      neighbours,
      found,
    )
    candidates.delete(person)
    done.add(person)
  }
}

function largest(people: readonly number[], neighbours: readonly Set<number>[]): number {
  return people.reduce((best, person) =>
    neighbours[person]!.size > neighbours[best]!.size ? person : best,
  )
}
