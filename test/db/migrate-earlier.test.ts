import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAccounts } from '../../db/accounts.ts'
import { findAuditHead } from '../../db/audit.ts'
import { sealEarlier, verifyAudit } from '../../db/audit-chain.ts'
import { listAudit } from '../../db/audit-reading.ts'
import { listQuarterEntries } from '../../db/check-board.ts'
import { connect, type Db } from '../../db/connect.ts'
import { findCounty, insertCounty } from '../../db/counties.ts'
import { listEntries } from '../../db/cultivation-entries.ts'
import { listHomesInCultivation } from '../../db/cultivation-overview.ts'
import { listCultivationPlansOf } from '../../db/cultivation-plans.ts'
import { listEntries as listWords } from '../../db/dictionaries.ts'
import { listEvidenceOf } from '../../db/evidence.ts'
import { listCultivated } from '../../db/in-cultivation.ts'
import { insertRows } from '../../db/insert.ts'
import { migrate } from '../../db/migrate.ts'
import { findPlan, listPlans } from '../../db/plans.ts'
import { findPolicyDraft, listPolicies, putPolicyDraft } from '../../db/policies.ts'
import { followMissing } from '../../db/pool.ts'
import { findPortrait } from '../../db/portraits.ts'
import { listReviewCasesOf } from '../../db/review-cases.ts'
import { insertRound, listRounds } from '../../db/rounds.ts'
import { findTalent } from '../../db/talents.ts'
import { findTexts } from '../../db/texts.ts'
import { listVillages } from '../../db/villages.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { keyringOf } from './audited.ts'
import { countyRows } from './county.ts'
import { NOW, UNASKED } from './county-offices.ts'
import { round } from './county-rounds.ts'
import {
  EARLIER,
  fillEarlier as fill,
  fillFifth,
  fillFourth,
  fillSecond,
  fillSeventh,
  fillSixth,
  fillThird,
  insertPlain,
} from './earlier.ts'

const scope = { countyCode: '990001' }
const keyring = keyringOf(1)
const rows = countyRows('990001')
const person = rows.talents[0]!

describe.each(databases)('a database of the first release on $engine', ({ openEmpty }) => {
  let opened: OpenDatabase
  let db: Db
  beforeAll(async () => {
    opened = await openEmpty()
    db = opened.db
    await fillEarlier(db)
    await migrate(db)
  })
  afterAll(() => opened.close())

  test('keeps its rows', async () => {
    for (const table of EARLIER) {
      const { count } = await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
      expect(Number(count), table).toBe(rows[table].length)
    }
    expect(await findPortrait(db, scope, person.id)).toMatchObject({
      name: '吕青',
      skills: [{ skillId: 'finance', level: 0.5 }],
      consentedVillages: [person.homeVillageCode],
    })
  })

  test('begins what is new with what is known: nothing is retired, erased or overdue', async () => {
    expect(await findCounty(db, scope), 'all that it could be').toMatchObject({
      isDemonstration: 1,
    })
    const skills = await listWords(db, scope, 'skills')
    expect(skills.map(({ isRetired }) => isRetired)).toEqual([0])
    const unknown = { keepUntil: null, basis: null, noticeVersion: null, erasedAt: null }
    expect(await findTalent(db, scope, person.id)).toMatchObject({ revision: 1, ...unknown })
  })

  test('names people of a plan by id alone, and leaves the rest of it', async () => {
    const plan = await findPlan(db, scope, 'done')
    expect(plan?.result).toEqual({ status: 'solved', plan: { slates: [{ talent: person.id }] } })
    expect(plan).toMatchObject({ objective: 8.25, askedBy: null, reach: 'county' })
    expect((await findPlan(db, scope, 'queued'))?.result).toBeNull()
    expect((await findPlan(db, scope, 'failed'))?.result).toEqual({ failure: { type: 'internal' } })
    const { rows } = await sql<{ result: string }>`select result from plans`.execute(db)
    expect(JSON.stringify(rows)).not.toContain('吕青')
  })

  test('shows plans of all people to the county alone', async () => {
    const townshipCode = rows.townships[0]!.code
    expect(await listPlans(db, { ...scope, townshipCode })).toEqual([])
    expect(await listPlans(db, scope)).toHaveLength(3)
  })

  test('carries the audit over with whom it is about, and chains it when the keys are there', async () => {
    const before = await verifyAudit(db, keyring, scope)
    expect(before.fault).toEqual({ sequence: 1, why: 'altered' })
    expect(await sealEarlier(db, keyring, scope)).toBe(EARLIER_AUDIT.length)
    expect(await verifyAudit(db, keyring, scope)).toEqual({ entries: 4, fault: null })
    const entries = (await listAudit(db, scope)).toReversed()
    expect(
      entries.map(({ actor, action, subjects, detail }) => ({ actor, action, subjects, detail })),
    ).toEqual([
      { actor: 'local', action: 'plan.queued', subjects: ['done'], detail: { township: null } },
      { actor: 'local', action: 'plan.read', subjects: ['done', person.id].sort(), detail: {} },
      { actor: 'system', action: 'program.started', subjects: [], detail: {} },
      { actor: 'local', action: 'plan.read', subjects: ['done', person.id].sort(), detail: {} },
    ])
    expect(new Set([entries[1]!.subjectSet, entries[3]!.subjectSet]).size).toBe(1)
    expect(entries.every(({ outcome, role }) => outcome === 'done' && role === null)).toBe(true)
  })

  test('is sealed once: what is chained stays as it is', async () => {
    const head = await findAuditHead(db, scope)
    expect(await sealEarlier(db, keyring, scope)).toBe(0)
    expect(await findAuditHead(db, scope)).toEqual(head)
  })

  test('has nothing to seal in a county without entries', async () => {
    const other = { countyCode: '990002' }
    await insertCounty(db, other, { name: '县', province: '' })
    expect(await sealEarlier(db, keyring, other)).toBe(0)
    const verified = await verifyAudit(db, keyring, other)
    expect(verified).toEqual({ entries: 0, fault: null })
  })

  test('is brought up once', async () => {
    const before = await db.introspection.getTables()
    await migrate(db)
    expect(await db.introspection.getTables()).toEqual(before)
  })
})

