/**
 * What the interface uses and Chromium 108, the oldest browser of the offices, does not have yet: arrays that are
 * copied when sorted (110), grouping (117), promises with resolvers (119) and what two sets do
 * not share (122).
 */

type Grow = (target: object, methods: Record<string, (...given: never[]) => unknown>) => void

const add: Grow = (target, methods) => {
  for (const [name, value] of Object.entries(methods))
    if (!(name in target))
      Object.defineProperty(target, name, { value, writable: true, configurable: true })
}

add(Array.prototype, {
  toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number) {
    return [...this].sort(compare)
  },
  toReversed(this: unknown[]) {
    return [...this].reverse()
  },
  toSpliced(this: unknown[], ...given: [start: number, count: number, ...items: unknown[]]) {
    const copy = [...this]
    copy.splice(...given)
    return copy
  },
  with(this: unknown[], at: number, value: unknown) {
    const copy = [...this]
    copy[at < 0 ? copy.length + at : at] = value
    return copy
  },
})

add(Map, {
  groupBy<T, K>(items: Iterable<T>, keyOf: (item: T, at: number) => K) {
    const groups = new Map<K, T[]>()
    let at = 0
    for (const item of items) {
      const key = keyOf(item, at++)
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
    return groups
  },
})

add(Object, {
  groupBy<T>(items: Iterable<T>, keyOf: (item: T, at: number) => PropertyKey) {
    return Object.assign(
      Object.create(null),
      Object.fromEntries(Map.groupBy(items, (item) => keyOf(item, 0))),
    )
  },
})

add(Promise, {
  withResolvers<T>() {
    let resolve!: (value: T) => void
    let reject!: (reason: unknown) => void
    const promise = new Promise<T>((res, rej) => {
      resolve = res
      reject = rej
    })
    return { promise, resolve, reject }
  },
})

add(Set.prototype, {
  symmetricDifference(this: Set<unknown>, other: Set<unknown>) {
    return new Set([
      ...[...this].filter((one) => !other.has(one)),
      ...[...other].filter((one) => !this.has(one)),
    ])
  },
})

export {}
