import { useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { type AssignedMany, type CheckedVillage, dropActions } from '../../readiness.ts'
import { t } from '../../words/index.ts'
import { Done } from '../account/notices.tsx'
import { ManyVillages } from './many-villages.tsx'
import { ReasonPanel } from './reason-panel.tsx'

const w = () => t().readiness.many

/** What came of it at each village; a slip can be dropped as a whole. */
export function ManyDone(props: {
  answer: AssignedMany
  villages: CheckedVillage[]
  close: () => void
}) {
  const [isDropping, setDropping] = createSignal(false)
  const [dropped, setDropped] = createSignal<number | null>(null)
  const drop = useAction(dropActions)
  const passed = () => new Set(props.answer.passedOver)
  const text = () => {
    if (dropped() !== null) return w().undone(dropped()!)
    const done = w().done(props.answer.made.length)
    return passed().size > 0 ? `${done}${t().clause}${w().passed(passed().size)}` : done
  }
  const undo = async (reason: string) => {
    const seen = props.answer.made.map(({ id, revision }) => ({ id, revision }))
    setDropped((await drop(seen, reason)).done)
  }
  return (
    <div class="form">
      <Done text={text()} isWeak={dropped() !== null} />
      <Show when={dropped() === null}>
        <ManyVillages
          villages={props.villages}
          outcome={({ village }) => (passed().has(village.code) ? w().passedOver : w().made)}
          isQuiet={({ village }) => passed().has(village.code)}
        />
        <p class="hint">{w().undoText}</p>
      </Show>
      <div class="row wrap">
        <Show when={dropped() === null}>
          <button
            type="button"
            class="button danger"
            aria-haspopup="dialog"
            onClick={() => setDropping(true)}
          >
            {w().undo}
          </button>
        </Show>
        <button type="button" class="button primary push" onClick={() => props.close()}>
          {w().finish}
        </button>
      </div>
      <Show when={isDropping()}>
        <ReasonPanel
          words={{
            ...t().readiness.dropping,
            title: w().dropTitle(props.answer.made.length),
          }}
          close={() => setDropping(false)}
          send={undo}
        />
      </Show>
    </div>
  )
}
