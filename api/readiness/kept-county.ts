import type { Db } from '../../db/connect.ts'
import { listFamilyLinks } from '../../db/family-links.ts'
import { listNeeds } from '../../db/needs.ts'
import { findPolicy } from '../../db/policies.ts'
import { poolRevisionOf } from '../../db/pool.ts'
import { listChangedIds } from '../../db/pool-rows.ts'
import { listJudged } from '../../db/portraits.ts'
import { listPosts } from '../../db/posts.ts'
import { listIncumbents, listTerms } from '../../db/terms.ts'
import { listTownships } from '../../db/townships.ts'
import { listVillages, namesOfPlaces } from '../../db/villages.ts'
import { inReach, type Kin, type Talent } from '../../matching/index.ts'
import type { County, VillageOfCounty } from '../candidacies.ts'
import { loadCounty, personOf } from '../county.ts'
import { countyOf } from '../remembered.ts'
import { policyOf } from '../stored-policy.ts'
import { talentOf } from '../talent-rows.ts'
import { villagesOf } from '../village-rows.ts'

/** A county in memory as of a revision of its pool. */
export type KeptCounty = { county: County; revision: number; rebuiltAt: number }
/** Villages whose people, seats or policy are not those of before. */
export type Moved = ReadonlySet<string>

/**
 * The whole county as it is now. Only people who changed since are read anew: a county of tens of thousands is slow to
 * read, and one fact at a time changes.
 */
export async function keepCounty(
  db: Db,
  countyCode: string,
  before: KeptCounty | null,
): Promise<{ kept: KeptCounty; moved: Moved }> {
  const scope = { countyCode }
  const { poolRevision, poolRebuiltAt } = await poolRevisionOf(db, scope)
  const now = { revision: poolRevision, rebuiltAt: poolRebuiltAt }
  const isOld =
    before === null || before.rebuiltAt < now.rebuiltAt || before.revision > now.revision
  if (isOld) {
    // What the server keeps may be of before: the terminal writes beside it.
    const county = before === null ? await countyOf(db, scope) : await loadCounty(db, scope)
    return { kept: { county, ...now }, moved: new Set(county.villages.keys()) }
  }
  const ids = before.revision < now.revision ? await listChangedIds(db, scope, before.revision) : []
  const county = await followed(db, before.county, ids)
  return { kept: { county, ...now }, moved: movedBetween(before.county, county, ids) }
}

async function followed(db: Db, county: County, ids: readonly string[]): Promise<County> {
  const scope = { countyCode: county.code }
  const row = await findPolicy(db, scope)
  const isSame = row === undefined || row.version === county.policy.version
  const policy = isSame ? county.policy : policyOf(row)
  const names = await namesOfPlaces(db, scope)
  const portraits = await portraitsOf(db, county.code, ids)
  const gone = new Set(ids)
  const stay = [...county.talents.values()].filter(({ id }) => !gone.has(id))
  const talents = byId([...stay, ...portraits.map(talentOf)].sort(byOrder))
  const people = new Map(county.people)
  for (const id of ids) people.delete(id)
  for (const { id, occupation } of portraits)
    people.set(id, personOf(talents.get(id)!, occupation, names, policy))
  const townships = await listTownships(db, scope)
  const villages = await villagesNow(db, { ...county, policy }, talents, townships)
  return {
    ...county,
    ...{ policy, talents, people, villages, kin: await kinNow(db, county.code) },
    townships: new Map(
      townships.map(({ code, name }) => [
        code,
        {
          ...{ code, name },
          villages: [...villages.values()].filter(({ matching }) => matching.township === code),
        },
      ]),
    ),
  }
}

/** People of one statement at most. */
const AT_ONCE = 1_000

async function portraitsOf(db: Db, countyCode: string, ids: readonly string[]) {
  const found = []
  for (let at = 0; at < ids.length; at += AT_ONCE)
    found.push(...(await listJudged(db, { countyCode }, { ids: ids.slice(at, at + AT_ONCE) })))
  return found
}

/** Offices count in the structure of the last term, so that villages follow people. */
async function villagesNow(
  db: Db,
  { code: countyCode, policy }: County,
  talents: Map<string, Talent>,
  townships: Awaited<ReturnType<typeof listTownships>>,
): Promise<Map<string, VillageOfCounty>> {
  const scope = { countyCode }
  const rows = {
    townships,
    villages: await listVillages(db, scope),
    posts: await listPosts(db, scope),
    terms: await listTerms(db, scope),
    incumbents: await listIncumbents(db, scope),
    needs: await listNeeds(db, scope),
    portraits: [...talents.values()].map(({ homeVillage }) => ({ homeVillageCode: homeVillage })),
  }
  const villages = villagesOf(rows, { talents, referenceOn: policy.referenceOn })
  return new Map(villages.map((village) => [village.code, village]))
}

async function kinNow(db: Db, countyCode: string): Promise<Kin[]> {
  const links = await listFamilyLinks(db, { countyCode })
  return links
    .filter(({ isBarred }) => isBarred === 1)
    .map(({ talentId, relativeId, relation }) => ({ a: talentId, b: relativeId, relation }))
}

/** Wherever somebody who changed, or whose family did, could or can serve; villages that changed; all under another policy. */
function movedBetween(before: County, now: County, ids: readonly string[]): Moved {
  if (before.policy !== now.policy) return new Set(now.villages.keys())
  const moved = new Set<string>()
  const people = [...ids, ...kinMoved(before.kin, now.kin)].flatMap((id) => [
    ...[before.talents.get(id) ?? []].flat(),
    ...[now.talents.get(id) ?? []].flat(),
  ])
  for (const { homeVillage } of people) if (now.villages.has(homeVillage)) moved.add(homeVillage)
  for (const [code, { matching }] of now.villages)
    if (
      isOther(before.villages.get(code), now.villages.get(code)) ||
      people.some((talent) => inReach(talent, matching))
    )
      moved.add(code)
  return moved
}

function isOther(one: VillageOfCounty | undefined, other: VillageOfCounty | undefined): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}

function kinMoved(before: readonly Kin[], now: readonly Kin[]): string[] {
  const keyOf = ({ a, b }: Kin) => `${a} ${b}`
  const keys = new Set(before.map(keyOf))
  const differ = keys.symmetricDifference(new Set(now.map(keyOf)))
  return [...differ].flatMap((key) => key.split(' '))
}

function byOrder(a: Talent, b: Talent): number {
  return a.id < b.id ? -1 : 1
}

function byId(list: Talent[]): Map<string, Talent> {
  return new Map(list.map((one) => [one.id, one]))
}
