import { For, Show } from 'solid-js'
import type { Robustness } from '../../types.ts'
import { t } from '../../words/index.ts'

/** What TOPSIS says of the same people, said plainly where it says otherwise at the top. */
export function SecondOpinion(props: { known: Robustness; name: (id: string) => string }) {
  return (
    <For each={props.known.methods}>
      {(method) => (
        <div>
          <h4>{t().robustness.second}</h4>
          <p class="hint">{t().robustness.secondHint}</p>
          <Verdict known={props.known} order={method.order} name={props.name} />
          <p class="hint">
            <Show when={method.tau !== null} fallback={t().robustness.noAgreement}>
              {t().robustness.agreement((method.tau ?? 0).toFixed(2))}
            </Show>
          </p>
        </div>
      )}
    </For>
  )
}

function Verdict(props: { known: Robustness; order: string[]; name: (id: string) => string }) {
  const byFit = () => props.known.people.slice(0, props.known.k).map(({ talent }) => talent)
  const byOther = () => props.order.slice(0, props.known.k)
  const names = (ids: string[]) => ids.map(props.name)
  const isSame = () => byFit().every((talent, at) => byOther()[at] === talent)
  const sentence = () => {
    const [[fit = ''], [other = '']] = [names(byFit()), names(byOther())]
    if (isSame()) return t().robustness.same(props.known.k)
    return byFit()[0] === byOther()[0]
      ? t().robustness.sameFirst(fit, props.known.k)
      : t().robustness.differ(fit, other)
  }
  return (
    <>
      <p class={byFit()[0] === byOther()[0] ? undefined : 'note weak'}>{sentence()}</p>
      <Show when={!isSame() && props.known.k > 1}>
        <dl class="two-orders">
          <dt>{t().robustness.byFit}</dt>
          <dd>{names(byFit()).join(t().comma)}</dd>
          <dt>{t().robustness.byOther}</dt>
          <dd>{names(byOther()).join(t().comma)}</dd>
        </dl>
      </Show>
    </>
  )
}
