import type { Field } from '../../policy.ts'
import { say, t } from '../../words/index.ts'

/** What a field holds, in words; null for kinds that only the server puts into words. */
export function textOf(field: Field, value: unknown): string | null {
  if (field.kind === 'figure') return figureText(field, value)
  if (field.kind === 'day') return typeof value === 'string' ? value : t().policy.blank
  if (field.kind === 'flag') return value === true ? t().policy.yes : t().policy.no
  if (field.kind === 'choice') {
    const found = field.choices.find((one) => one.value === (value ?? null))
    return found ? say(found.words) : t().policy.blank
  }
  return null
}

type Figure = Extract<Field, { kind: 'figure' }>

/** As the form shows it; empty when it is no figure. */
export function shownFigure({ scale }: Figure, value: unknown): string {
  return typeof value === 'number' ? String(Number((value * scale).toFixed(6))) : ''
}

/** What is stored of what was typed; null when it is no figure. */
export function storedFigure({ scale }: Figure, typed: string): number | null {
  const value = typed.trim() === '' ? Number.NaN : Number(typed)
  return Number.isFinite(value) ? Number((value / scale).toFixed(9)) : null
}

function figureText(field: Figure, value: unknown): string {
  const text = shownFigure(field, value)
  if (text === '') return t().policy.blank
  if (!field.unit) return text
  const unit = say(field.unit)
  return unit === '%' ? `${text}%` : `${text} ${unit}`
}
