import { createMemo, createSignal, For, Show } from 'solid-js'
import type { TargetResult } from '../../types.ts'
import { t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { StateWord, stateOf } from '../mark.tsx'
import { isPhone } from '../phone.ts'
import { boundText, headline, inOrder, lastTermText, stateText } from '../target.ts'
import { useBoard } from './board.ts'

/** Most cells at once; law first, then policy, then wish, a miss never among the rest. */
const CELLS = 8
/** On a phone the misses and a few more. */
const LINES = 4

/** One cell for each target. Pressing one marks the people who carry it. It stays in view while it is asked to. */
export function TargetStrip(props: { targets: TargetResult[]; stays: boolean }) {
  const [isOpen, setOpen] = createSignal(false)
  const ordered = createMemo(() =>
    isPhone() ? missesFirst(inOrder(props.targets)) : restLast(inOrder(props.targets), CELLS),
  )
  const cells = () => Math.max(isPhone() ? LINES : CELLS, missed(props.targets))
  const shown = () => (isOpen() ? ordered() : ordered().slice(0, cells()))
  const rest = () => ordered().slice(cells())
  const missed = (list: TargetResult[]) => list.filter(({ met }) => met === false).length
  const met = () => props.targets.filter((target) => target.met).length
  return (
    <section
      class="card strip-card"
      classList={{ stays: props.stays && !isOpen() }}
      aria-label={t().strip.label}
    >
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
      title={t().strip.show(targetName(props.target.id))}
      onClick={() => board.mark(props.target.id)}
    >
      <span class="target-name">
        {targetName(props.target.id)}
        <Show when={props.target.tier !== 'policy'}>
          <span class="tier"> {t().tier[props.target.tier]}</span>
        </Show>
      </span>
      <span class="target-value">
        {headline(props.target)} <small>{boundText(props.target)}</small>
      </span>
      <span class="target-state">
        <Show when={!isStale()} fallback={<StateWord state="unknown">{t().state.stale}</StateWord>}>
          <StateWord state={state()}>{stateText(props.target)}</StateWord>
        </Show>{' '}
        <Show when={last()}>
          {(text) => <span class="target-last">{t().strip.last(text())}</span>}
        </Show>
      </span>
    </button>
  )
}

/** The first `most` in order, every miss among them; then the others. */
function restLast(targets: TargetResult[], most: number): TargetResult[] {
  const room = most - targets.filter(({ met }) => met === false).length
  const others = targets.filter(({ met }) => met !== false)
  const rest = new Set(others.slice(Math.max(0, room)))
  return [...targets.filter((one) => !rest.has(one)), ...rest]
}

const missesFirst = (targets: TargetResult[]) => [
  ...targets.filter(({ met }) => met === false),
  ...targets.filter(({ met }) => met !== false),
]
