import { BLANK_FACTS, NEW_RECORD } from '../../db/blank.ts'
import type { Db } from '../../db/connect.ts'
import { insertRows } from '../../db/insert.ts'
import type { Database, TalentTable } from '../../db/schema.ts'
import { cultivationRows } from './county-cultivation.ts'
import { NOW, officeRows, type Places } from './county-offices.ts'
import { roundRows, seatsOf } from './county-rounds.ts'
import { termChangeRows } from './county-term-change.ts'

/** Plans, the audit and what search reads are made by the functions that own them. */
type Unfilled =
  | 'plans'
  | 'auditEntries'
  | 'auditSubjects'
  | 'auditHeads'
  | 'talentTexts'
  | 'imports'
  | 'importRows'
  | 'importChanges'
  | 'savedSearches'
  | 'searchLooks'
  | 'lists'
  | 'listMembers'
  | 'duplicateAnswers'
export type Rows = Omit<{ [Table in keyof Database]: Database[Table][] }, Unfilled>

/**
 * A small county with two townships of two villages, two people in each, and a row or more in every
 * table. Every id begins with the code of its place, so that a stray row shows by itself.
 */
export async function fillCounty(db: Db, countyCode: string): Promise<Rows> {
  const rows = countyRows(countyCode)
  await db.transaction().execute((transaction) => insertCountyRows(transaction, rows))
  return rows
}

export async function insertCountyRows(db: Db, rows: Rows): Promise<void> {
  const { countyCode } = rows.counties[0]!
  // Cases refer to nominees, who come after the offices.
  const tables = (Object.keys(rows) as (keyof Rows)[]).sort(
    (a, b) => Number(a === 'reviewCases') - Number(b === 'reviewCases'),
  )
  for (const table of tables) await insertRows(db, { countyCode }, table, rows[table])
}

export function countyRows(countyCode: string): Rows {
  const townships = ['101', '102'].map((end) => township(countyCode, countyCode + end))
  const villages = townships.flatMap((it) =>
    ['201', '202'].map((end) => village(it, it.code + end)),
  )
  const talents = villages.flatMap((it) => ['a', 'b'].map((end) => talent(it, `${it.code}-${end}`)))
  return {
    ...rowsOf(countyCode, { townships, villages, talents }),
    familyLinks: villages.map((it) => ({
      countyCode,
      talentId: `${it.code}-a`,
      relativeId: `${it.code}-b`,
      relation: 'cousin',
      isBarred: 1,
    })),
    residenceConsents: villages.map(({ code }) => ({
      countyCode,
      villageCode: code,
      talentId: `${code}-a`,
      consentedOn: '2026-10-01',
    })),
    incumbents: villages.flatMap((it) => ['2016', '2021'].map((year) => incumbent(it, year))),
  }
}

