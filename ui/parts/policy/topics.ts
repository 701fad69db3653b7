export type Topic = { id: string; words: { zh: string; en: string } }

/** A draft may hold what is no list. */
export function topicsOf(value: unknown): Topic[] {
  return Array.isArray(value) ? (value as Topic[]) : []
}

/** A topic to be named, with an id that no other has. */
export function newTopic(topics: readonly Topic[]): Topic {
  let number = topics.length + 1
  while (topics.some(({ id }) => id === `topic-${number}`)) number++
  return { id: `topic-${number}`, words: { zh: '', en: '' } }
}

export function moved(topics: readonly Topic[], at: number, by: -1 | 1): Topic[] {
  const next = [...topics]
  const [topic] = next.splice(at, 1)
  if (topic) next.splice(at + by, 0, topic)
  return next
}
