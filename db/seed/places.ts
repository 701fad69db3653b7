import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { PostTable, TownshipTable, VillageTable } from '../schema.ts'
import { BEIZHUANG, BEIZHUANG_VILLAGES, factsOf } from './beizhuang.ts'
import { createRandom, type Random } from './random.ts'
import { COMMUNITY_TRADES, TRADES_OF, type TradeName } from './trades.ts'

export const COUNTY = {
  countyCode: '370406',
  name: '山亭区',
  province: '山东省',
  isDemonstration: 1,
} as const

/** A village as the generator uses it. */
export type Place = {
  countyCode: string
  code: string
  name: string
  township: string
  kind: 'village' | 'community'
  trades: TradeName[]
  seats: { party: number; committee: number }
  hasMinorities: boolean | null
}
export type Places = { townships: TownshipTable[]; villages: VillageTable[]; places: Place[] }

type Line = { township_code: string; township: string; village_code: string; village: string }

/** The county's real townships and villages by name and code; every other fact about them is invented. */
export function createPlaces(seed: number): Places {
  const lines = readLines()
  const random = createRandom(seed, 'places')
  const areas = areasOf(lines)
  const keys = keyVillages(lines, random)
  const made = lines.map((line) => createPlace(line, random))
  const villages = made.map((place) =>
    villageRow(place, areas.get(place.code)!, keys.has(place.code), random),
  )
  return { townships: townshipsOf(lines), villages, places: made }
}

export function postRows({
  countyCode,
  code,
  seats,
}: Pick<Place, 'countyCode' | 'code' | 'seats'>): PostTable[] {
  const row = (post: PostTable['post'], count: number) => ({
    countyCode,
    villageCode: code,
    post,
    seats: count,
  })
  return [
    row('secretary', 1),
    row('party-member', seats.party - 1),
    row('chair', 1),
    row('committee-member', seats.committee - 1),
    row('supervision-head', 1),
    row('supervision-member', 2),
  ]
}

function readLines(): Line[] {
  const text = readFileSync(join(import.meta.dirname, 'data', 'shanting-370406.csv'), 'utf8')
  return parse(text, { columns: true, bom: true })
}

function townshipsOf(lines: readonly Line[]): TownshipTable[] {
  const names = new Map(lines.map((line) => [line.township_code, line.township]))
  return [...names].map(([code, name]) => ({ countyCode: COUNTY.countyCode, code, name }))
}

/**
 * 北庄村委会 → 北庄村, 双山居委会 → 双山社区, 运河社区居委会 → 运河社区; 六里村村民委员会, 涧河社区居民委员会 and
 * 先峰社区村委会 stand in the lists, too.
 */
export function placeName(official: string): { name: string; kind: Place['kind'] } {
  const residents = official.match(/^(.+?)(社区)?(居委会|居民委员会)$|^(.+)社区$/)
  if (residents) return { name: `${residents[1] ?? residents[4]}社区`, kind: 'community' }
  const villagers = official.match(/^(.+?)村民委员会$|^(.+社区)村委会$/)
  if (!villagers) return { name: official.replace(/委会$/, ''), kind: 'village' }
  const name = villagers[1] ?? villagers[2]!
  return { name: /(村|社区)$/.test(name) ? name : `${name}村`, kind: 'village' }
}

function createPlace(line: Line, random: Random): Place {
  const { name, kind } = placeName(line.village)
  const facts = line.township_code === BEIZHUANG ? factsOf(name) : undefined
  const trades = tradesOf(line.township_code, kind, random)
  const seats = seatsOf(kind, random)
  return {
    countyCode: COUNTY.countyCode,
    code: line.village_code,
    name,
    kind,
    township: line.township_code,
    trades: facts?.trades ?? trades,
    seats: facts ? { party: facts.party, committee: facts.committee } : seats,
    hasMinorities: facts ? false : minoritiesOf(random),
  }
}

