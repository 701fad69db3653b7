import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AuditEntry, type AuditHead, appendAudit, findAuditHead } from '../../db/audit.ts'
import { type AuditFault, verifyAudit } from '../../db/audit-chain.ts'
import type { Db } from '../../db/connect.ts'
import { insertCounty } from '../../db/counties.ts'
import type { Keyring } from '../../db/keyring.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { auditEntry, keyringOf } from './audited.ts'

const keyring = keyringOf(1)
const ENTRIES = 6

type Chain = { db: Db; countyCode: string; kept: AuditHead[] }
type Tampering = {
  why: string
  by: (chain: Chain) => Promise<unknown>
  fault: AuditFault | null
  isKept?: true
}

describe.each(databases)('the chain of the audit on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  let counties = 0
  beforeAll(async () => {
    opened = await open()
    db = opened.db
  })
  afterAll(() => opened.close())

  /** Entries 1 to 6 of a county of its own; the heads after 4 and 6 are kept outside. */
  async function chain(): Promise<Chain> {
    counties += 1
    const countyCode = String(990_000 + counties)
    const scope = { countyCode }
    await insertCounty(db, scope, { name: '县', province: '' })
    const kept: AuditHead[] = []
    for (let n = 1; n <= ENTRIES; n++) {
      await append(db, keyring, countyCode, auditEntry({ subjects: ['li', `person-${n}`] }))
      if (n === 4 || n === ENTRIES) kept.push((await findAuditHead(db, scope))!)
    }
    return { db, countyCode, kept }
  }

  test('stands as it was written, beside the heads that were kept', async () => {
    const { countyCode, kept } = await chain()
    const whole = { entries: ENTRIES, fault: null }
    expect(await verifyAudit(db, keyring, { countyCode })).toEqual(whole)
    expect(await verifyAudit(db, keyring, { countyCode }, kept)).toEqual(whole)
  })

  test('a county without entries has nothing to find, but for a head that was kept', async () => {
    const scope = { countyCode: '999999' }
    await insertCounty(db, scope, { name: '县', province: '' })
    expect(await verifyAudit(db, keyring, scope)).toEqual({ entries: 0, fault: null })
    const kept = [{ sequence: 3, hash: 'hash' }]
    const { fault } = await verifyAudit(db, keyring, scope, kept)
    expect(fault).toEqual({ sequence: 1, why: 'missing' })
  })

  test.each(Object.entries(OTHER_VALUES))('%s of an entry was altered', async (column, value) => {
    const { countyCode } = await chain()
    await alter(db, countyCode, 3, column, value)
    const { entries, fault } = await verifyAudit(db, keyring, { countyCode })
    expect({ entries, fault }).toEqual({ entries: 2, fault: { sequence: 3, why: 'altered' } })
  })

  test.each(TAMPERINGS)('$why: $fault', async ({ by, fault, isKept }) => {
    const own = await chain()
    const { countyCode, kept } = own
    const beside = await chain()
    await by(own)
    const found = await verifyAudit(db, keyring, { countyCode }, isKept ? kept : [])
    expect(found.fault).toEqual(fault)
    const other = await verifyAudit(db, keyring, beside, beside.kept)
    expect(other.fault, 'the chain of another county').toBeNull()
  })

  test('goes on under a new key, and needs the old one to be verified', async () => {
    const { countyCode } = await chain()
    await append(db, keyringOf(1, 2), countyCode, auditEntry())
    await append(db, keyringOf(1, 2), countyCode, auditEntry())
    const verified = await verifyAudit(db, keyringOf(1, 2), { countyCode })
    expect(verified).toEqual({ entries: ENTRIES + 2, fault: null })
    const { fault } = await verifyAudit(db, keyringOf(2), { countyCode })
    expect(fault).toEqual({ sequence: 1, why: 'key' })
    const earlier = await verifyAudit(db, keyringOf(1), { countyCode })
    expect(earlier.fault).toEqual({ sequence: ENTRIES + 1, why: 'key' })
  })

  test('is verified page by page, while others write', async () => {
    const { countyCode } = await chain()
    const many = (count: number) => Array.from({ length: count }, () => auditEntry())
    for (let n = 0; n < 11; n++) await append(db, keyring, countyCode, ...many(200))
    const writing = Array.from({ length: 60 }, () => append(db, keyring, countyCode, auditEntry()))
    const verifying = Array.from({ length: 12 }, () => verifyAudit(db, keyring, { countyCode }))
    expect((await Promise.all(verifying)).map(({ fault }) => fault)).toEqual(
      verifying.map(() => null),
    )
    await Promise.all(writing)
    const all = await verifyAudit(db, keyring, { countyCode })
    expect(all).toEqual({ entries: ENTRIES + 2_200 + 60, fault: null })
    await alter(db, countyCode, 2_150, 'actor', 'nobody')
    const { fault } = await verifyAudit(db, keyring, { countyCode })
    expect(fault).toEqual({ sequence: 2_150, why: 'altered' })
  })
})

/** Something else for every column of an entry. */
const OTHER_VALUES = {
  at: '2026-11-23T08:00:00.001Z',
  actor: 'wu',
  role: null,
  action: 'portrait.reads',
  outcome: 'denied',
  subject_set: null,
  scope: '{}',
  reason: null,
  policy_version: 2,
  rule_book: 'other rules',
  request_id: null,
  detail: '{}',
  key_version: null,
  hash: null,
}

