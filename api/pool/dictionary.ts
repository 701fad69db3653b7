/** Texts as small numbers; 0 is 'not known'. */
export type Dictionary = { values: string[]; codes: Map<string, number> }

/** Values that stand in an order of their own come first. */
export function createDictionary(known: readonly string[] = []): Dictionary {
  const values = ['', ...known]
  return { values, codes: new Map(values.map((value, code) => [value, code])) }
}

/** The number of a text, which is new when nobody had it. */
export function codeFor({ values, codes }: Dictionary, text: string | null): number {
  const known = codes.get(text ?? '')
  if (known !== undefined) return known
  codes.set(text!, values.length)
  return values.push(text!) - 1
}

/** Combinations of texts as numbers: a county has few, so that what is said of one is worked out once for all who have it. */
export type Combinations = { parts: Dictionary; members: number[][]; codes: Map<string, number> }

export function createCombinations(): Combinations {
  return { parts: createDictionary(), members: [[]], codes: new Map([['', 0]]) }
}

export function combinationFor({ parts, members, codes }: Combinations, texts: readonly string[]) {
  const numbers = texts.map((text) => codeFor(parts, text)).sort((a, b) => a - b)
  const key = numbers.join()
  const known = codes.get(key)
  if (known !== undefined) return known
  codes.set(key, members.length)
  return members.push(numbers) - 1
}

/** By code of a combination: whether it holds one of the texts. */
export function holdingAny({ parts, members }: Combinations, texts: readonly string[]): Uint8Array {
  const wanted = new Set(texts.map((text) => parts.codes.get(text)))
  return Uint8Array.from(members, (numbers) => (numbers.some((it) => wanted.has(it)) ? 1 : 0))
}
