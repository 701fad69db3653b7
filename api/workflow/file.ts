import type { Eligibility, Finding, Procedure, ReviewStage, Words } from '../../matching/index.ts'
import type { ReviewAct } from '../shapes/review-acts.ts'

/** What is known of one person in one round: all that decides who may do what next. Plain data. */
export type File = {
  /** Today, as ISO text. */
  today: string
  /** The n-th working day after a day, in the calendar of the county. */
  workdaysAfter: (day: string, count: number) => string
  procedure: Procedure
  kind: 'term-change' | 'reserve'
  /** First day of the round. */
  opensOn: string
  term: { startsOn: string; endsOn: string } | null
  /** The round is closed: nothing is signed any more but the talks that are due. */
  isClosed: boolean
  nominee: Nominee
  acts: Act[]
  departments: Asked[]
  gate: Gate
}

export type Nominee = {
  village: string | null
  townshipCode: string
  posts: string[]
  stage: string
  /** Instant at which it came to the stage. */
  stageSince: string
  state: 'open' | 'settled' | 'withdrawn' | 'stopped'
  outcome: 'elected' | 'appointed' | 'reserve' | 'not-chosen' | null
  /** Holds a post in the village they are proposed for. */
  isIncumbent: boolean
  /** Of what identifies the person and where they are proposed. */
  factsHash: string
  /** Of a community, whose secretary is elected before anybody speaks of appointing. */
  isCommunity: boolean
}

/** A signed act as it is stored; `body` is what was asked. */
export type Act = {
  id: string
  sequence: number
  stage: string
  department: string | null
  signer: string | null
  body: ReviewAct
  account: string
  accountName: string
  position: string | null
  at: string
  validUntil: string | null
  supersedes: string | null
  contentHash: string
}

/** A department of the joint review with the case as it stands. */
export type Asked = {
  id: string
  words: Words
  /** Out of the dictionary or the policy since the round began. */
  isDropped: boolean
  /** Null: not asked in this round. */
  case: {
    openedAt: string
    dueOn: string | null
    factsHash: string | null
    answer: 'pass' | 'objection' | 'more' | null
    /** Reason code of an objection. */
    code: string | null
    answeredAt: string | null
    validUntil: string | null
  } | null
}

/** What the rules say today; `null` findings of rules that are met are left out. */
export type Gate = { eligibility: Eligibility; findings: GateFinding[] }
/** Of a rule about one person, or of `oneplace`. */
export type GateFinding = Omit<Finding, 'rule'> & { rule: string }

export type Actor = {
  account: string
  name: string
  position: string | null
  level: 'village' | 'township' | 'county' | 'department' | 'person'
  /** The position for which the holder signs. */
  signsAs: string | null
  department: string | null
}

/** Something that stands between a nominee and the next stage. */
export type Missing = {
  code: string
  words: Words
  /** Who can mend it. */
  by: 'village' | 'township' | 'county' | 'departments' | 'person'
  department?: string
  signer?: string
  rule?: string
}

export type StageOfPath = ReviewStage & { signersNeeded: string[] }
