import { personName, placeName } from '../../names.ts'
import type { AccountOfList, DictionaryEntry, Own, Signer } from '../../types.ts'
import { say, t } from '../../words/index.ts'

type Reaching = Pick<Own, 'role' | 'township' | 'villages' | 'department'>

/** Villages that are named before the rest is counted. */
const MOST_NAMED = 3

/** What an account may touch, in words. */
export function reachOf(
  { role, township, villages, department }: Reaching,
  county: string,
  departments: readonly DictionaryEntry[] = [],
): string {
  if (role === 'county') return t().account.wholeCounty(placeName(county))
  if (role === 'township') return placeName(township?.name ?? t().unknown)
  if (role === 'village') return namesOf(villages.map(({ name }) => placeName(name)))
  if (role === 'reviewer') return departmentName(department, departments)
  if (role === 'mentor') return t().account.mentees
  return role === 'talent' ? t().account.oneself : t().account.nobody
}

/** The position that an account signs for; null when for none. */
export function signsAsOf(
  { signsAs }: Pick<Own, 'signsAs'>,
  signers: readonly Signer[] = [],
): string | null {
  const signer = signers.find(({ id }) => id === signsAs)
  return signer ? say(signer.words) : signsAs
}

/** Who holds an account; people of the pool are not named to the administrator. */
export const holderOf = ({ name }: Pick<AccountOfList, 'name'>) =>
  name ? personName(name) : t().accounts.someone

export function departmentName(id: string | null, departments: readonly DictionaryEntry[]): string {
  const entry = departments.find((one) => one.id === id)
  return entry ? say(entry) : (id ?? t().unknown)
}

function namesOf(names: readonly string[]): string {
  if (names.length <= MOST_NAMED) return names.join(t().comma) || t().unknown
  return t().account.manyVillages(names.slice(0, MOST_NAMED).join(t().comma), names.length)
}
