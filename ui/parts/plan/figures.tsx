import { type JSX, Show } from 'solid-js'
import { plainNumber, totalFit } from '../../format.ts'
import { TIERS } from '../../types.ts'
import { t } from '../../words/index.ts'
import type { ProgressPoint } from './run.ts'

/** Best and bound as figures, and what is still missed by tier. */
export function Figures(props: {
  objective: number | null
  bound: number | null
  misses: ProgressPoint['misses']
  children?: JSX.Element
}) {
  const figure = (value: number | null) => (value === null ? t().dash : totalFit(value))
  return (
    <dl class="facts figures">
      <dt>
        <span class="key-line best" />
        {t().plan.best}
      </dt>
      <dd class="strong">{figure(props.objective)}</dd>
      <dt>
        <span class="key-line bound" />
        {t().plan.bound}
      </dt>
      <dd>{figure(props.bound)}</dd>
      {props.children}
      <Show when={props.misses}>
        {(misses) => (
          <>
            <dt>{t().planning.run.misses}</dt>
            <dd>
              {TIERS.map((tier) => `${t().tier[tier]} ${plainNumber(misses()[tier])}`).join(
                t().separator,
              )}
            </dd>
          </>
        )}
      </Show>
    </dl>
  )
}