function tradesOf(township: string, kind: Place['kind'], random: Random): TradeName[] {
  const weights = kind === 'community' ? COMMUNITY_TRADES : TRADES_OF[township]!
  const first = random.weighted(weights)
  const second = random.weighted(weights)
  return first === second ? [first] : [first, second]
}

function seatsOf(kind: Place['kind'], random: Random): Place['seats'] {
  const party = Number(random.weighted({ 3: 82, 4: 11, 5: 7 }))
  const committee = Number(random.weighted({ 3: 76, 4: 6, 5: 15, 7: 3 }))
  if (kind === 'community') return { party: 5, committee: 7 }
  return { party, committee: committee < party ? party : committee }
}

function minoritiesOf(random: Random): boolean | null {
  const answer = random.weighted({ yes: 2, no: 94, unknown: 4 })
  return answer === 'unknown' ? null : answer === 'yes'
}

/** Five key and difficult villages in Beizhuang (S2), one in about twenty elsewhere. */
function keyVillages(lines: readonly Line[], random: Random): Set<string> {
  const isKey = (line: Line) => {
    const { name, kind } = placeName(line.village)
    if (line.township_code === BEIZHUANG) return factsOf(name)?.isKey === true
    return kind === 'village' && random.chance(0.05)
  }
  return new Set(lines.filter(isKey).map((line) => line.village_code))
}

/** Villages stand in the list by neighbourhood: an office area is a run of about six, named after its first. */
function areasOf(lines: readonly Line[]): Map<string, string> {
  const areas = new Map<string, string>()
  for (const group of Map.groupBy(lines, (line) => line.township_code).values()) {
    const count = group[0]!.township_code === BEIZHUANG ? 4 : Math.round(group.length / 6)
    for (const [index, line] of group.entries()) {
      const first = Math.ceil((Math.floor((index * count) / group.length) * group.length) / count)
      areas.set(line.village_code, `${stem(group[first]!.village)}片区`)
    }
  }
  return areas
}

const stem = (official: string) => official.replace(/(村|社区)?(委会|居委会)$/, '')

function villageRow(place: Place, area: string, isKey: boolean, random: Random): VillageTable {
  const { countyCode, code, township, name, kind, trades, hasMinorities } = place
  const isSmall = place.seats.party === 3 && place.seats.committee === 3
  const households =
    kind === 'community'
      ? random.integer(900, 3200)
      : Math.round(random.normal(isSmall ? 310 : 480, 90, 120, 820))
  const population = Math.round(households * random.normal(3.15, 0.15, 2.7, 3.6))
  const share = random.normal(0.036, 0.006, 0.022, 0.055)
  const income = random.normal(kind === 'community' ? 60 : isKey ? 14 : 28, 11, 5, 120)
  return {
    countyCode,
    code,
    townshipCode: township,
    name,
    kind,
    area,
    isKey: isKey ? 1 : 0,
    households,
    population: random.chance(0.02) ? null : population,
    partyMembers: Math.round(population * (kind === 'community' ? 0.022 : share)),
    collectiveIncome: random.chance(0.03) ? null : Math.round(income * 100) * 100,
    trades: JSON.stringify(trades),
    terrain: terrainOf(kind, township, random),
    hasMinorities: hasMinorities === null ? null : hasMinorities ? 1 : 0,
    ...{ mergedInto: null, mergedOn: null },
    ...(township === BEIZHUANG ? BEIZHUANG_VILLAGES[name]?.row : {}),
  }
}

function terrainOf(kind: Place['kind'], township: string, random: Random): VillageTable['terrain'] {
  if (kind === 'community') return 'plain'
  const isLow = ['370406102', '370406103', '370406105', '370406405'].includes(township)
  return random.weighted(
    isLow ? { plain: 5, hill: 4, mountain: 0 } : { plain: 0, hill: 5, mountain: 4 },
  )
}
