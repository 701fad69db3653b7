/** The value below which this part (0 to 1) of the numbers lies, by nearest rank. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
}

export async function millisecondsOf(work: () => Promise<unknown> | unknown): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** A fixed piece of arithmetic, so that figures of noisy machines can be compared as ratios to it. */
export function referenceMs(): number {
  const numbers = Float64Array.from({ length: 1_000_000 }, (_, index) => (index * 7919) % 1009)
  const runs = Array.from({ length: 7 }, () => {
    const startedAt = performance.now()
    numbers.slice().sort()
    return performance.now() - startedAt
  })
  return quantile(runs, 0.5)
}

export const round = (value: number, digits = 2) => Number(value.toFixed(digits))
