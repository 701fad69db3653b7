import { percent, plainNumber, whole } from '../../format.ts'
import type { RecordEntry } from '../../village-record.ts'
import { t } from '../../words/index.ts'
import type { State } from '../mark.tsx'

export type Shown = { name: string; text: string; state?: State }

/** An entry in lines for people: what is not known is left out, shares are worked out. */
export function linesOf(entry: RecordEntry, noticeDays: number): Shown[] {
  if (entry.kind === 'statistics') return statisticsLines(entry.body)
  if (entry.kind === 'election') return electionLines(entry.body)
  if (entry.kind === 'audit') return auditLines(entry.body, noticeDays)
  if (entry.kind === 'overhaul') return overhaulLines(entry.body)
  if (entry.kind === 'survey') return surveyLines(entry.body)
  if (entry.kind === 'leader') return []
  return [{ name: '', text: entry.body.text }]
}

/** What an entry is called in a list, beside its kind; nothing where the kind says it. */
export function titleOf(entry: RecordEntry): string {
  const { choices } = t().villageRecord
  if (entry.kind === 'election') return choices.committee![entry.body.committee] ?? ''
  if (entry.kind === 'audit') return entry.body.office
  if (entry.kind === 'overhaul') return entry.body.cause
  if (entry.kind === 'survey') return choices.about![entry.body.about] ?? ''
  if (entry.kind === 'leader')
    return [entry.body.name, entry.body.position].filter((it) => it !== '').join(t().comma)
  return entry.kind === 'note' ? entry.body.title : ''
}

type Body<K extends RecordEntry['kind']> = Extract<RecordEntry, { kind: K }>['body']

function statisticsLines(body: Body<'statistics'>): Shown[] {
  const names = t().villageRecord.figures
  return Object.entries(body).flatMap(([field, value]) =>
    value === null ? [] : [{ name: names[field] ?? field, text: figureText(field, value) }],
  )
}

export function figureText(field: string, value: number): string {
  return field === 'collectiveIncome'
    ? t().villageRecord.income(plainNumber(value / 10_000), whole(value))
    : whole(value)
}

function electionLines({
  method,
  voters,
  cast,
  valid,
  rounds,
  isValid,
}: Body<'election'>): Shown[] {
  const { fields, choices, shown } = t().villageRecord
  const names = fields.election!
  const turnout = voters && cast !== null ? percent(cast / voters) : null
  return [
    { name: names.method!, text: choices.method![method] ?? method },
    ...known(names.voters!, voters),
    ...known(names.cast!, cast),
    ...known(names.valid!, valid),
    ...(turnout ? [{ name: shown.turnout, text: turnout }] : []),
    ...known(names.rounds!, rounds),
    ...(isValid ? [] : [{ name: '', text: shown.invalid, state: 'missed' as const }]),
  ]
}

function auditLines(body: Body<'audit'>, noticeDays: number): Shown[] {
  const { fields, choices, shown } = t().villageRecord
  const { auditor, finishedOn, conclusion, mendedOn, notices } = body
  const names = fields.audit!
  const isOpen = conclusion === 'to-mend' && mendedOn === null
  return [
    ...said(names.auditor!, auditor),
    finishedOn === null
      ? { name: '', text: shown.going, state: 'weak' as const }
      : { name: names.finishedOn!, text: finishedOn },
    ...said(names.conclusion!, conclusion && (choices.conclusion![conclusion] ?? '')),
    ...said(names.mendedOn!, mendedOn),
    ...(isOpen ? [{ name: '', text: shown.openMending, state: 'weak' as const }] : []),
    ...notices.map(({ from, to }, at) => noticeLine(at + 1, from, to, noticeDays)),
  ]
}

function noticeLine(at: number, from: string, to: string, least: number): Shown {
  const { shown } = t().villageRecord
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  const text = shown.days(from, to, days)
  return days < least
    ? { name: shown.notice(at), text: `${text}${t().comma}${shown.short(least)}`, state: 'missed' }
    : { name: shown.notice(at), text, state: 'met' }
}

function overhaulLines({ measures, acceptedOn, acceptedBy }: Body<'overhaul'>): Shown[] {
  const { fields, shown } = t().villageRecord
  const names = fields.overhaul!
  return [
    ...said(names.measures!, measures),
    ...(acceptedOn === null
      ? [{ name: '', text: shown.open, state: 'weak' as const }]
      : [{ name: names.acceptedOn!, text: acceptedOn, state: 'met' as const }]),
    ...said(names.acceptedBy!, acceptedBy),
  ]
}

function surveyLines({ households, issued, returned, approving }: Body<'survey'>): Shown[] {
  const { fields, shown } = t().villageRecord
  const names = fields.survey!
  const share = (name: string, part: number, of: number | null) =>
    of ? [{ name, text: percent(part / of) }] : []
  return [
    ...known(names.issued!, issued),
    ...known(names.returned!, returned),
    ...known(names.approving!, approving),
    ...share(shown.returnedShare, returned, issued),
    ...share(shown.approval, approving, returned),
    ...share(shown.ofHouseholds, returned, households),
  ]
}

const known = (name: string, value: number | null): Shown[] =>
  value === null ? [] : [{ name, text: whole(value) }]
const said = (name: string, text: string | null): Shown[] =>
  text === null || text === '' ? [] : [{ name, text }]
