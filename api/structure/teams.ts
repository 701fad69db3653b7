import {
  ageOn,
  type CompositionMember,
  type CompositionTeam,
  type Day,
  type Post,
  type Talent,
} from '../../matching/index.ts'
import type { County, VillageOfCounty } from '../candidacies.ts'

/** Teams by village; a village of which nobody is known is not in it. */
export type Teams = ReadonlyMap<string, CompositionTeam>
/** Somebody in posts of a village, with the day on which the age is counted. */
export type Holder = { talent: string; posts: readonly string[]; on: Day }

const OF_TWO: readonly Post[] = ['secretary', 'party-member', 'chair', 'committee-member']

/** Who sits on the two committees of each village; whoever only supervises is in no count. */
export function teamsOf(
  county: County,
  holders: ReadonlyMap<string, readonly Holder[]>,
): Map<string, CompositionTeam> {
  const teams = [...holders].flatMap(([code, held]): [string, CompositionTeam][] => {
    const village = county.villages.get(code)
    const team = village && teamOf(county, village, held)
    return team ? [[code, team]] : []
  })
  return new Map(teams)
}

/** In office now, with ages on the day that is asked for of each. */
export function inOffice(
  county: County,
  dayOf: (office: VillageOfCounty['incumbents'][number]) => Day,
): Map<string, Holder[]> {
  return new Map(
    [...county.villages.values()].map(({ code, incumbents }) => [
      code,
      incumbents.map((office) => ({ ...office, on: dayOf(office) })),
    ]),
  )
}

function teamOf(
  { talents }: County,
  { matching: { seats } }: VillageOfCounty,
  held: readonly Holder[],
): CompositionTeam | null {
  const sitting = held.flatMap(({ posts, ...one }) => {
    const own = OF_TWO.filter((post) => posts.includes(post))
    return own.length === 0 ? [] : [{ ...one, posts: own }]
  })
  if (sitting.length === 0) return null
  const members = sitting.flatMap(({ talent: id, posts, on }) => {
    const talent = talents.get(id)
    return talent ? [memberOn(talent, posts, on)] : []
  })
  const there = seats.party + seats.committee
  const missing = sitting.length - members.length
  return { seats: there === 0 ? null : there, members, missing }
}

function memberOn(talent: Talent, posts: Post[], on: Day): CompositionMember {
  const { id, bornOn, sex, education, nationality, partyStatus, sources, experienceYears } = talent
  return {
    ...{ talent: id, posts, age: bornOn === null ? null : ageOn(bornOn, on) },
    ...{ sex, education, nationality, partyStatus, sources, experienceYears },
  }
}
