import { z } from 'zod'
import { Reason } from '../reasons.ts'
import { Code } from '../validate.ts'
import { Count, CriterionId, Day, Place, WordsShape } from './words.ts'

export const COURSE_LEVELS = ['city', 'county', 'township'] as const
export const COURSE_STATES = ['planned', 'finished', 'cancelled'] as const
export const COURSE_RESULTS = ['excellent', 'passed', 'failed'] as const
export const ATTENDANCE_STATES = ['present', 'absent', 'excused'] as const

const Id = z.string().max(64)
const Level = z.enum(COURSE_LEVELS)
const State = z.enum(COURSE_STATES)
export const CourseResult = z.enum(COURSE_RESULTS)
export const AttendanceState = z.enum(ATTENDANCE_STATES)
const Hours = z.number().meta({ description: 'Hours of training: 0.5 to 12 a part, in halves' })
const FromMinute = z.int().min(0).max(1439).nullable().meta({ description: 'After midnight' })

const PartGiven = z.object({
  id: Id.nullable().meta({ description: 'Of a part that is there already' }),
  heldOn: z.string(),
  fromMinute: FromMinute,
  hours: Hours,
  topic: z.string().trim().min(1).max(60),
  place: z.string().trim().max(80).default(''),
})
export type PartGiven = z.infer<typeof PartGiven>

export const CourseGiven = z.object({
  name: z.string().trim().min(2).max(60),
  level: Level,
  township: Code.nullable().default(null).meta({ description: 'Whose course; null: the county’s' }),
  trainer: Id.nullable().default(null).meta({ description: 'Account of a mentor who keeps it' }),
  organiser: z.string().trim().min(2).max(60),
  place: z.string().trim().min(1).max(80),
  criteria: z.array(CriterionId).min(1).max(4),
  sessions: z.array(PartGiven).max(60),
})
export type CourseGiven = z.infer<typeof CourseGiven>

export const PeopleGiven = z.object({ talents: z.array(Id).max(1_000).default([]) }).extend({
  list: Id.nullable().default(null).meta({ description: 'Everybody of this list of the pool' }),
})

export const AttendanceGiven = z.object({
  session: Id,
  marks: z
    .array(z.object({ talent: Id, status: AttendanceState.nullable() }))
    .min(1)
    .max(1_000),
})

const Certificate = z.string().trim().max(40).nullable()
export const ResultsGiven = z.object({
  results: z
    .array(z.object({ talent: Id, result: CourseResult.nullable(), certificate: Certificate }))
    .min(1)
    .max(1_000),
})

/** What a spreadsheet comes to; what is not named stays as it was. */
export const SheetEntry = z.object({
  line: Count.meta({ description: 'Row of the file, for what is said of it' }),
  talent: Id,
  attendance: z.record(Id, AttendanceState),
  result: CourseResult.optional(),
  certificate: z.string().trim().min(1).max(40).optional(),
})
export type SheetEntry = z.infer<typeof SheetEntry>
export const SheetGiven = z.object({ entries: z.array(SheetEntry).min(1).max(1_000) })
export const CodeGiven = z.object({ minutes: z.int().min(2).max(120).default(10) })
export const CancellationGiven = z.object({ reason: Reason })
export const SignInGiven = z.object({ code: z.string().trim().max(20) })

const Trainer = z.object({ id: z.string(), name: z.string(), position: z.string().nullable() })
export const Trainers = z.object({ trainers: z.array(Trainer) })

const CourseFacts = z.object({
  id: z.string(),
  name: z.string(),
  level: Level,
  township: Place.nullable(),
  organiser: z.string(),
  place: z.string(),
  startsOn: Day,
  endsOn: Day,
  state: State,
})
export const Courses = z.object({
  year: z.string(),
  courses: z.array(
    CourseFacts.extend({
      trainer: z.string().nullable(),
      parts: Count,
      hours: z.number(),
      participants: Count,
      entered: Count.meta({ description: 'Parts of which somebody was entered as there' }),
    }),
  ),
})

