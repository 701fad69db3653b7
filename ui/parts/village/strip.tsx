import { createMemo, createSignal, For, Show } from 'solid-js'
import type { TargetResult } from '../../types.ts'
import { t } from '../../words/index.ts'
import { StateWord, stateOf } from '../mark.tsx'
import { boundText, headline, inOrder, lastTermText, stateText } from '../target.ts'
import { useBoard } from './board.ts'

/** Most cells at once; law first, then policy, then wish (design: the rest behind 另有 n 项). */
const CELLS = 8

/** One cell for each target. Pressing one marks the people who carry it. */
export function TargetStrip(props: { targets: TargetResult[] }) {
  const [isOpen, setOpen] = createSignal(false)
  const ordered = createMemo(() => inOrder(props.targets))
  const shown = () => (isOpen() ? ordered() : ordered().slice(0, CELLS))
  const rest = () => ordered().slice(CELLS)
  const missed = (list: TargetResult[]) => list.filter(({ met }) => met === false).length
  const met = () => props.targets.filter((target) => target.met).length
  return (
    <section class="card strip-card" aria-label={t().strip.label}>
      <p class="hidden-text" aria-live="polite">
        {t().strip.summary(met(), missed(props.targets))}
      </p>
      <div class="strip">
        <For each={shown()}>{(target) => <Cell target={target} />}</For>
      </div>
      <Show when={rest().length > 0}>
        <button
          type="button"
          class="link-button small strip-more"
          aria-expanded={isOpen()}
          onClick={() => setOpen((now) => !now)}
        >
          {isOpen() ? t().strip.less : t().strip.more(rest().length, missed(rest()))}
        </button>
      </Show>
    </section>
  )
}

function Cell(props: { target: TargetResult }) {
  const board = useBoard()
  const state = () => stateOf(props.target)
  const last = () => lastTermText(props.target.id, board.village.lastTerm)
  const isStale = () =>
    board.isStale() && props.target.carriers.some((talent) => board.isExcluded(talent))
  return (
    <button
      type="button"
      class={`target ${state()}`}
      aria-pressed={board.target() === props.target.id}
      title={t().strip.show(t().target[props.target.id])}
      onClick={() => board.mark(props.target.id)}
    >
      <span class="target-name">
        {t().target[props.target.id]}
        <span class="tier"> {t().tier[props.target.tier]}</span>
      </span>
      <span class="target-value">
        {headline(props.target)}{' '}
        <small>
          {boundText(props.target)}
          <Show when={last()}>{(text) => <> {t().strip.last(text())}</>}</Show>
        </small>
      </span>
      <Show when={!isStale()} fallback={<StateWord state="unknown">{t().state.stale}</StateWord>}>
        <StateWord state={state()}>{stateText(props.target)}</StateWord>
      </Show>
    </button>
  )
}
