import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AuditEntry, appendAudit, findAuditHead } from '../../db/audit.ts'
import { type AuditQuery, listAudit, listAuditAbout } from '../../db/audit-reading.ts'
import type { Db } from '../../db/connect.ts'
import { findCounty, insertCounty } from '../../db/counties.ts'
import type { Scope } from '../../db/scope.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { auditEntry, keyringOf } from './audited.ts'
import { fillCounty } from './county.ts'

const scope = { countyCode: '990001' }
const keyring = keyringOf(1)

describe.each(databases)('the audit on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    for (const countyCode of ['990001', '990002', '990003'])
      await insertCounty(db, { countyCode }, { name: countyCode, province: '' })
    await fillCounty(db, '990004')
  })
  afterAll(() => opened.close())

  const append = (countyCode: string, ...entries: AuditEntry[]) =>
    db.transaction().execute((it) => appendAudit(it, keyring, { countyCode }, entries))

  test('counts 1, 2, 3 … in each county, whoever writes at the same time', async () => {
    const writers = Array.from({ length: 40 }, (_, n) =>
      append(n % 2 ? '990001' : '990002', auditEntry()),
    )
    const sequences = (await Promise.all(writers)).sort((a, b) => a - b)
    expect(sequences).toEqual(Array.from({ length: 40 }, (_, n) => Math.floor(n / 2) + 1))
    const own = await listAudit(db, scope)
    expect(own.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 20 }, (_, n) => 20 - n),
    )
    expect(own.at(-1)).toMatchObject({ ...auditEntry(), ...scope, sequence: 1 })
  })

  test('an entry falls with the change it tells of, and leaves no hole', async () => {
    const before = await findAuditHead(db, scope)
    const failing = db.transaction().execute(async (it) => {
      await appendAudit(it, keyring, scope, [auditEntry()])
      throw new Error('the change failed')
    })
    await expect(failing).rejects.toThrow('the change failed')
    expect(await findAuditHead(db, scope)).toEqual(before)
    expect(await append('990001', auditEntry())).toBe(before!.sequence + 1)
  })

  test('one entry names any number of people, and a set that returns is stored once', async () => {
    const subjects = Array.from({ length: 12_000 }, (_, n) => `person-${n}`)
    await append('990002', auditEntry({ action: 'list.exported', subjects }))
    await append('990002', auditEntry({ action: 'list.printed', subjects: subjects.toReversed() }))
    const [printed, exported] = await listAudit(db, { countyCode: '990002' }, { limit: 2 })
    expect(exported!.subjectCount).toBe(subjects.length)
    expect(exported!.subjects).toEqual(subjects.toSorted().slice(0, 20))
    expect(printed!.subjectSet).toBe(exported!.subjectSet)
    const { count } = await db
      .selectFrom('auditSubjects')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('subjectSet', '=', exported!.subjectSet!)
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(12_000)
  })

  test('locking the county for the sequence leaves it as it is', async () => {
    expect(await findCounty(db, scope)).toMatchObject({ name: '990001' })
  })

  describe('is read', () => {
    const own = { countyCode: '990003' }
    beforeAll(() =>
      append(
        '990003',
        auditEntry({ actor: 'wu', action: 'session.begun', subjects: [] }),
        auditEntry({ action: 'people.searched', subjects: ['li', 'song'] }),
        auditEntry({ action: 'portrait.read', subjects: ['li'], at: '2026-11-24T00:00:00.000Z' }),
        auditEntry({ actor: 'wu', action: 'access.denied', outcome: 'denied', subjects: ['li'] }),
        auditEntry({ action: 'portrait.read', subjects: ['zhao'], at: '2026-11-25T09:00:00.000Z' }),
      ),
    )

    test.each<{ query: AuditQuery; sequences: number[]; why: string }>([
      { query: {}, sequences: [5, 4, 3, 2, 1], why: 'the newest first' },
      { query: { limit: 2 }, sequences: [5, 4], why: 'a page' },
      { query: { before: 4, limit: 2 }, sequences: [3, 2], why: 'the page after it' },
      { query: { action: ['portrait.read'] }, sequences: [5, 3], why: 'one action' },
      {
        query: { action: ['session.begun', 'people.searched'] },
        sequences: [2, 1],
        why: 'several actions',
      },
      { query: { actor: 'wu' }, sequences: [4, 1], why: 'one account' },
      { query: { subject: 'li' }, sequences: [4, 3, 2], why: 'about one, alone or among others' },
      { query: { subject: 'nobody' }, sequences: [], why: 'about nobody known' },
      { query: { outcome: 'denied' }, sequences: [4], why: 'what was denied' },
      { query: { from: '2026-11-24' }, sequences: [5, 3], why: 'from a day on' },
      { query: { until: '2026-11-24' }, sequences: [4, 2, 1], why: 'up to a day, without it' },
      {
        query: { from: '2026-11-24', until: '2026-11-25', actor: 'zhou' },
        sequences: [3],
        why: 'all conditions hold together',
      },
    ])('by $query: $why', async ({ query, sequences }) => {
      const rows = await listAudit(db, own, query)
      expect(rows.map(({ sequence }) => sequence)).toEqual(sequences)
    })

    test.each<{ narrowed: Partial<Scope>; count: number; why: string }>([
      { narrowed: { isWithoutPeople: true }, count: 5, why: 'an auditor sees no people, yet this' },
      { narrowed: { townshipCode: '990003101' }, count: 0, why: 'a township sees none' },
      { narrowed: { villageCodes: ['990003101201'] }, count: 0, why: 'nor does a village' },
      { narrowed: { menteesOf: 'wu' }, count: 0, why: 'nor a mentor' },
      { narrowed: { talentId: 'li' }, count: 0, why: 'nor the person: they read who looked' },
    ])('within $narrowed: $why', async ({ narrowed, count }) => {
      expect(await listAudit(db, { ...own, ...narrowed })).toHaveLength(count)
    })
  })

  describe('about one person', () => {
    const [person, other] = ['990004101201-a', '990004102201-a']
    const own = { countyCode: '990004', talentId: person }
    beforeAll(() =>
      append(
        '990004',
        auditEntry({ action: 'people.searched', subjects: [person, other, 'some-plan'] }),
        auditEntry({ actor: 'self', action: 'record.read', subjects: [person] }),
        auditEntry({ action: 'access.denied', outcome: 'denied', subjects: [person] }),
        auditEntry({ action: 'portrait.read', subjects: [other] }),
        auditEntry({ action: 'portrait.read', subjects: [person], reason: '核对学历' }),
      ),
    )

    test('tells who looked and with how many people, never at whom else', async () => {
      const looks = await listAuditAbout(db, own, person)
      expect(looks.map(({ sequence, people }) => [sequence, people])).toEqual([
        [5, 1],
        [2, 1],
        [1, 2],
      ])
      expect(looks[0]).toMatchObject({ action: 'portrait.read', reason: '核对学历' })
      expect(JSON.stringify(looks)).not.toContain(other)
    })

    test('leaves out own looks where that is asked for, and goes on page by page', async () => {
      const others = await listAuditAbout(db, own, person, { but: ['self'], limit: 1 })
      expect(others.map(({ sequence }) => sequence)).toEqual([5])
      const rest = await listAuditAbout(db, own, person, { but: ['self'], before: 5 })
      expect(rest.map(({ sequence }) => sequence)).toEqual([1])
    })

    test.each<{ narrowed: Partial<Scope>; why: string }>([
      { narrowed: { talentId: other }, why: 'another person' },
      { narrowed: { townshipCode: '990004102' }, why: 'another township' },
      { narrowed: { isWithoutPeople: true }, why: 'somebody who sees no people' },
    ])('is told to nobody outside the scope: $why', async ({ narrowed }) => {
      expect(await listAuditAbout(db, { countyCode: '990004', ...narrowed }, person)).toEqual([])
    })
  })
})
