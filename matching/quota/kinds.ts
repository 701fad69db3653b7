import type { QuotaProblem } from './types.ts'

/** People who have the same quotas and, where it counts, the same weight: nobody can tell which of them is chosen. */
export type Kind = {
  /** Indexes of `problem.quotas`. */
  quotas: readonly number[]
  weight: number
  /** Indexes of `problem.people` in their order. */
  people: number[]
}

/** A large pool has few kinds; one column each keeps the search small. */
export function kindsOf({ features, quotas, people }: QuotaProblem, byWeight: boolean): Kind[] {
  const indexOf = new Map(quotas.map(({ feature, value }, index) => [keyOf(feature, value), index]))
  const kinds = new Map<string, Kind>()
  people.forEach(({ values, weight }, person) => {
    const own = features.flatMap((feature, at) => indexOf.get(keyOf(feature, values[at]!)) ?? [])
    const counted = byWeight ? weight : 0
    const key = `${own.join(' ')} ${counted}`
    const kind = kinds.get(key)
    if (kind) kind.people.push(person)
    else kinds.set(key, { quotas: own, weight: counted, people: [person] })
  })
  return [...kinds.values()]
}

const keyOf = (feature: string, value: string) => `${feature.length} ${feature}${value}`
