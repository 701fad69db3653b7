import { z } from 'zod'
import { POSTS, RULES } from '../../matching/index.ts'

const Day = z.iso.date()
const Note = z.string().trim().max(500).default('')
const Told = z.string().trim().min(1).max(500)
const Number_ = z.string().trim().min(1).max(80)
const Count = z.int().min(0).max(1_000_000)
/** Of a vote among people: `valid` = for + against + abstain ≤ returned ≤ issued. */
const Votes = z.object({
  issued: Count,
  returned: Count,
  valid: Count,
  for: Count,
  against: Count,
  abstain: Count,
})
export type Votes = z.infer<typeof Votes>
const Id = z.string().max(64)

/** Everything that can be signed about a nominee. */
export const ReviewAct = z
  .discriminatedUnion('kind', [
    /** Agrees at a stage; where positions sign, for one of them. */
    z.object({
      kind: z.literal('pass'),
      note: Note,
      document: z.string().trim().max(80).default(''),
      isOnPaper: z.boolean().default(false),
    }),
    /** Asks the level below for more. */
    z.object({ kind: z.literal('ask'), note: Told }),
    /** What was asked for is there; `department` names who asked, where a department did. */
    z.object({
      kind: z.literal('supplement'),
      note: Told,
      department: Id.nullable().default(null),
    }),
    z.object({ kind: z.literal('stop'), reason: Told }),
    z.object({ kind: z.literal('withdraw'), reason: Note, isOnPaper: z.boolean().default(false) }),
    z.object({ kind: z.literal('resume'), reason: Told }),
    /** The seat that the person is proposed for; both empty: the pool only. */
    z.object({
      kind: z.literal('target'),
      village: z.string().max(12).nullable(),
      posts: z.array(z.enum(POSTS)).max(3),
      reason: Told,
      keeps: z
        .boolean()
        .exactOptional()
        .meta({ description: 'Said by the program: the seat stays, and what was signed with it' }),
    }),
    /** A level approves that a rule is relaxed. */
    z.object({
      kind: z.literal('relaxation'),
      rule: z.enum(RULES),
      document: Number_,
      approvedOn: Day,
    }),
    /** Of a department in the joint review. The code only with an objection, the note only where more is asked for. */
    z.object({
      kind: z.literal('answer'),
      answer: z.enum(['pass', 'objection', 'more']),
      code: Id.nullable().default(null),
      note: Note,
    }),
    /** A department that is no longer asked (out of the dictionary or the policy since the round began). */
    z.object({ kind: z.literal('excuse'), department: Id, reason: Told }),
    /** Asks a department once more whose answer ended, or whose facts changed. */
    z.object({ kind: z.literal('ask-again'), department: Id }),
    /** S3.4: a sitting member under a light sanction still in force: the township Party committee decides. */
    z.object({ kind: z.literal('sanction'), keeps: z.boolean(), document: Number_, note: Note }),
    z.object({
      kind: z.literal('inspection'),
      team: z.array(z.string().trim().min(1).max(40)).min(2).max(20),
      startedOn: Day,
      endedOn: Day,
      /** People talked with, one by one. */
      conversations: Count,
      satisfaction: Votes.nullable(),
      trust: Votes.nullable(),
      conclusion: z.enum(['fit', 'unfit', 'more']),
      note: Note,
    }),
    z.object({
      kind: z.literal('study'),
      metOn: Day,
      meeting: Number_,
      entitled: Count,
      present: Count,
      for: Count,
      against: Count,
      abstain: Count,
      decision: z.enum(['approve', 'reject', 'defer']),
      note: Note,
    }),
    z.object({
      kind: z.literal('publish'),
      startsOn: Day,
      /** Working days after the day of publication. */
      days: z.int().min(1).max(60),
      place: Number_,
    }),
    /** Raised during the notice; who raised it and what it says stays on paper. */
    z.object({
      kind: z.literal('objection'),
      raisedOn: Day,
      isNamed: z.boolean(),
      paper: Number_,
    }),
    z.object({
      kind: z.literal('reply'),
      objection: Id,
      isUpheld: z.boolean(),
      paper: Number_,
      repliedOn: Day,
    }),
    z.object({ kind: z.literal('end-notice'), note: Note }),
    /** LAW 15: of the votes cast more than half, with more than half of the voters; a third in a second round. */
    z.object({
      kind: z.literal('election'),
      heldOn: Day,
      round: z.int().min(1).max(3),
      voters: Count,
      cast: Count,
      for: Count,
      isElected: z.boolean(),
      termStartsOn: Day,
      termEndsOn: Day,
    }),
    /** Of Party posts alone, where the Party's rules let a higher committee fill them. */
    z.object({
      kind: z.literal('appointment'),
      document: Number_,
      appointedOn: Day,
      termStartsOn: Day,
      termEndsOn: Day,
    }),
    z.object({ kind: z.literal('filing'), number: Number_, filedOn: Day }),
    /** With somebody who was not chosen. */
    z.object({ kind: z.literal('talk'), talkedOn: Day, by: Number_, note: Note }),
  ])
  .meta({ id: 'ReviewAct' })

export type ReviewAct = z.infer<typeof ReviewAct>
export type ActKind = ReviewAct['kind']
