import { createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { CopyButton } from './copy-button.tsx'
import { ReasonForm } from './reason-form.tsx'

const SECONDS_SHOWN = 60

/** A number shown by its ends. Whoever may see it says why, and has it for a minute. */
export function Revealable(props: {
  masked: string
  /** What it is and whose, as the dialog says it. */
  what: string
  whose: string
  quick?: readonly string[]
  /** Absent for those who see the ends only. */
  ask?: ((reason: string) => Promise<{ value: string | null }>) | undefined
  /** What else can be done with it. */
  children?: JSX.Element
}) {
  const minute = createMinute()
  const [isAsking, setAsking] = createSignal(false)
  async function show(reason: string) {
    const { value } = (await props.ask?.(reason)) ?? { value: null }
    setAsking(false)
    minute.show(value ?? t().talent.notStored)
  }
  return (
    <span class="revealable">
      <span class="private-value" classList={{ shown: minute.value() !== null }} aria-live="polite">
        <Show when={minute.value()} fallback={props.masked}>
          {(value) => <b>{value()}</b>}
        </Show>
      </span>
      <Show when={props.ask}>
        <button
          type="button"
          class="button slim"
          aria-label={minute.value() === null ? t().talent.showOf(props.what) : t().talent.hide}
          onClick={() => (minute.value() === null ? setAsking(true) : minute.hide())}
        >
          <Icon name={minute.value() === null ? 'eye' : 'hide'} />
          {minute.value() === null ? t().talent.show : t().talent.hide}
        </button>
        <Show when={minute.value()}>
          {(value) => <CopyButton text={value()} label={t().talent.copyOf(props.what)} />}
        </Show>
        {props.children}
        <Show when={minute.value()}>
          <span class="hint">{t().talent.hidesIn(minute.left())}</span>
        </Show>
        <Panel
          isOpen={isAsking()}
          onClose={() => setAsking(false)}
          title={t().talent.whyShow(props.what, props.whose)}
        >
          <ReasonForm
            words={{
              ...{ label: t().talent.reason, hint: t().talent.reasonHint },
              ...{ need: t().talent.needReason, quickLabel: t().talent.quickReasons },
              ...{ verb: t().talent.showOf(props.what), busy: t().talent.showing },
              quick: props.quick ?? t().talent.reasons,
            }}
            send={show}
            cancel={() => setAsking(false)}
          >
            <p class="second">{t().talent.showEffect}</p>
          </ReasonForm>
        </Panel>
      </Show>
    </span>
  )
}

/** Holds a value for a minute; a tab in the background counts on. */
function createMinute() {
  const [value, setValue] = createSignal<string | null>(null)
  const [left, setLeft] = createSignal(0)
  let timer: number | undefined
  function hide() {
    clearInterval(timer)
    setValue(null)
  }
  function show(text: string) {
    const until = Date.now() + SECONDS_SHOWN * 1000
    const tick = () => setLeft(Math.ceil((until - Date.now()) / 1000))
    clearInterval(timer)
    tick()
    setValue(text)
    timer = window.setInterval(() => {
      tick()
      if (left() <= 0) hide()
    }, 1000)
  }
  onCleanup(hide)
  return { value, left, show, hide }
}
