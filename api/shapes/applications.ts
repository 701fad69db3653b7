import { z } from 'zod'
import { EDUCATIONS, POSTS } from '../../matching/index.ts'
import { Code } from '../validate.ts'
import { NoticeShape } from './record.ts'
import { Count, Day, Place, WordsShape } from './words.ts'

export const APPLICATION_STATES = ['waiting', 'taken', 'refused', 'withdrawn'] as const
const State = z.enum(APPLICATION_STATES)
const Posts = z.array(z.enum(POSTS)).max(3)
const RoundId = z.string().max(64)
const RoundShown = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['term-change', 'reserve']),
  opensOn: Day,
  closesOn: Day,
})
const Reason = z.string().trim().min(10).max(1000)

/** What somebody types who proposes themselves without an account. */
export const Applied = z.object({
  round: RoundId,
  village: Code,
  posts: Posts.meta({ description: 'Empty: for the pool only' }),
  name: z.string().trim().min(1).max(50),
  idNumber: z.string().trim().min(1).max(40),
  phone: z.string().trim().min(1).max(40),
  sex: z.enum(['female', 'male']),
  bornOn: z.iso.date(),
  education: z.enum(EDUCATIONS),
  educationKind: z.enum(['full-time', 'in-service']).default('full-time'),
  partyStatus: z.enum(['full', 'probationary', 'activist', 'league', 'none']),
  occupation: z.string().trim().min(1).max(100),
  reason: Reason,
  hasConsented: z.literal(true),
  noticeVersion: z.int().min(1).max(1_000_000),
})
export type Applied = z.infer<typeof Applied>

export const OpenRounds = z.object({
  county: z.object({ code: z.string(), name: z.string() }),
  rounds: z.array(RoundShown),
  townships: z
    .array(Place.extend({ villages: z.array(Place) }))
    .meta({ description: 'Empty while no round is open' }),
  notice: NoticeShape.nullable(),
})

/** 12 signs in groups. Longer than that nobody was given, but people type spaces and dashes. */
export const ReceiptAsked = z.object({ receipt: z.string().trim().min(1).max(40) })
export const Receipt = z.object({ receipt: z.string() })

export const Standing = z.object({
  round: z.object({ name: z.string(), kind: z.enum(['term-change', 'reserve']) }),
  village: Place,
  handedInOn: z.string(),
  state: z
    .enum(['waiting', 'open', 'settled', 'stopped', 'refused', 'withdrawn'])
    .meta({ description: '`open` and after it: accepted, and where the nominee stands' }),
  words: WordsShape,
  mayWithdraw: z.boolean(),
})

export const ApplicationsAsked = z.object({
  state: State.default('waiting'),
  round: RoundId.optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})

const Row = z.object({
  id: z.string(),
  round: z.object({ id: z.string(), name: z.string() }),
  township: Place,
  village: Place,
  name: z.string().nullable().meta({ description: 'Null where nothing is kept of it' }),
  state: State,
  handedInAt: z.string(),
  decidedAt: z.string().nullable(),
  answer: z.string().nullable(),
  nominee: z.string().nullable(),
  sameNumber: Count.meta({ description: 'Others of the same identity number that wait' }),
})
export const ApplicationRows = z.object({
  applications: z.array(Row),
  total: Count,
  waiting: Count.meta({ description: 'All that waits in the reach of the account' }),
  page: z.int(),
  pageSize: z.int(),
})

const Found = z.object({
  id: z.string(),
  name: z.string(),
  sex: z.enum(['female', 'male']).nullable(),
  bornOn: Day.nullable(),
  village: Place,
})
const Typed = z.object({
  name: z.string(),
  idNumber: z.string().meta({ description: 'Masked' }),
  phone: z.string().meta({ description: 'Masked' }),
  sex: z.enum(['female', 'male']),
  bornOn: Day,
  education: z.enum(EDUCATIONS),
  educationKind: z.enum(['full-time', 'in-service']),
  partyStatus: z.enum(['full', 'probationary', 'activist', 'league', 'none']),
  occupation: z.string(),
  posts: Posts,
  reason: z.string(),
})
export const ApplicationView = Row.extend({
  typed: Typed.nullable().meta({
    description: 'Null: decided, or beyond the three that are kept of one number',
  }),
  warnings: z.array(WordsShape),
  noticeVersion: z.int(),
  inPool: Found.nullable().meta({ description: 'Who has this identity number' }),
  namesakes: z.array(Found).meta({ description: 'Of the same name, at home in the village' }),
})

export const Acceptance = z.object({
  talent: z.string().max(64).nullable().meta({
    description: 'Who of the pool it is; null: nobody, a new person is entered',
  }),
  checked: z.enum(['in-person', 'phone', 'video']),
})
export const Accepted = z.object({ talent: z.string(), nominee: z.string() })
export const Refusing = z.object({ answer: z.string().trim().min(4).max(300) })
export const Done = z.object({ done: z.literal(true) })

const OwnNomination = z.object({
  nominee: z.string(),
  round: RoundShown,
  village: Place.nullable(),
  posts: Posts,
  state: z.enum(['open', 'settled', 'withdrawn', 'stopped']),
  stage: WordsShape.nullable().meta({ description: 'Null behind the last' }),
  nominatedOn: z.string(),
  stageSince: z.string(),
  next: WordsShape.nullable().meta({ description: 'Who acts next; null when it has ended' }),
  words: WordsShape,
  talk: z
    .enum(['planned', 'held'])
    .nullable()
    .meta({ description: 'Of somebody who was not chosen' }),
  isOwn: z.boolean().meta({ description: 'Proposed oneself, perhaps beside others' }),
})
export const OwnNominations = z.object({ nominations: z.array(OwnNomination) })
export const OwnProposal = z.object({
  round: RoundId,
  village: Code.nullable().meta({ description: 'Null: for the pool only, as `posts` empty' }),
  posts: Posts,
  reason: Reason,
})
export const OwnProposed = z.object({ nomination: z.string(), nominee: z.string() })
export const OwnWithdrawal = z.object({ reason: z.string().trim().max(500).default('') })
