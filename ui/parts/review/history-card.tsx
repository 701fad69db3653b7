import { createSignal, For, Show } from 'solid-js'
import { instant } from '../../format.ts'
import type { Nominee, ShownAct } from '../../review.ts'
import { t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { lineOf, markOf, noteOf } from './history-words.ts'

/** Characters of a hash that tell two apart at a glance. */
const SHORT = 8
/** Lines before the rest is asked for. */
const AT_ONCE = 12

/** Everything that was signed, the latest first; what was replaced stays, struck. */
export function HistoryCard(props: { nominee: Nominee }) {
  const [isWhole, setWhole] = createSignal(false)
  const all = () => props.nominee.acts.toReversed()
  const shown = () => (isWhole() ? all() : all().slice(0, AT_ONCE))
  return (
    <section class="card" aria-labelledby="history">
      <div class="card-head">
        <h2 id="history">{t().review.history}</h2>
        <span class="hint">{t().review.historyHint}</span>
      </div>
      <div class="card-body">
        <Show when={!props.nominee.isSealed}>
          <p class="wrong" role="alert">
            {t().review.notSealed}
          </p>
        </Show>
        <ol class="act-log">
          <For each={shown()} fallback={<li class="hint none">{t().review.empty.noHistory}</li>}>
            {(act) => <OneAct act={act} nominee={props.nominee} />}
          </For>
        </ol>
        <Show when={shown().length < all().length}>
          <button type="button" class="button slim" onClick={() => setWhole(true)}>
            {t().review.showAll(all().length)}
          </button>
        </Show>
      </div>
    </section>
  )
}

function OneAct(props: { act: ShownAct; nominee: Nominee }) {
  return (
    <li>
      <span class="hint when">{instant(props.act.at)}</span>
      <Mark state={markOf(props.act)} />
      <span>
        <span classList={{ struck: props.act.isSuperseded }}>
          {lineOf(props.act, props.nominee)}
        </span>
        <Show when={props.act.isSuperseded}>
          {' '}
          <span class="chip open">{t().review.superseded}</span>
        </Show>
        <Show when={noteOf(props.act)}>{(note) => <span class="hint block">{note()}</span>}</Show>
      </span>
      <span class="hint act-by" title={t().review.hash(props.act.contentHash.slice(0, SHORT))}>
        {[props.act.name, ...(props.act.position ? [props.act.position] : [])].join(t().separator)}
      </span>
    </li>
  )
}
