import { Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import type { Chosen } from './selection.ts'

/** What was filled in and waits for a signature, and what can be done with whoever is chosen. */
export function SignBar(props: {
  ready: number
  lacking: number
  chosen: Chosen
  fill: () => void
  fillSame?: (() => void) | undefined
  sign: () => void
}) {
  const words = () => t().checks.bar
  const count = () => props.chosen.people().length
  return (
    <section class="card sign-bar" aria-label={words().none}>
      <Show when={count() > 0}>
        <div class="row wrap">
          <b class="medium">{words().chosen(count())}</b>
          <button type="button" class="button slim" aria-haspopup="dialog" onClick={props.fill}>
            {words().fill}
          </button>
          <Show when={props.fillSame}>
            {(fillSame) => (
              <button type="button" class="button slim" onClick={() => fillSame()()}>
                {words().fillSame}
              </button>
            )}
          </Show>
          <button type="button" class="button slim plain" onClick={() => props.chosen.none()}>
            {words().unchoose}
          </button>
        </div>
      </Show>
      <p class="sign-said" role="status">
        <Show when={props.ready > 0} fallback={<span class="hint">{words().none}</span>}>
          <b class="medium">{words().filled(props.ready)}</b>
        </Show>
        <Show when={props.lacking > 0}>
          <span class="hint">{words().lacking(props.lacking)}</span>
        </Show>
      </p>
      <button
        type="button"
        class="button primary push"
        aria-haspopup="dialog"
        disabled={props.ready === 0}
        onClick={props.sign}
      >
        <Icon name="check" />
        {words().sign(props.ready)}
      </button>
    </section>
  )
}
