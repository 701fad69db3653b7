import type { PlaceQuestion } from '../../types.ts'

export type PlaceGroup = { texts: string[]; guesses: PlaceQuestion['guesses'] }

/** Chosen where a text means no village that is offered; sent as no code at all. */
export const NONE_OF_THEM = 'none'

/** Ways of writing that may be the same villages are one question: 高庄, 高庄村, 高庄村委会. */
export function groupsOf(questions: readonly PlaceQuestion[]): PlaceGroup[] {
  const groups = new Map<string, PlaceGroup>()
  for (const { text, guesses } of questions) {
    const codes = guesses.map(({ code }) => code)
    const key = codes.sort().join()
    const group = groups.get(key)
    if (group) group.texts.push(text)
    else groups.set(key, { texts: [text], guesses })
  }
  return [...groups.values()]
}

/** Townships in which every question has just one village: a list of one township is answered by one click. */
export function townshipsOfAll(groups: readonly PlaceGroup[]): string[] {
  const [first] = groups
  const named = [...new Set(first?.guesses.map(({ township }) => township))]
  return named.filter((township) => groups.every((group) => inTownship(group, township)))
}

export function inTownship({ guesses }: PlaceGroup, township: string) {
  const [only, ...others] = guesses.filter((guess) => guess.township === township)
  return others.length === 0 ? only : undefined
}
