import { z } from 'zod'
import { POSTS, PROGRESS_MARKS } from '../../matching/index.ts'
import { Count, CriterionId, Day, Place, WordsShape } from './words.ts'

/** In the order of the phone. */
export const WAYS = ['talk', 'on-site', 'phone', 'shadowing', 'urgent'] as const
export const Way = z.enum(WAYS)
const Progress = z.enum(PROGRESS_MARKS)
const Id = z.string().max(64)
const Named = z.object({ id: z.string(), name: z.string() })
const Worded = z.object({ id: z.string(), words: WordsShape })
const Text = z.string().trim().min(1)
export const SESSION_TEXT = 1_000
export const NOTE_TEXT = 4_000

/** A meeting as the phone kept it. Days, minutes and the topic are judged apart, so that the refusal says what would do. */
export const SessionBody = z.object({
  id: z.uuidv7().meta({ description: 'Made by the phone: the same id once more is the same one' }),
  talent: Id,
  heldOn: z.string().max(10).meta({ description: 'Day in China, YYYY-MM-DD' }),
  minutes: z.int(),
  way: Way,
  topic: Id,
  agreed: Text.max(SESSION_TEXT),
  progress: Progress.nullable().default(null),
  seen: z.array(CriterionId).max(10).default([]),
  nextOn: z.string().max(10).nullable().default(null),
  next: z
    .object({ aim: Text.max(200), dueOn: z.string().max(10) })
    .nullable()
    .default(null)
    .meta({ description: 'A task agreed on: becomes an item of the person' }),
  keptAt: z.iso.datetime({ offset: true }).meta({ description: 'When the phone kept it' }),
  isAnother: z
    .boolean()
    .default(false)
    .meta({ description: 'Said after `same-day`: it was another meeting on that day' }),
})
export type SessionGiven = z.infer<typeof SessionBody>

export const Caution = z
  .object({ code: z.enum(['kin', 'two-mentors']), words: WordsShape })
  .meta({ id: 'MentoringCaution' })

export const Session = z
  .object({
    id: z.string(),
    talent: z.string(),
    mentor: Named,
    heldOn: Day,
    minutes: z.int(),
    way: Way,
    topic: Worded,
    agreed: z.string(),
    progress: Progress.nullable().meta({ description: 'Null: not known' }),
    seen: z.array(CriterionId),
    nextOn: Day.nullable(),
    keptAt: z.string(),
    createdAt: z.string(),
    isAnother: z.boolean(),
    item: z
      .object({
        ...{ id: z.string(), aim: z.string(), dueOn: Day },
        state: z.enum(['open', 'reported', 'done', 'dropped']),
      })
      .nullable()
      .meta({ description: 'The task agreed on at it' }),
    additions: z.array(
      z.object({ id: z.string(), text: z.string(), at: z.string(), by: z.string() }),
    ),
    files: z.array(z.object({ id: z.string(), name: z.string(), media: z.string() })),
    takenBack: z.object({ at: z.string(), reason: z.string(), by: z.string() }).nullable(),
    takeBackUntil: Day.meta({ description: 'Last day on which the mentor may take it back' }),
  })
  .meta({ id: 'MentoringSession' })

export const SessionAnswer = z.object({ session: Session, cautions: z.array(Caution) })
export const SessionPage = z.object({
  sessions: z.array(Session.extend({ cautions: z.array(Caution) })),
  total: Count.meta({ description: 'That stand, of the person asked about or of everybody' }),
  next: z.string().nullable().meta({ description: '`before` of the next page' }),
})

export const Addition = z.object({
  id: z
    .uuidv7()
    .exactOptional()
    .meta({ description: 'Made by the phone, so that it arrives once' }),
  text: Text.max(SESSION_TEXT),
})
export const TakingBack = z.object({ reason: z.string().trim().min(2).max(500) })

const Due = z.object({
  kind: z.enum(['meeting', 'item', 'check']),
  words: WordsShape,
  on: Day,
  lateDays: z.int().min(0).meta({ description: '0: not late' }),
  item: z.string().nullable(),
})

const Item = z.object({
  ...{ id: z.string(), aim: z.string(), dueOn: Day, lateDays: z.int().min(0) },
  state: z.enum(['open', 'reported']),
})

