/** Where a figure comes from: what the table of sources says of it. */
export type Source = {
  name: string
  /** How it was reckoned, in figures; null: counted as it stands. */
  how: string | null
  /** What is counted, in a sentence. */
  means: string
  /** The page of the program that shows it, and what stands behind it. */
  where: { address: string; words: string }
}
export type Figure = Source & { id: string; value: number; text: string }
/** A text with figures in it; each of them leads to its row among the sources. */
export type Said = readonly (string | Figure)[]
/** Null: nothing is known of it. */
export type MaybeFigure = Figure | null

/** Figures of one report by the name that a template calls them by, in the order in which they are first made. */
export type Figures = ReadonlyMap<string, Figure>

export function createFigures() {
  const made = new Map<string, Figure>()
  const figure = (id: string, value: number, unit: string, source: Source): Figure => {
    const known = made.get(id)
    if (known) return known
    const one = { ...source, id, value, text: `${plain(value)}${unit}` }
    made.set(id, one)
    return one
  }
  /** A share in percent of a whole; null where the whole is nothing or not known. */
  const share = (id: string, part: Figure | null, whole: Figure | null, source: Source) => {
    if (part === null || whole === null || whole.value === 0) return null
    const how = `${plain(part.value)} ÷ ${plain(whole.value)} × 100`
    return figure(id, Math.round((part.value / whole.value) * 1000) / 10, '%', { ...source, how })
  }
  return { figure, share, all: made as Figures }
}
export type Making = ReturnType<typeof createFigures>

/** One digit behind the point at most; no thousands: the counts are of people and villages. */
export function plain(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** 全县共${villages}个 as parts. */
export function say(texts: TemplateStringsArray, ...parts: readonly (string | Figure)[]): Said {
  return texts.flatMap((text, at) => {
    const part = parts[at]
    return [...(text === '' ? [] : [text]), ...(part === undefined || part === '' ? [] : [part])]
  })
}

export function textOf(said: Said): string {
  return said.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}