/** The rows of given places and people, without ties between them; in the order in which they can be inserted. */
export function rowsOf(countyCode: string, { townships, villages, talents }: Places): Rows {
  const about = <Row>(rowOf: (place: { countyCode: string; talentId: string }) => Row) =>
    talents.map((it) => rowOf({ countyCode, talentId: it.id }))
  const at = <Row>(rowOf: (place: { countyCode: string; villageCode: string }) => Row) =>
    villages.map((it) => rowOf({ countyCode, villageCode: it.code }))
  const { reviewCases, ...offices } = officeRows(countyCode, { townships, villages, talents })
  return {
    counties: [
      {
        countyCode,
        name: `县${countyCode}`,
        province: '山东省',
        isDemonstration: 0,
        ...NEVER_CHANGED,
      },
    ],
    townships,
    villages,
    posts: at((place) => ({ ...place, post: 'secretary', seats: 1 })),
    skills: [{ countyCode, id: 'finance', zh: '财务', en: 'Accounts', isRetired: 0, isFree: 0 }],
    needs: at((place) => ({ ...place, skillId: 'finance', weight: 1, zh: '理账', en: 'Books' })),
    policies: [
      {
        ...{ countyCode, version: 1, body: '{}', createdAt: NOW, createdBy: 'seed' },
        ...{ note: null, contentHash: null },
      },
    ],
    talents,
    talentSources: about((it) => ({ ...it, source: 'returnee' })),
    talentSkills: about((it) => ({ ...it, skillId: 'finance', level: 0.5, standing: 'proven' })),
    honours: about((it) => ({
      ...it,
      id: `${it.talentId}-honour`,
      level: 'city',
      name: '先进个人',
      awardedOn: '2024-05-01',
    })),
    evidence: about((it) => ({
      ...it,
      id: `${it.talentId}-evidence`,
      criterion: 'record',
      value: 0.7,
      strength: 0.8,
      standing: 'claimed',
      datedOn: '2025-03-01',
      source: '本人填报',
      note: '任期内完成一件实事',
      document: null,
      entryKind: null,
      entryId: null,
    })),
    departures: about((it) => ({
      ...{ ...it, id: `${it.talentId}-departure`, kind: 'returned', reason: '任满后回村' },
      ...{ onDay: '2025-06-01', statusBefore: 'left', at: NOW, accountId: `${countyCode}-county` },
    })),
    familyLinks: [],
    residenceConsents: [],
    terms: villages.flatMap((it) => ['2016', '2021'].map((year) => term(it, year))),
    incumbents: [],
    ...offices,
    ...roundRows(countyCode, { villages, seats: seatsOf({ villages, talents }) }),
    ...cultivationRows(countyCode, { townships, talents }),
    ...termChangeRows(countyCode, { villages, talents }),
    // They name nominees.
    reviewCases,
  }
}

const NEVER_CHANGED = { poolRevision: 0, poolRebuiltAt: 0, countedByPolicy: null }

type Place = { countyCode: string; code: string }

export function township(countyCode: string, code: string): Database['townships'] {
  return { countyCode, code, name: `镇${code.slice(-3)}` }
}

export function village(township: Place, code: string): Database['villages'] {
  return {
    countyCode: township.countyCode,
    code,
    townshipCode: township.code,
    name: `村${code.slice(-3)}`,
    kind: 'village',
    area: null,
    isKey: 0,
    households: 300,
    population: null,
    partyMembers: 40,
    collectiveIncome: 123_456.5,
    trades: '["葡萄","樱桃"]',
    terrain: 'hill',
    hasMinorities: null,
    mergedInto: null,
    mergedOn: null,
  }
}

export function talent(
  { countyCode, code, townshipCode }: Database['villages'],
  id: string,
): TalentTable {
  const end = id.slice(-1)
  return {
    ...BLANK_FACTS,
    ...NEW_RECORD,
    countyCode,
    id,
    name: end === 'a' ? '吕青' : '宋雅楠',
    pinyin: end === 'a' ? 'lvqing' : 'songyanan',
    initials: end === 'a' ? 'lq' : 'syn',
    sex: 'female',
    bornOn: '1993-06',
    education: 'junior-college',
    isFullTimeEducation: 1,
    nationality: null,
    partyStatus: 'full',
    status: 'in-pool',
    channel: 'self',
    occupation: null,
    homeTownshipCode: townshipCode,
    homeVillageCode: code,
    consent: 'given',
    willingness: end === 'a' ? 'county' : 'village',
    isFit: 1,
    qualifications: '["social-worker"]',
    hasOutstandingContribution: 0,
    experienceYears: 2.5,
    isNewSocialWorker: 0,
    revision: 1,
    keepUntil: null,
    basis: null,
    noticeVersion: null,
    erasedAt: null,
  }
}

export function term({ countyCode, code }: Place, year: string): Database['terms'] {
  const endsOn = `${Number(year) + 5}-01-10`
  const startedOn = `${year}-01-10`
  const id = `${code}-${year}`
  return { countyCode, id, villageCode: code, startedOn, endsOn, turnout: 0.91, rounds: 1 }
}

/** Person a sat in the earlier term, person b sits in the latest. */
function incumbent({ countyCode, code }: Place, year: string): Database['incumbents'] {
  const talentId = `${code}-${year === '2021' ? 'b' : 'a'}`
  const termId = `${code}-${year}`
  const tookOfficeOn = `${year}-01-12`
  return { countyCode, termId, post: 'secretary', talentId, villageCode: code, tookOfficeOn }
}
