import type { Round } from '../../db/rounds.ts'
import { type Post, SEVEN_SIGNERS } from '../../matching/index.ts'
import type { RoundProcedure } from '../nominees/loading.ts'
import type { ReviewAct } from '../shapes/review-acts.ts'
import { workdaysAfter } from '../workflow/calendar.ts'
import { pathOf } from '../workflow/path.ts'
import { HONGMEN } from './holders.ts'
import { dayBefore, type Proposal } from './proposals.ts'

type Nominates = {
  channel: 'self' | 'recommended' | 'discovered'
  nominator: string
  relation: string
  jointNames: number
}
/** One thing that an account does at an instant: nominates, or signs. */
export type Step = { at: string; by: string } & (
  | { nominates: Nominates; act?: never }
  | { act: ReviewAct; nominates?: never }
)

/** Who answers for a department in the demonstration. */
const reviewerOf = (id: string) => (id === 'discipline-inspection' ? 'demo-reviewer' : `demo-${id}`)
const signerOf = (id: string) => (id === 'organisation-member' ? 'demo-township' : `demo-${id}`)

const CHANNELS: Nominates[] = [
  { channel: 'recommended', nominator: '村党员大会', relation: '本村党员', jointNames: 23 },
  { channel: 'discovered', nominator: '北庄镇党委', relation: '', jointNames: 1 },
  { channel: 'recommended', nominator: '村民代表联名', relation: '本村村民', jointNames: 11 },
]

/** All that happens to somebody from the nomination to the stage at which the demonstration leaves them. */
export function stepsOf(proposal: Proposal, { procedure, kind }: Round, now: Date): Step[] {
  const { daysAgo, goal, posts, village, turn } = proposal
  const calendar = walk(dayBefore(now, daysAgo))
  const path = pathOf({
    ...{ procedure: procedure as RoundProcedure, kind },
    nominee: { posts } as Parameters<typeof pathOf>[0]['nominee'],
  })
  const steps: Step[] = [nomination(proposal, calendar(0))]
  for (const stage of path) {
    const isGoal = stage.id === goal
    if (isGoal && !['joint-review', 'public-notice', 'township-review'].includes(goal)) break
    steps.push(...atStage(stage, { calendar, posts, village, turn, isGoal, procedure }))
    if (isGoal || endsAt(stage.kind, turn)) break
  }
  return steps
}

type Stage = ReturnType<typeof pathOf>[number]
type Around = {
  /** An instant some working days after the last. */
  calendar: (days: number) => string
  posts: Post[]
  village: string
  turn: Proposal['turn']
  isGoal: boolean
  procedure: unknown
}

function nomination({ talentId, village }: Proposal, at: string): Step {
  const nominates = CHANNELS[talentId.charCodeAt(talentId.length - 1) % CHANNELS.length]!
  const by =
    village === HONGMEN && nominates.channel !== 'discovered' ? 'demo-village' : 'demo-township'
  return { at, by, nominates }
}

function endsAt(kind: Stage['kind'], turn: Proposal['turn']): boolean {
  return (turn === 'stopped' && kind === 'study') || (turn === 'withdrawn' && kind === 'inspection')
}

function atStage(stage: Stage, around: Around): Step[] {
  const { calendar, village, isGoal } = around
  const by = stage.level === 'county' ? 'demo-county' : 'demo-township'
  const one = (act: ReviewAct, days = 1): Step[] => [{ at: calendar(days), by, act }]
  if (stage.kind === 'joint-review') return jointReview(around)
  if (stage.signersNeeded.length > 0) return signatures(stage, around)
  if (isGoal && stage.kind !== 'notice') return []
  if (stage.level === 'village') {
    const isOwn = village === HONGMEN
    const act: ReviewAct = { ...PASS, isOnPaper: !isOwn, note: '自查无异议' }
    return [{ at: calendar(2), by: isOwn ? 'demo-village' : 'demo-township', act }]
  }
  if (stage.kind === 'inspection') return inspection(around)
  if (stage.kind === 'study') return study(around)
  if (stage.kind === 'notice') return notice(stage, around)
  if (stage.kind === 'election') return election(around)
  if (stage.kind === 'filing') {
    const at = calendar(3)
    const filed: ReviewAct = {
      kind: 'filing',
      number: `备〔${at.slice(0, 4)}〕${at.slice(5, 7)}${at.slice(8, 10)} 号`,
      filedOn: at.slice(0, 10),
    }
    return [{ at, by, act: filed }]
  }
  const document = stage.kind === 'approval' ? '北庄党发 18 号' : ''
  return one({ ...PASS, document }, 2)
}

const PASS = { kind: 'pass', note: '', document: '', isOnPaper: false } as const

