import {
  type Ages,
  EDUCATIONS,
  type Education,
  type Policy,
  type Post,
  type Source,
} from '../types.ts'
import type { Profile } from './types.ts'

/** What a profile says of a person, apart from the posts that it opens. */
export type Facts = Pick<Profile, 'sex' | 'nationality' | 'ages' | 'education' | 'sources'>
export type Role = Pick<Profile, 'isPartyMember' | 'isResident' | 'isReserve'>

/** Which facts are worth asking for, by what is missed. */
export type Wanted = {
  isWoman: boolean
  isMinority: boolean
  isFromFourSources: boolean
  isReserve: boolean
}

/** The groups that `sources.share` counts. */
const FOUR_SOURCES: Source[] = ['wealth-creator', 'returnee', 'graduate', 'veteran']
export const YOUNGEST = 18
/** Round limits beside those of the targets, so that villages with nearly the same need ask for the same. */
const ROUND = [40, 50]

export function factsFor(wanted: Wanted, policy: Policy): Facts[] {
  const women = wanted.isWoman ? ([null, 'female'] as const) : [null]
  const nationalities = wanted.isMinority ? ([null, 'minority'] as const) : [null]
  const origins = wanted.isFromFourSources ? [[], FOUR_SOURCES] : [[]]
  const educations = [null, 'junior-college'] as const
  return bandsOf(policy).flatMap((ages) =>
    educations.flatMap((education) =>
      women.flatMap((sex) =>
        nationalities.flatMap((nationality) =>
          origins.map((sources) => ({ sex, nationality, ages, education, sources })),
        ),
      ),
    ),
  )
}

/** Bands between the ages that targets count from and to; null is any age that the rules allow. */
function bandsOf({ targets, age: { max } }: Policy): (Ages | null)[] {
  const counted = Object.values(targets).flatMap(({ isOn, ages }) => (isOn && ages ? [ages] : []))
  const begin = new Set([YOUNGEST, ...counted.map(({ from }) => from)])
  const end = new Set([...counted.map(({ to }) => to), ...ROUND])
  const bands = [...begin].flatMap((from) =>
    [...end].filter((to) => to < max && from < to).map((to) => ({ from, to })),
  )
  return [null, ...bands]
}

export function rolesFor(wanted: Wanted): Role[] {
  const roles = [
    { isPartyMember: false, isResident: true, isReserve: false },
    { isPartyMember: true, isResident: false, isReserve: false },
    { isPartyMember: true, isResident: true, isReserve: false },
  ]
  const reserves = roles
    .filter(({ isResident }) => isResident)
    .map((role) => ({ ...role, isReserve: true }))
  return wanted.isReserve ? [...roles, ...reserves] : roles
}

export function profileOf(facts: Facts, role: Role): Profile {
  const party: Post[] = role.isPartyMember ? ['secretary', 'party-member'] : []
  const local: Post[] = role.isResident
    ? ['chair', 'committee-member', 'supervision-head', 'supervisor']
    : []
  return { id: idOf(facts, role), ...facts, ...role, posts: [...party, ...local] }
}

function idOf({ sex, nationality, ages, education, sources }: Facts, role: Role): string {
  return [
    sex ?? 'anyone',
    ...(nationality === null ? [] : [nationality]),
    ages === null ? 'any-age' : `${ages.from}-${ages.to}`,
    ...(education === null ? [] : [education]),
    ...(sources.length === 0 ? [] : ['four-sources']),
    ...(role.isPartyMember ? ['party'] : []),
    ...(role.isResident ? ['resident'] : []),
    ...(role.isReserve ? ['reserve'] : []),
  ].join('.')
}

/** Facts asked for, and of two bands of ages the wider first. */
export function narrowness(profile: Facts & Role, { age: { max } }: Policy): number {
  const { sex, nationality, ages, education, sources } = profile
  const { isPartyMember, isResident, isReserve } = profile
  const asked = [sex, nationality, ages, education].filter((fact) => fact !== null).length
  const said = [isPartyMember, isResident, isReserve, sources.length > 0].filter(Boolean).length
  const width = ages === null ? 1 : (ages.to - ages.from) / (max - YOUNGEST + 1)
  return asked + said + (1 - width)
}

/** Whether everybody of the second profile is of the first as well. */
export function isWider(wide: Facts & Role, narrow: Facts & Role): boolean {
  const covers = (asked: unknown, has: unknown) => asked === null || asked === has
  return (
    covers(wide.sex, narrow.sex) &&
    covers(wide.nationality, narrow.nationality) &&
    covers(wide.education, narrow.education) &&
    (!wide.isPartyMember || narrow.isPartyMember) &&
    (!wide.isResident || narrow.isResident) &&
    (!wide.isReserve || narrow.isReserve) &&
    (wide.sources.length === 0 || narrow.sources.length > 0) &&
    isWithin(narrow.ages, wide.ages)
  )
}

const isWithin = (inner: Ages | null, outer: Ages | null) =>
  outer === null || (inner !== null && inner.from >= outer.from && inner.to <= outer.to)

/** What the rules ask of every new nominee counts as well. */
export function educationOf(
  { education }: Pick<Profile, 'education'>,
  asked: Education,
): Education {
  if (education === null) return asked
  return EDUCATIONS.indexOf(education) > EDUCATIONS.indexOf(asked) ? education : asked
}
