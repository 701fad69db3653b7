/**
 * The plain data that matching reads and answers with. No methods, no dates, no ids but text:
 * everything survives JSON and a worker's message.
 */

import type { Cultivation } from './cultivation/scheme.ts'
import type { Procedure } from './procedure.ts'
import type { ReadinessScheme } from './readiness/scheme.ts'

/** Text for people, in both languages of the product. */
export type Words = { readonly zh: string; readonly en: string }

/** A day as ISO text `YYYY-MM-DD`. A birth known only by month is `YYYY-MM` and counts as its first day. */
export type Day = string

// ── people ────────────────────────────────────────────────────────────────────

export const EDUCATIONS = [
  'primary',
  'junior-secondary',
  'senior-secondary',
  'junior-college',
  'bachelor',
  'postgraduate',
] as const
/** Lowest first; `EDUCATIONS.indexOf` compares. */
export type Education = (typeof EDUCATIONS)[number]
export type Sex = 'female' | 'male'
export type PartyStatus = 'full' | 'probationary' | 'activist' | 'league' | 'none'
export type Nationality = 'han' | 'minority'
/** Groups that people come from (来源). The first four count for the target `sources.share`. */
export type Source =
  | 'wealth-creator'
  | 'returnee'
  | 'graduate'
  | 'veteran'
  | 'merchant'
  | 'cooperative-head'
  | 'incumbent'
  | 'retired-official'
  | 'doctor-or-teacher'
  | 'degree-official'
  | 'posted-in'
  | 'social-worker'
  | 'womens-federation'
  | 'volunteer'
export type TalentStatus =
  | 'registered'
  | 'in-pool'
  | 'reserve'
  | 'trial-post'
  | 'appointed'
  | 'left'
/** How far from home the person agreed to serve. */
export type Willingness = 'village' | 'township' | 'county'
export type Qualification = 'assistant-social-worker' | 'social-worker' | 'social-work-degree'
/** `city` and above relax the age limit (S3.4). */
export type HonourLevel = 'township' | 'county' | 'city' | 'province' | 'nation'
export type Honour = { level: HonourLevel; name: string; on: Day }

/** `claimed` by the person, or `proven` by a document or an office that answers for it. */
export type Standing = 'proven' | 'claimed'
export type Skill = { skill: string /** 0 to 1 */; level: number; standing: Standing }
export type Evidence = {
  id: string
  criterion: CriterionId
  /** 0 to 1: how well the person did by this evidence. */
  value: number
  /** 0 to 1: how much this kind of evidence says. */
  strength: number
  standing: Standing
  on: Day
  /** Who or what it comes from, for people to read. */
  source: string
  /** What it says, one short sentence. */
  note: string
}

/** A person in the pool. `null` is 'not known', never 'no'. */
export type Talent = {
  id: string
  name: string
  sex: Sex | null
  bornOn: Day | null
  education: Education | null
  isFullTimeEducation: boolean | null
  nationality: Nationality | null
  partyStatus: PartyStatus | null
  status: TalentStatus
  sources: Source[]
  homeVillage: string
  homeTownship: string
  consent: 'given' | 'withdrawn' | null
  willingness: Willingness | null
  /** Declared able to serve; no medical data is kept. */
  isFit: boolean | null
  qualifications: Qualification[]
  honours: Honour[]
  hasOutstandingContribution: boolean
  /** Years in township, community or village work in total. */
  experienceYears: number | null
  /** Newly recruited social worker (relaxes experience, S3.4). */
  isNewSocialWorker: boolean
  /** Posts held now, or null. */
  incumbency: { village: string; posts: Post[] } | null
  /** Villages whose election committee recorded its consent to this outsider. */
  consentedVillages: string[]
  skills: Skill[]
  evidence: Evidence[]
}

/** Two people who may not sit together on the committees of one village. */
export type Kin = { a: string; b: string; relation: string }

// ── places and posts ──────────────────────────────────────────────────────────

export const POSTS = [
  'secretary',
  'party-member',
  'chair',
  'committee-member',
  'supervision-head',
  'supervisor',
] as const
export type Post = (typeof POSTS)[number]
export type Committee = 'party' | 'committee' | 'supervision'