export const MentoringHome = z
  .object({
    today: Day.meta({ description: 'In China' }),
    quarter: z.string(),
    mentees: z.array(
      z.object({
        talent: Named,
        village: Place,
        status: z.string(),
        since: Day,
        line: WordsShape.nullable().meta({ description: 'What they do now; null: nothing runs' }),
        lastOn: Day.nullable(),
        meetBy: Day,
        due: Due.nullable().meta({ description: 'The most urgent; null: nothing soon' }),
        items: z.array(Item),
        quarterSessions: Count,
      }),
    ),
    due: z.array(Due.extend({ talent: Named })).meta({ description: 'The most urgent first' }),
    counts: z.object({ mentees: Count, menteesMax: Count, quarterSessions: Count }),
    meetEveryDays: z.int(),
    ways: z.array(z.object({ id: Way, words: WordsShape })),
    topics: z.array(Worded),
    criteria: z.array(z.object({ id: CriterionId, words: WordsShape })),
    last: z
      .object({ talent: z.string(), way: Way, minutes: z.int(), topic: z.string() })
      .nullable()
      .meta({ description: 'What the last session was, for “as last time”' }),
    proposals: z.array(
      z.object({
        ...{ id: z.string(), talent: Named, village: Place, reason: z.string() },
        proposedAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'MentoringHome' })

/** One notepad of a mentor about one mentee; `revision` 0: nothing is written yet. */
export const Note = z.object({
  text: z.string(),
  revision: z.int().min(0),
  updatedAt: z.string().nullable(),
})
export const NoteBody = z.object({ text: Text.max(NOTE_TEXT) })

export const ProfileBody = z.object({
  township: z.string().max(12).nullable(),
  village: z.string().max(12).nullable(),
  talent: Id.nullable().meta({ description: 'The mentor as a person of the pool, for kin' }),
  posts: z.array(z.enum(POSTS)).max(6),
  skills: z.array(Id).max(20),
  menteesMax: z.int().min(1).max(50).nullable().meta({ description: 'Null: as policy says' }),
})
export type ProfileGiven = z.infer<typeof ProfileBody>

const MentorLine = Named.extend({
  position: z.string().nullable(),
  township: Place.nullable(),
  village: Place.nullable(),
  posts: z.array(z.enum(POSTS)),
  skills: z.array(Worded),
  mentees: Count,
  menteesMax: Count,
})

export const Profile = MentorLine.extend({
  talent: Named.nullable(),
  ownMax: z.int().nullable().meta({ description: 'Null: as policy says' }),
  revision: z.int().min(0),
}).meta({ id: 'MentorProfile' })
export const ProfileAnswer = z.object({
  profile: Profile,
  choices: z.object({
    townships: z.array(Place.extend({ villages: z.array(Place) })),
    skills: z.array(Worded),
  }),
})
export const Mentors = z.object({ mentors: z.array(MentorLine) })

export const Suggestions = z
  .object({
    talent: Named,
    mentors: z.array(
      MentorLine.extend({
        reasons: z.array(
          z.object({ kind: z.enum(['place', 'trade', 'post', 'load']), words: WordsShape }),
        ),
        cautions: z.array(Caution),
        isFull: z.boolean(),
        isMentor: z.boolean().meta({ description: 'Looks after the person already' }),
      }),
    ),
  })
  .meta({ id: 'MentorSuggestions' })

export const ProposalBody = z.object({
  mentor: Id,
  talent: Id,
  reason: z.string().trim().max(500).default(''),
})
const Answer = z.enum(['agreed', 'refused'])
export const OfficeAnswer = z.object({ who: z.enum(['mentor', 'talent']), answer: Answer })
export const OwnAnswer = z.object({ answer: Answer })
export const Proposal = z
  .object({
    id: z.string(),
    mentor: Named.extend({ position: z.string().nullable() }),
    talent: Named,
    village: Place,
    reason: z.string(),
    state: z.enum(['open', 'begun', 'refused', 'withdrawn']),
    mentorAnswer: Answer.nullable(),
    mentorAnsweredAt: z.string().nullable(),
    talentAnswer: Answer.nullable(),
    talentAnsweredAt: z.string().nullable(),
    isOnPaper: z.boolean().meta({ description: 'An office wrote the person’s answer down' }),
    proposedAt: z.string(),
    endedAt: z.string().nullable(),
    cautions: z.array(Caution),
  })
  .meta({ id: 'MentorshipProposal' })
export const Proposals = z.object({ proposals: z.array(Proposal) })
/** What the person reads: who would look after them, and what they answered. */
export const OwnProposals = z.object({
  proposals: z.array(
    Proposal.pick({ id: true, mentor: true, reason: true, state: true, proposedAt: true }).extend({
      answer: Answer.nullable(),
      answeredAt: z.string().nullable(),
    }),
  ),
})

export const HandoverBody = z.object({
  from: Id,
  to: Id.nullable().default(null).meta({ description: 'Takes everybody whom `moves` leaves out' }),
  moves: z
    .array(z.object({ talent: Id, to: Id }))
    .max(200)
    .default([]),
  reason: z.string().trim().min(2).max(500),
})
export const HandoverDone = z.object({
  moved: z.array(z.object({ talent: Named, to: Named, cautions: z.array(Caution) })),
  left: z.array(Named).meta({ description: 'Who stays with the mentor' }),
})
