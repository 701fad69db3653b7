import { sql } from 'kysely'
import * as accounts from '../../db/accounts.ts'
import { listCalendarDays } from '../../db/calendar-days.ts'
import type { Db } from '../../db/connect.ts'
import { listConsents } from '../../db/consents.ts'
import { findCorrection, listCorrections } from '../../db/corrections.ts'
import { findCounty } from '../../db/counties.ts'
import { listDeparturesOf } from '../../db/departures.ts'
import { DICTIONARIES, listEntries, listFreeSkills } from '../../db/dictionaries.ts'
import { listTermsOver } from '../../db/due-days.ts'
import { listAlike, listDuplicates } from '../../db/duplicates.ts'
import { listEvidenceOf } from '../../db/evidence.ts'
import { listFamilyLinks, listFamilyLinksOf } from '../../db/family-links.ts'
import { listHonoursOf } from '../../db/honours.ts'
import { listKnownPeople } from '../../db/import-people.ts'
import { findInvitation } from '../../db/invitations.ts'
import { pageOfFiles } from '../../db/kept-files.ts'
import { listKeyChecks } from '../../db/key-checks.ts'
import { listMentorships } from '../../db/mentorships.ts'
import { countUnread, listMessagesTo } from '../../db/messages.ts'
import { listNeeds } from '../../db/needs.ts'
import { findNominationDraft, listNominationDrafts } from '../../db/nomination-drafts.ts'
import { findNotice } from '../../db/notices.ts'
import { findPolicy, findPolicyDraft, findPolicyVersion, listPolicies } from '../../db/policies.ts'
import { findPortrait, listJudged, listPortraits } from '../../db/portraits.ts'
import { listPosts } from '../../db/posts.ts'
import * as fields from '../../db/private-fields.ts'
import { findRelative, listNamesakes, listRelativesOf } from '../../db/relatives.ts'
import { listReviewCases, listReviewCasesOf } from '../../db/review-cases.ts'
import { findRound, listOpenRoundIds, listRounds } from '../../db/rounds.ts'
import type { Scope } from '../../db/scope.ts'
import { findSession, listSessions } from '../../db/sessions.ts'
import { findSettings } from '../../db/settings.ts'
import { findFailures } from '../../db/sign-in-failures.ts'
import { listTagsOf } from '../../db/tags.ts'
import { listHistory } from '../../db/talent-history.ts'
import { listSkillsOf } from '../../db/talent-skills.ts'
import { listSourcesOf } from '../../db/talent-sources.ts'
import * as talents from '../../db/talents.ts'
import { listIncumbents, listIncumbentsAmong, listTerms } from '../../db/terms.ts'
import { countDraftsBy, listDraftsBy } from '../../db/to-do-groups.ts'
import { findTownship, listTownships } from '../../db/townships.ts'
import { findVillage, listVillages, namesOfPlaces } from '../../db/villages.ts'
import type { Rows } from './county.ts'
import { CHECKS } from './cultivation/check-readers.ts'
import { COURSE_FACTS, COURSES } from './cultivation/course-readers.ts'
import { ENTRIES } from './cultivation/entry-readers.ts'
import { GROWTH } from './cultivation/growth-readers.ts'
import { MENTORING, MENTORS } from './cultivation/mentoring-readers.ts'
import { OVERVIEW } from './cultivation/overview-readers.ts'
import { PLANS, TEMPLATES } from './cultivation/plan-readers.ts'
import { TRIALS } from './cultivation/trial-readers.ts'
import { inOffice, type Seen } from './oracle.ts'
import { NOMINEES } from './round-readers.ts'
import { SETTLED_TERMS, TERM_PEOPLE } from './term-change/composition-readers.ts'
import { VILLAGE_ENTRIES } from './term-change/entry-readers.ts'
import { FORM_PAGES, FORMS } from './term-change/form-readers.ts'
import { LIST_DECISIONS, LIST_NOMINEES } from './term-change/list-readers.ts'
import { OVERVIEWS } from './term-change/overview-readers.ts'
import { PAPERS } from './term-change/paper-readers.ts'
import { REVIEW_STANDINGS, STANDINGS } from './term-change/standing-readers.ts'
import { WARNINGS } from './term-change/warning-readers.ts'

/** Ids that are asked for one by one: of the county, of others, of nobody. */
export type Probes = { people: string[]; places: string[] }

