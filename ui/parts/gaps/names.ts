import { placeName } from '../../names.ts'
import type { PlaceOfStudy } from '../../studies.ts'
import type { Person, Post, TargetId, Tier } from '../../types.ts'
import { t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { amountText } from '../target.ts'

/** The places and people that an answer speaks of, by code and id. */
export type Named = { places: Map<string, PlaceOfStudy>; people: Map<string, Person> }

export function namedIn(answer: { villages: PlaceOfStudy[]; people: Person[] }): Named {
  return {
    places: new Map(answer.villages.map((place) => [place.code, place])),
    people: new Map(answer.people.map((person) => [person.id, person])),
  }
}

export const villageIn = ({ places }: Named, code: string) =>
  placeName(places.get(code)?.name ?? code)
export const townshipIn = ({ places }: Named, code: string) =>
  placeName(places.get(code)?.townshipName ?? '')
export const postsText = (posts: readonly Post[]) =>
  posts.map((post) => t().shortlist.postName[post]).join(t().comma)

export const isHeavy = ({ tier }: { tier: Tier }) => tier !== 'wish'

/** A target with how much more is missed; of another village or the whole, with whose it is. */
export function amountAt(
  { target, village, more }: { target: TargetId; village: string | null; more: number },
  here: string,
  named: Named,
): string {
  const text = t().gaps.depth.over(targetName(target), amountText(target, more))
  if (village === here) return text
  const whose = village === null ? t().gaps.list.whole : villageIn(named, village)
  return `${whose}${t().colon}${text}`
}
