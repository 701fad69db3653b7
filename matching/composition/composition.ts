import {
  type CompositionAges,
  type CompositionMember,
  type Feature,
  type FeatureId,
  featuresBy,
  GROUPS,
  type GroupId,
  inGroup,
} from './features.ts'

/** So many of so many. A share is kept as its two counts and never rounded before it is shown. */
export type Ratio = { count: number; of: number }

/** A kind of people: how many, their years together over how many ages are known, and what else is counted of them. */
export type GroupCounts = {
  people: number
  years: Ratio
  features: Record<FeatureId, Ratio>
}

/** All counts of one team or of many, whole numbers that add up. */
export type Composition = {
  villages: number
  /** Seats of the two committees held, of those that there are. */
  seats: Ratio
  /** Villages whose secretary is the chair as well. */
  combined: Ratio
  /** Seats of people who are not on record any more: in no count of people. */
  missing: number
  groups: Record<GroupId, GroupCounts>
}

/** The two committees of one village; who only supervises is left out by whoever makes it. */
export type CompositionTeam = {
  /** Null: not known. */
  seats: number | null
  members: readonly CompositionMember[]
  missing: number
}

export function compositionOf(
  teams: readonly CompositionTeam[],
  ages: CompositionAges,
): Composition {
  const features = featuresBy(ages)
  const groups = Object.fromEntries(GROUPS.map((id) => [id, nobody(features)]))
  for (const { members } of teams)
    for (const member of members) addTo(groups as Composition['groups'], member, features)
  return {
    villages: teams.length,
    seats: seatsOf(teams),
    combined: { count: teams.filter(isCombinedIn).length, of: teams.length },
    missing: teams.reduce((sum, team) => sum + team.missing, 0),
    groups: groups as Composition['groups'],
  }
}

/** Of several places together. Nothing of nothing is a composition without villages. */
export function sumCompositions(all: readonly Composition[]): Composition | null {
  const [first, ...rest] = all
  if (first === undefined) return null
  return rest.reduce((sum, one) => added(sum, one) as Composition, first)
}

function nobody(features: readonly Feature[]): GroupCounts {
  const none = features.map(({ id }) => [id, { count: 0, of: 0 }])
  return { people: 0, years: { count: 0, of: 0 }, features: Object.fromEntries(none) }
}

/** What is asked of a person is asked once and counted in every group that the person is in. */
function addTo(
  groups: Composition['groups'],
  member: CompositionMember,
  features: readonly Feature[],
): void {
  const own = GROUPS.filter((id) => inGroup[id](member.posts)).map((id) => groups[id])
  for (const group of own) {
    group.people += 1
    group.years.count += member.age ?? 0
    group.years.of += member.age === null ? 0 : 1
  }
  for (const feature of features) {
    if (!feature.known(member)) continue
    const has = feature.has(member) ? 1 : 0
    for (const group of own) {
      group.features[feature.id].count += has
      group.features[feature.id].of += 1
    }
  }
}

const isCombinedIn = ({ members }: CompositionTeam) =>
  members.some(({ posts }) => inGroup.combined(posts))

/** A village whose seats are not known counts neither for those held nor for those that there are. */
function seatsOf(teams: readonly CompositionTeam[]): Ratio {
  const known = teams.filter(({ seats }) => seats !== null)
  const held = known.flatMap(({ members }) => members.map(({ posts }) => posts.length))
  return {
    count: held.reduce((sum, posts) => sum + posts, 0),
    of: known.reduce((sum, { seats }) => sum + (seats ?? 0), 0),
  }
}

type Nested = number | { [key: string]: Nested }

/** Number by number: both have the same shape. */
function added(a: Nested, b: Nested): Nested {
  if (typeof a === 'number' || typeof b === 'number') return (a as number) + (b as number)
  const out: { [key: string]: Nested } = {}
  for (const key in a) out[key] = added(a[key]!, b[key]!)
  return out
}