/** A query, what it names, and what it should name by the oracle; in any order, doubles count. */
export type Reader = {
  name: string
  read: (db: Db, scope: Scope, probes: Probes) => Promise<string[]>
  expected: (seen: Seen) => string[]
}

export const DUE_DAY = '2026-10-01'
const WILLING = 'county'
/** All that people of `county.ts` are called. */
const NAMES = ['吕青', '宋雅楠']

/** Every query that reads people. */
export const PEOPLE: Reader[] = [
  { name: 'findTalent', read: eachPerson(talents.findTalent, (it) => it.id), expected: people },
  {
    name: 'namesOfTalents',
    read: async (db, scope, probes) => [
      ...(await talents.namesOfTalents(db, scope, probes.people)).keys(),
    ],
    expected: living,
  },
  {
    name: 'countTalents',
    read: async (db, scope) =>
      [...(await talents.countTalents(db, scope))].map(([code, count]) => `${code}: ${count}`),
    expected: (seen) => {
      const homes = livingRows(seen).map(({ homeVillageCode }) => homeVillageCode)
      return [...Map.groupBy(homes, (code) => code)].map(
        ([code, { length }]) => `${code}: ${length}`,
      )
    },
  },
  {
    name: 'listDueTalents',
    read: async (db, scope) => ids(await talents.listDueTalents(db, scope, DUE_DAY)),
    expected: (seen) =>
      ids(livingRows(seen).filter(({ keepUntil }) => keepUntil !== null && keepUntil <= DUE_DAY)),
  },
  {
    name: 'listPortraits',
    read: async (db, scope) => ids(await listPortraits(db, scope)),
    expected: living,
  },

  {
    name: 'listJudged',
    read: async (db, scope) => ids(await listJudged(db, scope)),
    expected: living,
  },
  {
    name: 'listPortraits in reach of a township',
    read: async (db, scope, probes) =>
      ids(await listPortraits(db, scope, { reachOf: probes.places[0]! })),
    expected: (seen) =>
      ids(
        livingRows(seen).filter(
          ({ homeTownshipCode, willingness }) =>
            willingness === WILLING || homeTownshipCode === seen.rows.townships[0]!.code,
        ),
      ),
  },
  {
    name: 'listKnownPeople',
    read: async (db, scope, probes) => ids(await listKnownPeople(db, scope, probes.people)),
    expected: living,
  },
  { name: 'findPortrait', read: eachPerson(findPortrait, (it) => it.id), expected: living },
  {
    name: 'listEvidenceOf',
    read: eachPerson(listEvidenceOf, (it) => it.id),
    expected: ({ rows, people }) => ids(rows.evidence.filter(about(people))),
  },
  {
    name: 'listHonoursOf',
    read: eachPerson(listHonoursOf, (it) => it.id),
    expected: ({ rows, people }) => ids(rows.honours.filter(about(people))),
  },
  {
    name: 'listDeparturesOf',
    read: eachPerson(listDeparturesOf, (it) => it.id),
    expected: ({ rows, people }) => ids(rows.departures.filter(about(people))),
  },
  {
    name: 'listRelativesOf',
    read: eachPerson(listRelativesOf, (it) => it.id),
    expected: ({ rows, people }) => ids(rows.relatives.filter(about(people))),
  },
  {
    name: 'findRelative',
    read: eachPerson(
      (db, scope, talentId) => findRelative(db, scope, { talentId, id: `${talentId}-row` }),
      (it) => it.id,
    ),
    expected: ({ rows, people }) => ids(rows.relatives.filter(about(people))),
  },
  {
    name: 'listNamesakes',
    read: async (db, scope) => ids(await listNamesakes(db, scope, NAMES)),
    expected: living,
  },
  {
    name: 'listTagsOf',
    read: async (db, scope, probes) => [...(await listTagsOf(db, scope, probes.people)).keys()],
    expected: ({ rows, people }) => rows.talentTags.filter(about(people)).map(named),
  },
  {
    name: 'listSkillsOf',
    read: eachWith(listSkillsOf),
    expected: ({ rows, people }) => rows.talentSkills.filter(about(people)).map(named),
  },
  {
    name: 'listSourcesOf',
    read: eachWith(listSourcesOf),
    expected: ({ rows, people }) => rows.talentSources.filter(about(people)).map(named),
  },
  {
    name: 'listHomes',
    read: async (db, scope, probes) => ids(await talents.listHomes(db, scope, probes.people)),
    expected: living,
  },
  {
    name: 'listAlike',
    read: async (db, scope, probes) => {
      const found: string[] = []
      for (const homeVillageCode of probes.places)
        for (const name of NAMES)
          found.push(...(await listAlike(db, scope, { name, homeVillageCode, bornOn: '1993-06' })))
      return found
    },
    expected: living,
  },
  {
    name: 'listDuplicates',
    read: async (db, scope) =>
      (await listDuplicates(db, scope, { limit: 500 })).pairs.map(({ a, b }) => `${a} ${b}`),
    expected: (seen) =>
      livingRows(seen).flatMap((one) =>
        livingRows(seen)
          .filter((other) => one.id < other.id && one.name === other.name)
          .map((other) => `${one.id} ${other.id}`),
      ),
  },
  {
    name: 'listFamilyLinks',
    read: async (db, scope) => (await listFamilyLinks(db, scope)).map(pair),
    expected: (seen) => links(seen).map(pair),
  },
  {
    name: 'listFamilyLinksOf',
    read: eachPerson(listFamilyLinksOf, pair),
    expected: (seen) => links(seen).flatMap((it) => [pair(it), pair(it)]),
  },
  {
    name: 'listMentorships',
    read: async (db, scope) => (await listMentorships(db, scope)).map(mentored),
    expected: ({ rows, people }) => rows.mentorships.filter(about(people)).map(mentored),
  },
  {
    name: 'listReviewCases',
    read: async (db, scope) => (await listReviewCases(db, scope)).map(asked),
    expected: ({ rows, people, scope: { casesOf } }) =>
      rows.reviewCases
        .filter(about(people))
        .filter(({ closedAt }) => closedAt === null)
        .filter(({ departmentId }) => casesOf === undefined || departmentId === casesOf)
        .map(asked),
  },
  {
    name: 'listReviewCasesOf',
    read: eachPerson(listReviewCasesOf, asked),
    expected: ({ rows, people, scope: { casesOf } }) =>
      rows.reviewCases
        .filter(about(people))
        .filter(({ departmentId }) => casesOf === undefined || departmentId === casesOf)
        .map(asked),
  },
  {
    name: 'listPrivateFields',
    read: eachPerson(fields.listPrivateFields, (it) => it.cipher),
    expected: ({ rows, people }) => rows.privateFields.filter(about(people)).map((it) => it.cipher),
  },
  {
    name: 'listPrivateFieldsIn',
    read: async (db, scope) =>
      (await fields.listPrivateFieldsIn(db, scope, 'phone')).map((it) => it.cipher),
    expected: ({ rows, people }) => rows.privateFields.filter(about(people)).map((it) => it.cipher),
  },
  {
    name: 'findByDigest',
    read: (db, scope) => fields.findByDigest(db, scope, 'phone', 'digest'),
    expected: people,
  },
  {
    name: 'listConsents',
    read: eachPerson(listConsents, (it) => it.id),
    expected: ({ rows, people }) => ids(rows.consents.filter(about(people))),
  },
  {
    name: 'listCorrections',
    read: async (db, scope) => ids(await listCorrections(db, scope)),
    expected: ({ rows, people }) => ids(rows.corrections.filter(about(people))),
  },
  {
    name: 'findCorrection',
    read: eachPerson(
      (db, scope, id) => findCorrection(db, scope, `${id}-row`),
      (it) => it.id,
    ),
    expected: ({ rows, people }) => ids(rows.corrections.filter(about(people))),
  },
  {
    name: 'listHistory',
    read: eachPerson(listHistory, (it) => it.id),
    expected: ({ rows, people }) => ids(rows.talentHistory.filter(about(people))),
  },
  {
    name: 'listIncumbents',
    read: async (db, scope) => (await listIncumbents(db, scope)).map(office),
    expected: (seen) => inOffice(seen).map(office),
  },
  {
    name: 'listIncumbentsAmong',
    read: async (db, scope) =>
      (await listIncumbentsAmong(db, scope, sql`talents.county_code = ${scope.countyCode}`)).map(
        office,
      ),
    expected: (seen) => inOffice(seen).map(office),
  },
  ...NOMINEES,
  ...CHECKS,
  ...COURSES,
  ...ENTRIES,
  ...GROWTH,
  ...TRIALS,
  ...PLANS,
  ...MENTORING,
  ...OVERVIEW,
  ...FORMS,
  ...TERM_PEOPLE,
  ...LIST_NOMINEES,
  ...REVIEW_STANDINGS,
]

