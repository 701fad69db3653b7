import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sweepAttachments } from '../../api/attachments/sweeping.ts'
import { databases } from '../databases.ts'
import { flipped, jpeg, pdf, png, upload } from './paper-files.ts'
import { nominated, openRound, type Round } from './reviewed.ts'
import { problemIn, type SignedInClient } from './served.ts'

const PEOPLE = ['宋雅楠', '李文博']
const NEIGHBOURS_VILLAGE = '370406103201'

describe.each(databases)('attachments on $engine', ({ open }) => {
  let round: Round
  let nominee: string
  let other: string
  beforeAll(async () => {
    round = await openRound({ open })
    nominee = await nominated(round, { name: PEOPLE[0]! })
    other = await nominated(round, { name: PEOPLE[1]! })
  })
  afterAll(() => round.served.close())
  beforeEach(async () => {
    const { db, attachments } = round.served.given
    await db.deleteFrom('attachments').execute()
    for (const id of await attachments.list()) await attachments.remove(id)
  })

  const add = (bytes: Buffer, { name = '推荐表.pdf', by = round.township, to = nominee } = {}) =>
    upload(by, to, { bytes, name })
  const listed = async (by: SignedInClient = round.township, of = nominee) =>
    (await (await by.get(`/nominees/${of}`)).json()).attachments
  const onDisk = () => round.served.given.attachments.list()
  const fileOf = (id: string) => join(round.served.given.attachments.folder, id.slice(-2), id)

  test.each([
    { bytes: pdf(), name: '推荐表.pdf', media: 'application/pdf', how: 'attachment', why: 'PDF' },
    { bytes: jpeg(), name: '承诺书.jpg', media: 'image/jpeg', how: 'inline', why: 'a photo' },
    { bytes: png(), name: '签名.png', media: 'image/png', how: 'inline', why: 'a picture' },
  ])('$why comes back as it was sent, and a browser runs nothing of it', async (row) => {
    const { bytes, name, media, how } = row
    const answer = await add(bytes, { name })
    expect(answer.status).toBe(201)
    const kept = await answer.json()
    expect(kept).toMatchObject({ name, media, size: bytes.length, addedBy: expect.any(String) })
    expect(await listed()).toEqual([kept])
    const shown = await round.township.get(`/attachments/${kept.id}`)
    expect(Buffer.from(await shown.arrayBuffer()).equals(bytes)).toBe(true)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': media,
      'content-disposition': expect.stringMatching(new RegExp(`^${how}; filename="yanzhen\\.`)),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })

  test('what lies on the disk is hidden, and bound to its county and its id', async () => {
    const { id } = await (await add(pdf('% 洪门村 宋雅楠\n'))).json()
    const second = await (await add(jpeg(), { name: '照片.jpg' })).json()
    const sealed = readFileSync(fileOf(id))
    expect(sealed.includes('%PDF')).toBe(false)
    expect(sealed.includes('宋雅楠')).toBe(false)
    writeFileSync(fileOf(second.id), sealed)
    expect((await round.township.get(`/attachments/${second.id}`)).status, 'moved').toBe(500)
  })

  test.each([
    { why: 'altered', spoil: (file: string) => flip(file, 40) },
    {
      why: 'cut short',
      spoil: (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 50)),
    },
    { why: 'empty', spoil: (file: string) => writeFileSync(file, '') },
  ])('a file that was $why is told, and not shown', async ({ spoil }) => {
    const { id } = await (await add(pdf())).json()
    spoil(fileOf(id))
    const problem = await problemIn(await round.township.get(`/attachments/${id}`))
    expect(problem).toMatchObject({ status: 500, type: '/problems/file-damaged' })
    expect(problem.detail).toContain('从备份恢复')
  })

  test('the same bytes for the same nominee are one attachment, for another they are another', async () => {
    const first = await (await add(pdf())).json()
    const again = await add(pdf(), { name: '推荐表（重发）.pdf', by: round.county })
    expect(again.status).toBe(200)
    expect(await again.json()).toEqual(first)
    const elsewhere = await (await add(pdf(), { to: other })).json()
    expect(elsewhere.id).not.toBe(first.id)
    expect(await onDisk()).toHaveLength(2)
  })

  test('twenty are the most, and one that is removed makes room', async () => {
    const ids: string[] = []
    for (let at = 0; at < 20; at++) ids.push((await (await add(jpeg({}, at))).json()).id)
    const full = await problemIn(await add(jpeg({}, 20)))
    expect(full).toMatchObject({ status: 409, type: '/problems/conflict' })
    await round.township.remove(`/attachments/${ids[0]}`)
    expect((await add(jpeg({}, 20))).status).toBe(201)
    expect((await round.township.post(`/attachments/${ids[0]}/restoration`)).status).toBe(409)
    expect(await listed()).toHaveLength(20)
  })

  test('a removal is taken back, and after thirty days it is for good', async () => {
    const { id } = await (await add(pdf())).json()
    expect((await round.township.remove(`/attachments/${id}`)).status).toBe(200)
    expect(await listed()).toEqual([])
    expect((await round.township.get(`/attachments/${id}`)).status).toBe(404)
    expect((await round.township.post(`/attachments/${id}/restoration`)).status).toBe(200)
    expect((await round.township.get(`/attachments/${id}`)).status).toBe(200)
    await round.township.remove(`/attachments/${id}`)
    const { given } = round.served
    const in29Days = new Date(Date.now() + 29 * 86_400_000)
    await sweepAttachments({ ...given, clock: () => in29Days })
    expect(await onDisk()).toEqual([id])
    const in31Days = new Date(Date.now() + 31 * 86_400_000)
    await sweepAttachments({ ...given, clock: () => in31Days })
    expect(await onDisk()).toEqual([])
    expect((await round.township.post(`/attachments/${id}/restoration`)).status).toBe(404)
    expect(await actionsAbout(round, id)).toContain('attachment.forgotten')
  })

  test('sent again after it was removed, it is back as it was', async () => {
    const first = await (await add(pdf())).json()
    await round.township.remove(`/attachments/${first.id}`)
    expect(await (await add(pdf())).json()).toEqual(first)
    expect(await listed()).toEqual([first])
  })

  test('a kill between bytes and row leaves what the next start removes, and no more', async () => {
    const kept = await (await add(pdf())).json()
    const { given } = round.served
    const orphan = crypto.randomUUID()
    await given.attachments.write(orphan, Buffer.from('no row'))
    const part = join(given.attachments.folder, orphan.slice(-2), `${crypto.randomUUID()}.part`)
    writeFileSync(part, 'half')
    await sweepAttachments(given)
    expect(await onDisk()).toEqual([kept.id])
    expect(readdirSync(join(given.attachments.folder, orphan.slice(-2)))).toEqual(
      orphan.slice(-2) === kept.id.slice(-2) ? [kept.id] : [],
    )
    expect((await round.township.get(`/attachments/${kept.id}`)).status).toBe(200)
  })

  test('a village sees no paper of the offices above it, and takes none away', async () => {
    const { id } = await (await add(pdf(), { name: '乡镇材料.pdf' })).json()
    expect((await round.village.get(`/attachments/${id}`)).status).toBe(404)
    expect((await round.village.remove(`/attachments/${id}`)).status).toBe(404)
    expect((await round.township.get(`/attachments/${id}`)).status).toBe(200)
    await round.township.remove(`/attachments/${id}`)
  })

  test('every look and every change is written down, without a name', async () => {
    const { id } = await (await add(pdf(), { name: '宋雅楠推荐表.pdf' })).json()
    await round.county.get(`/attachments/${id}`)
    await round.township.remove(`/attachments/${id}`)
    await round.township.post(`/attachments/${id}/restoration`)
    expect(await actionsAbout(round, id)).toEqual([
      ...['attachment.added', 'attachment.read', 'attachment.removed', 'attachment.restored'],
    ])
    const { entries } = await (
      await (await round.served.as('demo-auditor')).get('/audit?limit=4')
    ).json()
    expect(JSON.stringify(entries)).not.toContain('宋雅楠')
  })

  test('whoever is proposed elsewhere has no paper for this township: not found, and written down', async () => {
    const away = await nominatedElsewhere(round)
    const { id } = await (await add(pdf(), { by: round.county, to: away })).json()
    for (const answer of [
      await add(pdf(), { to: away }),
      await round.township.get(`/attachments/${id}`),
      await round.township.remove(`/attachments/${id}`),
      await round.township.post(`/attachments/${id}/restoration`),
    ])
      expect(answer.status).toBe(404)
    expect((await round.county.get(`/attachments/${id}`)).status).toBe(200)
    expect(await actionsAbout(round, id)).toContain('attachment.missed')
  })

  test('an erasure takes the bytes along', async () => {
    const away = await nominatedElsewhere(round)
    await add(pdf(), { by: round.county, to: away })
    const kept = await (await add(jpeg())).json()
    const { talent } = await (await round.county.get(`/nominees/${away}`)).json()
    const erased = await round.county.post(`/talents/${talent.id}/erasure`, { reason: '本人要求' })
    expect(erased.status).toBe(200)
    expect(await onDisk()).toEqual([kept.id])
  })
})

