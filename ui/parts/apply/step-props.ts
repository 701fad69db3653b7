import type { Draft, Field } from './draft.ts'

export type StepProps = {
  draft: Draft
  set: (change: Partial<Draft>) => void
  errorAt: (field: Field) => string | undefined
  next: () => void
}
