import type { Written } from '../../policy.ts'

/** The value at a pointer such as `#/age/max`; undefined where there is none. */
export function valueAt(policy: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>((at, step) => Object(at)[step], policy)
}

/** The same with another value at a pointer; null takes a key away from where keys may lack. */
export function withValue(policy: Written, pointer: string, value: unknown): Written {
  const next: Written = structuredClone(policy)
  const steps = stepsOf(pointer)
  const last = steps.pop()
  const parent = steps.reduce<Written>((at, step) => {
    at[step] ??= {}
    return at[step] as Written
  }, next)
  if (last === undefined) return next
  if (value === null && pointer.startsWith('#/relaxations/')) delete parent[last]
  else parent[last] = value
  return next
}

/** The same content, whatever the order of keys; what lacks is null. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return (a ?? null) === (b ?? null)
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => isSame((a as Written)[key], (b as Written)[key]))
}

/** Whether one of the places lies in the other. */
export function isWithin(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`)
}

const stepsOf = (pointer: string) => pointer.split('/').slice(1)