/** Every query that reads places. */
export const PLACES: Reader[] = [
  ...COURSE_FACTS,
  ...VILLAGE_ENTRIES,
  ...OVERVIEWS,
  ...WARNINGS,
  ...LIST_DECISIONS,
  ...SETTLED_TERMS,
  ...STANDINGS,
  {
    name: 'listTownships',
    read: async (db, scope) => codes(await listTownships(db, scope)),
    expected: ({ townships }) => [...townships],
  },
  {
    name: 'findTownship',
    read: eachPlace(findTownship),
    expected: ({ townships }) => [...townships],
  },
  {
    name: 'listVillages',
    read: async (db, scope) => codes(await listVillages(db, scope)),
    expected: ({ villages }) => [...villages],
  },
  { name: 'findVillage', read: eachPlace(findVillage), expected: ({ villages }) => [...villages] },
  { name: 'listPosts', read: atVillages(listPosts), expected: ({ villages }) => [...villages] },
  { name: 'listNeeds', read: atVillages(listNeeds), expected: ({ villages }) => [...villages] },
  {
    name: 'listTerms',
    read: async (db, scope) => ids(await listTerms(db, scope)),
    expected: ({ rows, villages }) =>
      ids(rows.terms.filter(({ villageCode }) => villages.has(villageCode))),
  },
]

