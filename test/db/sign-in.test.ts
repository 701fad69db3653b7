import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../db/connect.ts'
import {
  findInvitation,
  insertInvitation,
  removeInvitations,
  takeInvitation,
} from '../../db/invitations.ts'
import {
  findSession,
  insertSession,
  listSessions,
  removeExpired,
  removeSession,
  removeSessions,
  touchSession,
} from '../../db/sessions.ts'
import {
  clearFailures,
  countFailure,
  findFailures,
  listLocked,
  lockName,
} from '../../db/sign-in-failures.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { fillCounty } from './county.ts'

const scope = { countyCode: '990001' }
const elsewhere = { countyCode: '990002' }
const [own, other] = ['990001-county', '990001-village'] as const
const person = '990001101201-a'

describe.each(databases)('signing in on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    for (const countyCode of ['990001', '990002']) {
      await fillCounty(db, countyCode)
      await removeSessions(db, { countyCode }, `${countyCode}-county`)
    }
  })
  afterAll(() => opened.close())

  describe('failures of a name', () => {
    const fail = (nameDigest: string, minute: number, since = at(0)) =>
      countFailure(db, scope, { nameDigest, at: at(minute), since })

    test('are counted one by one, whether there is such an account or not', async () => {
      expect(await fail('nobody', 1)).toBe(1)
      expect(await fail('nobody', 2)).toBe(2)
      expect(await fail('somebody', 3)).toBe(1)
      expect(await findFailures(db, scope, 'nobody')).toMatchObject({
        failures: 2,
        failedAt: at(2),
      })
      expect(await findFailures(db, elsewhere, 'nobody')).toBeUndefined()
    })

    test.each([
      { last: 5, since: 6, counted: 1, why: 'the last one was before: a new beginning' },
      { last: 6, since: 6, counted: 3, why: 'the last one was at that very moment' },
      { last: 7, since: 6, counted: 3, why: 'the last one was after it' },
    ])('begin anew by the time of the last: $why', async ({ last, since, counted }) => {
      const name = `since-${last}`
      await fail(name, 1)
      await fail(name, last)
      expect(await fail(name, 9, at(since))).toBe(counted)
    })

    test('are all counted when they come at the same time', async () => {
      const counts = await Promise.all(Array.from({ length: 20 }, () => fail('hasty', 4)))
      expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
    })

    test('lock the name until they are cleared', async () => {
      await fail('locked', 1)
      await lockName(db, scope, 'locked', at(30))
      await fail('locked', 2)
      expect(await findFailures(db, scope, 'locked')).toMatchObject({
        failures: 2,
        lockedUntil: at(30),
      })
      expect(await listLocked(db, scope, at(29))).toEqual(new Set(['locked']))
      expect(await listLocked(db, scope, at(30)), 'it has passed').toEqual(new Set())
      expect(await listLocked(db, elsewhere, at(29))).toEqual(new Set())
      await clearFailures(db, elsewhere, 'locked')
      expect(await findFailures(db, scope, 'locked')).toBeDefined()
      await clearFailures(db, scope, 'locked')
      expect(await findFailures(db, scope, 'locked')).toBeUndefined()
      expect(await fail('locked', 3)).toBe(1)
    })
  })

  describe('sessions', () => {
    const begin = (id: string, accountId: string, minute: number, seen = minute) =>
      insertSession(db, scope, {
        ...{ id, accountId, hasCode: 0, createdAt: at(minute), seenAt: at(seen) },
        ...{ address: '127.0.0.1', agent: 'Firefox' },
      })
    const idsOf = async (accountId: string) =>
      (await listSessions(db, scope, accountId)).map(({ id }) => id)

    test('of an account are listed with the latest first, and seen again', async () => {
      await begin('desk', own, 1)
      await begin('hall', own, 2)
      await touchSession(db, scope, 'desk', at(9))
      expect(await idsOf(own)).toEqual(['hall', 'desk'])
      expect(await findSession(db, scope, 'desk')).toMatchObject({ seenAt: at(9) })
      expect(await findSession(db, elsewhere, 'desk')).toBeUndefined()
    })

    test('are ended by their own account alone', async () => {
      await begin('theirs', other, 3)
      expect(await removeSession(db, scope, own, 'theirs')).toBe(false)
      expect(await removeSession(db, elsewhere, other, 'theirs')).toBe(false)
      expect(await removeSession(db, scope, other, 'theirs')).toBe(true)
      expect(await removeSession(db, scope, other, 'theirs'), 'it has ended').toBe(false)
    })

    test('end all at once, but for the one that is to stay', async () => {
      await begin('beside', other, 4)
      expect(await removeSessions(db, scope, own, 'hall')).toBe(1)
      expect(await idsOf(own)).toEqual(['hall'])
      expect(await removeSessions(db, scope, own)).toBe(1)
      expect(await idsOf(other)).toEqual(['beside'])
    })

    test('that are too old, or were not seen for long, are cleared', async () => {
      await removeSessions(db, scope, other)
      await begin('old', own, 1, 20)
      await begin('idle', own, 10, 11)
      await begin('in use', own, 10, 20)
      await begin('just so', own, 5, 15)
      await removeExpired(db, elsewhere, at(59), at(59))
      await removeExpired(db, scope, at(5), at(15))
      expect((await idsOf(own)).sort()).toEqual(['in use', 'just so'])
    })
  })

  describe('an invitation', () => {
    const invite = (id: string, expires = 30) =>
      insertInvitation(db, scope, {
        ...{ id, talentId: person, createdAt: at(0), createdBy: own, expiresAt: at(expires) },
      })

    test('is taken once, of many who try at the same time', async () => {
      await invite('once')
      const tries = Array.from({ length: 6 }, () => takeInvitation(db, scope, 'once', at(1)))
      const taken = (await Promise.all(tries)).filter((it) => it !== undefined)
      expect(taken).toEqual([{ talentId: person, createdBy: own }])
      expect(await findInvitation(db, scope, 'once', at(1))).toBeUndefined()
    })

    test.each([
      { minute: 29, isValid: true, why: 'shortly before it ends' },
      { minute: 30, isValid: false, why: 'as it ends' },
      { minute: 31, isValid: false, why: 'afterwards' },
    ])('is valid $why: $isValid', async ({ minute, isValid }) => {
      await invite(`until-${minute}`)
      const id = `until-${minute}`
      expect((await findInvitation(db, scope, id, at(minute))) !== undefined).toBe(isValid)
      expect(
        await takeInvitation(db, elsewhere, id, at(minute)),
        'in another county',
      ).toBeUndefined()
      expect((await takeInvitation(db, scope, id, at(minute))) !== undefined).toBe(isValid)
    })

    test('ends when a new one is made; those that were used are remembered', async () => {
      await invite('first')
      await invite('used')
      await takeInvitation(db, scope, 'used', at(1))
      await removeInvitations(db, scope, person)
      expect(await takeInvitation(db, scope, 'first', at(2))).toBeUndefined()
      const left = await db
        .selectFrom('invitations')
        .select('id')
        .where('id', '=', 'used')
        .execute()
      expect(left).toHaveLength(1)
    })
  })
})

function at(minute: number): string {
  return `2026-11-25T08:${String(minute).padStart(2, '0')}:00.000Z`
}
