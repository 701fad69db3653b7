import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../db/connect.ts'
import { insertConsent, listConsents } from '../../db/consents.ts'
import {
  answerCorrection,
  findCorrection,
  insertCorrection,
  listCorrections,
} from '../../db/corrections.ts'
import { insertDefaults } from '../../db/defaults.ts'
import { listEntries, putEntry } from '../../db/dictionaries.ts'
import { endMentorship, listMentorships, putMentorship } from '../../db/mentorships.ts'
import { findNotice, insertNotice } from '../../db/notices.ts'
import {
  findByDigest,
  hasFieldsOfOtherKey,
  listPrivateFields,
  pageOfPrivateFields,
  putPrivateField,
  removePrivateField,
} from '../../db/private-fields.ts'
import { findSettings, insertSettings } from '../../db/settings.ts'
import { insertHistory, listHistory } from '../../db/talent-history.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { fillCounty } from './county.ts'

const scope = { countyCode: '990001' }
const elsewhere = { countyCode: '990002' }
const person = '990001101201-a'
const accountId = '990001-county'

describe.each(databases)('what is kept about a person on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    for (const countyCode of ['990001', '990002']) await fillCounty(db, countyCode)
  })
  afterAll(() => opened.close())

  test('consents and withdrawals, the latest first', async () => {
    const consent = { talentId: person, channel: 'self', noticeVersion: 1, accountId } as const
    await insertConsent(db, scope, { ...consent, id: 'c2', act: 'withdrawn', at: '2026-12-01' })
    await insertConsent(db, scope, { ...consent, id: 'c3', act: 'given', at: '2026-12-02' })
    const acts = (await listConsents(db, scope, person)).map(({ act, at }) => `${at} ${act}`)
    expect(acts.slice(0, 2)).toEqual(['2026-12-02 given', '2026-12-01 withdrawn'])
    const unread = {
      ...consent,
      id: 'c4',
      act: 'given',
      at: '2026-12-03',
      noticeVersion: 9,
    } as const
    await expect(insertConsent(db, scope, unread), 'no such notice').rejects.toThrow()
  })

  test('a correction waits until it is answered, once', async () => {
    const asked = { talentId: person, field: 'education', proposed: '本科', note: '附证书' }
    await insertCorrection(db, scope, { ...asked, id: 'asked', askedAt: '2026-11-25' })
    expect(await findCorrection(db, scope, 'asked')).toMatchObject({ state: 'open', answer: null })
    const answer = { answeredAt: '2026-11-26', answeredBy: accountId }
    const both = [
      answerCorrection(db, scope, 'asked', { ...answer, state: 'accepted', answer: '已更正' }),
      answerCorrection(db, scope, 'asked', { ...answer, state: 'refused', answer: '证据不足' }),
    ]
    expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1)
    expect(
      await answerCorrection(db, elsewhere, 'asked', { ...answer, state: 'refused', answer: '' }),
    ).toBe(false)
    const open = await listCorrections(db, scope, { talentId: person, state: 'open' })
    expect(open.map(({ id }) => id)).toEqual([`${person}-row`])
  })

  test('old values of the record, the latest first', async () => {
    const change = { talentId: person, field: 'name', before: '李', after: '李文', accountId }
    await insertHistory(db, scope, { ...change, id: 'h2', at: '2026-12-01' })
    await insertHistory(db, scope, { ...change, id: 'h3', at: '2026-12-01', before: null })
    const ids = (await listHistory(db, scope, person)).map(({ id }) => id)
    expect(ids).toEqual(['h3', 'h2', `${person}-row`])
  })

  test('a private value is stored, replaced, found by its digest and taken away', async () => {
    const value = { talentId: person, field: 'id-number', cipher: '1.a', digest: 'one' } as const
    await putPrivateField(db, scope, value)
    await putPrivateField(db, scope, { ...value, cipher: '1.b', digest: 'two' })
    expect(await listPrivateFields(db, scope, person)).toContainEqual({
      ...{ field: 'id-number', cipher: '1.b' },
    })
    expect(await findByDigest(db, scope, 'id-number', 'two')).toEqual([person])
    expect(await findByDigest(db, scope, 'id-number', 'one'), 'what it was').toEqual([])
    expect(await findByDigest(db, scope, 'phone', 'two'), 'another field').toEqual([])
    expect(await findByDigest(db, elsewhere, 'id-number', 'two')).toEqual([])
    await removePrivateField(db, scope, person, 'id-number')
    expect(await listPrivateFields(db, scope, person)).toHaveLength(1)
  })

  test('private values are paged in the order of their keys, for a change of keys', async () => {
    const seen: string[] = []
    let after: { talentId: string; field: string } | null = null
    do {
      const page = await pageOfPrivateFields(db, scope, after, 3)
      seen.push(...page.map(({ talentId, field }) => `${talentId} ${field}`))
      after = page.at(-1) ?? null
    } while (after !== null)
    expect(seen).toEqual(seen.toSorted())
    expect(new Set(seen).size).toBe(8)
    expect(seen).toHaveLength(8)
  })

  test('values of another key are known by their version, which 1 and 11 do not share', async () => {
    for (const { talentId, field, digest } of await pageOfPrivateFields(db, elsewhere, null, 50))
      await putPrivateField(db, elsewhere, { talentId, field, digest, cipher: '11.n.t.c' })
    expect(await hasFieldsOfOtherKey(db, elsewhere, 11)).toBe(false)
    expect(await hasFieldsOfOtherKey(db, elsewhere, 1)).toBe(true)
    expect(await hasFieldsOfOtherKey(db, { countyCode: '999999' }, 1)).toBe(false)
  })

  test('a mentorship ends once, and can be taken up again', async () => {
    const link = { mentorId: '990001101-mentor', talentId: '990001102201-a' }
    await putMentorship(db, scope, { ...link, startedOn: '2026-01-01' })
    expect(await endMentorship(db, elsewhere, { ...link, endedOn: '2026-06-30' })).toBe(false)
    expect(await endMentorship(db, scope, { ...link, endedOn: '2026-06-30' })).toBe(true)
    expect(await endMentorship(db, scope, { ...link, endedOn: '2026-07-31' })).toBe(false)
    const listed = async () => {
      const all = await listMentorships(db, scope, link)
      return all.map(({ startedOn, endedOn }) => ({ startedOn, endedOn }))
    }
    expect(await listed()).toEqual([{ startedOn: '2026-01-01', endedOn: '2026-06-30' }])
    await putMentorship(db, scope, { ...link, startedOn: '2026-11-01' })
    expect(await listed()).toEqual([{ startedOn: '2026-11-01', endedOn: null }])
  })
})

