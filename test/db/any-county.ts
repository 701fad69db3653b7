import fc from 'fast-check'
import type { Scope } from '../../db/scope.ts'
import { type Rows, rowsOf, talent, township, village } from './county.ts'
import { account, askedFor, UNASKED } from './county-offices.ts'
import { roundRows } from './county-rounds.ts'

/**
 * Counties and scopes by chance. All counties use the same codes and ids, so that only their county tells rows apart:
 * three townships, five villages, six people at most.
 */
const TOWNSHIPS = ['t1', 't2', 't3']
const VILLAGES = ['v1', 'v2', 'v3', 'v4', 'v5']
const IDS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']
const MENTORS = ['m1', 'm2']
const DEPARTMENTS = ['d1', 'd2']

export const PROBES = { people: [...IDS, 'nobody'], places: [...TOWNSHIPS, ...VILLAGES, 'nowhere'] }

const flag = fc.boolean()
const at = <T>(list: readonly T[]) => fc.constantFrom(...list)
/** Mostly nearly as many as there may be: what is not there cannot be shown to the wrong ones. */
const many = <T>(one: fc.Arbitrary<T>, maxLength: number) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.array(one, { minLength: maxLength - 2, maxLength }) },
    { weight: 1, arbitrary: fc.array(one, { maxLength }) },
  )
/** Mostly one of these; now and then something that is nowhere. */
const mostly = <T>(list: readonly T[], ...nowhere: T[]) =>
  fc.oneof({ weight: 8, arbitrary: at(list) }, { weight: 1, arbitrary: at(nowhere) })
const person = fc.record({
  home: at(VILLAGES),
  willingness: at(['village', 'county', null] as const),
  keepUntil: at([null, '2026-09-30', '2026-10-01', '2026-10-02']),
  isErased: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
})
const office = fc.record({
  village: at(VILLAGES),
  year: at(['2016', '2021']),
  post: at(['secretary', 'chair', 'committee-member'] as const),
  person: at(IDS),
})
const mentorship = fc.record({ mentor: at(MENTORS), person: at(IDS), hasEnded: flag })
const reviewCase = fc.record({
  department: at(DEPARTMENTS),
  person: at(IDS),
  isClosed: flag,
  isOfRound: flag,
})
/** Proposed for a village or, without one, for the pool of a township; not everybody is. */
const seat = fc.record({
  person: at(IDS),
  village: fc.option(at(VILLAGES)),
  isEnded: flag,
})
const link = fc.tuple(at(IDS), at(IDS)).map((pair) => pair.toSorted() as [string, string])

const plan = fc.record({
  townshipOf: fc.array(at(TOWNSHIPS), { minLength: 5, maxLength: 5 }),
  /** Villages that have elected twice; the others' first term is their latest. */
  hasTwoTerms: fc.array(flag, { minLength: 5, maxLength: 5 }),
  /** Of the last two villages: the one of the others that each became part of in mid-term. */
  merged: fc.array(fc.option(at(VILLAGES.slice(0, 3))), { minLength: 2, maxLength: 2 }),
  people: many(person, IDS.length),
  offices: many(office, 10),
  mentorships: many(mentorship, 8),
  cases: many(reviewCase, 8),
  seats: many(seat, 8),
  links: many(link, 8),
})
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never

export function anyCounty(countyCode: string): fc.Arbitrary<Rows> {
  return plan.map((it) => countyOf(countyCode, it))
}

const narrowing = {
  townshipCode: mostly(TOWNSHIPS, '', 'nowhere'),
  villageCodes: fc.oneof(fc.subarray(VILLAGES), fc.constant(['nowhere', 'v1'])),
  menteesOf: mostly(MENTORS, ''),
  casesOf: mostly(DEPARTMENTS, ''),
  talentId: mostly(IDS, ''),
  isWithoutPeople: fc.constant(true as const),
}

/** Narrowed in no way, in one of every way, or in any of them together. */
export function anyScope(countyCode: string): fc.Arbitrary<Scope> {
  const ways = Object.entries(narrowing).map(([way, value]) => fc.record({ [way]: value }))
  const together = fc.record(narrowing, { requiredKeys: [] })
  return fc
    .oneof(fc.constant({}), ...ways, together)
    .map((narrowed) => ({ countyCode, ...narrowed }))
}

