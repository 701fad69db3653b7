import type { ActKind, Nominee, ReviewAct } from '../../../review.ts'
import type { Own } from '../../../types.ts'
import { t } from '../../../words/index.ts'
import type { Choice } from '../../account/fields.tsx'
import type { Errors } from '../../account/sending.ts'
import type { State } from '../../mark.tsx'

/** Acts of offices; departments answer on a page of their own. */
export type OfficeAct = Exclude<ActKind, 'answer'>
/** What is typed, by field; nothing is chosen before somebody chooses it. */
export type ActDraft = Readonly<Record<string, string>>
export type ActContext = {
  /** Null where several are signed for at once. */
  nominee: Nominee | null
  account: Own
  /** What the button that opened the form said already: a rule, a department, an objection. */
  given: ActDraft
}
export type ActField = {
  /** As the server points at it under `#/act/`. */
  id: string
  kind: 'text' | 'area' | 'date' | 'count' | 'choice' | 'tick' | 'votes' | 'village' | 'posts'
  label: () => string
  hint?: () => string
  choices?: () => Choice[]
  isOptional?: boolean
  maxlength?: number
  isAsked?: (draft: ActDraft) => boolean
  /** Beyond what every field of the kind needs. */
  fault?: (value: string) => string | undefined
}
/** What figures come to, beside the field that they belong to; said while they are typed, decided by the server. */
export type Sum = { at: string; state: State; text: string }
export type ActForm = {
  fields: (context: ActContext) => ActField[]
  body: (draft: ActDraft, context: ActContext) => ReviewAct
  /** What stands there already because it is known, not chosen. */
  begin?: (context: ActContext) => ActDraft
  sums?: (draft: ActDraft) => Sum[]
  /** The field whose chosen answer the button repeats. */
  answer?: string
  isDanger?: boolean
}

export const VOTES = ['issued', 'returned', 'valid', 'for', 'against', 'abstain'] as const
export type VoteCount = (typeof VOTES)[number]

export const voteKey = (field: string, count: VoteCount) => `${field}/${count}`
export const textOf = (draft: ActDraft, id: string) => (draft[id] ?? '').trim()
export const isWhole = (text: string) => /^\d{1,7}$/.test(text.trim())
/** A whole number that was typed; null while it is none. */
export const countOf = (draft: ActDraft, id: string) =>
  isWhole(draft[id] ?? '') ? Number(draft[id]) : null

export function errorsOf(fields: readonly ActField[], draft: ActDraft): Errors<string> {
  const asked = fields.filter(({ isAsked }) => isAsked?.(draft) ?? true)
  return Object.fromEntries(asked.flatMap((field) => errorsOfField(field, draft)))
}

type FieldError = [id: string, error: string]

function errorsOfField(field: ActField, draft: ActDraft): FieldError[] {
  const value = textOf(draft, field.id)
  if (field.kind === 'votes') return votesError(field, draft)
  if (field.kind === 'tick' || (field.isOptional && value === '')) return []
  const error = lackOf(field, value) ?? field.fault?.(value)
  return error === undefined ? [] : [[field.id, error]]
}

function lackOf({ kind, label }: ActField, value: string): string | undefined {
  const { need } = t().review
  if (kind === 'count') return isWhole(value) ? undefined : need.whole
  if (value !== '') return undefined
  if (kind === 'date') return need.date
  if (kind === 'choice') return need.choice(label())
  if (kind === 'village') return need.village
  return kind === 'posts' ? need.posts : need.text(label())
}

/** All six, or none where no vote was held. */
function votesError({ id }: ActField, draft: ActDraft): FieldError[] {
  const typed = VOTES.map((count) => textOf(draft, voteKey(id, count)))
  if (typed.every((value) => value === '')) return []
  if (typed.some((value) => value === '')) return [[id, t().review.need.votes]]
  return VOTES.flatMap((count, at): FieldError[] =>
    isWhole(typed[at] ?? '') ? [] : [[voteKey(id, count), t().review.need.whole]],
  )
}

/** The value of a list that was chosen; a form is only sent when there is one. */
export function oneOf<const T extends string>(values: readonly T[], value: string | undefined): T {
  const found = values.find((one) => one === value)
  if (found === undefined) throw new Error(`none of ${values.join(', ')}`)
  return found
}
