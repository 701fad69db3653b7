import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendAudit } from '../../db/audit.ts'
import { verifyAudit } from '../../db/audit-chain.ts'
import { listAuditAbout } from '../../db/audit-reading.ts'
import { BLANK_FACTS, NEW_RECORD } from '../../db/blank.ts'
import type { Db } from '../../db/connect.ts'
import { listConsents } from '../../db/consents.ts'
import { listCorrections } from '../../db/corrections.ts'
import { eraseTalent } from '../../db/erasure.ts'
import { insertImportRows } from '../../db/import-rows.ts'
import { insertImport } from '../../db/imports.ts'
import { insertRows } from '../../db/insert.ts'
import { listFilesAbout } from '../../db/kept-files.ts'
import { findPlan, insertPlan, updatePlan } from '../../db/plans.ts'
import { followTalents } from '../../db/pool.ts'
import { listPortraits } from '../../db/portraits.ts'
import { findByDigest, putPrivateField } from '../../db/private-fields.ts'
import { insertSavedSearch } from '../../db/saved-searches.ts'
import { findTalent } from '../../db/talents.ts'
import { bigramsOf, findTexts } from '../../db/texts.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { auditEntry, keyringOf } from './audited.ts'
import { fillCounty, type Rows, talent, village as villageRow } from './county.ts'
import { cultivationRows } from './county-cultivation.ts'
import { account, NOW, UNASKED } from './county-offices.ts'
import { nomineeId, round, roundId, roundRows, STAGE } from './county-rounds.ts'

const scope = { countyCode: '990001' }
const keyring = keyringOf(1)
const AT = '2026-11-25T08:00:00.000Z'
const ID = '01a21376-2a83-706f-8500-74e52b973816'
const RELATIVE = '990001101201-a'
/** The same human being, who was entered twice and merged. */
const TWICE = '01a21376-2a83-706f-8500-74e52b973817'

/** What is known of the person and of nobody else, each a value that can be looked for. */
const VALUES = {
  name: '独孤明月',
  pinyin: 'dugumingyue',
  initials: 'dgmy',
  occupation: '在外经营石材',
  education: '技工学校石雕专业',
  bornOn: '1979-02-28',
  qualification: 'stone-carver',
  source: 'stone-trader',
  honour: '石雕能手',
  evidence: '出资修缮村口石桥',
  evidenceSource: '石桥碑记',
  before: '曾用名独孤月',
  after: '现住石湾',
  proposed: '石湾职业学院',
  note: '毕业证在石湾',
  answer: '石湾来函属实',
  departure: '回石湾开采石场',
  nominator: '独孤守山等十二人',
  nominatorIs: '石雕协会会长',
  nominationReason: '带出十二个石雕徒弟',
  draft: '石雕草稿',
  remark: '谈话二十八人次均称其石雕手艺好',
  paper: '独孤明月推荐表.pdf',
  paperHash: 'hash-of-the-recommendation',
  application: 'sealed-application',
  applicationDigest: 'digest-of-the-number',
  applicationAnswer: '石湾户籍未迁入',
  message: 'about-the-stone-carver',
  phone: '12055550137',
  invitation: 'a-hash-of-a-code',
  resume: '2003.05--2019.10  在石湾采石场当学徒',
  tag: '石匠世家',
  relative: '独孤守石',
  nativePlace: '石湾镇独孤巷',
  residence: '石湾花园三栋',
  school: '石湾技校雕刻班',
  degree: '雕刻学学士',
  remarks: '石雕协会推荐',
  document: '石字〔2025〕9号',
  listNote: '石雕方向备选',
  linkedWork: '在石湾刻碑',
  merged: '独孤明月乙',
  importRow: 'sealed-cells-of-the-person',
  search: '独孤明月的经历',
  grown: '石雕传承培养',
  decided: '石雕带头人最合适',
  /** As full text holds it. */
  words: bigramsOf('在石湾采石场当学徒'),
}

