/** A township is proven in seconds; the county may take the time of a coffee and says its gap. */
export const LIMITS = {
  village: { timeLimitSeconds: 10, gap: 0, explainSeconds: 10, mostSeconds: 60 },
  township: { timeLimitSeconds: 60, gap: 0, explainSeconds: 60, mostSeconds: 600 },
  county: { timeLimitSeconds: 180, gap: 0.0005, explainSeconds: 30, mostSeconds: 3600 },
} as const
/** A plan that may be worse than this against its bound says too little. */
export const MOST_GAP = 0.05
/** What a form offers before a plan is asked for. */
export const SHOWN_LIMITS = {
  township: shown('township'),
  county: shown('county'),
}

/** Kept the same, so that the same question has the same answer. */
export const SEED = 20261125

function shown(level: 'township' | 'county') {
  const { gap, timeLimitSeconds, mostSeconds } = LIMITS[level]
  return { gap, timeLimitSeconds, mostSeconds, mostGap: MOST_GAP }
}
