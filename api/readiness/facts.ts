import type { Db } from '../../db/connect.ts'
import { listReviewStandings } from '../../db/review-standings.ts'
import { listFormerVillages } from '../../db/villages.ts'
import {
  type Day,
  latestOf,
  listOf,
  type ReviewStanding,
  type Talent,
  type TeamOutlook,
  type VillageEntry,
  type VillageFacts,
} from '../../matching/index.ts'
import type { County } from '../candidacies.ts'
import { entriesOfVillages } from '../village-entries/stored.ts'
import { listFacts } from './lists.ts'

/** What a village's colour follows from, with how well its people are known. */
export type FactsOfVillage = VillageFacts & {
  village: string
  township: string
  people: number
  /** People of whom nothing is newer than two years. */
  stale: number
}
type Asked = {
  county: County
  /** All of the county when null. */
  codes: readonly string[] | null
  teams: ReadonlyMap<string, TeamOutlook>
  today: Day
}

/** The facts of villages in a handful of statements, however many they are; villages that there are not are left out. */
export async function factsOfVillages(
  db: Db,
  { county, codes, teams, today }: Asked,
): Promise<FactsOfVillage[]> {
  const scope = { countyCode: county.code }
  const former = await listFormerVillages(db, scope)
  const into = new Map(former.map(({ code, mergedInto }) => [code, mergedInto]))
  const given = codes?.map((code) => into.get(code) ?? code) ?? [...county.villages.keys()]
  const asked = [...new Set(given)].filter((code) => county.villages.has(code))
  const recorded = codes && [
    ...asked,
    ...former.flatMap(({ code, mergedInto }) => (asked.includes(mergedInto) ? [code] : [])),
  ]
  const entries = Map.groupBy(
    await entriesOfVillages(db, scope, recorded),
    ({ villageCode }) => into.get(villageCode) ?? villageCode,
  )
  const lists = await listFacts(db, scope, county, asked)
  const reviews = Map.groupBy(
    await listReviewStandings(db, scope, codes && asked),
    ({ villageCode }) => villageCode!,
  )
  const homes = homesOf(county, asked)
  return asked.map((code) => {
    const village = county.villages.get(code)!
    const own = entries.get(code) ?? []
    const people = homes.get(code) ?? []
    return {
      ...{ village: code, township: village.matching.township, entries: own },
      households: householdsIn(own) ?? village.households,
      reserves: people.filter(isReserve).length,
      list: listOf(lists.get(code) ?? NOBODY, today),
      team: teams.get(code) ?? null,
      review: reviewOf(reviews.get(code) ?? [], today),
      people: people.length,
      stale: people.filter((person) => isStale(person, today)).length,
    }
  })
}

const NOBODY = { candidates: [], decision: null }

function homesOf({ talents }: County, codes: readonly string[]): Map<string, Talent[]> {
  const homes = new Map<string, Talent[]>(codes.map((code) => [code, []]))
  for (const talent of talents.values()) homes.get(talent.homeVillage)?.push(talent)
  return homes
}

function householdsIn(entries: readonly VillageEntry[]): number | null {
  return latestOf(entries, 'statistics').at(0)?.body.households ?? null
}

const isReserve = ({ status, consent }: Talent) => status === 'reserve' && consent === 'given'

/** Years after which nobody should rely on what the newest evidence says. */
const STALE_YEARS = 2

/** Of whom there is no evidence at all, nothing is known of today either. */
function isStale(talent: Talent, today: Day): boolean {
  const newest = newestOf(talent)
  const [year, rest] = [Number(today.slice(0, 4)), today.slice(4)]
  return newest === null || newest < `${year - STALE_YEARS}${rest}`
}

const newest = new WeakMap<Talent, Day | null>()

function newestOf(talent: Talent): Day | null {
  const known = newest.get(talent)
  if (known !== undefined) return known
  const days = talent.evidence.map(({ on }) => on)
  const latest = days.reduce<Day | null>((max, on) => (max === null || on > max ? on : max), null)
  newest.set(talent, latest)
  return latest
}

type ReviewRow = Awaited<ReturnType<typeof listReviewStandings>>[number]

/** A case counts as answered while its answer stands; 'more is needed' is no answer yet. An excused department is not asked. */
function reviewOf(rows: readonly ReviewRow[], today: Day): ReviewStanding | null {
  if (rows.length === 0) return null
  const isExcused = ({ answer, closedAt }: ReviewRow) => answer === null && closedAt !== null
  const cases = rows.filter((row) => row.caseId !== null && !isExcused(row))
  const answered = cases.filter(({ answer }) => answer === 'pass' || answer === 'objection')
  const open = cases.filter(({ answer }) => answer === null)
  const ends = answered.flatMap(({ validUntil }) => validUntil ?? []).sort()
  return {
    nominees: new Set(rows.map(({ nomineeId }) => nomineeId)).size,
    asked: cases.length,
    answered: answered.length,
    objections: answered.filter(({ answer }) => answer === 'objection').length,
    late: open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    lapsed: answered.filter(({ validUntil }) => validUntil !== null && validUntil < today).length,
    validUntil: ends[0] ?? null,
  }
}
