import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { changePassword } from '../../session.ts'
import { t } from '../../words/index.ts'
import { PasswordField } from './fields.tsx'
import { Refusal } from './notices.tsx'
import { createSending, type Errors, hasErrors } from './sending.ts'

type Given = { current: string; next: string; again: string }
const EMPTY: Given = { current: '', next: '', again: '' }

/** The password in use, and the new one twice; what it must be is said before it is typed. */
export function PasswordForm(props: { username: string; currentLabel: string; done: () => void }) {
  const [given, setGiven] = createSignal(EMPTY)
  const [errors, setErrors] = createSignal<Errors<keyof Given>>({})
  const send = useAction(changePassword)
  const sending = createSending(async ({ current, next }: Given) => {
    await send(current, next)
    setGiven(EMPTY)
    props.done()
  })
  const set = (field: keyof Given) => (value: string) =>
    setGiven((before) => ({ ...before, [field]: value }))
  function submit() {
    setErrors(errorsOf(given()))
    if (!hasErrors(errors())) void sending.start(given())
  }
  return (
    <form
      class="form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Refusal problem={sending.problem()} fields={['current', 'next']} />
      {/* Tells password managers whose password it is. */}
      <input
        type="text"
        name="username"
        value={props.username}
        autocomplete="username"
        class="hidden-text"
        tabindex="-1"
        aria-label={t().account.username}
        readonly
      />
      <PasswordField
        label={props.currentLabel}
        name="current"
        autocomplete="current-password"
        value={given().current}
        set={set('current')}
        error={errors().current ?? sending.errorAt('current')}
      />
      <PasswordField
        label={t().account.next}
        name="next"
        autocomplete="new-password"
        hint={t().account.rules}
        value={given().next}
        set={set('next')}
        error={errors().next ?? sending.errorAt('next')}
      />
      <PasswordField
        label={t().account.again}
        name="again"
        autocomplete="new-password"
        value={given().again}
        set={set('again')}
        error={errors().again}
      />
      <button type="submit" class="button primary" aria-disabled={sending.isBusy()}>
        {sending.isBusy() ? t().account.changing : t().account.change}
      </button>
    </form>
  )
}

function errorsOf({ current, next, again }: Given): Errors<keyof Given> {
  return {
    ...(!current && { current: t().account.needCurrent }),
    ...(!next && { next: t().account.needNext }),
    ...(next && next !== again && { again: t().account.notSame }),
  }
}