describe.each(databases)('a person who was erased on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  let before: Record<string, unknown[]>
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    const rows = await fillCounty(db, '990001')
    await fillCounty(db, '990002')
    await addPerson(db, rows)
    await addPlans(db)
    const looked = auditEntry({ subjects: [ID], action: 'portrait.read' })
    await db.transaction().execute((it) => appendAudit(it, keyring, scope, [looked]))
    await db.transaction().execute((it) => followTalents(it, scope, [ID, TWICE]))
    before = await everything(db)
    for (const value of Object.values(VALUES).filter((it) => it !== VALUES.phone))
      expect(JSON.stringify(before), value).toContain(value)
    const isErased = await db.transaction().execute((it) => eraseTalent(it, scope, ID, AT))
    expect(isErased).toBe(true)
  })
  afterAll(() => opened.close())

  test('leaves no value in any column of any table', async () => {
    const left = JSON.stringify(await everything(db))
    const digest = keyring.digest('phone', VALUES.phone)
    for (const value of [...Object.values(VALUES), digest]) expect(left, value).not.toContain(value)
    expect(await findByDigest(db, scope, 'phone', digest)).toEqual([])
    expect(await findTexts(db, scope, '石湾采石场', 9)).toEqual([])
  })

  test('is in no row of a list that waits, and no search is kept for them', async () => {
    const rows = await db.selectFrom('importRows').select('line').execute()
    expect(rows).toEqual([{ line: 3 }])
    const searches = await db.selectFrom('savedSearches').select('id').execute()
    expect(searches).toEqual([{ id: 'others' }])
  })

  test('keeps the id, the place and how the person came in; all else of the row is blank', async () => {
    expect(await findTalent(db, scope, ID)).toEqual({
      ...{ ...BLANK_FACTS, ...NEW_RECORD, qualifications: [], ...scope, id: ID },
      ...{ name: '', pinyin: '', initials: '', syllables: '' },
      ...{ status: 'left', channel: 'self', consent: 'withdrawn' },
      ...{ homeTownshipCode: '990001102', homeVillageCode: '990001102202' },
      ...{ revision: 2, noticeVersion: 1, erasedAt: AT },
      ...{ searchRow: 1, poolRevision: 2 },
    })
    const talents = await listPortraits(db, scope)
    expect(talents.map(({ id }) => id)).not.toContain(ID)
  })

  test('keeps the consents, which prove what was allowed when, and that something was asked', async () => {
    const consents = await listConsents(db, scope, ID)
    expect(consents).toMatchObject([{ id: 'consent', act: 'given', noticeVersion: 1, at: NOW }])
    const corrections = await listCorrections(db, scope, { talentId: ID })
    expect(corrections).toMatchObject([
      {
        id: 'correction',
        field: 'education',
        state: 'accepted',
        proposed: '',
        note: '',
        answer: null,
      },
    ])
  })

  test('keeps the office held, by id alone', async () => {
    const offices = await db
      .selectFrom('incumbents')
      .selectAll()
      .where('talentId', '=', ID)
      .execute()
    expect(offices).toMatchObject([{ post: 'chair', termId: '990001102202-2016' }])
  })

  test('is in no plan: results and requests that speak of the person are emptied, others stay', async () => {
    const empty = { township: null, pins: [], exclusions: [] }
    expect(await findPlan(db, scope, 'seated')).toMatchObject({ result: null, status: 'done' })
    expect(await findPlan(db, scope, 'pinned')).toMatchObject({ request: empty, result: null })
    const other = { request: { pins: [RELATIVE] }, result: { seats: [RELATIVE] } }
    expect(await findPlan(db, scope, 'other')).toMatchObject(other)
  })

  test('is out of every round: an open nomination withdraws, one that came to an end stays so', async () => {
    const rows = await db
      .selectFrom('nominees')
      .select(['talentId', 'state', 'outcome', 'waitsFor', 'dueOn', 'objections', 'validUntil'])
      .where('talentId', 'in', [ID, TWICE])
      .orderBy('talentId')
      .execute()
    const nothing = { waitsFor: 'nobody', dueOn: null, objections: 0, validUntil: null }
    expect(rows).toEqual([
      { talentId: ID, state: 'withdrawn', outcome: null, ...nothing },
      { talentId: TWICE, state: 'settled', outcome: 'not-chosen', ...nothing },
    ])
  })

  test('leaves of what was signed the proof that it was: kind, stage, account, time and hash', async () => {
    const acts = await db
      .selectFrom('reviewActs')
      .selectAll()
      .where('talentId', '=', ID)
      .orderBy('sequence')
      .execute()
    const proof = { stage: STAGE, at: NOW, nomineeId: nomineeId(ID) }
    expect(acts.slice(0, 2)).toMatchObject([
      {
        ...{ ...proof, kind: 'pass', body: '{"kind":"pass"}', contentHash: `${ID}-hash-1` },
        ...{ accountId: `${ID}-account`, accountName: '' },
      },
      {
        ...{ ...proof, kind: 'answer', body: '{"kind":"answer"}', contentHash: `${ID}-hash-2` },
        ...{ accountId: '990001-county', accountName: '周晓岚' },
      },
    ])
  })

  test('keeps that somebody was nominated through which channel, and that they applied', async () => {
    const nominations = await db
      .selectFrom('nominations')
      .selectAll()
      .where('talentId', '=', ID)
      .execute()
    expect(nominations).toMatchObject([
      { channel: 'recommended', jointNames: 3, nominator: '', relation: '', reason: '' },
    ])
    const applications = await db
      .selectFrom('applications')
      .selectAll()
      .where('talentId', '=', ID)
      .execute()
    expect(applications).toMatchObject([{ state: 'taken', digest: '', cipher: null, answer: null }])
  })

  test('has no papers left, so that their bytes go as well', async () => {
    expect(await listFilesAbout(db, scope, ID)).toEqual([])
  })

  test('leaves the audit as it was written, and its chain whole', async () => {
    expect(await verifyAudit(db, keyring, scope)).toEqual({ entries: 1, fault: null })
    expect(await listAuditAbout(db, scope, ID)).toHaveLength(1)
  })

  test('takes nothing of anybody else along', async () => {
    const others = (tables: Record<string, unknown[]>) =>
      Object.entries(tables).map(([table, rows]) => [
        table,
        rows
          .map((row) => JSON.stringify(row).replace(/"pool_revision":\d+/, ''))
          .filter((row) => !isAbout(row))
          .sort(),
      ])
    expect(others(await everything(db))).toEqual(others(before))
  })
})

