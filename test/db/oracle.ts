import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { Rows } from './county.ts'

/** What a scope sees of a county that is held in plain arrays. */
export type Seen = {
  rows: Rows
  scope: Scope
  townships: Set<string>
  villages: Set<string>
  /** Villages that became part of one of them in mid-term: their record stays readable. */
  former: Set<string>
  /** Both. */
  recorded: Set<string>
  people: Set<string>
  /** People in rounds, by their ids as nominees. */
  nominees: Set<string>
}

/** The rule of `db/scope.ts` once more, without SQL: what is asked for is held together. */
export function seenBy(rows: Rows, scope: Scope): Seen {
  const standing = rows.villages.filter(({ mergedInto }) => mergedInto === null)
  const villages = isOfPeople(scope) ? [] : standing.filter((it) => isIn(it, scope))
  const codes = new Set(villages.map(({ code }) => code))
  const former = rows.villages.filter(({ mergedInto }) => codes.has(mergedInto ?? ''))
  // The county reads what is on record of whatever place.
  const recorded = isWhole(scope) ? rows.villages : [...villages, ...former]
  return {
    rows,
    scope,
    townships: new Set(townshipsOf(rows, scope)),
    villages: codes,
    former: new Set(former.map(({ code }) => code)),
    recorded: new Set(recorded.map(({ code }) => code)),
    people: new Set(rows.talents.filter((it) => isSeen(rows, scope, it)).map(({ id }) => id)),
    nominees: new Set(
      rows.nominees.filter((it) => isProposed(rows, scope, it)).map(({ id }) => id),
    ),
  }
}

/** Who serves in the latest term of each village that is seen. */
export function inOffice({ rows, scope, villages }: Seen) {
  if (scope.isWithoutPeople) return []
  return rows.incumbents.filter((it) => villages.has(it.villageCode) && isLatest(rows, it))
}

function townshipsOf(rows: Rows, scope: Scope): string[] {
  if (isOfPeople(scope)) return []
  const { townshipCode, villageCodes } = scope
  const standing = rows.villages.filter(({ mergedInto }) => mergedInto === null)
  const named = standing.filter(({ code }) => villageCodes?.includes(code))
  return rows.townships
    .map(({ code }) => code)
    .filter((code) => townshipCode === undefined || code === townshipCode)
    .filter((code) => !villageCodes || named.some((it) => it.townshipCode === code))
}

function isSeen(rows: Rows, scope: Scope, person: Database['talents']): boolean {
  const { menteesOf, casesOf, talentId, isWithoutPeople } = scope
  const isPlaced = scope.townshipCode !== undefined || scope.villageCodes !== undefined
  return (
    !isWithoutPeople &&
    (!isPlaced || isAtHome(scope, person) || serves(rows, scope, person.id)) &&
    (menteesOf === undefined ||
      rows.mentorships.some(
        (it) => it.mentorId === menteesOf && it.talentId === person.id && it.endedOn === null,
      )) &&
    (casesOf === undefined ||
      rows.reviewCases.some(
        (it) => it.departmentId === casesOf && it.talentId === person.id && it.closedAt === null,
      )) &&
    (talentId === undefined || person.id === talentId)
  )
}

/** Where they are proposed, wherever they live. */
function isProposed(rows: Rows, scope: Scope, nominee: Database['nominees']): boolean {
  const { townshipCode, villageCodes, menteesOf, casesOf, talentId, isWithoutPeople } = scope
  return (
    !isWithoutPeople &&
    menteesOf === undefined &&
    (townshipCode === undefined || nominee.townshipCode === townshipCode) &&
    (villageCodes === undefined || villageCodes.includes(nominee.villageCode ?? 'none')) &&
    (casesOf === undefined ||
      rows.reviewCases.some(
        (it) => it.departmentId === casesOf && it.nomineeId === nominee.id && it.closedAt === null,
      )) &&
    (talentId === undefined || nominee.talentId === talentId)
  )
}

function isAtHome(scope: Scope, { homeTownshipCode, homeVillageCode }: Database['talents']) {
  return isIn({ code: homeVillageCode, townshipCode: homeTownshipCode }, scope)
}

function serves(rows: Rows, scope: Scope, talentId: string): boolean {
  const village = new Map(rows.villages.map((it) => [it.code, it]))
  return rows.incumbents.some((it) => {
    const place = village.get(it.villageCode)!
    const holds = it.talentId === talentId && isLatest(rows, it)
    return holds && place.mergedInto === null && isIn(place, scope)
  })
}

function isIn(place: { code: string; townshipCode: string }, scope: Scope): boolean {
  const { townshipCode, villageCodes } = scope
  return (
    (townshipCode === undefined || place.townshipCode === townshipCode) &&
    (villageCodes === undefined || villageCodes.includes(place.code))
  )
}

function isLatest({ terms }: Rows, { termId, villageCode }: Database['incumbents']): boolean {
  const own = terms.filter((it) => it.villageCode === villageCode)
  const latest = own.toSorted((a, b) => b.startedOn.localeCompare(a.startedOn))[0]
  return latest?.id === termId
}

function isWhole({ countyCode: _, ...narrowed }: Scope): boolean {
  const { isWithoutPeople: __, ...places } = narrowed
  return Object.values(places).every((value) => value === undefined)
}

function isOfPeople({ menteesOf, casesOf, talentId }: Scope): boolean {
  return menteesOf !== undefined || casesOf !== undefined || talentId !== undefined
}