describe.each(databases)('a database of the second release on $engine', ({ openEmpty }) => {
  let opened: OpenDatabase
  let db: Db
  beforeAll(async () => {
    opened = await openEmpty()
    db = opened.db
    await fillSecond(db, rows)
    await migrate(db)
  })
  afterAll(() => opened.close())

  test('keeps its people, accounts and what they were told', async () => {
    for (const table of [
      'talents',
      'accounts',
      'consents',
      'mentorships',
      'corrections',
    ] as const) {
      const { count } = await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
      expect(Number(count), table).toBe(rows[table].length)
    }
    const nothing = { resume: null, ethnicity: null, mergedInto: null, importId: null }
    expect(await findTalent(db, scope, person.id)).toMatchObject({ name: '吕青', ...nothing })
  })

  test('is found by search once its people are numbered, which is done once', async () => {
    expect(await findTexts(db, scope, '先进个人', 10)).toEqual([])
    expect(await followMissing(db, scope)).toBe(rows.talents.length)
    expect(await findTexts(db, scope, '先进个人', 100)).toHaveLength(rows.talents.length)
    expect(await findTalent(db, scope, person.id)).toMatchObject({ syllables: 'lv qing' })
    expect(await followMissing(db, scope)).toBe(0)
  })
})

describe.each(databases)('a database of the third release on $engine', ({ openEmpty }) => {
  test('keeps its policy, which nobody signed, and takes drafts of the next', async () => {
    const { db, close } = await openEmpty()
    await fillThird(db, rows)
    await migrate(db)
    const unsigned = { version: 1, body: {}, note: null, contentHash: null, createdBy: 'seed' }
    expect(await listPolicies(db, scope)).toMatchObject([unsigned])
    const [account] = rows.accounts
    expect(await findPolicyDraft(db, scope, account!.id)).toBeUndefined()
    const draft = { accountId: account!.id, basedOn: 1, body: {}, updatedAt: 'now' }
    expect(await putPolicyDraft(db, scope, draft, 0)).toBe(1)
    await close()
  })
})

describe.each(databases)('a database of the fourth release on $engine', ({ openEmpty }) => {
  test('keeps the cases of departments, of no round and with no answer, and takes rounds', async () => {
    const { db, close } = await openEmpty()
    await fillFourth(db, rows)
    await migrate(db)
    const cases = await listReviewCasesOf(db, scope, person.id)
    expect(cases).toEqual([
      {
        ...{ ...scope, id: `990001-first/${person.id}`, departmentId: '990001-first' },
        ...{ ...UNASKED, talentId: person.id, openedAt: NOW, closedAt: null },
      },
    ])
    const accounts = await listAccounts(db, scope)
    expect(accounts.map(({ signsAs }) => signsAs)).toEqual(rows.accounts.map(() => null))
    expect(await listRounds(db, scope)).toEqual([])
    const { countyCode: _, procedure, ...own } = round(scope.countyCode)
    await insertRound(db, scope, { ...own, procedure: JSON.parse(procedure) })
    expect(await listRounds(db, scope)).toHaveLength(1)
    await close()
  })
})

describe.each(databases)('a database of the fifth release on $engine', ({ openEmpty }) => {
  test('keeps evidence as it was entered, and begins with nobody in cultivation', async () => {
    const { db, close } = await openEmpty()
    await fillFifth(db, rows)
    await migrate(db)
    const evidence = await listEvidenceOf(db, scope, person.id)
    expect(evidence).toMatchObject([{ criterion: 'record', entryKind: null, entryId: null }])
    expect((await findCounty(db, scope))?.countedByPolicy).toBeNull()
    expect(Object.values(await listEntries(db, scope, [person.id])).flat()).toEqual([])
    await insertRows(db, scope, 'planTemplates', rows.planTemplates)
    await insertRows(db, scope, 'cultivationPlans', rows.cultivationPlans)
    expect(await listCultivationPlansOf(db, scope, person.id)).toHaveLength(1)
    await close()
  })
})

