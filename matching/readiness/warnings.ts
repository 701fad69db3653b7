import type { Colour, IndicatorResult } from './facts.ts'
import type { ReadinessIndicator, ReadinessScheme } from './scheme.ts'

/** An open warning: online it stands until somebody mended the matter offline and logged it (S1). */
export type OpenWarning = {
  id: string
  indicator: ReadinessIndicator
  colour: 'red' | 'yellow'
  /** The facts do not warn any more. */
  isCleared: boolean
  /** Something was done about it, and logged, since it was raised. */
  hasAction: boolean
}
export type WarningChange =
  | { kind: 'raise'; indicator: ReadinessIndicator; colour: 'red' | 'yellow' }
  /** Other colour, or the facts are back before it was closed. */
  | { kind: 'change'; id: string; colour: 'red' | 'yellow' }
  | { kind: 'clear'; id: string }
  | { kind: 'close'; id: string }

/** What the facts of today do to a village's warnings, one open at most for each indicator. What is unknown changes nothing. */
export function warningChanges(
  indicators: readonly IndicatorResult[],
  open: readonly OpenWarning[],
  scheme: ReadinessScheme,
): WarningChange[] {
  return indicators.flatMap(({ id, state }): WarningChange[] => {
    const warning = open.find(({ indicator }) => indicator === id)
    if (state === 'unknown') return []
    if (state === 'red' || state === 'yellow')
      return warning ? changed(warning, state) : [{ kind: 'raise', indicator: id, colour: state }]
    if (!warning) return []
    if (warning.hasAction || !scheme.indicators[id].needsAction)
      return [{ kind: 'close', id: warning.id }]
    return warning.isCleared ? [] : [{ kind: 'clear', id: warning.id }]
  })
}

function changed({ id, colour, isCleared }: OpenWarning, now: 'red' | 'yellow'): WarningChange[] {
  return colour === now && !isCleared ? [] : [{ kind: 'change', id, colour: now }]
}

/** Indicators as they are shown: one whose facts are mended and whose warning nobody closed waits as yellow. */
export function withWarnings(
  indicators: readonly IndicatorResult[],
  open: readonly Pick<OpenWarning, 'indicator'>[],
): IndicatorResult[] {
  return indicators.map((one) => {
    const waits = open.some(({ indicator }) => indicator === one.id)
    const isFine = one.state === 'green' || one.state === 'not-applicable'
    return waits && isFine ? { ...one, state: 'yellow' as Colour, ...waiting(one) } : one
  })
}

function waiting({ words }: IndicatorResult) {
  return {
    words: {
      zh: `${words.zh}；事实已补齐，待登记办理`,
      en: `${words.en}; mended, what was done is not logged yet`,
    },
    next: { zh: '登记办理结果', en: 'Log what was done' },
  }
}
