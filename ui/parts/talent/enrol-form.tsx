import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { isOfType, type ProblemDetails, problemOf } from '../../client.ts'
import { enrol } from '../../people.ts'
import type { Invited } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { PasswordField, TextField } from '../account/fields.tsx'
import { Refusal } from '../account/notices.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'

type Given = { hasConsented: boolean | null; username: string; password: string; again: string }
type Held = { code: string; invited: Invited }

/** The notice in full, the own word on it, and how one will sign in. */
export function EnrolForm(props: {
  held: Held
  /** The notice was written anew meanwhile. */
  readAgain: () => Promise<unknown>
  done: () => void
}) {
  const [given, setGiven] = createSignal<Given>({
    ...{ hasConsented: null, username: '', password: '', again: '' },
  })
  const [errors, setErrors] = createSignal<Errors<keyof Given>>({})
  const make = useAction(enrol)
  const sending = createSending(async ({ hasConsented, username, password }: Given) => {
    const { code, invited } = props.held
    const noticeVersion = invited.notice?.version ?? 0
    await make({
      ...{ code, username: username.trim(), password, noticeVersion },
      hasConsented: hasConsented === true,
    }).catch(async (error: unknown) => {
      if (isOfType(problemOf(error), 'changed')) await props.readAgain()
      throw error
    })
    props.done()
  })
  const set = <K extends keyof Given>(field: K, value: Given[K]) =>
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
      <NoticeInFull invited={props.held.invited} />
      <Choice
        chosen={given().hasConsented}
        choose={(hasConsented) => set('hasConsented', hasConsented)}
        error={errors().hasConsented}
      />
      <h2>{t().enrol.account}</h2>
      <TextField
        label={t().enrol.username}
        hint={t().enrol.usernameHint}
        error={errors().username ?? usernameError(sending.problem(), sending.errorAt('username'))}
        name="username"
        autocomplete="username"
        maxlength={50}
        value={given().username}
        set={(value) => set('username', value)}
      />
      <PasswordField
        label={t().enrol.password}
        hint={t().account.rules}
        error={errors().password ?? sending.errorAt('password')}
        name="password"
        autocomplete="new-password"
        value={given().password}
        set={(value) => set('password', value)}
      />
      <PasswordField
        label={t().enrol.again}
        error={errors().again}
        name="again"
        autocomplete="new-password"
        value={given().again}
        set={(value) => set('again', value)}
      />
      <Refusal problem={inOwnWords(sending.problem())} fields={['username', 'password']} />
      <button type="submit" class="button primary tall" aria-disabled={sending.isBusy()}>
        {sending.isBusy() ? t().enrol.making : t().enrol.make}
      </button>
    </form>
  )
}

function NoticeInFull(props: { invited: Invited }) {
  return (
    <Show when={props.invited.notice}>
      {(notice) => (
        <section aria-label={t().enrol.notice(notice().version)}>
          <h2>{t().enrol.notice(notice().version)}</h2>
          <p class="reading boxed">{say(notice())}</p>
        </section>
      )}
    </Show>
  )
}

/** Nothing is chosen beforehand: either is the person's own word. */
function Choice(props: {
  chosen: boolean | null
  choose: (hasConsented: boolean) => void
  error: string | undefined
}) {
  const choices = () => [
    { value: true, name: t().enrol.agree },
    { value: false, name: t().enrol.disagree },
  ]
  return (
    <fieldset class="choices" aria-describedby="choice-about">
      <legend>{t().enrol.choose}</legend>
      <For each={choices()}>
        {({ value, name }) => (
          <label>
            <input
              type="radio"
              name="consent"
              checked={props.chosen === value}
              onChange={() => props.choose(value)}
            />
            {name}
          </label>
        )}
      </For>
      <div id="choice-about">
        <Show when={props.error}>
          <p class="field-error">{props.error}</p>
        </Show>
        <p class="hint">{t().enrol.chooseHint}</p>
      </div>
    </fieldset>
  )
}

/** A name that is taken is told at the field. */
function usernameError(problem: ProblemDetails | null, told: string | undefined) {
  return problem && isOfType(problem, 'conflict') ? problem.detail : told
}

function inOwnWords(problem: ProblemDetails | null): ProblemDetails | null {
  if (!problem || isOfType(problem, 'conflict')) return null
  return isOfType(problem, 'changed') ? { ...problem, detail: t().enrol.noticeChanged } : problem
}

function errorsOf({ hasConsented, username, password, again }: Given): Errors<keyof Given> {
  return {
    ...(hasConsented === null && { hasConsented: t().enrol.needChoice }),
    ...(username.trim().length < 2 && { username: t().enrol.needUsername }),
    ...(!password && { password: t().enrol.needPassword }),
    ...(password && password !== again && { again: t().enrol.notSame }),
  }
}
