import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import {
  findAccount,
  findAccountByName,
  insertAccount,
  listAccounts,
  listAccountsOfTalent,
  listSecondFactors,
  noteAccount,
  takeStep,
  updateAccount,
} from '../../db/accounts.ts'
import type { Db } from '../../db/connect.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { fillCounty } from './county.ts'
import { account } from './county-offices.ts'

const scope = { countyCode: '990001' }
const person = '990001101201-a'

describe.each(databases)('accounts on $engine', ({ open }) => {
  let opened: OpenDatabase | undefined
  let db: Db
  /** Each test has an account of its own. */
  let id = ''
  let count = 0
  const make = async (
    own: Partial<Parameters<typeof account>[2]> = {},
    villageCodes: string[] = [],
  ) => {
    const { countyCode: _, revision: __, ...row } = account('990001', id, own)
    await insertAccount(db, scope, { ...row, villageCodes })
  }
  beforeEach(async () => {
    if (!opened) {
      opened = await open()
      db = opened.db
      for (const countyCode of ['990001', '990002']) await fillCounty(db, countyCode)
    }
    count += 1
    id = `account-${count}`
  })
  afterAll(() => opened?.close())

  test('are found by id and by name, of revision 1, with their villages in order', async () => {
    await make({ role: 'village' }, ['990001102201', '990001101201'])
    const found = await findAccount(db, scope, id)
    const villageCodes = ['990001101201', '990001102201']
    expect(found).toEqual({ ...account('990001', id, { role: 'village' }), villageCodes })
    expect(await findAccountByName(db, scope, id)).toEqual(found)
    expect((await listAccounts(db, scope)).find((it) => it.id === id)).toEqual(found)
    expect(await findAccount(db, { countyCode: '990002' }, id)).toBeUndefined()
  })

  test('have one name each in a county', async () => {
    await make({ username: 'zhou-xiaolan' })
    id = `${id}-second`
    await expect(make({ username: 'zhou-xiaolan' })).rejects.toThrow()
  })

  test.each([
    { own: { role: 'owner' as 'admin' }, why: 'a role that there is none of' },
    { own: { state: 'asleep' as 'active' }, why: 'a state that there is none of' },
    { own: { townshipCode: '990002101' }, why: 'a township of another county' },
    { own: { departmentId: '990002-first' }, why: 'a department of another county' },
    { own: { talentId: '990002101201-a' }, why: 'a person of another county' },
  ])('are refused with $why', async ({ own }) => {
    await expect(make(own)).rejects.toThrow()
  })

  test('are changed by whoever saw their last revision, and counted up', async () => {
    await make()
    expect(await updateAccount(db, scope, id, { name: '孟庆华' }, 1)).toBe(true)
    expect(await findAccount(db, scope, id)).toMatchObject({ name: '孟庆华', revision: 2 })
  })

  test('stay as they are for whoever saw an older revision', async () => {
    await make({ role: 'village' }, ['990001101201'])
    await updateAccount(db, scope, id, { position: '组织委员' }, 1)
    const before = await findAccount(db, scope, id)
    const late = { name: '孟庆华', villageCodes: ['990001102201'] }
    expect(await updateAccount(db, scope, id, late, 1)).toBe(false)
    expect(await findAccount(db, scope, id)).toEqual(before)
  })

  test('take one of two changes that saw the same revision', async () => {
    await make()
    const changes = ['李', '王', '赵', '孟'].map((name) =>
      updateAccount(db, scope, id, { name }, 1),
    )
    expect((await Promise.all(changes)).filter(Boolean)).toHaveLength(1)
    expect(await findAccount(db, scope, id)).toMatchObject({ revision: 2 })
  })

  test('are not changed from another county, nor where there is none', async () => {
    await make()
    expect(await updateAccount(db, { countyCode: '990002' }, id, { name: '孟' })).toBe(false)
    expect(await updateAccount(db, scope, 'nobody', { name: '孟' })).toBe(false)
    expect(await findAccount(db, scope, id)).toMatchObject({ name: '周晓岚', revision: 1 })
  })

  test('change their villages as a whole, or not at all', async () => {
    await make({ role: 'village' }, ['990001101201', '990001101202'])
    await updateAccount(db, scope, id, { position: '文书' })
    expect((await findAccount(db, scope, id))?.villageCodes).toHaveLength(2)
    await updateAccount(db, scope, id, { villageCodes: ['990001102201'] })
    expect((await findAccount(db, scope, id))?.villageCodes).toEqual(['990001102201'])
    await updateAccount(db, scope, id, { villageCodes: [] })
    expect((await findAccount(db, scope, id))?.villageCodes).toEqual([])
  })

  test('remember a sign-in, which is no change that an author must have seen', async () => {
    await make()
    await noteAccount(db, scope, id, { signedInAt: '2026-11-25T08:00:00.000Z' })
    const found = await findAccount(db, scope, id)
    expect(found).toMatchObject({ signedInAt: '2026-11-25T08:00:00.000Z', revision: 1 })
  })

  test('take the step of a code once, and none before it any more', async () => {
    await make({ totpSecret: 'cipher' })
    expect(await takeStep(db, scope, id, 100)).toBe(true)
    expect(await takeStep(db, scope, id, 100), 'replayed').toBe(false)
    expect(await takeStep(db, scope, id, 99), 'an older code').toBe(false)
    expect(await takeStep(db, { countyCode: '990002' }, id, 101), 'elsewhere').toBe(false)
    expect(await takeStep(db, scope, id, 101)).toBe(true)
  })

  test('take it once of many who show it at the same time', async () => {
    await make({ totpSecret: 'cipher' })
    const taken = Array.from({ length: 8 }, () => takeStep(db, scope, id, 7))
    expect((await Promise.all(taken)).filter(Boolean)).toHaveLength(1)
  })

  test('of a person are found, closed ones too; those with a second factor as well', async () => {
    await make({ role: 'talent', talentId: person, state: 'closed', passwordHash: null })
    const closed = id
    id = `${id}-later`
    await make({ role: 'talent', talentId: person, createdAt: '2026-12-01', totpSecret: 'cipher' })
    const found = await listAccountsOfTalent(db, scope, person)
    expect(found.map((it) => it.id)).toEqual([closed, id])
    expect(await listAccountsOfTalent(db, { countyCode: '990002' }, person)).toEqual([])
    expect(await listSecondFactors(db, scope)).toContainEqual({ id, totpSecret: 'cipher' })
    expect(await listSecondFactors(db, { countyCode: '990002' })).toEqual([])
  })
})
