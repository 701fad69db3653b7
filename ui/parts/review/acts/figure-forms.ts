import type { ReviewAct } from '../../../review.ts'
import { t } from '../../../words/index.ts'
import { shortDay, today } from '../say.ts'
import {
  type ActContext,
  type ActDraft,
  type ActField,
  type ActForm,
  type OfficeAct,
  oneOf,
  textOf,
  VOTES,
  voteKey,
} from './field.ts'
import { electionSums, studySums, votesSums } from './sums.ts'

const f = () => t().review.field
const c = () => t().review.choice

type Inspection = Extract<ReviewAct, { kind: 'inspection' }>
type Figured =
  | 'inspection'
  | 'study'
  | 'publish'
  | 'objection'
  | 'reply'
  | 'election'
  | 'appointment'

/** Acts whose days and counts are held against each other. */
export const FIGURE_FORMS: Record<Extract<OfficeAct, Figured>, ActForm> = {
  inspection: {
    answer: 'conclusion',
    fields: () => [
      {
        ...{ id: 'team', kind: 'area', maxlength: 400, label: () => f().team },
        hint: () => f().teamHint,
        fault: (value) => (namesOf(value).length < 2 ? t().review.need.team : undefined),
      },
      date('startedOn'),
      date('endedOn'),
      count('conversations'),
      votes('satisfaction'),
      votes('trust'),
      choice('conclusion', () => c().conclusion),
      note(),
    ],
    sums: (draft) => [...votesSums('satisfaction', draft), ...votesSums('trust', draft)],
    body: (draft) => ({
      ...{ kind: 'inspection', team: namesOf(textOf(draft, 'team')) },
      ...{ startedOn: textOf(draft, 'startedOn'), endedOn: textOf(draft, 'endedOn') },
      conversations: Number(draft.conversations),
      ...{ satisfaction: votesOf(draft, 'satisfaction'), trust: votesOf(draft, 'trust') },
      conclusion: oneOf(['fit', 'unfit', 'more'], draft.conclusion),
      note: textOf(draft, 'note'),
    }),
  },
  study: {
    answer: 'decision',
    fields: () => [
      {
        id: 'meeting',
        kind: 'text',
        maxlength: 80,
        label: () => f().meeting,
        hint: () => f().meetingHint,
      },
      date('metOn'),
      count('entitled'),
      count('present'),
      { ...count('for'), label: () => f().approveFor },
      count('against'),
      count('abstain'),
      choice('decision', () => c().decision),
      note(),
    ],
    sums: studySums,
    body: (draft) => ({
      ...{ kind: 'study', metOn: textOf(draft, 'metOn'), meeting: textOf(draft, 'meeting') },
      ...{ entitled: Number(draft.entitled), present: Number(draft.present) },
      ...{ for: Number(draft.for), against: Number(draft.against), abstain: Number(draft.abstain) },
      decision: oneOf(['approve', 'reject', 'defer'], draft.decision),
      note: textOf(draft, 'note'),
    }),
  },
  publish: {
    begin: () => ({ startsOn: today() }),
    fields: () => [
      date('startsOn'),
      { ...count('days'), fault: (value) => (isDays(value) ? undefined : t().review.need.days) },
      {
        id: 'place',
        kind: 'text',
        maxlength: 80,
        label: () => f().place,
        hint: () => f().placeHint,
      },
    ],
    body: (draft) => ({
      ...{ kind: 'publish', startsOn: textOf(draft, 'startsOn'), days: Number(draft.days) },
      place: textOf(draft, 'place'),
    }),
  },
  objection: {
    fields: () => [
      date('raisedOn'),
      choice('isNamed', () => c().named),
      { id: 'paper', kind: 'text', maxlength: 80, label: () => f().paper },
    ],
    body: (draft) => ({
      ...{ kind: 'objection', raisedOn: textOf(draft, 'raisedOn') },
      ...{ isNamed: isYes(draft.isNamed), paper: textOf(draft, 'paper') },
    }),
  },
  reply: {
    answer: 'isUpheld',
    fields: (context) => [
      ...(context.given.objection ? [] : [objectionField(context)]),
      choice('isUpheld', () => c().upheld),
      { id: 'paper', kind: 'text', maxlength: 80, label: () => f().paper },
      date('repliedOn'),
    ],
    begin: ({ nominee }) => {
      const [only, ...others] = nominee?.openObjections ?? []
      return only && others.length === 0 ? { objection: only } : {}
    },
    body: (draft) => ({
      ...{ kind: 'reply', objection: textOf(draft, 'objection'), isUpheld: isYes(draft.isUpheld) },
      ...{ paper: textOf(draft, 'paper'), repliedOn: textOf(draft, 'repliedOn') },
    }),
  },
  election: {
    answer: 'isElected',
    fields: () => [
      date('heldOn'),
      choice('round', () => c().round),
      count('voters'),
      count('cast'),
      { ...count('for'), label: () => f().votesFor },
      choice('isElected', () => c().elected),
      ...term(),
    ],
    begin: termOfRound,
    sums: electionSums,
    body: (draft) => ({
      ...{ kind: 'election', heldOn: textOf(draft, 'heldOn'), round: Number(draft.round) },
      ...{ voters: Number(draft.voters), cast: Number(draft.cast), for: Number(draft.for) },
      isElected: isYes(draft.isElected),
      ...termTyped(draft),
    }),
  },
  appointment: {
    fields: () => [
      { id: 'document', kind: 'text', maxlength: 80, label: () => f().document },
      date('appointedOn'),
      ...term(),
    ],
    begin: termOfRound,
    body: (draft) => ({
      ...{ kind: 'appointment', document: textOf(draft, 'document') },
      appointedOn: textOf(draft, 'appointedOn'),
      ...termTyped(draft),
    }),
  },
}

