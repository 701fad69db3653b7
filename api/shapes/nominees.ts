import { z } from 'zod'
import { POSTS, RULES, STAGE_KINDS, STAGE_LEVELS } from '../../matching/index.ts'
import { AttachmentShape } from './attachments.ts'
import { PersonShape } from './people.ts'
import { ReviewAct } from './review-acts.ts'
import { Place, WordsShape } from './words.ts'

export const NomineeState = z.enum(['open', 'settled', 'withdrawn', 'stopped'])
export const NomineeOutcome = z.enum(['elected', 'appointed', 'reserve', 'not-chosen'])
export const WaitsFor = z.enum(['village', 'township', 'county', 'departments', 'nobody'])
const Instant = z.string().meta({ description: 'Instant, UTC' })

export const Target = z.object({
  village: Place.nullable().meta({ description: 'Null: for the pool only' }),
  township: Place,
  posts: z.array(z.enum(POSTS)),
})

const PathStage = z.object({
  id: z.string(),
  kind: z.enum(STAGE_KINDS),
  words: WordsShape,
  level: z.enum(STAGE_LEVELS),
  state: z.enum(['done', 'now', 'ahead']),
  at: Instant.nullable().meta({ description: 'When it was left' }),
  signers: z.array(
    z.object({
      id: z.string(),
      words: WordsShape,
      name: z.string().nullable(),
      at: Instant.nullable(),
    }),
  ),
})

const MissingShape = z.object({
  code: z.string(),
  words: WordsShape,
  by: z.enum(['village', 'township', 'county', 'departments', 'person']),
  department: z.string().optional(),
  signer: z.string().optional(),
  rule: z.string().optional(),
})

const FindingShape = z.object({
  rule: z.string(),
  outcome: z.enum(['caution', 'relaxable', 'unknown', 'breach', 'met']),
  words: WordsShape,
  isApproved: z.boolean().meta({ description: 'Its relaxation was approved' }),
})

const DepartmentShape = z.object({
  id: z.string(),
  words: WordsShape,
  state: z.enum([
    'not-asked',
    'unanswered',
    'pass',
    'objection',
    'more',
    'expired',
    'stale',
    'excused',
  ]),
  code: z.string().nullable().meta({ description: 'Reason of an objection; for the county alone' }),
  note: z.string().nullable().meta({ description: 'What more is asked for' }),
  signedBy: z.string().nullable(),
  openedAt: Instant.nullable(),
  dueOn: z.string().nullable(),
  answeredAt: Instant.nullable(),
  validUntil: z.string().nullable(),
  isDropped: z.boolean().meta({ description: 'Out of the dictionary or the policy since' }),
})

const NominationShape = z.object({
  id: z.string(),
  channel: z.enum(['self', 'recommended', 'discovered']),
  nominator: z.string(),
  relation: z.string(),
  jointNames: z.int(),
  reason: z.string(),
  village: Place.nullable(),
  posts: z.array(z.enum(POSTS)),
  isOnPaper: z.boolean(),
  isLate: z.boolean(),
  plan: z.string().nullable(),
  createdAt: Instant,
  withdrawnAt: Instant.nullable(),
})

const ActShape = z.object({
  id: z.string(),
  sequence: z.int(),
  stage: z.string(),
  kind: z.string(),
  department: z.string().nullable(),
  signer: z.string().nullable(),
  name: z.string(),
  position: z.string().nullable(),
  at: Instant,
  body: ReviewAct.nullable().meta({ description: 'Null where the account may not read it' }),
  validUntil: z.string().nullable(),
  contentHash: z.string(),
  isSuperseded: z.boolean(),
})

/** A nominee with all that was signed, as far as the account may read it. */
export const NomineeView = z
  .object({
    id: z.string(),
    revision: z.int(),
    round: z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(['term-change', 'reserve']),
      state: z.enum(['open', 'closed']),
      term: z.object({ startsOn: z.string(), endsOn: z.string() }).nullable(),
    }),
    talent: PersonShape,
    maySeePortrait: z.boolean(),
    target: Target,
    state: NomineeState,
    outcome: NomineeOutcome.nullable(),
    term: z.object({ startsOn: z.string(), endsOn: z.string() }).nullable(),
    stage: z.string(),
    stageSince: Instant,
    dueOn: z.string().nullable(),
    lateDays: z.int(),
    waitsFor: WaitsFor,
    path: z.array(PathStage),
    missing: z.array(MissingShape),
    question: z.string().nullable().meta({ description: 'Asked of the level below' }),
    may: z.array(z.string()),
    relaxable: z.array(z.enum(RULES)),
    findings: z.array(FindingShape),
    departments: z.array(DepartmentShape).nullable(),
    nominations: z.array(NominationShape),
    attachments: z.array(AttachmentShape),
    acts: z.array(ActShape),
    isSealed: z
      .boolean()
      .meta({ description: 'All acts are as they were signed, none put in or taken out' }),
    noticeEndsOn: z.string().nullable(),
    openObjections: z.array(z.string()).meta({ description: 'Acts without a reply' }),
    isTalkDue: z.boolean(),
  })
  .meta({ id: 'Nominee' })

export const ActRequest = z.object({ act: ReviewAct })
export const BulkRequest = z.object({
  nominees: z
    .array(z.object({ id: z.string().max(64), revision: z.int() }))
    .min(1)
    .max(200),
  act: ReviewAct,
})
export const BulkAnswer = z.object({
  results: z.array(z.object({ id: z.string(), done: z.boolean(), problem: WordsShape.nullable() })),
})