describe.each(databases)('what a county writes itself on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  const made = { createdAt: '2026-11-25T08:00:00.000Z', createdBy: accountId }
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    for (const countyCode of ['990001', '990002']) await fillCounty(db, countyCode)
  })
  afterAll(() => opened.close())

  test('the newest settings are in force; of two authors who saw the same, one is told', async () => {
    await insertSettings(db, scope, { version: 2, body: { idleMinutes: 20 }, ...made })
    expect(await findSettings(db, scope)).toMatchObject({ version: 2, body: { idleMinutes: 20 } })
    await expect(insertSettings(db, scope, { version: 2, body: {}, ...made })).rejects.toThrow()
    expect(await findSettings(db, elsewhere)).toMatchObject({ version: 1, body: {} })
  })

  test('the newest notice is in force, older ones can still be read', async () => {
    await insertNotice(db, scope, { version: 2, zh: '新告知', en: 'New notice', ...made })
    expect(await findNotice(db, scope)).toMatchObject({ version: 2, zh: '新告知' })
    expect(await findNotice(db, scope, 1)).toMatchObject({ version: 1, zh: '告知' })
    expect(await findNotice(db, elsewhere)).toMatchObject({ version: 1 })
  })

  test('an entry of a dictionary changes its words and keeps its id', async () => {
    const entry = { id: 'returnee', zh: '返乡人员', en: 'Returnee', isRetired: 1 } as const
    await putEntry(db, scope, 'sources', entry)
    await putEntry(db, scope, 'sources', { ...entry, id: 'veteran', isRetired: 0 })
    const entries = await listEntries(db, scope, 'sources')
    expect(entries).toEqual([entry, { ...entry, id: 'veteran', isRetired: 0 }])
    expect(await listEntries(db, elsewhere, 'sources')).toMatchObject([{ zh: '词' }])
  })

  test('dictionaries of a county that has none are filled, its own words stay', async () => {
    const entry = { id: 'court', zh: '区法院', en: 'District court', isRetired: 0 } as const
    await putEntry(db, scope, 'departments', entry)
    await insertDefaults(db, scope)
    const departments = await listEntries(db, scope, 'departments')
    expect(departments).toContainEqual(entry)
    expect(departments.length).toBeGreaterThan(10)
  })
})
