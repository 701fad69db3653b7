import { v7 as newId } from 'uuid'
import type { SessionGiven } from '../../api/shapes/mentoring.ts'
import { findAccountByName, insertAccount } from '../../db/accounts.ts'
import { insertRows } from '../../db/insert.ts'
import { HONGMEN, MAOZHAI, TOWNSHIP } from '../cast.ts'
import { fewRows, ok, type SignedInClient, serve } from './served.ts'

export const COUNTY = { countyCode: '370406' }
export const TODAY = '2026-11-23'
const STARTED = '2026-03-02'
type World = Parameters<typeof serve>[0]
export type Mentoring = Awaited<ReturnType<typeof openMentoring>>
export type MentorClient = SignedInClient & { id: string; name: string }

/** Two mentors of invented names; the first looks after three people of 洪门村, the second after nobody. */
export async function openMentoring(world: World = {}) {
  const now = { today: TODAY, at: `${TODAY}T02:00:00.000Z` }
  const served = await serve({
    ...{ rows: fewRows(), today: () => now.today, clock: () => new Date(now.at) },
    ...world,
  })
  const { db } = served.given
  const people = await unnamed(db, HONGMEN)
  const first = await mentorNamed(served, 'mentor-first', '祝长青')
  const second = await mentorNamed(served, 'mentor-second', '单红梅')
  const mentees = people.slice(0, 3)
  await lookAfter(served, first.id, mentees)
  return {
    ...{ served, db, now, first, second, people, mentees },
    neighbours: await unnamed(db, MAOZHAI),
    strangers: await unnamed(db, '370406103201'),
    /** Of the township's other villages. */
    spare: (await unnamed(db, TOWNSHIP)).filter(({ id }) => !people.some((one) => one.id === id)),
    /** Somebody of the first mentor. */
    talent: mentees[0]!,
    as: served.as,
    township: await served.as('demo-township'),
  }
}

/** The same world on its first day, with somebody whom the first mentor has not met: a test that leaves others alone. */
export async function withNewMentee(world: Mentoring): Promise<Mentoring> {
  const talent = world.spare.pop()!
  await lookAfter(world.served, world.first.id, [talent])
  world.now.today = TODAY
  return { ...world, talent }
}

type Serving = Awaited<ReturnType<typeof serve>>

/** An account of a mentor with the demonstration's password. */
export async function mentorNamed(
  served: Serving,
  username: string,
  name: string,
): Promise<MentorClient> {
  const { db } = served.given
  const like = (await findAccountByName(db, COUNTY, 'demo-mentor'))!
  const { revision: _, countyCode: __, ...account } = like
  await insertAccount(db, COUNTY, { ...account, id: newId(), username, name, position: '镇干部' })
  const client = await served.as(username)
  const { account: own } = await ok(await client.get('/session'))
  return { ...client, id: own.id as string, name }
}

export async function lookAfter(served: Serving, mentorId: string, people: readonly Person[]) {
  const rows = people.map(({ id: talentId }) => ({
    ...{ ...COUNTY, mentorId, talentId, startedOn: STARTED, endedOn: null },
  }))
  await insertRows(served.given.db, COUNTY, 'mentorships', rows)
}

type Person = { id: string; name: string }

/** People of a village, or township, who are nobody of the named cast, without family in the pool. */
async function unnamed(db: Serving['given']['db'], place: string): Promise<Person[]> {
  const kin = await db.selectFrom('familyLinks').select(['talentId', 'relativeId']).execute()
  const cast = ['李文博', '宋雅楠', '刘思敏', '张立群']
  return db
    .selectFrom('talents')
    .select(['id', 'name'])
    .where('homeVillageCode', 'like', `${place}%`)
    .where('homeTownshipCode', '=', place.slice(0, TOWNSHIP.length))
    .where('name', 'not in', cast)
    .where('id', 'not in', [...kin.flatMap((it) => [it.talentId, it.relativeId]), ''])
    .orderBy('id')
    .execute()
}

/** A meeting as the phone sends it. */
export function session(talent: { id: string }, about: Partial<SessionGiven> = {}) {
  return {
    ...{ id: newId(), talent: talent.id, heldOn: '2026-11-20', minutes: 60, way: 'on-site' },
    ...{ topic: 'industry', agreed: '看滴灌改造，由本人协调三户用水', progress: 'some' },
    ...{ seen: ['coordination', 'service'], nextOn: null, next: null, isAnother: false },
    keptAt: '2026-11-20T18:30:00+08:00',
    ...about,
  } as SessionGiven
}

export function keep(mentor: SignedInClient, body: unknown) {
  return mentor.post('/mentoring/sessions', body)
}

/** Ids of sessions as they lie in the database. */
export async function keptOf({ db }: Pick<Mentoring, 'db'>, talent: { id: string }) {
  const rows = await db
    .selectFrom('mentoringSessions')
    .selectAll()
    .where('talentId', '=', talent.id)
    .orderBy('id')
    .execute()
  return rows
}
