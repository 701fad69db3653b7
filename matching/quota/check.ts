import type { QuotaProblem } from './types.ts'

/** Counts a choice again, from the people alone; empty when it keeps every quota. */
export function quotaFaults(
  { select, features, quotas, people }: QuotaProblem,
  selected: readonly string[],
): string[] {
  const byId = new Map(people.map((person) => [person.id, person]))
  const seen = new Set(selected)
  const strangers = selected.filter((id) => !byId.has(id))
  const broken = quotas.flatMap(({ feature, value, min, max }) => {
    const at = features.indexOf(feature)
    const count = [...seen].filter((id) => byId.get(id)?.values[at] === value).length
    return count < min || count > max ? [`${feature}=${value}: ${count}, not ${min} to ${max}`] : []
  })
  return [
    ...strangers.map((id) => `${id} is not among the people given`),
    ...(seen.size < selected.length ? ['somebody is chosen twice'] : []),
    ...(seen.size === select ? [] : [`${seen.size} are chosen, not ${select}`]),
    ...broken,
  ]
}
