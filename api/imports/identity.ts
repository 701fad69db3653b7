import type { PersonValues } from '../roster/types.ts'

type Namesake = {
  id: string
  name: string
  bornOn: string | null
  homeVillageCode: string
  digest: string | null
}
export type Candidates = {
  /** Of the county, by keyed hash of the identity number. */
  byDigest: ReadonlyMap<string, string>
  /** Whom the office may see. */
  visible: ReadonlySet<string>
  namesakes: ReadonlyMap<string, readonly Namesake[]>
}
export type Identity =
  | { is: 'new'; alike: string | null }
  | { is: 'known'; id: string }
  | { is: 'elsewhere' | 'unknown-id' | 'several' | 'two-people' }

/**
 * Who a row is about: by the id of an export, then by identity number within the county, then by name, month of birth and
 * home within the scope. Two people with different numbers are two people.
 */
export function identify(
  values: PersonValues,
  digest: string | null,
  { byDigest, visible, namesakes }: Candidates,
): Identity {
  const numbered = digest === null ? undefined : byDigest.get(digest)
  if (values.id !== undefined) {
    if (!visible.has(values.id)) return { is: 'unknown-id' }
    return numbered === undefined || numbered === values.id
      ? { is: 'known', id: values.id }
      : { is: 'two-people' }
  }
  if (numbered !== undefined)
    return visible.has(numbered) ? { is: 'known', id: numbered } : { is: 'elsewhere' }
  return byName(values, digest, namesakes.get(values.name ?? '') ?? [])
}

function byName(
  { bornOn, homeVillageCode }: PersonValues,
  digest: string | null,
  namesakes: readonly Namesake[],
): Identity {
  const near = namesakes.filter((it) => it.homeVillageCode === homeVillageCode)
  const isMonth = (it: Namesake) =>
    bornOn !== undefined && it.bornOn !== null && it.bornOn.slice(0, 7) === bornOn.slice(0, 7)
  const isOther = (it: Namesake) => digest !== null && it.digest !== null && it.digest !== digest
  const same = near.filter((it) => isMonth(it) && !isOther(it))
  if (same.length > 1) return { is: 'several' }
  if (same[0]) return { is: 'known', id: same[0].id }
  const alike = near.find((it) => isMonth(it) || it.bornOn === null || bornOn === undefined)
  return { is: 'new', alike: alike?.id ?? null }
}
