import { LEAST_NOTICE_DAYS, patternOf, type Words } from '../../matching/index.ts'
import type { ProblemError } from '../problem.ts'
import type { ReviewAct, Votes } from '../shapes/review-acts.ts'

/** What figures and days of an act cannot be: each fault with its place. */
export function faultsOf(act: ReviewAct, today: string, notice = SHORTEST): ProblemError[] {
  if (act.kind === 'inspection')
    return [
      ...order(act.startedOn, act.endedOn, 'endedOn'),
      ...past(act.endedOn, today, 'endedOn'),
      ...votes(act.satisfaction, 'satisfaction'),
      ...votes(act.trust, 'trust'),
    ]
  if (act.kind === 'study') return [...past(act.metOn, today, 'metOn'), ...meeting(act)]
  if (act.kind === 'publish')
    return [...past(act.startsOn, today, 'startsOn'), ...publication(act, notice)]
  if (act.kind === 'objection') return past(act.raisedOn, today, 'raisedOn')
  if (act.kind === 'reply') return past(act.repliedOn, today, 'repliedOn')
  if (act.kind === 'election')
    return [...past(act.heldOn, today, 'heldOn'), ...election(act), ...term(act)]
  if (act.kind === 'appointment')
    return [...past(act.appointedOn, today, 'appointedOn'), ...term(act)]
  if (act.kind === 'filing') return past(act.filedOn, today, 'filedOn')
  if (act.kind === 'target') return seat(act)
  if (act.kind === 'relaxation') return past(act.approvedOn, today, 'approvedOn')
  if (act.kind === 'talk') return past(act.talkedOn, today, 'talkedOn')
  return []
}

/** What a notice has to keep to: working days, and the day before which there was nothing to publish. */
export type Notice = { days: number; from: string | null }
const SHORTEST: Notice = { days: LEAST_NOTICE_DAYS, from: null }

type Of<Kind extends ReviewAct['kind']> = Extract<ReviewAct, { kind: Kind }>

function votes(given: Votes | null, at: string): ProblemError[] {
  if (!given) return []
  const { issued, returned, valid, against, abstain } = given
  return [
    ...fault(returned <= issued, `${at}/returned`, {
      zh: `收回 ${returned} 票多于发出 ${issued} 票。`,
      en: `More ballots returned (${returned}) than issued (${issued}).`,
    }),
    ...fault(valid <= returned, `${at}/valid`, {
      zh: `有效票 ${valid} 多于收回 ${returned}。`,
      en: `More valid ballots (${valid}) than returned (${returned}).`,
    }),
    ...fault(given.for + against + abstain === valid, `${at}/for`, {
      zh: `同意、反对、弃权合计 ${given.for + against + abstain}，与有效票 ${valid} 不符。`,
      en: `For, against and abstained make ${given.for + against + abstain}, not the ${valid} valid ballots.`,
    }),
  ]
}

/** A meeting with more than half of those entitled decides by more than half of them. */
function meeting(act: Of<'study'>): ProblemError[] {
  const { entitled, present, against, abstain, decision } = act
  return [
    ...fault(present <= entitled, 'present', {
      zh: `到会 ${present} 人多于应到 ${entitled} 人。`,
      en: `More present (${present}) than entitled (${entitled}).`,
    }),
    ...fault(2 * present > entitled, 'present', {
      zh: '到会人数不过半，会议不能作出决定。',
      en: 'Not more than half were present: the meeting decides nothing.',
    }),
    ...fault(act.for + against + abstain === present, 'for', {
      zh: `赞成、反对、弃权合计 ${act.for + against + abstain}，与到会 ${present} 人不符。`,
      en: `For, against and abstained make ${act.for + against + abstain}, not the ${present} present.`,
    }),
    ...fault(decision !== 'approve' || 2 * act.for > entitled, 'decision', {
      zh: '赞成未超过应到会人数的半数，不能记为通过。',
      en: 'Not more than half of those entitled were for it: it is not approved.',
    }),
  ]
}

/** LAW 15: more than half of the voters vote, more than half of the votes cast elect; in a second round a third do. */
function election(act: Of<'election'>): ProblemError[] {
  const { voters, cast, round, isElected } = act
  const isEnough = round === 1 ? 2 * act.for > cast : 3 * act.for >= cast
  return [
    ...fault(cast <= voters, 'cast', {
      zh: `投票 ${cast} 人多于登记选民 ${voters} 人。`,
      en: `More votes cast (${cast}) than voters (${voters}).`,
    }),
    ...fault(act.for <= cast, 'for', {
      zh: `得票 ${act.for} 多于投票 ${cast}。`,
      en: `More votes for (${act.for}) than cast (${cast}).`,
    }),
    ...fault(!isElected || 2 * cast > voters, 'isElected', {
      zh: '参加投票的选民未过半数，选举无效，不能记为当选（村民委员会组织法第十五条）。',
      en: 'Not more than half of the voters voted: the election is void (LAW 15).',
    }),
    ...fault(!isElected || isEnough, 'isElected', {
      zh:
        round === 1
          ? '得票未超过投票人数的半数，不能记为当选（村民委员会组织法第十五条）。'
          : '另行选举得票不少于投票数的三分之一方可当选（村民委员会组织法第十五条）。',
      en: 'Too few votes to be elected (LAW 15).',
    }),
  ]
}

/** Both or neither: a village with its posts, or the pool; and posts that one person may hold together. */
function seat({ village, posts }: Of<'target'>): ProblemError[] {
  return [
    ...fault((village === null) === (posts.length === 0), 'posts', {
      zh: '村和岗位须同时填写；仅入库的，两项都不填。',
      en: 'A village needs posts and posts a village; leave out both for the pool only.',
    }),
    ...fault(posts.length === 0 || patternOf(posts) !== undefined, 'posts', {
      zh: '这几个岗位不能由一人同时担任。',
      en: 'One person cannot hold these posts together.',
    }),
  ]
}

function publication({ startsOn, days }: Of<'publish'>, notice: Notice): ProblemError[] {
  return [
    ...fault(days >= notice.days, 'days', {
      zh: `公示不少于 ${notice.days} 个工作日。`,
      en: `A notice runs for ${notice.days} working days or more.`,
    }),
    ...fault(notice.from === null || startsOn >= notice.from, 'startsOn', {
      zh: `公示起日早于研究同意之日 ${notice.from}。`,
      en: `It begins before ${notice.from}, when the committee agreed.`,
    }),
  ]
}

const term = (act: { termStartsOn: string; termEndsOn: string }) =>
  order(act.termStartsOn, act.termEndsOn, 'termEndsOn')

function order(from: string, to: string, at: string): ProblemError[] {
  return fault(from <= to, at, { zh: '止期早于起期。', en: 'It ends before it begins.' })
}

function past(day: string, today: string, at: string): ProblemError[] {
  return fault(day <= today, at, {
    zh: `日期 ${day} 还没有到，请核对。`,
    en: `${day} is still to come.`,
  })
}

function fault(holds: boolean, at: string, detail: Words): ProblemError[] {
  return holds ? [] : [{ pointer: `#/act/${at}`, detail }]
}
