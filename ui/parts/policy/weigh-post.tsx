import { createAsync } from '@solidjs/router'
import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { type Fault, type Weighed, type Weighting, weighedOf } from '../../policy.ts'
import { useSession } from '../../session.ts'
import type { Post, Weights } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Consistency } from './consistency.tsx'
import { asMethod, METHODS, type Method } from './convert.ts'
import { DirectForm } from './direct-form.tsx'
import { JudgesForm } from './judges-form.tsx'
import { LiveRanking } from './live-ranking.tsx'
import { MatrixForm } from './matrix-form.tsx'
import { compared } from './scale.ts'
import { SwingForm } from './swing-form.tsx'
import { WeightBars } from './weight-bars.tsx'

/** A slider moves faster than answers come: the weights follow what rested this long. */
const REST_MS = 120

/** The weighting of one post beside the weights that follow from it. */
export function WeighPost(props: {
  post: Post
  inForce: Weights
  weighting: Weighting
  /** For whoever may write. */
  set: ((weighting: Weighting) => void) | undefined
  faults: readonly Fault[]
}) {
  const { account } = useSession()
  const rested = resting(() => props.weighting)
  const answer = createAsync(() => weighedOf(rested()).catch(() => null))
  const weighed = (): Weighed | null => answer.latest ?? null
  // What was entered by each method, so that looking at another loses nothing.
  const entered = new Map<Method, Weighting>()
  function choose(method: Method) {
    entered.set(props.weighting.method, props.weighting)
    const weights = weighed()?.weights ?? props.inForce
    const next = entered.get(method) ?? asMethod(method, props.weighting, weights, account().name)
    props.set?.(next)
  }
  const method = () => props.weighting.method
  return (
    <div class="weigh-grid">
      <section class="card">
        <div class="card-head">
          <h2>{t().policy.weigh.method}</h2>
          <fieldset class="segments" aria-label={t().policy.weigh.method} disabled={!props.set}>
            <For each={METHODS}>
              {(one) => (
                <button
                  type="button"
                  aria-pressed={method() === one}
                  onClick={() => method() !== one && choose(one)}
                >
                  {t().policy.weighting.methods[one]}
                </button>
              )}
            </For>
          </fieldset>
          <span class="hint">{t().policy.weigh.methodHint[method()]}</span>
        </div>
        <div class="card-body">
          <Show when={props.faults.length > 0}>
            <p class="field-error" role="alert">
              <Icon name="warning" />
              {[...new Set(props.faults.map(({ detail }) => say(detail)))].join(t().clause)}
            </p>
          </Show>
          <Form {...props} weighed={weighed()} />
        </div>
      </section>
      <div class="rail">
        <section class="card">
          <div class="card-head">
            <h2>{t().policy.weigh.result}</h2>
            <span class="hint">{t().policy.weigh.resultHint}</span>
          </div>
          <div class="card-body" aria-live="polite">
            <Show when={weighed()} fallback={<p>{t().policy.weigh.broken}</p>}>
              {(known) => (
                <>
                  <WeightBars weights={known().weights} inForce={props.inForce} />
                  <Show when={method() !== 'judges'}>
                    <Consistency
                      weighed={known()}
                      take={props.set && ((row, column, to) => take(row, column, to))}
                    />
                  </Show>
                  <Show when={method() === 'judges'}>
                    <Consistency weighed={{ ...known(), disturbances: [] }} isGroup />
                  </Show>
                </>
              )}
            </Show>
          </div>
        </section>
        <LiveRanking post={props.post} weights={weighed()?.weights} inForce={props.inForce} />
      </div>
    </div>
  )

  function take(row: number, column: number, to: number) {
    const { weighting } = props
    if (weighting.method !== 'ahp') return
    const comparisons = compared(weighting.comparisons, row, column, to)
    props.set?.({ ...weighting, comparisons })
  }
}

/** The form of the method that is chosen. */
function Form(props: {
  post: Post
  inForce: Weights
  weighting: Weighting
  set: ((weighting: Weighting) => void) | undefined
  weighed: Weighed | null
}) {
  const of = <M extends Method>(method: M) =>
    props.weighting.method === method
      ? (props.weighting as Extract<Weighting, { method: M }>)
      : undefined
  return (
    <>
      <Show when={of('direct')}>
        {(direct) => (
          <DirectForm
            weights={direct().weights}
            inForce={props.inForce}
            set={props.set && ((weights) => props.set?.({ method: 'direct', weights }))}
          />
        )}
      </Show>
      <Show when={of('ahp')}>
        {(ahp) => (
          <MatrixForm
            matrix={ahp().comparisons}
            set={props.set && ((comparisons) => props.set?.({ method: 'ahp', comparisons }))}
          />
        )}
      </Show>
      <Show when={of('judges')}>
        {(judges) => (
          <JudgesForm
            judges={judges().judges}
            opinions={props.weighed?.judges ?? []}
            set={props.set && ((next) => props.set?.({ method: 'judges', judges: next }))}
          />
        )}
      </Show>
      <Show when={of('swing')}>
        {(swing) => (
          <SwingForm
            points={swing().points}
            set={props.set && ((points) => props.set?.({ method: 'swing', points }))}
          />
        )}
      </Show>
    </>
  )
}

/** A value once it has not changed for a moment; the first at once. */
function resting<T>(value: () => T): () => T {
  const [rested, setRested] = createSignal(value())
  let timer: ReturnType<typeof setTimeout> | undefined
  createEffect(
    on(
      value,
      (next) => {
        clearTimeout(timer)
        timer = setTimeout(() => setRested(() => next), REST_MS)
      },
      { defer: true },
    ),
  )
  onCleanup(() => clearTimeout(timer))
  return rested
}