/** What belongs to a county as a whole, however narrow the scope: `each` is how many rows it has. */
export const COUNTY: {
  name: string
  read: (db: Db, scope: Scope) => Promise<unknown>
  each: number
}[] = [
  ...FORM_PAGES,
  ...PAPERS,
  ...TEMPLATES,
  { name: 'findCounty', read: one(findCounty), each: 1 },
  ...DICTIONARIES.map((dictionary) => ({
    name: `listEntries of ${dictionary}`,
    read: (db: Db, scope: Scope) => listEntries(db, scope, dictionary),
    each: dictionary === 'departments' ? 2 : 1,
  })),
  { name: 'listFreeSkills', read: async (...it) => [...(await listFreeSkills(...it))], each: 0 },
  { name: 'findPolicy', read: one(findPolicy), each: 1 },
  { name: 'findPolicyVersion', read: one((db, scope) => findPolicyVersion(db, scope, 1)), each: 1 },
  { name: 'listPolicies', read: listPolicies, each: 1 },
  { name: 'findPolicyDraft', read: own(findPolicyDraft, '-county'), each: 1 },
  { name: 'findSettings', read: one(findSettings), each: 1 },
  { name: 'findNotice', read: one(findNotice), each: 1 },
  { name: 'listKeyChecks', read: listKeyChecks, each: 1 },
  { name: 'namesOfPlaces', read: async (...it) => [...(await namesOfPlaces(...it))], each: 6 },
  { name: 'listAccounts', read: accounts.listAccounts, each: 4 },
  { name: 'findAccount', read: own(accounts.findAccount, '-county'), each: 1 },
  { name: 'findAccountByName', read: own(accounts.findAccountByName, '-county'), each: 1 },
  { name: 'listSessions', read: own(listSessions, '-county'), each: 1 },
  { name: 'findSession', read: own(findSession, '-session'), each: 1 },
  { name: 'findFailures', read: one((db, scope) => findFailures(db, scope, 'digest')), each: 1 },
  {
    name: 'findInvitation',
    read: own((db, scope, id) => findInvitation(db, scope, id, '2026-12-01'), '101201-a-row'),
    each: 1,
  },
  { name: 'listRounds', read: listRounds, each: 1 },
  {
    name: 'listOpenRoundIds',
    read: (db, scope) => listOpenRoundIds(db, scope, 'term-change'),
    each: 1,
  },
  { name: 'findRound', read: own(findRound, '-round'), each: 1 },
  { name: 'listCalendarDays', read: listCalendarDays, each: 1 },
  {
    name: 'listMessagesTo',
    read: own((db, scope, id) => listMessagesTo(db, scope, id, 99), '-county'),
    each: 8,
  },
  {
    name: 'countUnread',
    read: async (db, scope) => Array(await countUnread(db, scope, `${scope.countyCode}-county`)),
    each: 8,
  },
  {
    name: 'listTermsOver of stages',
    read: (db, scope) =>
      listTermsOver(db, scope, { day: '2026-11-15', start: '2026-11-14T16:00:00.000Z' }),
    each: 1,
  },
  {
    name: 'listTermsOver of cases',
    read: (db, scope) =>
      listTermsOver(db, scope, { day: '2026-11-24', start: '2026-11-23T16:00:00.000Z' }),
    each: 1,
  },
  { name: 'listNominationDrafts', read: own(listNominationDrafts, '-county'), each: 1 },
  { name: 'listDraftsBy', read: own((...of) => listDraftsBy(...of, 99), '-county'), each: 1 },
  {
    name: 'countDraftsBy',
    read: async (db, scope) => Array(await countDraftsBy(db, scope, `${scope.countyCode}-county`)),
    each: 1,
  },
  {
    name: 'findNominationDraft',
    read: own(
      (db, scope, county) =>
        findNominationDraft(db, scope, { accountId: `${county}-county`, id: `${county}-draft` }),
      '',
    ),
    each: 1,
  },
  {
    name: 'pageOfFiles of papers',
    read: (db, scope) => pageOfFiles(db, scope, 'attachments', { after: null, limit: 500 }),
    each: 8,
  },
  {
    name: 'pageOfPrivateFields',
    read: (db, scope) => fields.pageOfPrivateFields(db, scope, null, 500),
    each: 8,
  },
  ...MENTORS,
]

