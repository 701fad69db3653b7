type Filter = { tab?: 'late' | 'open'; township?: string; stage?: string }

/** The queue of a round, narrowed as a figure of its board is. */
export function queueOf(round: string, filter: Filter): string {
  return `/review?${new URLSearchParams({ round, ...filter })}`
}
