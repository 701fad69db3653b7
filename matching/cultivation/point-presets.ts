import type { Words } from '../types.ts'
import { INDICATORS, type IndicatorId } from './indicators.ts'
import type { Cultivation } from './scheme.ts'

type Points = Cultivation['points']
type Preset = { id: string; words: Words; points: Points }

/** Schemes that a county may begin with; what they weigh is ours, no source gives figures. */
export const POINT_PRESETS: readonly Preset[] = [
  { id: 'all', words: { zh: '全部指标', en: 'All indicators' }, points: pointsWhere(() => true) },
  {
    id: 'no-minus',
    words: { zh: '只加不减', en: 'Nothing taken off' },
    points: pointsWhere(({ points }) => points > 0),
  },
  {
    id: 'results',
    words: { zh: '重实绩', en: 'Results' },
    points: pointsWhere(({ id }) => /^(item|trial|check)\./.test(id)),
  },
]

/** What is not counted keeps its most, so that a county only gives it points again. */
function pointsWhere(isCounted: (indicator: { id: IndicatorId; points: number }) => boolean) {
  const entries = INDICATORS.map(({ id, points, most }) => [
    id,
    { points: isCounted({ id, points }) ? points : 0, most },
  ])
  return Object.fromEntries(entries) as Points
}
