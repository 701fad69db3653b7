import type { EntryGiven, EntryKind } from '../../village-record.ts'

export type FieldType = 'day' | 'later-day' | 'count' | 'wan' | 'line' | 'area' | 'choice' | 'yes'
export type EntryField = { field: string; type: FieldType; isRequired?: true }
export type Draft = Record<string, string>

const must = { isRequired: true } as const
const counts = (...fields: string[]) =>
  fields.map((field): EntryField => ({ field, type: 'count' }))

/** What a form of each kind asks for, in the order of the paper. */
export const ENTRY_FIELDS: Record<EntryKind, EntryField[]> = {
  statistics: [
    ...counts('households', 'population', 'residents', 'away', 'aged60', 'voters', 'minorities'),
    ...counts('partyMembers', 'partyWomen', 'partyAged35OrUnder', 'partyAged60OrAbove'),
    { field: 'collectiveIncome', type: 'wan' },
  ],
  election: [
    { field: 'committee', type: 'choice', ...must },
    { field: 'method', type: 'choice', ...must },
    ...counts('voters', 'cast', 'valid', 'rounds'),
    { field: 'isValid', type: 'yes' },
  ],
  audit: [
    { field: 'office', type: 'line', ...must },
    { field: 'auditor', type: 'line' },
    { field: 'finishedOn', type: 'day' },
    { field: 'conclusion', type: 'choice' },
    { field: 'mendedOn', type: 'day' },
    { field: 'notices.0.from', type: 'day' },
    { field: 'notices.0.to', type: 'later-day' },
    { field: 'notices.1.from', type: 'day' },
    { field: 'notices.1.to', type: 'later-day' },
  ],
  overhaul: [
    { field: 'cause', type: 'line', ...must },
    { field: 'measures', type: 'area' },
    { field: 'acceptedOn', type: 'day' },
    { field: 'acceptedBy', type: 'line' },
  ],
  survey: [
    { field: 'about', type: 'choice', ...must },
    { field: 'issued', type: 'count', ...must },
    { field: 'returned', type: 'count', ...must },
    { field: 'approving', type: 'count', ...must },
    { field: 'households', type: 'count' },
  ],
  leader: [
    { field: 'name', type: 'line', ...must },
    { field: 'position', type: 'line' },
    { field: 'isEnded', type: 'yes' },
  ],
  note: [
    { field: 'title', type: 'line', ...must },
    { field: 'text', type: 'area', ...must },
  ],
}

/** Fields that are empty and must not be. */
export function missingIn(kind: EntryKind, draft: Draft): string[] {
  const needed = ENTRY_FIELDS[kind].filter(({ isRequired }) => isRequired).map((it) => it.field)
  return ['on', ...needed, 'source'].filter((field) => (draft[field] ?? '').trim() === '')
}

/** What is typed, as the server takes it: empty is 'not known', never 0. */
export function entryOf(kind: EntryKind, draft: Draft): EntryGiven {
  const body: Record<string, unknown> = {}
  for (const { field, type } of ENTRY_FIELDS[kind])
    if (!field.startsWith('notices.')) body[field] = readValue(type, (draft[field] ?? '').trim())
  if (kind === 'audit')
    body.notices = [0, 1]
      .map((at) => ({
        from: draft[`notices.${at}.from`] ?? '',
        to: draft[`notices.${at}.to`] ?? '',
      }))
      .filter(({ from, to }) => from !== '' || to !== '')
  return { kind, on: draft.on ?? '', source: (draft.source ?? '').trim(), body } as EntryGiven
}

function readValue(type: FieldType, text: string): unknown {
  if (type === 'yes') return text === 'yes'
  if (type === 'line' || type === 'area') return text
  if (text === '') return null
  if (type === 'count') return Number(text)
  return type === 'wan' ? Math.round(Number(text) * 10_000) : text
}