/** A row of the person, of a relative's history that names them, or of a plan that speaks of them. */
function isAbout(row: string): boolean {
  const isOwn = [ID, TWICE, VALUES.words].some((value) => row.includes(value))
  return isOwn || /"id":"(seated|pinned|of-relative|by-name|by-space|by-title)"/.test(row)
}

/** Every row of every table. */
async function everything(db: Db): Promise<Record<string, unknown[]>> {
  const tables = await db.introspection.getTables()
  // Pages of full text, which are no rows of anybody.
  const own = tables.filter(({ name }) => !name.startsWith('talent_texts_'))
  const read: Record<string, unknown[]> = {}
  for (const { name } of own)
    read[name] = (await sql`select * from ${sql.table(name)}`.execute(db.withoutPlugins())).rows
  return read
}

async function addPerson(db: Db, { villages, accounts }: Rows) {
  const person: Rows['talents'][number] = {
    ...talent(villages[3]!, ID),
    ...{ name: VALUES.name, pinyin: VALUES.pinyin, initials: VALUES.initials },
    ...{ occupation: VALUES.occupation, education: VALUES.education, bornOn: VALUES.bornOn },
    ...{
      qualifications: `["${VALUES.qualification}"]`,
      nationality: 'han',
      resume: VALUES.resume,
      keepUntil: '2027-01-01',
    },
    ...{ hasOutstandingContribution: 1, isNewSocialWorker: 1, basis: 'consent', noticeVersion: 1 },
    ...{ nativePlace: VALUES.nativePlace, residence: VALUES.residence, degree: VALUES.degree },
    ...{ fullTimeSchool: VALUES.school, remarks: VALUES.remarks },
  }
  const { countyCode } = scope
  const own = { countyCode, talentId: ID }
  const accountId = accounts[0]!.id
  const put = <Table extends keyof Rows>(table: Table, row: Rows[Table][number]) =>
    insertRows(db, scope, table, [row as never])
  await put('talents', person)
  await put('talentSources', { ...own, source: VALUES.source })
  await put('talentTags', { ...own, tag: VALUES.tag })
  await put('relatives', {
    ...{ ...own, id: 'relative', relation: '父亲', name: VALUES.relative, bornOn: null },
    ...{ politicalStatus: null, work: null, linkedId: null, refusedIds: '[]' },
  })
  await put('talentSkills', { ...own, skillId: 'finance', level: 0.123, standing: 'claimed' })
  await put('honours', {
    ...{ ...own, id: 'honour', level: 'city', name: VALUES.honour, awardedOn: '2024-05-01' },
  })
  await put('evidence', {
    ...{
      ...own,
      id: 'evidence',
      criterion: 'record',
      document: VALUES.document,
      entryKind: null,
      entryId: null,
      value: 0.7,
      strength: 0.8,
      note: VALUES.evidence,
    },
    ...{ standing: 'proven', datedOn: '2025-03-01', source: VALUES.evidenceSource },
  })
  await put('familyLinks', {
    ...{ countyCode, talentId: ID, relativeId: RELATIVE, relation: 'sibling', isBarred: 1 },
  })
  await put('relatives', {
    ...{ countyCode, id: 'relative-of', talentId: RELATIVE, relation: '堂姐', name: VALUES.name },
    ...{ bornOn: '1979-02', politicalStatus: null, work: VALUES.linkedWork, linkedId: ID },
    refusedIds: '[]',
  })
  await put('talentHistory', {
    ...{
      countyCode,
      id: 'of-relative',
      talentId: RELATIVE,
      field: 'relatives',
      at: NOW,
      accountId,
    },
    ...{ before: null, after: `堂姐 ${VALUES.name} 1979-02` },
  })
  await put('talents', { ...person, id: TWICE, name: VALUES.merged, mergedInto: ID })
  const list = { countyCode, id: 'list', name: '名单', note: '', townshipCode: null, revision: 1 }
  await insertRows(db, scope, 'lists', [{ ...list, createdAt: NOW, createdBy: accountId }])
  await insertRows(db, scope, 'listMembers', [
    { ...own, listId: 'list', note: VALUES.listNote, addedAt: NOW, addedBy: accountId },
  ])
  await put('departures', {
    ...{ ...own, id: 'departure', kind: 'own-wish', reason: VALUES.departure, onDay: '2026-10-01' },
    ...{ statusBefore: 'in-pool', at: NOW, accountId },
  })
  await put('listDecisions', {
    ...{ ...own, id: 'list-decision', villageCode: '990001102202', list: 'settled', remedy: null },
    ...{ reason: VALUES.decided, at: NOW, accountId, accountName: '某某', position: null },
    ...{ takenBackAt: null, takenBackBy: null, takenBackReason: null },
  })
  await put('residenceConsents', { ...own, villageCode: '990001101201', consentedOn: '2026-10-01' })
  await put('incumbents', {
    ...{ ...own, termId: '990001102202-2016', post: 'chair', villageCode: '990001102202' },
    tookOfficeOn: '2016-01-12',
  })
  await put('mentorships', {
    ...{ ...own, mentorId: '990001102-mentor', startedOn: '2026-01-01', endedOn: null },
  })
  await put('reviewCases', {
    ...{ ...own, id: 'case', departmentId: '990001-first', openedAt: NOW, closedAt: null },
    ...UNASKED,
  })
  await addToRounds(db, accountId)
  await addToCultivation(db, person)
  await addImport(db, accountId)
  await put('talentHistory', {
    ...{ ...own, id: 'history', field: 'occupation', at: NOW, accountId },
    ...{ before: VALUES.before, after: VALUES.after },
  })
  await put('consents', {
    ...{
      ...own,
      id: 'consent',
      act: 'given',
      channel: 'paper',
      noticeVersion: 1,
      at: NOW,
      accountId,
    },
  })
  await put('corrections', {
    ...{
      ...own,
      id: 'correction',
      field: 'education',
      proposed: VALUES.proposed,
      note: VALUES.note,
    },
    ...{ state: 'accepted', answer: VALUES.answer, askedAt: NOW, answeredAt: NOW },
    answeredBy: accountId,
  })
  await put('invitations', {
    ...{ ...own, id: VALUES.invitation, createdAt: NOW, createdBy: accountId, expiresAt: AT },
    usedAt: null,
  })
  const place = `990001/${ID}/phone`
  await putPrivateField(db, scope, {
    ...{ talentId: ID, field: 'phone', cipher: keyring.encrypt(VALUES.phone, place) },
    digest: keyring.digest('phone', VALUES.phone),
  })
}

