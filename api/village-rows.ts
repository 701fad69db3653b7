import {
  type Day,
  memberOf,
  type Need,
  type Placement,
  patternOf,
  type Structure,
  structureOf,
  type Talent,
  type Village,
} from '../matching/index.ts'
import type { VillageOfCounty } from './candidacies.ts'
import type { CountyRows } from './county-rows.ts'

type Office = { talent: string; posts: string[]; tookOfficeOn: Day }
type Context = { talents: Map<string, Talent>; referenceOn: Day }

type VillageRows = Pick<
  CountyRows,
  'townships' | 'villages' | 'posts' | 'terms' | 'incumbents' | 'needs'
> & { portraits: readonly { homeVillageCode: string }[] }

/** The villages of a county: facts for people to read and, beside them, what matching reads. */
export function villagesOf(rows: VillageRows, context: Context): VillageOfCounty[] {
  const parts = partsOf(rows)
  const townships = new Map(rows.townships.map(({ code, name }) => [code, name]))
  const pool = Map.groupBy(rows.portraits, ({ homeVillageCode }) => homeVillageCode)
  return rows.villages.map((row) => {
    const posts = (parts.posts.get(row.code) ?? []).map(({ post, seats }) => ({ post, seats }))
    const term = parts.terms.get(row.code)?.[0] ?? null
    const offices = officesOf(parts.incumbents.get(row.code) ?? [])
    const matching: Village = {
      code: row.code,
      name: row.name,
      kind: row.kind,
      township: row.townshipCode,
      townshipName: townships.get(row.townshipCode) ?? row.townshipCode,
      isKey: row.isKey === 1,
      hasMinorities: row.hasMinorities === null ? null : row.hasMinorities === 1,
      seats: seatsOf(posts),
      needs: (parts.needs.get(row.code) ?? []).map(needOf),
      lastTerm: structureIn(row.code, offices, context, ({ tookOfficeOn }) => tookOfficeOn),
      current: structureIn(row.code, offices, context, () => context.referenceOn),
    }
    return {
      code: row.code,
      name: row.name,
      kind: row.kind,
      area: row.area,
      isKey: row.isKey === 1,
      households: row.households,
      population: row.population,
      partyMembers: row.partyMembers,
      collectiveIncome: row.collectiveIncome,
      trades: row.trades,
      terrain: row.terrain,
      posts,
      term: term && termOf(term),
      incumbents: offices,
      pool: pool.get(row.code)?.length ?? 0,
      matching,
    }
  })
}

function partsOf(rows: VillageRows) {
  const by = <Row extends { villageCode: string }>(list: Row[]) =>
    Map.groupBy(list, ({ villageCode }) => villageCode)
  return {
    posts: by(rows.posts),
    terms: by(rows.terms),
    needs: by(rows.needs),
    incumbents: by(rows.incumbents),
  }
}

function termOf({ startedOn, endsOn, turnout, rounds }: CountyRows['terms'][number]) {
  return { startedOn, endsOn, turnout, rounds }
}

function officesOf(incumbents: CountyRows['incumbents']): Office[] {
  const byTalent = Map.groupBy(incumbents, ({ talentId }) => talentId)
  return [...byTalent].map(([talent, held]) => ({
    talent,
    posts: held.map(({ post }) => post),
    tookOfficeOn: held[0]!.tookOfficeOn,
  }))
}

/** Seats in all: a committee's head sits on it. */
export function seatsOf(posts: { post: string; seats: number }[]): Village['seats'] {
  const of = (name: string) => posts.find(({ post }) => post === name)?.seats ?? 0
  return {
    party: of('secretary') + of('party-member'),
    committee: of('chair') + of('committee-member'),
    // Rows say 'supervision-member' for what matching calls a supervisor.
    supervision: of('supervision-head') + of('supervision-member'),
  }
}

export function needOf({ skillId, weight, zh, en }: CountyRows['needs'][number]): Need {
  return { skill: skillId, weight, words: { zh, en } }
}

/** Structure of the two committees with ages on the day that is asked for; null when nobody is known. */
function structureIn(
  village: string,
  offices: Office[],
  { talents }: Context,
  dayOf: (office: Office) => Day,
): Structure | null {
  const team = offices.flatMap((office): Placement[] => {
    const talent = talents.get(office.talent)
    const pattern = patternIn(office.posts)
    return talent && pattern ? [{ village, member: memberOf(talent, dayOf(office)), pattern }] : []
  })
  return team.length === 0 ? null : structureOf(team)
}

/** One post on each committee at most; supervision counts in neither. */
function patternIn(posts: string[]) {
  const party = (['secretary', 'party-member'] as const).find((post) => posts.includes(post))
  const committee = (['chair', 'committee-member'] as const).find((post) => posts.includes(post))
  return patternOf([party, committee].filter((post) => post !== undefined))
}