type Words = keyof ReturnType<typeof f>
const isYes = (value: string | undefined) => oneOf(['yes', 'no'], value) === 'yes'
const date = (id: Words): ActField => ({ id, kind: 'date', label: () => f()[id] })
const count = (id: Words): ActField => ({ id, kind: 'count', label: () => f()[id] })
const note = (): ActField => ({
  ...{ id: 'note', kind: 'area', isOptional: true, maxlength: 500, label: () => f().noteOptional },
})
const votes = (id: 'satisfaction' | 'trust'): ActField => ({
  ...{ id, kind: 'votes', label: () => f()[id], hint: () => f().votesHint },
})
const choice = (id: Words, names: () => Readonly<Record<string, string>>): ActField => ({
  ...{ id, kind: 'choice', label: () => f()[id] },
  choices: () => Object.entries(names()).map(([value, name]) => ({ value, name })),
})
const term = () => [date('termStartsOn'), date('termEndsOn')]

/** The term is the round's, a fact; it can be corrected. */
function termOfRound({ nominee }: ActContext): ActDraft {
  const known = nominee?.round.term
  return known ? { termStartsOn: known.startsOn, termEndsOn: known.endsOn } : {}
}

function termTyped(draft: ActDraft) {
  return { termStartsOn: textOf(draft, 'termStartsOn'), termEndsOn: textOf(draft, 'termEndsOn') }
}

function objectionField({ nominee }: ActContext): ActField {
  const open = (nominee?.acts ?? []).filter(({ id }) => nominee?.openObjections.includes(id))
  return {
    ...{ id: 'objection', kind: 'choice', label: () => f().objection },
    choices: () =>
      open.map(({ id, at, body }) => ({
        value: id,
        name: `${shortDay(at)} ${body?.kind === 'objection' ? body.paper : ''}`.trim(),
      })),
  }
}

const namesOf = (text: string) =>
  text
    .split(/[、，,;；\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

const isDays = (value: string) => Number(value) >= 1 && Number(value) <= 60

function votesOf(draft: ActDraft, id: 'satisfaction' | 'trust'): Inspection['satisfaction'] {
  const [issued, returned, valid, forIt, against, abstain] = VOTES.map((one) => {
    const text = textOf(draft, voteKey(id, one))
    return text === '' ? null : Number(text)
  })
  if (issued == null || returned == null || valid == null) return null
  if (forIt == null || against == null || abstain == null) return null
  return { issued, returned, valid, for: forIt, against, abstain }
}
