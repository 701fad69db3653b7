import type { ReviewStage, Signer } from '../../matching/procedure.ts'
import type { Words } from '../../matching/types.ts'

type Choice = { value: string | null; words: Words }
type Named = {
  /** JSON pointer into the policy. */
  pointer: string
  /** What the field is within its row; null when the row says it all. */
  words: Words | null
}
/** A figure is shown as `scale` times what is stored, in `unit`; its ends are as shown. */
export type Figure = Named & {
  kind: 'figure'
  unit: Words | null
  scale: number
  min: number
  max: number
  step: number
}
/** The stages of the review; those of a preset can stand in their place. */
export type StagesField = Named & {
  kind: 'stages'
  presets: { id: string; words: Words; source: Words; stages: ReviewStage[] }[]
  /** S3.5: the seven who sign. */
  seven: Signer[]
  choices: Record<'kind' | 'level' | 'for' | 'signersFor' | 'gate', Choice[]>
}
/** What each indicator of the growth card gives, and the most of a quarter; those of a preset can stand in their place. */
export type PointsField = Named & {
  kind: 'points'
  indicators: { value: string; words: Words }[]
  presets: { id: string; words: Words; points: Record<string, { points: number; most: number }> }[]
}
/** One decision of the policy, as a form asks for it. */
export type Field =
  | Figure
  | (Named & { kind: 'day' | 'flag' | 'departments' | 'weighting' | 'topics' })
  | (Named & { kind: 'choice'; choices: Choice[] })
  | (Named & { kind: 'shares'; groups: { value: string; words: Words }[] })
  | StagesField
  | PointsField
  | (Named & { kind: 'signers'; seven: Signer[] })

/** A line of the form: what is decided, what follows from it, and the document that it stands on. */
export type Row = {
  id: string
  words: Words
  help: Words | null
  source: Words | null
  fields: Field[]
}
export type Section = { id: string; words: Words; help: Words | null; rows: Row[] }

export const UNITS = {
  age: { zh: '周岁', en: 'years old' },
  years: { zh: '年', en: 'years' },
  percent: { zh: '%', en: '%' },
  points: { zh: '百分点', en: 'points' },
  people: { zh: '人', en: 'people' },
  seats: { zh: '席', en: 'seats' },
  yearsOfAge: { zh: '岁', en: 'years' },
  times: { zh: '倍', en: 'times' },
  fit: { zh: '分', en: 'points of fit' },
  days: { zh: '日', en: 'days' },
} satisfies Record<string, Words>

type Ends = { unit?: Words; scale?: number; min?: number; max: number; step?: number }

export function figure(pointer: string, ends: Ends, words: Words | null = null): Figure {
  const { unit = null, scale = 1, min = 0, max, step = 1 } = ends
  return { pointer, words, kind: 'figure', unit, scale, min, max, step }
}

export function percent(pointer: string, words: Words | null = null): Figure {
  return figure(pointer, { unit: UNITS.percent, scale: 100, max: 100 }, words)
}

export function flag(pointer: string, words: Words | null = null): Field {
  return { pointer, words, kind: 'flag' }
}

export function choice(pointer: string, choices: Choice[], words: Words | null = null): Field {
  return { pointer, words, kind: 'choice', choices }
}

/** Choices from words by value, in their order. */
export function choicesOf(words: Record<string, Words>): Choice[] {
  return Object.entries(words).map(([value, of]) => ({ value, words: of }))
}

type Told = Partial<Pick<Row, 'help' | 'source'>>

export function row(id: string, words: Words, fields: Field[], told: Told = {}): Row {
  return { id, words, fields, help: null, source: null, ...told }
}
