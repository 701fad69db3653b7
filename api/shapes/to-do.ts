import { z } from 'zod'
import { WaitsFor } from './nominees.ts'
import { Place, WordsShape } from './words.ts'

/** What waits for an account, one group for each kind of work, in the order in which it is shown. */
export const GROUPS = [
  'signatures',
  'acts',
  'paper',
  'supplements',
  'cases',
  'applications',
  'talks',
  'expiring',
  'late',
  'drafts',
  'meetings',
  'tasks',
  'opinions',
  'confirmations',
  'checks',
  'conclusions',
  'trials',
  'attendance',
  'pairs',
  'readiness',
] as const
export type GroupKind = (typeof GROUPS)[number]
/** Groups that the account itself has to work off; the rest is for it to know. */
export const OWN_GROUPS: readonly GroupKind[] = [
  'signatures',
  'acts',
  'paper',
  'supplements',
  'cases',
  'applications',
  'talks',
  'meetings',
  'tasks',
  'opinions',
  'confirmations',
  'checks',
  'conclusions',
  'trials',
  'attendance',
  'pairs',
  'readiness',
]

const ToDoItem = z.object({
  nominee: z.string().nullable(),
  round: z.string().nullable().meta({ description: 'Null for what belongs to no round' }),
  talent: z.string().nullable(),
  /** Of an application or of a draft. */
  id: z.string().nullable(),
  name: z.string().nullable().meta({ description: 'Null where nobody is in the pool yet' }),
  place: Place.nullable().meta({ description: 'The village, or the township of a reserve' }),
  stage: WordsShape.nullable().meta({ description: 'Of cultivation, what is to be done' }),
  waitsFor: WaitsFor.nullable(),
  dueOn: z.string().nullable(),
  lateDays: z.int(),
  validUntil: z.string().nullable(),
  since: z.string().meta({ description: 'Instant since which it waits' }),
})

export const ToDoAnswer = z
  .object({
    groups: z.array(
      z.object({
        kind: z.enum(GROUPS),
        count: z.int(),
        late: z.int(),
        items: z.array(ToDoItem).meta({ description: 'The first five' }),
      }),
    ),
    total: z.int().meta({ description: 'Of what the account itself has to work off' }),
    hasCalendarFile: z.boolean(),
  })
  .meta({ id: 'ToDo' })

export const ToDoCounts = z.object({
  total: z.int(),
  late: z.int(),
  applications: z.int().meta({ description: 'Of the public page, waiting' }),
  unread: z.int(),
})

export const MessagesAnswer = z
  .object({
    unread: z.int(),
    messages: z.array(
      z.object({
        id: z.string(),
        kind: z.enum([
          ...(['asked', 'objection', 'outcome', 'reminder', 'handed-over'] as const),
          'meeting-late',
        ]),
        at: z.string(),
        readAt: z.string().nullable(),
        nominee: z
          .object({
            id: z.string(),
            round: z.string(),
            name: z.string(),
            place: Place,
            stage: WordsShape.nullable(),
          })
          .nullable()
          .meta({ description: 'Null where the account does not see them (any more)' }),
        talent: z
          .object({ id: z.string(), name: z.string() })
          .nullable()
          .meta({ description: 'Of a meeting that is late; null where out of reach' }),
        lateDays: z.int().nullable(),
        state: z.string().nullable().meta({ description: 'Of an outcome' }),
        drafts: z.int().nullable(),
        moved: z.int().nullable().meta({ description: 'Messages that were handed over' }),
      }),
    ),
  })
  .meta({ id: 'Messages' })

export const RemindersAnswer = z.object({
  told: z.int().meta({ description: 'Accounts that were told' }),
  nominees: z.int().meta({ description: 'Nominees whom somebody was told of' }),
  skipped: z.array(
    z.object({ nominee: z.string(), why: z.enum(['told-today', 'nobody', 'not-below', 'ended']) }),
  ),
})

export const MentorsReminded = z.object({
  told: z.int().meta({ description: 'Mentors who were told' }),
  people: z.int().meta({ description: 'People whom a mentor was told of' }),
})

const AccountLine = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  position: z.string().nullable(),
})

export const HandoverAnswer = z
  .object({
    from: AccountLine,
    to: AccountLine,
    drafts: z.int(),
    messages: z.int().meta({ description: 'Not read' }),
    inspections: z
      .array(z.object({ nominee: z.string(), name: z.string(), place: Place }))
      .meta({ description: 'Entered by the account and not led on: the successor is told' }),
    /** Positions that nobody signs for once the account is gone. */
    signer: WordsShape.nullable(),
  })
  .meta({ id: 'Handover' })