const TAMPERINGS: Tampering[] = [
  {
    why: 'an entry in the middle was removed',
    by: ({ db, countyCode }) => remove(db, countyCode, 3, 3),
    fault: { sequence: 3, why: 'missing' },
  },
  {
    why: 'the first entry was removed',
    by: ({ db, countyCode }) => remove(db, countyCode, 1, 1),
    fault: { sequence: 1, why: 'missing' },
  },
  {
    why: 'an entry was removed and those after it moved up',
    by: async ({ db, countyCode }) => {
      await remove(db, countyCode, 3, 3)
      for (let n = 4; n <= ENTRIES; n++) await alter(db, countyCode, n, 'sequence', n - 1)
    },
    fault: { sequence: 3, why: 'altered' },
  },
  {
    why: 'two entries changed places',
    by: async ({ db, countyCode }) => {
      await alter(db, countyCode, 3, 'sequence', 0)
      await alter(db, countyCode, 4, 'sequence', 3)
      await alter(db, countyCode, 0, 'sequence', 4)
    },
    fault: { sequence: 3, why: 'altered' },
  },
  {
    why: 'the end was cut off',
    by: ({ db, countyCode }) => remove(db, countyCode, 5, 6),
    fault: { sequence: 5, why: 'head' },
  },
  {
    why: 'the end was cut off and the head with it, and no head was kept',
    by: cutEnd,
    fault: null,
  },
  {
    why: 'the end was cut off and the head with it, but heads were kept',
    by: cutEnd,
    fault: { sequence: 5, why: 'missing' },
    isKept: true,
  },
  {
    why: 'everything was removed, but heads were kept',
    by: async ({ db, countyCode }) => {
      await remove(db, countyCode, 1, ENTRIES)
      await db.deleteFrom('auditHeads').where('countyCode', '=', countyCode).execute()
    },
    fault: { sequence: 1, why: 'missing' },
    isKept: true,
  },
  {
    why: 'all was written anew by somebody who has the key, but heads were kept',
    by: async ({ db, countyCode }) => {
      await remove(db, countyCode, 1, ENTRIES)
      await db.deleteFrom('auditHeads').where('countyCode', '=', countyCode).execute()
      const other = Array.from({ length: ENTRIES }, () => auditEntry({ actor: 'wu' }))
      await append(db, keyring, countyCode, ...other)
    },
    fault: { sequence: 4, why: 'kept-head' },
    isKept: true,
  },
  {
    why: 'an entry was written without the key',
    by: async ({ db, countyCode }) => {
      await append(db, wrongKeyring(), countyCode, auditEntry())
    },
    fault: { sequence: ENTRIES + 1, why: 'altered' },
  },
  {
    why: 'the seal of another entry was put on one',
    by: async ({ db, countyCode, kept }) => alter(db, countyCode, 5, 'hash', kept[0]!.hash),
    fault: { sequence: 5, why: 'altered' },
  },
  {
    why: 'an entry names a key that there is none of',
    by: ({ db, countyCode }) => alter(db, countyCode, 2, 'key_version', 9),
    fault: { sequence: 2, why: 'key' },
  },
  {
    why: 'a person of a set was exchanged',
    by: ({ db, countyCode }) =>
      sql`update audit_subjects set subject = 'somebody'
        where county_code = ${countyCode} and subject = 'person-4'`.execute(db),
    fault: { sequence: 4, why: 'subjects' },
  },
  {
    why: 'a person was taken out of a set',
    by: ({ db, countyCode }) =>
      sql`delete from audit_subjects
        where county_code = ${countyCode} and subject = 'person-2'`.execute(db),
    fault: { sequence: 2, why: 'subjects' },
  },
  {
    why: 'a person was added to every set',
    by: ({ db, countyCode }) =>
      sql`insert into audit_subjects (county_code, subject_set, subject)
        select distinct county_code, subject_set, 'somebody' from audit_subjects
        where county_code = ${countyCode}`.execute(db),
    fault: { sequence: 1, why: 'subjects' },
  },
  {
    why: 'the people of all sets were removed',
    by: ({ db, countyCode }) =>
      sql`delete from audit_subjects where county_code = ${countyCode}`.execute(db),
    fault: { sequence: 1, why: 'subjects' },
  },
  {
    why: 'the head was altered',
    by: ({ db, countyCode, kept }) => setHead(db, countyCode, { ...kept[1]!, hash: 'hash' }),
    fault: { sequence: ENTRIES + 1, why: 'head' },
  },
  {
    why: 'the head was set back',
    by: ({ db, countyCode, kept }) => setHead(db, countyCode, kept[0]!),
    fault: { sequence: ENTRIES + 1, why: 'head' },
  },
]

async function cutEnd({ db, countyCode, kept }: Chain) {
  await remove(db, countyCode, 5, 6)
  await setHead(db, countyCode, kept[0]!)
}

function append(db: Db, keyring: Keyring, countyCode: string, ...entries: AuditEntry[]) {
  return db.transaction().execute((it) => appendAudit(it, keyring, { countyCode }, entries))
}

/** Says that it is version 1, with another key. */
function wrongKeyring(): Keyring {
  return { ...keyringOf(2), version: 1, seal: (text) => keyringOf(2).seal(text) }
}

function setHead(db: Db, countyCode: string, head: AuditHead) {
  return db.updateTable('auditHeads').set(head).where('countyCode', '=', countyCode).execute()
}

function alter(db: Db, countyCode: string, sequence: number, column: string, value: unknown) {
  return sql`update audit_entries set ${sql.ref(column)} = ${value}
    where county_code = ${countyCode} and sequence = ${sequence}`.execute(db)
}

function remove(db: Db, countyCode: string, from: number, to: number) {
  return sql`delete from audit_entries
    where county_code = ${countyCode} and sequence between ${from} and ${to}`.execute(db)
}
