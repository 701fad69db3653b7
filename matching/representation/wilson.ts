/** The normal deviate that leaves 2.5 % on either side. */
const Z = 1.959963984540054

/**
 * The interval of a rate that holds the true one in 95 % of samples: Wilson, Probable inference, the law of
 * succession, and statistical inference, JASA 22 (1927) 209–212. It stays within 0 and 1, also of 0 of 3.
 */
export function wilson(selected: number, of: number): { low: number; high: number } {
  const [rate, z2] = [selected / of, Z * Z]
  const centre = (rate + z2 / (2 * of)) / (1 + z2 / of)
  const half = (Z / (1 + z2 / of)) * Math.sqrt((rate * (1 - rate)) / of + z2 / (4 * of * of))
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
