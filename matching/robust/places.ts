/** Room for ranking so many people again and again. */
export type Places = { order: Int32Array; bucket: Int32Array; start: Int32Array }

export function placesFor(people: number): Places {
  const order = new Int32Array(people)
  return { order, bucket: order.slice(), start: new Int32Array(people + 2) }
}

/**
 * Everybody in the order of scores, the highest first, in `order`. Scores are thrown into as many buckets as there are
 * people, which leaves few out of order: linear time where a sort takes n log n.
 */
export function orderByScore(scores: Float64Array, { order, bucket, start }: Places): void {
  intoBuckets(scores, bucket, start)
  for (let person = 0; person < scores.length; person++) order[start[bucket[person]!]!++] = person
  for (let at = 1; at < order.length; at++) {
    const person = order[at]!
    const score = scores[person]!
    let to = at
    for (; to > 0 && scores[order[to - 1]!]! < score; to--) order[to] = order[to - 1]!
    order[to] = person
  }
}

/** Which bucket each belongs to, and where each bucket begins. */
function intoBuckets(scores: Float64Array, bucket: Int32Array, start: Int32Array): void {
  let [most, least] = [-Infinity, Infinity]
  for (let person = 0; person < scores.length; person++) {
    const score = scores[person]!
    if (score > most) most = score
    if (score < least) least = score
  }
  const scale = most > least ? (scores.length - 1) / (most - least) : 0
  start.fill(0)
  for (let person = 0; person < scores.length; person++) {
    const at = ((most - scores[person]!) * scale) | 0
    bucket[person] = at
    start[at + 1]!++
  }
  for (let at = 1; at < start.length; at++) start[at]! += start[at - 1]!
}
