import { TOWNSHIP } from '../cast.ts'
import { ok, type Served, type SignedInClient } from './served.ts'

/** The day of the tests, and the one that most parts are held on. */
export const TODAY = '2026-11-23'
export const HELD = '2026-11-20'

type Part = {
  id: null
  heldOn: string
  fromMinute: null
  hours: number
  topic: string
  place: string
}
export const part = (heldOn = HELD, hours = 4, topic = '产业发展'): Part => ({
  ...{ id: null, heldOn, fromMinute: null, hours, topic, place: '' },
})

export const given = (more: object = {}) => ({
  name: '村级后备干部经常性培训班',
  level: 'township',
  township: TOWNSHIP,
  trainer: null,
  organiser: '北庄镇党委',
  place: '镇党校',
  criteria: ['development'],
  sessions: [part()],
  ...more,
})

type Course = Awaited<ReturnType<typeof readCourse>>

export async function makeCourse(client: SignedInClient, more: object = {}): Promise<string> {
  const answer = await client.post('/courses', given(more))
  const body = await answer.json()
  if (answer.status !== 201) throw new Error(JSON.stringify(body))
  return body.id
}

export async function readCourse({ api }: SignedInClient, id: string) {
  return ok(await api.courses[':id'].$get({ param: { id } }))
}

/** A course with people of the township, entered as there for its first part. */
export async function attended(client: SignedInClient, people: string[], more: object = {}) {
  const id = await makeCourse(client, more)
  await done(client.post(`/courses/${id}/participants`, { talents: people }))
  const course = await readCourse(client, id)
  await mark(client, course, people)
  return id
}

export async function mark(
  client: SignedInClient,
  { id, sessions }: Course,
  people: string[],
  status: 'present' | 'absent' | 'excused' | null = 'present',
) {
  const marks = people.map((talent) => ({ talent, status }))
  await done(client.post(`/courses/${id}/attendance`, { session: sessions[0]!.id, marks }))
}

export async function done(answer: Response | Promise<Response>) {
  const response = await answer
  const body = await response.json()
  if (!response.ok) throw new Error(JSON.stringify(body))
  return body
}

/** Ids of people of the township, by the order of their names. */
export async function peopleOf({ given: { db } }: Served, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('talents')
    .select('id')
    .where('homeTownshipCode', '=', TOWNSHIP)
    .orderBy('pinyin')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** Evidence that came of a course. */
export async function evidenceOf({ given: { db } }: Served, course: string) {
  return db
    .selectFrom('evidence')
    .selectAll()
    .where('entryKind', '=', 'training')
    .where('entryId', '=', course)
    .orderBy('id')
    .execute()
}

/** What `PUT /courses/:id` takes of a course as it was read. */
export const asGiven = ({ sessions, trainer, township, ...course }: Course, more: object = {}) => ({
  ...course,
  trainer: trainer?.id ?? null,
  township: township?.code ?? null,
  sessions: sessions.map(({ isAhead: _, codeUntil: __, ...one }) => one),
  ...more,
})
