import type { Db } from '../db/connect.ts'
import type { Scope } from '../db/scope.ts'
import { ageOn, type Policy, type Talent } from '../matching/index.ts'
import type { County, TownshipOfCounty, VillageOfCounty } from './candidacies.ts'
import { type CountyRows, readRows } from './county-rows.ts'
import type { Person } from './people.ts'
import { policyOf } from './stored-policy.ts'
import { talentOf } from './talent-rows.ts'
import { villagesOf } from './village-rows.ts'

/**
 * Reads a county, or as much of it as the scope sees, and brings its rows into the shape that matching reads; by the
 * policy in force unless another is given.
 */
export async function loadCounty(db: Db, scope: Scope, policy?: Policy): Promise<County> {
  const rows = await readRows(db, scope)
  return countyFrom(rows, policy ?? policyOf(rows.policy))
}

function countyFrom(rows: CountyRows, policy: Policy): County {
  const talents = byId(rows.portraits.map(talentOf))
  const villages = byCode(villagesOf(rows, { talents, referenceOn: policy.referenceOn }))
  const occupations = new Map(rows.portraits.map(({ id, occupation }) => [id, occupation]))
  const person = (talent: Talent) =>
    personOf(talent, occupations.get(talent.id) ?? null, rows.placeNames, policy)
  return {
    code: rows.county.countyCode,
    name: rows.county.name,
    policy,
    townships: townshipsOf(rows, villages),
    villages,
    talents,
    people: byId([...talents.values()].map(person)),
    kin: rows.familyLinks
      .filter(({ isBarred }) => isBarred === 1)
      .map(({ talentId, relativeId, relation }) => ({ a: talentId, b: relativeId, relation })),
  }
}

function townshipsOf(rows: CountyRows, villages: Map<string, VillageOfCounty>) {
  const byTownship = Map.groupBy(villages.values(), ({ matching }) => matching.township)
  return byCode(
    rows.townships.map(
      ({ code, name }): TownshipOfCounty => ({ code, name, villages: byTownship.get(code) ?? [] }),
    ),
  )
}

export function personOf(
  talent: Talent,
  occupation: string | null,
  names: ReadonlyMap<string, string>,
  { referenceOn }: Policy,
): Person {
  const { id, name, sex, bornOn, education, partyStatus, nationality, sources, status } = talent
  const place = (code: string) => ({ code, name: names.get(code) ?? code })
  const { incumbency, willingness, homeVillage, homeTownship } = talent
  return {
    id,
    name,
    sex,
    bornOn,
    age: bornOn === null ? null : ageOn(bornOn, referenceOn),
    education,
    partyStatus,
    nationality,
    sources,
    status,
    occupation,
    willingness,
    homeVillage: place(homeVillage),
    homeTownship: place(homeTownship),
    incumbency: incumbency && { village: place(incumbency.village), posts: incumbency.posts },
  }
}

function byCode<T extends { code: string }>(list: T[]): Map<string, T> {
  return new Map(list.map((one) => [one.code, one]))
}

function byId<T extends { id: string }>(list: T[]): Map<string, T> {
  return new Map(list.map((one) => [one.id, one]))
}