export type Need = { skill: string /** Sums to 1 over a village. */; weight: number; words: Words }

export type Village = {
  code: string
  name: string
  kind: 'village' | 'community'
  township: string
  townshipName: string
  /** Key and difficult (重点难点村). */
  isKey: boolean
  /** Whether several people of smaller nationalities live there (LAW 6); null when not known. */
  hasMinorities: boolean | null
  /** Seats in all: `party` includes the secretary, `committee` the chair, `supervision` its head. */
  seats: Record<Committee, number>
  needs: Need[]
  /** Structure of the incumbents on the day they took office, which targets compare with; null when not known. */
  lastTerm: Structure | null
  /** Structure of the incumbents on the reference day, the 'before' of a plan; null when not known. */
  current: Structure | null
}

/** People and counts of people on the two committees, each person once; `combinedRole` counts villages. */
export type Structure = {
  people: number
  /** Years of those whose age is known, exact (shown to one decimal); null when nobody's is. */
  meanAge: number | null
  /** People whose age is known. */
  agesKnown: number
  aged35OrUnder: number
  collegeOrAbove: number
  women: number
  partyMembers: number
  combinedRole: number
  crossAppointed: number
}

// ── policy ────────────────────────────────────────────────────────────────────

export const CRITERIA = [
  'political',
  'development',
  'coordination',
  'service',
  'conduct',
  'expertise',
  'tie',
  'record',
  'reputation',
  'potential',
] as const
export type CriterionId = (typeof CRITERIA)[number]
/** Non-negative, summing to 1. */
export type Weights = Record<CriterionId, number>
/**
 * Weights given directly; or by AHP from the pairwise comparisons of one judge or several (rows and columns in the
 * order of `CRITERIA`); or by swings: what going from the worst to the best of a criterion is worth, the most 100.
 */
export type Weighting =
  | { method: 'direct'; weights: Weights }
  | { method: 'ahp'; comparisons: number[][] }
  | { method: 'judges'; judges: { name: string; comparisons: number[][] }[] }
  | { method: 'swing'; points: Record<CriterionId, number> }

export const RULES = [
  'consent',
  'willing',
  'fitness',
  'age.max',
  'age.retired',
  'age.term',
  'education.min',
  'experience.min',
  'party.member',
  'residence',
] as const
export type RuleId = (typeof RULES)[number]
/** Who may approve a relaxation. */
export type Level = 'township' | 'county' | 'city'

export const TIERS = ['law', 'policy', 'wish'] as const
export type Tier = (typeof TIERS)[number]
export const TARGETS = [
  'seats.law',
  'seats',
  'women.min',
  'minority.min',
  'young.min',
  'age30.min',
  'age.core',
  'age.mean',
  'college.share',
  'combined',
  'combined.share',
  'cross.share',
  'women.share',
  'sources.share',
  'margin',
  'depth',
  'supervision.seats',
  'supervision.head',
] as const
/** `seats.law` and `seats` are the two tiers of the target that domain papers call `seats`. */
export type TargetId = (typeof TARGETS)[number]
/** Completed years, both ends included. */
export type Ages = { from: number; to: number }
export type TargetPolicy = {
  isOn: boolean
  tier: Tier
  /** For a village, or the only level there is. */
  bound: number
  /** Where a county's bound is another: relative to last term. */
  countyBound?: number
  /** Whom a target about ages counts. */
  ages?: Ages
}

/** Groups of which a shortlist may have to hold a share; they may overlap, and never change a person's fit. */
export const SHORTLIST_GROUPS = ['women', 'young', 'college', 'newcomers'] as const
export type ShortlistGroup = (typeof SHORTLIST_GROUPS)[number]

