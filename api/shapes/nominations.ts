import { z } from 'zod'
import { POSTS } from '../../matching/index.ts'
import { Code } from '../validate.ts'
import { PersonShape } from './people.ts'
import { Eligibility, FindingShape, Fit, FitChange } from './ranking.ts'
import { Day, Place, Post, WordsShape } from './words.ts'

const Id = z.string().min(1).max(64)
const Posts = z.array(z.enum(POSTS)).max(3)
export const CHANNELS = ['self', 'recommended', 'discovered'] as const

/** One paper, or one click, by which somebody is proposed. */
export const NominationRequest = z.object({
  id: z.uuid().meta({ description: 'of the sender: sent twice, it is stored once' }),
  round: Id,
  talent: Id,
  channel: z.enum(CHANNELS),
  nominator: z.string().trim().min(1).max(80),
  relation: z.string().trim().max(40).default(''),
  jointNames: z.int().min(1).max(100_000).default(1),
  reason: z.string().trim().min(1).max(500),
  village: Code.nullable().meta({ description: 'null: for the pool only' }),
  posts: Posts,
  isOnPaper: z.boolean().default(false),
})
export type NominationRequest = z.infer<typeof NominationRequest>

export const WARNINGS = ['late', 'in-group', 'other-village', 'gate'] as const
const Warning = z.object({
  code: z.enum(WARNINGS),
  words: WordsShape,
  rule: z.string().optional(),
  outcome: z.enum(['caution', 'relaxable', 'unknown', 'breach', 'met']).optional(),
})
export type Warning = z.infer<typeof Warning>

export const NominationAnswer = z.object({
  nomination: z.string(),
  nominee: z.string(),
  warnings: z.array(Warning).meta({ description: 'what to know; nothing of it was refused' }),
})
export const WithdrawalRequest = z.object({ reason: z.string().trim().min(1).max(200) })
export const WithdrawalAnswer = z.object({
  isEnded: z.boolean().meta({ description: 'it was the last one: the person is out of the round' }),
})

const DraftKept = z.object({ id: z.string(), revision: z.int(), updatedAt: z.string() })
export const DraftRequest = z.object({
  round: Id,
  talent: Id.nullable(),
  body: z.record(z.string(), z.unknown()),
})
export const DraftAnswer = DraftKept
const Latest = z.object({
  ...{ nomination: z.string(), nominee: z.string() },
  ...{ talent: z.string(), village: Place.nullable(), posts: z.array(Post) },
  ...{ channel: z.enum(CHANNELS), nominator: z.string(), createdAt: z.string() },
  isWithdrawn: z.boolean(),
  warnings: z.array(Warning),
})
export const LatestNominations = z.object({
  latest: z.array(Latest),
  people: z.array(PersonShape),
})
export const DraftList = z.object({
  people: z.array(PersonShape),
  drafts: z.array(DraftKept.extend(DraftRequest.shape)),
})

const Turning = {
  round: Id,
  isPreview: z.boolean().default(false).meta({ description: 'says what would be, stores nothing' }),
}
export const FromPlanRequest = z.object({
  ...Turning,
  plan: Id,
  villages: z.array(Code).min(1).max(2000).optional().meta({ description: 'all by default' }),
})
export const FromSlateRequest = z.object({
  ...Turning,
  village: Code,
  seats: z
    .array(z.object({ talent: Id, posts: Posts.min(1) }))
    .min(1)
    .max(30),
})

export const SKIPS = [
  'same-seat',
  'other-village',
  'ended',
  'consent',
  'barred',
  'gone',
  'posts',
] as const
const Proposed = z.object({
  talent: z.string(),
  name: z.string(),
  village: z.string(),
  posts: z.array(Post),
  as: z
    .enum(['seat', 'next-best', 'margin'])
    .meta({ description: 'of the slate; a further candidate for a seat; for the party margin' }),
})
export const TurningAnswer = z.object({
  nominated: z.array(
    Proposed.extend({
      nominee: z.string().nullable().meta({ description: 'null in a preview' }),
      isInGroup: z.boolean().meta({ description: 'nominated by somebody else before' }),
    }),
  ),
  skipped: z.array(Proposed.extend({ why: z.enum(SKIPS), words: WordsShape })),
  villages: z.array(
    z.object({
      village: Place,
      seated: z.int(),
      further: z.int(),
      margin: z.object({
        seats: z.int().meta({ description: 'of the party committee' }),
        needed: z.int().meta({ description: 'candidates for it, by the margin of the policy' }),
        candidates: z.int(),
      }),
      alone: z.array(Post).meta({ description: 'posts with no candidate beside the seated' }),
    }),
  ),
})
export type TurningAnswer = z.infer<typeof TurningAnswer>

const SeatCandidate = Fit.extend({
  since: FitChange.meta({ description: 'What evidence dated after `since` did to the fit' }),
  nominee: z.string(),
  talent: z.string(),
  posts: z.array(Post),
  stage: WordsShape.nullable().meta({ description: 'null behind the last' }),
  state: z.enum(['open', 'settled', 'withdrawn', 'stopped']),
  outcome: z.enum(['elected', 'appointed', 'reserve', 'not-chosen']).nullable(),
  place: z.int().nullable().meta({ description: 'by fit among those who may stand' }),
  eligibility: Eligibility,
  findings: z.array(FindingShape),
  reasons: z.array(WordsShape),
  nominations: z.array(
    z.object({
      channel: z.enum(CHANNELS),
      nominator: z.string(),
      relation: z.string(),
      jointNames: z.int(),
      reason: z.string(),
      isOnPaper: z.boolean(),
      isLate: z.boolean(),
    }),
  ),
})
export const SeatCandidates = z.object({
  since: Day.meta({ description: 'Last day of the last full quarter' }),
  village: Place,
  round: z
    .object({ id: z.string(), name: z.string(), state: z.enum(['open', 'closed']) })
    .nullable()
    .meta({ description: 'null when the county has no round yet' }),
  posts: z.array(z.object({ post: Post, seats: z.int(), candidates: z.array(SeatCandidate) })),
  people: z.array(PersonShape),
})
