import { type JSX, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import type { Sending } from '../account/sending.ts'

/** The form of a dialog: what the server has against it on top, the act and the way out below. */
export function DialogForm(props: {
  sending: Sending
  /** Fields that show their own errors. */
  fields?: readonly string[]
  verb: string
  busy: string
  isDanger?: boolean
  submit: () => void
  cancel: () => void
  children: JSX.Element
}) {
  return (
    <form
      class="form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        props.submit()
      }}
    >
      <Refusal problem={props.sending.problem()} fields={props.fields ?? []} />
      {props.children}
      <div class="row wrap">
        <button type="button" class="button" onClick={() => props.cancel()}>
          {t().accounts.cancel}
        </button>
        <button
          type="submit"
          class="button push"
          classList={{ primary: !props.isDanger, danger: props.isDanger ?? false }}
          aria-disabled={props.sending.isBusy()}
        >
          <Show when={props.sending.isBusy()} fallback={props.verb}>
            {props.busy}
          </Show>
        </button>
      </div>
    </form>
  )
}
