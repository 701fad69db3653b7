import { t } from '../../../words/index.ts'
import type { Choice } from '../../account/fields.tsx'

/** A skill of the dictionary by its id, or a word that is not in it yet. */
export type SkillDraft = { skill: string | null; word: string; isProven: boolean; level: number }
export type Value = string | readonly string[] | readonly SkillDraft[]
/** What is typed in a form, before it is right. */
export type Draft = Readonly<Record<string, Value>>
export type FieldErrors = Partial<Record<string, string>>

export type FieldKind =
  | 'text'
  | 'area'
  | 'day'
  | 'date'
  | 'select'
  | 'choices'
  | 'ticks'
  | 'place'
  | 'skills'
  | 'tags'

/** One question of a form. */
export type Field = {
  id: string
  kind: FieldKind
  label: () => string
  hint?: () => string
  choices?: () => readonly Choice[]
  /** Said of a value where its choices do not. */
  say?: (value: Value) => string
  maxlength?: number
  isNumeric?: boolean
  rows?: number
  /** Asked only then. */
  isAsked?: (draft: Draft) => boolean
}

export const sameValue = (a: Value | undefined, b: Value | undefined) =>
  JSON.stringify(a) === JSON.stringify(b)

export const isChanged = (a: Draft, b: Draft) =>
  Object.keys(a).some((field) => !sameValue(a[field], b[field]))

/** The text of a field, or of what is not a text nothing. */
export const textAt = (draft: Draft, field: string): string => {
  const value = draft[field]
  return typeof value === 'string' ? value : ''
}

export const listAt = (draft: Draft, field: string): readonly string[] => {
  const value = draft[field]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

export const skillsAt = (draft: Draft, field: string): readonly SkillDraft[] => {
  const value = draft[field]
  return Array.isArray(value) ? value.filter((one) => typeof one !== 'string') : []
}

/** A value in words, as both sides of a clash are shown. */
export function wordsOf(field: Field, value: Value): string {
  if (field.say) return field.say(value) || t().portrait.empty
  const name = (one: string) =>
    field.choices?.().find((choice) => choice.value === one)?.name ?? one
  if (typeof value === 'string') return value === '' ? t().portrait.empty : name(value)
  const all = value.map((one) => (typeof one === 'string' ? name(one) : one.word))
  return all.join(t().comma) || t().portrait.empty
}
