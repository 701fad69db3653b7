import { useAction } from '@solidjs/router'
import { createSignal, onMount } from 'solid-js'
import { changeSession, showCode } from '../../session.ts'
import { t } from '../../words/index.ts'
import { TextField } from './fields.tsx'
import { Refusal } from './notices.tsx'
import { createSending } from './sending.ts'

/** Six digits, with or without a space in the middle, as authenticators show them. */
export const isCode = (text: string) => /^(\s*\d){6}\s*$/.test(text)

export function CodeStep() {
  const [code, setCode] = createSignal('')
  const [error, setError] = createSignal<string>()
  const send = useAction(showCode)
  const sending = createSending(async (digits: string) => {
    await send(digits)
    changeSession()
  })
  let form: HTMLFormElement | undefined
  onMount(() => form?.querySelector('input')?.focus())
  function submit() {
    setError(isCode(code()) ? undefined : t().signIn.needCode)
    if (isCode(code())) void sending.start(code())
  }
  return (
    <>
      <h1>{t().signIn.codeTitle}</h1>
      <p class="second">{t().signIn.codeText}</p>
      <form
        ref={form}
        class="form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Refusal problem={sending.problem()} />
        <TextField
          label={t().signIn.code}
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={12}
          class="code"
          value={code()}
          set={setCode}
          error={error()}
        />
        <button type="submit" class="button primary tall" aria-disabled={sending.isBusy()}>
          {sending.isBusy() ? t().signIn.sending : t().signIn.continue}
        </button>
      </form>
      <p class="hint">{t().signIn.codeLost}</p>
    </>
  )
}
