import { placeName } from '../../names.ts'
import type { Person, Post } from '../../types.ts'
import { t } from '../../words/index.ts'

type Facts = Pick<
  Person,
  'sex' | 'age' | 'bornOn' | 'education' | 'partyStatus' | 'incumbency' | 'occupation'
>
type Kind = 'village' | 'community'

export const sexOf = ({ sex }: Pick<Facts, 'sex'>) => (sex ? t().sex[sex] : t().unknown)
export const ageOf = ({ age }: Pick<Facts, 'age'>) => (age === null ? t().unknown : String(age))
export const educationOf = ({ education }: Pick<Facts, 'education'>) =>
  education ? t().education[education] : t().unknown
export const partyOf = ({ partyStatus }: Pick<Facts, 'partyStatus'>) =>
  partyStatus ? t().partyStatus[partyStatus] : t().unknown

/** `1993.04`, as forms write months. */
export const monthOf = (day: string | null) => day?.slice(0, 7).replace('-', '.') ?? t().unknown

/** The post in office, or else what somebody does. */
export function workOf({ incumbency, occupation }: Facts): string {
  if (!incumbency) return occupation ?? t().unknown
  const posts = incumbency.posts.map((post) => t().shortlist.postName[post]).join(t().comma)
  return t().prints.postAt(placeName(incumbency.village.name), posts)
}

export const postsIn = (kind: Kind, posts: readonly Post[]) =>
  posts.map((post) => t().postIn[kind][post])
