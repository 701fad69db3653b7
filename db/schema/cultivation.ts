/** How people grow: plans with their items, meetings with mentors, training, trial posts, checks, attendance. */

import type { TalentTable } from './talents.ts'

type Flag = 0 | 1

/** What mentors and offices answer of a person; null where they do not know. */
export type Grade = 'excellent' | 'good' | 'fair' | 'poor'
export type ProgressMark = 'clear' | 'some' | 'none'

/** What an account of a mentor says of itself, for pairs that suit. */
export type MentorProfileTable = {
  countyCode: string
  /** Account of role `mentor`. */
  mentorId: string
  /** Where the mentor works. */
  townshipCode: string | null
  villageCode: string | null
  /** The mentor as a person of the pool, for kin. */
  talentId: string | null
  /** JSON list of posts held. */
  posts: string
  /** JSON list of skill ids. */
  skills: string
  /** People at once; null: what the policy says. */
  menteesMax: number | null
  revision: number
}

/** A pair that an office proposes; it begins once both agreed. */
export type MentorshipProposalTable = {
  countyCode: string
  id: string
  mentorId: string
  talentId: string
  reason: string
  state: 'open' | 'begun' | 'refused' | 'withdrawn'
  mentorAnswer: 'agreed' | 'refused' | null
  mentorAnsweredAt: string | null
  talentAnswer: 'agreed' | 'refused' | null
  talentAnsweredAt: string | null
  /** Account that wrote the person's answer down: their own, or of an office with the paper. */
  talentAnsweredBy: string | null
  proposedAt: string
  proposedBy: string
  endedAt: string | null
}

/** A meeting of a mentor with one person, signed by being saved: added to, taken back, never changed. */
export type MentoringSessionTable = {
  countyCode: string
  /** UUIDv7 that the phone made, so that it arrives once. */
  id: string
  mentorId: string
  talentId: string
  /** Day in China. */
  heldOn: string
  minutes: number
  way: 'talk' | 'on-site' | 'phone' | 'shadowing' | 'urgent'
  /** Id of the policy's list. */
  topic: string
  /** What was done and agreed; the person reads it. */
  agreed: string
  progress: ProgressMark | null
  /** JSON list of criteria of which something was seen. */
  seen: string
  nextOn: string | null
  /** When the phone kept it, and when it arrived. */
  keptAt: string
  createdAt: string
  /** The mentor said that the meeting of the same day was another one. */
  isAnother: Flag
  takenBackAt: string | null
  takenBackBy: string | null
  takenBackReason: string | null
}

/** What a mentor keeps for themselves: encrypted, read by its author alone. */
export type MentorNoteTable = {
  countyCode: string
  id: string
  mentorId: string
  talentId: string
  cipher: string
  createdAt: string
  updatedAt: string
  revision: number
}

/** Something said after an entry was signed; appended, never changed. */
export type EntryAdditionTable = {
  countyCode: string
  id: string
  entryKind: EntryKind
  entryId: string
  talentId: string
  text: string
  at: string
  accountId: string
}

export type EntryKind = 'session' | 'item' | 'training' | 'trial' | 'quarter' | 'year'

/** A photograph or paper of an entry; its bytes lie outside the database, encrypted, like those of attachments. */
export type EntryFileTable = {
  countyCode: string
  id: string
  entryKind: EntryKind
  entryId: string
  talentId: string
  name: string
  media: 'image/jpeg' | 'image/png' | 'application/pdf'
  size: number
  contentHash: string
  addedAt: string
  addedBy: string
  removedAt: string | null
  removedBy: string | null
}

/** What a county gives people of some groups for some posts; a plan is made from it. */
export type PlanTemplateTable = {
  countyCode: string
  id: string
  name: string
  /** JSON list of source ids; empty: everybody. */
  sources: string
  /** JSON list of posts; empty: any. */
  posts: string
  /** JSON list: kind, aim, dueInDays, evidence, criteria, rules. */
  items: string
  isRetired: Flag
  revision: number
}

/** What one person is to do until a day; one that is active at most. */
export type CultivationPlanTable = {
  countyCode: string
  id: string
  talentId: string
  templateId: string | null
  /** What it prepares for. */
  villageCode: string | null
  /** JSON list of posts. */
  posts: string
  startsOn: string
  endsOn: string
  state: 'active' | 'closed'
  closedReason: string | null
  closedAt: string | null
  createdAt: string
  createdBy: string
  revision: number
}

export type ItemKind =
  | 'village-affairs'
  | 'shadowing'
  | 'urgent-task'
  | 'training'
  | 'degree'
  | 'posting'
  | 'trial-post'
  | 'task'

/** One thing to do, of a plan or given at a meeting. `reported` by who did or saw it, `done` once an office confirmed. */
export type CultivationItemTable = {
  countyCode: string
  id: string
  talentId: string
  planId: string | null
  /** The meeting at which it was agreed. */
  sessionId: string | null
  kind: ItemKind
  aim: string
  dueOn: string
  /** What is to prove it. */
  evidence: string
  /** JSON list of criteria that it moves, and of eligibility rules that it answers. */
  criteria: string
  rules: string
  state: 'open' | 'reported' | 'done' | 'dropped'
  result: string
  grade: Grade | null
  doneOn: string | null
  reportedAt: string | null
  reportedBy: string | null
  confirmedAt: string | null
  confirmedBy: string | null
  /** Why it was returned, dropped or taken up again last. */
  reason: string | null
  createdAt: string
  createdBy: string
  revision: number
}

