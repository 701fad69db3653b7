import type { PersonValues } from '../roster/types.ts'

/** A row; its identity number as a keyed hash. */
type Entry = { line: number; digest: string | null }
/** Rows of one file by whom they name. One stands by itself, as nearly all do: a list may have 100,000. */
export type Doubles = Map<string, Entry | Entry[]>

type Named = { line: number; values: PersonValues; digest: string | null }

export function enter(doubles: Doubles, row: Named): void {
  const entry = { line: row.line, digest: row.digest }
  for (const key of keysOf(row)) {
    const known = doubles.get(key)
    if (Array.isArray(known)) known.push(entry)
    else doubles.set(key, known === undefined ? entry : [known, entry])
  }
}

/** A row that goes, or is about to say something else. */
export function take(doubles: Doubles, row: Named, talentId: string | null): void {
  const own = talentId === null ? [] : [personKey(talentId)]
  for (const key of [...keysOf(row), ...own]) {
    const rest = at(doubles, key).filter(({ line }) => line !== row.line)
    if (rest.length === 0) doubles.delete(key)
    else doubles.set(key, rest)
  }
}

/** The first line above that names the same person: by number, or by name, birth and home where numbers do not differ. */
export function earlierOf(
  doubles: Doubles,
  row: Named,
): { line: number; by: 'number' | 'name' } | null {
  for (const key of keysOf(row)) {
    const isByNumber = key.startsWith('number')
    const same = at(doubles, key).filter(
      ({ line, digest }) =>
        line < row.line &&
        (isByNumber || digest === null || row.digest === null || digest === row.digest),
    )
    const line = Math.min(...same.map((it) => it.line))
    if (same.length > 0) return { line, by: isByNumber ? 'number' : 'name' }
  }
  return null
}

/** Other rows that name the same person, above and below. */
export function sharing(doubles: Doubles, row: Named, talentId: string | null): number[] {
  const own = talentId === null ? [] : [personKey(talentId)]
  const lines = [...keysOf(row), ...own].flatMap((key) => at(doubles, key))
  return lines.map(({ line }) => line).filter((line) => line !== row.line)
}

/** The first line above that turned out to be the same person of the pool; this line is noted. */
export function claim(doubles: Doubles, talentId: string, line: number): number | null {
  const key = personKey(talentId)
  const list = at(doubles, key)
  if (!list.some((it) => it.line === line)) doubles.set(key, [...list, { line, digest: null }])
  const first = Math.min(line, ...list.map((it) => it.line))
  return first < line ? first : null
}

const at = (doubles: Doubles, key: string): Entry[] => [doubles.get(key) ?? []].flat()

const personKey = (talentId: string) => `person ${talentId}`

function keysOf({ values: { id, name, bornOn, homeVillageCode }, digest }: Named): string[] {
  const isPlaced = name !== undefined && bornOn !== undefined && homeVillageCode !== undefined
  return [
    ...(id === undefined ? [] : [`number ${id}`]),
    ...(digest === null ? [] : [`number ${digest}`]),
    ...(isPlaced ? [`${name} ${bornOn.slice(0, 7)} ${homeVillageCode}`] : []),
  ]
}
