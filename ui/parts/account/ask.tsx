import type { JSX } from 'solid-js'
import { isOfType } from '../../client.ts'
import { t } from '../../words/index.ts'
import { Panel } from '../layers.tsx'
import { Refusal } from './notices.tsx'
import { createSending } from './sending.ts'

/** Asks before something that others notice: names the object and the effect; the button is the act itself. */
export function Ask(props: {
  isOpen: boolean
  close: () => void
  title: string
  verb: string
  isDangerous?: boolean
  /** Leaves things as they are, where “cancel” would be read as the act. */
  leave?: string
  act: () => Promise<unknown>
  /** What to say when somebody changed the object meanwhile. */
  stale?: string
  children: JSX.Element
}) {
  const sending = createSending(async () => {
    await props.act()
    props.close()
  })
  const problem = () => {
    const found = sending.problem()
    return found && props.stale && isOfType(found, 'changed')
      ? { ...found, detail: props.stale }
      : found
  }
  const close = () => {
    sending.clear()
    props.close()
  }
  return (
    <Panel
      isOpen={props.isOpen}
      onClose={close}
      title={props.title}
      footer={
        <>
          <button type="button" class="button" onClick={close}>
            {props.leave ?? t().accounts.cancel}
          </button>
          <button
            type="button"
            class={`button push ${props.isDangerous ? 'danger' : 'primary'}`}
            aria-disabled={sending.isBusy()}
            onClick={() => void sending.start()}
          >
            {sending.isBusy() ? t().accounts.working : props.verb}
          </button>
        </>
      }
    >
      <div class="form">
        <Refusal problem={problem()} />
        {props.children}
      </div>
    </Panel>
  )
}
