import { createSignal, onMount } from 'solid-js'
import { t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import type { Sending } from '../account/sending.ts'

/** The code as it was handed over, however it is typed. */
export function InvitationCode(props: { sending: Sending; look: (code: string) => void }) {
  const [code, setCode] = createSignal('')
  const [isEmpty, setEmpty] = createSignal(false)
  let form: HTMLFormElement | undefined
  onMount(() => form?.querySelector('input')?.focus())
  function submit() {
    setEmpty(code().trim() === '')
    if (!isEmpty()) props.look(code().trim())
  }
  return (
    <form
      ref={form}
      class="form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p class="second">{t().enrol.intro}</p>
      <TextField
        label={t().enrol.code}
        error={isEmpty() ? t().enrol.needCode : undefined}
        name="code"
        class="code-text"
        maxlength={60}
        value={code()}
        set={setCode}
      />
      <button type="submit" class="button primary tall" aria-disabled={props.sending.isBusy()}>
        {props.sending.isBusy() ? t().enrol.checking : t().enrol.next}
      </button>
    </form>
  )
}
