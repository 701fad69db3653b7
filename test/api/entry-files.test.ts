import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sweepAttachments } from '../../api/attachments/sweeping.ts'
import { databases } from '../databases.ts'
import { jpeg, PROGRAM, pdf, png } from './paper-files.ts'
import { problemIn, type Served, type SignedInClient, serve } from './served.ts'

const NOW = '2026-11-23T08:00:00.000Z'
const COUNTY = '370406'
const uuid = () => crypto.randomUUID()

describe.each(databases)('files of entries of cultivation on $engine', ({ open }) => {
  let served: Served
  let by: Record<'mentor' | 'other' | 'village' | 'township' | 'county' | 'talent', SignedInClient>
  let people: { own: string; mentee: string; elsewhere: string }
  let entries: { session: string; others: string; item: string; quarter: string; year: string }
  let course: string

  beforeAll(async () => {
    served = await serve({ open })
    const [mentor, village, township, county, talent] = await Promise.all(
      ['mentor', 'village', 'township', 'county', 'talent'].map((it) => served.as(`demo-${it}`)),
    )
    by = { mentor, other: mentor, village, township, county, talent } as typeof by
    const { db } = served.given
    const accounts = await db.selectFrom('accounts').selectAll().execute()
    const idOf = (name: string) => accounts.find(({ username }) => username === name)!.id
    const own = accounts.find(({ username }) => username === 'demo-talent')!.talentId!
    const mentees = await db.selectFrom('mentorships').select('talentId').execute()
    const mentee = mentees.map(({ talentId }) => talentId).find((id) => id !== own)!
    const away = await db
      .selectFrom('talents')
      .select('id')
      .where('homeTownshipCode', '!=', '370406104')
      .executeTakeFirstOrThrow()
    people = { own, mentee, elsewhere: away.id }
    entries = { session: uuid(), others: uuid(), item: uuid(), quarter: uuid(), year: uuid() }
    course = uuid()
    const session = (id: string, mentorId: string, isAnother: 0 | 1) => ({
      ...{ countyCode: COUNTY, id, mentorId, talentId: own, heldOn: '2026-11-20', minutes: 30 },
      ...{
        way: 'talk' as const,
        topic: 'industry',
        agreed: '走访三户',
        progress: null,
        seen: '[]',
      },
      ...{ nextOn: null, keptAt: NOW, createdAt: NOW, isAnother, takenBackAt: null },
      ...{ takenBackBy: null, takenBackReason: null },
    })
    await db
      .insertInto('mentoringSessions')
      .values([
        session(entries.session, idOf('demo-mentor'), 0),
        session(entries.others, idOf('demo-reviewer'), 1),
      ])
      .execute()
    await db
      .insertInto('cultivationItems')
      .values({
        ...{ countyCode: COUNTY, id: entries.item, talentId: own, planId: null, sessionId: null },
        ...{ kind: 'task', aim: '整理台账', dueOn: '2026-12-01', evidence: '', criteria: '[]' },
        ...{ rules: '[]', state: 'open', result: '', grade: null, doneOn: null, reason: null },
        ...{ reportedAt: null, reportedBy: null, confirmedAt: null, confirmedBy: null },
        ...{ createdAt: NOW, createdBy: idOf('demo-county'), revision: 1 },
      })
      .execute()
    const appraisal = (id: string, kind: 'quarter' | 'year', period: string) => ({
      ...{ countyCode: COUNTY, id, talentId: own, kind, period, grades: '{}', grade: null },
      ...{ remarks: '', accountId: idOf('demo-township'), accountName: '孟庆华', position: null },
      ...{ signedAt: NOW, supersededAt: null },
    })
    await db
      .insertInto('appraisals')
      .values([
        appraisal(entries.quarter, 'quarter', '2026-Q3'),
        appraisal(entries.year, 'year', '2025'),
      ])
      .execute()
    await db
      .insertInto('courses')
      .values({
        ...{ countyCode: COUNTY, id: course, name: '新任干部培训班', level: 'county' },
        ...{ townshipCode: null, trainerId: idOf('demo-mentor'), organiser: '区委党校', place: '' },
        ...{ startsOn: '2026-10-12', endsOn: '2026-10-14', criteria: '[]', state: 'finished' },
        ...{ cancelledReason: null, finishedAt: NOW, createdAt: NOW },
        ...{ createdBy: idOf('demo-county'), revision: 1 },
      })
      .execute()
    await db
      .insertInto('courseParticipants')
      .values(
        [own, people.elsewhere].map((talentId) => ({
          ...{ countyCode: COUNTY, courseId: course, talentId, result: 'passed' as const },
          ...{ certificate: null, addedAt: NOW, addedBy: idOf('demo-county') },
        })),
      )
      .execute()
  })
  afterAll(() => served.close())
  beforeEach(async () => {
    const { db, attachments } = served.given
    await db.deleteFrom('entryFiles').execute()
    for (const id of await attachments.list()) await attachments.remove(id)
  })

  type Sent = { kind?: string; id?: string; name?: string; talent?: string }
  const send = (who: SignedInClient, bytes: Buffer, sent: Sent = {}) => {
    const { kind = 'session', id = entries.session, name = '现场.jpg', talent } = sent
    const query = new URLSearchParams({ name, ...(talent && { talent }) })
    return who.app.request(`/api/v1/entries/${kind}/${id}/files?${query}`, {
      ...{ method: 'POST', body: new Blob([new Uint8Array(bytes)]) },
      headers: { 'content-type': 'application/octet-stream' },
    })
  }
  const listed = async (who: SignedInClient, path: string) =>
    (await (await who.get(`/entries/${path}/files`)).json()).files
  const onDisk = () => served.given.attachments.list()

  test('a photograph of a meeting arrives once, however often a phone sends it', async () => {
    const first = await send(by.mentor, jpeg())
    expect(first.status).toBe(201)
    const kept = await first.json()
    expect(kept).toMatchObject({ kind: 'session', entry: entries.session, talent: people.own })
    const again = await send(by.mentor, jpeg(), { name: '又一次.jpg' })
    expect(again.status).toBe(200)
    expect(await again.json()).toEqual(kept)
    expect(await listed(by.township, `session/${entries.session}`)).toEqual([kept])
    expect(await onDisk()).toEqual([kept.id])
    const shown = await by.county.get(`/entry-files/${kept.id}`)
    expect(Buffer.from(await shown.arrayBuffer()).equals(jpeg())).toBe(true)
    expect(shown.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  })

  test('the person opens what is kept of their own, and nobody else of theirs', async () => {
    const { id } = await (await send(by.mentor, png(), { name: '签到.png' })).json()
    const own = await by.talent.get(`/record/entry-files/${id}`)
    expect(own.status).toBe(200)
    await served.given.db.updateTable('entryFiles').set({ talentId: people.mentee }).execute()
    expect((await by.talent.get(`/record/entry-files/${id}`)).status).toBe(404)
  })

  test.each([
    { who: 'mentor', kind: 'session', status: 201, why: 'the own meeting' },
    { who: 'mentor', kind: 'others', status: 404, why: 'a meeting of another mentor' },
    { who: 'county', kind: 'session', status: 403, why: 'what a mentor signed' },
    { who: 'mentor', kind: 'item', status: 201, why: 'a task of a mentee' },
    { who: 'village', kind: 'item', status: 201, why: 'a task seen in the village' },
    { who: 'mentor', kind: 'quarter', status: 403, why: 'what the township signs' },
    { who: 'village', kind: 'quarter', status: 403, why: 'what the township signs' },
    { who: 'township', kind: 'quarter', status: 201, why: 'the own check' },
    { who: 'township', kind: 'year', status: 403, why: 'what the county concludes' },
    { who: 'county', kind: 'year', status: 201, why: 'the own conclusion' },
  ] as const)('$who adding to $why: $status', async ({ who, kind, status }) => {
    const sent = { kind: kind === 'others' ? 'session' : kind, id: entries[kind] }
    expect((await send(by[who], jpeg(), sent)).status).toBe(status)
  })

  test('a certificate belongs to one person of a course; the trainer adds it for whoever takes part', async () => {
    const of = (talent: string) => ({ kind: 'training', id: course, name: '证书.pdf', talent })
    const mine = await (await send(by.mentor, pdf(), of(people.own))).json()
    const theirs = await send(by.mentor, pdf(), of(people.elsewhere))
    expect(theirs.status, 'the same paper for another person is another file').toBe(201)
    expect((await send(by.township, pdf(), of(people.elsewhere))).status).toBe(404)
    expect((await send(by.mentor, pdf(), { kind: 'training', id: course })).status).toBe(404)
    const path = `/entries/training/${course}/files?talent=${people.own}`
    expect((await (await by.township.get(path)).json()).files).toEqual([mine])
    expect((await by.township.get(`/entry-files/${(await theirs.json()).id}`)).status).toBe(404)
  })

  test('a meeting that is sent late keeps its photograph after the mentorship ended', async () => {
    const { db } = served.given
    const on = (endedOn: string | null) =>
      db.updateTable('mentorships').set({ endedOn }).where('talentId', '=', people.own).execute()
    await on('2026-11-21')
    try {
      expect((await send(by.mentor, jpeg())).status).toBe(201)
      expect((await send(by.mentor, jpeg())).status).toBe(200)
    } finally {
      await on(null)
    }
  })

  test('what was taken back takes no more files', async () => {
    const { db } = served.given
    const mark = (takenBackAt: string | null) =>
      db
        .updateTable('mentoringSessions')
        .set({ takenBackAt })
        .where('id', '=', entries.session)
        .execute()
    await mark(NOW)
    expect(await problemIn(await send(by.mentor, jpeg()))).toMatchObject({ status: 409 })
    await mark(null)
  })

  test('six are the most, and one that is removed makes room', async () => {
    const ids: string[] = []
    for (let at = 0; at < 6; at++) ids.push((await (await send(by.mentor, jpeg({}, at))).json()).id)
    expect((await send(by.mentor, jpeg({}, 6))).status).toBe(409)
    expect((await by.mentor.remove(`/entry-files/${ids[0]}`)).status).toBe(200)
    expect((await send(by.mentor, jpeg({}, 6))).status).toBe(201)
    expect((await by.mentor.post(`/entry-files/${ids[0]}/restoration`)).status).toBe(409)
  })

  test.each([
    { who: 'mentor', status: 200, why: 'the own one' },
    { who: 'village', status: 403, why: 'no office above' },
    { who: 'township', status: 200, why: 'an office above takes away what is unfit' },
  ] as const)('a photograph of a mentor is removed by the $who: $status, $why', async (row) => {
    const { id } = await (await send(by.mentor, jpeg())).json()
    expect((await by[row.who].remove(`/entry-files/${id}`)).status).toBe(row.status)
  })

  test('a removal is taken back, and after thirty days it is for good', async () => {
    const { id } = await (await send(by.mentor, jpeg())).json()
    await by.mentor.remove(`/entry-files/${id}`)
    expect((await by.mentor.get(`/entry-files/${id}`)).status).toBe(404)
    expect((await by.mentor.post(`/entry-files/${id}/restoration`)).status).toBe(200)
    expect((await by.mentor.get(`/entry-files/${id}`)).status).toBe(200)
    await by.mentor.remove(`/entry-files/${id}`)
    const later = (days: number) => new Date(Date.now() + days * 86_400_000)
    await sweepAttachments({ ...served.given, clock: () => later(29) })
    expect(await onDisk()).toEqual([id])
    await sweepAttachments({ ...served.given, clock: () => later(31) })
    expect(await onDisk()).toEqual([])
    expect(await actionsAbout(served, id)).toEqual([
      ...['entry.file-added', 'entry.file-removed', 'entry.file-missed', 'entry.file-restored'],
      ...['entry.file-read', 'entry.file-removed', 'entry.file-forgotten'],
    ])
  })

  test('a sweep keeps what a row of an entry names, and takes what no row names', async () => {
    const { id } = await (await send(by.mentor, jpeg())).json()
    await served.given.attachments.write(uuid(), Buffer.from('no row'))
    await sweepAttachments(served.given)
    expect(await onDisk()).toEqual([id])
  })

  test.each([
    { bytes: PROGRAM, status: 422, why: 'a program with the name of a photograph' },
    { bytes: Buffer.alloc(0), status: 422, why: 'nothing' },
    { bytes: Buffer.alloc(20 * 1024 * 1024 + 1), status: 413, why: 'more than 20 MB' },
  ])('$why is not taken, and nothing of it is kept', async ({ bytes, status }) => {
    expect((await send(by.mentor, bytes)).status).toBe(status)
    expect(await onDisk()).toEqual([])
  })

  test('an erasure takes the bytes along', async () => {
    const erased = await served.given.db
      .selectFrom('talents')
      .select('id')
      .where('homeTownshipCode', '=', '370406104')
      .where('id', 'not in', (eb) => eb.selectFrom('incumbents').select('talentId'))
      .where('id', 'not in', [people.own, people.mentee])
      .executeTakeFirstOrThrow()
    const kept = await (await send(by.mentor, png())).json()
    const gone = await (await send(by.mentor, jpeg())).json()
    await served.given.db
      .updateTable('entryFiles')
      .set({ talentId: erased.id })
      .where('id', '=', gone.id)
      .execute()
    const answer = await by.county.post(`/talents/${erased.id}/erasure`, { reason: '本人要求' })
    expect(answer.status).toBe(200)
    expect(await onDisk()).toEqual([kept.id])
  })
})

async function actionsAbout(served: Served, id: string): Promise<string[]> {
  const auditor = await served.as('demo-auditor')
  const { entries } = await (await auditor.get('/audit?limit=100')).json()
  return entries
    .filter(({ subjects }: { subjects: string[] }) => subjects.includes(id))
    .map(({ action }: { action: string }) => action)
    .reverse()
}