/** Somebody of the neighbouring township who was never in office, each time another. */
async function nominatedElsewhere({ served, county, id: round }: Round): Promise<string> {
  const { id: talent } = await served.given.db
    .selectFrom('talents')
    .select('id')
    .where('homeVillageCode', '=', NEIGHBOURS_VILLAGE)
    .where('id', 'not in', (eb) => eb.selectFrom('incumbents').select('talentId'))
    .where('id', 'not in', (eb) => eb.selectFrom('nominees').select('talentId'))
    .executeTakeFirstOrThrow()
  const answer = await county.post('/nominations', {
    ...{ id: crypto.randomUUID(), round, talent, channel: 'discovered' },
    ...{ nominator: '山亭区委组织部', reason: '办事公道', village: NEIGHBOURS_VILLAGE },
    posts: ['committee-member'],
  })
  return (await answer.json()).nominee
}

async function actionsAbout({ served }: Round, id: string): Promise<string[]> {
  const auditor = await served.as('demo-auditor')
  const { entries } = await (await auditor.get('/audit?limit=100')).json()
  return entries
    .filter(({ subjects }: { subjects: string[] }) => subjects.includes(id))
    .map(({ action }: { action: string }) => action)
    .reverse()
}

function flip(file: string, at: number): void {
  writeFileSync(file, flipped(readFileSync(file), at))
}
