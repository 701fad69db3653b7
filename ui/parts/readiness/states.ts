import type { IndicatorView } from '../../readiness.ts'
import type { State } from '../mark.tsx'

/** A state as the shape that carries it. */
export const STATES: Record<IndicatorView['state'], State> = {
  ...({ red: 'missed', yellow: 'weak', green: 'met' } as const),
  ...({ unknown: 'unknown', 'not-applicable': 'unknown' } as const),
}
export const LIST_STATES = { settled: 'met', willing: 'weak', none: 'missed' } as const