type Named = { talentId: string }

function people({ people }: Seen): string[] {
  return [...people]
}

/** Whoever was erased has a row and is in no list. */
function livingRows({ rows, people }: Seen): Rows['talents'] {
  return rows.talents.filter(({ id, erasedAt }) => people.has(id) && erasedAt === null)
}

function living(seen: Seen): string[] {
  return ids(livingRows(seen))
}

function links({ rows, people }: Seen): Rows['familyLinks'] {
  return rows.familyLinks.filter((it) => people.has(it.talentId) && people.has(it.relativeId))
}

function about(people: Set<string>) {
  return ({ talentId }: Named) => people.has(talentId)
}

function ids(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id)
}

function codes(rows: readonly { code: string }[]): string[] {
  return rows.map(({ code }) => code)
}

function named({ talentId }: Named): string {
  return talentId
}

function pair({ talentId, relativeId }: { talentId: string; relativeId: string }): string {
  return `${talentId} ${relativeId}`
}

function mentored({ mentorId, talentId }: { mentorId: string; talentId: string }): string {
  return `${mentorId} ${talentId}`
}

function asked({ departmentId, talentId }: { departmentId: string; talentId: string }): string {
  return `${departmentId} ${talentId}`
}

function office({ termId, post, talentId }: { termId: string; post: string; talentId: string }) {
  return `${termId} ${post} ${talentId}`
}

/** A query about one person, asked about each. */
function eachPerson<Row>(
  find: (db: Db, scope: Scope, id: string) => Promise<Row | Row[] | undefined>,
  named: (row: Row) => string,
): Reader['read'] {
  return async (db, scope, probes) => {
    const found: string[] = []
    for (const id of probes.people)
      found.push(...[(await find(db, scope, id)) ?? []].flat().map((row) => named(row as Row)))
    return found
  }
}

/** A query about one person whose rows do not say whose they are. */
function eachWith(
  list: (db: Db, scope: Scope, id: string) => Promise<readonly unknown[]>,
): Reader['read'] {
  return async (db, scope, probes) => {
    const found: string[] = []
    for (const id of probes.people) found.push(...(await list(db, scope, id)).map(() => id))
    return found
  }
}

function eachPlace(
  find: (db: Db, scope: Scope, code: string) => Promise<{ code: string } | undefined>,
): Reader['read'] {
  return async (db, scope, probes) => {
    const found: string[] = []
    for (const code of probes.places)
      found.push(...codes([(await find(db, scope, code)) ?? []].flat()))
    return found
  }
}

function atVillages(
  list: (db: Db, scope: Scope) => Promise<{ villageCode: string }[]>,
): Reader['read'] {
  return async (db, scope) => (await list(db, scope)).map(({ villageCode }) => villageCode)
}

function one<Row>(find: (db: Db, scope: Scope) => Promise<Row | undefined>) {
  return async (db: Db, scope: Scope) => [(await find(db, scope)) ?? []].flat()
}

/** A query about something whose id begins with the county, of whichever county. */
function own<Row>(
  find: (db: Db, scope: Scope, id: string) => Promise<Row | Row[] | undefined>,
  end: string,
) {
  return async (db: Db, scope: Scope) => {
    const found: unknown[] = []
    for (const countyCode of ['990001', '990002'])
      found.push(...[(await find(db, scope, countyCode + end)) ?? []].flat())
    return found
  }
}
