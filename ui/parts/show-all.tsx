import { createSignal, Show } from 'solid-js'
import { t } from '../words/index.ts'

/** The first of a long list, and a way to all of it. */
export function createSome<T>(all: () => readonly T[], first: number) {
  const [isWhole, setWhole] = createSignal(false)
  return {
    shown: () => (isWhole() ? all() : all().slice(0, first)),
    hidden: () => (isWhole() ? 0 : Math.max(0, all().length - first)),
    showAll: () => setWhole(true),
  }
}

export function ShowAll(props: { hidden: number; show: () => void }) {
  return (
    <Show when={props.hidden > 0}>
      <button type="button" class="button slim show-all paper-hidden" onClick={() => props.show()}>
        {t().showRest(props.hidden)}
      </button>
    </Show>
  )
}
