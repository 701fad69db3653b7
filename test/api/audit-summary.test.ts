import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { EXPORTS } from '../../api/audit-summary.ts'
import { entryBy } from '../../api/auditing.ts'
import type { AuditSummary } from '../../api/shapes/audit.ts'
import { appendAudit } from '../../db/audit.ts'
import { fewRows, type Served, type SignedInClient, serve } from './served.ts'

const NOW = '2026-11-26T08:00:00.000Z'
const DAY_MS = 86_400_000

let served: Served
let auditor: SignedInClient
beforeAll(async () => {
  served = await serve({ rows: fewRows(), clock: () => new Date(NOW) })
  auditor = await served.as('demo-auditor')
})
afterAll(() => served.close())

const summary = async (): Promise<z.infer<typeof AuditSummary>> =>
  (await auditor.get('/audit/summary')).json()

/** Somebody did something so many times, so many days ago. */
async function did(actor: string, action: string, given: { times: number; daysAgo: number }) {
  if (given.times === 0) return
  const at = new Date(Date.parse(NOW) - given.daysAgo * DAY_MS).toISOString()
  const entry = { ...entryBy('nobody', { action }), actor, at }
  const entries = Array.from({ length: given.times }, () => entry)
  const { db, keyring, countyCode } = served.given
  await db.transaction().execute((it) => appendAudit(it, keyring, { countyCode }, entries))
}

test('tells accounts that opened far more portraits than is usual for them', async () => {
  const seen: { actor: string; week: number; before: number; isUnusual: boolean; why: string }[] = [
    { actor: 'busy', week: 90, before: 120, isUnusual: true, why: 'three times its week of 30' },
    { actor: 'steady', week: 89, before: 120, isUnusual: false, why: 'less than three times' },
    { actor: 'new', week: 30, before: 0, isUnusual: true, why: 'nothing before, and many' },
    { actor: 'little', week: 29, before: 0, isUnusual: false, why: 'too few to speak of' },
  ]
  for (const { actor, week, before } of seen) {
    await did(actor, 'portrait.read', { times: week, daysAgo: 2 })
    await did(actor, 'portrait.read', { times: before, daysAgo: 20 })
    await did(actor, 'portrait.read', { times: 500, daysAgo: 60 })
  }
  const { looks } = await summary()
  expect(looks.count).toBe(90 + 89 + 30 + 29)
  expect(looks.unusual).toBe(2)
  for (const { actor, week, before, isUnusual, why } of seen)
    expect(
      looks.accounts.find((one) => one.actor === actor),
      why,
    ).toEqual({
      ...{ actor, count: week, usual: before / 4, isUnusual },
    })
  expect(looks.accounts.slice(0, 2).map(({ actor }) => actor)).toEqual(['busy', 'new'])
})

test('shows everybody whose use is unusual, however many', async () => {
  const actors = Array.from({ length: 7 }, (_, at) => `many-${at}`)
  for (const actor of actors) await did(actor, 'portrait.read', { times: 40, daysAgo: 1 })
  const { looks } = await summary()
  expect(looks.accounts.filter((one) => one.isUnusual)).toHaveLength(looks.unusual)
})

test('counts what left the program, was revealed or denied within seven days', async () => {
  await did('clerk', 'talents.exported', { times: 2, daysAgo: 1 })
  await did('officer', 'paper.taken', { times: 1, daysAgo: 6 })
  await did('officer', 'paper.taken', { times: 4, daysAgo: 8 })
  await did('officer', 'private.revealed', { times: 3, daysAgo: 1 })
  expect(await summary()).toMatchObject({
    exports: { count: 3, accounts: 2 },
    reveals: { count: 3, accounts: 1 },
    // The day begins in China: whoever opens a figure finds the entries from that day on.
    from: '2026-11-19T16:00:00.000Z',
  })
})

test('a figure is as many as the entries that it opens', async () => {
  await did('early', 'paper.taken', { times: 1, daysAgo: 6.5 })
  await did('early', 'paper.taken', { times: 1, daysAgo: 6.9 })
  const township = await served.as('demo-township')
  await township.get('/audit')
  await township.get('/talents/01a21800-0060-713f-ae94-5de80ee9b11a')
  const { from, exports, denied } = await summary()
  const behind = async (query: string) =>
    (await (await auditor.get(`/audit?limit=500&from=${from}&${query}`)).json()).entries.length
  expect(exports.count).toBe(await behind(`action=${EXPORTS.join(',')}`))
  expect(denied.count).toBe(await behind('outcome=denied'))
  expect(denied, 'another role’s page, and a person who is not in reach').toMatchObject({
    ...{ count: 2, accounts: 1 },
  })
})

test('says when the audit was last found whole; reading the summary is written down', async () => {
  expect((await summary()).verified).toBeNull()
  await auditor.get('/audit/verification')
  const { verified, entries } = await summary()
  expect(verified).toMatchObject({ at: NOW, isWhole: true })
  expect(verified!.entries).toBeLessThan(entries)
  const [last] = (await (await auditor.get('/audit?limit=1')).json()).entries
  expect(last).toMatchObject({ action: 'audit.read', detail: { filter: ['summary'] } })
})
