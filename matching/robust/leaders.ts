import type { Tally } from './smaa.ts'

/** Who holds the first places of each sample, and one place more: whoever moves up when one of them falls out. */
export type Leaders = {
  samples: number
  /** Places that are told, at most k. */
  k: number
  /** Places that are kept: k + 1, or everybody. */
  kept: number
  who: Int32Array
  scores: Float64Array
}

export function leadersOf(tally: Tally, samples: number): Leaders {
  const kept = Math.min(tally.k + 1, tally.first.length)
  return {
    ...{ samples, kept, k: Math.min(tally.k, kept) },
    who: tally.leaders.subarray(0, samples * kept),
    scores: tally.leaderScores.subarray(0, samples * kept),
  }
}

/** How often each person holds each of the first k places: place after place, everybody in each. */
export type Counts = { people: number; held: Int32Array }

export function countsOf({ samples, k, kept, who }: Leaders, people: number): Counts {
  const held = new Int32Array(k * people)
  for (let sample = 0; sample < samples; sample++)
    for (let place = 0; place < k; place++) held[place * people + who[sample * kept + place]!]!++
  return { people, held }
}

/**
 * How many of the first k places would be held by somebody else if all were drawn once more: for each place the chance
 * that two draws disagree, 1 − Σ share², summed. 0 when all is settled, nearly k when nothing is. Gini's index of
 * diversity, as in Simpson, Nature 163 (1949) 688.
 */
export function uncertaintyOf({ held }: Counts, { k, samples }: Leaders): number {
  let agreeing = 0
  for (const times of held) agreeing += times * times
  return k - agreeing / samples ** 2
}

/** The counts with another score for one person in one sample; all others keep theirs. Called millions of times. */
export function move(
  { people, held }: Counts,
  { k, kept, who, scores }: Leaders,
  sample: number,
  person: number,
  score: number,
): void {
  const from = sample * kept
  let was = 0
  while (was < kept && who[from + was] !== person) was++
  let comes = 0
  for (let place = 0; place < kept; place++)
    if (place !== was && scores[from + place]! > score) comes++
  if (was === comes || (was >= k && comes >= k)) return
  const step = comes < was ? 1 : -1
  if (was < k) held[was * people + person]!--
  if (comes < k) held[comes * people + person]!++
  // Those in between move by one place, down when the person comes in above them.
  for (let place = comes; place !== was; place += step) {
    const other = who[from + place]!
    if (place < k) held[place * people + other]!--
    if (place + step < k) held[(place + step) * people + other]!++
  }
}