/** What a county decides; versioned, never a constant in code. */
export type Policy = {
  version: number
  /** Ages are completed years on this day. */
  referenceOn: Day
  termYears: number
  age: {
    /** Completed years, 55 by default. */
    max: number
    /** Statutory retirement age in years before the delay that began in 2025. */
    retirement: Record<Sex, number>
    /** Whether the county asks retired officials back to villages (S0 回请). */
    mayAskBack: boolean
  }
  education: { village: Education; community: Education }
  experience: { communityYears: number }
  /** Level that must approve the relaxation of a rule; a rule left out cannot be relaxed. */
  relaxations: Partial<Record<RuleId, Level>>
  targets: Record<TargetId, TargetPolicy>
  criteria: Record<CriterionId, { /** Evidence of this age counts half. */ halfLifeYears: number }>
  weights: Record<Post, Weighting>
  evidence: {
    /** Value assumed where nothing is known, 0.5. */
    prior: number
    /** Evidence weight at which half of a criterion counts as known. */
    halfKnownAt: number
    /** What a claim counts against a proof, 0 to 1. */
    claimedShare: number
  }
  /** Departments asked in the joint review, ids of the county's dictionary in order; none named: all of them. */
  review: { departments: string[] } & Procedure
  /** People on a shortlist, and the least share of each group among them and among its first so many, 0 to 1. */
  shortlist: { size: number; shares: { group: ShortlistGroup; min: number }[] }
  /** Total fit that a changed seat costs when a plan is made anew. */
  replan: { pricePerChange: number }
  cultivation: Cultivation
  readiness: ReadinessScheme
}

// ── eligibility and ranking ───────────────────────────────────────────────────

/** `met` is not listed by `assess` unless asked for; `caution` never bars. */
export type Outcome = 'met' | 'caution' | 'relaxable' | 'unknown' | 'breach'
export type Finding = {
  rule: RuleId
  outcome: Outcome
  words: Words
  /** Set when `relaxable`: who must approve. */
  approvedBy?: Level
  /** Set when `unknown`: the paper or answer that is missing. */
  missing?: Words
}
/** The worst outcome of all rules: breach › unknown › relaxable › eligible. */
export type Eligibility = 'eligible' | 'relaxable' | 'unknown' | 'barred'

export type CriterionShare = {
  criterion: CriterionId
  weight: number
  /** 0 to 1, with the interval that missing and ageing evidence leaves open. */
  value: number
  low: number
  high: number
  /** weight × value: adds up to the fit exactly. */
  share: number
  /** Parts of the criterion that are proven, claimed and missing; they sum to 1. */
  proven: number
  claimed: number
  missing: number
  /** The strongest piece of evidence in words, or what is missing. */
  words: Words
}
export type Fit = { fit: number; low: number; high: number }
export type RankedTalent = Fit & {
  talent: string
  eligibility: Eligibility
  findings: Finding[]
  shares: CriterionShare[]
  /** One sentence each, the strongest first, the weak point last. */
  reasons: Words[]
}
/** Everyone who might take a post, best first. Order within `ranked` may flip where intervals overlap. */
export type Ranking = {
  village: string
  post: Post
  weights: Weights
  /** Saaty's consistency ratio where the weights come from comparisons, else null. */
  consistencyRatio: number | null
  /** Eligible or relaxable. */
  ranked: RankedTalent[]
  /** Not known yet: never seated, each with the missing papers. */
  unknown: RankedTalent[]
  barred: RankedTalent[]
}

// ── slates and plans ──────────────────────────────────────────────────────────

/** The person sits in this post of this village whatever the fit. */
export type Pin = { talent: string; village: string; post: Post }
/** The person does not sit in this post of this village, or in none of it when `post` is null. */
export type Exclusion = { talent: string; village: string; post: Post | null }

/** Everything a slate or plan depends on. A slate is the plan of one village. */
export type Problem = {
  level: 'village' | 'township' | 'county'
  villages: Village[]
  talents: Talent[]
  kin: Kin[]
  policy: Policy
  pins: Pin[]
  exclusions: Exclusion[]
  /**
   * Seats of the plan that this one replaces: every seat that goes to somebody else costs
   * `policy.replan.pricePerChange` of total fit, so that no more changes than it is worth.
   */
  incumbents?: Pin[]
}

export type Seat = Fit & {
  post: Post
  talent: string
  /** Findings to show beside the name: relaxations with their level, cautions. */
  findings: Finding[]
  reasons: Words[]
  /** The discipline member of the party committee, who heads the supervisory committee. */
  portfolio?: 'discipline'
}
export type TargetResult = {
  id: TargetId
  tier: Tier
  /** In the target's own measure (share, years, people, seats); null when not applicable. */
  bound: number | null
  value: number | null
  /** In the unit of the target (seats, people, years summed over people, villages). */
  miss: number
  /** null when the target does not apply here, e.g. last term is not known. */
  met: boolean | null
  reason: Words
  /** People who carry the target: each counts towards it. Empty for sums such as the mean age. */
  carriers: string[]
}
export type Slate = { village: string; seats: Seat[]; targets: TargetResult[] }

