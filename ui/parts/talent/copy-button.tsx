import { createSignal, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** Copies a text; browsers allow it on a safe connection only, else it is to be written down. */
export function CopyButton(props: { text: string; label: string }) {
  const [told, setTold] = createSignal('')
  async function copy() {
    try {
      await navigator.clipboard.writeText(props.text)
      setTold(t().talent.copied)
    } catch {
      setTold(t().talent.copyFailed)
    }
  }
  return (
    <>
      <button
        type="button"
        class="button slim"
        aria-label={props.label}
        onClick={() => void copy()}
      >
        <Icon name="copy" />
        {t().talent.copy}
      </button>
      <span role="status">
        <Show when={told()}>
          <span class="hint">{told()}</span>
        </Show>
      </span>
    </>
  )
}
