import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TOWNSHIP } from '../cast.ts'
import { accountOf, act, answered, openRound, type Round, underReview } from './reviewed.ts'
import { idOf, ok, problemIn, type SignedInClient } from './served.ts'

let round: Round
let leaving: SignedInClient
let successor: SignedInClient
let ids: Map<string, string>
beforeAll(async () => {
  round = await openRound()
  const at = { role: 'township', township: TOWNSHIP }
  leaving = await accountOf(round.served, {
    ...{ ...at, username: 'beizhuang-leaving', name: '程远', position: '派出所所长' },
    signsAs: 'police-head',
  })
  successor = await accountOf(round.served, {
    ...{ ...at, username: 'beizhuang-new', name: '方舟', position: '组织干事' },
  })
  await accountOf(round.served, {
    ...{ username: 'elsewhere', name: '江帆', role: 'township', township: '370406103' },
  })
  await accountOf(round.served, {
    ...{ username: 'elsewhere-police', name: '石磊', role: 'township', township: '370406103' },
    signsAs: 'police-head',
  })
  const { accounts } = await ok(await round.county.get('/accounts'))
  ids = new Map(accounts.map((one: { username: string; id: string }) => [one.username, one.id]))
})
afterAll(() => round.served.close())

const of = (username: string) => ids.get(username) ?? username
const pair = (from: string, to: string) => ({ from: of(from), to: of(to) })
const preview = (from: string, to: string) =>
  round.county.get(`/handovers?from=${of(from)}&to=${of(to)}`)

test('drafts and unread messages go to the successor, who is told; signatures stay', async () => {
  const nominee = await underReview(round)
  await leaving.put(`/nominations/drafts/${newId()}`, {
    ...{
      round: round.id,
      talent: await idOf(round.served, '李文博'),
      body: { reason: '群众公认' },
    },
  })
  await ok(await answered(round.police, nominee, { answer: 'more', note: '请补充材料' }))
  const before = await messagesOf(successor)

  const seen = await ok(await preview('beizhuang-leaving', 'beizhuang-new'))
  expect(seen).toMatchObject({ drafts: 1, messages: 1, inspections: [] })
  expect(seen.signer, 'another account of the township signs for it as well').toBeNull()
  expect(await drafts(leaving), 'a preview moves nothing').toHaveLength(1)

  const moved = await ok(
    await round.county.post('/handovers', pair('beizhuang-leaving', 'beizhuang-new')),
  )
  expect(moved).toMatchObject({ drafts: 1, messages: 1 })
  expect(await drafts(leaving)).toEqual([])
  expect(await drafts(successor)).toMatchObject([{ body: { reason: '群众公认' } }])
  const { messages } = await messagesOf(successor)
  expect(messages).toHaveLength(before.messages.length + 2)
  expect(messages.find(({ kind }) => kind === 'handed-over')).toMatchObject({
    ...{ drafts: 1, moved: 1, readAt: null },
  })
})

test('an inspection that is not led on is named to the successor', async () => {
  const nominee = await underReview(round, { name: '李文博', posts: ['chair'] })
  for (const department of [round.reviewer, round.police])
    await ok(await answered(department, nominee, { answer: 'pass' }))
  const other = await accountOf(round.served, {
    ...{ username: 'county-second', name: '钟毅', role: 'county', position: '组织科' },
  })
  await act(round.county, nominee, { kind: 'pass', note: '', document: '', isOnPaper: false })
  await act(round.county, nominee, {
    ...{ kind: 'inspection', team: ['钟毅', '方舟'], startedOn: '2026-11-20' },
    ...{ endedOn: '2026-11-22', conversations: 12, satisfaction: null, trust: null },
    ...{ conclusion: 'more', note: '再听取两名村民代表的意见' },
  })
  const { accounts } = await ok(await round.county.get('/accounts'))
  ids = new Map(accounts.map((one: { username: string; id: string }) => [one.username, one.id]))
  const moved = await ok(
    await round.county.post('/handovers', pair('demo-county', 'county-second')),
  )
  expect(moved.inspections).toMatchObject([{ nominee, name: '李文博' }])
  const { messages } = await messagesOf(other)
  expect(messages.filter(({ kind }) => kind === 'handed-over')).toMatchObject([
    { nominee: { id: nominee, name: '李文博' } },
    { nominee: null, drafts: 0 },
  ])
})

test('the preview says for which position nobody signs any more', async () => {
  const { signer } = await ok(await preview('elsewhere-police', 'elsewhere'))
  expect(signer).toMatchObject({ zh: '派出所所长' })
})

test('it is written down with both accounts and how much went', async () => {
  const auditor = await round.served.as('demo-auditor')
  const { entries } = await (await auditor.get('/audit?action=handover.made')).json()
  expect(entries.at(-1)).toMatchObject({
    ...{ role: 'county', subjects: [of('beizhuang-leaving'), of('beizhuang-new')].sort() },
    detail: { drafts: 1, messages: 1, inspections: 0 },
  })
})

describe('is refused in words', () => {
  test.each([
    { from: 'beizhuang-leaving', to: 'beizhuang-leaving', says: '同一个账号', why: 'to oneself' },
    { from: 'beizhuang-leaving', to: 'demo-county', says: '角色不同', why: 'another role' },
    { from: 'beizhuang-leaving', to: 'elsewhere', says: '没有覆盖', why: 'another township' },
    { from: 'demo-reviewer', to: 'police-reviewer', says: '没有覆盖', why: 'another department' },
    { from: 'demo-auditor', to: 'demo-admin', says: '不经办', why: 'no part in the review' },
  ])('$why: $from to $to', async ({ from, to, says }) => {
    const answers = [await preview(from, to), await round.county.post('/handovers', pair(from, to))]
    for (const answer of answers) {
      const problem = await problemIn(answer)
      expect(problem).toMatchObject({ status: 409, type: '/problems/conflict' })
      expect(problem.detail).toContain(says)
    }
  })

  test('a closed account takes nothing over, and may hand over', async () => {
    const admin = await round.served.as('demo-admin')
    const account = await ok(await admin.get(`/accounts/${of('beizhuang-leaving')}`))
    const seen = { 'if-match': `"${account.revision}"` }
    await ok(await admin.post(`/accounts/${account.id}/closure`, { reason: '调离' }, seen))
    expect((await preview('beizhuang-new', 'beizhuang-leaving')).status).toBe(409)
    expect((await preview('beizhuang-leaving', 'beizhuang-new')).status).toBe(200)
  })

  test('an account that is not there is not found', async () => {
    expect((await preview('beizhuang-leaving', newId())).status).toBe(404)
  })
})

type Messages = { messages: { kind: string }[] }

async function messagesOf(client: SignedInClient): Promise<Messages> {
  return ok(await client.get('/messages'))
}

async function drafts(client: SignedInClient): Promise<unknown[]> {
  return (await ok(await client.get('/nominations/drafts'))).drafts
}
