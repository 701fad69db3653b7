import { createSignal, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { chosenIn, type Draft, forgetChosen } from './draft.ts'

/** What the reader pinned and excluded on pages of these villages, offered to the plan. */
export function Offered(props: { villages: readonly string[]; draft: Draft }) {
  const [isSettled, setSettled] = createSignal(false)
  const offered = () => {
    const { pins, exclusions } = chosenIn(props.villages)
    const { wishes } = props.draft
    return {
      pins: pins.filter(
        (pin) =>
          !wishes().pins.some(
            ({ talent, village, post }) =>
              talent === pin.talent && village === pin.village && post === pin.post,
          ),
      ),
      exclusions: exclusions.filter((one) => !props.draft.isExcluded(one.talent, one.village)),
    }
  }
  const settle = () => {
    forgetChosen()
    setSettled(true)
  }
  return (
    <Show when={!isSettled() && offered().pins.length + offered().exclusions.length > 0}>
      <div class="note weak desk-only" role="status">
        <Icon name="pin" />
        <span>
          {t().planning.draft.offered(offered().pins.length, offered().exclusions.length)}
        </span>
        <button
          type="button"
          class="button slim"
          onClick={() => {
            props.draft.add(offered())
            settle()
          }}
        >
          {t().planning.draft.take}
        </button>
        <button type="button" class="button slim plain" onClick={settle}>
          {t().planning.draft.leave}
        </button>
      </div>
    </Show>
  )
}