/** The seven of S3.5; two are missing where the demonstration shows that. */
function signatures({ signersNeeded }: Stage, { calendar, isGoal, turn }: Around): Step[] {
  const order = SEVEN_SIGNERS.map(({ id }) => id).filter((id) => signersNeeded.includes(id))
  const signing = isGoal ? order.slice(0, turn === 'signatures' ? order.length - 2 : 0) : order
  return signing.map((id, at) => ({
    ...{ at: calendar(at % 3 === 0 ? 1 : 0), by: signerOf(id), act: PASS },
  }))
}

function jointReview({ calendar, isGoal, turn, procedure }: Around): Step[] {
  const { departments } = procedure as RoundProcedure
  const last = departments.indexOf('discipline-inspection')
  const answers = departments.flatMap((id, at): Step[] => {
    const waits = isGoal && (turn === 'waits' ? at === last : turn === 'none' && at % 4 === 3)
    if (waits) return []
    return [
      {
        at: calendar(at % 3 === 1 ? 1 : 0),
        by: reviewerOf(id),
        act: answer(id, isGoal ? turn : 'none'),
      },
    ]
  })
  return isGoal ? answers : [...answers, { at: calendar(1), by: 'demo-county', act: PASS }]
}

function answer(department: string, turn: Proposal['turn']): ReviewAct {
  const pass = { kind: 'answer', answer: 'pass', code: null, note: '' } as const
  if (turn === 'objection' && department === 'civil-affairs')
    return { ...pass, answer: 'objection', code: 'other-fact' }
  if (turn === 'more' && department === 'court')
    return { ...pass, answer: 'more', note: '请补本人身份证明复印件，以便核对同名人员。' }
  return pass
}

function inspection({ calendar, turn }: Around): Step[] {
  if (turn === 'withdrawn')
    return [
      {
        ...{ at: calendar(2), by: 'demo-township' },
        act: { kind: 'withdraw', reason: '本人书面提出，拟外出务工', isOnPaper: true },
      },
    ]
  const votes = { issued: 46, returned: 46, valid: 45, for: 42, against: 1, abstain: 2 }
  const startedOn = calendar(2).slice(0, 10)
  const at = calendar(2)
  const act: ReviewAct = {
    ...{ kind: 'inspection', team: ['周晓岚', '孟庆华', '柳青山'], startedOn },
    ...{ endedOn: at.slice(0, 10), conversations: 18, satisfaction: votes, trust: votes },
    ...{ conclusion: 'fit', note: '' },
  }
  return [{ at, by: 'demo-county', act }]
}

function study({ calendar, turn }: Around): Step[] {
  const at = calendar(3)
  const isApproved = turn !== 'stopped'
  const votes = isApproved ? { for: 9, against: 0, abstain: 1 } : { for: 3, against: 5, abstain: 2 }
  const act: ReviewAct = {
    ...{ kind: 'study', metOn: at.slice(0, 10), meeting: '县委常委会会议', entitled: 11 },
    ...{ present: 10, ...votes, decision: isApproved ? 'approve' : 'reject', note: '' },
  }
  return [{ at, by: 'demo-county', act }]
}

function notice({ noticeDays }: Stage, { calendar, isGoal }: Around): Step[] {
  const days = noticeDays ?? 5
  const at = calendar(1)
  const publish: ReviewAct = {
    ...{ kind: 'publish', startsOn: at.slice(0, 10), days, place: '村务公开栏和镇政府公开栏' },
  }
  const published: Step = { at, by: 'demo-county', act: publish }
  if (isGoal) return [published]
  const end: ReviewAct = { kind: 'end-notice', note: '公示期间未收到异议' }
  return [published, { at: calendar(days + 1), by: 'demo-county', act: end }]
}

function election({ calendar }: Around): Step[] {
  const at = calendar(3)
  const day = at.slice(0, 10)
  const year = Number(day.slice(0, 4))
  const act: ReviewAct = {
    ...{ kind: 'election', heldOn: day, round: 1, voters: 918, cast: 803, for: 716 },
    ...{ isElected: true, termStartsOn: day, termEndsOn: `${year + 5}${day.slice(4)}` },
  }
  return [{ at, by: 'demo-township', act }]
}

/** Instants that go forwards: some working days on, between nine and five in China. */
function walk(from: string): Around['calendar'] {
  let day = workdaysAfter(from, 1, new Map())
  let minutes = 0
  return (days) => {
    if (days > 0) {
      day = workdaysAfter(day, days, new Map())
      minutes = 0
    }
    minutes += 17
    const clock = new Date(Date.parse(`${day}T01:00:00Z`) + minutes * 60_000)
    return clock.toISOString()
  }
}
