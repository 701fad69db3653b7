import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { entryBy } from '../../api/auditing.ts'
import { copyName, manifestFile } from '../../api/backups.ts'
import type { Installation } from '../../api/installation.ts'
import type { SystemState } from '../../api/shapes/system.ts'
import { writeWhole } from '../../api/whole-files.ts'
import { appendAudit } from '../../db/audit.ts'
import { databases } from '../databases.ts'
import { fewRows, type Served, type SignedInClient, serve, signedIn } from './served.ts'

const NOW = '2026-11-26T08:00:00.000Z'
const clock = () => new Date(NOW)
const COUNTY = { code: '370406', name: '山亭区' }

describe.each(databases)('the state of the installation on $engine', ({ engine, open }) => {
  let served: Served
  let folder: string
  let admin: SignedInClient
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yanzhen-system-'))
    const auditHeads = join(folder, 'heads.jsonl')
    served = await serve({ open, rows: fewRows(), clock, auditHeads })
    admin = await served.as('demo-admin')
  })
  afterAll(async () => {
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const stateOf = async (as: Pick<SignedInClient, 'get'> = admin): Promise<SystemState> =>
    (await as.get('/system')).json()
  /** The same database, with what the operator of a machine sets. */
  async function operated(given: Partial<Installation> = {}) {
    const installation = {
      ...{ data: folder, backups: join(folder, 'copies'), backupKeep: 14, isEncrypted: false },
      ...given,
    }
    return signedIn(createApp({ ...served.given, installation }), 'demo-admin')
  }
  const kindsOf = async (as?: SignedInClient) => (await stateOf(as)).needs.map(({ kind }) => kind)

  test('says what the database is, how far its tables are, and what the county has', async () => {
    const { schema, database, places, dictionaries, work } = await stateOf()
    expect(schema.applied).toBe(schema.known)
    expect(schema.last).toMatch(/^\d{4}-\d\d-\d\d-/)
    expect(database.engine).toBe(engine === 'PostgreSQL' ? 'postgresql' : 'sqlite')
    expect(database.bytes).toBeGreaterThan(100_000)
    expect(places).toMatchObject({ county: COUNTY, isDemonstration: true, townships: 2 })
    expect(dictionaries.lists.map(({ id }) => id)).toContain('departments')
    expect(work.plans).toEqual({ waiting: 0, running: 0 })
  })

  test('names nobody of the pool', async () => {
    const text = JSON.stringify(await stateOf())
    const names = fewRows().talents.map(({ name }) => name)
    expect(names.filter((name) => text.includes(name))).toEqual([])
  })

  test('counts accounts by what they wait for, and says so', async () => {
    const before = (await stateOf()).accounts
    const clerk = { username: 'sun-clerk', name: '孙立国', role: 'township' }
    await admin.post('/accounts', { ...clerk, township: '370406104' })
    const { settings, version } = await (await admin.get('/settings')).json()
    const factor = { ...settings, secondFactorFor: ['county'] }
    for (let attempt = 0; attempt < settings.lockAfter; attempt++)
      await served.bare.request('/api/v1/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'demo-mentor', password: 'not-this-one' }),
      })
    await admin.put('/settings', { version, settings: factor })
    const { accounts, needs, settings: shown } = await stateOf()
    expect(accounts).toMatchObject({ pending: before.pending + 1, locked: 1 })
    expect(accounts.noFactor).toBeGreaterThan(0)
    expect(shown.secondFactorFor).toEqual(['county'])
    const kinds = needs.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['locked', 'pending', 'factor-missing']))
  })

  test('is unknown, not zero, where nobody said what the operator set', async () => {
    expect(await stateOf()).toMatchObject({ disk: null, backups: null })
  })

  test('misses a copy, then knows the one that is there', async () => {
    const as = await operated()
    expect(await kindsOf(as)).toEqual(expect.arrayContaining(['backup-none', 'backup-unscheduled']))
    copyAt('2026-11-25T18:30:00.000Z')
    const scheduled = await operated({ backupAt: { hour: 2, minute: 30 } })
    const { backups, needs } = await stateOf(scheduled)
    expect(backups).toMatchObject({ copies: 1, last: { at: '2026-11-25T18:30:00.000Z', bytes: 4 } })
    expect(new Date(backups!.next!).getTime()).toBeGreaterThan(clock().getTime())
    expect(needs.filter(({ kind }) => kind.startsWith('backup'))).toEqual([])
  })

  test.each([
    { at: '2026-11-24T18:30:00.000Z', scheduled: true, late: true, why: 'one day was left out' },
    { at: '2026-11-24T18:30:00.000Z', scheduled: false, late: false, why: 'made by hand' },
    { at: '2026-11-18T18:30:00.000Z', scheduled: false, late: true, why: 'a week by hand' },
  ])('a copy of $at, $why: late is $late', async ({ at, scheduled, late }) => {
    rmSync(join(folder, 'copies'), { recursive: true })
    copyAt(at)
    const as = await operated(scheduled ? { backupAt: { hour: 2, minute: 30 } } : {})
    expect((await kindsOf(as)).includes('backup-late')).toBe(late)
  })

  test('says when one was begun and left no whole copy', async () => {
    const begun = (file: string) => ({
      ...entryBy('system', { action: 'database.copied', detail: { file } }),
      at: '2026-11-26T02:30:00.000Z',
    })
    const { db, keyring } = served.given
    const scope = { countyCode: COUNTY.code }
    await db.transaction().execute((it) => appendAudit(it, keyring, scope, [begun('gone.sqlite')]))
    const { backups, needs } = await stateOf(await operated())
    expect(backups!.unfinishedAt).toBe('2026-11-26T02:30:00.000Z')
    expect(needs.find(({ kind }) => kind === 'backup-unfinished')?.isUrgent).toBe(true)
  })

  test('a copy that was made elsewhere is no copy that was cut short', async () => {
    const elsewhere = {
      ...entryBy('terminal', {
        action: 'database.copied',
        detail: { file: 'away.sqlite', isElsewhere: true },
      }),
      at: '2026-11-26T03:30:00.000Z',
    }
    const { db, keyring } = served.given
    const scope = { countyCode: COUNTY.code }
    await db.transaction().execute((it) => appendAudit(it, keyring, scope, [elsewhere]))
    expect((await stateOf(await operated())).backups!.unfinishedAt).toBeNull()
  })

  test.each([
    {
      why: 'a copy that leads nowhere',
      make: () => {
        copyAt(NOW)
        const copy = join(folder, 'copies', copyName(new Date(NOW)))
        rmSync(copy)
        symlinkSync(join(folder, 'nowhere'), copy)
      },
      given: {},
      needs: [],
    },
    {
      why: 'a folder of copies that cannot be read',
      make: () => writeFileSync(join(folder, 'no-folder'), ''),
      given: { backups: 'no-folder' },
      needs: ['backup-unreadable'],
    },
    {
      why: 'a data folder that is gone',
      make: () => {},
      given: { data: 'gone' },
      needs: ['disk-unreadable'],
    },
  ])('answers beside $why, and says so', async ({ make, given, needs }) => {
    make()
    const places = Object.entries(given).map(([name, value]) => [name, join(folder, value)])
    const as = await operated(Object.fromEntries(places))
    expect((await as.get('/system')).status).toBe(200)
    expect((await kindsOf(as)).filter((kind) => kind.endsWith('unreadable'))).toEqual(needs)
  })

  test('says when the end of the audit was never kept outside', async () => {
    const { audit, needs } = await stateOf()
    expect(audit).toMatchObject({ headsKeptAt: null, isHeadBehind: true })
    expect(needs.map(({ kind }) => kind)).toContain('heads-behind')
  })

  test('asks for a verification of the audit, and shows what came of it', async () => {
    expect((await stateOf()).audit.verified).toBeNull()
    expect(await kindsOf()).toContain('audit-unverified')
    const auditor = await served.as('demo-auditor')
    await auditor.get('/audit/verification')
    const { audit } = await stateOf()
    expect(audit.verified).toMatchObject({ at: NOW, isWhole: true })
    expect(await kindsOf()).not.toContain('audit-unverified')
  })

  /** A whole copy of this county, as its manifest says. */
  function copyAt(at: string) {
    const copies = join(folder, 'copies')
    const file = copyName(new Date(at))
    const copy = join(copies, file)
    const manifest = {
      ...{ format: 1, file, bytes: 4, sha256: '', at, program: '0.1.0', isEncrypted: false },
      ...{ county: COUNTY, migrations: [], counts: {}, audit: null, keyVersions: [1] },
    }
    writeWhole(copy, 'copy')
    writeWhole(manifestFile(copy), JSON.stringify(manifest))
  }
})
