import { createAsync, revalidate, useAction } from '@solidjs/router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { endFactor, factorOf } from '../../session.ts'
import { t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { FactorSetup } from './factor-setup.tsx'
import { PasswordField } from './fields.tsx'
import { Done, Refusal } from './notices.tsx'
import { createSending } from './sending.ts'

type Work = 'begin' | 'end'

/** The second factor of the own account: in use or not, and the way to the other. */
export function FactorCard() {
  const factor = createAsync(() => factorOf())
  const [work, setWork] = createSignal<Work | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  function finish(text: string) {
    setWork(null)
    setSaid(text)
    void revalidate(factorOf.key)
  }
  return (
    <section class="card" aria-labelledby="factor">
      <div class="card-head">
        <h2 id="factor">{t().account.factor}</h2>
        <Show when={factor()}>
          {(known) => (
            <StateWord state={known().isOn ? 'met' : 'unknown'}>
              {known().isOn ? t().account.factorOn : t().account.factorOff}
            </StateWord>
          )}
        </Show>
      </div>
      <div class="card-body form">
        <p class="hint">{t().account.factorHint}</p>
        <Done text={said()} />
        <Switch>
          <Match when={work() === 'begin'}>
            <FactorSetup
              done={() => finish(t().account.factorBegun)}
              cancel={() => setWork(null)}
            />
          </Match>
          <Match when={work() === 'end'}>
            <Ending done={() => finish(t().account.factorEnded)} cancel={() => setWork(null)} />
          </Match>
          <Match when={factor()}>
            {(known) => <Choice {...known()} choose={(next) => setWork(next)} />}
          </Match>
        </Switch>
      </div>
    </section>
  )
}

function Choice(props: { isOn: boolean; isRequired: boolean; choose: (work: Work) => void }) {
  return (
    <Switch>
      <Match when={!props.isOn}>
        <button type="button" class="button self-start" onClick={() => props.choose('begin')}>
          {t().account.factorBegin}
        </button>
      </Match>
      <Match when={props.isRequired}>
        <p class="note">{t().account.factorRequired}</p>
      </Match>
      <Match when={true}>
        <button type="button" class="button self-start" onClick={() => props.choose('end')}>
          {t().account.factorEnd}
        </button>
      </Match>
    </Switch>
  )
}

function Ending(props: { done: () => void; cancel: () => void }) {
  const [password, setPassword] = createSignal('')
  const [error, setError] = createSignal<string>()
  const send = useAction(endFactor)
  const sending = createSending(async () => {
    await send(password())
    props.done()
  })
  function submit() {
    setError(password() ? undefined : t().account.needCurrent)
    if (password()) void sending.start()
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
      <p>{t().account.factorEndText}</p>
      <Refusal problem={sending.problem()} fields={['password']} />
      <PasswordField
        label={t().account.current}
        name="password"
        autocomplete="current-password"
        value={password()}
        set={setPassword}
        error={error() ?? sending.errorAt('password')}
      />
      <div class="row">
        <button type="button" class="button" onClick={() => props.cancel()}>
          {t().accounts.cancel}
        </button>
        <button type="submit" class="button danger" aria-disabled={sending.isBusy()}>
          {t().account.factorEnd}
        </button>
      </div>
    </form>
  )
}
