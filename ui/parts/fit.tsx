import { fitPoints } from '../format.ts'
import { t } from '../words/index.ts'

type Fit = { fit: number; low: number; high: number }

export const fitText = ({ fit, low, high }: Fit) =>
  t().slate.fitText(fitPoints(fit), fitPoints(low), fitPoints(high))

/** Number, interval, and a line on a band; the axis is 30 to 100 wherever it appears. */
export function FitLine(props: { fit: Fit; isStacked?: boolean }) {
  return (
    <div class={props.isStacked ? 'fit stacked' : 'fit'}>
      <span class="nowrap">
        <b>{fitPoints(props.fit.fit)}</b>{' '}
        <span class="hint">
          {fitPoints(props.fit.low)}–{fitPoints(props.fit.high)}
        </span>
      </span>
      <FitBar fit={props.fit} />
    </div>
  )
}

export function FitBar(props: { fit: Fit }) {
  return (
    <span class="fit-bar" role="img" aria-label={fitText(props.fit)}>
      <i
        style={{
          left: `${onAxis(props.fit.low)}%`,
          width: `${onAxis(props.fit.high) - onAxis(props.fit.low)}%`,
        }}
      />
      <b style={{ left: `${onAxis(props.fit.fit)}%` }} />
    </span>
  )
}

/** Below 30 stays at the left edge; the number beside it says the rest. */
const onAxis = (fit: number) => Math.min(100, Math.max(0, ((fit * 100 - 30) / 70) * 100))