export type CourseTable = {
  countyCode: string
  id: string
  name: string
  level: 'city' | 'county' | 'township'
  /** Whose course it is; null: the county's. */
  townshipCode: string | null
  /** Account of a trainer who keeps it; null: the office itself. */
  trainerId: string | null
  organiser: string
  place: string
  startsOn: string
  endsOn: string
  /** JSON list of criteria that passing it moves. */
  criteria: string
  state: 'planned' | 'finished' | 'cancelled'
  /** Kept while it is cancelled, so that taking that back restores the state before. */
  finishedAt: string | null
  cancelledReason: string | null
  createdAt: string
  createdBy: string
  revision: number
}

/** A part of a course on one day. */
export type CourseSessionTable = {
  countyCode: string
  id: string
  courseId: string
  heldOn: string
  /** Minutes after midnight in China; null: not set. */
  fromMinute: number | null
  hours: number
  topic: string
  place: string
  /** Keyed hash of the code that people type to sign in, and until when it works; null: none. */
  codeDigest: string | null
  codeUntil: string | null
}

export type CourseParticipantTable = {
  countyCode: string
  courseId: string
  talentId: string
  result: 'excellent' | 'passed' | 'failed' | null
  certificate: string | null
  addedAt: string
  addedBy: string
}

export type CourseAttendanceTable = {
  countyCode: string
  courseSessionId: string
  talentId: string
  status: 'present' | 'absent' | 'excused'
  via: 'list' | 'code' | 'sheet'
  at: string
  accountId: string
}

/** A post held on trial, or as an assistant; its months count towards experience once concluded. */
export type TrialPostTable = {
  countyCode: string
  id: string
  talentId: string
  villageCode: string
  kind:
    | 'trial-post'
    | 'secretary-assistant'
    | 'chair-assistant'
    | 'committee-assistant'
    | 'shadowing'
  duties: string
  startsOn: string
  endsOn: string
  state: 'running' | 'concluded' | 'broken-off'
  /** Of the person before it began, given back when it ends; null: the kind leaves the status as it is. */
  statusBefore: TalentTable['status'] | null
  endedOn: string | null
  grade: Grade | null
  /** What was concluded, or why it was broken off. */
  conclusion: string
  /** As they were when it was signed. */
  signedBy: string | null
  signedName: string | null
  signedPosition: string | null
  signedAt: string | null
  /** JSON list of conclusions that a later one replaced. */
  superseded: string
  /** When an office counted its months as experience; null: it has not. */
  countedAt: string | null
  createdAt: string
  createdBy: string
  revision: number
}

/** Colleagues and villagers' representatives are asked, nobody by name. */
export type EvaluationTable = {
  countyCode: string
  id: string
  trialPostId: string
  talentId: string
  opensOn: string
  closesOn: string
  /** Answers below which nothing is shown or averaged; the policy's when it was opened. */
  answersMin: number
  state: 'open' | 'closed'
  createdAt: string
  createdBy: string
}

/** A code that allows one answer; nothing ties it to the answer that was given with it. */
export type EvaluationCodeTable = {
  countyCode: string
  evaluationId: string
  /** Keyed hash. */
  digest: string
  audience: 'colleague' | 'representative'
  isUsed: Flag
}

/** One answer: no account, no time, no code. The id is of chance. */
export type EvaluationAnswerTable = {
  countyCode: string
  id: string
  evaluationId: string
  audience: 'colleague' | 'representative'
  /** Entered from the paper form by an office. */
  isOnPaper: Flag
  /** JSON by question: 1 to 5, or null. */
  marks: string
}

/**
 * What somebody signs about a period. `mentor`: a mentor's opinion of a quarter; `quarter`: the township's check;
 * `year`: the county's conclusion. A later one supersedes the one before of the same kind, period and (of mentors) account.
 */
export type AppraisalTable = {
  countyCode: string
  id: string
  talentId: string
  kind: 'mentor' | 'quarter' | 'year'
  /** 2026-Q4 or 2026. */
  period: string
  /** JSON by aspect. */
  grades: string
  grade: Grade | null
  remarks: string
  accountId: string
  /** As they were when it was signed. */
  accountName: string
  position: string | null
  signedAt: string
  supersededAt: string | null
}

/** What a village keeps of one person and month. */
export type AttendanceTable = {
  countyCode: string
  talentId: string
  /** YYYY-MM */
  month: string
  villageCode: string
  /** Days on which the person was expected and was there; null: not counted for this person. */
  daysDue: number | null
  daysPresent: number | null
  /** Meetings of organisation life. */
  meetingsDue: number | null
  meetingsPresent: number | null
  remarks: string
  updatedAt: string
  updatedBy: string
  revision: number
}

/** Five ways in, five ways out (S3.2): a decision about a reserve with its reason, signed; taken back, never changed. */
export type MovementTable = {
  countyCode: string
  id: string
  talentId: string
  direction: 'in' | 'out'
  way: string
  villageCode: string | null
  reason: string
  decidedOn: string
  /** Of the person before, so that it can be taken back. */
  statusBefore: string
  accountId: string
  accountName: string
  position: string | null
  signedAt: string
  takenBackAt: string | null
  takenBackBy: string | null
}