function countyOf(countyCode: string, plan: Plan): Rows {
  const villages = VILLAGES.map((code, n) => {
    const into = plan.merged[n - 3] ?? null
    const merger = { mergedInto: into, mergedOn: into && '2026-06-01' }
    return { ...village({ countyCode, code: plan.townshipOf[n]! }, code), ...merger }
  })
  const homes = new Map(villages.map((it) => [it.code, it]))
  const talents = plan.people.map(({ home, willingness, keepUntil, isErased }, n) => ({
    ...talent(homes.get(home)!, IDS[n]!),
    ...{ willingness, keepUntil: isErased ? null : keepUntil },
    erasedAt: isErased ? '2026-11-25T08:00:00.000Z' : null,
  }))
  const rows = rowsOf(countyCode, {
    townships: TOWNSHIPS.map((code) => township(countyCode, code)),
    villages,
    talents,
  })
  return { ...rows, ...tiesOf(rows, plan) }
}

function tiesOf(rows: Rows, plan: Plan): Partial<Rows> {
  const { countyCode } = rows.counties[0]!
  const known = new Set(rows.talents.map(({ id }) => id))
  const terms = rows.terms.filter(
    ({ id, villageCode }) => id.endsWith('2016') || plan.hasTwoTerms[VILLAGES.indexOf(villageCode)],
  )
  const termIds = new Set(terms.map(({ id }) => id))
  const seats = unique(plan.seats, ({ person }) => person).filter(({ person }) => known.has(person))
  const proposed = new Set(seats.map(({ person }) => person))
  const homes = new Map(rows.talents.map(({ id, homeTownshipCode }) => [id, homeTownshipCode]))
  return {
    terms,
    ...roundRows(countyCode, {
      villages: rows.villages,
      seats: seats.map(({ person, village: code, isEnded }) => {
        const village = rows.villages.find((it) => it.code === code) ?? null
        const townshipCode = village?.townshipCode ?? homes.get(person)!
        return { talentId: person, village, townshipCode, isEnded }
      }),
    }),
    incumbents: unique(
      plan.offices.map(({ village, year, post, person }) => ({
        ...{ countyCode, termId: `${village}-${year}`, post, talentId: person },
        ...{ villageCode: village, tookOfficeOn: `${year}-01-12` },
      })),
      ({ termId, post, talentId }) => `${termId} ${post} ${talentId}`,
    ).filter(({ termId, talentId }) => termIds.has(termId) && known.has(talentId)),
    departments: DEPARTMENTS.map((id) => ({
      ...{ countyCode, id, zh: '部门', en: 'Department', isRetired: 0 as const },
    })),
    accounts: [
      ...rows.accounts,
      ...MENTORS.map((id) => account(countyCode, id, { role: 'mentor' })),
    ],
    mentorships: unique(
      plan.mentorships.map(({ mentor, person, hasEnded }) => ({
        ...{ countyCode, mentorId: mentor, talentId: person, startedOn: '2026-01-01' },
        endedOn: hasEnded ? '2026-06-30' : null,
      })),
      ({ mentorId, talentId }) => `${mentorId} ${talentId}`,
    ).filter(({ talentId }) => known.has(talentId)),
    reviewCases: unique(
      plan.cases.map(({ department, person, isClosed, isOfRound }) => ({
        ...{ countyCode, id: `${department} ${person}` },
        ...{ departmentId: department, talentId: person },
        ...{ openedAt: '2026-11-01', closedAt: isClosed ? '2026-11-20' : null },
        ...(isOfRound && proposed.has(person) ? askedFor(person) : UNASKED),
      })),
      ({ departmentId, talentId }) => `${departmentId} ${talentId}`,
    ).filter(({ talentId }) => known.has(talentId)),
    familyLinks: unique(
      plan.links.map(([talentId, relativeId]) => ({
        ...{ countyCode, talentId, relativeId, relation: 'cousin', isBarred: 1 as const },
      })),
      ({ talentId, relativeId }) => `${talentId} ${relativeId}`,
    ).filter(
      ({ talentId, relativeId }) =>
        talentId < relativeId && known.has(talentId) && known.has(relativeId),
    ),
  }
}

/** The last of each key stays. */
function unique<T>(rows: T[], keyOf: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()]
}
