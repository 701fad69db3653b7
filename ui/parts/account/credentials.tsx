import { A, useAction } from '@solidjs/router'
import { createSignal, onMount, Show } from 'solid-js'
import { changeSession, isSessionOver, signIn } from '../../session.ts'
import type { SessionAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { ApplyLink } from '../apply/link.tsx'
import { Icon } from '../icon.tsx'
import { DemonstrationList } from './demonstration-list.tsx'
import { PasswordField, TextField } from './fields.tsx'
import { Refusal } from './notices.tsx'
import { createSending, type Errors, hasErrors } from './sending.ts'

/** User name and password; in the demonstration its accounts beside. */
export function Credentials(props: { session: SessionAnswer }) {
  const [username, setUsername] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [errors, setErrors] = createSignal<Errors<'username' | 'password'>>({})
  const send = useAction(signIn)
  const sending = createSending(async (name: string, word: string) => {
    await send(name, word)
    changeSession()
  })
  function submit() {
    const found = {
      username: username().trim() ? undefined : t().signIn.needUsername,
      password: password() ? undefined : t().signIn.needPassword,
    }
    setErrors(found as Errors<'username' | 'password'>)
    if (hasErrors(found as Errors<string>)) return
    void sending.start(username(), password())
  }
  function enterAs(account: { username: string; password: string }) {
    setUsername(account.username)
    setPassword(account.password)
    submit()
  }
  let form: HTMLFormElement | undefined
  onMount(() => form?.querySelector('input')?.focus())
  return (
    <>
      <section class="card sign-in-card" aria-labelledby="sign-in">
        <h1 id="sign-in">{t().signIn.title}</h1>
        <form
          ref={form}
          class="form"
          novalidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <Show when={isSessionOver() && !sending.problem()}>
            <p class="note weak" role="status">
              <Icon name="clock" />
              <span>{t().signIn.over}</span>
            </p>
          </Show>
          <Refusal problem={sending.problem()} />
          <TextField
            label={t().signIn.username}
            name="username"
            autocomplete="username"
            value={username()}
            set={setUsername}
            error={errors().username}
          />
          <PasswordField
            label={t().signIn.password}
            name="password"
            autocomplete="current-password"
            value={password()}
            set={setPassword}
            error={errors().password}
          />
          <button type="submit" class="button primary tall" aria-disabled={sending.isBusy()}>
            {sending.isBusy() ? t().signIn.entering : t().signIn.enter}
          </button>
        </form>
        <p class="hint">
          {t().signIn.help}
          <br />
          {t().signIn.watched}
        </p>
        <p class="sign-in-foot">
          <A href="/enrol">{t().enrol.link}</A>
        </p>
        <ApplyLink />
      </section>
      <DemonstrationList
        accounts={props.session.demonstration}
        isBusy={sending.isBusy()}
        enterAs={enterAs}
      />
    </>
  )
}
