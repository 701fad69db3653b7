import type { Db } from '../../db/connect.ts'
import { listNeeds } from '../../db/needs.ts'
import type { Scope } from '../../db/scope.ts'
import { listTownships } from '../../db/townships.ts'
import { listVillages } from '../../db/villages.ts'
import type { Need, Village } from '../../matching/index.ts'
import { needOf } from '../village-rows.ts'
import { plainName } from './signs.ts'

export type PlaceOfPool = { code: string; name: string; full: string; bare: string }
export type Places = {
  townships: Map<string, PlaceOfPool>
  villages: Map<string, PlaceOfPool>
  names: Map<string, string>
  /** As far as rules and criteria about one person ask about a village. */
  homes: Map<string, Village>
}

export async function readPlaces(db: Db, { countyCode }: Scope): Promise<Places> {
  const townships = await listTownships(db, { countyCode })
  const villages = await listVillages(db, { countyCode })
  const needs = Map.groupBy(await listNeeds(db, { countyCode }), (row) => row.villageCode)
  const names = new Map([...townships, ...villages].map(({ code, name }) => [code, name]))
  const needsOf = (code: string) => (needs.get(code) ?? []).map(needOf)
  return {
    townships: new Map(townships.map((it) => [it.code, placeOf(it)])),
    villages: new Map(villages.map((it) => [it.code, placeOf(it)])),
    names,
    homes: new Map(villages.map((it) => [it.code, homeOf(it, names, needsOf(it.code))])),
  }
}

/** Codes of the places that a word names: 北庄, 北庄村 and 北庄村委会 are one. */
export function placesNamed(places: ReadonlyMap<string, PlaceOfPool>, word: string): string[] {
  const plain = plainName(word)
  if ([...plain].length < 2) return []
  const bare = bareName(plain)
  return [...places.values()]
    .filter((it) => it.bare === bare || it.full.startsWith(plain))
    .map(({ code }) => code)
}

const SUFFIXES =
  /(村民委员会|居民委员会|村委会|居委会|社区居委会|党支部|街道办事处|人民政府|社区|街道|村|乡|镇)$/

/** A name without what kind of place it is, when enough is left. */
export function bareName(name: string): string {
  let bare = name
  for (;;) {
    const shorter = bare.replace(SUFFIXES, '')
    if (shorter === bare || [...shorter].length < 2) return bare
    bare = shorter
  }
}

function placeOf({ code, name }: { code: string; name: string }): PlaceOfPool {
  const full = plainName(name)
  return { code, name, full, bare: bareName(full) }
}

type VillageRow = Awaited<ReturnType<typeof listVillages>>[number]

function homeOf(row: VillageRow, names: ReadonlyMap<string, string>, needs: Need[]): Village {
  const { code, name, kind, townshipCode } = row
  return {
    code,
    name,
    kind,
    township: townshipCode,
    townshipName: names.get(townshipCode) ?? '',
    isKey: row.isKey === 1,
    hasMinorities: row.hasMinorities === null ? null : row.hasMinorities === 1,
    seats: { party: 0, committee: 0, supervision: 0 },
    needs,
    lastTerm: null,
    current: null,
  }
}
