import type { EvidenceBody, EvidenceSource } from '../../../portrait.ts'
import { CRITERIA, type TalentRecord } from '../../../types.ts'
import { language, say, t } from '../../../words/index.ts'
import type { Choice } from '../../account/fields.tsx'
import { type Draft, type Field, type FieldErrors, textAt } from './draft.ts'

type Piece = TalentRecord['evidence'][number]
type Sources = readonly EvidenceSource[]

/** How well somebody did, 0 to 1, by the words that people choose from. */
export const VALUES = { outstanding: 0.9, good: 0.75, ordinary: 0.6, weak: 0.4 } as const
/** How much a kind of evidence says, 0 to 1; what a source of the county says lies at or between these. */
export const STRENGTHS = { strong: 0.85, firm: 0.7, fair: 0.55, slight: 0.3 } as const
type Step<S> = keyof S & string

/** The word that is nearest to a number. */
export function nearestStep<S extends Record<string, number>>(steps: S, value: number): Step<S> {
  const [nearest] = Object.entries(steps).sort(
    (a, b) => Math.abs(a[1] - value) - Math.abs(b[1] - value),
  )
  return (nearest?.[0] ?? '') as Step<S>
}

/** Of these the needs and the home of the person tell by themselves. */
const BY_ITSELF: readonly string[] = ['expertise', 'tie']
const TOLD = CRITERIA.filter((one) => !BY_ITSELF.includes(one))
export const isTold = (criterion: string) => TOLD.some((one) => one === criterion)
/** Some source that the county does not name. */
const OTHER = 'other'

export function evidenceFields(sources: () => Sources): Field[] {
  const hint = (id: keyof ReturnType<typeof t>['portrait']['hints']) => () => t().portrait.hints[id]
  return [
    { ...named('criterion', 'select'), choices: () => [choose(), ...TOLD.map(criterionChoice)] },
    { ...named('note', 'area'), hint: hint('note'), maxlength: 200, rows: 2 },
    { ...named('on', 'date'), hint: hint('on') },
    {
      ...{ ...named('source', 'select'), hint: hint('source') },
      choices: () => [choose(), ...sources().map(sourceChoice), other()],
    },
    { ...named('otherSource', 'text'), maxlength: 40, isAsked: isOther },
    {
      ...{ ...named('standing', 'choices'), hint: hint('standing') },
      choices: () => stepsOf({ proven: 1, claimed: 1 }, t().portrait.standings),
    },
    { ...named('document', 'text'), hint: hint('document') },
    {
      ...{ ...named('value', 'choices'), hint: hint('value') },
      choices: () => stepsOf(VALUES, t().portrait.values),
    },
  ]
}

export function evidenceDraft(piece: Piece, sources: Sources): Draft {
  const { criterion, note, on, document, standing, value } = piece
  const isKnown = sources.some(({ source }) => source === piece.source)
  return {
    ...{ criterion, note, on, standing, document: document ?? '' },
    ...{ source: isKnown ? piece.source : OTHER, otherSource: isKnown ? '' : piece.source },
    value: nearestStep(VALUES, value),
  }
}

/** Nothing is chosen beforehand but the criterion that the reader came from. */
export const blankEvidence = (criterion: string): Draft => ({
  ...{ criterion, note: '', on: '', source: '', otherSource: '' },
  ...{ document: '', standing: '', value: '' },
})

export function errorsOfEvidence(draft: Draft, sources: Sources): FieldErrors {
  const { piece } = t().portrait.need
  const asked = ['criterion', 'note', 'on', 'source', 'standing', 'value'] as const
  const empty = asked.filter((field) => textAt(draft, field).trim() === '')
  return {
    ...Object.fromEntries(empty.map((field) => [field, piece[field]])),
    ...(isOther(draft) && !textAt(draft, 'otherSource').trim() && { otherSource: piece.source }),
    ...(needsPaper(draft, sources) && { document: piece.document }),
  }
}

/** A number that stands for the same word stays as it was entered. */
export function bodyOfEvidence(draft: Draft, piece: Piece | null): EvidenceBody {
  const text = (field: string) => textAt(draft, field).trim()
  const step = text('value') as Step<typeof VALUES>
  const isSame = piece !== null && nearestStep(VALUES, piece.value) === step
  return {
    criterion: text('criterion') as EvidenceBody['criterion'],
    ...{ note: text('note'), on: text('on'), document: text('document') || null },
    source: isOther(draft) ? text('otherSource') : text('source'),
    standing: text('standing') as EvidenceBody['standing'],
    value: isSame ? piece.value : VALUES[step],
  }
}

const isOther = (draft: Draft) => textAt(draft, 'source') === OTHER

/** What no office answers for needs a paper to stand proven. */
function needsPaper(draft: Draft, sources: Sources): boolean {
  const { isOffice = false } =
    sources.find(({ source }) => source === textAt(draft, 'source')) ?? {}
  const isProven = textAt(draft, 'standing') === 'proven'
  return isProven && !isOffice && textAt(draft, 'document').trim() === ''
}

const named = (
  id: keyof ReturnType<typeof t>['portrait']['piece'],
  kind: Field['kind'],
): Field => ({ id, kind, label: () => t().portrait.piece[id] })

const choose = (): Choice => ({ value: '', name: t().accounts.chooseTownship })
const other = (): Choice => ({ value: OTHER, name: t().portrait.otherSource })
const criterionChoice = (value: (typeof TOLD)[number]): Choice => ({
  ...{ value, name: t().criterion[value] },
})

/** The source, and how much it says in plain words. */
const sourceChoice = ({ source, words, strength }: EvidenceSource): Choice => ({
  value: source,
  name: `${say(words)}${language() === 'en' ? ' – ' : '——'}${t().portrait.strengths[nearestStep(STRENGTHS, strength)]}`,
})

const stepsOf = <S extends Record<string, number>>(steps: S, words: Record<Step<S>, string>) =>
  (Object.keys(steps) as Step<S>[]).map((value): Choice => ({ value, name: words[value] }))
