import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { openKeyring } from '../../api/keys.ts'
import { rotate } from '../../api/rotation.ts'
import { databases } from '../databases.ts'
import {
  keep,
  lookAfter,
  type Mentoring,
  openMentoring,
  session,
  withNewMentee,
} from './mentored.ts'
import { KEYS, ok, problemIn, signedIn } from './served.ts'

const SECRET = '家里老人住院，近期少安排晚上的事'

let shared: Mentoring
let world: Mentoring
beforeAll(async () => {
  shared = await openMentoring()
})
afterAll(() => shared.served.close())
beforeEach(async () => {
  world = await withNewMentee(shared)
})

const path = (talent: { id: string }) => `/mentoring/notes?talent=${talent.id}`
const write = (text: string, revision = 0, { first: mentor, talent } = world) =>
  mentor.put(path(talent), { text }, { 'if-match': `"${revision}"` })

describe('a private note', () => {
  test('is read by its author, by the revision of the last writing', async () => {
    const empty = await world.first.get(path(world.talent))
    expect(empty.headers.get('etag')).toBe('"0"')
    expect(await ok(empty)).toEqual({ text: '', revision: 0, updatedAt: null })
    expect(await ok(await write(SECRET))).toMatchObject({ text: SECRET, revision: 1 })
    expect(await ok(await write('改过', 1))).toMatchObject({ text: '改过', revision: 2 })
    expect(await ok(await world.first.get(path(world.talent)))).toMatchObject({ text: '改过' })
  })

  test.each([
    { revision: 0, why: 'written when there was none' },
    { revision: 2, why: 'of a revision that is not there yet' },
  ])('does not overwrite what another phone wrote: $why', async ({ revision }) => {
    await ok(await write(SECRET))
    expect(await problemIn(await write('覆盖', revision))).toMatchObject({ status: 412 })
    expect(await ok(await world.first.get(path(world.talent)))).toMatchObject({ text: SECRET })
  })

  test('begins once, from two phones at the same moment', async () => {
    const answers = await Promise.all([write('甲'), write('乙')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  test('lies encrypted in the database', async () => {
    await ok(await write(SECRET))
    const rows = await world.db.selectFrom('mentorNotes').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('老人')
  })

  test('is nobody else’s: not another mentor’s of the person, nor the offices’, nor the person’s', async () => {
    await ok(await write(SECRET))
    await ok(await keep(world.first, session(world.talent)))
    await lookAfter(world.served, world.second.id, [world.talent])
    const other = await ok(await world.second.get(path(world.talent)))
    expect(other).toEqual({ text: '', revision: 0, updatedAt: null })
    const offices = [world.served, world.township]
    for (const client of offices)
      for (const from of [
        path(world.talent),
        `/talents/${world.talent.id}`,
        `/talents/${world.talent.id}/sessions`,
        `/talents/${world.talent.id}/cultivation`,
      ])
        expect(await (await client.get(from)).text()).not.toContain('老人')
  })

  test('moved to another mentor it does not open', async () => {
    await ok(await write(SECRET))
    await lookAfter(world.served, world.second.id, [world.talent])
    await world.db
      .updateTable('mentorNotes')
      .set({ mentorId: world.second.id })
      .where('talentId', '=', world.talent.id)
      .execute()
    const answer = await world.second.get(path(world.talent))
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('老人')
  })

  test('is closed once the mentorship ends, and open when it goes on again', async () => {
    await ok(await write(SECRET))
    const link = `/mentorships/${world.first.id}/${world.talent.id}`
    await ok(await world.served.remove(link))
    expect((await world.first.get(path(world.talent))).status).toBe(404)
    expect((await write('还想写', 1)).status).toBe(404)
    await ok(
      await world.served.put(`/mentor-profiles/${world.first.id}`, MANY, { 'if-match': '"0"' }),
    )
    await ok(await world.served.put(link))
    expect(await ok(await world.first.get(path(world.talent)))).toMatchObject({ text: SECRET })
  })

  test('goes for good when its author takes it away', async () => {
    await ok(await write(SECRET))
    const gone = (revision: number) =>
      world.first.remove(path(world.talent), undefined, { 'if-match': `"${revision}"` })
    expect((await gone(2)).status).toBe(412)
    expect((await gone(1)).status).toBe(200)
    const rows = await world.db
      .selectFrom('mentorNotes')
      .select('id')
      .where('talentId', '=', world.talent.id)
      .execute()
    expect(rows).toEqual([])
  })

  test('of two records that were merged it is one, with both texts', async () => {
    await ok(await write('先写的'))
    const other = await withNewMentee(shared)
    await ok(await write('后写的', 0, other))
    await world.db
      .updateTable('mentorNotes')
      .set({ talentId: world.talent.id })
      .where('talentId', '=', other.talent.id)
      .execute()
    const note = await ok(await world.first.get(path(world.talent)))
    expect(note.text).toContain('先写的')
    expect(note.text).toContain('后写的')
    expect(await ok(await write('合成一条', note.revision))).toMatchObject({ text: '合成一条' })
  })
})

describe.each(databases)('keys that change while notes are kept, on $engine', ({ open }) => {
  test('they are by the new key, and read as before', async () => {
    const world = await openMentoring({ open })
    const { first, talent, db } = world
    await ok(await first.put(path(talent), { text: SECRET }, { 'if-match': '"0"' }))
    const keys = `${KEYS},2:${Buffer.alloc(32, 9).toString('base64')}`
    const source = { database: '', keyFile: '', keys }
    expect(await rotate(world.served.given, source)).toMatchObject({ kind: 'finished', version: 2 })
    const rows = await db.selectFrom('mentorNotes').select('cipher').execute()
    expect(rows.map(({ cipher }) => cipher[0])).toEqual(['2'])
    const keyring = await openKeyring(db, '370406', source)
    const app = createApp({ ...world.served.given, keyring })
    const again = await signedIn(app, 'mentor-first')
    expect(await ok(await again.get(path(talent)))).toMatchObject({ text: SECRET, revision: 1 })
    await world.served.close()
  })
})

const MANY = {
  ...{ township: null, village: null, talent: null, posts: [], skills: [], menteesMax: 50 },
}
