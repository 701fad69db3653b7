import { createAsync, useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { beginFactor, offeredFactor } from '../../session.ts'
import { t } from '../../words/index.ts'
import { View } from '../states.tsx'
import { isCode } from './code-step.tsx'
import { PasswordField, TextField } from './fields.tsx'
import { Refusal } from './notices.tsx'
import { Qr } from './qr.tsx'
import { createSending } from './sending.ts'

type Setup = {
  done: () => void
  /** Where it is no step of signing in, it can be left, and asks for the password. */
  cancel?: () => void
}

/** A secret as picture and as text, taken into use by the first code that it gives. */
export function FactorSetup(props: Setup) {
  const offer = createAsync(() => offeredFactor())
  return (
    <View rows={5}>
      <Show when={offer()}>
        {(known) => (
          <div class="factor-setup">
            <Qr rows={known().picture} label={t().account.picture} />
            <div class="form">
              <p>{t().account.scan}</p>
              <dl class="facts">
                <dt>{t().account.secret}</dt>
                <dd class="secret">{inGroups(known().secret)}</dd>
              </dl>
              <p class="phone-only">
                <a href={known().address}>{t().account.openHere}</a>
              </p>
              <FirstCode ticket={known().ticket} {...props} />
            </div>
          </div>
        )}
      </Show>
    </View>
  )
}

function FirstCode(props: Setup & { ticket: string }) {
  const [password, setPassword] = createSignal('')
  const [code, setCode] = createSignal('')
  const [error, setError] = createSignal<string>()
  const send = useAction(beginFactor)
  const sending = createSending(async (digits: string) => {
    await send(props.ticket, digits, password())
    props.done()
  })
  function submit() {
    setError(isCode(code()) ? undefined : t().signIn.needCode)
    if (isCode(code())) void sending.start(code())
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
      <Refusal problem={sending.problem()} fields={['code', 'password']} />
      <Show when={props.cancel}>
        <PasswordField
          label={t().account.current}
          name="password"
          autocomplete="current-password"
          value={password()}
          set={setPassword}
          error={sending.errorAt('password')}
        />
      </Show>
      <TextField
        label={t().account.firstCode}
        hint={t().account.firstCodeHint}
        name="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={12}
        class="code"
        value={code()}
        set={setCode}
        error={error() ?? sending.errorAt('code')}
      />
      <div class="row wrap">
        <Show when={props.cancel}>
          {(cancel) => (
            <button type="button" class="button" onClick={() => cancel()()}>
              {t().accounts.cancel}
            </button>
          )}
        </Show>
        <button type="submit" class="button primary" aria-disabled={sending.isBusy()}>
          {sending.isBusy() ? t().signIn.sending : t().account.factorBegin}
        </button>
      </div>
    </form>
  )
}

/** Four by four, as it is easier to type. */
const inGroups = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ')
