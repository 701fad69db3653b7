import type {
  Ages,
  Education,
  Level,
  Nationality,
  Post,
  RuleId,
  Sex,
  Source,
  TargetId,
  Tier,
  Words,
} from '../types.ts'

/**
 * The kind of person who is missing: only facts that targets and rules count, so any trade, and nothing more than it
 * takes. Besides, such a person is eligible by the rules (age, consent, fitness …). What is null, false or empty is not asked.
 */
export type Profile = {
  /** Made of the facts alone: the same in every plan and every year. */
  id: string
  /** Only where a target set by law counts women: a need of the team, never a merit. */
  sex: Extract<Sex, 'female'> | null
  /** Only where a target set by law counts members of smaller nationalities. */
  nationality: Extract<Nationality, 'minority'> | null
  /** Completed years on the reference day; null: any age that the rules allow. */
  ages: Ages | null
  /** At least; null: what the rules ask. */
  education: Education | null
  isPartyMember: boolean
  /** From one of these groups; empty: from any. */
  sources: Source[]
  /** Lives in the village, or has the recorded consent of its election committee; false: willing to come is enough. */
  isResident: boolean
  /** Lives in the village and is trained as its reserve. */
  isReserve: boolean
  /** What these facts open: they would take some of these posts, or stand by for them. */
  posts: Post[]
}

/** A target that a new person would mend: `village` is null where it is one of the whole township or county. */
export type Mended = {
  target: TargetId
  tier: Tier
  village: string | null
  /** What is missed before this person and after, in the target's unit. */
  before: number
  after: number
}

export type StepKind =
  | 'paper'
  | 'relaxation'
  | 'willingness'
  | 'residence'
  | 'move'
  | 'reserve'
  | 'admission'
  | 'full-member'
  | 'education'
/** One thing that somebody of the pool still needs to be of the profile. */
export type Step = {
  kind: StepKind
  rule: RuleId | null
  /** Of a relaxation, or of a move from another slate. */
  approvedBy: Level | null
  words: Words
}
/** Somebody of the pool who is nearly of the profile. Nobody is named twice in a list. */
export type Near = { talent: string; fit: number; steps: Step[] }

/** One new person of the profile for one village. */
export type Opening = {
  village: string
  /** Place in the greedy order, from 1; what it mends is counted after all before it have come. */
  turn: number
  /** What they would take; none where they only stand by. */
  posts: Post[]
  /** Who would give up posts for them, which, and what they would hold then; nothing: they leave the team. */
  instead: { talent: string; gives: Post[]; holds: Post[] }[]
  mends: Mended[]
  near: Near[]
}

export type Gap = {
  profile: Profile
  words: Words
  /** New persons asked for: one an opening. */
  people: number
  /** Targets mended by all of them together. */
  targets: number
  /** Targets that each mends on average: what the list is ordered by. */
  perPerson: number
  openings: Opening[]
}

/** A target that the plan misses, with the widest profile whose coming would mend it by itself. */
export type MissedTarget = {
  target: TargetId
  tier: Tier
  village: string | null
  miss: number
  /** null where no newcomer would mend it without harm to another target, or where none may be described. */
  profile: Profile | null
  words: Words | null
  /** What is still missed when everybody of the list has come. */
  left: number
}

export type GapList = {
  /** In the order of a greedy cover: who mends most targets first, each counted once. */
  gaps: Gap[]
  missed: MissedTarget[]
  /** Everybody of the list was looked for; false when the reader stopped it. */
  isWhole: boolean
}
