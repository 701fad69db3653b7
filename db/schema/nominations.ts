/** Rounds of nomination, the people in them, and everything that is signed about them on the way. */

type Flag = 0 | 1

export type RoundTable = {
  countyCode: string
  id: string
  /** The term change of the county, or the rolling choice of reserves. */
  kind: 'term-change' | 'reserve'
  name: string
  /** JSON of `Procedure`: the policy's as it was when the round was opened. */
  procedure: string
  policyVersion: number
  /** First and last day on which others than the county may nominate. */
  opensOn: string
  closesOn: string
  /** Of the office that it fills; null for reserves. */
  termStartsOn: string | null
  termEndsOn: string | null
  state: 'open' | 'closed'
  createdAt: string
  createdBy: string
  closedAt: string | null
  closedBy: string | null
  revision: number
}

/** One person in one round, however often nominated; where they stand follows from `review_acts` and is kept for lists. */
export type NomineeTable = {
  countyCode: string
  id: string
  roundId: string
  talentId: string
  /** Of the village they are proposed for, or of their home. */
  townshipCode: string
  /** Null: for the pool only. */
  villageCode: string | null
  /** JSON list of posts that the person is proposed to hold together; empty: for the pool only. */
  posts: string
  /** Id of a stage of the round's procedure; `settled` behind the last. */
  stage: string
  state: 'open' | 'settled' | 'withdrawn' | 'stopped'
  /** `appointed` of Party posts only: committees are elected (LAW 11). */
  outcome: 'elected' | 'appointed' | 'reserve' | 'not-chosen' | null
  termStartsOn: string | null
  termEndsOn: string | null
  stageSince: string
  dueOn: string | null
  /** Who has to act next. */
  waitsFor: 'village' | 'township' | 'county' | 'departments' | 'nobody'
  /** Departments asked, and how many answers of them stand as passed and as objection. */
  asked: number
  passed: number
  objections: number
  /** The first day on which an answer ends. */
  validUntil: string | null
  createdAt: string
  revision: number
}

/** One paper or click by which somebody proposed a person; a group of them is the nominee. */
export type NominationTable = {
  countyCode: string
  id: string
  nomineeId: string
  talentId: string
  channel: 'self' | 'recommended' | 'discovered'
  /** Who proposes: a person, several, or an office. */
  nominator: string
  /** What the nominator is to the person; empty for oneself. */
  relation: string
  /** People who signed together, the nominator among them. */
  jointNames: number
  reason: string
  villageCode: string | null
  /** JSON list of posts. */
  posts: string
  isOnPaper: Flag
  /** After the window; by the county only. */
  isLate: Flag
  /** The plan that proposed the person; null otherwise. */
  planId: string | null
  createdAt: string
  createdBy: string
  withdrawnAt: string | null
  withdrawnBy: string | null
}

/** What an account has typed of a nomination and not handed in: JSON that need not be whole. */
export type NominationDraftTable = {
  countyCode: string
  id: string
  accountId: string
  roundId: string
  talentId: string | null
  body: string
  revision: number
  updatedAt: string
}

/** Append-only: what somebody signed about a nominee. A later one may supersede it; none is changed. */
export type ReviewActTable = {
  countyCode: string
  id: string
  nomineeId: string
  talentId: string
  /** 1, 2, 3 … of the nominee. */
  sequence: number
  /** Of the procedure, when it was signed. */
  stage: string
  kind: string
  /** Of an answer of the joint review. */
  departmentId: string | null
  /** The position that signed, where the procedure names positions. */
  signer: string | null
  /** JSON, by kind. */
  body: string
  accountId: string
  /** As they were when it was signed. */
  accountName: string
  position: string | null
  at: string
  /** Last day on which an answer stands. */
  validUntil: string | null
  supersedes: string | null
  /** SHA-256 of the canonical JSON of all the above with the hash of the act before. */
  contentHash: string
}

/** A paper about a nominee; its bytes lie outside the database, encrypted, under their hash. */
export type AttachmentTable = {
  countyCode: string
  id: string
  nomineeId: string
  talentId: string
  name: string
  media: 'image/jpeg' | 'image/png' | 'application/pdf'
  /** Bytes of the file as it was sent. */
  size: number
  /** SHA-256 of the file as it was sent. */
  contentHash: string
  addedAt: string
  addedBy: string
  removedAt: string | null
  removedBy: string | null
}

/** Somebody proposed themselves on the public page; a clerk finds out who it is before anything else happens. */
export type ApplicationTable = {
  countyCode: string
  id: string
  roundId: string
  townshipCode: string
  villageCode: string
  /** SHA-256 of the receipt that the person was given. */
  receipt: string
  /** Keyed hash of the identity number. */
  digest: string
  /** Encrypted JSON of what was typed; null once it is decided or withdrawn. */
  cipher: string | null
  noticeVersion: number
  state: 'waiting' | 'taken' | 'refused' | 'withdrawn'
  /** Why it was refused, in plain words for the person. */
  answer: string | null
  talentId: string | null
  nomineeId: string | null
  createdAt: string
  decidedAt: string | null
  decidedBy: string | null
}

/** A day on which the county differs from the State Council's calendar. */
export type CalendarDayTable = {
  countyCode: string
  day: string
  isWorking: Flag
  name: string
  changedAt: string
  changedBy: string
}

/** Something that an account is told inside the program; `detail` is JSON without personal values. */
export type MessageTable = {
  countyCode: string
  id: string
  accountId: string
  kind: string
  nomineeId: string | null
  detail: string
  at: string
  readAt: string | null
}

/** Somebody left the pool or an office, or came back; the latest counts, none is changed. */
export type DepartureTable = {
  countyCode: string
  id: string
  talentId: string
  kind: 'own-wish' | 'left' | 'dismissed' | 'unfit' | 'returned'
  reason: string
  onDay: string
  statusBefore: string
  at: string
  accountId: string
}