/** A row or more of everything that cultivation keeps of a person, in words of nobody else. */
async function addToCultivation(db: Db, person: Rows['talents'][number]) {
  const rows = cultivationRows(scope.countyCode, { townships: [], talents: [person] })
  const { planTemplates: _, courses: __, courseSessions: ___, ...about } = rows
  for (const [table, of] of Object.entries(about) as [keyof typeof about, object[]][])
    await insertRows(db, scope, table, of.map((row) => grown(row)) as never[])
}

/** Free words of a row as nobody else has them. */
function grown(row: object): object {
  const said = Object.keys(row).filter((key) => FREE.has(key))
  return { ...row, ...Object.fromEntries(said.map((key) => [key, VALUES.grown])) }
}
const FREE = new Set([
  ...['reason', 'agreed', 'cipher', 'text', 'name', 'contentHash', 'aim', 'evidence', 'marks'],
  ...['certificate', 'duties', 'conclusion', 'superseded', 'remarks', 'digest'],
])

/** Somebody of the round who is open and somebody merged into them who was settled in another; each with all there is. */
async function addToRounds(db: Db, accountId: string) {
  const put = <Table extends keyof Rows>(table: Table, row: Rows[Table][number]) =>
    insertRows(db, scope, table, [row as never])
  const { countyCode } = scope
  const { village } = SEAT
  await put('accounts', account(countyCode, `${ID}-account`, { role: 'talent', talentId: ID }))
  await put('rounds', round(countyCode, { id: 'earlier', name: '上一轮', state: 'closed' }))
  const seats = [ID, TWICE].map((talentId) => ({ ...SEAT, talentId, isEnded: talentId === TWICE }))
  const rows = roundRows(countyCode, { villages: [], seats })
  for (const row of rows.nominees)
    await put('nominees', { ...row, roundId: row.talentId === ID ? row.roundId : 'earlier' })
  for (const row of rows.nominations) {
    const said = { nominator: VALUES.nominator, relation: VALUES.nominatorIs }
    await put('nominations', { ...row, ...said, reason: VALUES.nominationReason })
  }
  for (const row of rows.reviewActs) {
    const body = JSON.stringify({ kind: row.kind, note: VALUES.remark })
    const isOwn = row.sequence === 1
    const by = isOwn && { accountId: `${ID}-account`, accountName: VALUES.name }
    await put('reviewActs', { ...row, body, ...by })
  }
  for (const row of rows.attachments)
    await put('attachments', { ...row, name: VALUES.paper, contentHash: VALUES.paperHash })
  for (const row of rows.messages)
    await put('messages', { ...row, detail: JSON.stringify({ act: VALUES.message }) })
  await put('nominationDrafts', {
    ...{ ...rows.nominationDrafts[0]!, id: `${ID}-draft`, talentId: ID },
    body: JSON.stringify({ reason: VALUES.draft }),
  })
  await put('applications', {
    ...{ countyCode, id: `${ID}-application`, roundId: roundId(countyCode), talentId: ID },
    ...{ nomineeId: nomineeId(ID), townshipCode: village.townshipCode, villageCode: village.code },
    ...{ receipt: 'receipt', digest: VALUES.applicationDigest, cipher: VALUES.application },
    ...{ noticeVersion: 1, state: 'taken', answer: VALUES.applicationAnswer, createdAt: NOW },
    ...{ decidedAt: NOW, decidedBy: accountId },
  })
}

