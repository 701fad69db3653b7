import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases } from '../databases.ts'
import { evidenceOf, makeCourse, mark, readCourse } from './course-made.ts'
import { keep, lookAfter, type Mentoring, openMentoring, session } from './mentored.ts'
import type { SignedInClient } from './served.ts'

/** Turns of the loop by which one comes after the other: whichever it is, both orders are met. */
const TURNS = [0, 4, 8, 16, 32, 48]

describe.each(databases)('entries that change at the same moment on $engine', ({ open }) => {
  let world: Mentoring
  let county: SignedInClient
  beforeAll(async () => {
    world = await openMentoring({ open })
    county = await world.served.as('demo-county')
  })
  afterAll(() => world.served.close())

  const after = async (turns: number, act: () => Promise<Response>) => {
    for (let turn = 0; turn < turns; turn++) await nextTurn()
    return act()
  }

  test('a course that is cancelled while its sheet is entered leaves no evidence', async () => {
    const { township, served, spare } = world
    for (const turns of TURNS) {
      const [listed, ...others] = spare.slice(0, 3).map(({ id }) => id)
      const id = await makeCourse(township)
      await township.post(`/courses/${id}/participants`, { talents: [listed] })
      const course = await readCourse(township, id)
      await mark(township, course, [listed!])
      await township.post(`/courses/${id}/finishing`)
      expect(await evidenceOf(served, id)).toHaveLength(1)
      const attendance = { [course.sessions[0]!.id]: 'present' }
      const entries = others.map((talent, at) => ({ line: at + 4, talent, attendance }))
      const [entered, cancelled] = await Promise.all([
        after(turns, () => township.post(`/courses/${id}/entries`, { entries })),
        county.post(`/courses/${id}/cancellation`, { reason: '场地停电，改期举办' }),
      ])
      expect([200, 409]).toContain(entered.status)
      expect(cancelled.status).toBe(200)
      expect(await evidenceOf(served, id)).toEqual([])
    }
  })

  test('two mentors who save a meeting with one person count both', async () => {
    const { first, second, served, spare, db } = world
    for (const [at] of TURNS.entries()) {
      const person = spare[at + 5]!
      await lookAfter(served, first.id, [person])
      await lookAfter(served, second.id, [person])
      const answers = await Promise.all([
        keep(first, session(person, { heldOn: '2026-11-19', seen: ['service'] })),
        keep(second, session(person, { heldOn: '2026-11-20', seen: ['service'] })),
      ])
      expect(answers.map(({ status }) => status)).toEqual([201, 201])
      const evidence = await db
        .selectFrom('evidence')
        .select('note')
        .where('talentId', '=', person.id)
        .where('entryKind', '=', 'session')
        .execute()
      expect(evidence.map(({ note }) => note)).toEqual([expect.stringContaining('2 天的帮带')])
    }
  })
})
