import { z } from 'zod'
import { Appraisals, PointsCard } from './checks.ts'
import { ATTENDANCE_STATES, COURSE_LEVELS, COURSE_STATES, CourseResult } from './courses.ts'
import { Item, Plan } from './cultivation-plans.ts'
import { Growth } from './growth.ts'
import { Session } from './mentoring.ts'
import { WAYS_IN, WAYS_OUT } from './movements.ts'
import { TrialPostRow } from './trial-posts.ts'
import { Count, Day, Place } from './words.ts'

const Shared = z.object({ due: Count, present: Count })
const Course = z.object({
  ...{ id: z.string(), name: z.string(), level: z.enum(COURSE_LEVELS), organiser: z.string() },
  ...{ place: z.string(), startsOn: Day, endsOn: Day, state: z.enum(COURSE_STATES) },
  cancelledReason: z.string().nullable(),
  ...{ result: CourseResult.nullable(), certificate: z.string().nullable() },
  parts: z.array(
    z.object({
      ...{ on: Day, hours: z.number(), topic: z.string() },
      status: z.enum(ATTENDANCE_STATES).nullable().meta({ description: 'Null: not entered yet' }),
    }),
  ),
})

export const OwnCultivation = z
  .object({
    today: Day,
    plan: Plan.nullable(),
    items: z.array(Item),
    earlier: z.array(Plan),
    mentors: z.array(
      z.object({
        ...{ name: z.string(), position: z.string().nullable() },
        ...{ startedOn: Day, endedOn: Day.nullable() },
      }),
    ),
    sessions: z
      .array(Session)
      .meta({ description: 'The latest first, those taken back among them; no private notes' }),
    sessionsInAll: Count,
    courses: z.array(Course),
    hours: z.object({ year: z.string(), present: z.number(), due: z.number() }),
    trials: z.array(
      TrialPostRow.omit({ talent: true }).extend({
        mean: z
          .object({ value: z.number(), answers: Count })
          .nullable()
          .meta({ description: 'Of the latest closed evaluation, 1 to 5; null: none or too few' }),
      }),
    ),
    appraisals: Appraisals.shape.appraisals,
    attendances: z
      .array(
        z.object({
          ...{ month: z.string(), days: Shared.nullable(), meetings: Shared.nullable() },
          remarks: z.string(),
        }),
      )
      .meta({ description: 'By month, the latest first; null: not counted' }),
    movements: z.array(
      z.object({
        ...{ id: z.string(), direction: z.enum(['in', 'out']) },
        way: z.enum([...WAYS_IN, ...WAYS_OUT]),
        ...{ reason: z.string(), village: Place.nullable(), on: Day },
        ...{ by: z.string(), position: z.string().nullable(), takenBackOn: Day.nullable() },
      }),
    ),
    points: z
      .array(PointsCard.pick({ quarter: true, points: true, lines: true }))
      .meta({ description: 'Own points of this quarter and the three before; no rank' }),
    growth: Growth.pick({ from: true, to: true, criteria: true }),
  })
  .meta({
    id: 'OwnCultivation',
    description: 'All that is kept of the own cultivation but the private notes of mentors',
  })
