import type { Nominee, ReviewAct, ShownAct } from '../../review.ts'
import { say, t } from '../../words/index.ts'
import type { State } from '../mark.tsx'
import { ruleWords } from './acts/rules.ts'
import { postsOf, shortDay } from './say.ts'

type Body = NonNullable<ShownAct['body']>
type Of<Kind extends Body['kind']> = Extract<Body, { kind: Kind }>
type Around = { act: ShownAct; nominee: Nominee }

/** What was signed, in one sentence. */
export function lineOf(act: ShownAct, nominee: Nominee): string {
  if (act.body === null) return `${actWords(act.kind)}${t().colon}${t().review.hidden}`
  const line = LINES[act.body.kind] as (body: Body, around: Around) => string
  return line(act.body, { act, nominee })
}

export function markOf({ body, isSuperseded }: ShownAct): State {
  if (body === null || isSuperseded) return 'unknown'
  if (body.kind === 'stop' || body.kind === 'objection') return 'missed'
  if (body.kind === 'answer') return ANSWERS[body.answer]
  if (body.kind === 'inspection') return body.conclusion === 'fit' ? 'met' : 'weak'
  if (body.kind === 'study') return body.decision === 'approve' ? 'met' : 'weak'
  if (body.kind === 'reply') return body.isUpheld ? 'missed' : 'met'
  if (body.kind === 'election') return body.isElected ? 'met' : 'weak'
  return PLAIN.includes(body.kind) ? 'unknown' : 'met'
}

/** What was added to an act that is not its own line already. */
export function noteOf({ body }: ShownAct): string {
  if (body === null || !NOTED.includes(body.kind)) return ''
  const { note = '', document = '' } = body as { note?: string; document?: string }
  return [body.kind === 'pass' ? document : '', note].filter(Boolean).join(t().separator)
}

const NOTED: readonly string[] = [
  'pass',
  'answer',
  'sanction',
  'inspection',
  'study',
  'end-notice',
  'talk',
]

const ANSWERS = { pass: 'met', objection: 'missed', more: 'weak' } as const
const PLAIN: readonly Body['kind'][] = [
  'ask',
  'ask-again',
  'target',
  'withdraw',
  'excuse',
  'publish',
]

function actWords(kind: string): string {
  const acts: Readonly<Record<string, string>> = t().review.act
  return acts[kind] ?? kind
}

const w = () => t().review.line
const c = () => t().review.choice
const figures = () => t().review.figures

const LINES: { [Kind in Body['kind']]: (body: Of<Kind>, around: Around) => string } = {
  pass: (_body, { act, nominee }) => {
    const stage = nominee.path.find(({ id }) => id === act.stage)
    const signer = stage?.signers.find(({ id }) => id === act.signer)
    const name = stage ? say(stage.words) : act.stage
    return signer ? w().passSigner(name, say(signer.words)) : w().pass(name)
  },
  ask: ({ note }) => w().ask(note),
  supplement: ({ note }) => w().supplement(note),
  stop: ({ reason }) => w().stop(reason),
  withdraw: ({ reason }) => w().withdraw(reason ?? ''),
  resume: ({ reason }) => w().resume(reason),
  target: ({ posts, reason }) => w().target(postsOf(posts), reason),
  relaxation: ({ rule, document }, { nominee }) =>
    w().relaxation(ruleWords(nominee, rule), document),
  answer: ({ answer }, { act, nominee }) =>
    w().answer(departmentName(nominee, act.department), t().review.department[answer]),
  excuse: ({ department, reason }, { nominee }) =>
    w().excuse(departmentName(nominee, department), reason),
  'ask-again': ({ department }, { nominee }) =>
    w()['ask-again'](departmentName(nominee, department)),
  sanction: ({ keeps, document }) => w().sanction(c().keeps[keeps ? 'yes' : 'no'], document),
  inspection: (body) => w().inspection(c().conclusion[body.conclusion], inspectionFigures(body)),
  study: ({ decision, meeting, present, entitled, for: given }) =>
    w().study(c().decision[decision], meeting, figures().meeting(present, entitled, given)),
  publish: ({ startsOn, place }, { act }) =>
    w().publish(startsOn, act.validUntil ? shortDay(act.validUntil) : t().unknown, place),
  objection: ({ isNamed, paper }) => w().objection(c().named[isNamed ? 'yes' : 'no'], paper),
  reply: ({ isUpheld, paper }) => w().reply(c().upheld[isUpheld ? 'yes' : 'no'], paper),
  'end-notice': () => w()['end-notice'],
  election: ({ isElected, voters, cast, for: given }) =>
    w().election(c().elected[isElected ? 'yes' : 'no'], figures().election(voters, cast, given)),
  appointment: ({ document }) => w().appointment(document),
  filing: ({ number }) => w().filing(number),
  talk: ({ by }) => w().talk(by),
}

export function inspectionFigures({
  conversations,
  satisfaction,
  trust,
}: Pick<Extract<ReviewAct, { kind: 'inspection' }>, 'conversations' | 'satisfaction' | 'trust'>) {
  const { field } = t().review
  return [
    figures().conversations(conversations),
    ...(satisfaction
      ? [figures().votes(field.satisfaction, satisfaction.for, satisfaction.valid)]
      : []),
    ...(trust ? [figures().votes(field.trust, trust.for, trust.valid)] : []),
  ].join(t().comma)
}

function departmentName({ departments }: Nominee, id: string | null): string {
  const found = departments?.find((one) => one.id === id)
  return found ? say(found.words) : (id ?? t().unknown)
}
