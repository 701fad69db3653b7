import { judge } from '../rules/index.ts'
import type { Plan, Post, Problem } from '../types.ts'
import type { Team, Violation } from './team.ts'

export function checkEligibility(
  { village, people }: Team,
  { policy, exclusions }: Problem,
): Violation[] {
  return people.flatMap(({ talent, posts }) =>
    posts.flatMap((post) => {
      const eligibility = judge(talent, village, post, policy)
      const isExcluded = exclusions.some(
        (one) =>
          one.talent === talent.id && one.village === village.code && (one.post ?? post) === post,
      )
      const faults = [
        ...(eligibility === 'barred' || eligibility === 'unknown'
          ? [`is ${eligibility} for ${post}`]
          : []),
        ...(isExcluded ? [`is excluded from ${post}`] : []),
      ]
      return faults.map((fault) => ({ village: village.code, what: `${talent.id} ${fault}` }))
    }),
  )
}

export function checkSeats({ village, slate, people }: Team): Violation[] {
  const held = (post: Post) => people.filter(({ posts }) => posts.includes(post)).length
  const faults = [
    ...(held('secretary') > 1 ? ['two secretaries'] : []),
    ...(held('chair') > 1 ? ['two chairs'] : []),
    ...(held('party-member') > Math.max(0, village.seats.party - 1)
      ? ['too many party members']
      : []),
    ...(held('supervision-head') > 1 ? ['two heads of supervision'] : []),
    ...(held('supervisor') > Math.max(0, village.seats.supervision - 1)
      ? ['too many supervisors']
      : []),
    ...(held('committee-member') > Math.max(0, village.seats.committee - 1)
      ? ['too many committee members']
      : []),
    ...slate.seats.flatMap(({ talent, post, portfolio }) => {
      const isHead = slate.seats.some(
        (one) => one.talent === talent && one.post === 'supervision-head',
      )
      const isMeant = post === 'party-member' && isHead
      return isMeant === (portfolio === 'discipline')
        ? []
        : [`${talent} is ${isMeant ? '' : 'not '}the discipline member`]
    }),
    ...people.flatMap(({ talent, posts }) => {
      return isHoldable(posts) ? [] : [`${talent.id} holds ${posts.join(', ')}`]
    }),
  ]
  return faults.map((what) => ({ village: village.code, what }))
}

/** One post of a committee each; on supervision nobody of the committee, of the party only a member who heads it. */
function isHoldable(posts: readonly Post[]): boolean {
  const on = (...some: Post[]) => posts.filter((post) => some.includes(post)).length
  const [party, committee] = [on('secretary', 'party-member'), on('chair', 'committee-member')]
  const supervision = on('supervision-head', 'supervisor')
  if (party > 1 || committee > 1 || supervision > 1) return false
  if (supervision === 0) return true
  return committee === 0 && (party === 0 || on('party-member', 'supervision-head') === 2)
}

export function checkKinship({ village, people }: Team, { kin }: Problem): Violation[] {
  const sits = new Set(people.map(({ talent }) => talent.id))
  return kin
    .filter(({ a, b }) => a !== b && sits.has(a) && sits.has(b))
    .map(({ a, b }) => ({ village: village.code, what: `${a} and ${b} are kin` }))
}

export function checkPlaces({ slates }: Plan): Violation[] {
  const places = new Map<string, Set<string>>()
  for (const { village, seats } of slates)
    for (const { talent } of seats)
      places.set(talent, (places.get(talent) ?? new Set()).add(village))
  return [...places]
    .filter(([, villages]) => villages.size > 1)
    .map(([talent, villages]) => ({
      village: null,
      what: `${talent} sits in ${[...villages].join(' and ')}`,
    }))
}

export function checkPins({ pins }: Problem, { slates }: Plan): Violation[] {
  return pins
    .filter(
      (pin) =>
        !slates.some(
          ({ village, seats }) =>
            village === pin.village &&
            seats.some(({ talent, post }) => talent === pin.talent && post === pin.post),
        ),
    )
    .map((pin) => ({
      village: pin.village,
      what: `${pin.talent} is pinned as ${pin.post} but not seated`,
    }))
}