const Participant = z.object({
  talent: z.object({ id: z.string(), name: z.string() }),
  village: z.string(),
  township: z.string(),
  attendance: z.record(z.string(), AttendanceState),
  result: CourseResult.nullable(),
  certificate: z.string().nullable(),
  hours: z.number().meta({ description: 'Attended' }),
})
export const CourseAnswer = CourseFacts.extend({
  revision: Count,
  criteria: z.array(CriterionId),
  trainer: Trainer.nullable(),
  cancelledReason: z.string().nullable(),
  may: z.object({
    change: z.boolean().meta({ description: 'Of the office whose course it is' }),
    enter: z.boolean().meta({ description: 'Attendance and results, trainers as well' }),
  }),
  today: Day,
  sessions: z.array(
    PartGiven.extend({
      id: z.string(),
      isAhead: z.boolean(),
      codeUntil: z.string().nullable(),
    }),
  ),
  participants: z.array(Participant),
  elsewhere: Count.meta({ description: 'Participants whom this account does not see' }),
  counted: z
    .object({ people: Count, hours: z.number() })
    .meta({ description: 'What a cancellation takes out: people who came, and their hours' }),
})

export const Added = z.object({ added: Count, already: Count })
export const CodeShown = z.object({ code: z.string(), until: z.string(), minutes: Count })
export const SignInsOf = z.object({ present: Count, participants: Count })
export const SignedIn = z.object({
  name: z.string(),
  course: z.string(),
  topic: z.string(),
  on: Day,
  hours: z.number(),
  isAgain: z.boolean(),
})
export const Cancelled = z.object({ people: Count, hours: z.number() })
export const SheetWritten = z.object({ people: Count, added: Count, changes: Count })

const Called = z.object({ id: z.string(), name: z.string(), village: z.string() })
export const SheetRow = z.object({
  line: Count,
  name: z.string(),
  village: z.string(),
  state: z.enum(['matched', 'to-add', 'ambiguous', 'not-on-list', 'unknown', 'faulty']),
  person: Called.nullable(),
  choices: z.array(Called.extend({ isOnList: z.boolean() })),
  attendance: z.record(z.string(), AttendanceState),
  result: CourseResult.nullable(),
  certificate: z.string().nullable(),
  faults: z.array(WordsShape),
  notices: z.array(WordsShape),
  changes: Count.meta({ description: 'Values that differ from what is stored' }),
})
export type SheetRow = z.infer<typeof SheetRow>
export const SheetPreview = z.object({
  fileName: z.string(),
  sheet: z.string().nullable(),
  columns: z.array(z.object({ header: z.string(), meaning: WordsShape.nullable() })),
  notes: z.array(WordsShape),
  rows: z.array(SheetRow),
  notInFile: z.array(z.string()).meta({ description: 'Names of participants without a row' }),
  counts: z.object({ ready: Count, toAdd: Count, open: Count, faulty: Count, same: Count }),
})
export type SheetPreview = z.infer<typeof SheetPreview>

export const HoursQuery = z.object({
  year: z
    .string()
    .regex(/^20\d\d$/)
    .optional(),
  township: Code.optional(),
  q: z.string().trim().max(40).optional(),
  short: z.enum(['1']).optional(),
  after: z.string().max(200).optional(),
})
export const HoursFile = z.object({
  year: z.string().regex(/^20\d\d$/),
  township: Code.nullable().default(null),
  q: z.string().trim().max(40).default(''),
  short: z.boolean().default(false),
  reason: Reason,
})
export const TrainingHours = z.object({
  year: z.string(),
  duty: z.number(),
  counts: z.object({ people: Count, owing: Count, short: Count, hours: z.number() }),
  people: z.array(
    z.object({
      talent: z.object({ id: z.string(), name: z.string() }),
      village: z.string(),
      township: z.string(),
      status: z.string(),
      owes: z.boolean(),
      hours: z.number(),
      courses: Count,
      lacks: z.number().nullable().meta({ description: 'Hours; null: nothing is owed' }),
    }),
  ),
  next: z.string().nullable(),
})