describe.each(databases)('a database of the sixth release on $engine', ({ openEmpty }) => {
  test('keeps its villages, of which none is part of another, and knows nothing of how ready they are', async () => {
    const { db, close } = await openEmpty()
    await fillSixth(db, rows)
    await migrate(db)
    const villages = await listVillages(db, scope)
    expect(villages).toHaveLength(rows.villages.length)
    expect(villages.every(({ mergedInto }) => mergedInto === null)).toBe(true)
    const { standings } = await db
      .selectFrom('villageStandings')
      .select(({ fn }) => fn.countAll().as('standings'))
      .executeTakeFirstOrThrow()
    expect(Number(standings)).toBe(0)
    await insertRows(db, scope, 'villageEntries', rows.villageEntries)
    await insertRows(db, scope, 'listDecisions', rows.listDecisions)
    await close()
  })
})

describe.each(databases)('a database of the seventh release on $engine', ({ openEmpty }) => {
  test('tells the same of cultivation', async () => {
    const { db, close } = await openEmpty()
    await fillSeventh(db, rows)
    const asked = { who: { talentIds: rows.talents.map(({ id }) => id) }, quarter: '2026-Q4' }
    const days = { from: '2026-10-01', to: '2026-12-31' }
    const read = async () => ({
      homes: await listHomesInCultivation(db, scope),
      people: await listCultivated(db, scope, { townshipCode: person.homeTownshipCode }),
      entries: await listQuarterEntries(db, scope, { ...asked, ...days, isNamed: true }),
    })
    const before = await read()
    expect(before.people.map(({ id }) => id)).toContain(person.id)
    expect(before.entries.sessions).not.toEqual([])
    await migrate(db)
    expect(await read()).toEqual(before)
    await close()
  })
})

describe.each(databases)('an upgrade that fails on $engine', ({ openEmpty }) => {
  test('leaves the database of the first release as it was', async () => {
    const { db, close } = await openEmpty()
    await fillEarlier(db)
    await sql`create table audit_heads (stands text)`.execute(db)
    const before = await db.introspection.getTables()
    await expect(migrate(db)).rejects.toThrow()
    expect(await db.introspection.getTables()).toEqual(before)
    const { rows } = await sql`select * from audit_entries`.execute(db)
    expect(rows).toHaveLength(EARLIER_AUDIT.length)
    await sql`drop table audit_heads`.execute(db)
    await migrate(db)
    expect(await listAudit(db, scope)).toHaveLength(EARLIER_AUDIT.length)
    await close()
  })
})

describe.each([
  { why: 'open', key: undefined },
  { why: 'encrypted', key: 'a key of the database' },
])('a file of the first release, $why', ({ why, key }) => {
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-earlier-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('is brought up where it lies, and opens again', async () => {
    const file = join(folder, `${why}.sqlite`)
    const first = await connect(file, key)
    await fillEarlier(first)
    await first.destroy()
    const db = await connect(file, key)
    await migrate(db)
    expect(await sealEarlier(db, keyring, scope)).toBe(EARLIER_AUDIT.length)
    await db.destroy()
    const again = await connect(file, key)
    await migrate(again)
    expect((await verifyAudit(again, keyring, scope)).fault).toBeNull()
    expect(await findTalent(again, scope, person.id)).toMatchObject({ name: '吕青' })
    await again.destroy()
  })
})

const EARLIER_AUDIT = [
  { actor: 'local', action: 'plan.queued', subjects: '["done"]', detail: '{"township":null}' },
  { actor: 'local', action: 'plan.read', subjects: `["${person.id}","done"]`, detail: '{}' },
  { actor: 'system', action: 'program.started', subjects: '[]', detail: '{}' },
  { actor: 'local', action: 'plan.read', subjects: `["done","${person.id}","done"]`, detail: '{}' },
]

/** The county, three plans and their audit, as the first release wrote them. */
async function fillEarlier(db: Db) {
  await fill(db, rows)
  const people = [{ id: person.id, name: '吕青', occupation: '种植户' }]
  const solved = { status: 'solved', plan: { slates: [{ talent: person.id }] }, people }
  await insertPlain(db, 'plans', [
    earlierPlan('done', 'done', solved),
    earlierPlan('queued', 'queued', null),
    earlierPlan('failed', 'failed', { failure: { type: 'internal' } }),
  ])
  const at = '2026-11-23T09:00:00.000Z'
  const audit = EARLIER_AUDIT.map((it, n) => ({ ...scope, sequence: n + 1, at, ...it }))
  await insertPlain(db, 'auditEntries', audit)
}

function earlierPlan(id: string, status: string, result: unknown) {
  return {
    ...{ ...scope, id, townshipCode: rows.townships[0]!.code, status, request: '{"pins":[]}' },
    result: result === null ? null : JSON.stringify(result),
    ...{ objective: status === 'done' ? 8.25 : null, gap: null, policyVersion: 1 },
    ...{ createdAt: '2026-11-23T08:00:00.000Z', finishedAt: null },
  }
}
