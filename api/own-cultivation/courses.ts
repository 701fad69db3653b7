import type { Context } from 'hono'
import type { z } from 'zod'
import { listCoursesTakenBy, listPartsTakenBy } from '../../db/own-courses.ts'
import type { Env } from '../context.ts'
import type { OwnCultivation } from '../shapes/own-cultivation.ts'

type Answer = Pick<z.infer<typeof OwnCultivation>, 'courses' | 'hours'>

/** Courses with their parts, and the hours of this year against the duty; what was cancelled counts for nothing. */
export async function ownCourses(c: Context<Env>, id: string, due: number): Promise<Answer> {
  const { db, scope } = c.var
  const courses = await listCoursesTakenBy(db, scope, id)
  const parts = await listPartsTakenBy(db, scope, id)
  const year = c.var.today().slice(0, 4)
  const cancelled = new Set(courses.flatMap((one) => (one.state === 'cancelled' ? [one.id] : [])))
  const present = parts
    .filter(({ status, heldOn }) => status === 'present' && heldOn.startsWith(year))
    .filter(({ courseId }) => !cancelled.has(courseId))
    .reduce((sum, { hours }) => sum + hours, 0)
  return {
    courses: courses.map((course) => ({
      ...course,
      parts: parts
        .filter(({ courseId }) => courseId === course.id)
        .map(({ heldOn: on, hours, topic, status }) => ({ on, hours, topic, status })),
    })),
    hours: { year, present, due },
  }
}