const SEAT = {
  village: { ...villageRow({ countyCode: '990001', code: '990001102' }, '990001102202') },
  townshipCode: '990001102',
}

/** A row of a list that waits, and searches that somebody kept. */
async function addImport(db: Db, accountId: string) {
  const made = { createdAt: NOW, createdBy: accountId }
  await insertImport(db, scope, { id: 'import', kind: 'people', fileName: '名单.xlsx', ...made })
  await insertImportRows(db, scope, 'import', [
    { line: 2, state: 'same', talentId: ID, cells: VALUES.importRow, faults: '[]' },
    { line: 3, state: 'same', talentId: RELATIVE, cells: 'of-another', faults: '[]' },
  ])
  const search = { isShared: 0 as const, accountId, townshipCode: null, createdAt: NOW }
  const kept = [
    { id: 'by-name', name: '找人', query: `q=${encodeURIComponent(VALUES.name)}` },
    { id: 'by-space', name: '找人', query: 'q=独孤+明月' },
    { id: 'by-title', name: VALUES.search, query: 'sex=female' },
    { id: 'like', name: '像她的人', query: `like=${ID}` },
    { id: 'others', name: '女性', query: 'sex=female' },
  ]
  for (const one of kept) await insertSavedSearch(db, scope, { ...search, ...one })
}

/** Remedies and conflicts of a result name people in words. */
async function addPlans(db: Db) {
  const about = { townshipCode: null, policyVersion: 1, createdAt: NOW, askedBy: null }
  const words = { zh: `请${VALUES.name}补齐材料`, en: `${VALUES.name} lacks a paper` }
  const results = {
    seated: { pins: [], result: { seats: [], remedies: [{ talent: ID, words }] } },
    pinned: { pins: [ID], result: null },
    other: { pins: [RELATIVE], result: { seats: [RELATIVE] } },
  }
  for (const [id, { pins, result }] of Object.entries(results)) {
    await insertPlan(db, scope, { ...about, id, request: { pins } })
    if (result) await updatePlan(db, scope, id, { status: 'done', finishedAt: NOW, result })
  }
}