/** Misses summed over the tier's targets, and the proven least. */
export type TierCertificate = { tier: Tier; misses: number; bound: number; proven: boolean }
/** What was proven: total fit over seats, its upper bound at those misses, gap = (bound − objective) / bound. */
export type Certificate = {
  tiers: TierCertificate[]
  objective: number
  bound: number
  gap: number
}
export type Plan = Certificate & {
  /** What ended the search: the gap that was asked for, the time, the reader; with a bound that holds all the same. */
  stopped: 'gap' | 'time' | 'asked'
  /** Seats of the plan before that went to others; 0 without one. */
  changes: number
  slates: Slate[]
  /** Targets of the whole township or county. */
  targets: TargetResult[]
  before: Structure | null
  after: Structure
}

/** Pins that cannot stand, in words. An impossible demand is a result, not an error. */
export type PinConflict = { pins: Pin[]; words: Words }
export type PlanResult =
  | { status: 'solved'; plan: Plan }
  | { status: 'impossible'; conflicts: PinConflict[] }

export type Progress = {
  phase: 'prepare' | 'price' | 'search' | 'prove' | 'explain'
  /** Total fit of the best plan so far, and what it can be at most; null before the first. */
  objective: number | null
  bound: number | null
  misses: Record<Tier, number> | null
  /** Since the search began. */
  seconds: number
}

// ── explanations ──────────────────────────────────────────────────────────────

/** Somebody who could take a seat instead. */
export type NextBest = Fit & {
  talent: string
  eligibility: Eligibility
  /** Fit of this person minus fit of the person seated, averaged over the posts they would hold. */
  difference: number
  /** Why not chosen, e.g. a target that would be missed, or the fit. */
  whyNot: Words
  /** What the swap would do to each target that changes. */
  changes: Words[]
}
/** The posts of one person on a slate and the next two people for the same posts. */
export type SeatExplanation = { talent: string; posts: Post[]; next: NextBest[] }

export type ConflictMember = TargetId | RuleId | 'kinship' | 'oneplace' | 'pins'
/** A smallest set of demands that cannot all hold. */
export type Conflict = { members: ConflictMember[]; words: Words }
/** One line of a funnel: who is left after this step of those who would count, and how many it took out. */
export type CountStep = {
  step: 'near' | 'reach' | RuleId | 'pins' | 'oneplace' | 'reserve' | 'seated'
  left: number
  out: number
  words: Words
}
/** How many people count towards a target, where they drop out, and how many it takes; null where it is no count. */
export type Counts = { steps: CountStep[]; needed: number | null; words: Words }
/** What a remedy does to the team: computed by solving the village with that change. */
export type Change = {
  /** Targets and rules that give way: a smallest set that lets the others hold. */
  members: ConflictMember[]
  /** Whoever has to obtain, answer, move or be taken back. */
  people: string[]
  comes: { talent: string; posts: Post[] }[]
  leaves: string[]
  /** Total fit of the team then. */
  fit: number
}
export type Remedy = {
  kind: 'paper' | 'willingness' | 'residence' | 'reserve' | 'relax' | 'exclusion' | 'pin' | 'move'
  talent: string | null
  /** Steps of work it takes, the fewest first. */
  actions: number
  approvedBy: Level | null
  /** false: named only to say that it is not allowed. */
  isAllowed: boolean
  words: Words
  effect: Words
  /** Left out where nobody would come in or leave, and in plans that were stored before it was worked out. */
  change?: Change
}
export type Miss = {
  village: string
  target: TargetId
  cause: Words
  /** Left out in plans that were stored before people were counted. */
  counts?: Counts
  /** All smallest sets, the smallest first. */
  conflicts: Conflict[]
  remedies: Remedy[]
  /** The kind of person who is missing; null when no person would mend it. */
  profile: Words | null
}
