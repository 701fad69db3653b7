import type { Field } from '../../policy.ts'
import { say, t } from '../../words/index.ts'
import { isSame } from './pointer.ts'

export type StagesField = Extract<Field, { kind: 'stages' }>
export type Preset = StagesField['presets'][number]
export type Stage = Preset['stages'][number]
export type Signer = StagesField['seven'][number]
type Choices = StagesField['choices']

/** S3.1. */
const NOTICE_DAYS = 5
const NEW_DAYS = 5

/** A draft may hold what is no list. */
export function stagesOf(value: unknown): Stage[] {
  return Array.isArray(value) ? (value as Stage[]) : []
}

export function signersOf(value: unknown): Signer[] {
  return Array.isArray(value) ? (value as Signer[]) : []
}

/** The form that the stages are just like; undefined when they were edited. */
export function presetOf(field: StagesField, stages: Stage[]): Preset | undefined {
  return field.presets.find((preset) => isSame(preset.stages, stages))
}

/** A stage to be filled in, with an id that no other has. */
export function newStage(stages: Stage[]): Stage {
  return {
    ...{ id: freeId('stage', stages), kind: 'check', level: 'township', for: 'everybody' },
    ...{ words: { zh: '', en: '' }, signers: [], signersFor: 'everybody' },
    ...{ days: NEW_DAYS, gate: 'whole', noticeDays: null },
  }
}

export function newSigner(signers: Signer[]): Signer {
  return { id: freeId('position', signers), words: { zh: '', en: '' } }
}

/** With a change, and what follows from it: only a notice is published, only some stages have positions that sign. */
export function changedStage(stage: Stage, change: Partial<Stage>): Stage {
  const next = { ...stage, ...change }
  const noticeDays = next.kind === 'notice' ? (next.noticeDays ?? NOTICE_DAYS) : null
  const isKind = change.kind !== undefined && change.kind !== stage.kind
  return {
    ...next,
    ...(isKind && { noticeDays }),
    ...(!maySign(next) && { signers: [], signersFor: 'everybody' as const }),
  }
}

export function maySign({ kind, level }: Pick<Stage, 'kind' | 'level'>): boolean {
  return level === 'township' && (kind === 'check' || kind === 'approval')
}

export function nameOf({ words }: { words: Stage['words'] }): string {
  return say(words).trim() || t().procedure.nameless
}

/** The kind, where the name does not say it. */
export function kindOf(stage: Stage, { kind }: Choices): string | null {
  const word = wordOf(kind, stage.kind)
  return word === nameOf(stage) ? null : word
}

/** What a stage asks for, in one line. */
export function factsOf(stage: Stage, choices: Choices): string {
  const { signers, signersFor, kind, noticeDays } = stage
  const p = t().procedure
  const signed = signersFor === 'combined' ? p.signedByCombined : p.signedBy
  const parts = [
    wordOf(choices.level, stage.level),
    wordOf(choices.for, stage.for),
    p.daysOf(stage.days),
    ...(kind === 'notice' ? [p.publishedFor(noticeDays)] : []),
    ...(signers.length > 0 ? [signed(signers.length)] : []),
  ]
  return parts.join(t().separator)
}

export function wordOf(choices: Choices['kind'], value: string): string {
  const found = choices.find((choice) => choice.value === value)
  return found ? say(found.words) : value
}

export function moved<Item>(items: readonly Item[], at: number, by: number): Item[] {
  const next = [...items]
  const [item] = next.splice(at, 1)
  if (item !== undefined) next.splice(at + by, 0, item)
  return next
}

function freeId(begin: string, items: readonly { id: string }[]): string {
  const taken = new Set(items.map(({ id }) => id))
  let n = items.length + 1
  while (taken.has(`${begin}-${n}`)) n++
  return `${begin}-${n}`
}
